import { amend, listAt, placeIn } from './amend.js';
import { addressesNear, findElement, idOf } from './element.js';
import { isOlder } from './migrate.js';
import type { RulePack } from './pack.js';
import { problem, type PackProblem, type Path } from './pack-problem.js';
import { referenceProblems } from './pack-references.js';
import { readShape } from './pack-shape.js';
import { plainCopy } from '../values/plain.js';
import { MAX_DEPTH, refusal } from '../reading/read-json.js';
import { authoring } from './strings/authoring.js';
import type { Lang } from '../text.js';

export type { PackProblem } from './pack-problem.js';

/** Thrown for a pack that cannot be used, with every problem found in it. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError';
  readonly problems: readonly PackProblem[];
  constructor(problems: readonly PackProblem[], lang: Lang = 'vi') {
    super(
      [
        authoring[lang].packError(problems.length),
        ...problems.map(({ pointer, message, remedy }) => `${pointer || '/'}: ${message} ${remedy}`),
      ].join('\n'),
    );
    this.problems = problems;
  }
}

/** Maximum number of lists, objects and values in a pack, far more than the longest directive needs. */
const MAX_VALUES = 100_000;

/**
 * Parses a rule pack and checks its shape and references; no other code checks them.
 *
 * @param json a parsed JSON value
 * @throws RulePackError listing every problem, each with its JSON Pointer and a remedy. References are checked only if
 * the shape is right, and amendments are applied only if the references are valid
 */
export function parsePack(json: unknown, { lang = 'vi' }: { lang?: Lang } = {}): RulePack {
  const unusable = unreadable(json, lang);
  if (unusable.length > 0) throw new RulePackError(unusable, lang);
  if (isOlder(json)) throw new RulePackError([problem(['format'], 'format-older', lang)], lang);
  const shape = readShape(json, lang);
  if ('problems' in shape) throw new RulePackError(shape.problems, lang);
  const problems = referenceProblems(shape.pack, lang);
  if (problems.length === 0) problems.push(...amendmentProblems(shape.pack, lang));
  if (problems.length > 0) throw new RulePackError(problems, lang);
  return shape.pack;
}

/** Rejects input that is unsafe to traverse: too large, too deep, not JSON data, or a key that objects cannot hold. */
function unreadable(json: unknown, lang: Lang): PackProblem[] {
  const reason = refusal(json);
  if (reason === 'too-deep') return [problem([], 'too-deep', lang, String(MAX_DEPTH))];
  if (reason === 'too-large') return [problem([], 'too-large', lang)];
  if (reason) return [problem([], 'not-data', lang)];
  const problems: PackProblem[] = [];
  const rest: [value: unknown, path: Path][] = [[json, []]];
  for (let values = 0; rest.length > 0; values++) {
    if (values > MAX_VALUES) return [problem([], 'too-large', lang)];
    const [value, path] = rest.pop()!;
    if (value === null || typeof value !== 'object') continue;
    for (const [name, member] of Object.entries(value)) {
      if (name === '__proto__') problems.push(problem([...path, name], 'reserved', lang, name));
      else rest.push([member, [...path, name]]);
    }
  }
  return problems;
}

/** Each change must refer to an element that still exists, and leave a usable pack. */
function amendmentProblems(pack: RulePack, lang: Lang): PackProblem[] {
  const { amendments = [], ...original } = pack;
  if (amendments.length === 0) return [];
  const all = amend(pack);
  const met = all.amendments.every(({ changes }) => changes.every((change) => 'was' in change || change.added));
  if (met && problemsOf({ ...all.pack, amendments: undefined }, lang).length === 0) return [];

  // Apply the changes one by one to find the one that causes the problem.
  let usable: RulePack = original;
  return amendments.flatMap((amendment, index) =>
    amendment.changes.flatMap((change, number) => {
      const path: Path = ['amendments', index, 'changes', number];
      if ('add' in change) {
        const list = listAt(plainCopy(usable), change.element);
        if (!list) return [problem([...path, 'element'], 'address-list', lang, change.element)];
        if (change.before !== undefined && change.after !== undefined) return [problem(path, 'add-place', lang)];
        if (idOf(change.add) === null) return [problem([...path, 'add'], 'missing', lang, 'id')];
        if (placeIn(list, change) === null) {
          const ids = list.flatMap((entry) => idOf(entry) ?? []);
          const beside = change.before === undefined ? 'after' : 'before';
          return [problem([...path, beside], 'reference', lang, change[beside]!, ids)];
        }
      } else if (!findElement(usable, change.element)) {
        const near = addressesNear(usable, change.element);
        return [problem([...path, 'element'], 'address', lang, change.element, near)];
      }
      const { pack: changed } = amend({ ...usable, amendments: [{ ...amendment, changes: [change] }] });
      delete changed.amendments;
      const left = problemsOf(changed, lang);
      if (left.length === 0) usable = changed;
      return left.map(({ pointer, message, remedy }) =>
        problem(path, 'amendment', lang, `${pointer}: ${message} ${remedy}`),
      );
    }),
  );
}

function problemsOf(json: unknown, lang: Lang): readonly PackProblem[] {
  const shape = readShape(plainCopy(json), lang);
  return 'problems' in shape ? shape.problems : referenceProblems(shape.pack, lang);
}
