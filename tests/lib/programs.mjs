import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs some tests need, and where they are looked for. Shared by the tests and by the runner. */

const LIBRE_OFFICE_PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => {
    const root = process.env[name];
    return root ? [join(root, 'LibreOffice', 'program', 'soffice.exe')] : [];
  }),
];

/** @returns {string | undefined} path of LibreOffice's `soffice` */
export function findLibreOffice() {
  return onPath('soffice') ?? LIBRE_OFFICE_PLACES.find((path) => existsSync(path));
}

/** @returns {string | undefined} path of Firefox ESR, as Debian names it; a Firefox in a snap cannot be driven */
export function findFirefox() {
  return onPath('firefox-esr');
}

/**
 * @param {'pdftotext' | 'pdftoppm' | 'pdffonts' | 'pdfinfo'} name
 * @returns {string | undefined} path of a program of Poppler
 */
export function findPoppler(name) {
  return onPath(name);
}

/** @returns {string | undefined} folder that holds `initdb` and `postgres`, of the newest version installed */
export function findPostgresFolder() {
  const initdb = onPath('initdb');
  if (initdb) return join(initdb, '..');
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

/** @returns {string | undefined} path of PHP, where Debian's JSON Schema library for it is there too */
export function findPhp() {
  return existsSync('/usr/share/php/JsonSchema/autoload.php') ? onPath('php') : undefined;
}

/** @param {string} name */
export function onPath(name) {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((file) => join(folder, file))).find((path) => existsSync(path));
}
