import { columnInTable, columnLeaves } from '../columns.js';
import { expandField } from '../kinds/field.js';
import type { PackSection } from '../kinds/outline.js';
import { alternativesInWords } from '../kinds/quota.js';
import { operandInWords, rowName, type Operand } from '../strings/operands.js';
import { BOUNDS, checksOf, countsOf, EVERY_COUNT, isCellTest, type CellTest } from '../kinds/table-check.js';
import { fixedRows, packRows, type PackColumn, type PackRow, type PackTable } from '../kinds/table.js';
import type { PlanForm, ReportForm } from '../pack/pack.js';
import { conditionInWords } from './condition-words.js';
import { fieldText } from './explain-form.js';
import { type ExplainingForm, cited, remark, sentence, ifInWords } from './explaining.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';
import { columnTitle, conditionNames, groupName, titleOf } from './pack-names.js';
import { explaining, type ExplainStrings } from './strings/explain.js';
import type { Lang } from '../text.js';

export function questionsPart(telling: ExplainingForm, form: ReportForm): ExplainedPart[] {
  const { words } = telling;
  const lines = (form.questions ?? []).map((question) =>
    line(
      [
        words.report.answers(question.options.map(({ label }) => label)),
        ...ifInWords(telling, question.when),
        ...(question.optional ? [words.form.optional] : []),
      ].join('; '),
      {
        label: question.label,
        element: `${form.id}/questions/${question.id}`,
        cite: cited(telling, question.cite, form.cite),
        lines: remark(telling, question.description),
      },
    ),
  );
  return partOf(words.report.questions, listOf(lines));
}

export function outlinePart(telling: ExplainingForm, form: ReportForm | PlanForm): ExplainedPart[] {
  const { words } = telling;
  if (!form.outline) {
    return form.type === 'report' ? partOf(words.report.outline, listOf([line(words.report.oneSection)])) : [];
  }
  return partOf(words.report.outline, listOf(sectionLines(telling, form.outline, `${form.id}/outline`, [form.cite])));
}

function sectionLines(
  telling: ExplainingForm,
  sections: readonly PackSection[],
  address: string,
  around: readonly (string | undefined)[],
): ExplainedLine[] {
  const { pack, form, lang, words } = telling;
  return sections.map((section) => {
    const element = `${address}/${section.id}`;
    const names = conditionNames(pack, form, lang);
    const details = [
      ...(section.when ? [words.condition.onlyIf(conditionInWords(section.when, names, lang))] : []),
      ...(section.optional ? [words.form.optional] : []),
    ];
    const title = [section.number === '-' ? undefined : section.number, section.title].filter(Boolean).join('. ');
    const told = words.nominee.fieldWhen(title, details);
    return line(section.guidance ? `${told}: ${section.guidance}` : told, {
      element,
      cite: cited(telling, section.cite, ...around),
      lines: [
        ...remark(telling, section.description),
        ...sectionLines(telling, section.sections ?? [], `${element}/sections`, [section.cite, ...around]),
      ],
    });
  });
}

export function tablesPart(telling: ExplainingForm, form: ReportForm): ExplainedPart[] {
  const { words } = telling;
  const parts = (form.tables ?? []).flatMap((table) => tablePart(telling, form, table));
  return partOf(words.report.tables, [], { parts });
}

function tablePart(telling: ExplainingForm, form: ReportForm, table: PackTable): ExplainedPart[] {
  const { pack, words } = telling;
  const element = `${form.id}/tables/${table.id}`;
  const { numbered, columnNumbers, measure } = table;
  return partOf(
    words.report.table(table.number, table.title),
    listOf([
      ...(table.heading ? [line(table.heading)] : []),
      ...(table.groups ? [line(sentence(words.form.forWhom(table.groups.map((id) => groupName(pack, id)))))] : []),
      ...(measure ? [line(measure, { label: words.report.measure })] : []),
      rowsLine(telling, table),
      ...blankRows(telling, table),
      ...(numbered || columnNumbers ? [line(words.report.printedNumbers(numbered, columnNumbers ?? false))] : []),
      ...(table.totalRow ? [line(table.totalRow.label, { label: words.report.totalRow })] : []),
      line('', { label: words.report.columns, lines: columnLines(telling, form, table, table.columns) }),
      ...(table.checks
        ? [line(words.report.checksOfBlank, { label: words.report.checks, lines: checkLines(telling, form, table) })]
        : []),
      ...(table.note ? [line(table.note, { label: words.report.note })] : []),
      ...remark(telling, table.description),
    ]),
    { element, cite: cited(telling, table.cite, form.cite) },
  );
}

