import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { layouts } from '../layouts/layouts.js';
import { documentKinds } from './document-kinds.js';

const file = createRequire(import.meta.url).resolve('@kl01/rules/schema/rule-pack.schema.json');
const schema = JSON.parse(readFileSync(file, 'utf8')) as object;

/** Every list that the pack format has for members of this name. */
function listed(value: unknown, name: string, list: 'enum' | 'examples'): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const own = key === name ? (member as Record<string, unknown>)[list] : undefined;
    return [...(Array.isArray(own) ? [own as string[]] : []), ...listed(member, name, list)];
  });
}

/** Made from one or several submissions of a form; dossiers never require these. */
const NOT_IN_A_DOSSIER = ['ho-so', 'bieu-mau'];

test('a pack may ask for every document that is made from a submission, and for no other', () => {
  const made = documentKinds.filter(({ from }) => from.nomination ?? from.report ?? from.plan).map(({ id }) => id);
  const asked = made.filter((id) => !NOT_IN_A_DOSSIER.includes(id)).sort();
  const lists = listed(schema, 'document', 'enum');
  expect(lists.length).toBeGreaterThan(0);
  for (const list of lists) expect([...list].sort()).toEqual(asked);
});

test('the layouts that a pack is offered are those there are', () => {
  const lists = listed(schema, 'layout', 'examples');
  // For the pack, a group, a named unit.
  expect(lists).toHaveLength(3);
  for (const list of lists) expect(list).toEqual(layouts.map(({ id }) => id));
});
