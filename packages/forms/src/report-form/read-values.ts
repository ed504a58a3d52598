import { askedColumns, columnLeaves, columnName, pointer, textIn, valueAt, type TableView } from '@kl01/rules';
import { understood, type ReadReport, type ReadTable } from '@kl01/rules/reading';
import { storedFrom } from '../controls/codec.js';
import { cellCodec } from '../controls/data-table/cell-type.js';
import { tableName, tablePath, tablesAsked } from '../controls/data-table/table-view.js';
import { sameValue } from '../same-value.js';
import type { ReportContext } from '../state/form-context.js';
import type { Change } from '../state/store.js';
import { answerPath, questionsAsked } from './questions.js';

/** A value that a report says outside its sections, and where it goes. */
export interface ReadValue extends Omit<Change, 'before'> {
  /** as the officer knows the place */
  readonly label: string;
  /** as written */
  readonly text: string;
}

/** What a report says outside its sections and may be taken over as a whole: a table, the answers, the letterhead. */
export interface ReadGroup {
  /** id of the table, or `/answers`, `/issuer` */
  readonly id: string;
  readonly name: string;
  readonly sure: boolean;
  readonly values: readonly ReadValue[];
  /** what the form has no place for */
  readonly left: readonly string[];
}

/** The tables that this unit is asked, with its columns. */
export function tablesToFind(form: ReportContext): TableView[] {
  const { group } = form.submission.unit;
  return tablesAsked(form).map((table) => ({ ...table, columns: askedColumns(table.columns, group) }));
}

/** What goes where of a read report, but for its text. */
export function groupsOf(form: ReportContext, read: Pick<ReadReport, 'tables' | 'answers' | 'issuer'>): ReadGroup[] {
  const tables = tablesToFind(form).flatMap((view) => {
    const found = read.tables.find(({ table }) => table === view.id);
    return found ? [tableGroup(form, view, found)] : [];
  });
  const answers = questionsAsked(form).flatMap((question): ReadValue[] => {
    const { id, label, options } = question;
    const chosen = Object.hasOwn(read.answers, id) && options.find(({ value }) => value === read.answers[id]);
    return chosen
      ? [{ path: answerPath(question), after: chosen.value, label, text: textIn(chosen.label, form.lang) }]
      : [];
  });
  const issuer = issuerValues(form, read.issuer);
  return [
    ...tables,
    ...(answers.length > 0
      ? [{ id: '/answers', name: form.strings.report.questions, sure: true, values: answers, left: [] }]
      : []),
    ...(issuer.length > 0
      ? [{ id: '/issuer', name: form.strings.issuer.heading, sure: true, values: issuer, left: [] }]
      : []),
  ];
}

function tableGroup(form: ReportContext, view: TableView, { cells, sure, left }: ReadTable): ReadGroup {
  const columns = new Map(columnLeaves(view.columns).map((column) => [column.id, column]));
  const rows = new Map(view.rows.map(({ id, label }) => [id, label]));
  const path = tablePath(view);
  const before = form.valueAt(path);
  const first = view.open && Array.isArray(before) ? before.length : 0;
  const lost: string[] = [...left];
  let isSure = sure;
  const values = cells.flatMap(({ row, column: id, text }): ReadValue[] => {
    const column = columns.get(id);
    if (!column) return [];
    const at = view.open ? String(first + Number(row)) : row;
    if (view.open && Number(at) >= view.open.atMost) {
      lost.push(text);
      return [];
    }
    const options = column.options?.map(({ value, label }) => ({ value, label: textIn(label) }));
    const reading = cellCodec({ type: column.type ?? 'text', options, today: form.today }).read(text);
    if ('doubt' in reading) isSure = false;
    if ('doubt' in reading && column.type === 'yes-no') {
      lost.push(text);
      return [];
    }
    const label = `${rows.get(row) ?? String(Number(at) + 1)}, ${columnName(column)}`;
    return [{ path: `${path}${pointer(at, id)}`, after: storedFrom(reading, text), label, text }];
  });
  return { id: view.id, name: tableName(view), sure: isSure && lost.length === 0, values, left: lost };
}

/** In the order in which the form asks for them. */
const ISSUER = [
  'superior',
  'name',
  'place',
  'number',
  'symbol',
  'date',
  'authority',
  'title',
  'signer',
  'recipients',
] as const;

function issuerValues(form: ReportContext, issuer: ReadReport['issuer']): ReadValue[] {
  if (!form.view.dossier.items.some(({ as }) => as.includes('print'))) return [];
  return ISSUER.flatMap((part): ReadValue[] => {
    const said = issuer[part];
    const value =
      typeof said === 'object' && 'length' in said ? [...said] : typeof said === 'object' ? understood(said) : said;
    if (value === undefined || value === null) return [];
    const text = Array.isArray(value)
      ? value.join('; ')
      : part === 'date'
        ? cellCodec({ type: 'date' }).show(value)
        : value;
    return [{ path: `/issuer/${part}`, after: value, label: form.strings.issuer[part], text }];
  });
}

/**
 * The changes that take a group over. What is there already stays, unless it is to be replaced.
 *
 * @returns with what was not written for that reason
 */
export function changesOf(
  form: ReportContext,
  { id, values }: ReadGroup,
  replace: boolean,
): { readonly changes: readonly Omit<Change, 'before'>[]; readonly kept: readonly ReadValue[] } {
  const view = tablesAsked(form).find((table) => table.id === id);
  if (view?.open) return { changes: rowsOf(form, view, values, replace), kept: [] };
  const changes: Omit<Change, 'before'>[] = [];
  const kept: ReadValue[] = [];
  for (const value of values) {
    const before = form.valueAt(value.path) ?? null;
    if (sameValue(before, value.after)) continue;
    if (before === null || before === '' || replace) changes.push({ path: value.path, after: value.after });
    else kept.push(value);
  }
  return { changes, kept };
}

/** The rows of an open table as one change, behind those that are there or in their place. */
function rowsOf(form: ReportContext, view: TableView, values: readonly ReadValue[], replace: boolean) {
  const path = tablePath(view);
  const stored = form.valueAt(path);
  const before: unknown[] = Array.isArray(stored) ? stored : [];
  const rows: Record<string, unknown>[] = [];
  for (const { path: at, after } of values) {
    const [row = '', column = ''] = at.slice(path.length + 1).split('/');
    (rows[Number(row) - before.length] ??= {})[column] = after;
  }
  const added = rows.filter((row) => row !== undefined);
  return added.length === 0 ? [] : [{ path, after: [...(replace ? [] : before), ...added] }];
}

/** Whether something that a group says otherwise is there already. */
export const hasOther = (form: ReportContext, { id, values }: ReadGroup): boolean => {
  const view = tablesAsked(form).find((table) => table.id === id);
  if (view?.open) return (valueAt(form.submission, `${tablePath(view)}/0`) ?? null) !== null;
  return values.some(({ path, after }) => {
    const before = form.valueAt(path) ?? null;
    return before !== null && before !== '' && !sameValue(before, after);
  });
};
