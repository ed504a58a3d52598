import type { PackQuota } from '../kinds/quota.js';
import { parseDay } from '../calendar.js';
import { canonicalJson } from '../values/canonical.js';
import { officialDay } from '../official-date.js';
import { TIMING } from '../kinds/window.js';
import { amend } from '../pack/amend.js';
import { findElement, idOf } from '../pack/element.js';
import type { RulePack } from '../pack/pack.js';
import { isObject, plainCopy } from '../values/plain.js';
import { differing, type DiffStrings } from './strings/diff.js';
import { explaining } from './strings/explain.js';
import type { Lang } from '../text.js';
import { elementName } from './pack-names.js';
import { packWindowSaid } from './period-words.js';
import { quotaInWords, quoted, valueInWords, type ValuePlace } from './value-words.js';

/** One difference between two packs. */
export interface PackChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** address of the element; for parts without an address, of the nearest element or top-level member around them */
  readonly element: string;
  /** the element's name, preceded by those around it */
  readonly name: string;
  /** for `changed`: the member by its name in the pack, such as `copies` or `endorsedBy/label` */
  readonly member?: string;
  readonly before?: string;
  readonly after?: string;
  /** the clause it comes from, as cited by the new pack, otherwise by the old one */
  readonly clause?: string;
  /** the amending document, if only the new pack has it */
  readonly amendedBy?: string;
  /** the whole change as a sentence: "… › Thời hạn: trước ngày 31/3/2023 → trước ngày 15/4/2023" */
  readonly text: string;
}

type Json = Record<string, unknown>;

interface Comparing {
  readonly before: RulePack;
  readonly after: RulePack;
  readonly lang: Lang;
  readonly words: DiffStrings;
  /** the new document that amended an element, by address */
  readonly amendedBy: ReadonlyMap<string, string>;
  readonly changes: PackChange[];
}

/** The current position of the comparison. */
interface Spot {
  /** address of what is compared */
  readonly address: string;
  /** address of the nearest element, and the steps from there */
  readonly element: string;
  readonly member: readonly string[];
  readonly clause: string | undefined;
}

/** The differences between two packs, with amendments applied. */
export function changesOf(before: RulePack, after: RulePack, { lang }: { lang: Lang }): PackChange[] {
  const known = new Set((before.amendments ?? []).map(({ number }) => number));
  const amendedBy = new Map(
    (after.amendments ?? [])
      .filter(({ number }) => !known.has(number))
      .flatMap(({ number, changes }) =>
        changes.flatMap((change) => ('add' in change ? [] : [[change.element, number] as const])),
      ),
  );
  const amended = amend(after);
  // Additions and changes inside a list that an amendment replaces as a whole.
  for (const [element, { document }] of amended.changed) if (!known.has(document)) amendedBy.set(element, document);
  const comparing: Comparing = {
    before: amend(before).pack,
    after: amended.pack,
    lang,
    words: differing[lang],
    amendedBy,
    changes: [],
  };
  const [old, current] = [
    plainCopy(comparing.before) as unknown as Json,
    plainCopy(comparing.after) as unknown as Json,
  ];
  for (const name of namesOf(old, current)) {
    if (name === '$schema') continue;
    if (MAPS.has(name)) old[name] ??= {};
    if (MAPS.has(name)) current[name] ??= {};
    const scalar = ![old[name], current[name]].some((value) => value !== null && typeof value === 'object');
    const address = name === 'forms' ? '' : name;
    const element = scalar ? '' : address;
    compare(old[name], current[name], { address, element, member: scalar ? [name] : [], clause: undefined }, comparing);
  }
  return comparing.changes;
}

/** Compared entry by entry even if one pack has none. */
const MAPS = new Set(['coverage', 'scales']);

/** Names in the new order; removed ones keep their old position. */
function namesOf(before: Json, after: Json): string[] {
  return [...Object.keys(after), ...Object.keys(before).filter((name) => !Object.hasOwn(after, name))];
}

