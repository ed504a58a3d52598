import { checkCondition, type Place, type Readable } from './pack-conditions.js';
import { fixedRows, packRows, type PackColumn, type PackRow, type PackTable } from '../kinds/table.js';
import type { Operand } from '../strings/operands.js';
import { BOUNDS, checksOf, EVERY_COUNT, isCellTest } from '../kinds/table-check.js';
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
    const filled = leaves.filter(({ computed }) => !computed);
    const counted = filled.filter(({ type = 'count' }) => type === 'count' || type === 'percent');
    const before = compared;
    const rows = packRows(fixedRows(table));
    compared += rows.length * filled.length * counted.length;
    if (!tooMany && before <= MAX_COMPARED && compared > MAX_COMPARED) {
      report(here, 'table-too-large', `${rows.length} × ${filled.length}`);
    }
    checkRows(fixedRows(table), [...here, 'rows'], new Set(), report);
    const names = leaves.map(({ id }) => id);
    const isOpen = !Array.isArray(table.rows);
    tables.set(
      table.id,
      filled.map(({ id }) => id),
    );
    for (const name of ['numbered'] as const) {
      if (isOpen && table[name] !== undefined) report([...here, name], 'open-rows', name);
    }
    leaves.forEach((leaf) => {
      if (!isOpen && leaf.optional) report([...here, 'columns'], 'column-optional', leaf.id);
    });
    if (!Array.isArray(table.rows) && (table.rows.atLeast ?? 0) > table.rows.atMost) {
      report([...here, 'rows'], 'bounds-exclude');
    }
    const seen = new Set<string>();
    for (const name of tooMany ? [] : names) {
      if (seen.has(name)) report([...here, 'columns'], 'duplicate', name);
      seen.add(name);
    }
    checkColumns(table.columns, [...here, 'columns'], leaves, naming, report);
  });
  for (const [name, columns] of Object.entries(sets)) {
    checkColumns(columns, [...at, 'columnSets', name], null, naming, report);
  }
  const place: Place = { fields: questions, tables, facts };
  (form.tables ?? []).forEach((table, index) => checkChecks(table, [...at, 'tables', index], form, place, report));
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
    const leafOnly = (['type', 'down', 'across', 'of', 'computed', 'number', 'optional', 'options'] as const).filter(
      (name) => column[name] !== undefined,
    );
    if ((column.columns && column.use) || (above && leafOnly.length > 0)) report(here, 'column');
    const needsOptions = column.type === 'choice';
    if (needsOptions !== (column.options !== undefined)) report(here, 'column-options', column.id);
    if (column.columns) checkColumns(column.columns, [...here, 'columns'], leaves, { questions, names }, report);
    if (leaves) {
      column.of?.forEach((id, place) => countColumn(id, leaves, [...here, 'of', place], report));
      checkComputed(column, here, leaves, report);
    }
  });
}

function countColumn(
  id: string,
  leaves: readonly PackColumn[],
  path: Path,
  report: Report,
  mayBeComputed = false,
): void {
  const leaf = leaves.find((entry) => entry.id === id);
  if (!leaf) report(path, 'reference', id, namesOf(leaves));
  else if (typeOf(leaf) !== 'count' || (leaf.computed && !mayBeComputed)) report(path, 'column-type', id, ['count']);
}

/** A computed column is made of counts, in the end of typed ones. */
function checkComputed(column: PackColumn, path: Path, leaves: readonly PackColumn[], report: Report): void {
  const { computed } = column;
  if (!computed) return;
  const [name, ids] = Object.entries(computed)[0] as [string, string[]];
  ids.forEach((id, place) => countColumn(id, leaves, [...path, 'computed', name, place], report, true));
  if (column.type !== undefined && column.type !== typeOf(column)) {
    report([...path, 'type'], 'column-type', column.id, [typeOf(column)]);
  }
  const seen = new Set<string>();
  const rest = [...ids];
  while (rest.length > 0) {
    const id = rest.pop()!;
    if (id === column.id) return report([...path, 'computed'], 'cycle', id);
    if (seen.has(id)) continue;
    seen.add(id);
    rest.push(...Object.values(leaves.find((leaf) => leaf.id === id)?.computed ?? {}).flat());
  }
}

