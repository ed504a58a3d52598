import { readNumber, type NumberDoubt } from '@kl01/rules/reading';
import { plainText } from '../../pasting/plain-text.js';
import type { CopiedCell } from './clipboard-block.js';

export type CellType = 'count' | 'percent' | 'text' | 'tick';

/**
 * What is stored for what was typed into a cell. A number that nobody can be sure of is kept as typed: it stays in
 * sight, and the rulebook objects to it.
 */
export function readCell(type: CellType, typed: string): unknown {
  if (type === 'text') return plainText(typed.replace(/[\r\n\t]+/g, ' '));
  if (type === 'tick') return typed === 'x' ? true : null;
  const read = readNumber(type, typed);
  return typeof read === 'string' ? plainText(typed.trim()) : read;
}

/**
 * The same for what was copied elsewhere. The number behind a text counts where it fits the column, and the text where
 * the two say the same but for rounding. Where they do not, as with `1.234` of an English spreadsheet (1,234) in a
 * column of counts, the text is kept as it stood there, for the officer to settle.
 */
export function readCopied(type: CellType, { text, exact }: CopiedCell): unknown {
  if (exact === undefined || type === 'text' || type === 'tick') return readCell(type, text);
  const number = readNumber(type, exact);
  if (typeof number === 'number') return number;
  const shown = readNumber(type, text);
  return typeof shown === 'number' && Math.abs(shown - storedAs(type, exact)) <= 0.5 ? shown : plainText(text);
}

function storedAs(type: 'count' | 'percent', exact: string): number {
  return Number(exact.replace(',', '.').replace('%', '')) * (type === 'percent' ? 100 : 1);
}

/** How a stored value is read best: `1.234`, `97,5`. */
export function showCell(type: CellType, stored: unknown): string {
  // eslint-disable-next-line regexp/no-super-linear-move -- of a number, which has 21 digits at most
  if (type === 'count' && typeof stored === 'number') return String(stored).replace(/\B(?=(\d{3})+$)/g, '.');
  return editCell(type, stored);
}

/** The same to be typed into and copied out, where dots between thousands are in the way. */
export function editCell(type: CellType, stored: unknown): string {
  if (type === 'tick') return stored === true ? 'x' : '';
  if (type === 'percent' && typeof stored === 'number') return String(stored / 100).replace('.', ',');
  return typeof stored === 'string' || typeof stored === 'number' ? String(stored) : '';
}

/** What is unclear about a stored value, where something is. */
export function doubtOf(type: CellType, stored: unknown): NumberDoubt | null {
  if (typeof stored !== 'string' || type === 'text' || type === 'tick') return null;
  const read = readNumber(type, stored);
  if (typeof read === 'string') return read;
  // Had it been typed here, it would be a number.
  return read === null ? null : 'copied';
}
