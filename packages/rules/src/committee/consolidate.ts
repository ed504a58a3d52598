import { answersOf } from './answers.js';
import { parseInstant } from '../calendar.js';
import type { Finding } from '../finding.js';
import { formOfType } from '../form-of-type.js';
import { intake } from './intake.js';
import type { LeftOut, Received, RosterUnit } from './received.js';
import type { Rulebook } from '../rulebook.js';
import { defineLazily } from './lazy.js';
import { packTexts, textOf, type PackedTexts } from './packed-texts.js';
import { leaves } from '../section-leaves.js';
import { notAddedFindings, sumFindings } from './sum-findings.js';
import { cellLayout, cellValues, sumTables, type CellValues, type SummedTables } from './table-sums.js';
import type { Lang } from '../text.js';

/** Which reports to put together, and as of when. */
export interface ConsolidateOptions {
  /** ISO 8601 instant with an offset; each report is judged as of its own `at` */
  now: string;
  /** id of a report form */
  form: string;
  /** id of one of the form's periods, where it has any */
  period?: string | undefined;
  /** the committee's list of units; those that the directive names are on it anyway */
  units?: Iterable<RosterUnit> | undefined;
  lang?: Lang | undefined;
}

/** Many units' reports put together. */
export interface Consolidation {
  readonly form: string;
  readonly period: string | null;
  readonly units: ConsolidatedUnits;
  /** names by unit id, as far as the list, the directive or the reports know them */
  readonly names: Readonly<Record<string, string>>;
  /** their groups, likewise: by these go the dates that differ from group to group */
  readonly groups: Readonly<Record<string, string>>;
  /** what is not in the sums, in the order it came */
  readonly leftOut: readonly LeftOut[];
  /** section id → every counted unit's words, in order of group and unit; null: it wrote none. Made when read */
  readonly sections: Readonly<Record<string, readonly { readonly unit: string; readonly text: string | null }[]>>;
  readonly tables: SummedTables;
  readonly findings: readonly Finding[];
}

/** Lists of ids, in order of group and unit. */
export interface ConsolidatedUnits {
  readonly counted: readonly string[];
  /** of these, those that came after their deadline */
  readonly late: readonly string[];
  /** have to answer and sent nothing */
  readonly missing: readonly string[];
  /** not asked for this form */
  readonly exempt: readonly string[];
}

interface Kept {
  readonly texts: PackedTexts;
  readonly cells: CellValues;
}

/**
 * Puts many units' reports together in one pass: their words section by section, their tables added up. What came in is
 * let go once it is judged, but for its words and numbers; the order in which it comes makes no difference.
 * Nothing that came in is fatal: it is left out, with the reason.
 *
 * @throws RangeError when `now` or an `at` is not an ISO 8601 instant with an offset, `form` is no report form, or `period` none of its periods
 */
export async function consolidate(
  rulebook: Rulebook,
  received: AsyncIterable<Received> | Iterable<Received>,
  { now, form: formId, period = undefined, units, lang = 'vi' }: ConsolidateOptions,
): Promise<Consolidation> {
  parseInstant(now);
  const form = formOfType(rulebook, formId, 'report');
  const periods = form.view.periods.map(({ id }) => id);
  if (periods.length > 0 ? !periods.includes(period!) : period !== undefined) {
    throw new RangeError(`the form "${formId}" has these periods: ${periods.join(', ') || 'none'}; not "${period}"`);
  }

  const sections = leaves(form.view.report.outline);
  const layout = cellLayout(form);
  const desk = intake<Kept>(rulebook, form, {
    period: period ?? null,
    lang,
    keep: (report, group) => ({
      texts: packTexts(sections.map(({ id }) => report.sections?.[id] ?? null)),
      cells: cellValues(layout, report, group),
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

/** Any order that depends on the contents alone. */
const compareKept = (left: Kept, right: Kept): number =>
  compareNumbers(left.cells, right.cells) ||
  compareNumbers(left.texts.starts, right.texts.starts) ||
  compareNumbers(left.texts.bytes, right.texts.bytes);

/** Lists of one length (equal starts mean as many bytes); NaN stands first. */
function compareNumbers(left: ArrayLike<number>, right: ArrayLike<number>): number {
  for (let at = 0; at < left.length; at++) {
    const [one, other] = [left[at]!, right[at]!];
    if (Object.is(one, other)) continue;
    return (Number.isNaN(one) ? -1 : one) - (Number.isNaN(other) ? -1 : other);
  }
  return 0;
}
