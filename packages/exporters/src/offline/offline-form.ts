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
import { entryCodec, type Codec } from '../tables/codec.js';

/**
 * What of a form can be answered in a workbook, and where in the submission it belongs. The same list is written and
 * read back, so that what went out comes home.
 */
export interface OfflineForm {
  /** one list for each kind of nominee */
  readonly lists: readonly OfflineList[];
  readonly tables: readonly Statistics[];
  /** single values */
  readonly answers: readonly OfflineValue[];
  /** what the workbook cannot hold, by its label */
  readonly leftOut: readonly string[];
}

/** One value: a column of a list, or a line of the sheet of single values. */
export interface OfflineValue {
  /** members on the way to it: `declared`, `guong-mau` of a nominee; `contact`, `phone` of a submission */
  readonly path: readonly string[];
  readonly label: string;
  readonly codec: Codec;
}

export interface OfflineList {
  readonly kind: Kind;
  readonly label: string;
  readonly columns: readonly OfflineValue[];
}

/** Entries that no cell can hold: whoever fills in the workbook is told what to answer elsewhere. */
const ELSEWHERE: ReadonlySet<Entry['type']> = new Set(['files', 'votes']);
/** Texts of pages are written in the form; who answers stands in a hidden sheet; letterheads are the portal's. */
const NOT_IN_WORKBOOK = /^\/(period|unit\/(id|group|name)|issuer\/.*)$/;

/** @param submission what a workbook is made of; left out where one is read */
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
    tables: form.type === 'report' ? statisticsOf(form.view.report.tables, group, submission) : [],
    answers: inCells(single.filter(asked)).map((entry) => valueOf(entry, '')),
    leftOut: [...new Set(parts.filter(asked).flatMap(leftOutOf))],
  };
}

const valueOf = (entry: Entry, root: string): OfflineValue => ({
  path: entry.path.slice(root.length + 1).split('/'),
  label: textIn(entry.label),
  codec: entryCodec(entry),
});

/** A part without the texts that a document is made from. */
const withoutTexts = (part: Part): Part => ({
  ...part,
  parts: part.parts.filter(({ owner }) => owner !== 'document').map(withoutTexts),
});

/** What is to be answered elsewhere: texts by the name of the document or outline, the rest one by one. */
function leftOutOf(part: Part): string[] {
  if (part.owner === 'outline' || part.owner === 'document') return [textIn(part.label)];
  if (part.owner === 'table') return [];
  const own = part.entries.filter(({ type }) => ELSEWHERE.has(type)).map(({ label }) => textIn(label));
  return [...own, ...part.parts.flatMap(leftOutOf)];
}