/** Whether rows may be left blank as a whole; of open rows nothing is there to be left. */
function blankRows({ words }: ExplainingForm, table: PackTable): ExplainedLine[] {
  const typed = packRows(fixedRows(table)).filter(
    ({ rows, parts = 'sum' }) => !rows || !['sum', 'heading'].includes(parts),
  );
  const required = typed.filter((row) => row.required);
  if (typed.length === required.length) return [];
  return [line(required.length > 0 ? words.report.otherRowsOptional : words.report.optionalRows)];
}

/** Rows in one line or, where some are groups, one by one. */
function rowsLine({ words }: ExplainingForm, table: PackTable): ExplainedLine {
  const label = words.report.rowsOf(table.rowHeader);
  const told = (row: PackRow): string => {
    const { parts = 'sum', severity = 'error' } = row;
    const own = [row.number, row.label].filter(Boolean).join('. ');
    return words.nominee.fieldWhen(row.measure ? `${own} (${row.measure})` : own, [
      ...(row.required ? [words.report.required] : []),
      ...(row.rows ? [words.report.parts[parts]] : []),
      ...(row.rows && severity !== 'error' ? [words.form.severity[severity]] : []),
    ]);
  };
  if (!Array.isArray(table.rows)) return line(words.report.openRows(table.rows.atLeast ?? 0, table.rows.atMost));
  if (table.rows.every(({ rows }) => !rows)) return line(table.rows.map(told).join('; '), { label });
  const lines = (rows: readonly PackRow[]): ExplainedLine[] =>
    rows.map((row) => line(told(row), { lines: lines(row.rows ?? []) }));
  return line('', { label, lines: lines(table.rows) });
}

function columnLines(
  telling: ExplainingForm,
  form: ReportForm,
  table: PackTable,
  columns: readonly PackColumn[],
): ExplainedLine[] {
  const { pack, words } = telling;
  return columns.map((column) => {
    const below = column.columns ?? (column.use ? (form.columnSets?.[column.use] ?? []) : []);
    const details = [
      ...(below.length > 0 ? [] : leafDetails(telling, form, table, column)),
      ...(column.groups ? [words.form.forWhom(column.groups.map((id) => groupName(pack, id)))] : []),
      ...labelsByAnswer(telling, form, column),
    ];
    const title = column.measure ? `${titleOf(column)} (${column.measure})` : titleOf(column);
    return line(words.nominee.fieldWhen(title, details), {
      lines: [...remark(telling, column.description), ...columnLines(telling, form, table, below)],
    });
  });
}

function leafDetails({ words }: ExplainingForm, form: ReportForm, table: PackTable, column: PackColumn): string[] {
  const { report } = words;
  const type = column.type ?? 'count';
  const name = (id: string) => columnTitle(form, table.id, id);
  const { computed } = column;
  const counted = type === 'count' && !computed;
  return [
    ...(computed
      ? [
          'sum' in computed
            ? report.computed.sum(computed.sum.map(name))
            : 'minus' in computed
              ? report.computed.minus(name(computed.minus[0]!), name(computed.minus[1]!))
              : report.computed.percent(name(computed.percent[0]!), name(computed.percent[1]!)),
        ]
      : [
          column.options
            ? report.answers(column.options.map(({ label }) => label))
            : column.of
              ? `${report.cell[type]} ${report.shareOf(name(column.of[0]!), name(column.of[1]!))}`
              : report.cell[type],
        ]),
    ...(column.optional ? [words.form.optional] : []),
    ...(counted && column.down === 'none' ? [report.notDown] : []),
    ...(counted && column.across === 'none' ? [report.notAcross] : []),
  ];
}

