import { purposeIn, textIn, type RulebookNomination } from '@kl01/rules';
import { words } from '../../strings/document-words.js';
import { matterOf, type Matter } from './matter.js';
import type { FormFacts } from './facts.js';

/**
 * What a nomination is for, in the wording of the pack's title or label if one states it: "đề nghị biểu dương, khen
 * thưởng cấp quận", "giới thiệu học sinh dự thi cấp tỉnh".
 *
 * @param kinds kinds of the nominees, "tập thể, cá nhân"
 */
export function requestOf({ form }: FormFacts<RulebookNomination>, kinds: string): Matter {
  const { title = '', award, nomination } = form.view;
  const label = purposeIn(textIn(form.label));
  // With an award, a label such as "Giới thiệu điển hình tiên tiến" names who is found, not what is asked for.
  const states = label !== undefined && (!award || label.startsWith(`${words.request} `));
  const usual = award ? words.defaultRequest.award : words.defaultRequest.other;
  return matterOf(purposeIn(title) ?? (states ? label : usual), nomination, kinds);
}
