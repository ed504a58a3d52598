/** A deep copy of plain JSON data: no `undefined` members, nothing shared with the original. */
export const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