function labelsByAnswer({ words }: ExplainingForm, form: ReportForm, { label }: PackColumn): string[] {
  if (typeof label === 'string') return [];
  const question = form.questions?.find(({ id }) => id === label['by']);
  return (question?.options ?? []).flatMap((option) =>
    label[option.id] === undefined ? [] : [words.report.byAnswer(option.label, label[option.id]!)],
  );
}

type PackCheck = NonNullable<PackTable['checks']>[number];

function checkLines(telling: ExplainingForm, form: ReportForm, table: PackTable): ExplainedLine[] {
  const { words } = telling;
  return (table.checks ?? []).map((check) => {
    const severity = check.severity && check.severity !== 'error' ? [words.form.severity[check.severity]] : [];
    const told = words.nominee.fieldWhen(sentence(checkText(telling, form, table, check)), severity);
    return line(told, {
      ...(check.label !== undefined && { label: check.label }),
      element: `${form.id}/tables/${table.id}/checks/${check.id}`,
      cite: cited(telling, check.cite, table.cite, form.cite),
      lines: remark(telling, check.description),
    });
  });
}

function checkText(telling: ExplainingForm, form: ReportForm, table: PackTable, check: PackCheck): string {
  const { pack, lang, words, compiled } = telling;
  const told = words.report.check;
  const tables = compiled.type === 'report' ? compiled.view.report.tables : [];
  const view = tables.find(({ id }) => id === table.id)!;
  const columns = checksOf(check, countsOf(view)).map(({ at }) =>
    columnLeaves(view.columns).find(({ id }) => id === at)!,
  );
  const name = (id: string) => columnInTable(view.columns, id);
  const isOne = columns.length === 1;
  const judged = isOne ? words.quoted(name(columns[0]!.id)) : told.number;
  const where = [
    ...(Array.isArray(check.rows) ? [told.rows(check.rows.map((id) => rowName(rowLabel(table, id))))] : []),
    ...(check.rows === 'total' ? [told.inTotal] : []),
    ...(isOne ? [] : [told.each(check.at === EVERY_COUNT ? [] : columns.map(({ id }) => name(id)))]),
  ];
  const operand = (other: Operand): string =>
    operandInWords(other, { view, columns }, { tables, facts: form.facts ?? [] }, lang);
  const tests = [
    ...BOUNDS.flatMap((side) => (check[side] === undefined ? [] : [told[side](judged, operand(check[side]))])),
    ...(check.positiveNeeds === undefined ? [] : [told.positiveNeeds(judged, name(check.positiveNeeds))]),
  ];
  const test = words.and(tests);
  const { when } = check;
  const whole =
    when === undefined
      ? test
      : isCellTest(when)
        ? told.when(...cellInWords(words, form, table, when), test)
        : told.ifHolds(conditionInWords(when, conditionNames(pack, form, lang), lang), test);
  return where.length > 0 ? told.where(where, whole) : whole;
}

