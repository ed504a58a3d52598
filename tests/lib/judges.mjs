import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BACKENDS_FOLDER, ROOT } from './backends.mjs';

/**
 * Judges in every language, what they are sent, and where their answers part.
 *
 * @typedef {{ rule: string, severity: string, path: string }} JudgedFinding
 * @typedef {{ name?: string, valid?: boolean, findings?: JudgedFinding[], error?: string }} Answer
 */

/**
 * Lines for judges, and the rulebooks they are judged by.
 *
 * @typedef {{ lines: string[], rulebooks: string[] }} Sendings `rulebooks`: paths
 */

const VECTORS = join(ROOT, 'packages/rules/vectors');

/** @returns {Sendings} every vector of every published rulebook */
export function vectors() {
  const rulebooks = rulebooksIn(VECTORS);
  const files = rulebooks.map((path) => path.replace('.rulebook.json', '.ndjson'));
  return { lines: files.flatMap(linesIn), rulebooks };
}

/** How many mutated submissions every judge is sent. */
export const DIFFERENTIAL_CASES = Number(process.env['KL01_DIFFERENTIAL'] ?? 2000);

/** @returns {Sendings} valid submissions changed by chance: the same on every machine */
export function differential() {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-differential-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const script = join(ROOT, 'packages/rules/bin/make-differential.mjs');
  execFileSync(process.execPath, [script, folder, String(DIFFERENTIAL_CASES)]);
  return { lines: linesIn(join(folder, 'cases.ndjson')), rulebooks: rulebooksIn(folder) };
}

/**
 * Packs made by chance, with submissions near whatever their rules compare with: the same on every machine.
 *
 * @param {{ packs: number, each: number, seed: number }} wanted
 * @returns {Sendings & { coverage: Map<string, number> }} `coverage`: what they made the rules do, and how often
 */
export function randomPacks({ packs, each, seed }) {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-random-packs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const script = join(ROOT, 'packages/rules/bin/make-random-packs.mjs');
  execFileSync(process.execPath, [script, folder, String(packs), String(each), String(seed)]);
  return { lines: linesIn(join(folder, 'cases.ndjson')), rulebooks: rulebooksIn(folder), coverage: coverageIn(folder) };
}

/** @param {string} folder */
function coverageIn(folder) {
  const [, ...lines] = linesIn(join(folder, 'coverage.txt'));
  return new Map(lines.map((line) => [line.slice(11), Number(line.slice(0, 9))]));
}

/** @param {string} folder */
const rulebooksIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.rulebook.json'))
    .sort()
    .map((name) => join(folder, name));

/** @param {string} file */
const linesIn = (file) => readFileSync(file, 'utf8').trimEnd().split('\n');

/**
 * The command that judges in a language; `node` is our own.
 *
 * @param {string} language
 * @param {readonly string[]} rulebooks paths
 * @returns {[command: string, ...args: string[]]}
 */
export function judgeCommand(language, rulebooks) {
  if (language !== 'node') return [join(BACKENDS_FOLDER, language, 'judge'), ...rulebooks];
  return [process.execPath, join(ROOT, 'packages/rules/bin/kl01.mjs'), 'judge', ...rulebooks];
}

/**
 * Sends lines to the judge of a language.
 *
 * @param {string} language
 * @param {{ lines: readonly (string | Uint8Array)[], rulebooks: readonly string[] }} sendings
 * @param {Record<string, string>} [env] what its environment says besides
 * @returns {Promise<Answer[]>}
 * @throws {Error} where the judge does not end with status 0
 */
export async function judge(language, { lines, rulebooks }, env = {}) {
  const [command, ...args] = judgeCommand(language, rulebooks);
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // A judge that ends early is told by its status, not by the pipe that breaks.
  child.stdin.on('error', () => undefined);
  child.stdin.end(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));
  const parts = [];
  for await (const part of child.stdout) parts.push(part);
  const status = await ended;
  if (status !== 0) throw new Error(`${command} ended with status ${String(status)}.`);
  return readAnswers(Buffer.concat(parts).toString('utf8'));
}

/** @param {string} ndjson @returns {Answer[]} */
export const readAnswers = (ndjson) =>
  ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/**
 * An answer as it compares: of errors their presence alone, of findings the exact multiset.
 *
 * @param {Answer | undefined} answer
 */
export function comparable(answer) {
  if (!answer) return 'no answer';
  if (answer.error !== undefined) return 'error';
  const findings = (answer.findings ?? []).map(({ rule, severity, path }) => `${rule} ${severity} ${path}`).sort();
  return [answer.valid ? 'valid' : 'not valid', ...findings].join('\n');
}

/**
 * Where two judges disagree, in words: the case, and both answers.
 *
 * @param {{ backend: string, lines: readonly (string | Uint8Array)[], expected: readonly Answer[], answers: readonly Answer[] }} compared
 * @returns {string[]}
 */
export function disagreements({ backend, lines, expected, answers }) {
  const told =
    answers.length === lines.length ? [] : [`${backend} gave ${answers.length} answers to ${lines.length} lines`];
  expected.forEach((answer, index) => {
    const [ours, theirs] = [comparable(answer), comparable(answers[index])];
    if (ours === theirs) return;
    const name = answer.name ?? `line ${index + 1}`;
    told.push(
      `${backend}, ${name}\n  expected: ${ours.replaceAll('\n', ' · ')}\n  ${backend}: ${theirs.replaceAll('\n', ' · ')}`,
    );
  });
  return told;
}
