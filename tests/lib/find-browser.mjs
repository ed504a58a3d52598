import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { PNPM } from '../../.ci/pnpm-version.mjs';

/**
 * A browser ready to be started.
 *
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args flags for a quiet, headless start with an empty profile
 * @property {Record<string, string>} env variables to add to the environment of the browser
 */

const CACHE = fileURLToPath(new URL('../../.kl01/browsers/', import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** `--no-sandbox`: test machines and containers run as root, where Chromium's sandbox cannot start. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    if (!root) return [];
    return [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
];

/**
 * The browser the tests run in: `CHROME_PATH`, else one installed on this machine, else the Chromium that came with the
 * npm packages (Linux on x64).
 *
 * @returns {Browser}
 * @throws {Error} with the remedy, where there is none
 */
export function findBrowser() {
  const installed = process.env['CHROME_PATH'] ?? findInstalled();
  if (installed) return { executablePath: installed, args: ARGS, env: {} };
  if (isBundledPlatform()) return unpack('@sparticuz/chromium', '143');
  throw new Error('No Chrome, Chromium or Edge was found: install one, or name it in CHROME_PATH.');
}

/**
 * Chromium 109, the last for Windows 7 and 8.1 and the oldest one the forms promise to work in.
 *
 * @returns {Browser}
 * @throws {Error} with the remedy, where it cannot run
 */
export function findChromium109() {
  if (!isBundledPlatform()) throw new Error('Chromium 109 is only at hand for Linux on x64: run this journey there.');
  const browser = unpack('chromium-109', '109');
  // It wants the NSS libraries of the system; where they are missing, those beside the newer Chromium do.
  if (hasSystemNss()) return browser;
  return { ...browser, env: unpack('@sparticuz/chromium', '143').env };
}

function findInstalled() {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}

function isBundledPlatform() {
  return process.platform === 'linux' && process.arch === 'x64';
}

function hasSystemNss() {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64'].some((folder) =>
    existsSync(join(folder, 'libnss3.so')),
  );
}

/**
 * Unpacks a Chromium from its npm package. The packages' own function is not used: both would unpack to /tmp/chromium,
 * and whichever comes second would silently be the first.
 *
 * @param {string} packageName
 * @param {string} version
 * @returns {Browser}
 */
function unpack(packageName, version) {
  const folder = join(CACHE, version);
  if (!existsSync(folder)) unpackTo(folder, binFolder(packageName));
  const args = [...ARGS, '--disable-dev-shm-usage'];
  return { executablePath: join(folder, 'chromium'), args, env: environment(folder) };
}

/** @param {string} packageName */
function binFolder(packageName) {
  let folder;
  try {
    folder = dirname(resolve(packageName));
  } catch {
    throw new Error(`The package ${packageName} is not installed: run "npx -y ${PNPM} install".`);
  }
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    if (folder === dirname(folder)) throw new Error(`The package ${packageName} holds no browser: install it again.`);
    folder = dirname(folder);
  }
  return join(folder, 'bin');
}

/**
 * @param {string} folder
 * @param {string} source
 */
function unpackTo(folder, source) {
  console.log(`Unpacking a Chromium into ${folder} …`);
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  for (const name of readdirSync(source)) {
    const bytes = brotliDecompressSync(readFileSync(join(source, name)));
    if (name === 'chromium.br') writeFileSync(join(partial, 'chromium'), bytes);
    else unpackTar(bytes, name.startsWith('swiftshader') ? partial : join(partial, name.replace('.tar.br', '')));
  }
  chmodSync(join(partial, 'chromium'), 0o755);
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another process was quicker.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * @param {Buffer} bytes
 * @param {string} folder
 */
function unpackTar(bytes, folder) {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-x', '-C', folder], { input: bytes });
}

/**
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function environment(folder) {
  /** @type {Record<string, string>} */
  const env = {};
  const libraries = join(folder, 'al2023', 'lib');
  const fonts = join(folder, 'fonts');
  if (existsSync(libraries) && !hasSystemNss()) env['LD_LIBRARY_PATH'] = libraries;
  if (existsSync(fonts) && !existsSync('/etc/fonts')) env['FONTCONFIG_PATH'] = fonts;
  return env;
}
