import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNPM } from '../.ci/pnpm-version.mjs';
import { BACKENDS_FOLDER, backendsHere } from './lib/backends.mjs';
import { findLibreOffice, findPostgresFolder } from './lib/programs.mjs';
import { failure, readBrowserTests, readVitest, start, startCounted } from './lib/runners.mjs';

/**
 * Runs every check of the repository, one step after the other, and closes with one line that counts the tests of all
 * runners.
 *
 *     node tests/run.mjs                     everything
 *     node tests/run.mjs rules forms         some steps (a build comes first; --no-build leaves it out)
 *
 * @typedef {import('./lib/runners.mjs').Result} Result
 * @typedef {{ name: string, title: string, run: () => Promise<Result> }} Step
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const RESULTS = mkdtempSync(join(tmpdir(), 'kl01-tests-'));
const OTHER_LANGUAGES = backendsHere();
const PROJECTS = ['rules', 'proof', 'exporters', 'examples', 'tests'];
const NOTHING = { passed: 0, failed: 0, skipped: [] };

/** @type {Step[]} */
const STEPS = [
  { name: 'build', title: 'Building every package', run: build },
  { name: 'types', title: 'Checking the types of the tests', run: checkTypes },
  { name: 'lint', title: 'Lint and format', run: lint },
  ...PROJECTS.map((name) => ({ name, title: `Tests in Node: ${name}`, run: () => vitest(name) })),
  ...OTHER_LANGUAGES.map((backend) => ({
    name: backend.language,
    title: `Tests in ${backend.label}`,
    run: () => testBackend(backend),
  })),
  { name: 'forms', title: 'Tests in a browser: forms', run: testForms },
  { name: 'e2e', title: 'Journeys in a browser: e2e', run: () => withBrowser(() => vitest('e2e')) },
];

process.exitCode = await main(process.argv.slice(2));
rmSync(RESULTS, { recursive: true, force: true });

/** @param {string[]} args */
async function main(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  const problem = unknown
    ? `There is no step "${unknown}": choose from ${STEPS.map((step) => step.name).join(', ')}.`
    : missing();
  if (problem) return close([['start', failure(problem)]]);

  tellWhatWillBeSkipped();
  return close(await runSteps(chooseSteps(names, args.includes('--no-build'))));
}

/**
 * @param {string[]} names
 * @param {boolean} noBuild
 */
function chooseSteps(names, noBuild) {
  const needBuild = names.some((name) => name !== 'lint');
  const chosen = STEPS.filter(
    ({ name }) => names.length === 0 || names.includes(name) || (name === 'build' && needBuild),
  );
  return noBuild ? chosen.filter((step) => step.name !== 'build') : chosen;
}

/** @param {Step[]} steps */
async function runSteps(steps) {
  /** @type {[string, Result][]} */
  const results = [];
  for (const [index, step] of steps.entries()) {
    console.log(`\n[${index + 1}/${steps.length}] ${step.title} …`);
    const startedAt = Date.now();
    const result = await step.run();
    results.push([step.name, result]);
    console.log(`    ${step.name}: ${describe(result)} after ${Math.round((Date.now() - startedAt) / 1000)} s`);
    if (step.name === 'build' && result.failed > 0) {
      console.log('    The rest was not run, because it would test an older build.');
      break;
    }
  }
  return results;
}

/** What keeps every step from running, in a sentence. */
function missing() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) return `Node 20 or newer is needed and this is ${process.version}: get it from https://nodejs.org.`;
  if (['vitest', 'eslint', 'prettier'].some((name) => !existsSync(join(ROOT, 'node_modules', name))))
    return `The packages are not installed: run "npx -y ${PNPM} install", which needs a connection to the npm registry.`;
  return undefined;
}

function tellWhatWillBeSkipped() {
  if (!findLibreOffice())
    console.log('LibreOffice is not here, tests that need it are skipped: install libreoffice-writer-nogui for them.');
  if (!findPostgresFolder() && !process.env['KL01_POSTGRES_URL'])
    console.log('PostgreSQL is not here, tests that need it are skipped: install it, or set KL01_POSTGRES_URL.');
  for (const { missing } of OTHER_LANGUAGES) if (missing) console.log(`${missing} Its tests are skipped.`);
}

