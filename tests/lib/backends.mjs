import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The backends in other languages (`examples/backends/<language>`), and which of them this machine can run.
 *
 * @typedef {object} Backend
 * @property {string} language its folder
 * @property {string} label
 * @property {[command: string, ...args: string[]][]} needs what must end with status 0 for it to run here
 * @property {string} install what to install where it does not
 * @property {RegExp} version finds the version in what the first of `needs` prints
 * @property {string} atLeast the oldest version that does
 * @property {{ schema: Library, logic: Library }} libraries
 *
 * @typedef {{ name: string, file?: string, version?: RegExp }} Library `version` is found in a file of the folder
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
    atLeast: '3.9',
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
    atLeast: '17',
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
    // From then on Go fetches the newer one that a module asks for.
    atLeast: '1.21',
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
    atLeast: '8.1',
    libraries: { schema: { name: 'justinrainbow/json-schema, Debian’s' }, logic: { name: 'ours, one file' } },
  },
  {
    language: 'dotnet',
    label: 'C# (Mono)',
    needs: [
      ['mcs', '--version'],
      ['mono', '--version'],
      // Comes with the reference assemblies of .NET Framework.
      ['al', '--version'],
    ],
    install: 'mono-devel',
    version: /version (\d+\.\d+)/,
    atLeast: '6.0',
    libraries: { schema: { name: 'ours, one file' }, logic: { name: 'ours, one file' } },
  },
];

/**
 * What keeps a backend from running here, in a sentence; nothing where it can.
 *
 * @param {Backend} backend
 * @returns {string | undefined}
 */
export function missingFor(backend) {
  const { label, needs, install, atLeast } = backend;
  const lacking = needs.find(([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status !== 0);
  if (lacking) return `${label} cannot run here (no ${lacking[0]}, or not all of it): install ${install}.`;
  const found = versionOf(backend);
  return isOlder(found, atLeast) ? `${label} ${found} is too old: install ${atLeast} or newer.` : undefined;
}

/**
 * @param {string} version
 * @param {string} other
 */
function isOlder(version, other) {
  const [left, right] = [version, other].map((text) => text.split('.').map(Number));
  const at = right?.findIndex((part, index) => part !== left?.[index]) ?? -1;
  return at >= 0 && (left?.[at] ?? 0) < (right?.[at] ?? 0);
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

/** Backends whose folder is here, each with what is missing for it. */
export const backendsHere = () =>
  BACKENDS.filter(({ language }) => existsSync(join(BACKENDS_FOLDER, language, 'judge'))).map((backend) => ({
    ...backend,
    missing: missingFor(backend),
  }));
