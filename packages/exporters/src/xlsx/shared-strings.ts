import { escapeMarkup } from '../text/escape-markup.js';
import { XML } from '../text/xml-declaration.js';
import { MAIN } from './xml.js';

/** More in a cell, and Excel calls the file damaged (its own specifications and limits). */
const MOST_LETTERS = 32_767;

/**
 * `xl/sharedStrings.xml` (ECMA-376 part 1, 18.4): every text once, cells name it by its place. Texts within the cells
 * themselves would do as well, but viewers on telephones do not show them.
 */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;
  #cut = 0;

  /** how many cells hold less than they were given */
  get cut(): number {
    return this.#cut;
  }

  placeOf(given: string): number {
    this.#uses++;
    const text = this.#fitting(given);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  #fitting(text: string): string {
    if (text.length <= MOST_LETTERS) return text;
    this.#cut++;
    return `${text.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }

  *xml(): Generator<string> {
    yield `${XML}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#places.size}">`;
    for (const text of this.#places.keys()) yield element(text);
    yield '</sst>';
  }
}

function element(text: string): string {
  if (PLAIN.test(text)) return `<si><t>${text}</t></si>`;
  // `_x0041_` within a text would be read as the letter A (ECMA-376 part 1, 22.9.2.19).
  const literal = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  // Said to be kept, or a reader drops spaces at the ends (XML 1.0, 2.10).
  return `<si><t xml:space="preserve">${escapeMarkup(literal)}</t></si>`;
}

/** One line without spaces at its ends and without a sign that means something to XML. */
const PLAIN = /^(?!\s)[^&<>"_\n\t]*(?<!\s)$/;
