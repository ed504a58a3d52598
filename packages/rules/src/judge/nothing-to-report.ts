import { NOTHING_TO_REPORT } from './strings/nothing-to-report.js';
import { normalized } from '../reading/normalized.js';

/** True where a section says that there is nothing to tell, however its letters, blanks and stops are written. */
export function isNothingToReport(text: string): boolean {
  return plain(text) === plain(NOTHING_TO_REPORT);
}

function plain(text: string): string {
  const line = normalized(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[-+*\u2013\u2022 ]+/, '');
  // A loop: an expression that ends in `$` would start anew at each of a long row of stops, wherever it stands.
  let end = line.length;
  while (end > 0 && '.;,! '.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}
