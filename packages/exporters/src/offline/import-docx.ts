import type { Rulebook, Submission } from '@kl01/rules';
import type { Imported, ImportOptions } from './read-form-workbook.js';

/**
 * Imports papers of a nomination that a unit wrote in Word: a list of nominees, a letter with its list, their own
 * reports. Nominees of the same kind and name are completed, others added; the letterhead fills in what is not known yet
 * of the issuer. What has no place becomes a finding (`word/left`) with its words, what cannot be read another
 * (`word/<kind of value>`), and stays in the submission as written.
 *
 * @param bytes a .docx file, untrusted
 * @throws ExportError if the file is no .docx that can be read, or `base` names no nomination of the rulebook
 * @throws RangeError if `now` is not an instant
 */
export async function importDocx(
  rulebook: Rulebook,
  bytes: Uint8Array,
  options: ImportOptions & { readonly base: Submission },
): Promise<Imported> {
  const { importPapers } = await import('./import-papers.js');
  return importPapers(rulebook, bytes, options);
}
