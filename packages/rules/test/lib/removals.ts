import { addDays, instantOf, isoDay, localOf, parseMoment, parseSpan } from '../../src/calendar.js';
import type { RulePack } from '../../src/pack/pack.js';
import type { Rule, Rulebook } from '../../src/rulebook.js';

/** A pack with one constraint less. */
export interface Removal {
  readonly name: string;
  readonly pack: RulePack;
}

type Json = Record<string, unknown>;
type Edit = (holder: Json) => void;

/** Lists whose every entry binds somebody. */
const LISTS = [
  'quotas',
  'criteria',
  'exclusions',
  'items',
  'enclosures',
  'questions',
  'tables',
  'checks',
  'counts',
  'duty',
  'windows',
  'units',
  'reserved',
];
/** Members that bind, or narrow what binds. `of` of a count says what it counts and stays. */
const MEMBERS = [
  'min',
  'max',
  'exactly',
  'when',
  'required',
  'early',
  'late',
  'lateUntil',
  'endorsedBy',
  'severity',
  'ifPost',
  'commits',
  'adoption',
  'result',
  'commitments',
  'by',
  'rows',
  'groups',
  'awards',
  'years',
];

/** A pack without each of its constraints in turn. */
export function removals(pack: RulePack): Removal[] {
  const found: Removal[] = fromTheForm(pack);
  const visit = (value: unknown, path: (string | number)[], name: string): void => {
    if (Array.isArray(value)) {
      return value.forEach((entry: unknown, index) =>
        visit(entry, [...path, index], `${name}/${nameOf(entry, index)}`),
      );
    }
    if (value === null || typeof value !== 'object') return;
    for (const [what, edit] of editsOf(value as Json, path)) {
      const copy = structuredClone(pack);
      edit(path.reduce<unknown>((holder, step) => (holder as Json)[step], copy) as Json);
      found.push({ name: `${name.slice(1)} ${what}`, pack: copy });
    }
    for (const [member, part] of Object.entries(value)) visit(part, [...path, member], `${name}/${member}`);
  };
  visit(pack.forms, ['forms'], '');
  visit(pack.templates ?? [], ['templates'], '/templates');
  visit(pack.selections ?? [], ['selections'], '/selections');
  visit({ units: pack.units ?? [] }, [], '');
  return found;
}

/** Every selection from another's picks made one from the nominations themselves. */
function fromTheForm(pack: RulePack): Removal[] {
  const selections = pack.selections ?? [];
  const rootOf = (from: string): string => {
    const above = selections.find(({ id }) => id === from);
    return above ? rootOf(above.from) : from;
  };
  return selections
    .filter(({ from }) => rootOf(from) !== from)
    .map(({ id, from }) => {
      const copy = structuredClone(pack);
      copy.selections!.find((entry) => entry.id === id)!.from = rootOf(from);
      return { name: `selections/${id} from the nominations`, pack: copy };
    });
}

function nameOf(entry: unknown, index: number): string {
  if (typeof entry === 'string') return entry;
  const { id, field } = Object(entry) as { id?: string; field?: string };
  return id ?? field ?? String(index + 1);
}

