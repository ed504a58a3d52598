import {
  stepsOf,
  fit,
  type Rulebook,
  type RulebookForm,
  type Schema,
  type SubmittingUnit,
  type Submission,
} from '@kl01/rules';
import { withValue } from '../findings/pointer.js';

/** What the host says about who answers, and for when; null where it leaves it to the officer. */
export interface Answering {
  readonly unit: { readonly id: string | null; readonly group: string | null; readonly name: string | null };
  readonly period: string | null;
}

export interface Adopted {
  readonly submission: Submission;
  /** what the form has no place for, to be shown and not lost */
  readonly dropped: readonly { path: string; value: unknown }[];
}

/**
 * A submission of this form made from whatever the host or a draft gives: cut to what the form has a place for,
 * lists always there, addressed to this rulebook, the unit as the host says it is.
 *
 * @param raw   JSON of any shape, perhaps typed under an older rulebook; null: a new submission
 * @param blank what a new submission of this kind of form holds
 */
export function adopt(
  raw: unknown,
  rulebook: Rulebook,
  definition: RulebookForm,
  answering: Answering,
  blank: Partial<Submission>,
): Adopted {
  const envelope = { rulebook: `${rulebook.id}@${rulebook.version}`, form: definition.id };
  const fitted = raw === null || raw === undefined ? { value: {}, dropped: [] } : fit(definition.schema, raw);
  // A number that was questioned is a text until it is settled. It goes back to where it was typed.
  const typed = fitted.dropped.filter(
    ({ path, value }) => typeof value === 'string' && isNumber(definition.schema, path),
  );
  const given = withoutNulls(
    typed.reduce((rest, { path, value }) => withValue(rest, path, value), withoutHugeNumbers(fitted.value)),
  );
  const submission: Submission = {
    id: randomId(),
    revision: 1,
    period: null,
    ...blank,
    ...given,
    ...envelope,
    unit: answeringUnit(given['unit'] as SubmittingUnit | undefined, answering),
  };
  return {
    submission: answering.period === null ? submission : { ...submission, period: answering.period },
    dropped: fitted.dropped.filter((each) => each.value !== null && !typed.includes(each)),
  };
}

/** A number that no reader may judge, such as 1e308, is questioned at its cell like a text: it would fail the whole. */
function withoutHugeNumbers<Value>(value: Value): Value;
function withoutHugeNumbers(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER ? String(value) : value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutHugeNumbers(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutHugeNumbers(each as unknown)]));
}

/** True where a schema asks for a number at a path. */
function isNumber(schema: Schema, path: string): boolean {
  let place: Schema | undefined = schema;
  for (const step of stepsOf(path)) {
    const { items, properties } = place as Schema;
    place = items ?? (properties && Object.hasOwn(properties, step) ? properties[step] : undefined);
    if (!place) return false;
  }
  return [place.type].flat().some((type) => type === 'number' || type === 'integer');
}

/** The unit as the host knows it wins over what was typed. */
export function answeringUnit(typed: SubmittingUnit | null | undefined, { unit }: Answering): SubmittingUnit {
  return {
    ...typed,
    ...(unit.id === null ? {} : { id: unit.id }),
    ...(unit.group === null ? {} : { group: unit.group }),
    ...(unit.name === null ? {} : { name: unit.name }),
  };
}

/** Random, also on plain http, where `crypto.randomUUID` is missing. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function withoutNulls(value: unknown): Record<string, unknown> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([, each]) => each !== null && each !== undefined));
}
