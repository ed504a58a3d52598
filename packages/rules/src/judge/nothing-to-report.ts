import { NOTHING_TO_REPORT } from '../strings/nothing-to-report.js';

/** True where a section says that there is nothing to tell, however its letters, blanks and stops are written. */
export function isNothingToReport(text: string): boolean {
  return plain(text) === plain(NOTHING_TO_REPORT);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[-+*\u2013\u2022 ]+|[.;,! ]+$/g, '');
}
