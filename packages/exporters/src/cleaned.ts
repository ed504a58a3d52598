import type { Remark } from './documents/made.js';
import { printable } from './printable.js';

/** Plain data fit to print, and what to say where something could not be printed; `how`: see `printable`. */
export function cleaned<T>(given: T, how: { lines?: boolean } = {}): { value: T; remarks: Remark[] } {
  const { value, dropped } = printable(given, how);
  return { value, remarks: dropped > 0 ? [{ id: 'cleaned', say: (words) => words.cleaned(dropped) }] : [] };
}
