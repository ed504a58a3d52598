import type { Entry } from '@kl01/rules';
import { normalized } from '@kl01/rules/reading';

/**
 * Something that a template can print. Its name is the path of an entry without the first slash, `issuer/name`,
 * `nominees/*\/name`, or that of something made from it, `nominees/count`.
 */
export interface Value {
  readonly name: string;
  /** name of the list whose item it is about, such as `nominees`; `''`: about the submission */
  readonly list: string;
  /** steps from that item, or from the submission */
  readonly steps: readonly string[];
  /** what is asked there; several if kinds of nominees are asked differently */
  readonly entries: readonly { readonly entry: Entry; readonly kind: string | undefined }[];
  /** what is printed */
  readonly prints: Prints;
  readonly label: string;
}

/**
 * The `answer`, a part of a date, or what is made from a list and its items; `last` is only for conditions. `votes` are the meeting's on a nominee; `row` and
 * `cell` belong to statistical tables; a `text` is known beforehand.
 */
export type Prints =
  | 'answer'
  | 'day'
  | 'month'
  | 'year'
  | 'count'
  | 'counts'
  | 'ordinal'
  | 'last'
  | 'kind'
  | 'votes'
  | 'row'
  | 'cell'
  | { readonly text: string };

/** A list whose items repeat a piece of a template. */
export interface List {
  readonly name: string;
  /** name of the list whose item holds this one; `''`: the submission does */
  readonly within: string;
  /** steps from that item to the list */
  readonly steps: readonly string[];
  /** only nominees of this kind */
  readonly kind?: string;
  /** one answer, such as earlier awards */
  readonly listed?: true;
  /** its items are the rows of this statistical table */
  readonly table?: string;
  readonly label: string;
}

/** All that a template can name of a form. */
export interface Names {
  readonly values: ReadonlyMap<string, Value>;
  readonly lists: ReadonlyMap<string, List>;
  /** names by what people may write instead: in other letters, as an alias, as the label on the form */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/** Word keeps no more letters of the tag of a content control. */
export const MAX_TAG = 64;

/** A name as the tag of a content control: itself, or its beginning with a number made of the whole. */
export function tagFor(name: string): string {
  if (name.length <= MAX_TAG) return name;
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return `${name.slice(0, MAX_TAG - 8)}~${(hash >>> 0).toString(36).padStart(7, '0')}`;
}

/** How names and labels are compared: Word replaces hyphens and spaces, and begins cells with a capital. */
export const spelling = (text: string): string =>
  normalized(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/[\s:]{1,9}$/, '')
    .trim()
    .toLocaleLowerCase('vi');

/**
 * The name that is meant: as written within the innermost list, then the lists around it, then the submission; or by
 * its label.
 *
 * @param scope names of the lists around the place, from the innermost
 * @returns undefined if nothing, or nothing certain, is called so
 */
export function nameMeant(names: Names, written: string, scope: readonly string[]): string | undefined {
  const given = written.trim().replace(/^\//, '');
  const isKnown = (name: string) => names.values.has(name) || names.lists.has(name);
  const own = (list: string) => (given === '.' ? `${list}/*` : `${list}/*/${given}`);
  // What is asked of other kinds only is nothing here, but not unknown.
  const around = scope.flatMap((list) => [list, ...(listOfKinds(names, list) ?? [])]);
  const inScope = [...around.map(own), given];
  const exact = inScope.find(isKnown);
  if (exact !== undefined) return exact;
  for (const each of inScope) {
    const found = names.spellings.get(spelling(each)) ?? [];
    const meant = found.length > 1 ? certain(names, found, scope) : found[0];
    if (meant !== undefined) return meant;
  }
  return undefined;
}

/** Of several things with the same label, the one that is at hand. */
function certain(names: Names, found: readonly string[], scope: readonly string[]): string | undefined {
  const values = found.flatMap((name) => names.values.get(name) ?? []);
  const near = scope.flatMap((list) => values.filter((value) => value.list === list))[0];
  if (near) return near.name;
  const [own, ...others] = values.filter(({ list }) => list === '');
  if (own) return others.length === 0 ? own.name : undefined;
  // A label that only one kind of nominees has means that kind.
  const [kind, ...kinds] = values.filter(({ list }) => names.lists.get(list)?.kind !== undefined);
  if (kind && kinds.length === 0) return kind.name;
  const [any, ...more] = values.filter(({ list }) => names.lists.get(list)?.kind === undefined);
  return any && more.length === 0 ? any.name : undefined;
}

/** Whether the items of a list are at hand: those of one kind of nominees are nominees too. */
export const isWithin = (names: Names, list: string, scope: readonly string[]): boolean =>
  list === '' || scope.some((around) => around === list || listOfKinds(names, around)?.[0] === list);

/** The list of all kinds of a list of one; undefined if it is no such list. */
function listOfKinds(names: Names, list: string): [string] | undefined {
  const kind = names.lists.get(list)?.kind;
  return kind === undefined ? undefined : [list.slice(0, -kind.length - 1)];
}
