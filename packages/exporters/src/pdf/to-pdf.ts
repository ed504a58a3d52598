import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Lang } from '@kl01/rules';
import type { Exported } from '../export-document.js';
import { ExportError } from '../export-error.js';
import { messagesIn } from '../strings/messages-in.js';

export interface PdfOptions {
  /** path of the program; default: looked up under its usual names */
  readonly soffice?: string;
  /** time limit per file */
  readonly timeoutMs?: number;
  readonly lang?: Lang;
}

/**
 * Converts a Word file to PDF with LibreOffice. For servers and the command line; in browsers, print the HTML instead.
 * Every call uses a separate profile, so several can run concurrently.
 *
 * @param word result of `exportDocument` with the format `docx` and the program `libreoffice`
 * @throws ExportError `libreoffice` if the program is not installed or produces no file
 */
export async function toPdf(
  word: Exported,
  { soffice, timeoutMs = 120_000, lang = 'vi' }: PdfOptions = {},
): Promise<Exported> {
  const folder = await mkdtemp(join(tmpdir(), 'kl01-pdf-'));
  try {
    const file = join(folder, 'document.docx');
    await writeFile(file, word.bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, file];
    await run(soffice ? [soffice] : PROGRAMS, args, timeoutMs, lang);
    // LibreOffice exits normally even if it cannot read the file.
    const bytes = await readFile(join(folder, 'document.pdf')).catch((cause: unknown) => {
      throw failed(lang, String(cause));
    });
    const fileName = word.fileName.replace(/\.docx$/, '.pdf');
    return { ...word, bytes: new Uint8Array(bytes), fileName, mediaType: 'application/pdf' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PROGRAMS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

const start = promisify(execFile);

/** Runs the first program that is installed. */
async function run(programs: readonly string[], args: string[], timeout: number, lang: Lang): Promise<void> {
  for (const program of programs) {
    try {
      await start(program, args, { timeout, killSignal: 'SIGKILL', windowsHide: true });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw failed(lang, error instanceof Error ? error.message : String(error));
    }
  }
  throw new ExportError('libreoffice', messagesIn(lang).errors.noLibreOffice);
}

const failed = (lang: Lang, reason: string) =>
  new ExportError('libreoffice', messagesIn(lang).errors.libreOfficeFailed(reason));
