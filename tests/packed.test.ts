import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
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

/** Programs of strangers: what each has to be told, and what it is to find wrong. */
const PROGRAMS = {
  'define.ts': `import '@kl01/forms/define';
    const form = document.querySelector('kl01-nomination-form');
    form?.value?.unit.id;
    form?.addEventListener('kl01-submit', ({ detail }) => detail.files.length);
    document.addEventListener('kl01-change', ({ detail }) => detail.verdict.valid);
    window.addEventListener('kl01-error', ({ detail }) => detail.message);
    // @ts-expect-error: there is no such property
    form?.values;`,
  'script.ts': `import '@kl01/forms/kl01-forms.js';
    import '@kl01/forms/kl01-review-board.js';
    document.querySelector('kl01-report-form')?.submit();
    document.querySelector('kl01-review-board')?.addEventListener('kl01-pick', ({ detail }) => detail.picks);`,
  'page.tsx': `import '@kl01/forms/define';
    import type {} from '@kl01/forms/react';
    export const page = (
      <kl01-plan-form rulebook="/rulebook.json" form="ke-hoach" unit-id="a" personId="b" standalone className="wide"
        onkl01-submit={({ detail }) => detail.submission.form} />
    );
    // @ts-expect-error: a submission is no text
    export const wrong = <kl01-plan-form value="text" />;`,
  'vue.ts': `import type { GlobalComponents } from 'vue';
    import type {} from '@kl01/forms/vue';
    type Props = InstanceType<GlobalComponents['kl01-report-form']>['$props'];
    export const props: Props = { rulebook: '/rulebook.json', 'unit-id': 'a', onKl01Submit: ({ detail }) => void detail.files };
    // @ts-expect-error: a submission is no text
    export const wrong: Props = { value: 'text' };`,
} as const;

let folder: string;
let tarballs: readonly string[];
let installed: Manifest[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kl01-packed-'));
  for (const name of NAMES) {
    const args = ['-y', PNPM, 'pack', '--pack-destination', folder];
    await run('npx', args, { cwd: join(ROOT, 'packages', name) });
  }
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz')).map((name) => `./${name}`);
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

  it.each(NAMES)('satisfy publint and arethetypeswrong: %s', async (name) => {
    const file = tarballs.find((each) => each.includes(`kl01-${name}-`)) ?? '';
    const tarball = new Uint8Array(await readFile(join(folder, file)));
    const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages).toEqual([]);
    const types = await checkPackage(createPackageFromTarballData(tarball));
    // Modules only, so what a CommonJS program or a resolver before `exports` would find is no promise.
    const problems = 'problems' in types ? types.problems : [types];
    const kept = problems.filter(
      (each) => !('resolutionKind' in each) || !['node10', 'node16-cjs'].includes(each.resolutionKind),
    );
    expect(kept.filter((each) => !('entrypoint' in each) || !each.entrypoint.includes('*'))).toEqual([]);
  });

  it('say which licences stand in their bundles, and name the manifest of the elements', async () => {
    for (const [name, library] of Object.entries({ forms: 'lit-html', exporters: 'docx' })) {
      const text = await readFile(at(`@kl01/${name}`, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
      expect(text).toMatch(new RegExp(`^## ${library} \\d`, 'm'));
      expect(text).toMatch(/"AS IS"/);
    }
    const { customElements } = JSON.parse(await readFile(at('@kl01/forms', 'package.json'), 'utf8')) as {
      customElements: string;
    };
    expect(JSON.parse(await readFile(at('@kl01/forms', customElements), 'utf8'))).toHaveProperty('modules');
  });

  it('have their sources in the maps', async () => {
    for (const { name } of installed) {
      const map = JSON.parse(await readFile(at(name, 'dist/index.js.map'), 'utf8')) as { sourcesContent?: string[] };
      expect(map.sourcesContent?.[0], name).toContain('export');
    }
  });

  it('have types for plain programs, the one-file scripts, React and Vue', async () => {
    await mkdir(at('@types', ''), { recursive: true });
    for (const name of ['vue', '@types/react']) {
      await symlink(join(ROOT, 'tests/node_modules', name), at(name, '').replace(/[\\/]$/, ''), 'junction');
    }
    await Promise.all(Object.entries(PROGRAMS).map(([name, text]) => writeFile(join(folder, name), text)));
    const compilerOptions = {
      strict: true,
      module: 'ESNext',
      moduleResolution: 'Bundler',
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      jsx: 'react-jsx',
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(PROGRAMS) }));
    const compiler = join(ROOT, 'tests/node_modules/@typescript/native/bin/tsc');
    const said = await run(process.execPath, [compiler, '-p', folder]).catch((error: { stdout: string }) => error);
    expect(said.stdout).toBe('');
  });

  it('can be imported where there is no window, each entry by itself', async () => {
    const entries = installed.flatMap(({ name, exports }) =>
      Object.keys(exports)
        .filter((entry) => !/\*|\.json$/.test(entry))
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
