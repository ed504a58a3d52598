import { dayKey, dayNumber, localOf, parseDay, parseInstant, type CalendarDay } from '../calendar.js';
import { inWords, type CheckOptions } from '../judge/check.js';
import { shareOf } from '../judge/derive.js';
import { comparable, isTruthy, listOf, memberOf, numberOf } from '../judge/evaluate.js';
import { codePoints, endsJudging, validator, type Breach, type Validator } from '../judge/validate.js';
import type { AuthenticatedUnit, Finding, Verdict } from '../finding.js';
import { isWellFormed, MAX_BYTES, MAX_VALUES, refusal, type UnreadableReason } from '../reading/read-json.js';
import type { Cite, Schema, Severity } from '../rulebook.js';
import { fillTemplate, type Lang } from '../text.js';
import { isObject } from '../values/plain.js';

/*
 * What every module of `kl01 compile --module` begins with: all that is the same for every rulebook. The build puts what
 * it needs of other files before it (`bin/module-head.mjs`), so that a module imports nothing.
 */

export { pointerToken } from '../values/pointer.js';
export { codePoints, isObject };

/** A sentence, or how it is made of a finding's parameters. */
export type Words = string | ((params: Finding['params']) => string);

export interface ModuleRule {
  readonly id: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: Readonly<Record<Lang, Words>>;
  readonly cite?: Cite;
}

/** What is said of a place, by the keyword that it breaks. */
export type Said = Readonly<Record<string, SaidOfKeyword>>;

interface SaidOfKeyword extends Readonly<Record<Lang, string>> {
  readonly params: Finding['params'];
  /** after the label of the place */
  readonly isOfLabel?: true;
}

export interface ModuleForm {
  readonly id: string;
  readonly schema: Schema;
  /** for each place of the schema, depth first: its label, and the index of what is said of it */
  readonly places: readonly (readonly [label: string | Readonly<Record<Lang, string>>, said: number])[];
  readonly said: readonly Said[];
  /** what a glance at a submission of plain objects finds */
  readonly glance: (submission: never) => Glance;
  readonly judge: (submission: never, sent: Sent, findings: Finding[]) => void;
}

/** The context of `check`, as rules read it. */
export interface Sent {
  /** minutes since 1970-01-01T00:00Z */
  readonly now: number;
  readonly unit: AuthenticatedUnit | null;
  readonly given: CheckOptions['given'];
  readonly receiver: string | null;
  readonly lang: Lang;
}

export interface Book {
  readonly id: string;
  readonly version: string;
  /** as submissions name it */
  readonly name: string;
  readonly envelope: Readonly<
    Record<Lang, Readonly<Record<'schema' | 'refused' | 'rulebook' | 'version' | 'form', string>>>
  >;
  /** the longest name of a member */
  readonly longestName: number;
  /** whether every object has a member that the forms ask for, because somebody wrote on the prototype of all */
  readonly isLent: (nothing: object) => boolean;
}

/**
 * Judges like `check` of @kl01/rules: first at a glance, which nearly every submission passes. Where it has more than one
 * breach of shape, or anything that JSON from a form does not have, it is walked over as slowly as care demands.
 */
export function judgeBy(book: Book, forms: readonly ModuleForm[], submission: unknown, context: CheckOptions): Verdict {
  const { now, unit = null, given = null, receiver = null, lang = 'vi' } = context;
  const sent: Sent = { now: parseInstant(now), unit, given, receiver, lang };
  return atAGlance(book, forms, submission, sent) ?? withCare(book, forms, submission, sent);
}

function atAGlance(book: Book, forms: readonly ModuleForm[], submission: unknown, sent: Sent): Verdict | null {
  try {
    if (!isPlain(submission) || book.isLent(NOTHING) || submission['rulebook'] !== book.name) return null;
    const { form: formId } = submission;
    const form = forms.find(({ id }) => id === formId);
    if (!form) return null;
    values = units = 0;
    const breach = form.glance(submission as never);
    if (breach === ODD || values > MAX_VALUES || units + values * book.longestName > MAX_BYTES) return null;
    const findings: Finding[] = [];
    if (breach !== null) {
      findings.push(shapeFinding(form, form.places[breach.place]!, breach, sent.lang));
      if (endsJudging.has(breach.keyword)) return verdict(findings);
    }
    form.judge(submission as never, sent, findings);
    return verdict(findings);
  } catch {
    // Getters and proxies may throw on access; plain data never does.
    return null;
  }
}

