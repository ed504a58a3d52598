/** A deep copy of plain JSON data: no `undefined` members, nothing shared with the original. */
export const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A JSON object: neither null nor a list. Member values are untrusted. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
