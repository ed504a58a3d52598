import { templateWords } from '../strings/template-words.js';
import { spelling } from './names.js';

/** What a content control or a place between braces asks for. */
export interface Command {
  /** `print`: an answer, or each item of what is only a list */
  readonly does: 'print' | 'each' | 'if' | 'unless' | 'end';
  /** as written */
  readonly name: string;
}

const SIGNS = { '#': 'each', '?': 'if', '!': 'unless' } as const;

/**
 * Reads `issuer/name`, `#nominees`, `?issuer/superior`, `!nominees`, or the same in words; in text also `/` or `/name`,
 * which ends what was begun.
 *
 * @param begun names of what was begun and not ended: elsewhere a name may start with a slash
 */
export function readCommand(text: string, begun: readonly string[] = []): Command {
  const written = text.replace(/\u00a0/g, ' ').trim();
  const sign = SIGNS[written[0] as keyof typeof SIGNS];
  if (sign && written.length > 1) return { does: sign, name: written.slice(1).trim() };
  if (written === '/' || (written.startsWith('/') && begun.includes(written.slice(1).trim())))
    return { does: 'end', name: written.slice(1).trim() };
  const words = spelling(written);
  for (const [does, phrases] of WORDS) {
    const phrase = phrases.find((each) => words === each || words.startsWith(`${each} `));
    // Letters may be composed or not, so the rest is counted in words.
    if (phrase) return { does, name: written.split(/\s+/).slice(phrase.split(' ').length).join(' ') };
  }
  return { does: 'print', name: written };
}

const WORDS = [
  ['unless', templateWords.unless],
  ['if', templateWords.if],
  ['each', templateWords.each],
  ['end', templateWords.end],
] as const;
