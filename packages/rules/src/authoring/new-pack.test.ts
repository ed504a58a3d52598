import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../cli/main.js';
import { compile } from '../compile/compile.js';
import { lint } from './lint.js';
import { newPack } from './new-pack.js';
import { parsePack } from '../pack/parse-pack.js';

const packsFolder = fileURLToPath(new URL('../../packs/', import.meta.url));
const published = readdirSync(packsFolder)
  .filter((name) => name.endsWith('.json') && !/\.(cases|clauses)\.json$/.test(name))
  .map((name) => [name, parsePack(JSON.parse(readFileSync(`${packsFolder}${name}`, 'utf8')))] as const);

describe('a pack to begin with', () => {
  test.each(['vi', 'en'] as const)('%s: parses, lints without a finding, compiles', (lang) => {
    const pack = parsePack(JSON.parse(JSON.stringify(newPack({ lang }))));
    expect(lint(pack)).toEqual([]);
    expect(compile(pack).forms.map(({ type }) => type)).toEqual(['nomination', 'report']);
  });

  test('shows a window, a quota, both sorts of criteria, a dossier, an outline and a table', () => {
    const [nomination, report] = newPack().forms;
    expect(nomination).toMatchObject({
      windows: [{}],
      quotas: [{}, {}],
      criteria: [{ atLeast: 'excellent' }, { attest: true }],
    });
    expect(report).toMatchObject({ windows: [{}], outline: [{}, {}, {}], tables: [{ checks: [{}] }] });
  });

  test('explains itself: every element that needs it carries a comment', () => {
    const comments = JSON.stringify(newPack()).match(/"description":/g);
    expect(comments?.length).toBeGreaterThanOrEqual(13);
  });
});

describe.each(published)('a copy of %s', (_name, from) => {
  const copy = newPack({ from });

  test('keeps the structure and lints as well as the pack it comes from', () => {
    expect(copy).toMatchObject({
      id: 'tinh.co-quan.2025',
      version: '1.0.0',
      forms: from.forms,
      unitGroups: from.unitGroups,
    });
    const errors = (pack: typeof from) => lint(pack).filter(({ severity }) => severity === 'error');
    expect(errors(parsePack(JSON.parse(JSON.stringify(copy))))).toEqual(errors(from));
  });

  test('drops what spoke of that directive’s text alone', () => {
    expect(Object.keys(copy)).not.toEqual(expect.arrayContaining(['coverage']));
    expect([copy.coverage, copy.notes, copy.amendments]).toEqual([undefined, undefined, undefined]);
    expect(copy.description).toContain(from.id);
  });
});

describe('kl01 new, explain, diff', () => {
  let folder: string;
  let said: string;
  let complained: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kl01-'));
    said = complained = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((complained += String(text)), true));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
  const file = (name: string) => join(folder, name);
  const edited = async (name: string, edit: (text: string) => string) =>
    writeFile(file(name), edit(await readFile(file('pack.json'), 'utf8')));

  test('new writes a pack that lints, and writes over nothing', async () => {
    expect(await main(['new', '-o', file('pack.json')])).toBe(0);
    expect(await main(['lint', file('pack.json')])).toBe(0);
    const { $schema } = JSON.parse(await readFile(file('pack.json'), 'utf8')) as { $schema: string };
    expect($schema).toMatch(/rule-pack\.schema\.json$/);
    expect(await main(['new', '-o', file('pack.json')])).toBe(2);
    expect(complained).toContain('pack.json');
  });

  test('new writes cases that pass beside it: valid ones and refused ones', async () => {
    await main(['new', '-o', file('pack.json')]);
    said = '';
    expect(await main(['test', file('pack.json')])).toBe(0);
    expect(said).toContain('6 đạt, 0 không đạt');
    const cases = JSON.parse(await readFile(file('pack.cases.json'), 'utf8')) as { expect: { valid: boolean } }[];
    expect(cases.map((each) => each.expect.valid)).toEqual([true, false, false, false, true, false]);
  });

  test('new leaves nothing behind where the cases file is somebody’s already', async () => {
    await writeFile(file('pack.cases.json'), 'của tôi');
    expect(await main(['new', '-o', file('pack.json')])).toBe(2);
    await expect(readFile(file('pack.json'))).rejects.toThrow();
    expect(await readFile(file('pack.cases.json'), 'utf8')).toBe('của tôi');
  });

  test.each(published.map(([name]) => name))('new --from %s brings its cases along, and they pass', async (name) => {
    expect(await main(['new', '--from', `${packsFolder}${name}`, '-o', file('copy.json')])).toBe(0);
    said = '';
    expect(await main(['test', file('copy.json')])).toBe(0);
    const before = JSON.parse(
      readFileSync(`${packsFolder}${name.replace('.json', '.cases.json')}`, 'utf8'),
    ) as unknown[];
    expect(said).toContain(`${before.length} đạt, 0 không đạt`);
  });

  test('new --from copies a pack to standard output', async () => {
    expect(await main(['new', '--from', `${packsFolder}${published[0]![0]}`])).toBe(0);
    expect(parsePack(JSON.parse(said)).forms.map(({ id }) => id)).toEqual(published[0]![1].forms.map(({ id }) => id));
  });

  test('explain prints Markdown in either language', async () => {
    await main(['new', '-o', file('pack.json')]);
    expect(await main(['explain', file('pack.json')])).toBe(0);
    expect(said).toMatch(/^# Diễn giải quy tắc theo văn bản số 01-CV\/ABC/);
    said = '';
    expect(await main(['explain', '--lang', 'en', file('pack.json')])).toBe(0);
    expect(said).toMatch(/^# The rules of directive 01-CV\/ABC/);
  });

  test('diff: 0 for changes alone, 1 once a stored submission no longer holds, 2 for unusable input', async () => {
    await main(['new', '-o', file('pack.json')]);
    await edited('later.json', (text) => text.replace('2025-04-05', '2025-04-15'));
    await edited('longer.json', (text) => text.replace('"id": "iii"', '"id": "iv"'));
    const submission = {
      id: 'x',
      revision: 1,
      rulebook: 'pack@1.0.0',
      form: 'bao-cao',
      unit: { id: 'don-vi', group: 'dang-bo' },
      sections: { i: 'Một.', ii: 'Hai.', iii: 'Ba.' },
    };
    await writeFile(file('sent.json'), JSON.stringify({ submission, at: '2025-04-01T09:00:00+07:00' }));
    const [before, later, longer, sent] = ['pack.json', 'later.json', 'longer.json', 'sent.json'].map(file) as [
      string,
      string,
      string,
      string,
    ];

    expect(await main(['diff', before, later, sent])).toBe(0);
    expect(said).toContain('[2] Báo cáo kết quả thực hiện › Thời hạn: trước ngày 05/4/2025 → trước ngày 15/4/2025');
    expect(said).toContain('hợp lệ → hợp lệ');
    said = '';
    expect(await main(['diff', before, longer, sent])).toBe(1);
    expect(said).toContain('hợp lệ → không hợp lệ');
    expect(await main(['diff', before])).toBe(2);
    expect(await main(['diff', before, later, sent, '--now', 'hôm nay'])).toBe(2);
  });
});
