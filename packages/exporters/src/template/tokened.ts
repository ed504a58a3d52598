import type {
  FieldView,
  Rulebook,
  RulebookForm,
  RulebookNomination,
  RulebookPlan,
  RulebookReport,
  TableView,
} from '@kl01/rules';
import { columnLeaves } from '@kl01/rules';
import { countsInWords, groupsAmong } from '../documents/parts/nominees.js';
import type { Names } from './names.js';
import { ISSUER, TOTAL } from './names-of.js';
import { Tokens } from './tokens.js';

/** A rulebook and a submission in which tokens stand for every answer. */
export interface Tokened {
  readonly rulebook: Rulebook;
  readonly submission: Readonly<Record<string, unknown>> & { readonly rulebook: string; readonly form: string };
  readonly tokens: Tokens;
}

/** @param group unit group whose document it is; it decides what is asked and how it looks */
export function tokened(rulebook: Rulebook, form: RulebookForm, names: Names, group: string | undefined): Tokened {
  const tokens = new Tokens((name) => names.values.has(name));
  // A starting template shows what is printed under any condition.
  const open = withoutConditions(form);
  const { asking, answers } = ofType(rulebook, open, tokens);
  const submission = {
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: form.id,
    period: form.view.periods[0]?.id ?? null,
    unit: { id: null, group: group ?? rulebook.unitGroups[0]?.id ?? null, name: tokens.text('unit/name') },
    issuer: Object.fromEntries(
      ISSUER.map(([member, type]) => {
        const name = `issuer/${member}`;
        // Two, since the last of a list ends with another sign.
        if (type === 'lines') return [member, [0, 1].map(() => tokens.text(`${name}/*`))];
        return [member, type === 'date' ? tokens.day(name) : tokens.text(name)];
      }),
    ),
    ...answers,
  };
  const forms = rulebook.forms.map((each) => (each.id === form.id ? asking : each));
  return { rulebook: { ...rulebook, forms, templates: withoutConditions(rulebook.templates) }, submission, tokens };
}

interface Asking {
  readonly asking: RulebookForm;
  readonly answers: object;
}

function ofType(rulebook: Rulebook, form: RulebookForm, tokens: Tokens): Asking {
  if (form.type === 'nomination') return nomination(rulebook, form, tokens);
  return form.type === 'report' ? report(form, tokens) : plan(form, tokens);
}

function nomination(rulebook: Rulebook, form: RulebookNomination, tokens: Tokens): Asking {
  const view = form.view.nomination;
  const kinds = view.kinds.map((each) => ({
    ...each,
    fields: each.fields.map((field) => shown(field, tokens, `nominees/${each.kind}/*/${field.field}`)),
  }));
  const nominees = kinds.map(({ kind, fields }) => ({
    id: kind,
    kind,
    ...Object.fromEntries(fields.map(({ field, given }) => [field, given])),
    sections: Object.fromEntries(
      rulebook.templates
        .flatMap(({ sections }) => withText(sections[kind] ?? []))
        .map(({ id }) => [id, tokens.text(`nominees/${kind}/*/sections/${id}`)]),
    ),
  }));
  const shownView = {
    ...view,
    kinds: kinds.map((each) => ({ ...each, fields: each.fields.map(({ view: own }) => own) })),
  };
  tokens.phrase(countsInWords(groupsAmong(shownView, nominees)), 'nominees/counts');
  return {
    asking: { ...form, view: { ...form.view, nomination: shownView } },
    answers: {
      nominees,
      meeting: {
        date: tokens.day('meeting/date'),
        present: tokens.count('meeting/present'),
        absent: tokens.count('meeting/absent'),
        chair: tokens.text('meeting/chair'),
        secretary: tokens.text('meeting/secretary'),
        votes: nominees.map(({ id, kind }) => {
          const votes = (of: string) => tokens.count(`nominees/${kind}/*/votes/${of}`);
          return { nominee: id, for: votes('for'), against: votes('against') };
        }),
      },
    },
  };
}

