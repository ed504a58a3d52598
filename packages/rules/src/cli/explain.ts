import { explain } from '../explain/explain.js';
import { explanationMarkdown } from '../explain/explain-markdown.js';
import { readPack, type Shell } from './files.js';

/** A pack told back as Markdown. */
export async function explainFile(file: string, shell: Shell): Promise<string> {
  return explanationMarkdown(explain(await readPack(file, shell), shell));
}