function* editsOf(value: Json, path: readonly (string | number)[]): Generator<[what: string, edit: Edit]> {
  const within = path.at(-2);
  for (const list of LISTS) {
    const entries = value[list];
    if (!Array.isArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      yield [`without ${list}/${nameOf(entry, index)}`, (holder) => dropEntry(holder, list, index)];
    }
  }
  yield* alternatives(value['anyOf']);
  for (const member of MEMBERS) {
    if (value[member] === undefined || typeof value[member] === 'function') continue;
    if (Array.isArray(value[member]) && LISTS.includes(member)) continue;
    // Rows and groups narrow a check, an item or a section; a table's rows and a plan's groups are the thing itself.
    if (member === 'rows' && within !== 'checks') continue;
    if (member === 'groups' && value['title'] === undefined && within !== 'items' && within !== 'enclosures') continue;
    yield [`without ${member}`, (holder) => delete holder[member]];
  }
  if (
    value['of'] !== undefined &&
    within !== 'columns' &&
    within !== 'reserved' &&
    (value['id'] !== undefined || value['label'] !== undefined)
  ) {
    yield ['for every kind', (holder) => delete holder['of']];
  }
  for (const list of ['fields', 'outline', 'sections', 'questions']) {
    const entries = value[list];
    if (!Array.isArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      const shape = (typeof entry === 'string' ? { field: entry } : entry) as Json;
      if (shape['optional'] || shape['sections']) continue;
      yield [
        `with ${list}/${nameOf(entry, index)} optional`,
        (holder) => ((holder[list] as unknown[])[index] = { ...shape, optional: true }),
      ];
    }
  }
  if ((within === 'items' || within === 'enclosures') && value['duty'] === undefined) {
    yield ['only if there is any', (holder) => (holder['duty'] = 'if-any')];
  }
  if (Array.isArray(value['as']) && value['as'].length === 2) {
    for (const way of value['as'] as string[]) yield [`by ${way} only`, (holder) => (holder['as'] = [way])];
  }
  if (within === 'windows') yield* sidesOf(value);
  if (within === 'counts' || within === 'reserved') yield* looserBounds(value);
}

/** A selection's or a plan's count, one looser; `exactly` open to one side. */
function* looserBounds({ exactly, min, max, count }: Json): Generator<[string, Edit]> {
  const set = (what: string, bounds: Json): [string, Edit] => [
    what,
    (holder) => {
      delete holder['exactly'];
      Object.assign(holder, bounds);
    },
  ];
  if (exactly !== undefined) {
    yield set('at least only', { min: exactly });
    yield set('at most only', { max: exactly });
  }
  if (typeof min === 'number' && min > 0) yield set('one less', { min: min - 1 });
  if (typeof max === 'number') yield set('one more', { max: max + 1 });
  if (typeof count === 'number') yield set('one more', { count: count + 1 });
}

function dropEntry(holder: Json, list: string, index: number): void {
  const entries = holder[list] as unknown[];
  entries.splice(index, 1);
  // Commitments are counted, if only by nothing; elsewhere an empty list would say something else than none.
  if (entries.length === 0 && list !== 'counts') delete holder[list];
}

/** Each alternative of several, each count of an alternative, each of its bounds, and one more or less than it says. */
function* alternatives(anyOf: unknown): Generator<[string, Edit]> {
  if (!Array.isArray(anyOf)) return;
  const alternativesOf = (holder: Json) => holder['anyOf'] as Json[][];
  for (const [at, counts] of (anyOf as Json[][]).entries()) {
    const name = `alternative ${at + 1}`;
    if (anyOf.length > 1) yield [`without ${name}`, (holder) => void alternativesOf(holder).splice(at, 1)];
    for (const [index, { exactly, min, max, of }] of counts.entries()) {
      const count = `${name}, ${String(of)}`;
      if (counts.length > 1) {
        yield [`${count}: not counted`, (holder) => void alternativesOf(holder)[at]!.splice(index, 1)];
      }
      const withBounds = (what: string, bounds: Json): [string, Edit] => [
        `${count}: ${what}`,
        (holder) => (alternativesOf(holder)[at]![index] = { of, ...bounds }),
      ];
      if (exactly !== undefined) {
        yield withBounds('no bound', {});
        yield withBounds('at least only', { min: exactly });
        yield withBounds('at most only', { max: exactly });
      }
      if (min !== undefined) yield withBounds('no lower bound', { max });
      if (max !== undefined) yield withBounds('no upper bound', { min });
      if (typeof min === 'number' && min > 0) yield withBounds('one less', { min: min - 1, max });
      if (typeof max === 'number') yield withBounds('one more', { min, max: max + 1 });
    }
  }
}

