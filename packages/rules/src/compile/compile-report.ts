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
import type { ColumnView, Schema } from '../rulebook.js';
import { leaves } from '../section-leaves.js';
import {
  choiceSchema,
  daySchema,
  itemSchema,
  listSchema,
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
      const list = `submission.tables.${table}`;
      const read = typedColumns(view?.columns ?? []).filter(({ id }) => columns.includes(id));
      if (view?.open) return read.map(({ id, type = 'count' }) => ({ list, path: id, type }));
      return (view ? typedRows(view) : []).flatMap((row) =>
        read.map(({ id, type = 'count' }) => ({ path: `${list}.${row.id}.${id}`, type })),
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
            const members = Object.fromEntries(
              typedColumns(view.columns).map((column) => [column.id, cellSchema(column)]),
            );
            if (view.open) return [view.id, listSchema(itemSchema(members), view.open.atMost)];
            const cells = objectSchema(members);
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
          ...(view.open
            ? columnLeaves(view.columns).map((column) => [
                `/tables/${view.id}/*/${column.id}`,
                [view.number, columnInTable(view.columns, column.id)].filter(Boolean).join(', '),
              ])
            : []),
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

function cellSchema({ type = 'count', options = [] }: ColumnView): Schema {
  if (type === 'choice') return choiceSchema(options.map(({ value }) => value));
  return { count: countSchema, percent: percentSchema, 'yes-no': yesNoSchema, text: textSchema(TEXT), date: daySchema }[
    type
  ];
}
