import type { Rulebook } from '@kl01/rules';
import type { Exported } from './export-document.js';
import type { StartOptions } from './template/start.js';
import { formOf } from './template-check.js';

/**
 * Makes one of our documents with a content control in place of every answer, for an office to change into its own
 * instead of beginning with nothing. `fillTemplate` fills it in.
 *
 * @throws ExportError if the form, document or layout is unknown
 */
export async function startTemplate(rulebook: Rulebook, formId: string, options: StartOptions): Promise<Exported> {
  const form = formOf(rulebook, formId, options.lang ?? 'vi');
  const { start } = await import('./template/start.js');
  return { ...(await start(rulebook, form, options)), fileName: `mau-${options.document}.docx`, notices: [] };
}
