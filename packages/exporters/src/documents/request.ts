import { inSentence, textIn } from '@kl01/rules';
import { words } from '../strings/document-words.js';
import type { FormSource } from './sources.js';

/**
 * What a nomination asks for, in the pack's own words where its title or its label says so: "đề nghị biểu dương, khen
 * thưởng cấp quận".
 */
export function requestOf({ form }: FormSource): string {
  const own = [form.view.title, textIn(form.label)].map((said) => inSentence(said ?? ''));
  return own.find((said) => said.startsWith(`${words.request} `)) ?? words.defaultRequest;
}
