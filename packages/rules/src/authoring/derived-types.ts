import type { Derive, RulebookForm } from '../rulebook.js';
import { logicProblems, typeOfLogic } from './check-logic.js';
import type { LogicProblem } from './logic-values.js';
import { DAYS, KEYS, scopeType, UNKNOWN, type DerivedType, type ValueType } from './value-type.js';

/** The types of a form's derived values, each read by those after it, and the problems of their logic. */
export function derivedTypes(form: RulebookForm): { types: DerivedType[]; problems: LogicProblem[] } {
  const types: DerivedType[] = [];
  const problems: LogicProblem[] = [];
  for (const entry of form.derive ?? []) {
    const scope = scopeType(form, entry, undefined, types);
    const { each, keys } = entry;
    const path = entry.days ?? entry.months;
    const needs = entry.needs ?? {};
    const found = logicProblems({ needs, ...(path !== undefined && { reads: [path] }) }, scope);
    const { type, problems: own } = valueType(entry, scope);
    problems.push(
      ...[...found, ...own].map((problem) => ({ ...problem, place: `derive/${entry.as}/${problem.place}` })),
    );
    types.push({ as: entry.as, each, keys, type });
  }
  return { types, problems };
}

function valueType(entry: Derive, scope: ValueType): { type: ValueType; problems: LogicProblem[] } {
  if (entry.days !== undefined) return { type: DAYS, problems: [] };
  if (entry.months !== undefined) return { type: KEYS, problems: [] };
  if (!entry.share) return typeOfLogic(entry.logic ?? null, entry.needs ?? {}, scope);
  const [part, whole] = entry.share.part;
  const { type, problems } = typeOfLogic({ '*': [entry.share.of, 2 * part] }, entry.needs ?? {}, scope);
  if (type.is !== 'number') return { type: UNKNOWN, problems };
  const least = Math.floor(type.least / (2 * whole));
  return { type: { is: 'number', least, most: Math.ceil(type.most / (2 * whole)) }, problems };
}
