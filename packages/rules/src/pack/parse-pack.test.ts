import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { parsePack, RulePackError, type PackProblem } from './parse-pack.js';

/**
 * One refused pack per reason: `why`, the edits that break a small valid pack, and the problems expected. An edit says
 * where (`at`, a JSON Pointer) and `to` what, or `remove`; `text` is JSON that only a parser can produce.
 */
interface BadPack {
  why: string;
  change: { at: string; to?: unknown; text?: string; remove?: true }[];
  /** message: in Vietnamese, verbatim */
  problems: { pointer: string; code: string; message: string }[];
}

const folder = new URL('../../test/bad-packs/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const basePack = () => read('base/pack.json') as Record<string, unknown>;
const badPacks = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name: name.replace('.json', ''), ...(read(name) as BadPack) }));

function edited(pack: unknown, { at, to, text, remove }: BadPack['change'][number]): unknown {
  const value: unknown = text === undefined ? to : JSON.parse(text);
  if (at === '') return value;
  const steps = at.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')); // prettier-ignore
  const last = steps.pop()!;
  const holder = steps.reduce((part, step) => (part as Record<string, unknown>)[step], pack) as Record<string, unknown>;
  if (remove) delete holder[last];
  else holder[last] = value;
  return pack;
}

function problemsOf(json: unknown, lang: 'vi' | 'en' = 'vi'): readonly PackProblem[] {
  try {
    parsePack(json, { lang });
    return [];
  } catch (error) {
    if (error instanceof RulePackError) return error.problems;
    throw error;
  }
}
const told = (problems: readonly { pointer: string; code: string }[]) =>
  problems.map(({ pointer, code }) => `${pointer || '(all)'} ${code}`).sort();

test('the pack that all the others break is itself good', () => {
  expect(problemsOf(basePack())).toEqual([]);
  expect(compile(parsePack(basePack())).forms).toHaveLength(3);
});

