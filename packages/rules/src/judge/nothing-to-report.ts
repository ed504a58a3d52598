import { NOTHING_TO_REPORT } from './strings/nothing-to-report.js';
import { normalized } from '../reading/normalized.js';

/** Whether a section says that there is nothing to report, regardless of case, spacing and full stops. */
export function isNothingToReport(text: string): boolean {
  return plain(text) === plain(NOTHING_TO_REPORT);
}

function plain(text: string): string {
  const line = normalized(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[-+*\u2013\u2022 ]+/, '');
  // A loop, because an expression ending in `$` would be retried at each stop of a long run.
  let end = line.length;
  while (end > 0 && '.;,! '.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}
