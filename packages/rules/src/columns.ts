import type { ColumnView } from './rulebook.js';

/** Columns under headings of any depth. */
interface Heading<Column> {
  readonly columns?: readonly Column[] | undefined;
}

/** Columns that hold cells, in order; headings are skipped. */
export const columnLeaves = <Column extends Heading<Column>>(columns: readonly Column[]): Column[] =>
  columns.flatMap((column) => (column.columns ? columnLeaves(column.columns) : [column]));

/** The column of an id, which may stand under headings. */
export function columnOf(columns: readonly ColumnView[], id: string | undefined): ColumnView | undefined {
  let leaves = leavesByTable.get(columns);
  if (!leaves) leavesByTable.set(columns, (leaves = new Map(columnLeaves(columns).map((leaf) => [leaf.id, leaf]))));
  return leaves.get(id);
}

/** Cached because cells are looked up one by one; safe because rulebooks are immutable. */
const leavesByTable = new WeakMap<readonly ColumnView[], ReadonlyMap<string | undefined, ColumnView>>();

/** One cell of a table's head: the index of its first leaf, how many leaves it spans, and how many levels. */
export interface HeadCell<Column> {
  readonly column: Column;
  readonly at: number;
  readonly across: number;
  readonly down: number;
}

/** The head from top to bottom, without the corner cell; a heading without subheadings spans down to the rows. */
export function headLevels<Column extends Heading<Column>>(columns: readonly Column[]): HeadCell<Column>[][] {
  const depth = Math.max(1, ...columns.map((column) => levels(column)));
  const head: HeadCell<Column>[][] = Array.from({ length: depth }, () => []);
  const place = (column: Column, level: number, at: number): number => {
    const across = columnLeaves([column]).length;
    head[level]?.push({ column, at, across, down: column.columns ? 1 : depth - level });
    column.columns?.reduce((next, each) => place(each, level + 1, next), at);
    return at + across;
  };
  columns.reduce((at, column) => place(column, 0, at), 0);
  return head;
}

const levels = <Column extends Heading<Column>>({ columns }: Column): number =>
  1 + (columns ? Math.max(...columns.map((below) => levels(below))) : 0);

/** A column's label; if it depends on an answer, the one for any other answer. */
export const columnName = ({ label }: Pick<ColumnView, 'label'>): string =>
  typeof label === 'string' ? label : label.else;

/** The labels of each leaf column, preceded by those of the headings above it, outermost first. */
const trailsOf = (columns: readonly ColumnView[], above: readonly string[] = []): string[][] =>
  columns.flatMap((column) => {
    const trail = [...above, columnName(column)];
    return column.columns ? trailsOf(column.columns, trail) : [trail];
  });

/**
 * The label that identifies a column within its table: its own, prefixed with as many headings as needed to distinguish
 * it from columns of the same label, such as `Hội nghị trực tiếp – Số cuộc`.
 *
 * @param trails the labels of every column, its own last
 */
export function tellingWords(trails: readonly (readonly string[])[], own: readonly string[]): string {
  const ends = (trail: readonly string[], length: number): string => JSON.stringify(trail.slice(-length));
  let length = 1;
  const isAlone = (): boolean => trails.filter((trail) => ends(trail, length) === ends(own, length)).length < 2;
  while (length < own.length && !isAlone()) length += 1;
  return own.slice(-length).join(' – ');
}

/** A column's label, made distinct within its table; if it depends on an answer, the one for any other answer. */
export function columnInTable(columns: readonly ColumnView[], id: string): string {
  let names = namesByTable.get(columns);
  if (!names) namesByTable.set(columns, (names = namesIn(columns)));
  return names.get(id) ?? id;
}

/** Cached because names are looked up cell by cell; safe because rulebooks are immutable. */
const namesByTable = new WeakMap<readonly ColumnView[], ReadonlyMap<string, string>>();

/** `tellingWords` for all columns at once; common endings are counted beforehand. */
function namesIn(columns: readonly ColumnView[]): Map<string, string> {
  const trails = trailsOf(columns);
  const lengths = (trail: readonly string[]) => trail.map((_, at) => at + 1);
  const ends = (trail: readonly string[], length: number): string => JSON.stringify(trail.slice(-length));
  const alike = new Map<string, number>();
  for (const trail of trails) {
    for (const length of lengths(trail)) alike.set(ends(trail, length), (alike.get(ends(trail, length)) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  columnLeaves(columns).forEach(({ id }, index) => {
    const trail = trails[index]!;
    const length = lengths(trail).find((long) => alike.get(ends(trail, long)) === 1) ?? trail.length;
    if (!names.has(id)) names.set(id, trail.slice(-length).join(' – '));
  });
  return names;
}

/** Whether a table or column with these groups is asked of a unit of this group; without groups, it always is. */
export const isAskedOf = (groups: readonly string[] | undefined, group: unknown): boolean =>
  groups === undefined || (typeof group === 'string' && groups.includes(group));

/** The columns that a unit of this group is asked for. A heading with no columns left is dropped too. */
export function askedColumns(columns: readonly ColumnView[], group: unknown): ColumnView[] {
  return columns.flatMap((column) => {
    if (!isAskedOf(column.groups, group)) return [];
    if (!column.columns) return [column];
    const below = askedColumns(column.columns, group);
    return below.length > 0 ? [{ ...column, columns: below }] : [];
  });
}

/**
 * A column's label, as chosen by a report's answers.
 * @param answers the report's answers by question; untrusted
 */
export function columnWords({ label }: Pick<ColumnView, 'label'>, answers: Readonly<Record<string, unknown>>): string {
  if (typeof label === 'string') return label;
  const answer = Object.hasOwn(answers, label.by) ? answers[label.by] : undefined;
  const chosen = typeof answer === 'string' && answer !== 'by' && Object.hasOwn(label, answer) && label[answer];
  return chosen || label.else;
}
