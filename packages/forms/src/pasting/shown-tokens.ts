import { loweredText, raisedText, struckText, symbolText } from '@kl01/rules/reading';
import { classStyles } from './class-styles.js';
import type { HtmlToken } from './html-tokens.js';
import { OpenLooks } from './open-looks.js';
import { BLOCKS, NOTE, standingTokens } from './standing-tokens.js';

/**
 * Pasted HTML as it looked, with the meaning of its formatting turned into characters. Superscript and subscript become
 * `³` and `₂`, struck-out text is marked in words, and letters of symbol fonts become the symbols. Without its
 * formatting, 120 with note 1 would be 1201, and Word's ≥ would be `³`.
 */
export function* shownTokens(html: string): Generator<HtmlToken> {
  const looks = new OpenLooks(classStyles(html));
  /** pending text of the same formatting, possibly from several elements */
  const held: Held = { look: 'false null', text: '' };
  let inNote = false;
  const ended = (): HtmlToken[] => {
    const text = shown(held);
    held.text = '';
    return text === '' ? [] : [{ kind: 'text', text }];
  };
  for (const token of standingTokens(html)) {
    if (token.kind === 'text') {
      const text = looks.font === null ? token.text : symbolText(token.text, looks.font);
      // A footnote mark is already in brackets.
      const look: Look = `${looks.struck} ${inNote ? null : looks.moved}`;
      if (held.look !== look) yield* ended();
      held.look = look;
      held.text += text;
      continue;
    }
    const { kind, name, attributes } = token;
    if (name === 'a') inNote = kind === 'open' && NOTE.test(attributes);
    if (name === 'br' || name === 'td' || name === 'th' || BLOCKS.test(name)) yield* ended();
    if (kind === 'open') looks.open(name, attributes);
    else looks.close(name);
    yield token;
  }
  yield* ended();
}

type Look = `${boolean} ${'up' | 'down' | null}`;

interface Held {
  look: Look;
  text: string;
}

function shown({ look, text }: Readonly<Held>): string {
  const moved = look.endsWith('up') ? raisedText(text) : look.endsWith('down') ? loweredText(text) : text;
  return look.startsWith('true') ? struckText(moved) : moved;
}

/** Whether formatting conveys something that the plain text lacks, so that the HTML has to be read. */
export const saysByLook = (html: string): boolean => html.length <= MOST_HTML && TELLING.test(html);

export const MOST_HTML = 4_000_000;
const TELLING =
  /<(?:su[bp]|s|strike|del)[\s>]|vertical-align\s{0,9}:\s{0,9}su|line-through|symbol|wingdings|webdings|mso-hide|mso-element|mso-comment|display\s{0,9}:\s{0,9}none/i;
