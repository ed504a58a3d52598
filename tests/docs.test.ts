import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '@kl01/rules';
import type { Rulebook } from '@kl01/rules';
import { ROOT, readSourceFiles } from './lib/source-files.ts';

/** What docs/ says is what the packs say and what the tools do. */

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const docs = {
  format: read('docs/rule-pack.md'),
  tutorial: read('docs/tutorial.md'),
  rulebook: read('docs/rulebook.md'),
  backends: read('docs/backends.md'),
  review: read('docs/review.md'),
};

/** Every page of Markdown: at the root, below docs/, and beside what it is about. */
const PAGES = [
  ...pagesIn('.'),
  ...['docs', 'docs/api', 'docs/decisions', 'docs/tutorial', 'docs/vi'].flatMap(pagesIn),
  ...['packages', 'examples', 'examples/backends'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((name) => pagesIn(`${folder}/${name}`)),
  ),
];

test('every example is the pack’s own; “node packages/rules/bin/make-docs.mjs” fills them in', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['packages/rules/bin/make-docs.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ stale: stdout, stderr, status }).toEqual({ stale: '', stderr: '', status: 0 });
});

test('every JSON block of the tutorial and of the format comes from a pack', () => {
  for (const text of [docs.format, docs.tutorial]) {
    const blocks = text.split('```json\n').length - 1;
    const marked = text.match(/<!-- (from|case|rule) [^\n]* -->\n\n```json\n/g) ?? [];
    expect(marked.length).toBe(blocks);
    expect(blocks).toBeGreaterThan(10);
  }
});

test('every member of the format is described in docs/rule-pack.md', () => {
  const members = new Set(memberNames(JSON.parse(read('packages/rules/schema/rule-pack.schema.json'))));
  const described = (name: string) =>
    new RegExp('`[^`\n]*(?<![A-Za-z$])' + name.replace('$', '\\$') + '(?![A-Za-z])[^`\n]*`');
  const prose = docs.format.replace(/```json\n[\s\S]*?\n```/g, '');
  expect([...members].filter((name) => !described(name).test(prose))).toEqual([]);
  expect(members.size).toBeGreaterThan(100);
});

test('every operator and schema keyword that a rulebook may hold is named in docs/rulebook.md', () => {
  for (const file of ['hai-phong.kien-an.2023', 'nam-dinh.tinh-uy.2023']) {
    const { forms } = JSON.parse(read(`packages/rules/vectors/${file}.rulebook.json`)) as Rulebook;
    const words = forms.flatMap((form) => [
      ...form.rules.flatMap(({ assert }) => operators(assert)),
      ...keywords(form.schema),
      ...form.rules.flatMap((rule) => Object.keys(rule)),
    ]);
    const missing = [...new Set(words)].filter((word) => word !== '$schema' && !docs.rulebook.includes(word));
    expect(missing).toEqual([]);
  }
});

test.each(PAGES)('links of %s lead somewhere', (path) => {
  const text = read(path);
  const broken = links(text).filter((target) => {
    const [file, anchor] = target.split('#') as [string, string?];
    const page = file === '' ? text : exists(join(dirname(path), file));
    return page === null || (anchor !== undefined && !headings(page).includes(anchor));
  });
  expect(broken).toEqual([]);
});

describe('README.md and README.vi.md', () => {
  const [english, vietnamese] = [read('README.md'), read('README.vi.md')];

  test('say the same commands and code', () => {
    expect(codeBlocks(vietnamese)).toEqual(codeBlocks(english));
    expect(codeBlocks(english).length).toBeGreaterThan(3);
  });

  test('lead to the same places, and to each other', () => {
    const others = (text: string) => links(text).filter((target) => !target.startsWith('README'));
    expect([...new Set(others(vietnamese))].sort()).toEqual([...new Set(others(english))].sort());
    expect(links(english)).toContain('README.vi.md');
    expect(links(vietnamese)).toContain('README.md');
  });
});

test('files that CONTRIBUTING.md and docs/architecture.md name are there', () => {
  const named = ['CONTRIBUTING.md', 'docs/architecture.md'].flatMap((page) =>
    [
      ...read(page).matchAll(/`((?:packages|tests|docs|examples|rules\/src|forms\/src|exporters\/src)\/[\w./-]+)`/g),
    ].map(([, path]) => path!),
  );
  const missing = named.filter((path) => ![path, `packages/${path}`].some((at) => existsSync(join(ROOT, at))));
  expect(missing).toEqual([]);
  expect(named.length).toBeGreaterThan(40);
});

test('the version of pnpm stands in .ci/pnpm-version.mjs alone', () => {
  const code = ['.ci', 'tests', 'packages', 'examples'].flatMap(readSourceFiles);
  const texts = [...code.map(({ path, tree }) => ({ path, text: tree.text })), ...PAGES.map(page)];
  const pinned = texts.filter(({ text }) => /pnpm@\d+\.\d/.test(text)).map(({ path }) => path);
  expect(pinned).toEqual(['.ci/pnpm-version.mjs']);
});

describe('the tutorial, followed with the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-tutorial-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const kl01 = (...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'packages/rules/bin/kl01.mjs'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const pack = join(ROOT, 'docs/tutorial/song-xanh.2025.json');

  test('a new pack lints as it is', () => {
    kl01('new', '-o', 'new.json');
    expect(kl01('lint', 'new.json')).toContain('new.json');
  });

  test('the finished pack lints without a remark', () => {
    expect(JSON.parse(kl01('lint', pack, '--json'))).toMatchObject({ findings: [] });
  });

  test('its cases pass', () => {
    expect(kl01('test', pack)).toMatch(/^\d\d? đạt, 0 không đạt/);
  });

  test('it is told back with the share, the hour and the table', () => {
    const told = kl01('explain', pack);
    for (const words of ['không quá 2%', '16 giờ 30, thứ Sáu, 14/11/2025', 'Số cuộc chưa thực hiện']) {
      expect(told).toContain(words);
    }
  });

  test('it compiles to a rulebook that a server judges by', () => {
    kl01('compile', pack, '-o', 'rulebook.json');
    const rulebook = JSON.parse(readFileSync(join(folder, 'rulebook.json'), 'utf8')) as Rulebook;
    const { findings } = check(
      rulebook,
      { rulebook: 'song-xanh.2025@1.0.0', form: 'de-nghi', unit: { id: 'xa-mot', group: 'dang-bo-xa', members: 40 } },
      { now: '2025-11-14T16:31:00+07:00', unit: { id: 'xa-mot', group: 'dang-bo-xa' } },
    );
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['required/nominees', 'window']);
  });
});

/** Names of members wherever a JSON Schema lists properties. */
function memberNames(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(memberNames);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'properties')
      return Object.entries(value as object).flatMap(([name, member]) => [name, ...memberNames(member)]);
    return memberNames(value);
  });
}

function operators(logic: unknown): string[] {
  if (Array.isArray(logic)) return logic.flatMap(operators);
  if (logic === null || typeof logic !== 'object') return [];
  return Object.entries(logic).flatMap(([operator, operands]) => [operator, ...operators(operands)]);
}

function keywords(schema: object): string[] {
  const { properties = {}, items } = schema as { properties?: Record<string, object>; items?: object };
  return [...Object.keys(schema), ...Object.values(properties).flatMap(keywords), ...(items ? keywords(items) : [])];
}

/** The file's text, or null; of a folder, its name. */
function exists(path: string): string | null {
  if (!existsSync(join(ROOT, path))) return null;
  return statSync(join(ROOT, path)).isFile() ? read(path) : path;
}

function pagesIn(folder: string): string[] {
  if (!statSync(join(ROOT, folder)).isDirectory()) return [];
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

const page = (path: string) => ({ path, text: read(path) });

/** Where a page leads within the repository; links in its code are none. */
const links = (markdown: string): string[] =>
  [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^https?:/.test(target));

const codeBlocks = (markdown: string): string[] => markdown.match(/^```[\s\S]*?^```/gm) ?? [];

/** Anchors of headings as Git hosts make them. */
const headings = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
