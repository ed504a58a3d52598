/**
 * Canonical JSON: equal values give equal bytes, so that a file's SHA-256 identifies a rulebook.
 *
 * @param value plain JSON data
 * @source RFC 8785: members sorted by UTF-16 code units, numbers and strings as ECMAScript prints them, no white space
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
