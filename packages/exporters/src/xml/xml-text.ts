/** Thrown if a part is not well-formed, declares a document type, or exceeds the limits. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
  readonly reason: 'damaged' | 'too-large';
  constructor(reason: UnreadableXml['reason'], what: string, at: number) {
    super(`${what} at ${at}`);
    this.reason = reason;
  }
}

/** UTF-8 or UTF-16 by its first bytes, else what the declaration says. */
export function decodeXml(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const utf16 =
    first === 0xff || (first !== 0 && second === 0) ? 'utf-16le' : first === 0xfe || first === 0 ? 'utf-16be' : null;
  const told = utf16
    ? null
    : /^[^<]{0,3}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w-]{1,30})/.exec(latin(bytes))?.[1];
  try {
    return new TextDecoder(utf16 ?? (told && !/^utf-?16/i.test(told) ? told : 'utf-8')).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 200));

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text without escapes. An entity that XML does not have stays as it stands. */
export function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('\r')) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
      (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
      },
    );
}
