import type { Finding } from '../finding.js';
import { pointerToken } from '../values/pointer.js';
import { nameKey } from './same-name.js';
import type { Cite, CountView, Rulebook, RulebookNomination, Selection } from '../rulebook.js';
import { boundNumber } from '../judge/slate.js';
import { reviewing } from './strings/reviewing.js';
import { partInWords, shares } from '../strings/shares.js';
import { kindLabel } from '../judge/nominee-kinds.js';
import { sourceForm } from '../form-of-type.js';
import type { Kind } from '../submission.js';
import { fillTemplate, inSentence, textIn, type Lang } from '../text.js';
import { isObject } from '../values/plain.js';

/**
 * A unit's nominee by ids, where `unit` is null for a form that the committee answers itself; or, in full, a nominee in
 * one of the selection's reserved places.
 */
export type SelectionPick =
  | { readonly unit: string | null; readonly nominee: string }
  | { readonly reserved: string; readonly nominee: Readonly<Record<string, unknown>> };

/** What the committee picked, by selection; selections that are absent have not been made yet and are not judged. */
export type Picks = Readonly<Record<string, readonly SelectionPick[]>>;

/** One count of a selection, or its reserved places: how many are picked, and the bounds. */
export interface SelectionCount {
  readonly of: readonly Kind[];
  readonly picked: number;
  readonly min: number;
  /** null: the directive gives no upper bound */
  readonly max: number | null;
  /** id of the reserved places counted by this line */
  readonly reserved?: string;
  /** for a bound that is a share: what it is a share of, and the resulting number, in words */
  readonly share?: string;
}

/** A nominee that the committee may pick, and their location. */
export interface Candidate {
  readonly kind: Kind;
  readonly name: string;
}

/** A valid pick: a unit's candidate, or a nominee in a reserved place. */
export interface Picked extends Candidate {
  readonly key: string;
  readonly reserved: string | null;
  /** for a reserved place: the nominee as given, and their location in the picks */
  readonly nominee: Readonly<Record<string, unknown>> | null;
  readonly path: string;
}

export interface Selected {
  readonly counts: readonly SelectionCount[];
  readonly picked: readonly Picked[];
}

export const candidateKey = (unit: string | null, nominee: string): string => JSON.stringify([unit, nominee]);

/** Selections from a form's nominations, directly or from the picks of another selection. */
export function selectionsOf(rulebook: Rulebook, form: string): Selection[] {
  return rulebook.selections.filter((selection) => sourceForm(rulebook, selection)?.id === form);
}

export interface SelectOptions {
  /** by `candidateKey` */
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** total members of all units whose nominations count; null if unknown */
  readonly members: number | null;
  readonly picks: unknown;
  readonly lang: Lang;
}

