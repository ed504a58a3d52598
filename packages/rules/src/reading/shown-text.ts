import { shownWords } from './strings/shown-words.js';

/**
 * Converts formatting that carries meaning to plain text: `120¹` is one hundred and twenty with note 1, but 1201
 * without formatting. `readNumber` does not accept such a text, so a cell of numbers asks about it.
 */

/** Superscript: `³`, `⁽¹⁾`; text with digits but without such characters is put in brackets. Words are unchanged. */
export const raisedText = (text: string): string => moved(text, RAISED);

/** Subscript: `₂`. */
export const loweredText = (text: string): string => moved(text, LOWERED);

/** Struck-out text: no longer part of the text, but not dropped silently. */
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
