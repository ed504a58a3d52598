/** JSON Pointers (RFC 6901). */

/** Escapes one reference token of a JSON Pointer (RFC 6901, section 3). */
export const pointerToken = (token: string | number): string =>
  String(token).replaceAll('~', '~0').replaceAll('/', '~1');

/** `pointer('nominees', 0, 'name')` → `/nominees/0/name` */
export const pointer = (...steps: readonly (string | number)[]): string =>
  steps.map((step) => `/${pointerToken(step)}`).join('');

/** `/nominees/0/name` → `['nominees', '0', 'name']`; `""` → `[]` */
export function stepsOf(path: string): string[] {
  if (path === '') return [];
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined if there is none. Only own properties are read. */
export const valueAt = (root: unknown, path: string): unknown => valueBy(root, stepsOf(path));

/** The same by the steps of a pointer. */
export function valueBy(root: unknown, steps: readonly string[]): unknown {
  let value = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
