import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Modules } from '../lib/as-module.js';
import { judgedForms, smallRulebook } from '../lib/judged-forms.js';
import { packs, submissionCases } from '../lib/packs.js';
import type { Finding } from '../../src/finding.js';
import { check, type CheckOptions } from '../../src/judge/check.js';
import type { Rulebook } from '../../src/rulebook.js';

/** A module gives what `check` gives: the same findings in the same order, with the same words. */

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kl01-for-modules-'));
const modules = new Modules();
afterAll(() => {
  modules.remove();
  rmSync(folder, { recursive: true });
});

interface Line extends Omit<CheckOptions, 'lang'> {
  readonly name: string;
  readonly rulebook: string;
  readonly submission: unknown;
}

const made =
  (name: string, script: string, ...args: string[]) =>
  () => {
    execFileSync(process.execPath, [here(`../../bin/${script}`), join(folder, name), ...args]);
    return join(folder, name);
  };
const packsByChance = process.env['KL01_RANDOM_PACKS'] ?? '100';

describe.each<[string, () => string, atLeast: number]>([
  ['the vectors', () => here('../../vectors'), 1000],
  ['submissions changed by chance', made('changed', 'make-differential.mjs', '2000'), 2000],
  ['packs made by chance', made('random', 'make-random-packs.mjs', packsByChance, '20'), 2000],
])('%s', (_, prepare, atLeast) => {
  test('are judged alike', { timeout: 600_000 }, async () => {
    const from = prepare();
    const files = readdirSync(from);
    const judges = new Map<string, { rulebook: Rulebook; module: Awaited<ReturnType<Modules['load']>> }>();
    for (const file of files.filter((name) => name.endsWith('.rulebook.json'))) {
      const rulebook = JSON.parse(readFileSync(join(from, file), 'utf8')) as Rulebook;
      const module = await modules.load(rulebook);
      expect(module.rulebook).toBe(`${rulebook.id}@${rulebook.version}`);
      judges.set(module.rulebook, { rulebook, module });
    }
    const lines = files
      .filter((name) => name.endsWith('.ndjson'))
      .flatMap((name) => readFileSync(join(from, name), 'utf8').trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThanOrEqual(atLeast);
    for (const line of lines) {
      const { name, rulebook: named, submission, ...context } = JSON.parse(line) as Line;
      const { rulebook, module } = judges.get(named)!;
      for (const lang of ['vi', 'en'] as const) {
        expect(module.check(submission, { ...context, lang }), name).toEqual(
          check(rulebook, submission, { ...context, lang }),
        );
      }
    }
  });
});

test.each(judgedForms)('$name', async (form) => {
  const { cases } = form;
  const rulebook = smallRulebook(form);
  const module = await modules.load(rulebook);
  for (const { submission, now = '2024-03-01T08:00:00+07:00', given, receiver } of cases) {
    const sent = { rulebook: 'r@1', form: 'f', ...submission };
    expect(module.check(sent, { now, given, receiver })).toEqual(check(rulebook, sent, { now, given, receiver }));
  }
});

describe('what is no submission, or was never JSON', async () => {
  const pack = packs.find(({ id }) => id === 'hai-phong.kien-an.2023')!;
  const { rulebook } = pack;
  const module = await modules.load(rulebook);
  const { entry, submission: whole } = submissionCases(pack).find(({ entry }) => entry.expect.valid)!;
  const { now } = entry;
  const named = { rulebook: module.rulebook, form: rulebook.forms[0]!.id };
  const nominees = (whole['nominees'] ?? [{}]) as object[];
  const withNominee = (members: object) => ({ ...whole, nominees: [{ ...nominees[0], ...members }] });
  const cyclic: Record<string, unknown> = { ...whole };
  cyclic['contact'] = cyclic;
  let deep: unknown = 1;
  for (let level = 0; level < 1000; level++) deep = [deep];
  const fail = (): never => {
    throw new Error('no');
  };

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', [whole]],
    ['a text', 'text'],
    ['a number', 1],
    ['another rulebook', { ...whole, rulebook: 'khac@1.0.0' }],
    ['another version', { ...whole, rulebook: `${rulebook.id}@9.9.9` }],
    ['two signs @', { ...whole, rulebook: `${module.rulebook}@1` }],
    ['another form', { ...whole, form: 'constructor' }],
    ['a form that is no text', { ...whole, form: { toString: 1 } }],
    ['a cycle', cyclic],
    ['a getter that throws', Object.defineProperty({ ...whole }, 'form', { enumerable: true, get: fail })],
    ['a bigint', { ...whole, revision: 1n }],
    ['a function', { ...whole, unit: () => 1 }],
    ['NaN', { ...whole, revision: Number.NaN }],
    ['a number beyond 2^53', { ...whole, revision: 2 ** 53 }],
    ['a lone surrogate', withNominee({ name: 'A\ud800' })],
    ['a lone surrogate where a choice stands', withNominee({ kind: '\udc00' })],
    ['a lone surrogate in a name', { ...whole, '\udc00': 1 }],
    ['1000 levels', { ...whole, unit: deep }],
    ['6 MB of text', withNominee({ name: 'a'.repeat(6_000_000) })],
    ['many texts that are too large together', { ...whole, nominees: Array(900).fill({ name: 'a'.repeat(6000) }) }],
    ['too many values', { ...whole, nominees: Array(200_000).fill(null) }],
    ['a sparse list', { ...whole, nominees: [, nominees[0]] }],
    ['members that are undefined', withNominee({ name: undefined, unknown: undefined })],
    ['a Date', { ...whole, unit: new Date(0) }],
    ['a boxed text', { ...whole, unit: new String('x') }],
    ['an object without prototype', Object.assign(Object.create(null) as object, whole)],
    ['an heir', Object.assign(Object.create({ unit: { id: 'x', group: 'y' } }) as object, whole, { unit: undefined })],
    ['a member __proto__', JSON.parse(JSON.stringify(whole).replace('{', '{"__proto__":{"valid":true},'))],
    ['a member constructor', { ...whole, constructor: 1 }],
    ['several breaches', { ...whole, revision: -1, unit: 1, contact: [], nominees: [{ name: '' }, { kind: 'x' }] }],
    ['a text of blanks', withNominee({ name: ' \t' })],
    ['a text that is long in code units only', withNominee({ name: '😀'.repeat(400) })],
    ['a text that is too long', withNominee({ name: '😀'.repeat(501) })],
    ['a fraction', { ...whole, revision: 1.5 }],
    ['a number that is too large', { ...whole, unit: { members: 1_000_000_000 } }],
  ])('%s', (_, submission) => {
    expect(module.check(submission, { now })).toEqual(check(rulebook, submission, { now }));
  });

  test('what somebody wrote on the prototype of all objects is not there', () => {
    for (const enumerable of [true, false]) {
      Object.defineProperty(Object.prototype, 'unit', {
        value: { id: 'x' },
        enumerable,
        configurable: true,
        writable: true,
      });
      try {
        const { unit: _, ...lacking } = whole;
        expect(module.check(lacking, { now })).toEqual(check(rulebook, lacking, { now }));
      } finally {
        delete (Object.prototype as { unit?: unknown }).unit;
      }
    }
  });

  test('what it is given stays as it was', () => {
    const before = structuredClone(whole);
    module.check(whole, { now });
    expect(whole).toEqual(before);
  });

  test('a bad instant is the caller’s mistake', () => {
    for (const wrong of ['', '2023-03-24', '2023-02-30T00:00:00Z']) {
      expect(() => module.check(whole, { now: wrong })).toThrow(RangeError);
    }
  });

  test('each form judges its own submissions, and no others', () => {
    for (const form of rulebook.forms) {
      const alone = { ...rulebook, forms: [form] };
      for (const submission of [whole, { ...named, form: form.id }, { ...named, form: 'khac' }]) {
        expect(module.forms[form.id]!(submission, { now })).toEqual(check(alone, submission, { now }));
      }
    }
    expect(module.forms['constructor']).toBeUndefined();
  });
});

