import {
  entriesOf,
  isAskedOf,
  questionnaire,
  textIn,
  type Entry,
  type Kind,
  type Part,
  type Rulebook,
  type RulebookForm,
} from '@kl01/rules';
import type { Members } from '../documents/parts/facts.js';
import { statisticsOf, type Statistics } from '../tables/statistics.js';
import { upperFirst } from '../documents/parts/text.js';
import { offlineWords } from '../strings/offline-words.js';
import { entryCodec, type Codec } from '../tables/codec.js';

/**
 * What a workbook can hold of a form, and where it belongs in the submission. Export and import share this list, so
 * that they agree.
 */
export interface OfflineForm {
  /** one per kind of nominee */
  readonly lists: readonly OfflineList[];
  readonly tables: readonly Statistics[];
  /** single values */
  readonly answers: readonly OfflineValue[];
  /** labels of what the workbook cannot hold */
  readonly leftOut: readonly string[];
}

/** One value: a column of a list, or a row of the answers sheet. */
export interface OfflineValue {
  /** path of member names: `declared`, `guong-mau` of a nominee; `contact`, `phone` of a submission */
  readonly path: readonly string[];
  readonly label: string;
  readonly codec: Codec;
}

export interface OfflineList {
  readonly kind: Kind;
  readonly label: string;
  readonly columns: readonly OfflineValue[];
}

/** Entry types that a cell cannot hold; the workbook lists them as to be answered elsewhere. */
const ELSEWHERE: ReadonlySet<Entry['type']> = new Set(['files', 'votes']);
/** Kept in the hidden sheet (unit and period) or by the portal (letterhead). */
const NOT_IN_WORKBOOK = /^\/(period|unit\/(id|group|name)|issuer\/.*)$/;

/** Blank rows below those of a table that units add rows to. */
const SPARE_ROWS = 100;

/** @param submission the submission to export; omitted on import */
export function offlineForm(
  rulebook: Rulebook,
  form: RulebookForm,
  group: string | undefined,
  submission: Members = {},
): OfflineForm {
  const { parts } = questionnaire(rulebook, form);
  const single = parts.filter(({ owner }) => !['nominees', 'table', 'outline'].includes(owner));
  const kinds = parts.filter(({ owner }) => owner === 'nominees').flatMap((list) => list.parts);
  const inCells = (list: readonly Part[]) =>
    entriesOf(list.map(withoutTexts)).filter(({ type, path }) => !ELSEWHERE.has(type) && !NOT_IN_WORKBOOK.test(path));
  const asked = ({ groups }: { groups?: readonly string[] }) => group === undefined || isAskedOf(groups, group);
  return {
    lists: kinds.flatMap((part) =>
      part.kind === undefined
        ? []
        : [
            {
              kind: part.kind,
              label: upperFirst(textIn(part.label)),
              columns: inCells([part]).map((entry) => valueOf(entry, part.path)),
            },
          ],
    ),
    tables: form.type === 'report' ? statisticsOf(form.view.report.tables, group, submission, SPARE_ROWS) : [],
    answers: inCells(single.filter(asked)).map((entry) => valueOf(entry, '')),
    leftOut: [...new Set(parts.filter(asked).flatMap(leftOutOf))],
  };
}

const valueOf = (entry: Entry, root: string): OfflineValue => ({
  path: entry.path.slice(root.length + 1).split('/'),
  label: headOf(entry),
  codec: entryCodec(entry),
});

/** An empty cell does not show how a list is written. */
function headOf({ label, fields }: Entry): string {
  const own = textIn(label);
  return fields ? offlineWords.list(own, fields.map((view) => textIn(view.label)).join(' | ')) : own;
}

/** The part without the texts of documents. */
const withoutTexts = (part: Part): Part => ({
  ...part,
  parts: part.parts.filter(({ owner }) => owner !== 'document').map(withoutTexts),
});

/** What must be answered elsewhere: texts by the label of their document or outline, other entries one by one. */
function leftOutOf(part: Part): string[] {
  if (part.owner === 'outline' || part.owner === 'document') return [textIn(part.label)];
  if (part.owner === 'table') return [];
  const own = part.entries.filter(({ type }) => ELSEWHERE.has(type)).map(({ label }) => textIn(label));
  return [...own, ...part.parts.flatMap(leftOutOf)];
}
