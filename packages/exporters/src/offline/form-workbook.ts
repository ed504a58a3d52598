import { fillTemplate, slate, textIn, windows, type Submission, type WindowState } from '@kl01/rules';
import { shortDate } from '../documents/parts/dates.js';
import { documentType } from '../documents/parts/directive.js';
import type { SubmissionFacts } from '../documents/parts/facts.js';
import { membersOf, textOf } from '../documents/parts/text.js';
import { words as printed } from '../strings/document-words.js';
import { offlineWords as words } from '../strings/offline-words.js';
import { sheetName, type Sheet, type Workbook } from '../model/workbook.js';
import { answersSheet } from './answers-sheet.js';
import { idCell, type SheetHeading } from '../tables/cells.js';
import { ABOUT_SHEET, aboutRows } from '../tables/marks.js';
import { nomineeSheet } from './nominee-sheet.js';
import { offlineForm } from './offline-form.js';
import { tableSheet } from '../tables/table-sheet.js';

/**
 * The form as a workbook to fill in offline: a sheet for each kind of nominee and each table, and one for single
 * values. Values of the submission are filled in. `importXlsx` reads it back.
 */
export function formWorkbook(facts: SubmissionFacts): Workbook {
  const { rulebook, form, submission, unit } = facts;
  const { lists, tables, answers } = offlineForm(rulebook, form, textOf(unit['group']), submission);
  const taken = new Set([ABOUT_SHEET]);
  const common = { about: aboutForm(facts), submission };
  const sheets: Sheet[] = [
    ...lists.map((list) => nomineeSheet(list, { ...common, name: sheetName(list.label, taken) })),
    ...tables.map((table) =>
      tableSheet(table, { ...common, name: sheetName(table.view.number || printed.table, taken) }),
    ),
    ...(answers.length > 0 ? [answersSheet(answers, { ...common, name: sheetName(words.unitSheet, taken) })] : []),
  ];
  const named = {
    ...submission,
    rulebook: submission['rulebook'] ?? `${rulebook.id}@${rulebook.version}`,
    form: form.id,
  };
  return { title: textIn(form.label), sheets: [...sheets, aboutSheet(named)] };
}

/** The heading: form, unit, quota and deadline. */
function aboutForm({ rulebook, form, submission, unit, now }: SubmissionFacts): SheetHeading {
  const { number, date, committee } = rulebook.directive;
  const name = textOf(unit['name']) ?? rulebook.units.find(({ id }) => id === unit['id'])?.label;
  const asked = { id: textOf(unit['id']) ?? null, group: textOf(unit['group']) ?? null };
  const quota = form.type === 'nomination' && slate(form, { ...submission, unit: asked } as Submission).quota;
  // The wording of a date does not depend on the current day; its state does, but is not printed.
  const instant = now ?? `${date}T00:00:00${rulebook.utcOffset}`;
  const window = windows(rulebook, { now: instant, form: form.id, unit: asked }).find(
    ({ period }) => period === null || period === membersOf(submission)['period'],
  );
  return {
    titles: [textIn(form.label)],
    notes: [
      fillTemplate(words.directive, {
        type: documentType(number),
        number,
        date: shortDate(date) ?? date,
        committee: committee.name,
      }),
      ...(name ? [fillTemplate(words.unit, { unit: name })] : []),
      ...(quota ? [fillTemplate(words.quota, { quota: quota.label.vi })] : []),
      ...(window ? [deadlineInWords(window)] : []),
    ],
  };
}

/** For a date not announced yet, only the wording is known. */
const deadlineInWords = ({ said, meaning }: WindowState): string =>
  fillTemplate(said === meaning ? words.untilThen : words.until, { said, meaning });

function aboutSheet(submission: Readonly<Record<string, unknown>>): Sheet {
  return {
    name: ABOUT_SHEET,
    hidden: true,
    locked: true,
    columns: [{ letters: 16 }, { letters: 60 }],
    rows: aboutRows(submission).map((line) => ({ cells: line.map(idCell) })),
  };
}
