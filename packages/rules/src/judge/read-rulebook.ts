import { isObject } from '../values/plain.js';
import { pointerToken } from '../values/pointer.js';
import type { Rulebook, RulebookForm } from '../rulebook.js';
import { RulebookError } from './rulebook-error.js';

/** Maximum nesting of lists and objects, far deeper than anything the compiler produces. */
export const MAX_LEVELS = 150;

/** The only format of rulebooks that is read. */
const FORMAT: Rulebook['rulebook'] = '2';

/**
 * Whether a JSON value is a rulebook of the format that this version reads, as far as its first members tell. What
 * judging reads of it is checked by `check`, which throws a `RulebookError` naming the place.
 */
export const isRulebook = (value: unknown): value is Rulebook =>
  isObject(value) && own(value, 'rulebook') === FORMAT && Array.isArray(own(value, 'forms'));

const usable = new WeakSet<object>();

/**
 * Checks that what the envelope reads from a rulebook exists and has the right type. Runs once per rulebook; each form
 * is checked when it is first used.
 *
 * @throws RulebookError naming the place
 */
export function mustBeRulebook(rulebook: Rulebook): void {
  if (usable.has(rulebook)) return;
  const given: unknown = rulebook;
  if (!isObject(given)) throw new RulebookError('', 'there is no object');
  if (given['rulebook'] !== FORMAT) {
    throw new RulebookError('/rulebook', `the version of the format is not "${FORMAT}"`);
  }
  for (const name of ['id', 'version', 'utcOffset']) mustBeText(own(given, name), `/${name}`);
  if (!/^[+-]\d{2}:\d{2}$/.test(rulebook.utcOffset)) {
    throw new RulebookError('/utcOffset', 'there is no offset such as "+07:00"');
  }
  const forms = own(given, 'forms');
  if (!Array.isArray(forms)) throw new RulebookError('/forms', 'there is no list');
  const ids = new Set<unknown>();
  forms.forEach((form: unknown, index) => {
    const at = `/forms/${index}`;
    if (!isObject(form)) throw new RulebookError(at, 'there is no object');
    const id = own(form, 'id');
    mustBeText(id, `${at}/id`);
    if (ids.has(id)) throw new RulebookError(`${at}/id`, 'the id of another form is repeated');
    ids.add(id);
  });
  usable.add(given);
}

/**
 * Checks what judging reads from a form, except its schema and logic, which are checked when compiled.
 *
 * @param at JSON Pointer of the form
 * @throws RulebookError naming the place
 */
export function mustBeForm(form: RulebookForm, at: string): void {
  const given: unknown = form;
  if (!isObject(given)) throw new RulebookError(at, 'there is no object');
  const { rules, view } = given;
  if (!isObject(given['schema'])) throw new RulebookError(`${at}/schema`, 'there is no object');
  if (!Array.isArray(rules)) throw new RulebookError(`${at}/rules`, 'there is no list');
  if (!isObject(view)) throw new RulebookError(`${at}/view`, 'there is no object');
  for (const [name, part] of Object.entries({ schema: given['schema'], rules, derive: own(given, 'derive') })) {
    if (isDeeper(part, MAX_LEVELS)) throw new RulebookError(`${at}/${name}`, 'too much is nested within one another');
  }
  const labels = own(view, 'labels');
  if (!isObject(labels)) throw new RulebookError(`${at}/view/labels`, 'there is no object');
  for (const [path, label] of Object.entries(labels)) {
    const isText = typeof label === 'string' || (isObject(label) && typeof own(label, 'vi') === 'string');
    if (!isText || (isObject(label) && typeof (own(label, 'en') ?? '') !== 'string')) {
      throw new RulebookError(`${at}/view/labels/${pointerToken(path)}`, 'there is no text');
    }
  }
  rules.forEach((rule: unknown, index) => mustBeRule(rule, `${at}/rules/${index}`));
  const list = own(given, 'derive') ?? [];
  if (!Array.isArray(list)) throw new RulebookError(`${at}/derive`, 'there is no list');
  list.forEach((entry: unknown, index) => mustBeDerive(entry, `${at}/derive/${index}`));
}

const WAYS = ['days', 'months', 'share', 'logic'];

