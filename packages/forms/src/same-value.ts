import { canonicalJson } from '@kl01/rules';

/**
 * Whether two values of the host say the same. Frameworks make a new, equal object in each render, which must not undo
 * what was typed since.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (isObject(a) && isObject(b) && canonicalJson(a) === canonicalJson(b));
}

/** For `@property({ hasChanged })`. */
export const differs = (value: unknown, before: unknown): boolean => !sameValue(value, before);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
