import type { RulebookForm } from '../rulebook.js';
import { stepsOf } from '../values/pointer.js';
import { literal } from './literal.js';
import { block } from './parts.js';
import { Block, isMarked, memberAt, type Places } from './scope.js';
import { readFrom, type Base } from './write-logic.js';

/** Statements for each item of `each`; what `write` returns has `item`, `index`, `owner` and `mark` at hand. */
export function writePlaces(
  places: Places,
  form: RulebookForm,
  write: (inner: Block, place: string) => string[],
): string[] {
  const [path = '', inner] = (places.each ?? '').split('/*');
  const around = inner === undefined ? literal(`${path}/`) : `${literal(`${path}/`)} + at + ${literal(`${inner}/`)}`;
  const item = new Block();
  const statements = write(item, `${around} + ${places.keys ? 'pointerToken(key)' : 'index'}`);
  const body = [...item.declarations(), ...statements];
  const usesMark = isMarked(form) && body.some((line) => /\bmark\b/.test(line));
  const list = readSteps({ code: 'submission', of: form.schema }, path);
  if (inner === undefined) {
    const marks = usesMark ? `marks, ${literal(stepsOf(path))}` : null;
    return block('', [`const list = ${list};`, ...writeItems(places, body, marks)]);
  }
  const owner = memberAt(form.schema, path)?.items;
  return block('', [
    `const owners = ${list};`,
    ...block('if (Array.isArray(owners))', [
      ...(usesMark ? [`const ownerMarks = marksOf(marks, ${literal(stepsOf(path))}, owners.length);`] : []),
      ...block('for (let at = 0; at < owners.length; at++)', [
        'const owner = owners[at];',
        `const list = ${readSteps({ code: 'owner', of: owner ?? 'unknown' }, inner)};`,
        ...writeItems(places, body, usesMark ? `ownerMarks[at], ${literal(stepsOf(inner))}` : null),
      ]),
    ]),
  ]);
}

export const readSteps = (base: Base, path: string): string => readFrom(base, stepsOf(path)).code;

/** A loop over `list`. */
function writeItems({ keys }: Places, body: readonly string[], marks: string | null): string[] {
  if (keys) {
    return [
      ...block(`for (const [index, key] of ${literal(keys)}.entries())`, [
        'const item = memberOf(list, key);',
        ...(marks ? [`const mark = markOf(${marks}, key);`] : []),
        ...body,
      ]),
    ];
  }
  return block('if (Array.isArray(list))', [
    ...(marks ? [`const marked = marksOf(${marks}, list.length);`] : []),
    ...block('for (let index = 0; index < list.length; index++)', [
      'const item = list[index];',
      ...(marks ? ['const mark = marked[index];'] : []),
      ...body,
    ]),
  ]);
}
