import { columnLeaves, columnName, questionnaire, sectionName, stepsOf, textIn } from '@kl01/rules';
import type { Entry, FieldView, Part, Rulebook, RulebookForm } from '@kl01/rules';
import { shortDate } from '../documents/parts/dates.js';
import { spelling, tagFor, type List, type Names, type Prints, type Value } from './names.js';

/** All that a template can name of a form: what its questionnaire asks, and what is made from that. */
export function namesOf(rulebook: Rulebook, form: RulebookForm): Names {
  const collecting = new Collecting();
  const { parts } = questionnaire(rulebook, form);
  for (const part of parts) collecting.part(part);
  // Every document has a letterhead and a signature, whether the form asks for them or the host knows them.
  if (!parts.some(({ owner }) => owner === 'issuer')) collecting.part(issuerPart(form));
  const { number, date, title, committee } = rulebook.directive;
  const [day = '', month = '', year = ''] = shortDate(date)?.split('/') ?? [];
  const said = {
    'directive/number': number,
    'directive/date': [day, month, year].join('/'),
    'directive/date/day': day,
    'directive/date/month': month,
    'directive/date/year': year,
    'directive/title': title,
    'directive/committee': committee.name,
    'form/label': textIn(form.label),
    'form/title': form.view.title ?? textIn(form.label),
  };
  for (const [name, text] of Object.entries(said)) collecting.value({ name, prints: { text } });
  return collecting;
}

/** The owner of entries: the submission, or an item of a list. */
interface Root {
  readonly list: string;
  readonly path: string;
  readonly kind?: string | undefined;
}

const SUBMISSION: Root = { list: '', path: '' };
const PARTS_OF_DATE = ['day', 'month', 'year'] as const;
/** Entries whose answer is a list. */
const LISTED: readonly Entry['type'][] = ['list', 'lines', 'choices', 'files'];

class Collecting implements Names {
  readonly values = new Map<string, Value>();
  readonly lists = new Map<string, List>();
  readonly spellings = new Map<string, string[]>();

  part(part: Part, root = SUBMISSION, above = ''): void {
    if (part.table) {
      this.#table(part);
    } else if (root === SUBMISSION && part.path.endsWith('/*')) {
      const list = part.path.slice(1, -2);
      this.#list({ name: list, within: '', steps: [list], label: above });
      this.#inside(part, { list, path: part.path, kind: part.kind });
      if (part.kind === undefined) return;
      const name = `${list}/${part.kind}`;
      this.#list({ name, within: '', steps: [list], kind: part.kind, label: textIn(part.label) });
      this.#inside(part, { list: name, path: part.path, kind: part.kind });
      for (const of of [list, name]) {
        this.value({ name: `${of}/*/kind`, list: of, prints: 'kind' });
        for (const votes of VOTES)
          this.value({ name: `${of}/*/votes/${votes}`, list: of, steps: [votes], prints: 'votes' });
      }
      this.value({ name: `${list}/counts`, steps: [list], prints: 'counts' });
    } else this.#inside(part, root);
  }

  value({ name, ...about }: Partial<Value> & { readonly name: string; readonly prints: Prints }): void {
    const value = { list: '', steps: [], entries: [], label: '', ...about, name };
    const known = this.values.get(name);
    this.values.set(name, known ? { ...known, entries: [...known.entries, ...value.entries] } : value);
    this.#spelled(name, name);
    this.#spelled(tagFor(name), name);
    if (value.label && value.prints === 'answer') this.#spelled(value.label, name);
  }