/** As compiled: a share is a percentage, other computed columns are counts. */
function typeOf({ type, computed }: PackColumn): string {
  if (computed) return 'percent' in computed ? 'percent' : 'count';
  return type ?? 'count';
}

/** Ids are unique over all groups; a group that is computed, or a heading, has nothing that could be required. */
function checkRows(rows: readonly PackRow[], path: Path, seen: Set<string>, report: Report): void {
  // Within one list, they are already known to be unique.
  const above = new Set(seen);
  rows.forEach((row, index) => {
    const here = [...path, index];
    if (above.has(row.id)) report([...here, 'id'], 'duplicate', row.id);
    seen.add(row.id);
    const { parts = 'sum' } = row;
    const isTyped = !row.rows || !['sum', 'heading'].includes(parts);
    if (!row.rows && row.parts) report([...here, 'parts'], 'row-parts', row.id);
    if (!isTyped && row.required) report([...here, 'required'], 'row-required', row.id);
    if (row.severity && (!row.rows || !isTyped)) report([...here, 'severity'], 'row-severity', row.id);
    if (row.rows) checkRows(row.rows, [...here, 'rows'], seen, report);
    for (const each of packRows(row.rows ?? [])) above.add(each.id);
  });
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

/** What a check reads of its form: other tables, facts, and questions in its condition. */
function checkChecks(table: PackTable, at: Path, form: ReportForm, place: Place, tell: Report): void {
  // What is wrong for several columns is said once.
  const said = new Set<string>();
  const report: Report = (path, code, detail, allowed) => {
    const key = JSON.stringify([path, code, detail]);
    if (!said.has(key)) tell(path, code, detail, allowed);
    said.add(key);
  };
  const sets = form.columnSets ?? {};
  const tables = new Map((form.tables ?? []).map((each) => [each.id, each]));
  const numeric = ['count', 'percent'];
  const cell = (of: PackTable, id: string, types: readonly string[], path: Path, computed = true) => {
    const { leaves } = leavesOf(of.columns, sets);
    const leaf = leaves.find((entry) => entry.id === id);
    if (!leaf) report(path, 'reference', id, namesOf(leaves));
    else if (!types.includes(typeOf(leaf)) || (leaf.computed && !computed)) report(path, 'column-type', id, types);
    return leaf;
  };
  const other = (id: string | undefined, path: Path): PackTable | undefined => {
    if (id === undefined) return table;
    const found = tables.get(id);
    if (!found) report([...path, 'table'], 'reference', id, [...tables.keys()]);
    return found;
  };
  const row = (of: PackTable, id: string, path: Path) => {
    const rows = packRows(fixedRows(of)).filter(({ rows: below, parts }) => !below || parts !== 'heading');
    if (!rows.some((each) => each.id === id))
      report(
        path,
        'reference',
        id,
        rows.map((each) => each.id),
      );
  };
  const counts = leavesOf(table.columns, sets).leaves.filter((leaf) => typeOf(leaf) === 'count' && !leaf.computed);
  const checks = (table.checks ?? []).flatMap((shape, index) => {
    const single = checksOf(shape, namesOf(counts));
    if (single.length === 0) report([...at, 'checks', index, 'at'], 'reference', EVERY_COUNT, []);
    const named = (column: number): Path => (Array.isArray(shape.at) ? ['at', column] : ['at']);
    return single.map((check, column) => ({ check, here: [...at, 'checks', index], named: named(column) }));
  });
  checks.forEach(({ check, here, named }) => {
    const inTotals = check.rows === 'total';
    const judged = Array.isArray(check.rows)
      ? check.rows
      : inTotals
        ? []
        : packRows(fixedRows(table))
            .filter(({ rows: below, parts }) => !below || parts !== 'heading')
            .map(({ id }) => id);
    const operand = (shape: Operand, path: Path): void => {
      if (typeof shape === 'number') return;
      if (typeof shape === 'string') {
        const known = namesOf(leavesOf(table.columns, sets).leaves);
        if (known.includes(shape)) return void cell(table, shape, numeric, path);
        return report(path, 'check-column', shape, known);
      }
      if ('column' in shape) {
        const of = other(shape.table, path);
        if (!of) return;
        cell(of, shape.column, numeric, [...path, 'column']);
        if (shape.row !== undefined) row(of, shape.row, [...path, 'row']);
        // The same row, which the other table must have; the total row has none.
        else if (inTotals) report(path, 'check-total', shape.column);
        else if (of !== table && !Array.isArray(table.rows)) report(path, 'check-total', shape.column);
        else if (of !== table) judged.forEach((id) => row(of, id, [...path, 'table']));
      } else if ('row' in shape) {
        operand({ ...shape, column: check.at }, path);
      } else if ('total' in shape) {
        const of = other(shape.table, path);
        if (of) totalled(of, shape.total, [...path, 'total']);
      } else if ('fact' in shape) {
        const fact = shape.fact === 'members' ? 'count' : place.facts?.get(shape.fact)?.type;
        if (fact === undefined) report([...path, 'fact'], 'reference', shape.fact, [...(place.facts?.keys() ?? [])]);
        else if (fact !== 'count') report([...path, 'fact'], 'column-type', shape.fact, ['count']);
      } else if ('sum' in shape) shape.sum.forEach((part, step) => operand(part, [...path, 'sum', step]));
      else if ('minus' in shape) shape.minus.forEach((part, step) => operand(part, [...path, 'minus', step]));
      else if ('ticks' in shape) {
        if (inTotals) report([...path, 'ticks'], 'check-total', shape.ticks.join(', '));
        shape.ticks.forEach((id, step) => cell(table, id, ['yes-no'], [...path, 'ticks', step], false));
      } else operand(shape.of, [...path, 'of']);
    };
    const totalled = (of: PackTable, id: string, path: Path): void => {
      const leaf = cell(of, id, numeric, path);
      const { leaves } = leavesOf(of.columns, sets);
      const adds = (column: PackColumn | undefined): boolean => {
        if (!column) return true;
        const parts = column.computed
          ? 'sum' in column.computed
            ? []
            : Object.values(column.computed).flat()
          : (column.of ?? []);
        if (parts.length > 0) return parts.every((part) => adds(leaves.find((each) => each.id === part)));
        return (column.down ?? (typeOf(column) === 'count' ? 'sum' : 'none')) === 'sum';
      };
      if (leaf && !adds(leaf)) report(path, 'check-total', id);
    };
    const bounds = BOUNDS.filter((name) => check[name] !== undefined);
    const opposed = bounds.length > 1 && (check.is !== undefined || bounds.length > 2);
    if (bounds.length + (check.positiveNeeds === undefined ? 0 : 1) === 0 || opposed) report(here, 'check-test');
    if (check.positiveNeeds !== undefined && bounds.length > 0) report(here, 'check-test');
    if (inTotals) totalled(table, check.at, [...here, ...named]);
    else cell(table, check.at, numeric, [...here, ...named]);
    for (const name of bounds) operand(check[name]!, [...here, name]);
    if (check.positiveNeeds !== undefined) cell(table, check.positiveNeeds, numeric, [...here, 'positiveNeeds']);
    const { when } = check;
    if (when && isCellTest(when)) {
      cell(table, when.at, numeric, [...here, 'when', 'at']);
      if (BOUNDS.every((name) => when[name] === undefined)) report([...here, 'when'], 'bounds-none');
    } else if (when) checkCondition(when, place, [...here, 'when'], report);
    if (Array.isArray(check.rows)) check.rows.forEach((id, step) => row(table, id, [...here, 'rows', step]));
  });
}

const namesOf = (leaves: readonly PackColumn[]): string[] => leaves.map(({ id }) => id);