async function build() {
  const args = ['-y', PNPM, '-r', '--workspace-concurrency=1', 'run', 'build'];
  const problem = await start('npx', args, { cwd: ROOT });
  return problem ? failure(`The build failed (${problem}): the message of the compiler stands above.`) : NOTHING;
}

async function checkTypes() {
  const compiler = join(ROOT, 'tests/node_modules/@typescript/native/bin/tsc');
  const projects = [
    'tests/tsconfig.json',
    ...readdirSync(join(ROOT, 'tests/types')).map((name) => `tests/types/${name}`),
    ...[...folders('examples'), ...folders('examples/frameworks').map((name) => `frameworks/${name}`)].map(
      (name) => `examples/${name}/tsconfig.json`,
    ),
  ].filter((path) => existsSync(join(ROOT, path)));
  const wrong = [];
  for (const path of projects) {
    if (await start(process.execPath, [compiler, '-p', path, '--noEmit'], { cwd: ROOT })) wrong.push(path);
  }
  return wrong.length > 0 ? failure(`Types are wrong in ${wrong.join(', ')}.`, wrong.length) : NOTHING;
}

async function lint() {
  const eslint = await start(process.execPath, ['node_modules/eslint/bin/eslint.js', '.'], { cwd: ROOT });
  const prettier = await start(
    process.execPath,
    ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
    { cwd: ROOT },
  );
  const problems = [
    eslint && 'ESLint found problems.',
    prettier && 'Some files are not formatted: run "npm run format".',
  ].filter(Boolean);
  return problems.length > 0 ? failure(problems.join(' '), problems.length) : NOTHING;
}

/** @param {string} project */
async function vitest(project) {
  const file = join(RESULTS, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', ...reporters];
  const problem = await start(process.execPath, args, { cwd: ROOT });
  return readVitest(file, problem, ROOT);
}

/** @param {(typeof OTHER_LANGUAGES)[number]} backend */
async function testBackend({ language, missing }) {
  if (missing) return { ...NOTHING, skipped: [missing] };
  const folder = join(BACKENDS_FOLDER, language);
  return startCounted(join(folder, 'test'), { cwd: folder });
}

async function testForms() {
  const folder = join(ROOT, 'packages/forms');
  const files = readdirSync(join(folder, 'src'), { recursive: true });
  if (!files.some((name) => String(name).endsWith('.test.ts'))) return NOTHING;
  return withBrowser(async () => {
    const file = join(RESULTS, 'forms.json');
    const args = ['node_modules/@web/test-runner/dist/bin.js'];
    const problem = await start(process.execPath, args, { cwd: folder, env: { KL01_TEST_RESULTS: file } });
    return readBrowserTests(file, problem);
  });
}

/** @param {() => Promise<Result>} run */
async function withBrowser(run) {
  try {
    const { findBrowser } = await import('./lib/find-browser.mjs');
    findBrowser();
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  return run();
}

/**
 * Says what went wrong and what was left out, then closes with the one line.
 *
 * @param {[string, Result][]} results
 * @returns {number} the exit status
 */
function close(results) {
  const passed = sum(results.map(([, result]) => result.passed));
  const failed = sum(results.map(([, result]) => result.failed));
  const skipped = results.flatMap(([name, result]) => result.skipped.map((test) => `${name}: ${test}`));
  const forbidden = process.env['KL01_NO_SKIP'] === '1' && skipped.length > 0;

  console.log('');
  for (const [name, { problem }] of results) if (problem) console.log(`${name}: ${problem}`);
  for (const test of skipped) console.log(`skipped: ${test}`);
  if (forbidden) console.log('KL01_NO_SKIP=1 allows no skipped test, so this run fails.');
  console.log(describe({ passed, failed, skipped }));
  return failed > 0 || forbidden ? 1 : 0;
}

/** @param {Result} result */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}

/** @param {string} parent */
function folders(parent) {
  const path = join(ROOT, parent);
  return existsSync(path) ? readdirSync(path) : [];
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
