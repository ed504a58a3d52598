import { explain } from '../explain/explain.js';
import { explanationMarkdown } from '../explain/explain-markdown.js';
import { readPack, type Shell } from './files.js';

/** Explains a pack in Markdown. */
export async function explainFile(file: string, shell: Shell): Promise<string> {
  return explanationMarkdown(explain(await readPack(file, shell), shell));
}