describe.each(badPacks)('$name: $why', ({ change, problems }) => {
  const broken = () => change.reduce<unknown>(edited, basePack());

  test('every problem is told, and nothing else', () => {
    expect(problems).not.toEqual([]);
    expect(told(problemsOf(broken()))).toEqual(told(problems));
    const words = (list: readonly { pointer: string; message: string }[]) =>
      list.map(({ pointer, message }) => `${pointer}: ${message}`).sort();
    expect(words(problemsOf(broken()))).toEqual(words(problems));
  });

  test('each says what is wrong and what to do, in both languages', () => {
    const [vi, en] = [problemsOf(broken(), 'vi'), problemsOf(broken(), 'en')];
    expect(told(vi)).toEqual(told(en));
    vi.forEach(({ message, remedy }, index) => {
      for (const text of [message, remedy, en[index]!.message, en[index]!.remedy]) {
        expect(text).toMatch(/\S.*[.?]$/s);
        expect(text).not.toMatch(/undefined|\[object|invalid|docs\/|: \.|: ;/i);
      }
      expect(message).not.toBe(en[index]!.message);
      expect(remedy).not.toBe(en[index]!.remedy);
    });
  });
});

describe('what an engineer reads', () => {
  const first = (...change: BadPack['change']) => problemsOf(change.reduce<unknown>(edited, basePack()))[0];

  test.each([
    ['a misspelt member', { at: '/forms/0/windows/0/lat', to: 'refuse' }, 'Có phải là “late”?'],
    ['a misspelt reference', { at: '/forms/0/award', to: 'giay-khem' }, 'Có phải là “giay-khen”?'],
    ['a misspelt choice', { at: '/forms/0/criteria/0/atLeast', to: 'god' }, 'Có phải là “good”?'],
    ['a misspelt field', { at: '/forms/0/nominees/collective/fields/0', to: 'sumary' }, 'Có phải là “summary”?'],
    ['a misspelt document', { at: '/forms/0/dossier/items/0/document', to: 'to-trih' }, 'Có phải là “to-trinh”?'],
    [
      'a document of another form',
      { at: '/forms/0/dossier/items/0/document', to: 'bao-cao' },
      'Chọn một trong các giá trị: to-trinh, danh-sach-trich-ngang, bao-cao-thanh-tich, tom-tat-thanh-tich, bien-ban.',
    ],
    ['a shape that is none', { at: '/forms/2/windows', to: {} }, '"unannounced", [ … ]'],
  ])('%s: the remedy names what was meant', (_name, change, words) => {
    expect(first(change)?.remedy).toContain(words);
  });

  test('the error as a whole reads line by line: where, what, what to do', () => {
    const broken = edited(basePack(), { at: '/version', to: '1' });
    expect(() => parsePack(broken)).toThrow(
      'Gói quy tắc có 1 lỗi.\n/version: Phiên bản “1” không đúng dạng. Ghi ba số nối nhau bằng dấu chấm, ví dụ 1.0.0.',
    );
  });
});

describe('what is no problem', () => {
  test.each([
    ['markup in a label is text', { at: '/forms/0/label', to: '<script>alert(1)</script> & <b>“Đề nghị”</b>' }],
    ['a name of a property of objects within a text', { at: '/directive/title', to: '__proto__ constructor' }],
    ['29 February of a leap year', { at: '/milestones/0/windows/0/on', to: '2024-02-29' }],
    ['no units at all', { at: '/units', remove: true as const }],
    ['a condition on the kind of nominee', { at: '/forms/0/criteria/1/when', to: { field: 'kind', is: 'collective' } }],
    ['a condition on who answers', { at: '/forms/1/questions/0/when', to: { not: { groups: ['chi-bo'] } } }],
    [
      'one question of a condition asked twice',
      {
        at: '/forms/0/criteria/0/when',
        to: {
          any: [
            { field: 'level', is: 'xa' },
            { field: 'level', is: 'huyen' },
          ],
        },
      },
    ],
    [
      'an element that names units and groups',
      {
        at: '/forms/0/quotas/0',
        to: { id: 'chung', units: ['dang-bo-mot'], groups: ['chi-bo'], anyOf: [[{ of: ['individual'], max: 1 }]] },
      },
    ],
  ])('%s', (_name, change) => {
    expect(problemsOf(edited(basePack(), change))).toEqual([]);
  });
});

describe('packs that no directive could have made are answered at once', () => {
  const nested = (depth: number) => JSON.parse(`${'{"not":'.repeat(depth)}{"field":"level","is":"xa"}${'}'.repeat(depth)}`) as unknown; // prettier-ignore
  const many = (count: number, make: (index: number) => unknown) =>
    Array.from({ length: count }, (_, index) => make(index));
  const label = 'Đảng bộ '.repeat(10);

  test.each([
    [
      'a label of 10 MB',
      () => edited(basePack(), { at: '/directive/title', to: 'x'.repeat(10_000_000) }),
      ['(all) too-large'],
    ],
    [
      '10 MB of units',
      () =>
        edited(basePack(), {
          at: '/units',
          to: many(100_000, (index) => ({ id: `u${index}`, label, group: 'dang-bo' })),
        }),
      ['(all) too-large'],
    ],
    [
      '10 MB of nothing',
      () => edited(basePack(), { at: '/units', to: many(3_000_000, () => ({})) }),
      ['(all) too-large'],
    ],
    [
      'conditions nested 100,000 deep',
      () => edited(basePack(), { at: '/forms/0/criteria/0/when', to: nested(100_000) }),
      ['(all) too-deep'],
    ],
    [
      'lists nested 100,000 deep',
      () => JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown,
      ['(all) too-deep'],
    ],
    ['half a surrogate pair', () => edited(basePack(), { at: '/forms/0/label', to: '\ud800' }), ['(all) not-data']],
  ])('%s', (_name, make, expected) => {
    const pack = make();
    const start = performance.now();
    expect(told(problemsOf(pack))).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('20,000 wrong units: every one is told', () => {
    const pack = edited(basePack(), {
      at: '/units',
      to: many(20_000, (index) => ({ id: `u${index}`, label: 'Đơn vị', group: 'x' })),
    });
    const start = performance.now();
    expect(problemsOf(pack).length).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('500 changes of one amendment', () => {
    const changes = many(500, (index) => ({ element: 'milestones/hoi-nghi/windows/to-chuc', to: { on: `2023-06-${String((index % 30) + 1).padStart(2, '0')}` } })); // prettier-ignore
    const pack = edited(basePack(), { at: '/amendments', to: [{ number: '02-VD', date: '2023-03-10', changes }] });
    expect(problemsOf(pack)).toEqual([]);
  });
});
