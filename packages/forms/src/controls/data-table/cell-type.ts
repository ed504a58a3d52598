import { readNumber, type NumberDoubt } from '@kl01/rules';
import { plainText } from '../../base/plain-text.js';

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

/** How a stored value is read best: `1.234`, `97,5`. */
export function showCell(type: CellType, stored: unknown): string {
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
  return typeof read === 'string' ? read : null;
}
