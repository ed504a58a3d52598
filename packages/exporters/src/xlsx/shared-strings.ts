import { escapeMarkup } from '../escape-markup.js';
import { MAIN, XML } from './xml.js';

/**
 * `xl/sharedStrings.xml` (ECMA-376 part 1, 18.4): every text once, cells name it by its place. Texts within the cells
 * themselves would do as well, but viewers on telephones do not show them.
 */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;

  placeOf(text: string): number {
    this.#uses++;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
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