/** A window open to one side, and with each end a minute earlier and later. */
function* sidesOf(window: Json): Generator<[string, Edit]> {
  const { before, noLaterThan, from, through, within, on, lateUntil } = window as Record<string, string | undefined>;
  const timing = (what: string, words: Json): [string, Edit] => [
    what,
    (holder) => {
      for (const name of ['before', 'noLaterThan', 'from', 'through', 'within', 'on', 'days', 'months', 'after'])
        delete holder[name];
      Object.assign(holder, words);
    },
  ];
  const span = within === undefined ? null : parseSpan(within);
  const first = from ?? on ?? (span && isoDay(span.first));
  const last = through ?? on ?? (span && isoDay(span.last));
  if (first && last) {
    yield timing('without its beginning', { noLaterThan: last });
    yield timing('without its end', { from: first, through: '2099-12-31' });
    for (const minutes of [-1, 1]) {
      yield timing(`beginning ${inMinutes(minutes)}`, { from: shifted(first, minutes), through: last });
      yield timing(`ending ${inMinutes(minutes)}`, { from: first, through: shifted(last, minutes, true) });
    }
  }
  for (const minutes of [-1, 1]) {
    if (before) yield timing(`ending ${inMinutes(minutes)}`, { before: shifted(before, minutes) });
    if (noLaterThan) yield timing(`ending ${inMinutes(minutes)}`, { noLaterThan: shifted(noLaterThan, minutes, true) });
    if (lateUntil) {
      yield [`late until ${inMinutes(minutes)}`, (holder) => (holder['lateUntil'] = shifted(lateUntil, minutes, true))];
    }
  }
  for (const name of ['days', 'months']) {
    const length = window[name];
    if (typeof length !== 'number') continue;
    yield [`one of the ${name} less`, (holder) => (holder[name] = length - 1)];
    yield [`one of the ${name} more`, (holder) => (holder[name] = length + 1)];
  }
  if (window['early'] !== 'refuse') yield ['refusing early', (holder) => (holder['early'] = 'refuse')];
  if (window['late'] !== 'refuse') yield ['refusing late', (holder) => (holder['late'] = 'refuse')];
}

const inMinutes = (minutes: number) => (minutes < 0 ? 'a minute earlier' : 'a minute later');

/** A moment of a pack, moved; a day that ends something means its last minute. */
function shifted(text: string, minutes: number, end = false): string {
  const { day, time } = parseMoment(text)!;
  const minute = instantOf(day, 0, time ?? (end ? 24 * 60 - 1 : 0)) + minutes;
  const at = localOf(minute, 0);
  const clock = [Math.floor(at.time / 60), at.time % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${isoDay(addDays(at.day, 0))}T${clock}`;
}

/** What a rulebook judges by; words and clauses do not change a verdict, nor which element says it, nor the order. */
export function judgedPart(rulebook: Rulebook): string {
  return JSON.stringify([
    rulebook.selections.map(({ id, from, counts, reserved }) => ({
      id,
      from,
      counts: counts.map(({ of, min = 0, max }) => ({ of, min, max })),
      reserved: reserved.map(({ by: _by, ...judged }) => judged),
    })),
    rulebook.forms.map((form) =>
      form.type === 'nomination'
        ? form.view.nomination.exclusions.map(({ id, awards, years }) => ({ id, awards, years }))
        : undefined,
    ),
    rulebook.forms.map((form) => ({
      id: form.id,
      schema: form.schema,
      duty: form.type === 'plan' ? form.duty.map(({ element, assert }) => ({ element, assert })) : undefined,
      rules: form.rules
        .map(({ element: _element, message: _message, params: _params, cite: _cite, ...judged }) => sorted(judged))
        .sort(),
    })),
  ]);
}

const sorted = (rule: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1))));

/** A rulebook without each of its rules in turn; the rows of a table, whose rules say the same, go together. */
export function* withoutEachRule(rulebook: Rulebook): Generator<{ name: string; rulebook: Rulebook }> {
  for (const form of rulebook.forms) {
    const groups = new Map<string, Rule[]>();
    form.rules.forEach((rule, index) => {
      const key = rule.id.startsWith('table/') ? `${rule.id} ${rule.element}` : String(index);
      groups.set(key, [...(groups.get(key) ?? []), rule]);
    });
    for (const group of groups.values()) {
      const [{ id, element, path }] = group as [Rule];
      const rules = form.rules.filter((rule) => !group.includes(rule));
      yield {
        name: `${form.id}: ${id} at ${group.length > 1 ? 'its cells' : path || 'the whole'}, of ${element}`,
        rulebook: { ...rulebook, forms: rulebook.forms.map((entry) => (entry === form ? { ...form, rules } : entry)) },
      };
    }
  }
}
