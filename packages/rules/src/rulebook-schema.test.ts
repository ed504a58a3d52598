import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { rulebookSchema } from '../bin/rulebook-schema.mjs';
import { fragments, packs } from '../test/lib/packs.js';

/** `rulebook.schema.json` describes every member of a rulebook; each build generates it from the types. */

type Node = Record<string, unknown>;

const published = JSON.parse(
  readFileSync(fileURLToPath(new URL('../schema/rulebook.schema.json', import.meta.url)), 'utf8'),
) as Node;
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(published);
const problems = (rulebook: unknown): string[] => {
  validate(rulebook);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

test('what is published is what the types say; “npm run build” writes it', () => {
  expect(published).toEqual(rulebookSchema());
});

test('every member is described', () => {
  const { names, silent } = members(published, '');
  expect(silent).toEqual([]);
  expect(names).toBeGreaterThan(150);
});

test.each([...packs, ...fragments].map(({ id, rulebook }) => [id, rulebook] as const))(
  '%s holds to it',
  (_, rulebook) => {
    expect(problems(JSON.parse(JSON.stringify(rulebook)))).toEqual([]);
  },
);

describe('what is no rulebook is told apart', () => {
  const { rulebook } = packs.find(({ pack }) => pack.forms.some(({ type }) => type === 'nomination'))!;
  const changed = (change: (copy: Writable) => void): unknown => {
    const copy = structuredClone(rulebook) as unknown as Writable;
    change(copy);
    return copy;
  };
  type Writable = Node & { forms: { rules: Node[]; view: Node; schema: Node }[] };

  test.each<[string, (copy: Writable) => void]>([
    ['another version of the format', (copy) => Object.assign(copy, { rulebook: '1' })],
    ['a member more', (copy) => Object.assign(copy, { extra: 1 })],
    ['a member less', (copy) => delete copy['milestones']],
    ['an operator outside the profile', (copy) => Object.assign(copy.forms[0]!.rules[0]!, { assert: { in: [1, 2] } })],
    ['two operators at once', (copy) => Object.assign(copy.forms[0]!.rules[0]!, { assert: { '!': true, or: [] } })],
    ['a keyword outside the profile', (copy) => Object.assign(copy.forms[0]!.schema, { required: ['id'] })],
    [
      'a need of an unknown type',
      (copy) => Object.assign(copy.forms[0]!.rules[0]!, { needs: { 'item.name': 'text' } }),
    ],
    ['a rule without a message', (copy) => delete copy.forms[0]!.rules[0]!['message']],
    ['a view without labels', (copy) => delete copy.forms[0]!.view['labels']],
  ])('%s', (_name, change) => expect(problems(changed(change))).not.toEqual([]));
});

/** The number of members of all objects in a schema, and those without a description. */
function members(node: unknown, at: string): { names: number; silent: string[] } {
  if (node === null || typeof node !== 'object') return { names: 0, silent: [] };
  const { properties = {}, ...rest } = node as { properties?: Record<string, { description?: string }> };
  const own = Object.entries(properties);
  const below = [...own, ...Object.entries(rest)].map(([step, part]) => members(part, `${at}/${step}`));
  return {
    names: below.reduce((sum, { names }) => sum + names, own.length),
    silent: [
      ...own.filter(([, { description }]) => !description).map(([name]) => `${at}/${name}`),
      ...below.flatMap(({ silent }) => silent),
    ],
  };
}
