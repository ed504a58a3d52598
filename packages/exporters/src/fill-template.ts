import type { Lang, Rulebook } from '@kl01/rules';
import type { SubmissionFacts } from './documents/parts/facts.js';
import { noticesOf, unitName, type Exported } from './export-document.js';
import { ExportError } from './export-error.js';
import { readFacts, type ExportInput } from './read-facts.js';
import { messagesIn } from './strings/messages-in.js';
import { fileStem } from './text/file-stem.js';
import { writers } from './writers.js';

/** How a template is filled in. */
export interface FillOptions {
  /** nominee id: limits lists of nominees to this one */
  readonly nominee?: string;
  /** what the file is called, before the name of the unit; default: id of the form */
  readonly name?: string;
  /** language of notices and errors; the document is the template's */
  readonly lang?: Lang;
}

/**
 * Fills in an office's own Word file: its content controls by their tag, its `{…}` by what stands between the braces.
 * Whatever cannot be understood stays as it is, and is told. Nothing in a template is run; one that would make Word run,
 * fetch or embed something is refused.
 *
 * @param template bytes of a .docx
 * @param input one submission, bare or with its time of arrival. Any text is safe: it prints as text
 * @throws ExportError with the code `template` if the file is no Word file or not safe; as `exportDocument` if the input
 *   cannot be used
 */
export async function fillTemplate(
  rulebook: Rulebook,
  template: Uint8Array,
  input: ExportInput,
  { nominee, name, lang = 'vi' }: FillOptions = {},
): Promise<Exported> {
  const { nomination, report, plan } = readFacts(rulebook, input, { nominee, lang });
  const facts: SubmissionFacts | undefined = nomination ?? report ?? plan;
  if (!facts) throw new ExportError('submission', messagesIn(lang).errors.submission);
  // Loaded on demand, like writers.
  const { fill, readTemplate } = await import('./template/fill.js');
  const { bytes, remarks } = fill(readTemplate(template, rulebook, facts.form, lang), facts);
  return {
    bytes,
    fileName: `${fileStem(name ?? facts.form.id, unitName(facts))}.docx`,
    mediaType: writers.docx.mediaType,
    notices: noticesOf(remarks, lang),
  };
}