function withCare(book: Book, forms: readonly ModuleForm[], given: unknown, sent: Sent): Verdict {
  const words = book.envelope[sent.lang];
  const findings: Finding[] = [];
  const found = (
    rule: string,
    path: string,
    template: string,
    params: Finding['params'],
    severity: Severity = 'error',
  ) => findings.push({ rule, severity, path, message: fillTemplate(template, params), params });
  const refused = (reason: UnreadableReason): Verdict => {
    found('schema', '', words.refused, { reason });
    return verdict(findings);
  };

  const reason = refusal(given);
  if (reason) return refused(reason);
  let submission: unknown;
  try {
    submission = ownCopy(given);
  } catch {
    return refused('not-data');
  }
  if (!isObject(submission)) {
    found('schema', '', words.schema, {});
    return verdict(findings);
  }
  const expected = book.name;
  const named = submission['rulebook'];
  const match = typeof named === 'string' ? /^([^@]+)@([^@]+)$/.exec(named) : null;
  if (!match || match[1] !== book.id) {
    found('rulebook', '/rulebook', words.rulebook, { expected, received: inWords(named) });
    return verdict(findings);
  }
  const formId = submission['form'];
  const form = forms.find(({ id }) => id === formId);
  if (!form) {
    found('form', '/form', words.form, { received: inWords(formId) });
    return verdict(findings);
  }
  if (match[2] !== book.version) {
    found('rulebook', '/rulebook', words.version, { expected, received: inWords(named) }, 'warning');
  }
  const { validate, places } = preparedForCare(form);
  const breaches = validate(submission);
  for (const breach of breaches) findings.push(shapeFinding(form, places.get(breach.schema)!, breach, sent.lang));
  if (!breaches.some(({ keyword }) => endsJudging.has(keyword))) form.judge(submission as never, sent, findings);
  return verdict(findings);
}

const verdict = (findings: Finding[]): Verdict => ({
  valid: findings.every(({ severity }) => severity !== 'error'),
  findings,
});

/** What it owns, without prototypes, so that a member is its own or is not there. */
function ownCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Array.from(value, ownCopy);
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) if (member !== undefined) copy[name] = ownCopy(member);
  return copy;
}

type Place = ModuleForm['places'][number];

interface Prepared {
  readonly validate: Validator;
  readonly places: ReadonlyMap<Schema, Place>;
}

const preparedForms = new WeakMap<ModuleForm, Prepared>();

/** Made once for a form, when the first of its submissions needs care. */
function preparedForCare(form: ModuleForm): Prepared {
  const known = preparedForms.get(form);
  if (known) return known;
  const places = new Map<Schema, Place>();
  const visit = (node: Schema): void => {
    places.set(node, form.places[places.size]!);
    for (const member of Object.values(node.properties ?? {})) visit(member);
    if (node.items) visit(node.items);
  };
  visit(form.schema);
  const prepared = { validate: validator(form.schema), places };
  preparedForms.set(form, prepared);
  return prepared;
}

function shapeFinding(
  form: ModuleForm,
  [label, index]: Place,
  { path, keyword, property }: Omit<Breach, 'schema'>,
  lang: Lang,
): Finding {
  const said = form.said[index]![keyword]!;
  const message = (said.isOfLabel ? (typeof label === 'string' ? label : label[lang]) : '') + said[lang];
  const named = property === undefined ? null : { property: property.slice(0, 80) };
  return {
    rule: 'schema',
    severity: 'error',
    path,
    message: named ? fillTemplate(message, named) : message,
    params: { ...named, ...said.params },
  };
}

// A glance. What it counts stands here, because it is not re-entered: an object that would do so is no plain one.

let values = 0;
/** UTF-16 units of texts */
let units = 0;

/** Nothing wrong, the one breach of shape, or something that needs care. `place` is counted from the value looked at. */
export type Glance =
  { readonly path: string; readonly keyword: Breach['keyword']; readonly place: number } | null | Odd;
type Odd = typeof ODD;

export const ODD = Object.freeze({ path: '', keyword: 'type', place: -1 } as const);

const NOTHING = {};

const PLAIN: unknown = Object.prototype;

/** An object as JSON.parse makes it. */
export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === PLAIN;

