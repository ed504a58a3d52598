import { inSentence, textIn, type RulebookNomination } from '@kl01/rules';
import { words } from '../../strings/document-words.js';
import { matterOf, type Matter } from './matter.js';
import type { FormFacts } from './facts.js';

/**
 * What a nomination requests, in the wording of the pack's title or label if one states it: "đề nghị biểu dương, khen
 * thưởng cấp quận".
 *
 * @param kinds kinds of the nominees, "tập thể, cá nhân"
 */
export function requestOf({ form }: FormFacts<RulebookNomination>, kinds: string): Matter {
  const own = [form.view.title, textIn(form.label)].map((said) => inSentence(said ?? ''));
  const phrase = own.find((said) => said.startsWith(`${words.request} `)) ?? words.defaultRequest;
  return matterOf(phrase, form.view.nomination, kinds);
}