function rowLabel(table: PackTable, id: string): string {
  const search = (rows: readonly PackRow[]): string | undefined => {
    for (const row of rows) {
      const found = row.id === id ? row.label : search(row.rows ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(fixedRows(table)) ?? id;
}

/** The rows in which a check is judged: the column that is read, and the value it must have. */
export function cellInWords(
  words: ExplainStrings,
  form: ReportForm,
  table: PackTable,
  test: CellTest,
): readonly [column: string, value: string] {
  const told = words.report.check;
  const values = BOUNDS.flatMap((side) => {
    const bound = test[side];
    return bound === undefined ? [] : [told.value[side](cellNumber(words, form, table, test.at, bound))];
  });
  return [columnTitle(form, table.id, test.at), words.and(values)];
}

const cellNumber = (
  words: ExplainStrings,
  form: ReportForm,
  table: PackTable,
  column: string,
  value: number,
): string =>
  leafType(form, table, column) === 'percent' ? words.report.check.percent(value) : words.report.check.plain(value);

function leafType(form: ReportForm, table: PackTable, id: string): PackColumn['type'] {
  const search = (columns: readonly PackColumn[]): PackColumn | undefined => {
    for (const column of columns) {
      const below = column.columns ?? (column.use ? (form.columnSets?.[column.use] ?? []) : []);
      const found = below.length > 0 ? search(below) : column.id === id ? column : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const leaf = search(table.columns);
  return leaf?.computed && 'percent' in leaf.computed ? 'percent' : leaf?.type;
}

export function planParts(telling: ExplainingForm, form: PlanForm): ExplainedPart[] {
  const { words } = telling;
  return [
    ...dutyPart(telling, form),
    ...partOf(
      words.plan.person,
      listOf([
        ...(form.person
          ? [
              line(form.person.fields.map((field) => fieldText(telling, expandField(field))).join('; '), {
                label: words.plan.fields,
              }),
            ]
          : []),
        ...(form.posts
          ? [
              line('', {
                label: words.plan.posts,
                element: `${form.id}/posts`,
                lines: form.posts.map((post) =>
                  line(words.nominee.fieldWhen(post.label, post.commits ? [words.plan.commits] : []), {
                    element: `${form.id}/posts/${post.id}`,
                    cite: cited(telling, post.cite, form.cite),
                    lines: remark(telling, post.description),
                  }),
                ),
              }),
            ]
          : []),
      ]),
    ),
    ...outlinePart(telling, form),
    ...commitmentsPart(telling, form),
    ...adoptionPart(telling, form),
    ...resultPart(telling, form),
  ];
}

function dutyPart(telling: ExplainingForm, form: PlanForm): ExplainedPart[] {
  const { pack, words, lang } = telling;
  const names = conditionNames(pack, form, lang);
  const lines = (form.duty ?? []).map((shape) =>
    line(sentence(conditionInWords(shape.when, names, lang)), {
      label: shape.label,
      element: `${form.id}/duty/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: remark(telling, shape.description),
    }),
  );
  if (lines.length === 0) return form.person ? partOf(words.plan.duty, listOf([line(words.plan.everybody)])) : [];
  return partOf(words.plan.duty, listOf([line('', { label: words.plan.must, lines }), line(words.plan.encouraged)]));
}

function commitmentsPart(telling: ExplainingForm, form: PlanForm): ExplainedPart[] {
  const { words, lang } = telling;
  const { commitments } = form;
  if (!commitments) return [];
  const counts = commitments.counts.map((count) => {
    return line(commitmentsInWords(count, lang), {
      label: words.plan.count[count.ifPost ?? 'all'],
      element: `${form.id}/commitments/counts/${count.id}`,
      cite: cited(telling, count.cite, commitments.cite, form.cite),
      lines: remark(telling, count.description),
    });
  });
  return partOf(
    words.plan.commitments,
    listOf([...counts, line(commitments.groups.map(({ label }) => label).join('; '), { label: words.plan.groups })]),
    { element: `${form.id}/commitments`, cite: cited(telling, commitments.cite, form.cite) },
  );
}

export type CommitmentCount = NonNullable<PlanForm['commitments']>['counts'][number];

/** The words of a quota, about commitments instead of kinds. */
export function commitmentsInWords({ min, max }: CommitmentCount, lang: Lang): string {
  const count = { of: [], ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  return `${alternativesInWords([{ counts: [count] }], lang, String).trim()} ${explaining[lang].plan.commitment}`;
}

function resultPart(telling: ExplainingForm, form: PlanForm): ExplainedPart[] {
  const { words } = telling;
  if (!form.result) return [];
  const { guidance, cite } = form.result;
  return partOf(
    words.plan.result,
    listOf([
      line([words.plan.resultLater, guidance].filter(Boolean).join('; '), {
        element: `${form.id}/result`,
        cite: cited(telling, cite, form.cite),
      }),
    ]),
  );
}

function adoptionPart(telling: ExplainingForm, form: PlanForm): ExplainedPart[] {
  const { pack, words } = telling;
  if (!form.adoption) return [];
  const { by, act = 'adopted', groups, cite } = form.adoption;
  const whom = groups ? [words.form.forWhom(groups.map((id) => groupName(pack, id)))] : [];
  return partOf(
    words.plan.adoption[act],
    listOf([
      line([words.plan.adopted[act](by), ...whom].join('; '), {
        element: `${form.id}/adoption`,
        cite: cited(telling, cite, form.cite),
      }),
    ]),
  );
}
