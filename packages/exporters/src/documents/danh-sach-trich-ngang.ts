import type { FieldType, FieldView, NominationView } from '@kl01/rules';
import { holds, textIn } from '@kl01/rules';
import type { Align, Inline, Row, Table } from '../document.js';
import { words } from '../strings/document-words.js';
import { shortDate } from './dates.js';
import type { NomineeGroup } from './nominees.js';
import type { Source } from './sources.js';
import { textOf, upperFirst } from './text.js';

interface Column {
  readonly field: string;
  readonly type: FieldType;
  /** one per kind that calls it differently */
  readonly labels: readonly string[];
}

/**
 * The list of nominees: one column for every field in words that the form asks for, in the form's order; ratings and
 * yes-or-no fields serve judging and stay out. Groups "I. Tập thể", "II. Cá nhân", numbering restarting in each.
 */
export function listTable(view: NominationView, groups: readonly NomineeGroup[], source: Source): Table {
  const columns = columnsOf(groups.length > 0 ? groups : view.kinds);
  return {
    kind: 'table',
    columns: [
      { share: ORDINAL_SHARE, align: 'center' },
      ...columns.map(({ field, type }) => ({ share: shareOf(field, type), align: alignOf(type) })),
    ],
    head: [[headCell(words.ordinal), ...columns.map(({ labels }) => headCell(labels.join(' / ')))]],
    rows: groups.flatMap((group, index) => [
      groupRow(ROMAN[index] ?? String(index + 1), group.label, columns.length),
      ...group.nominees.map((nominee, place) => nomineeRow(place + 1, nominee, { group, columns, source })),
    ]),
  };
}

/** Columns beyond this number need the width of a page turned on its side. */
export const isWide = (table: Table) => table.columns.length > 4;

const PRINTED: readonly FieldType[] = ['text', 'long-text', 'phone', 'date', 'count'];

/** The fields of all kinds in one order: a field new to a later kind follows the field it follows there. */
function columnsOf(kinds: readonly { readonly fields: readonly FieldView[] }[]): Column[] {
  const columns: Column[] = [];
  for (const { fields } of kinds) {
    let after = -1;
    for (const { field, type, label } of fields.filter((view) => PRINTED.includes(view.type))) {
      const known = columns.findIndex((column) => column.field === field);
      const column = columns[known];
      const text = textIn(label);
      if (!column) columns.splice(++after, 0, { field, type, labels: [text] });
      else {
        if (!column.labels.includes(text)) columns[known] = { ...column, labels: [...column.labels, text] };
        after = known;
      }
    }
  }
  return columns;
}

const headCell = (text: string) => ({ lines: [[text]] });

function groupRow(numeral: string, label: string, columns: number): Row {
  const name = { lines: [[upperFirst(label)]], across: columns, align: 'left' as const };
  return { role: 'group', cells: [{ lines: [[numeral]] }, name] };
}

interface Place {
  group: NomineeGroup;
  columns: readonly Column[];
  source: Source;
}

function nomineeRow(place: number, nominee: Readonly<Record<string, unknown>>, { group, columns, source }: Place): Row {
  const cells = columns.map(({ field }) => {
    const view = group.fields.find((own) => own.field === field);
    return { lines: view ? cellLines(view, nominee, source) : [] };
  });
  return { role: 'plain', cells: [{ lines: [[String(place)]] }, ...cells] };
}

/** A value that is not asked for in this nominee's case does not print; one that is due and missing is dotted. */
function cellLines(view: FieldView, nominee: Readonly<Record<string, unknown>>, { submission }: Source): Inline[][] {
  if (!holds(view.when, { submission, item: nominee })) return [];
  const text = printedValue(view.type, nominee[view.field]);
  if (text === undefined) return view.optional ? [] : [[{ unknown: 12 }]];
  return text.split(/\n+/).map((line) => [line.trim()]);
}

function printedValue(type: FieldType, value: unknown): string | undefined {
  if (type === 'date') return shortDate(value);
  if (type === 'count') return typeof value === 'number' ? String(value) : undefined;
  return textOf(value);
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const ORDINAL_SHARE = 5;

/** Shares of the table's width, found by printing names and summaries of usual length. */
function shareOf(field: string, type: FieldType): number {
  if (type === 'long-text') return 36;
  if (field === 'name') return 20;
  return type === 'text' ? 17 : 14;
}

const alignOf = (type: FieldType): Align =>
  type === 'phone' || type === 'date' || type === 'count' ? 'center' : 'left';
