import { columnName } from '../columns.js';
import { consolidate, type Consolidation } from '../committee/consolidate.js';
import { eachOf } from '../committee/lazy.js';
import { ownMember } from '../values/own-member.js';
import type { LeftOutReason } from '../committee/received.js';
import type { ColumnView, RulebookReport, SectionView } from '../rulebook.js';
import { committee } from './strings/cli-committee.js';
import { textIn, type Lang } from '../text.js';
import { askedFor, findingLines, type CommitteeOptions, type Told } from './committee.js';
import type { Shell } from './files.js';
import { receivedFrom } from './received.js';

/** Consolidates many units' reports, and prints the result as text or JSON. */
export async function consolidateFiles(
  paths: readonly string[],
  options: CommitteeOptions,
  shell: Shell,
): Promise<Told> {
  const { rulebook, form, now, units, progress } = await askedFor(options, 'report', shell);
  const { period } = options;
  const received = receivedFrom(paths, { rulebook, form, now, progress }, shell);
  const result = await consolidate(rulebook, received, { now, form: form.id, period, units, lang: shell.lang });
  return { json: result, findings: result.findings, lines: lines(form, result, shell.lang) };
}

/** Left out because they belong elsewhere: a campaign's folder contains many, so only their number is printed. */
const ELSEWHERE: readonly LeftOutReason[] = ['other-form', 'other-period'];

function* lines(form: RulebookReport, result: Consolidation, lang: Lang): Generator<string> {
  const words = committee[lang];
  const { counted, late, missing, exempt } = result.units;
  const name = (id: string) => ownMember(result.names, id) ?? id;
  const period = form.view.periods.find(({ id }) => id === result.period)?.label ?? '';
  yield words.consolidation(textIn(form.label, lang), period);
  yield words.counted(counted.length, late.length, missing.length, exempt.length);
  if (late.length > 0) yield words.late(late.map(name).join('; '));
  if (missing.length > 0) yield words.missing(missing.map(name).join('; '));
  if (exempt.length > 0) yield words.exempt(exempt.map(name).join('; '));

  if (result.leftOut.length > 0) yield `\n${words.leftOut(result.leftOut.length)}`;
  for (const { source, unit, reason } of result.leftOut.filter(({ reason }) => !ELSEWHERE.includes(reason))) {
    yield `  ${source}: ${unit === undefined ? '' : `${name(unit)}, `}${words.reason[reason]}`;
  }
  for (const reason of ELSEWHERE) {
    const many = result.leftOut.filter((entry) => entry.reason === reason).length;
    if (many > 0) yield `  ${words.reason[reason]}: ${many}`;
  }

  yield* outlineLines(form.view.report.outline, result, lang);
  for (const { id, number, title, rows, columns } of form.view.report.tables) {
    yield `\n${numbered(number, title)}`;
    for (const row of rows) {
      yield `  ${row.label}`;
      for (const { label, column } of namedLeaves(columns)) {
        const value = result.tables[id]?.[row.id]?.[column.id]?.value ?? null;
        const said = value === null ? words.noValue : column.type === 'percent' ? `${value / 100}%` : String(value);
        yield `    ${label}: ${said}`;
      }
    }
  }
  yield* findingLines(result.findings, lang);
}

/** Every section under its heading: each unit's text, then the units that wrote none. */
function* outlineLines(sections: readonly SectionView[], result: Consolidation, lang: Lang): Generator<string> {
  for (const { id, number, title, sections: below } of sections) {
    yield `\n${numbered(number, title)}`;
    yield* outlineLines(below, result, lang);
    const silent: string[] = [];
    // One by one, so that thousands of texts are never in memory at once.
    for (const { unit, text } of eachOf(result.sections, id)) {
      if (text === null) silent.push(ownMember(result.names, unit) ?? unit);
      else yield `  ${ownMember(result.names, unit) ?? unit}:\n    ${text.replaceAll('\n', '\n    ')}`;
    }
    if (silent.length > 0) yield `  ${committee[lang].noText(silent.join('; '))}`;
  }
}

const numbered = (number: string, title: string): string => [number, title].filter(Boolean).join('. ');

/** Columns that hold cells, each with its headings, since labels may repeat under different headings. */
const namedLeaves = (columns: readonly ColumnView[], above = ''): { label: string; column: ColumnView }[] =>
  columns.flatMap((column) => {
    const label = `${above}${columnName(column)}`;
    return column.columns ? namedLeaves(column.columns, `${label} › `) : [{ label, column }];
  });
