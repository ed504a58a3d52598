// npm run release [FOLDER]: writes kl01-<version>.zip and the tarballs of the packages to dist/release, or the folder named. Build
// first. What is written depends on the sources alone: the same bytes on every machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { PNPM } from '../pnpm-version.mjs';
import { guide } from './guide.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = ['rules', 'forms', 'exporters'];

/** What is kept in the repository; the ZIP has the same paths, so that whatever leads from one file to another holds in it. */
const KEPT = [
  'CHANGELOG.md',
  'LICENSE',
  'docs',
  'examples/backends',
  'examples/frameworks',
  // These are built with npm, from the tarballs.
  ':!examples/frameworks/react',
  ':!examples/frameworks/vue',
  'packages/exporters/README.md',
  'packages/forms/README.md',
  'packages/forms/themes',
  'packages/rules/README.md',
  'packages/rules/packs',
  'packages/rules/schema',
  'packages/rules/vectors',
];

/** What a build makes: a file, or all files of a folder. */
const BUILT = [
  'packages/exporters/dist/browser',
  'packages/forms/dist/custom-elements.json',
  'packages/forms/dist/kl01-forms.js',
  'packages/forms/dist/kl01-review-board.js',
  'packages/forms/dist/vscode.html-custom-data.json',
  'packages/rules/dist/rulebooks',
];
const LICENCES = ['packages/forms/dist/THIRD-PARTY-LICENSES.txt', 'packages/exporters/dist/THIRD-PARTY-LICENSES.txt'];

/** Pages that load a script: the browser is to take no other. */
const PAGE = /\.(?:html|php|aspx|jsp)$/;
const SCRIPT = /(<script src="[^"]*?(kl01-(?:forms|review-board)\.js)")/g;

/** In the local time of whichever machine, which is what a ZIP holds. */
const THEN = new Date(1980, 0, 1);

const target = process.argv[2] ?? join(ROOT, 'dist/release');
const version = versionOfAll();
mkdirSync(target, { recursive: true });
for (const name of PACKAGES) {
  execFileSync('npx', ['-y', PNPM, 'pack', '--pack-destination', target], {
    cwd: join(ROOT, 'packages', name),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
const files = contents();
const zip = zipSync(
  Object.fromEntries(
    [...files].map(([path, { bytes, mode }]) => [
      `kl01-${version}/${path}`,
      [bytes, { mtime: THEN, os: 3, attrs: mode << 16 }],
    ]),
  ),
  { level: 9 },
);
const name = `kl01-${version}.zip`;
writeFileSync(join(target, name), zip);
console.log(`${join(target, name)}: ${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB`);

/** @returns {Map<string, { bytes: Uint8Array, mode: number }>} by path, sorted */
function contents() {
  const listed = execFileSync('git', ['ls-files', '-s', '-z', '--', ...KEPT], { cwd: ROOT, encoding: 'utf8' });
  const kept = listed.split('\0').flatMap((line) => {
    const [, mode, path] = /^(\d+) \S+ \d\t(.*)$/s.exec(line) ?? [];
    return mode && path ? [{ path, mode: Number.parseInt(mode, 8) }] : [];
  });
  const built = BUILT.flatMap((path) =>
    /\.\w+$/.test(path) ? [path] : readdirSync(join(ROOT, path)).map((each) => `${path}/${each}`),
  );
  const all = [...kept, ...built.map((path) => ({ path, mode: 0o100644 }))];
  const made = new Map(all.map(({ path, mode }) => [path, { bytes: readFileSync(join(ROOT, path)), mode }]));
  const add = (/** @type {string} */ path, /** @type {string} */ text) =>
    made.set(path, { bytes: Buffer.from(text), mode: 0o100644 });

  for (const [path, { bytes, mode }] of made) {
    if (PAGE.test(path)) made.set(path, { bytes: Buffer.from(withIntegrity(bytes.toString('utf8'), made)), mode });
  }
  add('THIRD-PARTY-LICENSES.txt', LICENCES.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n\n'));
  add('HUONG-DAN.html', guide(version, [...made.keys()]));
  const inOrder = [...made].sort(([one], [other]) => (one < other ? -1 : 1));
  add('SHA256SUMS', inOrder.map(([path, { bytes }]) => `${hash('sha256', bytes, 'hex')}  ${path}\n`).join(''));
  return new Map([...inOrder, ['SHA256SUMS', made.get('SHA256SUMS')]]);
}

/**
 * @param {string} page
 * @param {Map<string, { bytes: Uint8Array }>} files
 */
function withIntegrity(page, files) {
  return page.replace(SCRIPT, (found, tag, script) => {
    const entry = files.get(`packages/forms/dist/${script}`);
    return entry ? `${tag} integrity="sha384-${hash('sha384', entry.bytes, 'base64')}"` : found;
  });
}

/**
 * @param {'sha256' | 'sha384'} algorithm
 * @param {Uint8Array} bytes
 * @param {'hex' | 'base64'} encoding
 */
function hash(algorithm, bytes, encoding) {
  return createHash(algorithm).update(bytes).digest(encoding);
}

function versionOfAll() {
  const versions = PACKAGES.map(
    (each) => JSON.parse(readFileSync(join(ROOT, 'packages', each, 'package.json'), 'utf8')).version,
  );
  if (new Set(versions).size > 1) throw new Error(`The packages are of different versions: ${versions.join(', ')}.`);
  return versions[0];
}
