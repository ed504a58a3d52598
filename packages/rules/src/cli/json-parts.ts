/** Levels that are written member by member, each on a line of its own: a consolidation's sections, tables, rows, cells. */
const LEVELS = 4;

/** JSON in parts, so that what is large is never one text. */
export function* jsonParts(value: unknown, levels = LEVELS, indent = ''): Generator<string> {
  if (levels === 0 || value === null || typeof value !== 'object') return void (yield JSON.stringify(value));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return void (yield `${open}${close}`);
  const inner = `${indent}  `;
  let before = `${open}\n${inner}`;
  for (const [name, member] of members) {
    yield Array.isArray(value) ? before : `${before}${JSON.stringify(name)}: `;
    yield* jsonParts(member, levels - 1, inner);
    before = `,\n${inner}`;
  }
  yield `\n${indent}${close}`;
}
