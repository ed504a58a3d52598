import { inSentence, textIn } from '@kl01/rules';
import { words } from '../strings/document-words.js';
import type { FormSource } from './sources.js';

/** What a nomination asks for, in the form's own words where they say so: "đề nghị biểu dương, khen thưởng cấp quận". */
export function requestOf({ form }: FormSource): string {
  const label = inSentence(textIn(form.label));
  return label.startsWith(`${words.request} `) ? label : words.defaultRequest;
}
