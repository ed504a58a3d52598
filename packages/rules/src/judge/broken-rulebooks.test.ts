import { describe, expect, test } from 'vitest';
import { seeded, type Random } from '../../bin/vectors/random.mjs';
import { packs, submissionCases } from '../../test/lib/packs.js';
import type { Logic, Rule, Rulebook, RulebookForm } from '../rulebook.js';
import { check } from './check.js';
import { duty } from './duty.js';
import { RulebookError } from './rulebook-error.js';

/** For any rulebook, a judge either gives a verdict or reports the place that makes judging impossible. */

/** Number of randomly broken rulebooks for each form of a pack; increase it to search longer. */
const ROUNDS = Number(process.env['KL01_BROKEN_ROUNDS'] ?? 400);
const SEED = 4884;

const pack = packs.find(({ id }) => id === 'hai-phong.kien-an.2023')!;
const [valid] = submissionCases(pack, { valid: true });
const { form, submission, entry } = valid!;
const at = pack.rulebook.forms.indexOf(form);

const judge = (rulebook: unknown) => check(rulebook as Rulebook, submission, { now: entry.now });
const withForm = (changed: object) => ({ ...pack.rulebook, forms: pack.rulebook.forms.map((one) => (one === form ? { ...form, ...changed } : one)) }); // prettier-ignore
const withRule = (changed: object) => {
  const rule: Rule = { id: 'x', element: 'x', severity: 'error', needs: {}, assert: true, path: '', message: { vi: 'x', en: 'x' } }; // prettier-ignore
  return withForm({ rules: [{ ...rule, ...changed }] });
};
const placeOf = (judging: () => unknown): string => {
  try {
    judging();
  } catch (error) {
    if (error instanceof RulebookError) return error.pointer;
    throw error;
  }
  return 'a verdict';
};

test('no name of a derived value reaches what all objects inherit', () => {
  for (const each of ['/__proto__', '/constructor/prototype', '/__proto__/x']) {
    judge(withForm({ rules: [], derive: [{ as: 'd', each, keys: ['polluted'], logic: true }] }));
  }
  expect('polluted' in {}).toBe(false);
});