describe('a rulebook that means harm', () => {
  const HARM = [
    '"; globalThis.harmed = true; "',
    '${globalThis.harmed = true}`+`',
    '*/ globalThis.harmed = true; /*',
    "\\'); globalThis.harmed = true; //",
    '\u2028globalThis.harmed = true;\u2029</script>',
    '__proto__',
    'constructor',
    '{constructor} {__proto__} {item}',
  ];
  const hurt = globalThis as { harmed?: unknown };

  test.each(HARM)('says %s wherever it says something', async (text) => {
    const rulebook = harmful(text);
    const module = await modules.load(rulebook);
    const lines: object[] = [
      { rulebook: `${rulebook.id}@1`, form: text },
      {
        rulebook: `${rulebook.id}@1`,
        form: text,
        list: [
          { a: '', b: 'x' },
          { a: '', b: 'x' },
        ],
        [text]: 1,
      },
      JSON.parse(
        `{ "rulebook": "r@1", "form": ${JSON.stringify(text)}, "rows": { ${JSON.stringify(text)}: { "n": 3 } } }`,
      ) as object,
    ];
    for (const line of lines) {
      for (const lang of ['vi', 'en'] as const) {
        const context = { now: '2024-03-01T08:00:00Z', given: { [text]: 'a' }, lang };
        const ours = check(rulebook, line, context);
        expect(plain(module.check(line, context).findings)).toEqual(plain(ours.findings));
      }
    }
    expect(module.forms[text]).toBeTypeOf('function');
    expect(hurt.harmed).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const plain = (findings: readonly Finding[]): unknown => JSON.parse(JSON.stringify(findings));
});

/** A small rulebook that has a text in every place that takes one. */
function harmful(text: string): Rulebook {
  const cite = { document: text, clause: text };
  const message = { vi: `${text} {p} {item}`, en: `${text} {p}` };
  const common = {
    element: text,
    severity: 'error',
    cite,
    message,
    params: { p: { var: 'item.b' }, constructor: text },
  };
  const row = { type: ['object', 'null'], properties: { n: { type: ['number', 'null'], maximum: 2 } } };
  const item = { type: 'object', properties: { a: { type: 'string', enum: [text, ''] }, b: { type: 'string' } } };
  const form = {
    id: text,
    type: 'report',
    schema: {
      type: 'object',
      properties: {
        rulebook: { type: 'string' },
        form: { type: 'string' },
        list: { type: ['array', 'null'], items: item },
        rows: { type: ['object', 'null'], properties: Object.fromEntries([[text, row]]) },
        ...Object.fromEntries(text === '__proto__' ? [] : [[text, { type: ['string', 'null'], pattern: 'x' }]]),
      },
      additionalProperties: false,
    },
    derive: [
      { as: text, logic: { '===': [{ var: `submission.${text}` }, text] } },
      { as: text, each: '/list', logic: { '===': [{ var: 'item.a' }, text] } },
      { as: text, each: '/rows', keys: [text], logic: { var: 'item.n' } },
    ],
    rules: [
      { ...common, id: text, path: `/${text}`, needs: {}, assert: { '===': [{ var: `submission.${text}` }, text] } },
      { ...common, id: text, path: '', needs: {}, assert: { '===': [{ var: `derived.${text}` }, text] } },
      { ...common, id: text, path: '', needs: {}, assert: { '===': [{ var: `given.${text}` }, text] } },
      { ...common, id: text, each: '/list', path: '', needs: {}, assert: { var: `mark.${text}` } },
      { ...common, id: text, each: '/list', path: '', needs: { [`item.${text}`]: 'string' }, assert: false },
      {
        ...common,
        id: text,
        each: '/list',
        path: '',
        needs: {},
        repeats: { of: ['item.b', `item.${text}`], atMost: 1 },
      },
      {
        ...common,
        id: text,
        each: '/rows',
        keys: [text],
        path: '/n',
        needs: {},
        assert: { '<': [{ var: `mark.${text}` }, 1] },
      },
      {
        ...common,
        id: text,
        path: '',
        needs: {},
        assert: { some: [{ var: 'submission.list' }, { '===': [{ var: text }, 1] }] },
      },
    ],
    view: {
      labels: Object.fromEntries([
        [`/${text}`, text],
        [`/rows/${text}`, { vi: text, en: text }],
        ['/list', text],
      ]),
    },
  };
  return { rulebook: '2', id: 'r', version: '1', utcOffset: '+07:00', forms: [form] } as unknown as Rulebook;
}
