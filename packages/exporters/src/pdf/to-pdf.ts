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
  /** the program; left out: looked for under its usual names */
  readonly soffice?: string;
  /** longest time for one file */
  readonly timeoutMs?: number;
  readonly lang?: Lang;
}

/**
 * Has LibreOffice turn a Word file of ours into PDF. For servers and the command line; a page prints the HTML instead.
 * Every call has a profile of its own, so several may run at once.
 *
 * @param word what `exportDocument` gave for the format `docx` and the program `libreoffice`
 * @throws ExportError `libreoffice` where the program is not installed or makes no file of it
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
    // A file that LibreOffice cannot read does not change its exit status.
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

/** Runs the first of the programs that is there. */
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
