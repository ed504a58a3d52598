import type { Remark } from './content.js';
import { printable } from '../../text/printable.js';

/** Printable plain data, with remarks on what had to be removed; `how`: see `printable`. */
export function cleaned<T>(given: T, how: { lines?: boolean } = {}): { value: T; remarks: Remark[] } {
  const { value, dropped, unseen } = printable(given, how);
  const remarks: Remark[] = dropped > 0 ? [{ id: 'cleaned', say: (words) => words.cleaned(dropped) }] : [];
  const [first] = unseen;
  if (first !== undefined) {
    const code = `U+${first.charCodeAt(0).toString(16).toUpperCase()}`;
    remarks.push({ id: 'private-signs', say: (words) => words['private-signs'](unseen.length, code) });
  }
  return { value, remarks };
}
