import { strToU8 } from 'fflate';
import type { Rulebook, RulebookForm } from '@kl01/rules';
import { exportDocument, type ExportOptions } from '../export-document.js';
import { XML } from '../text/xml-declaration.js';
import { openPackage } from '../xml/open-package.js';
import { printTree, readTree } from '../xml/xml-tree.js';
import { ZipFile } from '../zip/zip-file.js';
import { namesOf } from './names-of.js';
import { tokened } from './tokened.js';
import { withControls } from './with-controls.js';

/** Which document a template begins as. */
export interface StartOptions extends Pick<ExportOptions, 'document' | 'layout' | 'layouts' | 'lang'> {
  /** unit group id, if the groups of the directive are asked differently or print by different layouts; default: the first */
  readonly group?: string;
}

/** One of our documents with content controls in place of answers. */
export async function start(
  rulebook: Rulebook,
  form: RulebookForm,
  { group, ...options }: StartOptions,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const names = namesOf(rulebook, form);
  const { rulebook: asking, submission, tokens } = tokened(rulebook, form, names, group);
  const { bytes, mediaType } = await exportDocument(asking, submission as never, { ...options, format: 'docx' });
  const file = openPackage(bytes, /./);
  const main = file.main() ?? '';
  const zip = new ZipFile();
  for (const name of file.names) {
    const part = file.part(name) ?? new Uint8Array();
    const own = name === main ? strToU8(XML + printTree(withControls(readTree(part), tokens, names))) : part;
    zip.add(name, own);
  }
  return { bytes: zip.bytes(), mediaType };
}
