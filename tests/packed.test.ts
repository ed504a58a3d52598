import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNPM } from '../.ci/pnpm-version.mjs';
import { ROOT } from './lib/source-files.ts';

/**
 * The packages as a stranger gets them: packed, and installed by npm into a folder outside the repository. `engine-strict`
 * refuses every dependency, however deep, that does not want the Node at hand.
 */

const run = promisify(execFile);
const NAMES = ['rules', 'forms', 'exporters'] as const;
/** Entries that define elements: for a page, by way of a bundler. */
const FOR_PAGES = ['@kl01/forms/define', '@kl01/forms/define-review-board'];
const TAGS = ['kl01-nomination-form', 'kl01-review-board'];

type Target = string | { types: string; default: string };

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, Target>>;
  readonly bin?: Readonly<Record<string, string>>;
}

let folder: string;
let installed: Manifest[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kl01-packed-'));
  for (const name of NAMES) {
    const args = ['-y', PNPM, 'pack', '--pack-destination', folder];
    await run('npx', args, { cwd: join(ROOT, 'packages', name) });
  }
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz')).map((name) => `./${name}`);
  await run('npm', ['install', '--engine-strict', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
  installed = await Promise.all(
    NAMES.map(async (name) => JSON.parse(await readFile(at(`@kl01/${name}`, 'package.json'), 'utf8')) as Manifest),
  );
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Node alone, as a server that renders pages imports what they import. */
async function importedInNode(entry: string): Promise<string> {
  const script = `await import('${entry}');
    const defined = ${JSON.stringify(TAGS)}.filter((tag) => globalThis.customElements?.get(tag));
    console.log(typeof window === 'undefined' && defined.length === 0 ? 'none defined' : defined.join());`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  return stdout.trim();
}

const at = (name: string, path: string): string => join(folder, 'node_modules', name, path);

describe('the packed packages', () => {
  it('install on this Node, with nothing of the workspace left in them', async () => {
    for (const { name } of installed) {
      const text = await readFile(at(name, 'package.json'), 'utf8');
      expect(text.match(/"(workspace|catalog|link|file):[^"]*"/g), name).toBe(null);
      expect(await readdir(at(name, '')), name).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist']));
    }
  });

  it('hold what their entries name', () => {
    const missing = installed.flatMap(({ name, exports }) =>
      Object.values(exports)
        .flatMap((target) => (typeof target === 'string' ? [target] : [target.types, target.default]))
        .map((target) => at(name, target.replace(/\*$/, '')))
        .filter((path) => !existsSync(path)),
    );
    expect(missing).toEqual([]);
  });

  it('can be imported where there is no window, each entry by itself', async () => {
    const entries = installed.flatMap(({ name, exports }) =>
      Object.keys(exports)
        .filter((entry) => !entry.includes('*'))
        .map((entry) => name + entry.slice(1)),
    );
    expect(entries).toEqual(expect.arrayContaining(['@kl01/rules', '@kl01/exporters', ...FOR_PAGES]));
    const answers = await Promise.all(entries.map(async (entry) => [entry, await importedInNode(entry)]));
    // Nothing was defined: what defines elements leaves a server alone.
    expect(answers).toEqual(entries.map((entry) => [entry, 'none defined']));
  });

  it.each(FOR_PAGES)('can be bundled for a page: %s', async (entry) => {
    const stdin = { contents: `import '${entry}';`, resolveDir: folder };
    const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, logLevel: 'silent' });
    expect(outputFiles[0]?.text).toContain('customElements.define');
  });

  it('bring the commands: one compiles, the other makes a Word file', async () => {
    const command = (name: string, ...args: string[]) =>
      run(join(folder, 'node_modules/.bin', name), args, { cwd: folder });
    const pack = at('@kl01/rules', 'packs/hai-phong.kien-an.2023.json');
    await command('kl01', 'compile', pack, '-o', 'rulebook.json');
    expect(JSON.parse(await readFile(join(folder, 'rulebook.json'), 'utf8'))).toMatchObject({ rulebook: '2' });
    await command('kl01-export', pack, '--document', 'dien-giai', '--format', 'docx', '-o', 'dien-giai.docx');
    expect((await readFile(join(folder, 'dien-giai.docx'))).subarray(0, 2).toString()).toBe('PK');
  });
});
