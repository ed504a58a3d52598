import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The backends in other languages (`examples/backends/<language>`): which of them this machine can run, and their judges.
 *
 * @typedef {object} Backend
 * @property {string} language its folder
 * @property {string} label
 * @property {[command: string, ...args: string[]][]} needs what must end with status 0 for it to run here
 * @property {string} install what to install where it does not
 * @property {RegExp} version finds the version in what the first of `needs` prints
 * @property {{ schema: Library, logic: Library }} libraries
 *
 * @typedef {{ name: string, file?: string, version?: RegExp }} Library `version` is found in a file of the folder
 *
 * @typedef {{ rule: string, severity: string, path: string }} JudgedFinding
 * @typedef {{ name?: string, valid?: boolean, findings?: JudgedFinding[], error?: string }} Answer
 */

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const BACKENDS_FOLDER = join(ROOT, 'examples/backends');

/** @param {string} artifact */
function versionInPom(artifact) {
  return new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>(.+?)</version>`);
}

/** @type {readonly Backend[]} */
export const BACKENDS = [
  {
    language: 'python',
    label: 'Python',
    needs: [
      ['python3', '--version'],
      ['python3', '-c', 'import ensurepip, venv'],
    ],
    install: 'python3 and python3-venv',
    version: /Python (\d+\.\d+)/,
    libraries: {
      schema: { name: 'jsonschema', file: 'requirements.txt', version: /^jsonschema==(.+)$/m },
      logic: { name: 'panzi-json-logic', file: 'requirements.txt', version: /^panzi-json-logic==(.+)$/m },
    },
  },
  {
    language: 'java',
    label: 'Java',
    needs: [
      ['javac', '-version'],
      ['mvn', '--version'],
    ],
    install: 'a JDK from 17 on and Maven',
    version: /javac (\d+)/,
    libraries: {
      schema: {
        name: 'networknt json-schema-validator',
        file: 'pom.xml',
        version: versionInPom('json-schema-validator'),
      },
      logic: { name: 'jamsesso json-logic-java', file: 'pom.xml', version: versionInPom('json-logic-java') },
    },
  },
  {
    language: 'go',
    label: 'Go',
    needs: [['go', 'version']],
    install: 'Go',
    version: /go(\d+\.\d+)/,
    libraries: {
      schema: {
        name: 'santhosh-tekuri/jsonschema',
        file: 'go.mod',
        version: /santhosh-tekuri\/jsonschema\/v\d+ v(\S+)/,
      },
      logic: { name: 'diegoholiveira/jsonlogic', file: 'go.mod', version: /diegoholiveira\/jsonlogic\/v\d+ v(\S+)/ },
    },
  },
  {
    language: 'php',
    label: 'PHP',
    needs: [
      ['php', '--version'],
      ['php', '-r', 'exit(extension_loaded("mbstring") && (@include "JsonSchema/autoload.php") ? 0 : 1);'],
      ['phpunit', '--version'],
    ],
    install: 'php-cli, php-mbstring, php-json-schema and phpunit',
    version: /PHP (\d+\.\d+)/,
    libraries: { schema: { name: 'justinrainbow/json-schema, Debian’s' }, logic: { name: 'ours, one file' } },
  },
];

/**
 * What keeps a backend from running here, in a sentence; nothing where it can.
 *
 * @param {Backend} backend
 * @returns {string | undefined}
 */
export function missingFor({ label, needs, install }) {
  const lacking = needs.find(([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status !== 0);
  return lacking && `${label} cannot run here (no ${lacking[0]}, or not all of it): install ${install}.`;
}

/**
 * @param {Backend} backend that can run here
 * @returns {string} version of the language
 */
export function versionOf({ needs, version }) {
  const [command, ...args] = needs[0] ?? ['true'];
  const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return version.exec(stdout)?.[1] ?? 'unknown';
}

/**
 * @param {string} language
 * @param {Library} library
 * @returns {string} its name, and the version where a file of the folder pins it
 */
export function libraryOf(language, { name, file, version }) {
  const pinned = file && version?.exec(readFileSync(join(BACKENDS_FOLDER, language, file), 'utf8'))?.[1];
  return pinned ? `${name} ${pinned}` : name;
}

/** Ids of the rulebooks that vectors are published for. */
export const rulebookIds = () =>
  readdirSync(VECTORS)
    .filter((name) => name.endsWith('.rulebook.json'))
    .map((name) => name.replace('.rulebook.json', ''))
    .sort();

const VECTORS = join(ROOT, 'packages/rules/vectors');

/** Text of every rulebook that vectors are published for. */
export const rulebookTexts = () => rulebookFiles().map((path) => readFileSync(path, 'utf8'));

/** Every vector of every rulebook, a line each. */
export const vectorLines = () =>
  rulebookIds().flatMap((id) =>
    readFileSync(join(VECTORS, `${id}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n'),
  );

const rulebookFiles = () => rulebookIds().map((id) => join(VECTORS, `${id}.rulebook.json`));

/** How many mutated submissions every judge is sent. */
export const DIFFERENTIAL_CASES = Number(process.env['KL01_DIFFERENTIAL'] ?? 2000);

/** The mutated submissions, a line each: the same on every machine. */
export function differentialLines() {
  const script = join(ROOT, 'packages/rules/bin/make-differential.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, String(DIFFERENTIAL_CASES)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${script} ended with status ${status}: ${stderr}`);
  return stdout.trimEnd().split('\n');
}

/**
 * The command that judges in a language; `node` is our own.
 *
 * @param {string} language
 * @returns {[command: string, ...args: string[]]}
 */
export function judgeCommand(language) {
  if (language !== 'node') return [join(BACKENDS_FOLDER, language, 'judge'), ...rulebookFiles()];
  return [process.execPath, join(ROOT, 'packages/rules/bin/kl01.mjs'), 'judge', ...rulebookFiles()];
}

/**
 * Sends lines to the judge of a language.
 *
 * @param {string} language
 * @param {readonly (string | Uint8Array)[]} lines
 * @returns {Promise<Answer[]>}
 * @throws {Error} where the judge does not end with status 0
 */
export async function judge(language, lines) {
  const [command, ...args] = judgeCommand(language);
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
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

/** Backends whose folder is here, each with what is missing for it. */
export const backendsHere = () =>
  BACKENDS.filter(({ language }) => existsSync(join(BACKENDS_FOLDER, language, 'judge'))).map((backend) => ({
    ...backend,
    missing: missingFor(backend),
  }));