/** The number of an object's members. */
export function sizeOf(value: object): number {
  let size = 0;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- counted only
  for (const name in value) size++;
  values += size;
  return size;
}

/** A list whose items are looked at next. */
export function isList(value: unknown): value is unknown[] {
  if (!Array.isArray(value)) return false;
  values += value.length;
  // A sparse list may be longer than anything that can be walked over.
  return values <= MAX_VALUES;
}

/** A day of the years 1900 to 2099, as `daySchema` has it. */
export const isDay = (text: string): boolean =>
  (text.startsWith('19') || text.startsWith('20')) && parseDay(text) !== null;

/** Text that may be judged. */
export function isText(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  units += value.length;
  return isWellFormed(value);
}

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** The breach at a place beside what was found before. */
export const broken = (glance: Glance, path: string, keyword: Breach['keyword'] | Odd, place: number): Glance =>
  glance === null && typeof keyword === 'string' ? { path, keyword, place } : ODD;

/** What was found within a member or an item, beside what was found before. */
export function within(glance: Glance, step: string, inner: Glance, place: number): Glance {
  if (inner === null) return glance;
  if (glance !== null || inner === ODD) return ODD;
  return { path: step + inner.path, keyword: inner.keyword, place: place + inner.place };
}

// Logic, with the results of the judge on any value.

export { comparable, isTruthy, listOf, memberOf, numberOf };

export const both = (one: unknown, other: () => unknown): unknown => (isTruthy(one) ? other() : one);

export const either = (one: unknown, other: () => unknown): unknown => (isTruthy(one) ? one : other());

export function count(list: unknown, test: (item: never) => boolean): number {
  let number = 0;
  if (Array.isArray(list)) for (let at = 0; at < list.length; at++) if (test(list[at] as never)) number++;
  return number;
}

// Derived values.

const countOf = (text: unknown, count: (day: CalendarDay) => number): number | null => {
  const day = typeof text === 'string' ? parseDay(text) : null;
  return day && count(day);
};

/** Days since 1970-01-01, and the number that orders days with 32 of them in a month; null for what is no day. */
export const daysOf = (text: unknown): number | null => countOf(text, dayNumber);
export const monthsOf = (text: unknown): number | null => countOf(text, dayKey);

/** A share of a whole number; null of anything else. */
export const partOf = (
  whole: unknown,
  part: readonly [number, number],
  round: 'down' | 'up' | 'nearest',
): number | null => (Number.isInteger(whole) ? shareOf(whole as number, part, round) : null);

export const todayOf = (now: number, offset: number): { today: number; todayKey: number } => {
  const { day } = localOf(now, offset);
  return { today: dayNumber(day), todayKey: dayKey(day) };
};

type Mark = Record<string, unknown>;

/** Without a prototype: the names come from a rulebook. */
export const newMark = (): Mark => Object.create(null) as Mark;

/** The member of nested objects of marks; what is missing on the way is made. */
function memberAt(marks: Mark, steps: readonly string[], make: () => unknown): unknown {
  let around = marks;
  for (const step of steps.slice(0, -1)) around = (around[step] ??= newMark()) as Mark;
  return (around[steps.at(-1)!] ??= make());
}

/** The marks of the items of a list, made once. */
export const marksOf = (marks: Mark, steps: readonly string[], length: number): Mark[] =>
  memberAt(marks, steps, () => Array.from({ length }, newMark)) as Mark[];

/** The mark of a member of an object, made once. */
export const markOf = (marks: Mark, steps: readonly string[], key: string): Mark =>
  ((memberAt(marks, steps, newMark) as Mark)[key] ??= newMark()) as Mark;

// Findings.

/** Equal only for equal values, even when joined: a text is prefixed with its length. */
export const keyOf = (value: unknown): string =>
  typeof value === 'string' ? `${value.length}:${value}` : JSON.stringify(value);

export function found(
  findings: Finding[],
  lang: Lang,
  { id, severity, path, message, cite }: ModuleRule,
  place: string,
  params: Finding['params'],
): void {
  const words = message[lang];
  const finding: Finding = {
    rule: id,
    severity,
    path: place + path,
    message: typeof words === 'string' ? words : words(params),
    params,
  };
  if (cite) finding.cite = cite;
  findings.push(finding);
}

/** A value as the parameter of a message. */
export const said = (value: unknown): string | number => (typeof value === 'number' ? value : inWords(value));
