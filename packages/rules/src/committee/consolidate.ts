import { answersOf } from './answers.js';
import { parseInstant } from '../calendar.js';
import type { Finding } from '../finding.js';
import { formOfType, periodOf } from '../form-of-type.js';
import { intake } from './intake.js';
import type { LeftOut, Received, RosterUnit } from './received.js';
import type { Rulebook } from '../rulebook.js';
import { defineLazily } from './lazy.js';
import { packTexts, textOf, type PackedTexts } from './packed-texts.js';
import { leaves } from '../section-leaves.js';
import { notAddedFindings, sumFindings } from './sum-findings.js';
import { cellLayout, cellValues, openRows, sumTables, type CellValues, type SummedTables } from './table-sums.js';
import type { TableRow } from '../submission.js';
import type { Lang } from '../text.js';
import { canonicalJson } from '../values/canonical.js';

/** Which reports to consolidate, and as of when. */
export interface ConsolidateOptions {
  /** ISO 8601 instant with an offset; each report is judged as of its own `at` */
  now: string;
  /** id of a report form */
  form: string;
  /** id of one of the form's periods, if it has any */
  period?: string | undefined;
  /** the committee's list of units; units named by the directive are always included */
  units?: Iterable<RosterUnit> | undefined;
  lang?: Lang | undefined;
}

/** Many units' reports combined. */
export interface Consolidation {
  readonly form: string;
  readonly period: string | null;
  readonly units: ConsolidatedUnits;
  /** names by unit id, as known from the list, the directive or the reports */
  readonly names: Readonly<Record<string, string>>;
  /** groups by unit id, likewise; some dates depend on the group */
  readonly groups: Readonly<Record<string, string>>;
  /** submissions not included in the sums, in order of arrival */
  readonly leftOut: readonly LeftOut[];
  /** section id → every counted unit's text, ordered by group and unit; null if it wrote none. Computed when read */
  readonly sections: Readonly<Record<string, readonly { readonly unit: string; readonly text: string | null }[]>>;
  readonly tables: SummedTables;
  /** table id → every row of each counted unit, ordered by group and unit; tables of open rows only */
  readonly rows: Readonly<Record<string, readonly { readonly unit: string; readonly row: TableRow }[]>>;
  readonly findings: readonly Finding[];
}

/** Lists of ids, ordered by group and unit. */
export interface ConsolidatedUnits {
  readonly counted: readonly string[];
  /** the counted units whose report arrived after their deadline */
  readonly late: readonly string[];
  /** must answer and sent nothing */
  readonly missing: readonly string[];
  /** not asked to answer this form */
  readonly exempt: readonly string[];
}

interface Kept {
  readonly texts: PackedTexts;
  readonly cells: CellValues;
  /** of each table of open rows */
  readonly rows: readonly (readonly TableRow[])[];
}

/**
 * Combines many units' reports in one pass: texts are collected by section, tables are summed. Each report is released
 * once judged, except for its texts and numbers; the order of arrival makes no difference. No input is fatal: reports
 * that cannot be used are left out, with the reason.
 *
 * @throws RangeError if `now` or an `at` is not an ISO 8601 instant with an offset, `form` is not a report form, or
 * `period` is not one of its periods
 */
export async function consolidate(
  rulebook: Rulebook,
  received: AsyncIterable<Received> | Iterable<Received>,
  { now, form: formId, period = undefined, units, lang = 'vi' }: ConsolidateOptions,
): Promise<Consolidation> {
  parseInstant(now);
  const form = formOfType(rulebook, formId, 'report');
  const ofPeriod = periodOf(form, period);

  const sections = leaves(form.view.report.outline);
  const layout = cellLayout(form);
  const open = form.view.report.tables.filter((table) => table.open);
  const desk = intake<Kept>(rulebook, form, {
    period: ofPeriod,
    lang,
    keep: (report, group) => ({
      texts: packTexts(sections.map(({ id }) => report.sections?.[id] ?? null)),
      cells: cellValues(layout, report, group),
      rows: open.map((table) => openRows(table, report, group)),
    }),
    compare: compareKept,
  });
  for await (const item of received) desk.take(item);

  const answers = answersOf(rulebook, form, desk, { units, lang });
  const { tables, notAdded } = sumTables(
    layout,
    answers.counted.map(({ id, kept }) => ({ id, cells: kept.cells })),
  );
  return {
    form: form.id,
    period: period ?? null,
    units: {
      counted: answers.counted.map(({ id }) => id),
      late: answers.late,
      missing: answers.missing,
      exempt: answers.exempt,
    },
    names: answers.names,
    groups: answers.groups,
    leftOut: [...desk.refused]
      .sort((left, right) => left.index - right.index)
      .map(({ source, unit, reason }) => ({ source, ...(unit !== undefined && { unit }), reason })),
    sections: wordsBySection(
      sections.map(({ id }) => id),
      answers.counted,
    ),
    tables,
    rows: Object.fromEntries(
      open.map(({ id }, at) => [
        id,
        answers.counted.flatMap(({ id: unit, kept }) => kept.rows[at]!.map((row) => ({ unit, row }))),
      ]),
    ),
    findings: [
      ...answers.findings,
      ...notAddedFindings(notAdded, lang),
      ...sumFindings(rulebook, form, tables, { now, lang }),
    ],
  };
}

function wordsBySection(
  sections: readonly string[],
  counted: readonly { readonly id: string; readonly kept: Kept }[],
): Consolidation['sections'] {
  const record = {};
  for (const [at, section] of sections.entries()) {
    function* words() {
      for (const { id, kept } of counted) yield { unit: id, text: textOf(kept.texts, at) };
    }
    defineLazily(record, section, { list: words });
  }
  return record;
}

/** An arbitrary order that depends only on the contents. */
const compareKept = (left: Kept, right: Kept): number =>
  compareNumbers(left.cells, right.cells) ||
  compareNumbers(left.texts.starts, right.texts.starts) ||
  compareNumbers(left.texts.bytes, right.texts.bytes) ||
  compareTexts(canonicalJson(left.rows), canonicalJson(right.rows));

const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Compares lists of equal length (equal `starts` imply equally many bytes); NaN comes first. */
function compareNumbers(left: ArrayLike<number>, right: ArrayLike<number>): number {
  for (let at = 0; at < left.length; at++) {
    const [one, other] = [left[at]!, right[at]!];
    if (Object.is(one, other)) continue;
    return (Number.isNaN(one) ? -1 : one) - (Number.isNaN(other) ? -1 : other);
  }
  return 0;
}
