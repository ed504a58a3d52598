import { namedLetter } from '../strings/named-letters.js';

/** A token of pasted HTML. The attributes of a tag are parsed on demand: see `attributeOf`. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/**
 * Tokenizes pasted HTML as office programs write it. It never becomes part of the page nor reaches the browser's
 * parser, so no script runs, no image is fetched, and no content security policy has to be relaxed. Scripts, styles,
 * comments and Word's internal markup are skipped.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at) yield { kind: 'text', text: decoded(html.slice(at, open < 0 ? undefined : open)) };
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    const end = tagEnd(html, open);
    const tag = /^<(\/?)([a-z][^\s/>]*)([^]*)/i.exec(html.slice(open, end));
    at = end + 1;
    if (!tag) {
      // `<![if …]>` and `<?xml …>` are not tags; nor is a bare "a < b".
      if (!/^<[!?]/.test(html.slice(open, open + 2))) {
        yield { kind: 'text', text: '<' };
        at = open + 1;
      }
      continue;
    }
    const [, slash = '', name = '', attributes = ''] = tag;
    const token = { kind: slash ? 'close' : 'open', name: name.toLowerCase(), attributes } as const;
    if (token.kind === 'open' && UNREAD.test(token.name)) at = afterElement(html, token.name, at);
    else yield token;
  }
}

/** The value of an attribute; null if the tag does not have it. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = attributes.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  for (const [, key = '', double, single, bare] of found) {
    if (key.toLowerCase() === name) return decoded(double ?? single ?? bare ?? '');
  }
  return null;
}

const UNREAD = /^(?:script|style|title|xml|template|noscript|object|svg|math)$/;

function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s>]`, 'gi');
  close.lastIndex = from;
  return close.test(html) ? after(html, '>', close.lastIndex - 1) : html.length;
}

/** Position of a tag's end; a `>` inside quotes does not end it. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at += 1) {
    const letter = html[at]!;
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return at;
    else if ((letter === '"' || letter === "'") && html[at - 1] === '=') quote = letter;
  }
  return html.length;
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}))(;?)/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined, end: string) => {
      if (name !== undefined) return namedLetter(name, end !== '') ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
      if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
