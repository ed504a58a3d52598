import { pointer } from '@kl01/rules';
import type { Submission } from '@kl01/rules';

/** Members not written by officers: addresses, ids, and file names. */
const NOT_WRITTEN = new Set(['id', 'rulebook', 'form', 'period', 'unit', 'documents', 'answers']);

/** Every text of a submission that an officer wrote, with its path; a list of lines counts as one text. */
export function writtenTexts(submission: Submission): { path: string; text: string }[] {
  const found: { path: string; text: string }[] = [];
  const visit = (value: unknown, path: string): void => {
    const text = asText(value);
    if (text !== null) found.push({ path, text });
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (path !== '' || !NOT_WRITTEN.has(name)) visit(each, path + pointer(name));
      }
    }
  };
  visit(submission, '');
  return found;
}

/** The text, with a list of lines joined into one. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const lines = Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
  return lines ? value.join('\n') : null;
}