function mustBeDerive(entry: unknown, at: string): void {
  if (!isObject(entry)) throw new RulebookError(at, 'there is no object');
  mustBeText(own(entry, 'as'), `${at}/as`);
  mustHavePlaces(entry, at);
  if (own(entry, 'needs') !== undefined) mustHaveNeeds(entry, at);
  const ways = WAYS.filter((way) => own(entry, way) !== undefined);
  if (ways.length !== 1) {
    throw new RulebookError(at, 'there is not exactly one of "days", "months", "share" and "logic"');
  }
  for (const way of ['days', 'months']) {
    const path = own(entry, way);
    if (path !== undefined) mustBeText(path, `${at}/${way}`);
  }
  const share = own(entry, 'share');
  if (share === undefined) return;
  const part = isObject(share) ? own(share, 'part') : undefined;
  const isPart =
    Array.isArray(part) && part.length === 2 && part.every(Number.isSafeInteger) && part[0] >= 0 && part[1] > 0;
  if (!isObject(share) || !isPart || !['down', 'up', 'nearest'].includes(own(share, 'round') as string)) {
    throw new RulebookError(`${at}/share`, 'there is no part of whole numbers, or no rounding');
  }
}

function mustHavePlaces(owner: object, at: string): void {
  const each = own(owner, 'each');
  const keys = own(owner, 'keys');
  // At most one list in a list.
  if (each !== undefined && !(typeof each === 'string' && /^\/[^*]+(\/\*\/[^*]+)?$/.test(each))) {
    throw new RulebookError(`${at}/each`, 'there is no JSON Pointer');
  }
  if (keys === undefined) return;
  if (each === undefined || !Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) {
    throw new RulebookError(`${at}/keys`, 'there are no names of members of "each"');
  }
}

function mustBeRule(rule: unknown, at: string): void {
  if (!isObject(rule)) throw new RulebookError(at, 'there is no object');
  const { severity, each, assert, repeats, params, message, cite } = rule;
  mustBeText(own(rule, 'id'), `${at}/id`);
  mustBeText(own(rule, 'path'), `${at}/path`);
  if (!['error', 'warning', 'advice'].includes(severity as string)) {
    throw new RulebookError(`${at}/severity`, 'there is none of "error", "warning", "advice"');
  }
  mustHavePlaces(rule, at);
  mustHaveNeeds(rule, at);
  if (!isObject(message)) throw new RulebookError(`${at}/message`, 'there is no object');
  for (const lang of ['vi', 'en']) mustBeText(own(message, lang), `${at}/message/${lang}`);
  if ([assert, repeats].filter((test) => test !== undefined).length !== 1) {
    throw new RulebookError(at, 'there is not exactly one of "assert" and "repeats"');
  }
  if (repeats !== undefined) {
    const of = isObject(repeats) ? own(repeats, 'of') : undefined;
    const isList = Array.isArray(of) && of.every((path) => typeof path === 'string');
    const atMost = isObject(repeats) ? own(repeats, 'atMost') : undefined;
    if (!isList || each === undefined || !Number.isSafeInteger(atMost) || (atMost as number) < 1) {
      throw new RulebookError(`${at}/repeats`, 'there are no paths into items of "each", or not how often');
    }
  }
  if (params !== undefined && !isObject(params)) throw new RulebookError(`${at}/params`, 'there is no object');
  if (cite === undefined) return;
  if (!isObject(cite)) throw new RulebookError(`${at}/cite`, 'there is no object');
  for (const name of ['document', 'clause']) mustBeText(own(cite, name), `${at}/cite/${name}`);
}

/** @param at JSON Pointer of the rule */
export function mustHaveNeeds(rule: object, at: string): void {
  const needs = own(rule, 'needs');
  if (!isObject(needs)) throw new RulebookError(`${at}/needs`, 'there is no object');
  for (const [path, type] of Object.entries(needs)) {
    if (['string', 'integer', 'boolean', 'list', 'object'].includes(type as string)) continue;
    throw new RulebookError(`${at}/needs/${pointerToken(path)}`, 'there is no type');
  }
}

function mustBeText(value: unknown, at: string): void {
  if (typeof value !== 'string') throw new RulebookError(at, 'there is no text');
}

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

/** Whether lists and objects are nested deeper than `levels`, in which case recursion could exhaust the stack. */
export const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));
