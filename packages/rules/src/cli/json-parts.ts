import { lazyParts, type Parts } from '../committee/lazy.js';

/** Levels written one member per line: a consolidation's sections, tables, rows, cells. */
const LEVELS = 4;
/** Small members are written in batches of this many characters. */
const TOGETHER = 4000;

/** Serialises JSON in parts, so that large values never become one string; lazy members are never held as a whole. */
export function* jsonParts(value: unknown, levels = LEVELS, indent = ''): Generator<string> {
  if (value === null || typeof value !== 'object') return void (yield JSON.stringify(value));
  const names = Object.keys(value);
  if (levels <= 0 && !names.some((name) => lazyParts(value, name))) return void (yield JSON.stringify(value));
  yield* bracketed(membersOf(value, names), Array.isArray(value), levels, indent);
}

type Member = readonly [name: string, member: unknown, parts?: Parts<unknown> | undefined];

/** Reads members one by one, and does not read lazy ones. */
function* membersOf(value: object, names: readonly string[]): Generator<Member> {
  for (const name of names) {
    const parts = lazyParts(value, name);
    yield parts ? [name, null, parts] : [name, (value as Record<string, unknown>)[name]];
  }
}

function* partsOf({ list, record }: Parts<unknown>): Generator<Member> {
  if (record) return yield* record();
  for (const item of list()) yield ['', item];
}

function* bracketed(members: Iterable<Member>, isList: boolean, levels: number, indent: string): Generator<string> {
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inner = `${indent}  `;
  const onLines = levels > 0;
  let text: string = onLines ? `${open}\n${inner}` : open;
  let some = false;
  for (const [name, member, parts] of members) {
    if (member === undefined) continue;
    if (some) text += onLines ? `,\n${inner}` : ',';
    if (!isList) text += `${JSON.stringify(name)}${onLines ? ': ' : ':'}`;
    some = true;
    if (!parts && (member === null || typeof member !== 'object')) {
      text += JSON.stringify(member);
      if (text.length < TOGETHER) continue;
      yield text;
    } else {
      yield text;
      yield* parts
        ? bracketed(partsOf(parts), parts.list !== undefined, levels - 1, inner)
        : jsonParts(member, levels - 1, inner);
    }
    text = '';
  }
  if (!some) yield `${open}${close}`;
  else yield onLines ? `${text}\n${indent}${close}` : `${text}${close}`;
}
