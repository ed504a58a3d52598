import {
  askedColumns,
  columnWords,
  commitments as dueCommitments,
  holds,
  isAskedOf,
  officialDay,
  parseDay,
  textIn,
} from '@kl01/rules';
import type {
  ColumnView,
  FieldView,
  ItemView,
  Logic,
  Nominee,
  Rulebook,
  RulebookForm,
  SectionView,
  Submission,
  TemplateSection,
} from '@kl01/rules';
import { asRecord } from './record.js';
import { vi } from './strings/vi.js';

/** One field or cell of a submission, as a person would point at it. */
export interface SubmissionField {
  /** JSON Pointer */
  path: string;
  label: string;
  /** what stands there, as it is read; '' where nothing does, null for what is more than a field */
  said: string | null;
}

/** Fields that belong together: one nominee, one table, the outline. */
export interface FieldGroup {
  title: string;
  /** the same in a sentence, such as "Biểu 2A" */
  short: string;
  fields: readonly SubmissionField[];
}

const words = vi.fields;

/** Every place of a submission that its form shows, filled or not, grouped as the form groups them. */
export function fieldsOf(rulebook: Rulebook, form: RulebookForm, submission: Submission): FieldGroup[] {
  const { view } = form;
  const labelled = (path: string, pattern = path): SubmissionField =>
    field(path, textIn(view.labels[pattern] ?? pattern), valueAt(submission, path));
  const asked = (when: Logic | undefined, item?: Nominee): boolean =>
    when === undefined || holds(when, { submission, ...(item && { item }) });
  const groups: FieldGroup[] = [
    ...nominees(),
    group(words.meeting, view.nomination?.meeting ? MEETING.map((name) => labelled(`/meeting/${name}`)) : []),
    ...person(),
    group(words.questions, questions()),
    ...chapters(),
    ...tables(),
    ...commitments(),
    group(words.dossier, items('slate', '')),
    group(
      words.contact,
      CONTACT.map((path) => labelled(path)),
    ),
    group(
      words.issuer,
      view.dossier.items.some(({ as }) => as.includes('print')) ? ISSUER.map((path) => labelled(path)) : [],
    ),
  ];
  return groups.filter(({ fields }) => fields.length > 0);

  function nominees(): FieldGroup[] {
    if (!view.nomination) return [];
    const list = Array.isArray(submission.nominees) ? submission.nominees : [];
    const whole = [field('/nominees', words.slate, words.count(list.length))];
    return [group(words.slate, whole), ...list.map(nominee)];
  }

  function nominee(one: Nominee, at: number): FieldGroup {
    const root = `/nominees/${at}`;
    const { kinds = [], criteria = [], exclusions = [] } = view.nomination ?? {};
    const kind = kinds.find((each) => each.kind === one.kind);
    const declared = [...criteria.filter(({ attest }) => attest), ...exclusions].filter(({ when }) => asked(when, one));
    const name = typeof one['name'] === 'string' ? one['name'] : words.unnamed(at + 1);
    return group(
      kind ? `${textIn(kind.label)}: ${name}` : name,
      [
        { path: root, label: words.nominee, said: null },
        ...(kind?.fields ?? [])
          .filter(({ when }) => asked(when, one))
          .map((view) => typed(`${root}/${view.field}`, view)),
        ...declared.map(({ id, label }) => declaration(`${root}/declared/${id}`, label)),
        ...items('nominee', root, one),
      ],
      name,
    );
  }

  function person(): FieldGroup[] {
    if (!view.plan) return [];
    const { person: whose, posts } = view.plan;
    return [
      group(words.person, [
        ...(whose?.fields ?? []).filter(({ when }) => asked(when)).map((view) => typed(`/person/${view.field}`, view)),
        ...(posts.length > 0 ? [labelled('/person/posts')] : []),
      ]),
    ];
  }

  function questions(): SubmissionField[] {
    return (view.report?.questions ?? [])
      .filter(({ when }) => asked(when))
      .map(({ id, label, options }) =>
        field(`/answers/${id}`, label, optionOf(valueAt(submission, `/answers/${id}`), options)),
      );
  }

  /** A part for each chapter: below it numbers begin anew. */
  function chapters(): FieldGroup[] {
    const outline = view.report?.outline ?? view.plan?.outline ?? [];
    return outline.map((chapter) => {
      const name = numbered(chapter);
      return group(name, sectionsBelow(chapter, [], true), chapter.number ? words.chapter(chapter.number) : name);
    });
  }

  function sectionsBelow(section: SectionView, above: readonly string[] = [], isChapter = false): SubmissionField[] {
    const name = [...above, numbered(section)];
    if (section.sections.length > 0) {
      return section.sections.flatMap((below) => sectionsBelow(below, isChapter ? [] : name));
    }
    const path = `/sections/${section.id}`;
    const value = valueAt(submission, path);
    return asked(section.when) || text(value) !== '' ? [field(path, name.join(' – '), value)] : [];
  }

  function tables(): FieldGroup[] {
    const unitGroup = submission.unit?.group;
    const answers = asRecord(submission.answers);
    return (view.report?.tables ?? [])
      .filter(({ groups }) => isAskedOf(groups, unitGroup))
      .map(({ id, number, title, rows, columns }) => {
        const cells = cellColumns(askedColumns(columns, unitGroup), answers);
        const of = [
          { path: `/tables/${id}`, label: words.table, said: null },
          ...rows.flatMap((row) =>
            cells.map(({ column, label }) => {
              const path = `/tables/${id}/${row.id}/${column.id}`;
              const value = valueAt(submission, path);
              return field(path, words.cell(row.label, label), column.type === 'percent' ? percent(value) : value);
            }),
          ),
        ];
        return group(`${number}. ${title}`, of, words.tableOf(number));
      });
  }

  function commitments(): FieldGroup[] {
    if (!view.plan) return [];
    const list = Array.isArray(submission.commitments) ? submission.commitments : [];
    return [
      group(words.commitments, [
        ...(list.length > 0 || dueCommitments(form, submission.person).due ? [labelled('/commitments')] : []),
        ...list.flatMap((_, at) =>
          ['title', 'result'].map((name) => {
            const { path, label, said } = labelled(`/commitments/${at}/${name}`, `/commitments/*/${name}`);
            return { path, label: words.numbered(at + 1, label), said };
          }),
        ),
      ]),
      group(words.adoption, view.plan.adoption ? ['body', 'date'].map((name) => labelled(`/adoption/${name}`)) : []),
    ];
  }

  function items(per: ItemView['per'], root: string, item?: Nominee): SubmissionField[] {
    return view.dossier.items
      .filter((each) => each.per === per && each.by !== 'committee' && asked(each.when, item))
      .flatMap(({ id, label, as, template, endorsedBy, enclosures }) => [
        ...(as.includes('paper') ? [declaration(`${root}/declared/${id}`, label)] : []),
        ...(as.includes('upload')
          ? [field(`${root}/documents/${id}`, label, valueAt(submission, `${root}/documents/${id}`))]
          : []),
        ...templateSections(template, root, item),
        ...(endorsedBy && asked(endorsedBy.when, item)
          ? [declaration(`${root}/declared/${id}`, words.endorsed(endorsedBy.label))]
          : []),
        ...enclosures
          .filter(({ when }) => asked(when, item))
          .map((each) =>
            field(`${root}/documents/${each.id}`, each.label, valueAt(submission, `${root}/documents/${each.id}`)),
          ),
      ]);
  }

  function templateSections(id: string | undefined, root: string, item: Nominee | undefined): SubmissionField[] {
    const template = rulebook.templates.find((each) => each.id === id);
    if (!template || !item) return [];
    return templateLeaves(template.sections[item.kind] ?? []).map((section) => {
      const path = `${root}/sections/${section.id}`;
      return field(path, numbered(section), valueAt(submission, path));
    });
  }

  function typed(path: string, { label, options }: FieldView): SubmissionField {
    const value = valueAt(submission, path);
    return field(path, textIn(label), options ? optionOf(value, options) : value);
  }

  function declaration(path: string, label: string): SubmissionField {
    return field(path, label, valueAt(submission, path));
  }
}