  #inside(part: Part, root: Root): void {
    for (const entry of part.entries) this.#entry(entry, root);
    for (const below of part.parts) this.part(below, root, textIn(part.label));
  }

  #entry(entry: Entry, root: Root): void {
    const path = entry.path.slice(root.path.length);
    const name = root.list === '' ? path.slice(1) : `${root.list}/*${path}`;
    const steps = stepsOf(path);
    const label = textIn(entry.label);
    const about = { list: root.list, steps, entries: [{ entry, kind: root.kind }], label };
    this.value({ ...about, name, prints: 'answer' });
    if (entry.type === 'date')
      for (const prints of PARTS_OF_DATE) this.value({ ...about, name: `${name}/${prints}`, prints });
    if (!LISTED.includes(entry.type)) return;
    this.#list({ name, within: root.list, steps, label, listed: true });
    const item: Root = { list: name, path: `${entry.path}/*` };
    if (entry.fields) {
      for (const view of entry.fields) this.#entry(fieldOf(entry, view), item);
    } else this.value({ ...about, name: `${name}/*`, list: name, steps: [], prints: 'answer' });
  }

  #list(list: List): void {
    if (this.lists.has(list.name)) return;
    this.lists.set(list.name, list);
    this.#spelled(list.name, list.name);
    this.#spelled(tagFor(list.name), list.name);
    if (list.label && !this.values.has(list.name)) this.#spelled(list.label, list.name);
    this.value({ name: `${list.name}/count`, list: list.within, steps: list.steps, prints: 'count' });
    this.value({ name: `${list.name}/*/stt`, list: list.name, prints: 'ordinal' });
    this.value({ name: `${list.name}/*/last`, list: list.name, prints: 'last' });
  }

  /** Cells by row and column, those that are computed too; rows as a list. */
  #table({ table, path, entries }: Part): void {
    if (!table) return;
    const name = path.slice(1);
    this.#list({ name, within: '', steps: [], table: table.id, label: sectionName(table) });
    for (const part of ['label', 'number', 'measure'])
      this.value({ name: `${name}/*/${part}`, list: name, steps: [part], prints: 'row' });
    const asked = new Map(entries.map((entry) => [entry.path.slice(1), entry]));
    const rows = [...(table.open ? [] : table.rows), ...(table.totalRow ? [{ id: TOTAL, label: '' }] : [])];
    for (const column of columnLeaves(table.columns)) {
      this.value({
        name: `${name}/*/${column.id}`,
        list: name,
        steps: [column.id],
        prints: 'cell',
        label: columnName(column),
      });
      for (const { id } of rows) {
        const cell = `${name}/${id}/${column.id}`;
        const entry = asked.get(cell);
        this.value({
          name: cell,
          steps: [table.id, id, column.id],
          prints: 'cell',
          ...(entry && { entries: [{ entry, kind: undefined }], label: textIn(entry.label) }),
        });
      }
    }
  }

  #spelled(text: string, name: string): void {
    const key = spelling(text);
    const known = this.spellings.get(key);
    if (!known) this.spellings.set(key, [name]);
    else if (!known.includes(name)) known.push(name);
  }
}

/** Of the meeting, for each nominee. */
const VOTES = ['for', 'against', 'share'] as const;

/** In place of the id of a row. */
export const TOTAL = 'total';

function issuerPart({ view }: RulebookForm): Part {
  const entries = ISSUER.map(([member, type]): Entry => {
    const path = `/issuer/${member}`;
    return { key: path, path, type, label: view.labels[path] ?? path, optional: true };
  });
  return { owner: 'issuer', path: '/issuer', label: view.labels['/issuer'] ?? '/issuer', entries, parts: [] };
}

/** Members of the letterhead and signature. */
export const ISSUER = [
  ['superior', 'text'],
  ['name', 'text'],
  ['place', 'text'],
  ['number', 'text'],
  ['symbol', 'text'],
  ['date', 'date'],
  ['authority', 'text'],
  ['title', 'text'],
  ['signer', 'text'],
  ['recipients', 'lines'],
] as const;

function fieldOf(list: Entry, view: Pick<FieldView, 'field' | 'type' | 'label'>): Entry {
  const path = `${list.path}/*/${view.field}`;
  return { optional: true, ...view, key: path, path };
}
