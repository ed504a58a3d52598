import { grouped, officialDate } from '@kl01/rules';
import { dateInFull } from '../documents/parts/dates.js';

/** A text with the names of what its tokens stand for at the odd places. */
export type Pieces = readonly string[];

/**
 * Texts that stand for answers while one of our documents is made, and are found in it again: a number in brackets that
 * nobody types; where only a day or a number is printed, one that nobody writes.
 */
export class Tokens {
  readonly #texts: string[] = [];
  readonly #days: string[] = [];
  readonly #counts: string[] = [];
  /** whole phrases, such as how many nominees there are */
  readonly #phrases: { readonly phrase: string; readonly name: string }[] = [];

  readonly #isKnown: (name: string) => boolean;

  /** @param isKnown what a template can name; nothing stands for anything else, as for an answer that is missing */
  constructor(isKnown: (name: string) => boolean) {
    this.#isKnown = isKnown;
  }

  text = (name: string): string => (this.#isKnown(name) ? `\u27e6${this.#texts.push(name) - 1}\u27e7` : '');

  /** A day of the year 9000 and after. */
  day = (name: string): string | null =>
    this.#isKnown(name) ? `${FIRST_YEAR + this.#days.push(name) - 1}-01-01` : null;

  count = (name: string): number | null => (this.#isKnown(name) ? FIRST_COUNT + this.#counts.push(name) - 1 : null);

  phrase(phrase: string, name: string): void {
    if (phrase !== '') this.#phrases.push({ phrase, name });
  }

  /** What is printed, cut at the tokens. */
  cut(text: string): Pieces {
    const phrases = this.#phrases.map(({ phrase }) => escaped(phrase));
    const pattern = new RegExp([IN_FULL, SHORT, COUNT, TEXT, ...phrases.map((each) => `(?:${each})`)].join('|'), 'gu');
    const pieces: string[] = [];
    let at = 0;
    for (const found of text.matchAll(pattern)) {
      const [whole, inFull, short, count, number] = found;
      const before = text.slice(at, found.index);
      at = found.index + whole.length;
      if (inFull !== undefined) {
        const name = this.#days[Number(inFull)] ?? '';
        const [day = '', month = '', year = '', end = ''] = whole.split(/01|9\d{3}/);
        pieces.push(before + day, `${name}/day`, month, `${name}/month`, year, `${name}/year`, end);
        // The text after a token goes on with what follows.
        at -= end.length;
        pieces.pop();
        continue;
      }
      const name =
        short !== undefined
          ? this.#days[Number(short)]
          : count !== undefined
            ? this.#counts[Number(count)]
            : number !== undefined
              ? this.#texts[Number(number)]
              : this.#phrases.find(({ phrase }) => phrase === whole)?.name;
      pieces.push(before, name ?? '');
    }
    return [...pieces, text.slice(at)];
  }
}

const FIRST_YEAR = 9000;
const FIRST_COUNT = 9_000_000;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The first day as it is printed, with the number of the token in place of its last digits. */
const FIRST_DAY = `${FIRST_YEAR}-01-01`;
const numbered = (printed: string, digits: string) =>
  escaped(printed).replace(digits, `${digits.slice(0, -3)}(\\d{3})`);
const IN_FULL = numbered(dateInFull(FIRST_DAY).join(''), '9000');
const SHORT = numbered(officialDate(FIRST_DAY), '9000');
const COUNT = `9(?:${escaped(grouped(1000)[1] ?? '')})?000(?:${escaped(grouped(1000)[1] ?? '')})?(\\d{3})`;
/** The abbreviation that a layout puts before the symbol of an office belongs to the symbol as offices type it. */
const TEXT = '(?:(?<=\\u27e7[-/])\\p{Lu}\\p{L}{0,7}[-/])?\\u27e6(\\d+)\\u27e7';
