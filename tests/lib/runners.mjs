import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * What a step of the test command came to.
 *
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped names of the tests
 * @property {string} [problem] what went wrong, in a sentence
 */

const STEP_LIMIT_MINUTES = 15;

/**
 * Runs a program with its output on the screen.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<string | undefined>} what went wrong; nothing when it ended with status 0
 */
export function start(command, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    // On Windows npx is a batch file, which only a shell can start.
    const shell = process.platform === 'win32' && command === 'npx';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit', shell });
    const limit = setTimeout(() => child.kill('SIGKILL'), STEP_LIMIT_MINUTES * 60_000);
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    const end = (/** @type {string | undefined} */ problem) => {
      clearTimeout(limit);
      process.off('SIGTERM', stop);
      resolve(problem);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (status, signal) => {
      if (signal) end(`stopped by ${signal}; a step has ${STEP_LIMIT_MINUTES} minutes`);
      else end(status === 0 ? undefined : `status ${status}`);
    });
  });
}

/**
 * Runs a test program of another language, which closes with "N passed, N failed".
 *
 * @param {string} command
 * @param {{ cwd: string }} options
 * @returns {Promise<Result>}
 */
export function startCounted(command, { cwd }) {
  return new Promise((resolve) => {
    const child = spawn(command, [], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    const limit = setTimeout(() => child.kill('SIGKILL'), STEP_LIMIT_MINUTES * 60_000);
    let end = '';
    child.stdout.on('data', (/** @type {Buffer} */ part) => {
      process.stdout.write(part);
      end = (end + part.toString('utf8')).slice(-1000);
    });
    child.once('error', (error) => resolve(failure(error.message)));
    child.once('close', (status) => {
      clearTimeout(limit);
      const counts = /(\d+) passed, (\d+) failed\s*$/.exec(end);
      if (!counts) return resolve(failure(`It ended with status ${status} and did not say how many tests passed.`));
      const [, passed, failed] = counts;
      const result = { passed: Number(passed), failed: Number(failed), skipped: [] };
      resolve(complete(status === 0 ? undefined : `status ${status}`, result));
    });
  });
}

/**
 * @param {string} problem
 * @param {number} [failed]
 * @returns {Result}
 */
export function failure(problem, failed = 1) {
  return { passed: 0, failed, skipped: [], problem };
}

/**
 * @param {string} file results as vitest's json reporter writes them
 * @param {string | undefined} problem how the runner ended
 * @param {string} root
 * @returns {Result}
 */
export function readVitest(file, problem, root) {
  if (!existsSync(file))
    return problem ? failure(`The runner gave no results (${problem}).`) : { passed: 0, failed: 0, skipped: [] };
  /** @type {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ status, name: `${relative(root, name)} › ${fullName}` })),
  );
  // A file that does not load, or whose hooks fail, has no failed test of its own.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
  );
  return complete(problem, {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ name }) => name),
  });
}

/**
 * @param {string} file results as packages/forms/web-test-runner.config.mjs writes them
 * @param {string | undefined} problem how the runner ended
 * @returns {Result}
 */
export function readBrowserTests(file, problem) {
  if (!existsSync(file)) return failure(`The runner gave no results (${problem ?? 'and did not say why'}).`);
  return complete(problem, JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * @param {string | undefined} problem
 * @param {Result} result
 * @returns {Result}
 */
function complete(problem, result) {
  if (!problem || result.failed > 0) return result;
  return { ...result, failed: 1, problem: `Every test passed, yet the runner ended with ${problem}: see its output.` };
}