describe('a place that cannot be judged by is named', () => {
  const rules = `/forms/${at}/rules/0`;
  const number: Logic = { var: 'item.members' };
  test.each<[string, unknown, string]>([
    ['no rulebook', null, ''],
    ['a text', 'rulebook', ''],
    ['a list', [], ''],
    ['a pack', pack.pack, '/rulebook'],
    ['another version of the format', { ...pack.rulebook, rulebook: '3' }, '/rulebook'],
    ['no id', { ...pack.rulebook, id: null }, '/id'],
    ['forms by name', { ...pack.rulebook, forms: { a: form } }, '/forms'],
    ['a form that is nothing', { ...pack.rulebook, forms: [null] }, '/forms/0'],
    ['two forms of one id', { ...pack.rulebook, forms: [form, form] }, '/forms/1/id'],
    ['no rules', withForm({ rules: null }), `/forms/${at}/rules`],
    ['no names of places', withForm({ view: {} }), `/forms/${at}/view/labels`],
    ['a name that is no text', withForm({ view: { labels: { '/a/b': 5 } } }), `/forms/${at}/view/labels/~1a~1b`],
    ['no schema', withForm({ schema: undefined }), `/forms/${at}/schema`],
    ['a place of two types', withForm({ schema: { type: ['string', 'number'] } }), `/forms/${at}/schema/type`],
    [
      'a keyword of other drafts',
      withForm({ schema: { type: 'object', properties: { id: { type: 'string', const: 'x' } } } }),
      `/forms/${at}/schema/properties/id/const`,
    ],
    [
      'a pattern that is none',
      withForm({ schema: { type: 'array', items: { type: 'string', pattern: '(' } } }),
      `/forms/${at}/schema/items/pattern`,
    ],
    ['a severity that nobody knows', withRule({ severity: 'fatal' }), `${rules}/severity`],
    ['no needs', withRule({ needs: null }), `${rules}/needs`],
    ['a need that is no type', withRule({ needs: { 'item.a/b': 'number' } }), `${rules}/needs/item.a~1b`],
    ['no test', withRule({ assert: undefined }), rules],
    ['two tests', withRule({ repeats: { of: ['item.id'], atMost: 1 }, each: '/nominees' }), rules],
    ['no words', withRule({ message: { vi: 'x' } }), `${rules}/message/en`],
    ['an operator of some engines', withRule({ assert: { in: ['a', 'abc'] } }), `${rules}/assert`],
    ['two operators', withRule({ assert: { and: [true, { '!': true, or: [] }] } }), `${rules}/assert/and/1`],
    ['one operand of two', withRule({ assert: { '<': [number] } }), `${rules}/assert/<`],
    ['three operands of two', withRule({ assert: { '<=': [1, number, 9] } }), `${rules}/assert/<=`],
    ['no operand', withRule({ assert: { '!': [{ '+': [] }] } }), `${rules}/assert/!/0/+`],
    ['a path that is none', withRule({ assert: { var: ['a', 1] } }), `${rules}/assert/var`],
    ['an operator behind a condition', withRule({ assert: { or: [{ '!': [true] }, { xor: [] }] } }), `${rules}/assert/or/1`], // prettier-ignore
    ['an operator in a condition', withRule({ assert: { or: [{ '!': [{ xor: [] }] }, true] } }), `${rules}/assert/or/0/!/0`], // prettier-ignore
    ['an operator in the words', withRule({ params: { count: { cat: [] } } }), `${rules}/params/count`],
    ['a tower of operators', withRule({ assert: tower(100_000) }), `/forms/${at}/rules`],
  ])('%s', (_name, rulebook, pointer) => {
    expect(placeOf(() => judge(rulebook))).toBe(pointer);
    // The error must be repeated on the second call.
    expect(placeOf(() => judge(rulebook))).toBe(pointer);
  });

  test('what is asserted as nothing is broken, as everywhere', () => {
    expect(judge(withRule({ assert: null })).findings.map(({ rule }) => rule)).toEqual(['x']);
  });

  test('what no number can be made of is compared with nothing', () => {
    const strange = JSON.parse('{ "toString": 5, "valueOf": null }') as object;
    const open = { schema: { type: 'object' }, rules: withRule({ assert: { '<': [{ '+': [{ var: 'submission.strange' }, 1] }, { var: 'submission.strange' }] } }).forms[at]!.rules }; // prettier-ignore
    const rulebook = withForm(open) as unknown as Rulebook;
    expect(check(rulebook, { ...submission, strange }, { now: entry.now }).findings).toMatchObject([{ rule: 'x' }]);
  });

  test('a duty that is none', () => {
    const hasDuty = (each: RulebookForm) => each.type === 'plan' && each.duty.length > 0;
    const plans = packs.find(({ rulebook }) => rulebook.forms.some(hasDuty))!;
    const plan = plans.rulebook.forms.findIndex(hasDuty);
    const broken = structuredClone(plans.rulebook) as unknown as { forms: { id: string; duty: object[] }[] };
    const { id } = broken.forms[plan]!;
    broken.forms[plan]!.duty[0] = { ...broken.forms[plan]!.duty[0], assert: { '===': [] } };
    expect(placeOf(() => duty(broken as unknown as Rulebook, id, {}))).toBe(`/forms/${plan}/duty/0/assert/===`);
  });
});

test('a rulebook without what forms and documents read is judged by all the same', () => {
  const { rulebook } = packs.find(({ id }) => id === 'nam-dinh.tinh-uy.2023')!;
  const forms = rulebook.forms.map((each) => ({ ...each, view: { labels: {} } }));
  const bare = { ...rulebook, forms } as unknown as Rulebook;
  const sent = { rulebook: `${rulebook.id}@${rulebook.version}`, form: 'bao-cao-02-nam', tables: { t3a: { x: 1 } } };
  const told = (judged: Rulebook) =>
    check(judged, sent, { now: entry.now }).findings.map(({ rule, path }) => `${rule} ${path}`);
  expect(told(bare)).toEqual(told(rulebook));

  const plans = packs.find(({ id }) => id === 'lai-chau.thanh-uy.2023')!.rulebook;
  const bareForms = plans.forms.map((each) => ({ ...each, view: { labels: {} } }));
  expect(duty({ ...plans, forms: bareForms } as unknown as Rulebook, 'ke-hoach-ca-nhan', null).duty).toBe('encouraged');
});

function tower(levels: number): unknown {
  let logic: unknown = true;
  for (let level = 0; level < levels; level++) logic = { '!': [logic] };
  return logic;
}

