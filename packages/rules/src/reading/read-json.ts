/** Why a text or value is refused before judging. */
export type UnreadableReason = 'not-json' | 'too-large' | 'too-deep' | 'number' | 'surrogate' | 'not-data';

/** Thrown for a text that may not be judged; the message says why, and what to do. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Maximum size of a text, in bytes of UTF-8. */
export const MAX_BYTES = 5_000_000;
/** Maximum nesting of lists and objects. */
export const MAX_DEPTH = 32;
/**
 * Maximum number of lists, objects, texts, numbers, true, false and null together: a thousand nominees with a hundred
 * values each. Validators report a finding for every wrong value, and some take a second for a few thousand.
 */
export const MAX_VALUES = 100_000;
/** Maximum size in bytes of a text whose reader wraps the submission in `within` objects. */
export const mostBytes = (within = 0): number => MAX_BYTES + within * 10_000;

const messages: Record<UnreadableReason, string> = {
  'not-json': 'The text is not JSON; send one JSON value encoded as UTF-8.',
  'too-large': `The text has more than ${MAX_BYTES} bytes or ${MAX_VALUES} values; send files apart from the submission.`,
  'too-deep': `Lists and objects are nested more than ${MAX_DEPTH} deep.`,
  number: 'A number is not finite or lies beyond ±(2^53 − 1).',
  surrogate: 'A text holds half of a surrogate pair; encode the text as UTF-8.',
  'not-data': 'The value holds something that is not JSON data.',
};

/**
 * Parses untrusted JSON. The last of duplicate keys wins; −0 becomes 0.
 *
 * @param json   JSON, at most 5 MB of UTF-8, nested at most 32 deep; pass bytes if available, because decoding silently
 * repairs invalid UTF-8
 * @param within objects that the reader wraps around the submission, such as a line for `kl01 judge`; allowed on top of
 * the limits
 * @throws UnreadableError for everything that docs/rulebook.md refuses before judging
 */
export function readJson(json: string | Uint8Array, { within = 0 }: { within?: number } = {}): unknown {
  const most = mostBytes(within);
  if (json.length > most) throw unreadable('too-large');
  const text = typeof json === 'string' ? json : decode(json);
  if (typeof json === 'string' && utf8Length(json) > most) throw unreadable('too-large');
  if (nesting(text) > MAX_DEPTH + within) throw unreadable('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable('not-json');
  }
  const reason = refusal(value, within);
  if (reason) throw unreadable(reason);
  return value;
}

/**
 * Why a value in memory may not be judged, or null if it may. Safe for cyclic values and throwing getters.
 *
 * @param within as in `readJson`
 */
export function refusal(value: unknown, within = 0): UnreadableReason | null {
  const maxDepth = MAX_DEPTH + within;
  const maxValues = MAX_VALUES * (1 + within);
  let bytes = 0;
  let values = 0;
  const visit = (part: unknown, depth: number): UnreadableReason | null => {
    // Every occurrence counts: a value shared many times, or a sparse list, is small only in memory.
    if (++values > maxValues) return 'too-large';
    if (typeof part === 'string') {
      bytes += part.length;
      return !isWellFormed(part) ? 'surrogate' : bytes > MAX_BYTES ? 'too-large' : null;
    }
    if (typeof part === 'number') {
      return Number.isFinite(part) && Math.abs(part) <= Number.MAX_SAFE_INTEGER ? null : 'number';
    }
    if (part === null || typeof part === 'boolean' || part === undefined) return null;
    if (typeof part !== 'object') return 'not-data';
    if (depth >= maxDepth) return 'too-deep';
    if (Array.isArray(part)) {
      for (const item of part as unknown[]) {
        const reason = visit(item, depth + 1);
        if (reason) return reason;
      }
      return null;
    }
    for (const key of Object.keys(part)) {
      bytes += key.length;
      if (!isWellFormed(key)) return 'surrogate';
      const reason = visit((part as Record<string, unknown>)[key], depth + 1);
      if (reason) return reason;
    }
    return null;
  };
  try {
    return visit(value, 0);
  } catch {
    return 'not-data';
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The built-in test if available: Chromium from 111, Node from 20. */
export const isWellFormed: (text: string) => boolean =
  'isWellFormed' in String.prototype
    ? (text) => (text as string & { isWellFormed: () => boolean }).isWellFormed()
    : (text) => !LONE_SURROGATE.test(text);

const unreadable = (reason: UnreadableReason) => new UnreadableError(reason, messages[reason]);

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable('not-json');
  }
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** Deepest nesting of brackets outside strings, computed before a parser has to recurse. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      while (++at < text.length && text.charCodeAt(at) !== 0x22) if (text.charCodeAt(at) === 0x5c) at++;
    } else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}
