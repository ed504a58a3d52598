import { checkCondition, type Place, type Readable } from './pack-conditions.js';
import type { PackColumn } from '../kinds/table.js';
import type { PackSection } from '../kinds/outline.js';
import type { ReportForm } from './pack.js';
import type { Path, Report } from './pack-problem.js';

/** Maximum number of leaf columns in a table, however its column sets are nested. */
const MAX_COLUMNS = 1000;

/**
 * Maximum of rows times columns times columns, over all tables of a form: a blank cell is reported only if none before
 * it is blank, so a row's rules grow with the square of its columns. Far more than the longest annex needs.
 */
const MAX_COMPARED = 250_000;

/** Checks the references in a report's tables, questions and outline. */
export function reportReferences(
  form: ReportForm,
  facts: ReadonlyMap<string, Readable>,
  at: Path,
  report: Report,
): Place {
  const sets = form.columnSets ?? {};
  for (const name of Object.keys(sets)) checkSet(name, sets, [...at, 'columnSets', name], report);
  const questions = new Map<string, Readable>(
    (form.questions ?? []).map(({ id, options }) => [
      id,
      { type: 'choice', options: options.map((entry) => entry.id) },
    ]),
  );
  const naming: Naming = { questions, names: Object.keys(sets) };
  const tables = new Map<string, string[]>();
  let compared = 0;
  (form.tables ?? []).forEach((table, index) => {
    const here = [...at, 'tables', index];
    const { leaves, tooMany } = leavesOf(table.columns, sets);
    if (tooMany) report([...here, 'columns'], 'too-many-columns', String(MAX_COLUMNS));
    const filled = leaves.filter(({ sumOf }) => !sumOf);
    const counted = filled.filter(({ type = 'count' }) => type === 'count' || type === 'percent');
    const before = compared;
    compared += table.rows.length * filled.length * counted.length;
    if (!tooMany && before <= MAX_COMPARED && compared > MAX_COMPARED) {
      report(here, 'table-too-large', `${table.rows.length} × ${filled.length}`);
    }
    const names = leaves.map(({ id }) => id);
    tables.set(
      table.id,
      filled.map(({ id }) => id),
    );
    const seen = new Set<string>();
    for (const name of tooMany ? [] : names) {
      if (seen.has(name)) report([...here, 'columns'], 'duplicate', name);
      seen.add(name);
    }
    checkColumns(table.columns, [...here, 'columns'], leaves, naming, report);
    checkChecks(table, here, leaves, report);
  });
  for (const [name, columns] of Object.entries(sets)) {
    checkColumns(columns, [...at, 'columnSets', name], null, naming, report);
  }
  const place: Place = { fields: questions, tables, facts };
  (form.questions ?? []).forEach(({ when }, index) =>
    checkCondition(when, place, [...at, 'questions', index, 'when'], report),
  );
  sectionConditions(form.outline ?? [], place, [...at, 'outline'], report);
  return place;
}

export function sectionConditions(sections: readonly PackSection[], place: Place, path: Path, report: Report): void {
  sections.forEach((section, index) => {
    checkCondition(section.when, place, [...path, index, 'when'], report);
    sectionConditions(section.sections ?? [], place, [...path, index, 'sections'], report);
  });
}

type Sets = Readonly<Record<string, readonly PackColumn[]>>;
const setOf = (sets: Sets, name: string): readonly PackColumn[] => (Object.hasOwn(sets, name) ? sets[name]! : []);

/** A column set may use others, but not itself, directly or indirectly. */
function checkSet(name: string, sets: Sets, path: Path, report: Report): void {
  const uses = (columns: readonly PackColumn[]): string[] =>
    columns.flatMap((column) => [...(column.use ? [column.use] : []), ...uses(column.columns ?? [])]);
  const seen = new Set<string>();
  const rest = uses(setOf(sets, name));
  while (rest.length > 0) {
    const used = rest.pop()!;
    if (used === name) return report(path, 'cycle', name);
    if (seen.has(used)) continue;
    seen.add(used);
    rest.push(...uses(setOf(sets, used)));
  }
}

/** The leaf columns of a table, up to the maximum. Recursive uses of a set are skipped. */
function leavesOf(columns: readonly PackColumn[], sets: Sets): { leaves: PackColumn[]; tooMany: boolean } {
  const leaves: PackColumn[] = [];
  let visited = 0;
  const visit = (list: readonly PackColumn[], trail: readonly string[]): boolean =>
    list.every((column) => {
      if (++visited > 2 * MAX_COLUMNS || leaves.length >= MAX_COLUMNS) return false;
      if (column.use) return trail.includes(column.use) || visit(setOf(sets, column.use), [...trail, column.use]);
      if (column.columns) return visit(column.columns, trail);
      return leaves.push(column) > 0;
    });
  return { tooMany: !visit(columns, []), leaves };
}

