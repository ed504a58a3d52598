import { escapeMarkup } from '../text/escape-markup.js';
import { XML } from '../text/xml-declaration.js';
import { MAIN } from './xml.js';

/** With more in a cell, Excel reports the file as damaged (its specifications and limits). */
const MOST_LETTERS = 32_767;

/**
 * `xl/sharedStrings.xml` (ECMA-376 part 1, 18.4): every text once, referenced by index. Inline texts would be valid
 * too, but viewers on phones do not show them.
 */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;
  #cut = 0;

  /** number of cells with truncated text */
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
  // A literal `_x0041_` would be read as the letter A (ECMA-376 part 1, 22.9.2.19).
  const literal = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  // Without this attribute, readers drop leading and trailing spaces (XML 1.0, 2.10).
  return `<si><t xml:space="preserve">${escapeMarkup(literal)}</t></si>`;
}

/** One line without spaces at its ends or XML special characters. */
const PLAIN = /^(?!\s)[^&<>"_\n\t]*(?<!\s)$/;
