import { inSentence, textIn, type NominationView } from '@kl01/rules';
import type { Inline } from '../../model/document.js';
import { words } from '../../strings/document-words.js';

/**
 * What is asked for, as a phrase. If the phrase itself names the nominees, "khen thưởng các tập thể, cá nhân tiêu
 * biểu", their number replaces those words; otherwise they would be named twice.
 */
export interface Matter {
  readonly before: string;
  /** the nominees, by kind; if omitted, the phrase does not name them */
  readonly whom?: string;
  readonly after: string;
}

/**
 * @param phrase with `{nominees}` as a placeholder, or naming the nominees by kind
 * @param kinds kinds that have nominees, "tập thể, cá nhân"
 */
export function matterOf(phrase: string, view: NominationView, kinds: string): Matter {
  const [before = '', ...after] = phrase.split(PLACE);
  if (after.length > 0) return { before, whom: kinds, after: after.join(kinds) };
  const found = naming(view)?.exec(phrase);
  if (!found) return { before: phrase, after: '' };
  const [named] = found;
  const whom = named.startsWith(words.those) ? words.those + kinds : kinds;
  return { before: phrase.slice(0, found.index), whom, after: phrase.slice(found.index + named.length) };
}

/** The phrase, unchanged. */
export const matterText = ({ before, whom = '', after }: Matter): string => before + whom + after;

/** The phrase, naming the nominees once. */
export const matterFor = ({ before, whom, after }: Matter, named: Inline): Inline[] =>
  [before, ...(whom === undefined ? [words.for] : []), named, after].filter((part) => part !== '');

const PLACE = '{nominees}';

/**
 * "các tập thể, cá nhân", "15 tập thể và 25 cá nhân", "mô hình, tập thể hoặc cá nhân": at least two kinds, or one with
 * a quantifier.
 */
function naming({ kinds }: NominationView): RegExp | undefined {
  const labels = kinds.map(({ label }) => inSentence(textIn(label)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (labels.length === 0) return undefined;
  const kind = `(?:${labels.join('|')})`;
  const many = `(?:(?:${words.thoseOf.join('|')}|\\d+) )+`;
  const next = `(?:,? (?:${words.va.trim()}|${words.hoac}) |, )(?:${many})?${kind}`;
  return new RegExp(`(?<!\\p{L})(?:${many}${kind}(?:${next})*|${kind}(?:${next})+)(?!\\p{L})`, 'u');
}
