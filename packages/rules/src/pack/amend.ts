import { findElement, idOf } from './element.js';
import { canonicalJson } from '../values/canonical.js';
import { TIMING, wordsOf, type PackWindow } from '../kinds/window.js';
import type { RulePack } from './pack.js';
import { isObject, plainCopy } from '../values/plain.js';
import type { Amendment, Cite, RulebookWindow } from '../rulebook.js';

export interface AmendedPack {
  readonly pack: RulePack;
  readonly amendments: Amendment[];
  /** windows that changed: their previous wording, and the amending document */
  readonly windows: ReadonlyMap<string, NonNullable<RulebookWindow['amended']>>;
  /** added or changed elements, and those they contain, by address: the latest document that did so */
  readonly changed: ReadonlyMap<string, Cite>;
}

/** Applies a pack's amendments in order, without modifying the pack. Parsing has already refused unknown elements. */
export function amend(original: RulePack): AmendedPack {
  const pack = plainCopy(original);
  const windows = new Map<string, NonNullable<RulebookWindow['amended']>>();
  const changed = new Map<string, Cite>();
  const amendments = (original.amendments ?? []).map((amendment): Amendment => {
    const changes = amendment.changes.map((change) => {
      const by: Cite = { document: amendment.number, clause: change.cite ?? amendment.cite ?? '' };
      if ('add' in change) return added(pack, change, { by, changed, windows });
      const found = findElement(pack, change.element);
      const was: unknown = found ? plainCopy(found.value) : undefined;
      if (!found) return { element: change.element };
      if ('withdrawn' in change) {
        if (Array.isArray(found.holder)) found.holder.splice(Number(found.key), 1);
        else delete found.holder[found.key];
        return { element: change.element, withdrawn: true as const, was };
      }
      const element =
        typeof found.value === 'object' && found.value !== null ? { ...found.value } : { field: found.value };
      const target = element as Record<string, unknown>;
      const own = typeof change.to['cite'] === 'string' && change.cite === undefined ? change.to['cite'] : by.clause;
      if (Object.entries(change.to).some(([name, value]) => !holdsElements(name, value))) {
        changed.set(change.element, { ...by, clause: own });
      }
      for (const [name, value] of Object.entries(change.to)) {
        if (!holdsElements(name, value)) {
          // What is made from a member that holds no elements, such as `answeredBy`, cites the later document too.
          changed.set(`${change.element}/${name}`, { ...by, clause: own });
          continue;
        }
        markWritten(`${change.element}/${name}`, name, { was: target[name], is: value }, { by, changed, windows });
      }
      // A window has a single timing, so a new one replaces the old.
      if (TIMING.some((name) => Object.hasOwn(change.to, name))) {
        windows.set(change.element, { was: wordsOf(target as PackWindow), by });
        // One end of a range may move alone: "gia hạn đến hết ngày …".
        const oneEnd = Object.hasOwn(change.to, 'from') !== Object.hasOwn(change.to, 'through');
        for (const name of TIMING) {
          if (!oneEnd || (name !== 'from' && name !== 'through')) delete target[name];
        }
      }
      (found.holder as Record<string | number, unknown>)[found.key] = { ...target, ...change.to };
      return { element: change.element, was, to: change.to };
    });
    return {
      number: amendment.number,
      date: amendment.date,
      ...(amendment.cite && { cite: { document: amendment.number, clause: amendment.cite } }),
      changes,
    };
  });
  return { pack, amendments, windows, changed };
}

type Change = NonNullable<RulePack['amendments']>[number]['changes'][number];
type Addition = Extract<Change, { add: unknown }>;

/** Puts a new entry into a list, which is made if the element around it has none; undone changes keep the list's address. */
function added(pack: RulePack, change: Addition, marks: Marks): Amendment['changes'][number] {
  const list = listAt(pack, change.element);
  const id = idOf(change.add);
  const place = list && placeIn(list, change);
  if (!list || id === null || place === null || place === undefined) return { element: change.element };
  const entry = plainCopy(change.add);
  list.splice(place, 0, entry);
  const element = change.element === 'forms' ? id : `${change.element}/${id}`;
  markChanged(element, undefined, isObject(entry) ? entry : { field: entry }, marks);
  return { element, added: true, to: entry };
}

