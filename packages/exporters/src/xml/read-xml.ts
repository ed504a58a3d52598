import { XmlElement } from './xml-element.js';

/** Thrown if a part is not well-formed, declares a document type, or exceeds the limits. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
  readonly reason: 'damaged' | 'too-large';
  constructor(reason: UnreadableXml['reason'], what: string, at: number) {
    super(`${what} at ${at}`);
    this.reason = reason;
  }
}

/** A text of 500 pages has a tenth. */
const MAX_ELEMENTS = 3_000_000;
/** Tables in text boxes in tables reach sixty. */
const MAX_DEPTH = 400;

/**
 * Parses a part of an office file into a tree, in one pass. Comments and processing instructions are skipped. There are
 * no entities but the five of XML itself, since a document type is refused, as the packaging conventions do (ECMA-376
 * part 2, 8.1.4).
 *
 * @param prefixes the caller's prefix for each namespace that it reads; names of other namespaces get the prefix `?`
 * @throws UnreadableXml
 */
export function readXml(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>): XmlElement {
  return new Parser(decoded(bytes), prefixes).document();
}

/** UTF-8 or UTF-16 by its first bytes, else what the declaration says. */
function decoded(bytes: Uint8Array): string {
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

/** Namespaces declared by an element, by prefix; '' is the default. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly above: Scope | null;
}

const NAME = /[^\s=/<>"'!?&]+/y;
const ATTRIBUTE = /\s+([^\s=/<>"'!?&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const CLOSE = /<\/([^\s=/<>"'!?&]+)\s*>/y;

class Parser {
  readonly #text: string;
  readonly #prefixes: ReadonlyMap<string, string>;
  #at = 0;
  #elements = 0;

  constructor(text: string, prefixes: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#prefixes = prefixes;
  }

  document(): XmlElement {
    const root = new XmlElement('', null);
    const open: { element: XmlElement; raw: string; scope: Scope | null }[] = [{ element: root, raw: '', scope: null }];
    for (;;) {
      const { element, raw, scope } = open[open.length - 1]!;
      const tag = this.#text.indexOf('<', this.#at);
      const text = this.#text.slice(this.#at, tag < 0 ? undefined : tag);
      if (text !== '' && open.length > 1) this.#add(element, unescaped(text));
      if (tag < 0) break;
      this.#at = tag;
      const next = this.#text[tag + 1];
      if (next === '/') {
        if (this.#match(CLOSE, 'a tag that does not end')[1] !== raw) this.#fail('a closing tag of another element');
        open.pop();
      } else if (next === '!') {
        this.#declaration(element);
      } else if (next === '?') {
        this.#skip('?>');
      } else {
        if (open.length > MAX_DEPTH) throw new UnreadableXml('too-large', 'too many nested elements', tag);
        if (++this.#elements > MAX_ELEMENTS) throw new UnreadableXml('too-large', 'too many elements', tag);
        const opened = this.#open(scope);
        element.children.push(opened.element);
        if (!opened.isEmpty) open.push(opened);
      }
    }
    const [first] = root.elements();
    if (open.length > 1 || first === undefined) this.#fail('the end comes too soon');
    return first!;
  }

  #open(above: Scope | null): { element: XmlElement; raw: string; scope: Scope | null; isEmpty: boolean } {
    this.#at += 1;
    const raw = this.#match(NAME, 'a tag without a name')[0];
    const given: [name: string, value: string][] = [];
    let declared: Map<string, string> | null = null;
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const found = ATTRIBUTE.exec(this.#text);
      if (!found) break;
      this.#at = ATTRIBUTE.lastIndex;
      const [, name = '', double, single] = found;
      const value = unescaped(double ?? single ?? '');
      if (name === 'xmlns' || name.startsWith('xmlns:')) (declared ??= new Map()).set(name.slice(6), value);
      else given.push([name, value]);
    }
    const isEmpty = this.#match(TAG_END, 'a tag that does not end')[1] === '/';
    const scope = declared ? { own: declared, above } : above;
    const attributes =
      given.length === 0
        ? null
        : new Map(given.map(([name, value]) => [name.includes(':') ? this.#named(name, scope) : name, value]));
    return { element: new XmlElement(this.#named(raw, scope), attributes), raw, scope, isEmpty };
  }

  #named(raw: string, scope: Scope | null): string {
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    if (prefix === 'xml') return raw;
    let namespace: string | undefined;
    for (let at = scope; at && namespace === undefined; at = at.above) namespace = at.own.get(prefix);
    const known = namespace === undefined ? undefined : this.#prefixes.get(namespace);
    return `${known ?? '?'}:${local}`;
  }

  /** A comment, or text that needs no escapes. */
  #declaration(element: XmlElement): void {
    const start = this.#at;
    if (this.#text.startsWith('<!--', start)) return this.#skip('-->');
    if (!this.#text.startsWith('<![CDATA[', start)) this.#fail('a document type');
    this.#skip(']]>');
    this.#add(element, this.#text.slice(start + 9, this.#at - 3));
  }

  #add({ children }: XmlElement, text: string): void {
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + text;
    else children.push(text);
  }

  #skip(sign: string): void {
    const end = this.#text.indexOf(sign, this.#at);
    if (end < 0) this.#fail(`no ${sign}`);
    this.#at = end + sign.length;
  }

  #match(pattern: RegExp, what: string): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return this.#fail(what);
    this.#at = pattern.lastIndex;
    return found;
  }

  #fail(what: string): never {
    throw new UnreadableXml('damaged', what, this.#at);
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** An entity that XML does not have stays as it stands. */
function unescaped(text: string): string {
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