/** Judges the picks by the bounds, reserved places and sources of the rulebook's selections. */
export function select(
  rulebook: Rulebook,
  form: RulebookNomination,
  { candidates, members, picks, lang }: SelectOptions,
): { selected: ReadonlyMap<string, Selected>; findings: Finding[] } {
  const words = reviewing[lang].selection;
  const findings: Finding[] = [];
  const selected = new Map<string, Selected>();
  const selections = selectionsOf(rulebook, form.id);
  const given = isObject(picks) ? picks : {};

  const report = (id: string, template: string, params: Finding['params'], cite?: Cite): void => {
    findings.push({
      rule: `selection/${id}`,
      severity: 'error',
      path: `/picks/${pointerToken(id)}`,
      message: fillTemplate(template, params),
      params,
      ...(cite && { cite }),
    });
  };
  const kindsInWords = (of: readonly Kind[]) => of.map((kind) => inSentence(kindInWords(form, kind, lang))).join(', ');

  function judge(selection: Selection): Selected {
    const known = selected.get(selection.id);
    if (known) return known;
    const above = selections.find(({ id }) => id === selection.from);
    const source = above && judge(above);
    const list = Object.hasOwn(given, selection.id) ? (given[selection.id] ?? null) : null;
    const picked = list === null ? [] : resolve(selection, list, above && { selection: above, ...source! });
    const result: Selected = { picked, counts: countsOf(selection, picked, { members, lang }) };
    if (list !== null) judgeCounts(selection, result);
    selected.set(selection.id, result);
    return result;
  }

  /** The valid picks, without duplicates; reports what is wrong with the others. */
  function resolve(selection: Selection, list: unknown, source?: Selected & { selection: Selection }): Picked[] {
    const { id, cite } = selection;
    const standing = new Map<string, Picked>();
    const entries: readonly unknown[] = Array.isArray(list) ? list : [list];
    entries.forEach((entry, index) => {
      const path = `/picks/${pointerToken(id)}/${index}`;
      const pick = readPick(entry);
      if (!pick) return report(id, words.malformed, { place: index + 1 }, cite);
      const found = 'unit' in pick ? fromUnit(pick, path) : fromReserved(selection, pick, path);
      const params = nameOf(pick, rulebook.directive.committee.name);
      if (source) {
        const standsAbove = source.picked.find(({ key }) => key === keyOf(pick));
        if (!standsAbove && !(found && found.reserved !== null)) {
          return report(id, words.notFromSelection, { ...params, from: source.selection.label }, cite);
        }
        return add(standsAbove ? { ...standsAbove, path } : found!, params);
      }
      if (found) return add(found, params);
      if ('unit' in pick) report(id, pick.unit === null ? words.noOwnSource : words.noSource, params, cite);
      else reserveRefused(selection, pick);
    });
    return [...standing.values()];

    function add(found: Picked, params: Finding['params']): void {
      if (standing.has(found.key)) report(id, words.twice, params, cite);
      else standing.set(found.key, found);
    }
  }

  function fromUnit(pick: UnitPick, path: string): Picked | null {
    const key = keyOf(pick);
    const candidate = candidates.get(key);
    return candidate ? { ...candidate, key, reserved: null, nominee: null, path } : null;
  }

  function fromReserved({ reserved }: Selection, pick: ReservedPick, path: string): Picked | null {
    const place = reserved.find(({ id }) => id === pick.reserved);
    const { kind, name } = pick.nominee as { kind?: Kind; name?: unknown };
    if (!place || !place.of.includes(kind!)) return null;
    return { kind: kind!, name: textOf(name), key: keyOf(pick), reserved: place.id, nominee: pick.nominee, path };
  }

  function reserveRefused({ id, reserved, cite }: Selection, pick: ReservedPick): void {
    const place = reserved.find((entry) => entry.id === pick.reserved);
    if (!place) return report(id, words.notReserved, { reserved: pick.reserved.slice(0, 120) }, cite);
    report(
      id,
      words.reservedKind,
      { name: textOf(pick.nominee['name']).slice(0, 120), by: place.by ?? place.id },
      cite,
    );
  }

  function judgeCounts({ id, counts, reserved, cite }: Selection, { picked, counts: standing }: Selected): void {
    for (const [index, count] of standing.filter((line) => line.reserved === undefined).entries()) {
      const { of, min, max, share } = count;
      const params = { picked: count.picked, kinds: kindsInWords(of), ...(share !== undefined && { share }) };
      const withShare = (template: string) => (share === undefined ? template : `${template} ${words.ofShare}`);
      if (share !== undefined && members === null) {
        report(id, words.shareUnknown, { share: sharesInWords(counts[index]!, lang) }, cite);
        continue;
      }
      if (count.picked < min) report(id, withShare(words.under), { ...params, min }, cite);
      if (max === null) continue;
      const ofUnits = withoutReserved(count, standing);
      if (count.picked > max) report(id, withShare(words.over), { ...params, max }, cite);
      else if (ofUnits.picked > ofUnits.max) report(id, words.reservedTaken, { ...params, ...ofUnits }, cite);
    }
    for (const place of reserved) {
      const taken = picked.filter((pick) => pick.reserved === place.id).length;
      if (taken <= place.count) continue;
      report(id, words.reservedOver, { count: place.count, by: place.by ?? place.id, picked: taken }, cite);
    }
    const uncounted = picked.filter(({ kind }) => !counts.some(({ of }) => of.includes(kind)));
    if (uncounted.length === 0) return;
    const kinds = kindsInWords([...new Set(uncounted.map(({ kind }) => kind))]);
    report(id, words.kinds, { picked: uncounted.length, kinds }, cite);
  }

  selections.forEach(judge);
  for (const id of Object.keys(given)) {
    if (!selections.some((selection) => selection.id === id))
      report(id, words.unknown, { selection: id.slice(0, 120) });
  }
  if (picks !== undefined && picks !== null && !isObject(picks)) {
    const message = reviewing[lang].picksShape;
    findings.push({ rule: 'schema', severity: 'error', path: '/picks', message, params: {} });
  }
  return { selected: new Map(selections.map(({ id }) => [id, selected.get(id)!])), findings };
}

