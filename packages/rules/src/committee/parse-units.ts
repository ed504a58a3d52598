import { isObject } from '../values/plain.js';
import type { RosterUnit } from './received.js';
import { unitListStrings, type UnitListProblemCode } from './strings/unit-list.js';
import type { Lang } from '../text.js';

/** One problem in a list of units. */
export interface UnitListProblem {
  /** JSON Pointer into the list */
  readonly pointer: string;
  readonly code: UnitListProblemCode;
  readonly message: string;
}

/** Thrown for an unusable list of units, with every problem found in it. */
export class UnitListError extends Error {
  override readonly name = 'UnitListError';
  readonly problems: readonly UnitListProblem[];
  constructor(problems: readonly UnitListProblem[], lang: Lang = 'vi') {
    const told = problems.map(({ pointer, message }) => `${pointer || '/'}: ${message}`);
    super([unitListStrings[lang].error(problems.length), ...told].join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the committee's own list of who is expected to answer, as accepted by `review` and `consolidate`: `[{ id,
 * group, name? }]`. Other members of an entry are ignored. A group that the directive does not define is not an error,
 * since a list may serve several directives; `review` reports it.
 *
 * @param json a parsed JSON value
 * @throws UnitListError listing every problem, each with its JSON Pointer
 */
export function parseUnits(json: unknown, { lang = 'vi' }: { lang?: Lang } = {}): RosterUnit[] {
  const problem = (pointer: string, code: UnitListProblemCode, value = ''): UnitListProblem => ({
    pointer,
    code,
    message: unitListStrings[lang].problems[code](value),
  });
  if (!Array.isArray(json)) throw new UnitListError([problem('', 'list')], lang);
  const seen = new Set<string>();
  const problems = json.flatMap((entry: unknown, index): UnitListProblem[] => {
    if (!isObject(entry)) return [problem(`/${index}`, 'unit')];
    const { id, group, name = null } = entry;
    const isRepeated = isNamed(id) && seen.has(id);
    if (isNamed(id)) seen.add(id);
    return [
      ...(isNamed(id) ? [] : [problem(`/${index}/id`, 'id')]),
      ...(isRepeated ? [problem(`/${index}/id`, 'twice', id)] : []),
      ...(isNamed(group) ? [] : [problem(`/${index}/group`, 'group')]),
      ...(name === null || typeof name === 'string' ? [] : [problem(`/${index}/name`, 'name')]),
    ];
  });
  if (problems.length > 0) throw new UnitListError(problems, lang);
  return (json as RosterUnit[]).map(({ id, group, name }) => ({
    id,
    group,
    ...(typeof name === 'string' && { name }),
  }));
}

const isNamed = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
