import type { Cite, ItemView, Logic, TableView } from '../rulebook.js';
import type { Kind } from '../submission.js';
import type { Text } from '../text.js';
import type { AskedEntry, Entry } from './entry.js';

/**
 * What the entries are about. `figures` are the form's facts, asked once of the unit; `nominees`, `dossier` and
 * `commitments` are lists of other parts; a `nominee` holds `facts`, `criteria`, `exclusions`, one `document` for each
 * text written about it, and `papers`. A `section` with subsections holds no text itself.
 */
export type Owner =
  | 'unit'
  | 'contact'
  | 'figures'
  | 'nominees'
  | 'nominee'
  | 'facts'
  | 'criteria'
  | 'exclusions'
  | 'document'
  | 'papers'
  | 'paper'
  | 'meeting'
  | 'person'
  | 'questions'
  | 'outline'
  | 'section'
  | 'table'
  | 'commitments'
  | 'commitment'
  | 'result'
  | 'adoption'
  | 'dossier'
  | 'issuer';

/** Members common to parts of a questionnaire and parts asked of a submission. */
interface PartBase {
  readonly owner: Owner;
  readonly label: Text;
  /** the directive's guidance for the part as a whole */
  readonly guidance?: string;
  readonly cite?: Cite;
  /** for a `nominee` */
  readonly kind?: Kind;
  /** for a `paper` */
  readonly item?: ItemView;
  /** for a `table` */
  readonly table?: TableView;
}

/** Entries that belong together, in reading order. */
export interface Part extends PartBase {
  /** JSON Pointer of what the part is about, with `*` for any item of a list; several parts may share a path */
  readonly path: string;
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** asked only of units of these groups */
  readonly groups?: readonly string[];
  readonly entries: readonly Entry[];
  readonly parts: readonly Part[];
}

/** A part resolved for one submission; its entries are computed when first read. */
export interface AskedPart extends PartBase {
  readonly key: string;
  readonly path: string;
  /** false: no longer asked, but it has content, which would be sent */
  readonly asked: boolean;
  /** for the first table asked in a part of the annex: the heading of that part */
  readonly heading?: string;
  readonly entries: readonly AskedEntry[];
  readonly parts: readonly AskedPart[];
}

/** Every entry of the parts and their subparts, from top to bottom. */
export function entriesOf(parts: readonly AskedPart[]): AskedEntry[];
export function entriesOf(parts: readonly Part[]): Entry[];
export function entriesOf(parts: readonly (Part | AskedPart)[]): Entry[] {
  return parts.flatMap((part) => [...part.entries, ...entriesOf(part.parts)]);
}
