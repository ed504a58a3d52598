/**
 * What submissions have made the rules of a form do: how often each operator compared values of which types, null among them,
 * how near to one another; which lists were gone over; what was derived.
 *
 * @typedef {Map<string, number>} Coverage
 */

const COMPARISONS = ['===', '!==', '<', '<=', '>', '>='];
const OVER_LISTS = ['filter', 'map', 'reduce', 'some', 'none'];

/**
 * @param form
 * @param {object} state what its rules are judged over
 * @param {Coverage} coverage is added to
 * @param engine
 */
export function cover(form, state, coverage, { evaluator, placesOf }) {
  const add = (...words) => coverage.set(words.join(' '), (coverage.get(words.join(' ')) ?? 0) + 1);

  function walk(node, scope) {
    if (node === null || typeof node !== 'object') return;
    const [[operator, operands]] = Object.entries(node);
    const parts = [operands].flat();
    if (operator === 'var') return;
    if (OVER_LISTS.includes(operator)) {
      add(operator, 'of', sizeOf(evaluator(parts[0])(scope)));
      walk(parts[0], scope);
      return;
    }
    if (COMPARISONS.includes(operator)) add(operator, ...relation(parts.map((part) => evaluator(part)(scope))));
    for (const part of parts) {
      walk(part, scope);
      // What follows is not evaluated.
      if (operator === 'and' && evaluator(part)(scope) !== true) break;
      if (operator === 'or' && evaluator(part)(scope) === true) break;
    }
  }

  const scopesOf = ({ each, keys }) =>
    each === undefined ? [state] : placesOf({ each, keys }, state).map((place) => ({ ...state, ...place }));
  for (const entry of form.derive ?? []) {
    for (const scope of scopesOf(entry)) {
      const value = entry.each === undefined ? state.derived[entry.as] : scope.mark[entry.as];
      const way = ['days', 'months', 'share', 'logic'].find((name) => entry[name] !== undefined);
      add('derive', way, entry.share?.round ?? '', typeOf(value));
    }
  }
  for (const { assert = null, repeats, ...rule } of form.rules) {
    const needs = Object.keys(rule.needs).map((path) => evaluator({ var: path }));
    for (const scope of scopesOf(rule)) {
      if (needs.some((read) => typeOf(read(scope)) === 'null')) continue;
      if (repeats)
        add(
          'repeats',
          'of',
          repeats.of.map((path) => typeOf(evaluator({ var: path })(scope))),
        );
      walk(assert, scope);
    }
  }
}

const typeOf = (value) =>
  value === null || value === undefined ? 'null' : Array.isArray(value) ? 'list' : typeof value;

function sizeOf(list) {
  if (!Array.isArray(list)) return 'no list';
  return list.length === 0 ? 'an empty list' : 'a list';
}

function relation([left, right]) {
  const types = [typeOf(left), typeOf(right)];
  if (types.includes('null')) return types;
  if (left === right) return [...types, 'equal'];
  if (types.join() !== 'number,number') return [...types, 'different'];
  const distance = left - right;
  return [...types, Math.abs(distance) > 1 ? 'far' : distance < 0 ? 'one below' : 'one above'];
}

/** A line for each, the most frequent first. */
export const report = (coverage) =>
  [...coverage]
    .sort(([left, most], [right, times]) => times - most || (left < right ? -1 : 1))
    .map(([what, times]) => `${String(times).padStart(9)}  ${what}`)
    .join('\n');
