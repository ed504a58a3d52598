import { normalized } from './normalized.js';
import { knownSigns } from './symbol-text.js';

/**
 * Characters that nobody sees, which arrive by pasting: zero-width ones, marks of direction, fillers, variants of the
 * sign before, places of pictures, control characters, halves of characters. In a name or a number they are a
 * difference that nobody can find.
 *
 * Not among them is the soft hyphen: in TCVN3 it is the letter ư.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\p{Surrogate}\u{e0000}-\u{e0fff}]/gu;
/** Blanks of any width, all as wide as a blank to whoever looks for a word. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Line ends of other programs; Word writes `\v` within a paragraph, `\f` at the end of a page. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * A text as it is stored: composed (Unicode NFC; some keyboards and file systems decompose letters), with characters of
 * symbol fonts where they are known, ordinary blanks, `\n` as line end, and without characters that nobody sees.
 */
export const seenText = (text: string): string =>
  normalized(knownSigns(text).replace(LINE_ENDS, '\n').replace(BLANKS, ' ').replace(UNSEEN, ''));

/** The same in one line, for values that are read: without soft hyphens too, digits and signs of East Asian width as usual. */
export const seenLine = (text: string): string =>
  seenText(text)
    .replace(/\u00ad/g, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim();
