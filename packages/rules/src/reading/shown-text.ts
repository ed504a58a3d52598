import { shownWords } from './strings/shown-words.js';

/**
 * What a sign says by its look, put into plain text, where a look is lost: `120¹` is one hundred and twenty with note 1,
 * and without its look 1201. No number comes of such a text (`readNumber`), so that a cell of numbers asks about it.
 */

/** Raised: `³`, `⁽¹⁾`; in brackets what has digits and no such signs. Words stay as they are. */
export const raisedText = (text: string): string => moved(text, RAISED);

/** Lowered: `₂`. */
export const loweredText = (text: string): string => moved(text, LOWERED);

/** Struck out: neither part of the text any more, nor gone from it without a word. */
export const struckText = (text: string): string => {
  const said = text.trim();
  return said === '' ? text : text.replace(said, () => shownWords.struck(said));
};

function moved(text: string, signs: ReadonlyMap<string, string>): string {
  const said = text.trim();
  const letters = [...said];
  if (said === '' || !letters.some((letter) => signs.has(letter))) return text;
  const placed = letters.map((letter) => signs.get(letter));
  if (placed.every((sign) => sign !== undefined)) return text.replace(said, () => placed.join(''));
  return /\d/.test(said) && !/^\[.*\]$/s.test(said) ? text.replace(said, () => `[${said}]`) : text;
}

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const signs = [...to];
  return new Map([...from].map((letter, index) => [letter, signs[index]!]));
};

/** `o` as in 30°C and n°. */
const RAISED = pairs('0123456789+-−=()nio', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°');
const LOWERED = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');
