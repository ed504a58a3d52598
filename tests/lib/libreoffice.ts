import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findLibreOffice, findPoppler } from './programs.mjs';

const run = promisify(execFile);

/** LibreOffice's filter for the formats whose default is not what a test wants (txt: UTF-8 whatever the locale). */
const FILTERS = { txt: 'txt:Text (encoded):UTF8', csv: 'csv:Text - txt - csv (StarCalc):44,34,76' } as const;

/**
 * Has LibreOffice convert a file, with a user profile of its own so that several may run at once.
 *
 * @param file   path of what to convert
 * @param format extension of what comes out: `pdf`, `txt`, `docx`, `csv`, `png` …
 * @returns path of the result, in a fresh temporary folder
 */
export async function convert(file: string, format: string, { timeoutMs = 120_000 } = {}): Promise<string> {
  const soffice = findLibreOffice();
  if (!soffice) throw new Error('LibreOffice is missing: install libreoffice-writer-nogui and libreoffice-calc-nogui.');
  const folder = await mkdtemp(join(tmpdir(), 'kl01-office-'));
  const profile = join(folder, 'profile');
  const filter = FILTERS[format as keyof typeof FILTERS] ?? format;
  const args = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', '--nolockcheck'];
  try {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL' } as const;
    const { stdout, stderr } = await run(soffice, [...args, '--convert-to', filter, '--outdir', folder, file], options);
    const result = `${basename(file, extname(file))}.${format}`;
    // A file that LibreOffice cannot read does not change its exit status.
    if (!(await readdir(folder)).includes(result)) {
      throw new Error(`LibreOffice made no ${format} of ${file}: ${stdout}${stderr}`);
    }
    return join(folder, result);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * Has LibreOffice convert every file of a folder that has an ending, in one run; the results lie beside them.
 *
 * @throws Error naming the files that it made nothing of
 */
export async function convertAll(
  folder: string,
  from: string,
  to: string,
  { timeoutMs = 240_000 } = {},
): Promise<void> {
  const soffice = findLibreOffice();
  if (!soffice) throw new Error('LibreOffice is missing: install libreoffice-writer-nogui and libreoffice-calc-nogui.');
  const files = (await readdir(folder)).filter((name) => name.endsWith(`.${from}`));
  const profile = await mkdtemp(join(tmpdir(), 'kl01-profile-'));
  const args = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', '--nolockcheck'];
  try {
    const paths = files.map((name) => join(folder, name));
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 16 << 20 } as const;
    await run(soffice, [...args, '--convert-to', to, '--outdir', folder, ...paths], options);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const made = new Set(await readdir(folder));
  const missing = files.filter((name) => !made.has(`${basename(name, `.${from}`)}.${to}`));
  if (missing.length > 0) throw new Error(`LibreOffice made no ${to} of ${missing.join(', ')}`);
}

/** The text of a PDF, laid out as on the page. Pages end with a form feed. */
export async function pdfText(pdf: string): Promise<string> {
  const { stdout } = await run(poppler('pdftotext'), ['-layout', '-enc', 'UTF-8', pdf, '-'], { maxBuffer: 64 << 20 });
  return stdout;
}

/** The pages of a PDF as images. @returns paths of PNG files in a fresh temporary folder, in the order of the pages */
export async function pdfImages(pdf: string, { dpi = 96 } = {}): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kl01-pages-'));
  await run(poppler('pdftoppm'), ['-png', '-r', String(dpi), pdf, join(folder, 'page')]);
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

function poppler(name: 'pdftotext' | 'pdftoppm'): string {
  const path = findPoppler(name);
  if (!path) throw new Error('Poppler is missing: install poppler-utils.');
  return path;
}
