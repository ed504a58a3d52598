import { normalized } from '../reading/normalized.js';

/** A Vietnamese syllable: its letters without the tone, and the tone, wherever it was placed. */
export interface Syllable {
  /** lower case, composed; ă â ê ô ơ ư đ remain distinct letters */
  readonly letters: string;
  /** the combining mark; empty if there is none */
  readonly tone: string;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Eth looks like the capital đ and is often typed instead. */
const ETH = /\u00f0/g;

/** The syllables of a name, split at spaces, dots, hyphens and anything else that is not a letter or digit. */
export function syllables(name: string): Syllable[] {
  return normalized(name, 'NFKD')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(ETH, '\u0111')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')
    .map(syllable);
}

/** Long lists repeat few syllables, so each is analysed once; the cache is bounded, because input may be arbitrary. */
const known = new Map<string, Syllable>();
const MOST_KNOWN = 10_000;

function syllable(part: string): Syllable {
  if (WITHOUT_MARKS.test(part)) return { letters: part, tone: '' };
  const found = known.get(part);
  if (found) return found;
  const made = { letters: normalized(part.replace(TONES, '')), tone: (part.match(TONES) ?? []).join('') };
  if (known.size === MOST_KNOWN) known.clear();
  known.set(part, made);
  return made;
}

const WITHOUT_MARKS = /^[a-z0-9]*$/;

/**
 * A key that is equal for all spellings of a name: ignores letter case, Unicode form, tone placement (old and new),
 * spaces, dots and hyphens. For comparison only; what was typed is kept and shown.
 */
export const nameKey = (name: string | readonly Syllable[]): string =>
  (typeof name === 'string' ? syllables(name) : name).map(({ letters, tone }) => letters + tone).join('');