function compare(before: unknown, after: unknown, spot: Spot, comparing: Comparing): void {
  if (canonical(before) === canonical(after)) return;
  const list = spot.member.at(-1) ?? spot.address.split('/').at(-1)!;
  if (isElementList(before, list) || isElementList(after, list)) {
    if (isList(before) && isList(after)) return compareLists(asList(before), asList(after), spot, comparing);
  }
  if (!isWhole(list, before, after) && isObject(before) && isObject(after)) {
    return compareMembers(before, after, spot, comparing);
  }
  if (list === 'notes') return compareNotes(asList(before), asList(after), spot, comparing);
  if (spot.address === 'amendments') return compareAmendments(asList(before), asList(after), spot, comparing);
  const said = (value: unknown, pack: RulePack) => valueInWords(value, { ...spot, pack, lang: comparing.lang });
  changed(spot, said(before, comparing.before), said(after, comparing.after), comparing);
}

const canonical = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const isElementList = (value: unknown, list: string): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  (list === 'fields' || value.every((entry) => isObject(entry) && idOf(entry) !== null));

/** Members that are reported as one value, whatever their structure. */
const isWhole = (list: string, ...values: unknown[]): boolean =>
  ['when', 'require', 'anyOf', 'assert', 'needs', 'answeredBy', 'receivedBy', 'by', 'changes'].includes(list) ||
  values.some((value) => isObject(value) && 'percent' in value);

function compareLists(before: readonly unknown[], after: readonly unknown[], spot: Spot, comparing: Comparing): void {
  const old = new Map(before.map((entry) => [idOf(entry)!, entry]));
  const current = new Map(after.map((entry) => [idOf(entry)!, entry]));
  const at = (id: string): Spot => {
    const address = spot.address === '' ? id : `${spot.address}/${id}`;
    const entry = [current.get(id), old.get(id)].find((value) => isObject(value) && typeof value['cite'] === 'string');
    return { address, element: address, member: [], clause: entry ? String((entry as Json)['cite']) : spot.clause };
  };
  const kept = before.map((entry) => idOf(entry)!).filter((id) => current.has(id));
  const order = after.map((entry) => idOf(entry)!).filter((id) => old.has(id));
  for (const id of order) {
    const [was, is] = [old.get(id), current.get(id)].map((entry) => (isObject(entry) ? entry : { field: entry }));
    if (canonical(was) !== canonical(is)) compareMembers(was as Json, is as Json, at(id), comparing);
  }
  for (const id of old.keys()) if (!current.has(id)) push('removed', at(id), comparing);
  for (const id of current.keys()) if (!old.has(id)) push('added', at(id), comparing);
  if (kept.join() !== order.join()) {
    const list = `${comparing.words.lists[spot.address.split('/').at(-1)!] ?? ''}: `;
    const nameOf = (id: string, pack: RulePack): string => {
      const name = elementName(pack, at(id).address, comparing.lang).split(' › ').at(-1)!;
      return name.startsWith(list) ? name.slice(list.length) : name;
    };
    const named = (ids: readonly string[], pack: RulePack) => ids.map((id) => nameOf(id, pack)).join('; ');
    const sorted: Spot = { ...spot, member: [...spot.member, 'order'] };
    changed(sorted, named(kept, comparing.before), named(order, comparing.after), comparing);
  }
}

function compareMembers(before: Json, after: Json, spot: Spot, comparing: Comparing): void {
  const isWindow = isWindowAt(spot.address) && spot.member.length === 0;
  const names = namesOf(before, after).filter((name) => !(isWindow && (TIMING as readonly string[]).includes(name)));
  if (isWindow) {
    const said = (window: Json) => packWindowSaid(window, comparing.lang);
    const at: Spot = { ...spot, member: ['said'] };
    if (said(before) !== said(after)) changed(at, said(before), said(after), comparing);
  }
  const cite = after['cite'] ?? before['cite'];
  const clause = typeof cite === 'string' ? cite : spot.clause;
  for (const name of names) {
    const address = `${spot.address}/${name}`;
    compare(before[name], after[name], { ...spot, clause, address, member: [...spot.member, name] }, comparing);
  }
}

