import type { Consolidation } from './consolidate.js';
import { typedColumns, typedRows } from '../table-numbers.js';
import { isNothingToReport } from '../judge/nothing-to-report.js';
import { ownMember } from '../values/own-member.js';
import type { RulebookReport, TableView } from '../rulebook.js';
import { leaves } from '../section-leaves.js';
import { reviewing } from './strings/reviewing.js';
import type { Submission, TableRow } from '../submission.js';
import { sumGiven } from './table-sums.js';
import type { Lang } from '../text.js';

/**
 * A draft of the committee's own report to the next level up: sections hold the units' texts under their names, tables
 * hold the sums. Sections, tables, rows and columns are matched by id; anything the form has no place for is left out,
 * and so are ticks, which a sum cannot answer. Cells stay blank if no unit filled them, or if there is no common value.
 *
 * @param form a report form, of this rulebook or of the superior committee's
 * @returns `sections` and `tables` of a submission; it is up to the officer to shorten the texts
 */
export function startReport(
  { sections, tables, rows, names }: Consolidation,
  form: RulebookReport,
  { lang = 'vi' }: { lang?: Lang } = {},
): Required<Pick<Submission, 'sections' | 'tables'>> {
  const words = reviewing[lang];
  const nameOf = (unit: string) => ownMember(names, unit) ?? unit;

  const textOf = (id: string): string | null => {
    const entries = ownMember(sections, id) ?? [];
    const written = entries.flatMap(({ unit, text }) =>
      text === null || isNothingToReport(text) ? [] : [words.sectionOf(nameOf(unit), text)],
    );
    const none = entries.filter(({ text }) => text !== null && isNothingToReport(text)).map(({ unit }) => nameOf(unit));
    const silent = entries.filter(({ text }) => text === null).map(({ unit }) => nameOf(unit));
    if (written.length + none.length === 0) return null;
    return [
      ...written,
      ...(none.length > 0 ? [words.nothingHappened(none.join('; '))] : []),
      ...(silent.length > 0 ? [words.nothingFrom(silent.join('; '))] : []),
    ].join('\n\n');
  };

  return {
    sections: Object.fromEntries(leaves(form.view.report.outline).map(({ id }) => [id, textOf(id)])),
    tables: Object.fromEntries(
      form.view.report.tables.map((table) => [
        table.id,
        table.open
          ? (ownMember(rows, table.id) ?? []).slice(0, table.open.atMost).map(({ row }) => rowFor(table, row))
          : Object.fromEntries(
              typedRows(table).map(({ id: row }) => [
                row,
                Object.fromEntries(
                  typedColumns(table.columns)
                    .filter(({ type }) => type === 'count' || type === 'percent')
                    .map(({ id: column }) => [column, sumGiven(tables[table.id]?.[row]?.[column])]),
                ),
              ]),
            ),
      ]),
    ),
  };
}

/** The cells of a unit's row that this table asks for. */
const rowFor = ({ columns }: TableView, row: TableRow): TableRow =>
  Object.fromEntries(typedColumns(columns).map(({ id }) => [id, ownMember(row, id) ?? null]));
