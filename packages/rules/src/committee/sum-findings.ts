import { check } from '../judge/check.js';
import { columnInTable } from '../columns.js';
import type { Finding } from '../finding.js';
import type { Logic, Rule, Rulebook, RulebookReport, TableView } from '../rulebook.js';
import { reviewing } from './strings/reviewing.js';
import type { NotAdded, SummedTables } from './table-sums.js';
import { fillTemplate, type Lang } from '../text.js';

/** Explains why a column or a cell of the consolidated tables is blank. */
export function notAddedFindings(notAdded: readonly NotAdded[], lang: Lang): Finding[] {
  return notAdded.map(({ table, row, column, reason }) => {
    const rowLabel = table.rows.find(({ id }) => id === row)?.label;
    const params = {
      table: titleOf(table),
      column: columnInTable(table.columns, column.id),
      ...(rowLabel !== undefined && { row: rowLabel }),
    };
    return {
      rule: `table/${table.id}/across`,
      severity: 'advice',
      path: row === null ? `/tables/${table.id}` : `/tables/${table.id}/${row}/${column.id}`,
      message: fillTemplate(reviewing[lang].across[reason], params),
      params,
      ...(table.cite && { cite: table.cite }),
    };
  });
}

const titleOf = ({ number, title }: TableView): string => [number, title].filter(Boolean).join('. ');

/** Runs the checks of the form's tables on the sums, as if one unit had sent them, for every group they apply to. */
export function sumFindings(
  rulebook: Rulebook,
  form: RulebookReport,
  tables: SummedTables,
  { now, lang }: { now: string; lang: Lang },
): Finding[] {
  const ofSums = sumsForm(form);
  if (ofSums.rules.length === 0) return [];
  const sums = Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      Object.fromEntries(
        Object.entries(rows).map(([row, cells]) => [
          row,
          Object.fromEntries(Object.entries(cells).map(([column, { value }]) => [column, value])),
        ]),
      ),
    ]),
  );
  const found = new Map<string, Finding>();
  for (const { id: group } of rulebook.unitGroups) {
    const submission = { rulebook: `${rulebook.id}@${rulebook.version}`, form: form.id, unit: { group }, tables: sums };
    for (const finding of check({ ...rulebook, forms: [ofSums] }, submission, { now, lang }).findings) {
      found.set(`${finding.rule} ${finding.path}`, finding);
    }
  }
  return [...found.values()];
}

const known = new WeakMap<RulebookReport, RulebookReport>();

/** The form reduced to the checks of its tables, without schema or required cells. */
function sumsForm(form: RulebookReport): RulebookReport {
  const ready = known.get(form);
  if (ready) return ready;
  const ids = new Set(
    form.view.report.tables.flatMap(({ id: table, checks }) => checks.map(({ id }) => `table/${table}/${id}`)),
  );
  const made: RulebookReport = {
    ...form,
    schema: { type: 'object' },
    rules: form.rules
      .filter(({ id }) => ids.has(id))
      .map((rule): Rule => (rule.assert === undefined ? rule : { ...rule, assert: ticksCounted(rule.assert) })),
  };
  known.set(form, made);
  return made;
}

/** In sums, a tick column holds the number of ticks: replaces expressions that count a tick as 1 with that number. */
function ticksCounted(logic: Logic): Logic {
  if (logic === null || typeof logic !== 'object') return logic;
  const ticked = tickOf(logic);
  if (ticked) return { if: [{ '!==': [ticked, null] }, ticked, 0] };
  return Object.fromEntries(
    Object.entries(logic).map(([operator, operands]) => [
      operator,
      Array.isArray(operands)
        ? operands.map((operand: Logic) => ticksCounted(operand))
        : ticksCounted(operands as Logic),
    ]),
  );
}

/** The variable in `{ if: [{ "===": [variable, true] }, 1, 0] }`, the form in which tables compile ticks. */
function tickOf(logic: { readonly [operator: string]: Logic | readonly Logic[] }): Logic | null {
  const parts = logic['if'];
  if (!Array.isArray(parts) || parts.length !== 3 || parts[1] !== 1 || parts[2] !== 0) return null;
  const test = (parts[0] as { '==='?: readonly Logic[] } | null)?.['==='];
  return Array.isArray(test) && test[1] === true ? (test[0] as Logic) : null;
}
