/** Names that every object inherits; a member of such a name is only read as the object's own. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export const isInherited = (name: string): boolean => INHERITED.has(name);

/**
 * A JSON value as an expression of JavaScript. Text never stands in a module but as made here: what a pack says is data
 * there, whatever signs it holds.
 */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([name, member]) => `${memberName(name)}: ${literal(member)}`).join(', ')} }`;
}

// U+2028 and U+2029 end a line in the JavaScript before 2019; JSON leaves them as they are.
const scalar = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const isName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(name);

/** The name of a member in an object literal; `"__proto__": …` would change the prototype. */
export const memberName = (name: string): string =>
  name === '__proto__' ? '["__proto__"]' : isName(name) ? name : scalar(name);

/** Reading a member: `.name`, or `["a name"]`. */
export const member = (name: string, isOptional = false): string => {
  if (isName(name)) return `${isOptional ? '?.' : '.'}${name}`;
  return `${isOptional ? '?.' : ''}[${scalar(name)}]`;
};
