import { valueAt, type Finding, type Submission } from '@kl01/rules';
import { fromLegacy, legacyEncoding, type LegacyEncoding } from '@kl01/rules/reading';
import type { Strings } from '../strings/strings.js';
import { currentPointer, stableAddress } from './pointer.js';
import { asText, writtenTexts } from './written-texts.js';

/** Findings about text in an old encoding, and about text converted from one that may be reverted. */
export const LEGACY_TEXT = 'legacy-text';
export const LEGACY_TEXT_READ = 'legacy-text/read';

/**
 * Texts of a submission that were typed in an old font (TCVN3, VNI), as copied from old files. They are reported at
 * once, stored unchanged, and converted on demand; a conversion can be reverted.
 */
export class LegacyTexts {
  /** by text, so that only changed texts are checked again */
  #known = new Map<string, LegacyEncoding | null>();
  /** conversions, by stable address */
  readonly #read = new Map<string, { encoding: LegacyEncoding; before: unknown; after: unknown }>();

  findings(submission: Submission, strings: Strings): Finding[] {
    const seen = new Map<string, LegacyEncoding | null>();
    const found: Finding[] = [];
    for (const { path, text } of writtenTexts(submission)) {
      const encoding = this.#known.get(text) ?? (this.#known.has(text) ? null : legacyEncoding(text));
      seen.set(text, encoding);
      if (encoding) found.push(finding(LEGACY_TEXT, 'warning', path, strings.legacyText.found(encoding)));
    }
    this.#known = seen;
    for (const [address, { encoding, after }] of this.#read) {
      const path = currentPointer(submission, address);
      if (path !== null && valueAt(submission, path) === after) {
        found.push(finding(LEGACY_TEXT_READ, 'advice', path, strings.legacyText.read(encoding)));
      }
    }
    return found;
  }

  /** The text at a path, converted to Unicode. */
  read(submission: Submission, path: string): unknown {
    const before = valueAt(submission, path);
    const encoding = legacyEncoding(asText(before) ?? '');
    if (encoding === null) return before;
    const after = Array.isArray(before)
      ? before.map((each: string) => fromLegacy(each, encoding))
      : fromLegacy(before as string, encoding);
    this.#read.set(stableAddress(submission, path), { encoding, before, after });
    return after;
  }

  /** The text at a path as it was before the conversion. */
  unread(submission: Submission, path: string): unknown {
    const read = this.#read.get(stableAddress(submission, path));
    return read ? read.before : valueAt(submission, path);
  }
}

function finding(rule: string, severity: 'warning' | 'advice', path: string, message: string): Finding {
  return { rule, severity, path, message, params: {} };
}
