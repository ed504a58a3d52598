import { columnInTable, columnLeaves } from '../columns.js';
import { typedColumns, typedRows } from '../table-numbers.js';
import { joined, type Compiled } from './form-parts.js';
import { compileCondition, type Naming } from '../kinds/condition.js';
import { membersRules } from '../kinds/facts.js';
import { factScale, makeRule, type FormContext } from '../kinds/context.js';
import { outlineRules, sectionViews } from '../kinds/outline.js';
import { tableRules, tableViews } from '../kinds/table.js';
import { given, whenever } from '../logic.js';
import type { ReportForm } from '../pack/pack.js';
import { leaves } from '../section-leaves.js';
import {
  choiceSchema,
  objectSchema,
  percentSchema,
  countSchema,
  SECTION_TEXT,
  TEXT,
  textSchema,
  yesNoSchema,
} from '../shape.js';
import { compiling } from '../strings/compiling.js';

/** Compiles what only reports have: questions, outline, tables. */
export function compileReport(form: ReportForm, context: FormContext): Compiled {
  const sets = form.columnSets ?? {};
  const tables = tableViews(form.tables ?? [], sets, context);
  const names: Naming = {
    path: (question) => `submission.answers.${question}`,
    derivations: context.derivations,
    atOrAbove: () => null,
    factScale: factScale(form),
    cells: (table, columns) => {
      const view = tables.find(({ id }) => id === table);
      return (view ? typedRows(view) : []).flatMap((row) =>
        typedColumns(view!.columns)
          .filter(({ id }) => columns.includes(id))
          .map(({ id, type }) => ({ path: `submission.tables.${table}.${row.id}.${id}`, type: type ?? 'count' })),
      );
    },
  };
  const outline = sectionViews(form.outline, context, names);
  const questions = (form.questions ?? []).map((shape) => {
    const when = compileCondition(shape.when, names);
    return {
      element: `${form.id}/questions/${shape.id}`,
      id: shape.id,
      label: shape.label,
      options: shape.options.map(({ id, label }) => ({ value: id, label })),
      ...(when !== true && { when }),
      optional: shape.optional ?? false,
      ...context.cite(shape.cite),
    };
  });
  const sections = leaves(outline);
  return {
    type: 'report',
    items: () => names,
    printed: sections,
    schema: {
      answers: objectSchema(
        Object.fromEntries(questions.map(({ id, options }) => [id, choiceSchema(options.map(({ value }) => value))])),
      ),
      sections: objectSchema(Object.fromEntries(sections.map(({ id }) => [id, textSchema(SECTION_TEXT)]))),
      tables: objectSchema(
        Object.fromEntries(
          tables.map((view) => {
            const cells = objectSchema(
              Object.fromEntries(typedColumns(view.columns).map(({ id, type }) => [id, cellSchema[type ?? 'count']])),
            );
            return [view.id, objectSchema(Object.fromEntries(typedRows(view).map(({ id }) => [id, cells])))];
          }),
        ),
      ),
    },
    rules: [
      ...membersRules(form, [], context),
      ...questions
        .filter(({ optional }) => !optional)
        .map((question) =>
          makeRule({
            id: `required/${question.id}`,
            element: question.element,
            assert: whenever(question.when ?? true, given(`submission.answers.${question.id}`)),
            path: `/answers/${question.id}`,
            message: context.message((lang) => compiling[lang].required(question.label)),
            ...(question.cite && { cite: question.cite }),
          }),
        ),
      ...outlineRules(outline, context),
      ...tables.flatMap((view, index) =>
        tableRules(view, form.tables![index]!, context, { tables, facts: form.facts ?? [], naming: names }),
      ),
    ],
    labels: {
      ...Object.fromEntries(questions.map(({ id, label }) => [`/answers/${id}`, label])),
      ...Object.fromEntries(sections.map(({ id, number, title }) => [`/sections/${id}`, joined(number, title)])),
      ...Object.fromEntries(
        tables.flatMap((view) => [
          [`/tables/${view.id}`, joined(view.number, view.title)],
          ...view.rows.flatMap((row) => [
            [`/tables/${view.id}/${row.id}`, row.label],
            ...columnLeaves(view.columns).map((column) => [
              `/tables/${view.id}/${row.id}/${column.id}`,
              [view.number, row.label, columnInTable(view.columns, column.id)].filter(Boolean).join(', '),
            ]),
          ]),
        ]),
      ),
    },
    view: { questions, outline, tables },
  };
}

const cellSchema = {
  count: countSchema,
  percent: percentSchema,
  tick: yesNoSchema,
  text: textSchema(TEXT),
} as const;
