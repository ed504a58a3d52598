import { type Finding, type Submission } from '@kl01/rules';
import { privateSigns } from '@kl01/rules/reading';
import type { Strings } from '../strings/strings.js';
import { writtenTexts } from './written-texts.js';

/** Number of characters quoted on either side of the sign. */
const AROUND = 12;

/** A warning at each text with private-use characters: other fonts show a gap, which would go unnoticed in print. */
export function privateSignFindings(submission: Submission, strings: Strings): Finding[] {
  return writtenTexts(submission).flatMap(({ path, text }): Finding[] => {
    const count = privateSigns(text).length;
    if (count === 0) return [];
    const message = strings.privateSigns(quoted(text), count);
    return [{ rule: 'private-signs', severity: 'warning', path, message, params: {} }];
  });
}

/** The text around the first such character, shown as a box. */
function quoted(text: string): string {
  const at = text.search(/[\ue000-\uf8ff]/);
  const [from, to] = [Math.max(0, at - AROUND), at + 1 + AROUND];
  const part = text
    .slice(from, to)
    .replace(/[\ue000-\uf8ff]/g, '□')
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${part}${to < text.length ? '…' : ''}`;
}
