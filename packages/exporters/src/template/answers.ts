import { answerInWords, asked, entriesOf, grouped, kindLabel, pointer, questionnaire, textIn } from '@kl01/rules';
import type { AskedEntry, Entry } from '@kl01/rules';
import { shortDate } from '../documents/parts/dates.js';
import type { Members, SubmissionFacts } from '../documents/parts/facts.js';
import { printing } from '../documents/parts/field-words.js';
import { countsInWords, nomineeGroups } from '../documents/parts/nominees.js';
import { shareOfVotes } from '../documents/parts/share-of-votes.js';
import { counted, listOf, membersOf, textOf } from '../documents/parts/text.js';
import { valueAt } from '../tables/cells.js';
import { inWords, statisticsOf, totalInWords, type Statistics } from '../tables/statistics.js';
import { TOTAL } from './names-of.js';
import type { List, Names, Value } from './names.js';

/** An item of a list, within the items of the lists around it. */
export interface Scope {
  readonly list: List;
  readonly item: unknown;
  /** JSON Pointer of the item */
  readonly path: string;
  /** place among the items that are printed, from 1 */
  readonly ordinal: number;
  readonly isLast: boolean;
  readonly around: Scope | null;
}

type Unnumbered = Omit<Scope, 'ordinal' | 'isLast'>;

const numbered = (items: readonly Unnumbered[]): Scope[] =>
  items.map((item, index) => ({ ...item, ordinal: index + 1, isLast: index === items.length - 1 }));

/** What one submission says under the names of its form. */
export class Answers {
  readonly #names: Names;
  readonly #facts: SubmissionFacts;
  readonly #submission: Members;
  #asked: ReadonlyMap<string, AskedEntry> | undefined;
  #tables: ReadonlyMap<string, Statistics> | undefined;

