import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { check, type CheckOptions, type Rulebook, type Verdict } from '@kl01/rules';
import { acceptedLogic } from './lib/accepted-logic.mjs';
import { shares } from './lib/shares.mjs';
import { ROOT } from './lib/source-files.ts';

/** `kl01 compile --module`, as whoever has its two files uses them. */

const KL01 = join(ROOT, 'packages/rules/bin/kl01.mjs');
const PACK = join(ROOT, 'packages/rules/packs/hai-phong.kien-an.2023.json');
const folder = mkdtempSync(join(tmpdir(), 'kl01-module-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const compileModule = (from: string, name: string) =>
  execFileSync(process.execPath, [KL01, 'compile', from, '--module', '-o', at(name)], { encoding: 'utf8' });

test('a pack and its rulebook make the same bytes, each time, in two files', () => {
  const rulebook = at('rulebook.json');
  execFileSync(process.execPath, [KL01, 'compile', PACK, '-o', rulebook]);
  for (const [name, from] of Object.entries({ one: PACK, two: PACK, three: rulebook })) {
    expect(compileModule(from, `${name}.mjs`)).toBe('');
  }
  for (const ending of ['.mjs', '.d.mts']) {
    expect(read(`two${ending}`)).toBe(read(`one${ending}`));
    expect(read(`three${ending}`)).toBe(read(`one${ending}`));
  }
  expect(read('one.mjs')).not.toMatch(/^import\b|\bimport\(|\brequire\(|\beval\(|new Function\b/m);
});

test.each([
  ['no file', []],
  ['a file of another ending', ['-o', at('rulebook.js')]],
  ['an ending alone', ['-o', at('.mjs')]],
])('%s is refused', (_, output) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [KL01, 'compile', PACK, '--module', ...output, '--lang', 'en'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'A module is written to a file that ends with .mjs: add -o NAME.mjs; its types go to NAME.d.mts beside it.\n',
  });
});

test('it judges where no text may become code', () => {
  compileModule(PACK, 'strict.mjs');
  const program = `
    import { check, forms, rulebook } from ${JSON.stringify(pathToFileURL(at('strict.mjs')).href)};
    const submission = { rulebook, form: 'de-nghi-cap-quan' };
    const context = { now: '2023-03-22T08:00:00+07:00' };
    const [all, one] = [check(submission, context), forms['de-nghi-cap-quan'](submission, context)];
    console.log(JSON.stringify(all) === JSON.stringify(one), all.valid, all.findings.length > 0);`;
  const options = [
    '--disallow-code-generation-from-strings',
    '--frozen-intrinsics',
    '--input-type=module',
    '-e',
    program,
  ];
  const { stdout } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  expect(stdout).toBe('true false true\n');
});

describe.each([
  ['what lint lets pass of JsonLogic', acceptedLogic],
  ['shares at their edges', shares],
])('%s', (_, sendings) => {
  test('is judged alike', async () => {
    const { lines, rulebooks } = sendings();
    compileModule(rulebooks[0]!, 'judge.mjs');
    const rulebook = JSON.parse(readFileSync(rulebooks[0]!, 'utf8')) as Rulebook;
    const url = `${pathToFileURL(at('judge.mjs')).href}?${rulebook.id}`;
    const module = (await import(/* @vite-ignore */ url)) as {
      check: (submission: unknown, context: CheckOptions) => Verdict;
    };
    for (const line of lines) {
      const { submission, ...context } = JSON.parse(line) as CheckOptions & { submission: unknown };
      expect(module.check(submission, context)).toEqual(check(rulebook, submission, context));
    }
  });
});

const PROGRAM = `
  import { check, forms, rulebook, type Check, type Context, type Finding, type Submissions } from './typed.mjs';
  import type { CheckOptions, Finding as OurFinding, Verdict as OurVerdict } from '@kl01/rules';

  const submission: Submissions['de-nghi-cap-quan'] = {
    rulebook,
    form: 'de-nghi-cap-quan',
    unit: { id: 'x', group: 'phuong' },
    nominees: [{ id: 'a', kind: 'individual', name: null }],
  };
  const context: Context = { now: '2023-03-22T08:00:00+07:00', unit: { id: 'x', group: 'phuong' }, lang: 'vi' };
  const { valid, findings } = check(submission, context);
  export const said: string[] = findings.map(({ rule, path, message, cite }) => rule + path + message + (cite?.clause ?? ''));
  export const one: Check = forms['de-nghi-cap-quan'];
  export const isValid: boolean = valid;
  export const named: 'hai-phong.kien-an.2023@1.0.0' = rulebook;

  // What is used with one of both is used with the other.
  export const sameContext = (options: CheckOptions): Context => options;
  export const sameOptions = (options: Context): CheckOptions => options;
  export const sameVerdict: OurVerdict = check(null, context);
  export const sameFinding = (finding: OurFinding): Finding => finding;

  // @ts-expect-error: the instant is due
  check(submission, {});
  // @ts-expect-error: there is no such form
  forms['khac'];
  // @ts-expect-error: there is no such kind
  export const wrong: Submissions['de-nghi-cap-quan'] = { nominees: [{ kind: 'khac' }] };
  // @ts-expect-error: there is no such member
  export const more: Submissions['de-nghi-cap-quan'] = { nominee: [] };`;

test('its types hold under a strict tsconfig', () => {
  const project = at('typed');
  mkdirSync(project);
  compileModule(PACK, 'typed/typed.mjs');
  writeFileSync(join(project, 'program.mts'), PROGRAM);
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    skipLibCheck: false,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    noEmit: true,
    paths: { '@kl01/rules': [join(ROOT, 'packages/rules/dist/index.d.ts')] },
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.mts'] }));
  const compiler = join(ROOT, 'tests/node_modules/@typescript/native/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});
