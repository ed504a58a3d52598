import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../cli/main.js';
import { packs } from '../../test/lib/packs.js';
import { plainCopy } from '../values/plain.js';
import { migratePack } from './migrate.js';
import type { RulePack } from './pack.js';
import type { RulePackError } from './parse-pack.js';
import { parsePack } from './parse-pack.js';

const table = (columns: unknown[], checks: unknown[] = []) => ({
  forms: [{ id: 'f', tables: [{ id: 't', columns, checks }] }],
});
const column = (id: string, more: object) => ({ id, label: 'Cột', ...more });
const inTable = '/forms/0/tables/0';

describe('what is written otherwise in format 2', () => {
  test.each<[name: string, before: object, after: object, changed: string[]]>([
    [
      'a computed column',
      table([column('a', { sumOf: ['b', 'c'] })]),
      table([column('a', { computed: { sum: ['b', 'c'] } })]),
      [`${inTable}/columns/0/sumOf`],
    ],
    [
      'a column to tick, below a heading',
      table([column('a', { columns: [column('b', { type: 'tick' })] })]),
      table([column('a', { columns: [column('b', { type: 'yes-no' })] })]),
      [`${inTable}/columns/0/columns/0/type`],
    ],
    [
      'the number of a check of percentages, and of where it is judged',
      table(
        [column('a', { type: 'percent' }), column('b', {})],
        [
          { id: 'x', at: 'a', atMost: 9750, when: { at: 'b', atLeast: 100 } },
          { id: 'y', at: 'b', is: 100, when: { at: 'a', is: 50 } },
        ],
      ),
      table(
        [column('a', { type: 'percent' }), column('b', {})],
        [
          { id: 'x', at: 'a', atMost: 97.5, when: { at: 'b', atLeast: 100 } },
          { id: 'y', at: 'b', is: 100, when: { at: 'a', is: 0.5 } },
        ],
      ),
      [`${inTable}/checks/0/atMost`, `${inTable}/checks/1/when/is`],
    ],
    [
      'a percentage of a set of columns',
      {
        forms: [
          {
            columnSets: { s: [column('p', { type: 'percent' })] },
            tables: [{ id: 't', columns: [column('u', { use: 's' })], checks: [{ id: 'x', at: 'p', atLeast: 5000 }] }],
          },
        ],
      },
      {
        forms: [
          {
            columnSets: { s: [column('p', { type: 'percent' })] },
            tables: [{ id: 't', columns: [column('u', { use: 's' })], checks: [{ id: 'x', at: 'p', atLeast: 50 }] }],
          },
        ],
      },
      [`${inTable}/checks/0/atLeast`],
    ],
    [
      'an option whose words are those of a type',
      { forms: [{ options: [{ id: 'tick', type: 'tick' }] }] },
      { forms: [{ options: [{ id: 'tick', type: 'tick' }] }] },
      [],
    ],
  ])('%s', (_, before, after, changed) => {
    expect(migratePack(before)).toEqual({ pack: { format: 2, ...after }, changed });
  });

  test.each<[name: string, json: unknown]>([
    ['a pack of format 2', { format: 2, ...table([column('a', { type: 'tick' })]) }],
    ['of a later one', { format: 3, forms: [] }],
    ['a list', []],
    ['nothing', null],
    ['an object without forms', { a: 1 }],
  ])('%s stays as it is', (_, json) => {
    expect(migratePack(json)).toEqual({ pack: json, changed: [] });
  });
});

/** As the pack would stand in format 1, where that has other words. */
function inFormat1(pack: RulePack): unknown {
  const { format: _, ...older } = plainCopy(pack);
  const forms = older.forms.map((form) =>
    form.type === 'report'
      ? { ...form, tables: inOlderWords(form.tables), columnSets: inOlderWords(form.columnSets) }
      : form,
  );
  return plainCopy({ ...older, forms });
}

function inOlderWords(columns: unknown): unknown {
  const percents: unknown[] = [];
  const text = JSON.stringify(columns ?? null, (_name, value: unknown) => {
    if (value === null || typeof value !== 'object' || !('label' in value)) return value;
    const { computed, id, type, ...rest } = value as { computed?: { sum?: unknown }; id?: unknown; type?: unknown };
    if (type === 'percent') percents.push(id);
    const olderType = type === 'yes-no' ? 'tick' : type;
    return computed?.sum
      ? { id, type, ...rest, sumOf: computed.sum }
      : { ...value, ...(type !== undefined && { type: olderType }) };
  });
  const hundredths = (_name: string, value: unknown): unknown => {
    const { at, ...bounds } = (value ?? {}) as Record<string, unknown>;
    if (!percents.includes(at)) return value;
    const scaled = Object.entries(bounds).map(([name, bound]) => [
      name,
      typeof bound === 'number' ? bound * 100 : bound,
    ]);
    return { at, ...Object.fromEntries(scaled) };
  };
  return JSON.parse(text, hundredths) ?? undefined;
}

describe.each(packs.map(({ id, pack }) => [id, pack] as const))('%s', (_, pack) => {
  test('migrated from format 1 is the same pack', () => {
    expect(migratePack(inFormat1(pack)).pack).toEqual(pack);
  });

  test('of format 1 is refused with the command that helps', () => {
    const problems = (() => {
      try {
        parsePack(inFormat1(pack));
        return [];
      } catch (error) {
        return (error as RulePackError).problems;
      }
    })();
    expect(problems).toEqual([expect.objectContaining({ pointer: '/format', code: 'format-older' })]);
    expect(problems[0]!.remedy).toContain('kl01 migrate');
  });
});

describe('kl01 migrate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-'));
  const file = join(folder, 'pack.json');
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  test('rewrites a file in place, and says what it rewrote', async () => {
    let told = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
    const { pack } = packs.find(({ id }) => id.startsWith('nam-dinh'))!;
    writeFileSync(file, JSON.stringify(inFormat1(pack)));
    expect(await main(['migrate', file, '-o', file])).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(pack);
    expect(told).toMatch(/đã chuyển, \d+ chỗ viết lại/);
    expect(told).toContain('/type');
    told = '';
    const before = readFileSync(file);
    expect(await main(['migrate', file, '-o', file])).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(told).toContain('không đổi gì');
  });
});