  /** @param facts printable: what is read here is written as it is */
  constructor(names: Names, facts: SubmissionFacts) {
    this.#names = names;
    this.#facts = facts;
    const { unit, issuer, rulebook, submission } = facts;
    const unitName = textOf(unit['name']) ?? rulebook.units.find(({ id }) => id === unit['id'])?.label;
    // A letterhead that was not filled in is the unit's, as in our own documents.
    this.#submission = {
      ...submission,
      unit: { ...unit, name: unitName },
      issuer: { ...issuer, name: textOf(issuer['name']) ?? unitName },
    };
  }

  /** The printed lines; none if there is no answer, a dotted one if there must be one. */
  lines(value: Value, scope: Scope | null): readonly string[] {
    return this.#lines(value, scope).filter((line) => line !== '');
  }

  /** Whether there is something: an answer other than no, or an item. */
  has(of: Value | List, scope: Scope | null): boolean {
    if (!('prints' in of)) return this.items(of, scope).length > 0;
    if (of.prints === 'count') return this.#listAt(of, scope).length > 0;
    if (of.prints === 'last') return this.#owner(of.list, scope)?.isLast === true;
    if (of.prints !== 'answer') return this.#lines(of, scope).some((line) => line !== '');
    const raw = this.#raw(of, scope);
    return raw !== false && this.#entry(of, scope) !== undefined && this.#answer(of, scope) !== '';
  }

  /** Whether a yes-or-no question was answered with yes, for a box to tick. */
  ticked = (value: Value, scope: Scope | null): boolean => this.#raw(value, scope) === true;

  items(list: List, around: Scope | null): Scope[] {
    if (list.table !== undefined) {
      const rows = this.#statistics(list.table)?.view.rows ?? [];
      return numbered(rows.map((item) => ({ list, item, path: '', around })));
    }
    const owner = this.#owner(list.within, around);
    const all = listOf(valueAt(owner?.item ?? this.#submission, list.steps));
    const base = (owner?.path ?? '') + pointer(...list.steps);
    const { nominee } = this.#facts;
    const found: Unnumbered[] = [];
    all.forEach((item, index) => {
      if (list.kind !== undefined && membersOf(item)['kind'] !== list.kind) return;
      if (nominee !== undefined && base === '/nominees' && membersOf(item)['id'] !== nominee) return;
      found.push({ list, item, path: `${base}/${index}`, around });
    });
    return numbered(found);
  }

  #lines(value: Value, scope: Scope | null): readonly string[] {
    const { prints } = value;
    if (typeof prints === 'object') return [prints.text];
    if (prints === 'count') return [counted(this.#listAt(value, scope).length)];
    if (prints === 'counts') {
      const { form } = this.#facts;
      return form.type === 'nomination'
        ? [countsInWords(nomineeGroups(form.view.nomination, { ...this.#facts, submission: this.#submission }))]
        : [];
    }
    if (prints === 'cell') return [this.#cell(value, scope)];
    const owner = this.#owner(value.list, scope);
    if (value.list !== '' && !owner) return [];
    if (prints === 'ordinal') return [String(owner?.ordinal ?? '')];
    if (prints === 'last') return [];
    if (prints === 'kind') return [this.#kindOf(owner)];
    if (prints === 'votes') return [this.#votes(owner, value.steps[0] ?? '')];
    if (prints === 'row') return [textOf(membersOf(owner?.item)[value.steps[0] ?? '']) ?? ''];
    const entry = this.#entry(value, scope);
    if (!entry) return [];
    if (prints !== 'answer') {
      const [day, month, year] = shortDate(this.#raw(value, scope))?.split('/') ?? [];
      return [{ day, month, year }[prints] ?? (this.#isDue(entry) ? DOTS.slice(0, 2) : '')];
    }
    const raw = this.#raw(value, scope);
    const isMany = entry.type === 'lines' || entry.type === 'list' || entry.type === 'files';
    const items = value.steps.length === 0 ? [raw] : listOf(raw);
    const texts = isMany ? items.map((item) => answerText(entry, [item])) : [answerText(entry, raw)];
    const lines = texts.flatMap((text) => text.split(/\r\n?|\n/)).filter((line) => line.trim() !== '');
    return lines.length > 0 || !this.#isDue(entry) ? lines : [DOTS];
  }

  #answer(value: Value, scope: Scope | null): string {
    const entry = this.#entry(value, scope);
    return entry ? answerText(entry, this.#raw(value, scope)).trim() : '';
  }

  #raw(value: Value, scope: Scope | null): unknown {
    const owner = this.#owner(value.list, scope);
    if (value.list !== '' && !owner) return undefined;
    return valueAt(owner ? owner.item : this.#submission, value.steps);
  }

  /** The entry as asked of this item; undefined if it is not asked of it. */
  #entry(value: Value, scope: Scope | null): (Entry & { readonly due?: boolean }) | undefined {
    const owner = this.#owner(value.list, scope);
    const kind = membersOf(owner?.item)['kind'];
    const found = value.entries.find((each) => each.kind === undefined || each.kind === kind)?.entry;
    if (!found || owner?.list.listed) return found;
    // A letterhead is dotted where it is unknown; not every office has a body above it or signs for another.
    if (value.steps[0] === 'issuer') return { ...found, due: !/authority|superior/.test(value.name) };
    return this.#askedEntries().get((owner?.path ?? '') + pointer(...value.steps));
  }

  #isDue = (entry: Entry & { readonly due?: boolean }): boolean => entry.due === true;

  #askedEntries(): ReadonlyMap<string, AskedEntry> {
    const { rulebook, form } = this.#facts;
    // Cells are read elsewhere: a table may have thousands.
    this.#asked ??= new Map(
      entriesOf(asked(questionnaire(rulebook, form), this.#submission).filter(({ table }) => !table)).map((entry) => [
        entry.path,
        entry,
      ]),
    );
    return this.#asked;
  }

  #statistics(table: string): Statistics | undefined {
    const { form, unit } = this.#facts;
    this.#tables ??= new Map(
      (form.type === 'report' ? statisticsOf(form.view.report.tables, unit['group'], this.#submission) : []).map(
        (statistics) => [statistics.view.id, statistics],
      ),
    );
    return this.#tables.get(table);
  }

  #cell({ list, steps }: Value, scope: Scope | null): string {
    const owner = this.#owner(list, scope);
    const [table = '', row = '', column = ''] = owner
      ? [owner.list.table, textOf(membersOf(owner.item)['id']), steps[0]]
      : steps;
    const statistics = this.#statistics(table);
    const view = statistics?.leaves.find(({ id }) => id === column);
    if (!statistics || !view) return '';
    return row === TOTAL ? totalInWords(statistics, view) : inWords(view, statistics.cell(row, view));
  }

  #kindOf(owner: Scope | null): string {
    const { form } = this.#facts;
    const kind = textOf(membersOf(owner?.item)['kind']);
    return form.type === 'nomination' && kind !== undefined ? textIn(kindLabel(form.view.nomination, kind)) : '';
  }

  /** What the meeting decided on a nominee. */
  #votes(owner: Scope | null, of: string): string {
    const { id } = membersOf(owner?.item);
    const all = listOf(membersOf(this.#submission['meeting'])['votes']).map(membersOf);
    const own = all.find(({ nominee }) => nominee === id && id !== undefined) ?? {};
    const [yes, no] = ['for', 'against'].map((vote) => (typeof own[vote] === 'number' ? own[vote] : undefined));
    if (of === 'share') return shareOfVotes(yes, no) ?? '';
    const count = of === 'for' ? yes : no;
    return count === undefined ? '' : grouped(count);
  }

  /** The item at hand of a list, or of one of its kinds. */
  #owner(list: string, scope: Scope | null): Scope | null {
    if (list === '') return null;
    for (let each = scope; each; each = each.around) {
      const { name, kind } = each.list;
      if (name === list || (kind !== undefined && name === `${list}/${kind}`)) return each;
    }
    return null;
  }

  #listAt({ name }: Value, scope: Scope | null): readonly unknown[] {
    const list = this.#names.lists.get(name.slice(0, -'/count'.length));
    return list ? this.items(list, scope) : [];
  }
}

const PEOPLE = /^\/meeting\/(?:present|absent)$/;

/** For an answer that is missing. */
const DOTS = '\u2026'.repeat(12);

function answerText(entry: Entry, value: unknown): string {
  // Documents count the people of a meeting as they count nominees.
  if (PEOPLE.test(entry.path) && typeof value === 'number') return counted(value);
  const own = Object.hasOwn(printing, entry.type) ? printing[entry.type as keyof typeof printing] : undefined;
  return own ? (own.inWords(value, entry) ?? '') : answerInWords(entry, value);
}