function report(form: RulebookReport, tokens: Tokens): Asking {
  const { questions, outline, tables } = form.view.report;
  const asked = questions.map((question) => {
    const token = tokens.text(`answers/${question.id}`);
    return { ...question, options: [{ value: token, label: token }] };
  });
  const shownTables = tables.map((table) => shownTable(table, tokens));
  return {
    asking: {
      ...form,
      view: {
        ...form.view,
        report: { ...form.view.report, questions: asked, tables: shownTables.map(({ view }) => view) },
      },
    },
    answers: {
      answers: Object.fromEntries(asked.map(({ id, options }) => [id, options[0]?.value])),
      sections: texts(outline, tokens),
      tables: Object.fromEntries(shownTables.map(({ view, cells }) => [view.id, cells])),
    },
  };
}

function plan(form: RulebookPlan, tokens: Tokens): Asking {
  const view = form.view.plan;
  const fields = (view.person?.fields ?? []).map((field) => shown(field, tokens, `person/${field.field}`));
  const posts = tokens.text('person/posts');
  const shownPlan = {
    ...view,
    ...(view.person && { person: { ...view.person, fields: fields.map(({ view: own }) => own) } }),
    posts: view.posts.length > 0 ? [{ ...view.posts[0], id: posts, label: posts }] : [],
  };
  return {
    asking: { ...form, view: { ...form.view, plan: shownPlan as typeof view } },
    answers: {
      person: { ...Object.fromEntries(fields.map(({ field, given }) => [field, given])), posts: [posts] },
      sections: texts(view.outline, tokens),
      commitments: view.commitments
        ? [{ title: tokens.text('commitments/*/title'), result: tokens.text('commitments/*/result') }]
        : [],
      result: tokens.text('result'),
      adoption: { body: tokens.text('adoption/body'), date: tokens.day('adoption/date') },
    },
  };
}

/** A field that prints its token where it prints its answer. */
function shown(field: FieldView, tokens: Tokens, name: string) {
  const token = tokens.text(name);
  const text = { field: field.field, given: token as unknown };
  if (field.type === 'yes-no') return { ...text, view: field, given: true };
  if (field.type === 'choice' || field.type === 'rating' || field.type === 'choices') {
    const given = field.type === 'choices' ? [token] : token;
    return { ...text, given, view: { ...field, options: [{ value: token, label: token }] } };
  }
  if (field.type === 'text' || field.type === 'long-text' || field.type === 'email') return { ...text, view: field };
  // Printed as it is, in the middle of a column like numbers and days; a list like a text.
  return { ...text, view: { ...field, type: field.type === 'list' ? ('text' as const) : ('phone' as const) } };
}

/** A table whose cells print their tokens: those that are computed, and the last row, too. */
function shownTable(table: TableView, tokens: Tokens): { view: TableView; cells: object } {
  const list = `tables/${table.id}`;
  const plain = (columns: TableView['columns']): TableView['columns'] =>
    columns.map(({ computed: _, type, of: __, ...column }) => ({
      ...column,
      ...(type === 'text' && { type }),
      ...(column.columns && { columns: plain(column.columns) }),
    }));
  const { open, totalRow, ...rest } = table;
  const last = totalRow ? [{ id: TOTAL, label: totalRow.label, required: false }] : [];
  const item = { id: '*', label: tokens.text(`${list}/*/stt`), required: false };
  const rows = open ? [item] : table.rows.map(({ cells, ...row }) => (cells === 'heading' ? { ...row, cells } : row));
  const view: TableView = { ...rest, columns: plain(table.columns), rows: [...rows, ...last] };
  const cells = view.rows
    .filter((row) => row.cells === undefined)
    .map(({ id }) => [
      id,
      Object.fromEntries(
        columnLeaves(view.columns).map((column) => [column.id, tokens.text(`${list}/${id}/${column.id}`)]),
      ),
    ]);
  return { view, cells: Object.fromEntries(cells) as object };
}

interface Section {
  readonly id: string;
  readonly sections?: readonly Section[];
}

/** Sections that hold a text. */
const withText = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) =>
    section.sections && section.sections.length > 0 ? withText(section.sections) : [section],
  );

const texts = (outline: readonly Section[], tokens: Tokens) =>
  Object.fromEntries(withText(outline).map(({ id }) => [id, tokens.text(`sections/${id}`)]));

/** Plain data without any `when`. */
const withoutConditions = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (name, each: unknown) => (name === 'when' ? undefined : each))) as T;
