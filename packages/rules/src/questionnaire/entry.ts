import type { Cite, FieldType, FieldView, Limits, Logic } from '../rulebook.js';
import type { Text } from '../text.js';

/**
 * How an entry is answered: one of the pack's field types, or a type that only the form itself uses. `declaration`: yes
 * or no under an id from the pack. `files`: a list of files. `votes`: for and against, by nominee. `lines`: a list of
 * short texts.
 */
export type EntryType = FieldType | 'declaration' | 'files' | 'votes' | 'lines';

/** One thing that can be asked, and where its answer is stored. */
export interface Entry extends Limits {
  /**
   * Address by ids, which stays the same when another list item is removed: `/nominees/@<id>/name`. In a questionnaire,
   * which has no items, it equals the path.
   */
  readonly key: string;
  /** JSON Pointer into the submission; in a questionnaire with `*` for any item of a list */
  readonly path: string;
  readonly type: EntryType;
  /** what is asked, understandable without context */
  readonly label: Text;
  /** for a declaration: what is declared, shown beside a yes or no */
  readonly name?: Text;
  readonly hint?: Text;
  /** may be left out by everyone; if false, `due` of the asked entry says whether this submission must answer */
  readonly optional: boolean;
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** must be answered only while leaving it empty breaks this, its rule's `assert`; JsonLogic over `{ submission }` */
  readonly unless?: Logic;
  /** asked only of units of these groups */
  readonly groups?: readonly string[];
  /** for a choice of several: an empty list answers that none of the options apply; a missing value is no answer */
  readonly none?: true;
  /** guidance for answering; not judged */
  readonly limit?: FieldView['limit'];
  /** for `files` and `declaration` entries: id of the dossier item, enclosure, criterion or exclusion */
  readonly id?: string;
  /** for a cell: ids of its row and column */
  readonly cell?: { readonly row: string; readonly column: string };
  readonly cite?: Cite;
}

/** An entry resolved for one submission. */
export interface AskedEntry extends Entry {
  /** false: no longer asked, but it has a value, which would be sent */
  readonly asked: boolean;
  /** must be answered */
  readonly due: boolean;
}