/** Questions that labels may depend on, and names of the sets that columns may use. */
interface Naming {
  readonly questions: ReadonlyMap<string, Readable>;
  readonly names: readonly string[];
}

/** @param leaves the table's leaves, or null within a set, whose columns are known only where it is used */
function checkColumns(
  columns: readonly PackColumn[],
  path: Path,
  leaves: readonly PackColumn[] | null,
  { questions, names }: Naming,
  report: Report,
): void {
  columns.forEach((column, index) => {
    const here = [...path, index];
    checkLabel(column, here, questions, report);
    const above = column.columns || column.use;
    if (column.use && !names.includes(column.use)) report([...here, 'use'], 'reference', column.use, names);
    const leafOnly = (['type', 'down', 'across', 'of', 'sumOf'] as const).filter((name) => column[name] !== undefined);
    if ((column.columns && column.use) || (above && leafOnly.length > 0)) report(here, 'column');
    if (column.columns) checkColumns(column.columns, [...here, 'columns'], leaves, { questions, names }, report);
    if (leaves) {
      column.of?.forEach((id, place) => countColumn(id, leaves, [...here, 'of', place], report));
      column.sumOf?.forEach((id, place) => countColumn(id, leaves, [...here, 'sumOf', place], report));
    }
  });
}

function countColumn(id: string, leaves: readonly PackColumn[], path: Path, report: Report): void {
  const leaf = leaves.find((entry) => entry.id === id);
  if (!leaf) report(path, 'reference', id, namesOf(leaves));
  else if ((leaf.type ?? 'count') !== 'count' || leaf.sumOf) report(path, 'column-type', id, ['count']);
}

/** A label that depends on an answer must name the question, its answers, and the label for any other answer. */
function checkLabel({ label }: PackColumn, path: Path, questions: ReadonlyMap<string, Readable>, report: Report): void {
  if (typeof label === 'string') return;
  const here = [...path, 'label'];
  for (const name of ['by', 'else']) if (!Object.hasOwn(label, name)) report([...here, name], 'missing', name);
  const question = label['by'];
  if (question === undefined) return;
  const options = questions.get(question)?.options;
  if (!options) return report([...here, 'by'], 'reference', question, [...questions.keys()]);
  for (const answer of Object.keys(label)) {
    if (!['by', 'else', ...options].includes(answer)) report([...here, answer], 'option', answer, options);
  }
}

function checkChecks(
  table: NonNullable<ReportForm['tables']>[number],
  at: Path,
  leaves: readonly PackColumn[],
  report: Report,
): void {
  const rows = new Set(table.rows.map(({ id }) => id));
  const numeric = ['count', 'percent'];
  const cell = (id: string | undefined, types: readonly string[], path: Path, computed = false) => {
    if (id === undefined) return;
    const leaf = leaves.find((entry) => entry.id === id);
    if (!leaf) report(path, 'reference', id, namesOf(leaves));
    else if (!types.includes(leaf.type ?? 'count') || (leaf.sumOf && !computed)) {
      report(path, 'column-type', id, types);
    }
  };
  (table.checks ?? []).forEach((check, index) => {
    const here = [...at, 'checks', index];
    const tests = [check.atMost, check.atLeast, check.is, check.positiveNeeds].filter((test) => test !== undefined);
    if (tests.length !== 1) report(here, 'check-test');
    cell(check.at, numeric, [...here, 'at']);
    cell(check.positiveNeeds, numeric, [...here, 'positiveNeeds']);
    cell(check.when?.at, numeric, [...here, 'when', 'at']);
    for (const side of ['atMost', 'atLeast', 'is'] as const) {
      const other = check[side];
      if (typeof other === 'string') cell(other, numeric, [...here, side], true);
      else if (typeof other === 'object') {
        const [name, list, types] = 'sum' in other ? ['sum', other.sum, numeric] : ['ticks', other.ticks, ['tick']];
        (list as string[]).forEach((id, place) => cell(id, types as string[], [...here, side, name as string, place]));
      }
    }
    check.rows?.forEach((row, place) => {
      if (!rows.has(row)) report([...here, 'rows', place], 'reference', row, [...rows]);
    });
  });
}

const namesOf = (leaves: readonly PackColumn[]): string[] => leaves.map(({ id }) => id);
