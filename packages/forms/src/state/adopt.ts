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

/** What the host specifies about who answers, and for which period; null: left to the officer. */
export interface Answering {
  readonly unit: { readonly id: string | null; readonly group: string | null; readonly name: string | null };
  readonly period: string | null;
}

export interface Adopted {
  readonly submission: Submission;
  /** values the form has no place for, shown so that they are not lost */
  readonly dropped: readonly { path: string; value: unknown }[];
}

/**
 * A submission of this form made from the host's or a draft's JSON: reduced to what the form has a place for, lists
 * always present, addressed to this rulebook, with the unit as given by the host.
 *
 * @param raw   JSON of any shape, possibly typed under an older rulebook; null: a new submission
 * @param blank content of a new submission of this type of form
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
  // A doubtful number is a text until it is settled. It is put back where it was typed.
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

/**
 * A number that the readers reject, such as 1e308, becomes a text to be corrected in its cell: it would make the whole
 * submission unreadable.
 */
function withoutHugeNumbers<Value>(value: Value): Value;
function withoutHugeNumbers(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER ? String(value) : value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutHugeNumbers(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutHugeNumbers(each as unknown)]));
}

/** Whether a schema expects a number at a path. */
function isNumber(schema: Schema, path: string): boolean {
  let place: Schema | undefined = schema;
  for (const step of stepsOf(path)) {
    const { items, properties } = place as Schema;
    place = items ?? (properties && Object.hasOwn(properties, step) ? properties[step] : undefined);
    if (!place) return false;
  }
  return [place.type].flat().some((type) => type === 'number' || type === 'integer');
}

/** The unit as given by the host overrides what was typed. */
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