describe.each(packs.flatMap((each) => each.rulebook.forms.map((one) => [`${each.id} ${one.id}`, each, one] as const)))(
  '%s, broken by chance',
  (_name, { rulebook, cases, ...rest }, one) => {
    test('gives a verdict or a typed error, and leaves objects alone', { timeout: 120_000 }, () => {
      const small = { ...rulebook, forms: [{ ...one, rules: someOfEach(one.rules) }] };
      const submissions = submissionCases({ rulebook, cases, ...rest }).filter(({ form: { id } }) => id === one.id);
      const outcomes = new Set<string>();
      for (let round = 0; round < ROUNDS; round++) {
        const random = seeded(SEED + round);
        const broken = brokenBy(random, small) as Rulebook;
        const { submission: sent = {}, entry: { now = entry.now } = {} } = random.pick(submissions) ?? {};
        const pointer = placeOf(() => {
          const verdict = check(broken, sent, { now });
          expect(typeof verdict.valid, `round ${round}`).toBe('boolean');
          for (const { rule, path, message } of verdict.findings) {
            expect([typeof rule, typeof path, typeof message], `round ${round}`).toEqual([
              'string',
              'string',
              'string',
            ]);
          }
        });
        if (pointer !== 'a verdict') expect(holderOf(broken, pointer), `round ${round}: ${pointer}`).toBeDefined();
        outcomes.add(pointer === 'a verdict' ? pointer : 'an error');
      }
      expect([...outcomes].sort()).toEqual(['a verdict', 'an error']);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect([].constructor).toBe(Array);
    });
  },
);

/** A few rules of each kind, so that thousands of rulebooks are prepared within seconds. */
function someOfEach(rules: readonly Rule[]): Rule[] {
  const seen = new Map<string, number>();
  return rules.filter(({ id }) => {
    const [sort = ''] = id.split('/');
    seen.set(sort, (seen.get(sort) ?? 0) + 1);
    return seen.get(sort)! <= 3;
  });
}

/** The value at the place or, if it is missing, the one around it. */
function holderOf(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1, -1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')); // prettier-ignore
  return steps.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], value);
}

/** The rulebook with one to three places changed: to another value, none, another name, or a copy from elsewhere. */
function brokenBy(random: Random, rulebook: { forms: RulebookForm[] }): unknown {
  let broken: unknown = rulebook;
  for (let change = 0; change <= random.below(3); change++) broken = changedBy(random, broken, rulebook);
  return broken;
}

function changedBy(random: Random, value: unknown, whole: unknown): unknown {
  const isHolder = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isHolder || random.oneIn(6)) return junk(random, whole);
  const name = random.pick(Object.keys(value));
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])];
    if (random.oneIn(12)) list.splice(Number(name), random.below(2), junk(random, whole));
    else list[Number(name)] = changedBy(random, list[Number(name)], whole);
    return list;
  }
  const { [name]: member, ...others } = value as Record<string, unknown>;
  if (random.oneIn(12)) return others;
  const called = random.oneIn(12) ? random.pick(NAMES) : name;
  // As in JSON.parse, a name such as `__proto__` becomes a member and does not change the prototype.
  return Object.defineProperty(others, called, {
    value: changedBy(random, member, whole),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const NAMES = ['__proto__', 'constructor', 'toString', 'length', 'var', 'and', '<', 'reduce', 'type', 'assert', ''];

function junk(random: Random, whole: unknown): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => random.pick([0, -1, 1.5, 2 ** 60, 5]),
    () => random.pick(['', 'x', '/', '/nominees', 'item.name', '__proto__.polluted', '(', 'object', 'integer']),
    () => random.oneIn(2),
    () => [],
    () => ({}),
    () => [null, {}, 'x'],
    () => JSON.parse('{ "__proto__": { "polluted": true } }') as unknown,
    () => ({ [random.pick(['<', '+', '!', 'var', 'some', 'reduce', 'if', '===', 'xor'])]: [{ var: 'item' }, { var: 'submission' }] }), // prettier-ignore
    () => partOf(random, whole),
  ])();
}

function partOf(random: Random, whole: unknown): unknown {
  let part = whole;
  while (typeof part === 'object' && part !== null && !random.oneIn(5)) {
    const members = Object.values(part) as unknown[];
    if (members.length === 0) break;
    part = random.pick(members);
  }
  return part;
}