/** The state of a selection: its counts, then its reserved places. */
function countsOf(
  { counts, reserved }: Selection,
  picked: readonly Picked[],
  { members, lang }: Pick<SelectOptions, 'members' | 'lang'>,
): SelectionCount[] {
  return [
    ...counts.map((count): SelectionCount => {
      const { of, min, max } = count;
      const share = sharesInWords(count, lang);
      const { selection: words } = reviewing[lang];
      return {
        of,
        picked: picked.filter(({ kind }) => of.includes(kind)).length,
        min: boundNumber(min, () => members) ?? 0,
        max: boundNumber(max, () => members),
        ...(share && {
          share: members === null ? fillTemplate(words.shareUnknown, { share }) : words.shareOf(share, members),
        }),
      };
    }),
    ...reserved.map(({ id, of, count }) => ({
      of,
      picked: picked.filter((pick) => pick.reserved === id).length,
      min: 0,
      max: count,
      reserved: id,
    })),
  ];
}

/** "20% số đảng viên, hội viên (làm tròn xuống)"; `''` if both bounds are numbers. */
function sharesInWords({ min, max }: CountView, lang: Lang): string {
  const { part, round } = shares[lang];
  const told = [min, max].flatMap((bound) =>
    typeof bound === 'object' && 'part' in bound ? [part(partInWords(bound), round[bound.round])] : [],
  );
  return [...new Set(told)].join('; ');
}

/**
 * How many more units' nominees of a kind a selection can take, based on its counts in a `Review`: the places still
 * open under every bound on that kind, less those reserved for others.
 *
 * @returns 0 or less: none; Infinity: the directive gives no upper bound; 0 for a kind that no count mentions
 */
export function placesLeft(counts: readonly SelectionCount[], kind: Kind): number {
  const bounds = counts.filter(({ reserved, of }) => reserved === undefined && of.includes(kind));
  if (bounds.length === 0) return 0;
  return Math.min(
    ...bounds.map((count) => {
      if (count.max === null) return Infinity;
      const ofUnits = withoutReserved(count, counts);
      return Math.min(count.max - count.picked, ofUnits.max - ofUnits.picked);
    }),
  );
}

/** A count without the reserved places included in it, filled or not, leaving those for units' nominees. */
function withoutReserved(
  { of, picked, max }: SelectionCount,
  counts: readonly SelectionCount[],
): { picked: number; max: number } {
  const kept = counts.filter(
    ({ reserved, of: kinds }) => reserved !== undefined && kinds.every((kind) => of.includes(kind)),
  );
  return {
    picked: picked - kept.reduce((sum, place) => sum + place.picked, 0),
    max: (max ?? Infinity) - kept.reduce((sum, place) => sum + (place.max ?? 0), 0),
  };
}

type UnitPick = Extract<SelectionPick, { nominee: string }>;
type ReservedPick = Extract<SelectionPick, { reserved: string }>;

function readPick(entry: unknown): SelectionPick | null {
  if (!isObject(entry)) return null;
  const { unit, reserved, nominee } = entry;
  if ((typeof unit === 'string' || unit === null) && typeof nominee === 'string') return { unit, nominee };
  return typeof reserved === 'string' && isObject(nominee) ? { reserved, nominee } : null;
}

/** Identifies a nominee in a reserved place by their own id, otherwise by kind and name. */
function keyOf(pick: SelectionPick): string {
  if ('unit' in pick) return candidateKey(pick.unit, pick.nominee);
  const { id, kind, name } = pick.nominee;
  return JSON.stringify([
    null,
    pick.reserved,
    ...(typeof id === 'string' ? [id] : [textOf(kind), nameKey(textOf(name))]),
  ]);
}

/** Names to use in a sentence; ids if no name is known. */
function nameOf(pick: SelectionPick, committee: string): { nominee: string; unit: string } {
  if ('unit' in pick) return { nominee: pick.nominee.slice(0, 120), unit: (pick.unit ?? committee).slice(0, 120) };
  return { nominee: textOf(pick.nominee['name']).slice(0, 120), unit: pick.reserved.slice(0, 120) };
}

export function kindInWords(form: RulebookNomination, kind: Kind, lang: Lang): string {
  return textIn(kindLabel(form.view.nomination, kind), lang);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