const MEETING = ['date', 'present', 'absent', 'chair', 'secretary', 'votes'];
const CONTACT = ['name', 'phone', 'email'].map((name) => `/contact/${name}`);
/** Asked where a document is printed. */
const ISSUER = [
  'superior',
  'name',
  'place',
  'number',
  'symbol',
  'date',
  'authority',
  'title',
  'signer',
  'recipients',
].map((name) => `/issuer/${name}`);
const SHOWN = 200;

const numbered = ({ number, title }: { number?: string; title: string }): string =>
  [number, title].filter(Boolean).join('. ');

const group = (title: string, fields: readonly SubmissionField[], short = title): FieldGroup => ({
  title,
  short,
  fields,
});

const field = (path: string, label: string, value: unknown): SubmissionField => ({ path, label, said: text(value) });

/** Leaves of the columns that are typed, each under the words of its headings. */
function cellColumns(
  columns: readonly ColumnView[],
  answers: Readonly<Record<string, unknown>>,
  above: readonly string[] = [],
): { column: ColumnView; label: string }[] {
  return columns.flatMap((column) => {
    const label = [...above, columnWords(column, answers)];
    if (column.columns) return cellColumns(column.columns, answers, label);
    return column.sumOf ? [] : [{ column, label: label.join(', ') }];
  });
}

const templateLeaves = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
  sections.flatMap((section) => (section.sections ? templateLeaves(section.sections) : [section]));

/** Percentages are kept in hundredths. */
const percent = (value: unknown): unknown =>
  typeof value === 'number' ? `${(value / 100).toLocaleString('vi-VN')} %` : value;

function optionOf(value: unknown, options: NonNullable<FieldView['options']>): unknown {
  const word = (each: unknown): unknown => {
    const option = options.find((known) => known.value === each);
    return option ? textIn(option.label) : each;
  };
  return Array.isArray(value) ? value.map(word) : word(value);
}

/** A value as it is read; of files their names. */
function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return value.toLocaleString('vi-VN');
  if (Array.isArray(value))
    return shorten(
      value
        .map((each) => text(asRecord(each)['name'] ?? (isScalar(each) ? each : '')))
        .filter(Boolean)
        .join('; '),
    );
  if (typeof value !== 'string') return '';
  const day = parseDay(value);
  return day ? officialDay(day) : shorten(value);
}

const isScalar = (value: unknown): boolean => typeof value !== 'object';

const shorten = (said: string): string => (said.length > SHOWN ? `${said.slice(0, SHOWN)}…` : said);

/** The value at a JSON Pointer made of ids and places, which need no escapes. */
const valueAt = (submission: Submission, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (Array.isArray(at) ? at[Number(step)] : asRecord(at)[step]), submission);
