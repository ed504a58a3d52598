import type { FieldType, FieldView, NominationView } from '@kl01/rules';
import { holds, textIn } from '@kl01/rules';
import type { Align, Inline, Row, Table } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { fieldInWords, printing } from '../parts/field-words.js';
import type { NomineeGroup } from '../parts/nominees.js';
import type { Members } from '../parts/facts.js';
import { romanOf, textCell, textOf, upperFirst } from '../parts/text.js';

interface Column {
  readonly field: string;
  readonly type: FieldType;
  /** one for each kind with a different label */
  readonly labels: readonly string[];
}

/**
 * The list of nominees: a column for every text field of the form, in its order; ratings and yes-or-no fields are only
 * for judging and left out. Groups "I. Tập thể", "II. Cá nhân" are numbered separately.
 */
export function listTable(view: NominationView, groups: readonly NomineeGroup[], about: AboutNominees): Table {
  const columns = columnsOf(groups.length > 0 ? groups : view.kinds);
  const { unitOf } = about;
  const shares = sharesOf(columns, groups);
  return {
    kind: 'table',
    columns: [
      { share: shares.ordinal, align: 'center' },
      ...columns.map((column) => ({ share: shares.shareOf(column), align: alignOf(column.type) })),
      ...(unitOf ? [{ share: 17, align: 'left' as const }] : []),
    ],
    head: [
      [
        textCell(words.ordinal),
        ...columns.map(({ labels }) => textCell(labels.join(' / '))),
        ...(unitOf ? [textCell(words.proposedBy)] : []),
      ],
    ],
    rows: groups.flatMap((group, index) => [
      groupRow(romanOf(index), group.label, columns.length + (unitOf ? 1 : 0)),
      ...nomineeRows(group, columns, about),
    ]),
  };
}

/** Tables with more columns than this need landscape pages. */
export const isWide = (table: Table) => table.columns.length > 4;

/** The fields of all kinds in one order: a field that only a later kind has is placed after its predecessor there. */
function columnsOf(kinds: readonly { readonly fields: readonly FieldView[] }[]): Column[] {
  const columns: Column[] = [];
  for (const { fields } of kinds) {
    let after = -1;
    for (const { field, type, label } of fields.filter((view) => printing[view.type].listed)) {
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

function groupRow(numeral: string, label: string, columns: number): Row {
  const name = { lines: [[upperFirst(label)]], across: columns, align: 'left' as const };
  return { role: 'group', cells: [{ lines: [[numeral]] }, name] };
}

/** What a list shows of nominees beyond their own fields. */
export interface AboutNominees {
  readonly submissionOf: (nominee: Members) => Members;
  /** in a list of several units: the proposing unit */
  readonly unitOf?: (nominee: Members) => Inline;
}

function nomineeRows({ fields, nominees }: NomineeGroup, columns: readonly Column[], about: AboutNominees): Row[] {
  const { submissionOf, unitOf } = about;
  const views = columns.map(({ field }) => fields.find((own) => own.field === field));
  return nominees.map((nominee, place) => {
    const submission = submissionOf(nominee);
    const cells = views.map((view) => ({ lines: view ? cellLines(view, nominee, submission) : [] }));
    cells.unshift({ lines: [[String(place + 1)]] });
    if (unitOf) cells.push({ lines: [[unitOf(nominee)]] });
    return { role: 'plain', cells };
  });
}

/** Values that do not apply to this nominee are not printed; required but missing ones are dotted. */
function cellLines(view: FieldView, nominee: Members, submission: Members): Inline[][] {
  if (!holds(view.when, { submission, item: nominee })) return [];
  const text = fieldInWords(view, nominee[view.field]);
  if (text === undefined) return view.optional ? [] : [[{ unknown: 12 }]];
  return text.includes('\n') ? text.split(/\n+/).map((line) => [line.trim()]) : [[text]];
}

/**
 * Fractions of the table width, determined by printing names and summaries of typical length. Long summaries get more
 * space, taken from columns that can wrap; telephone numbers cannot.
 */
function sharesOf(columns: readonly Column[], groups: readonly NomineeGroup[]) {
  const lengths = columns
    .filter(({ type }) => type === 'long-text')
    .flatMap(({ field }) =>
      groups.flatMap(({ nominees }) => nominees.map((nominee) => textOf(nominee[field])?.length ?? 0)),
    );
  const usual = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
  const longText = Math.min(60, Math.max(LONG_TEXT_SHARE, usual / 8));
  const growth = (TABLE_SHARES + longText - LONG_TEXT_SHARE) / TABLE_SHARES;
  return {
    ordinal: 6 * growth,
    shareOf({ field, type }: Column): number {
      if (type === 'long-text') return longText;
      if (alignOf(type) === 'center') return 16 * growth;
      return field === 'name' ? 20 : 17;
    },
  };
}

const LONG_TEXT_SHARE = 36;
/** total of the columns that directives usually ask for */
const TABLE_SHARES = 112;

const alignOf = (type: FieldType): Align => printing[type].listed ?? 'left';