const isWindowAt = (address: string): boolean => address.split('/').at(-2) === 'windows';

/** Notes have no ids, so they are compared by their text. */
function compareNotes(before: readonly unknown[], after: readonly unknown[], spot: Spot, comparing: Comparing): void {
  const { words } = comparing;
  const note = (kind: 'added' | 'removed', text: unknown) => {
    const name = words.lists['notes']!;
    const told = words[kind](`${name}: ${quoted(String(text), comparing.lang)}`);
    comparing.changes.push({ kind, element: spot.element, name, text: told });
  };
  for (const text of before) if (!after.includes(text)) note('removed', text);
  for (const text of after) if (!before.includes(text)) note('added', text);
}

/** Amendments are identified by the document's number; the changes they make are reported at their own places. */
function compareAmendments(
  before: readonly unknown[],
  after: readonly unknown[],
  spot: Spot,
  { words, lang, changes }: Comparing,
): void {
  type Amendment = NonNullable<RulePack['amendments']>[number];
  const [old, current] = [before as Amendment[], after as Amendment[]];
  const told = (kind: PackChange['kind'], { number, date }: Amendment) => {
    const name = `${words.lists['amendments']}: ${explaining[lang].directive.numbered(number, officialDay(parseDay(date)!))}`;
    const text = kind === 'changed' ? words.changed(name, ...words.rewritten) : words[kind](name);
    changes.push({ kind, element: spot.element, name, text });
  };
  for (const entry of old) if (!current.some(({ number }) => number === entry.number)) told('removed', entry);
  for (const entry of current) {
    const known = old.find(({ number }) => number === entry.number);
    if (!known) told('added', entry);
    else if (canonical(known) !== canonical(entry)) told('changed', entry);
  }
}

function push(kind: 'added' | 'removed', spot: Spot, comparing: Comparing): void {
  const { words, lang } = comparing;
  const pack = kind === 'added' ? comparing.after : comparing.before;
  const name = elementName(pack, spot.element, lang);
  const detail = detailOf(findElement(pack, spot.element)?.value, { pack, element: spot.element, lang });
  const text = words[kind](detail === null ? name : `${name}: ${detail}`);
  comparing.changes.push({ kind, element: spot.element, name, ...origin(spot, comparing), text });
}

/** The content of a window or a quota, if its name does not state it. */
function detailOf(value: unknown, place: Pick<ValuePlace, 'pack' | 'element' | 'lang'>): string | null {
  if (!isObject(value)) return null;
  if (Array.isArray(value['anyOf'])) return quotaInWords(value['anyOf'] as PackQuota['anyOf'], place);
  return isWindowAt(place.element) ? packWindowSaid(value, place.lang) : null;
}

const own = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

function changed(spot: Spot, before: string, after: string, comparing: Comparing): void {
  const { words, lang } = comparing;
  const known = spot.element === '' ? '' : elementName(comparing.before, spot.element, lang);
  const member = spot.member.map((name) =>
    name === 'order' ? words.order : (own(words.members, name) ?? own(words.lists, name)?.toLowerCase() ?? name),
  );
  // Names of windows and quotas already indicate time or number.
  const told = ['said', 'anyOf'].includes(spot.member.join()) ? [] : member;
  const what = [known, told.join(', ')].filter(Boolean).join(' – ');
  comparing.changes.push({
    kind: 'changed',
    element: spot.element,
    name: known,
    member: spot.member.join('/'),
    before,
    after,
    ...origin(spot, comparing),
    text: words.changed(what, before, after),
  });
}

function origin({ element, clause }: Spot, { amendedBy }: Comparing): Pick<PackChange, 'clause' | 'amendedBy'> {
  const document = amendedBy.get(element);
  return { ...(clause !== undefined && { clause }), ...(document !== undefined && { amendedBy: document }) };
}