/** The list at an address, or a new one as a member of the element there; null if neither can be. */
export function listAt(pack: RulePack, address: string): unknown[] | null {
  const found = findElement(pack, address);
  if (found) return Array.isArray(found.value) ? (found.value as unknown[]) : null;
  const steps = address.split('/');
  const name = steps.pop()!;
  const around: unknown = steps.length === 0 ? pack : findElement(pack, steps.join('/'))?.value;
  if (!isObject(around)) return null;
  const list: unknown[] = [];
  (around as Record<string, unknown>)[name] = list;
  return list;
}

/** Where it goes; null if the entry beside which it stands is not there. */
export function placeIn(
  list: readonly unknown[],
  { before, after }: Pick<Addition, 'before' | 'after'>,
): number | null {
  const beside = before ?? after;
  if (beside === undefined) return list.length;
  if (before !== undefined && after !== undefined) return null;
  const place = list.findIndex((entry) => idOf(entry) === beside);
  if (place < 0) return null;
  return before === undefined ? place + 1 : place;
}

/** Parts of an element that contain elements or have their own clause, but are not elements. */
const PARTS = new Set([
  ...[
    'achievements',
    'adoption',
    'columnSets',
    'commitments',
    'dossier',
    'endorsedBy',
    'ifSilent',
    'nominees',
    'person',
  ],
  ...['result', 'sections'],
]);

/** Whether a member contains addressable elements; changes then belong to these, not to the element around them. */
const holdsElements = (name: string, value: unknown): boolean =>
  Array.isArray(value)
    ? name === 'fields' || (value.length > 0 && value.every((entry) => isObject(entry) && idOf(entry) !== null))
    : isObject(value) && (PARTS.has(name) || Array.isArray(value['fields']));

interface Marks {
  readonly by: Cite;
  readonly changed: Map<string, Cite>;
  readonly windows: Map<string, NonNullable<RulebookWindow['amended']>>;
}

/** Marks what is new or different in a list or part that a later document replaces as a whole. */
function markWritten(address: string, name: string, { was, is }: { was: unknown; is: unknown }, marks: Marks): void {
  if (!Array.isArray(is))
    return markChanged(address, isObject(was) ? was : undefined, is as Record<string, unknown>, marks);
  const before = new Map((Array.isArray(was) ? (was as unknown[]) : []).map((entry) => [idOf(entry), entry]));
  for (const entry of is as unknown[]) {
    const id = idOf(entry)!;
    const old = before.get(id);
    const [current, former] = [entry, old].map((value) => (isObject(value) ? value : { field: value }));
    markChanged(`${address}/${id}`, old === undefined ? undefined : former, current!, marks);
    if (name !== 'windows' || !old || saidOf(former!) === saidOf(current!)) continue;
    marks.windows.set(`${address}/${id}`, {
      was: wordsOf(former as PackWindow),
      by: marks.changed.get(`${address}/${id}`)!,
    });
  }
}

/** Compares an element with its previous version (undefined if new): its own members, then the elements in it. */
function markChanged(
  address: string,
  was: Readonly<Record<string, unknown>> | undefined,
  is: Readonly<Record<string, unknown>>,
  marks: Marks,
): void {
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is)]);
  const isOwn = (name: string) => ![was?.[name], is[name]].some((value) => holdsElements(name, value));
  const differs = (name: string) => canonical(was?.[name]) !== canonical(is[name]);
  if (was === undefined || [...names].some((name) => isOwn(name) && differs(name))) {
    const { cite } = is;
    const given = typeof cite === 'string' && cite !== was?.['cite'];
    marks.changed.set(address, given ? { ...marks.by, clause: cite } : marks.by);
  }
  for (const [name, value] of Object.entries(is)) {
    if (holdsElements(name, value)) markWritten(`${address}/${name}`, name, { was: was?.[name], is: value }, marks);
  }
}

const canonical = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
const saidOf = (window: Readonly<Record<string, unknown>>): string =>
  canonical(wordsOf(window as unknown as PackWindow));
