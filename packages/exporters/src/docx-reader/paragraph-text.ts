import { loweredText, raisedText, struckText, symbolFont, symbolText, type WrittenApart } from '@kl01/rules/reading';
import type { RunLook } from './styles.js';

interface Piece {
  readonly text: string;
  readonly look: RunLook;
  readonly apart: WrittenApart['as'] | null;
}

/** The text of one paragraph, put together from its runs. */
export class ParagraphText {
  readonly #pieces: Piece[] = [];

  add(text: string, look: RunLook, apart: WrittenApart['as'] | null): void {
    const shown = look.font ? symbolText(text, look.font) : text;
    if (shown !== '') this.#pieces.push({ text: shown, look, apart: apart ?? (look.hidden ? 'hidden' : null) });
  }

  /** `w:sym`: a sign by its code in a font. */
  addSign(font: string, code: string, look: RunLook, apart: WrittenApart['as'] | null): void {
    const place = parseInt(code, 16);
    if (!(place > 0 && place <= 0xffff)) return;
    const known = symbolFont(font);
    const letter = String.fromCharCode(known && place < 0x100 ? 0xf000 + place : place);
    this.add(known ? symbolText(letter, known) : letter, { ...look, font: null }, apart);
  }

  /** number of pieces so far */
  get length(): number {
    return this.#pieces.length;
  }

  /** As seen, with the meaning of raised, lowered and struck-out text. */
  text(): string {
    return textOf(this.#seen());
  }

  apart(): WrittenApart[] {
    const found: WrittenApart[] = [];
    let held: Piece[] = [];
    const end = (): void => {
      const as = held[0]?.apart;
      const text = textOf(held).trim();
      if (as && text !== '') found.push({ as, text });
      held = [];
    };
    for (const piece of this.#pieces) {
      if (piece.apart !== held[0]?.apart) end();
      if (piece.apart) held.push(piece);
    }
    end();
    return found;
  }

  /** Whether all letters look so. */
  all(is: (look: RunLook) => boolean | undefined): boolean {
    const inked = this.#seen().filter(({ text }) => /\S/.test(text));
    return inked.length > 0 && inked.every(({ look }) => is(look));
  }

  #seen(): Piece[] {
    return this.#pieces.filter(({ apart }) => apart === null || apart === 'inserted');
  }
}

function textOf(pieces: readonly Piece[]): string {
  const texts: string[] = [];
  let held: string[] = [];
  let last: RunLook = {};
  const end = (): void => {
    const text = held.join('');
    const moved = last.moved === 'up' ? raisedText(text) : last.moved === 'down' ? loweredText(text) : text;
    if (text !== '') texts.push(last.struck ? struckText(moved) : moved);
    held = [];
  };
  for (const { text, look } of pieces) {
    if ((look.moved ?? null) !== (last.moved ?? null) || (look.struck ?? false) !== (last.struck ?? false)) end();
    last = look;
    held.push(text);
  }
  end();
  return texts.join('');
}
