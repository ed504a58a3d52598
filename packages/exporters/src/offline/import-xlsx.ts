import type { Rulebook } from '@kl01/rules';
import type { Imported, ImportOptions } from './read-form-workbook.js';

/**
 * Imports a filled-in workbook that `exportDocument` made as `bieu-mau`. Each unreadable cell becomes a finding
 * (`cell/<kind of value>`) with its address, and the typed value stays in the submission.
 *
 * @param bytes an xlsx file, untrusted
 * @throws ExportError if the file is not an xlsx file, belongs to another rulebook, or lacks the hidden sheet
 * @throws RangeError if `now` is not an instant
 */
export async function importXlsx(rulebook: Rulebook, bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  // Loaded on demand: pages that read no workbook need neither the reader nor a judge.
  return (await import('./read-form-workbook.js')).readFormWorkbook(rulebook, bytes, options);
}
