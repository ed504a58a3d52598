/** Levels that are written member by member, each on a line of its own: a consolidation's sections, tables, rows, cells. */
const LEVELS = 4;

/** JSON in parts, so that what is large is never one text. */
export function* jsonParts(value: unknown, levels = LEVELS, indent = ''): Generator<string> {
  if (levels === 0 || value === null || typeof value !== 'object') return void (yield JSON.stringify(value));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = `${indent}  `;
  let before = `${open}\n${inner}`;
  let some = false;
  for (const name of Object.keys(value)) {
    // Read one by one: some members are made when they are read.
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    yield Array.isArray(value) ? before : `${before}${JSON.stringify(name)}: `;
    yield* jsonParts(member, levels - 1, inner);
    before = `,\n${inner}`;
    some = true;
  }
  if (!some) return void (yield `${open}${close}`);
  yield `\n${indent}${close}`;
}
