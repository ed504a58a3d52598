import type { Reading } from './reading.js';
import { NO, YES } from './strings/said-words.js';
import { seenLine } from './unseen-signs.js';

/**
 * Parses yes and no as offices write them: `x`, `v`, `√`, `☑`, `có`; `-`, `0`, `không`.
 *
 * @returns null for blanks; a doubt for anything else
 */
export function readYesNo(typed: string): Reading<boolean, 'yes-no'> {
  const said = seenLine(typed)
    .toLocaleLowerCase('vi')
    .replace(/^[([] ?(\S+) ?[)\]]$/, '$1')
    .replace(/[.,;!]$/, '');
  if (/^(?:[([] ?[)\]])?$/.test(said)) return { value: null };
  if (YES.has(said)) return { value: true };
  return NO.has(said) ? { value: false } : { doubt: 'yes-no', readings: [] };
}
