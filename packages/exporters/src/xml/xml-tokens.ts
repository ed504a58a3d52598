import { UnreadableXml, unescaped } from './xml-text.js';

/** A token of an XML part. The attributes of a tag are parsed on demand: see `attributesOf`. */
export type XmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly tag: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

/** Tables in text boxes in tables reach sixty. */
const MAX_DEPTH = 400;

/**
 * Tokenizes XML in one pass, without building a tree: sheets have millions of elements. `name` is without prefix, since
 * programs choose their own, `tag` as written; an empty element is opened and closed. Comments and processing
 * instructions are skipped. There are no entities but the five of XML itself, since a document type is refused, as the
 * packaging conventions do (ECMA-376 part 2, 8.1.4).
 *
 * @throws UnreadableXml at the end of a truncated part at the latest
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const open: string[] = [];
  let hasRoot = false;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next < 0 ? undefined : next);
    if (text !== '' && open.length > 0) yield { kind: 'text', text: unescaped(text) };
    else if (/[^\s\ufeff]/.test(text)) throw damaged('text outside the root element', at);
    if (next < 0) break;
    if (xml.startsWith('<!--', next)) {
      at = after(xml, '-->', next + 4);
    } else if (xml.startsWith('<![CDATA[', next)) {
      at = after(xml, ']]>', next + 9);
      yield { kind: 'text', text: xml.slice(next + 9, at - 3) };
    } else if (xml.startsWith('<?', next)) {
      at = after(xml, '?>', next + 2);
    } else if (xml.startsWith('<!', next)) {
      throw damaged('a document type', next);
    } else if (xml.startsWith('</', next)) {
      at = after(xml, '>', next);
      const tag = xml.slice(next + 2, at - 1).trim();
      if (open.pop() !== tag) throw damaged('a closing tag of another element', next);
      yield { kind: 'close', name: localName(tag) };
    } else {
      at = tagEnd(xml, next);
      const isEmpty = xml[at - 2] === '/';
      const inside = xml.slice(next + 1, at - (isEmpty ? 2 : 1));
      const [tag = ''] = /^[^\s=/"'!?&]*/.exec(inside) ?? [];
      if (tag === '' || (open.length === 0 && hasRoot)) throw damaged('an unexpected tag', next);
      hasRoot = true;
      yield { kind: 'open', name: localName(tag), tag, attributes: inside.slice(tag.length) };
      if (isEmpty) yield { kind: 'close', name: localName(tag) };
      else if (open.push(tag) > MAX_DEPTH) throw new UnreadableXml('too-large', 'too many nested elements', next);
    }
  }
  if (!hasRoot || open.length > 0) throw damaged('the end comes too soon', at);
}

/**
 * The attributes of a tag, by name without prefix. Declarations of namespaces are left out.
 *
 * @throws UnreadableXml
 */
export function attributesOf(attributes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of writtenAttributes(attributes))
    if (!/^xmlns(?::|$)/.test(name)) found.set(localName(name), value);
  return found;
}

/**
 * The attributes of a tag, named as written.
 *
 * @throws UnreadableXml
 */
export function* writtenAttributes(attributes: string): Generator<[name: string, value: string]> {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return;
    const name = attributes.slice(at, equals).trim();
    let quote = equals + 1;
    while (/\s/.test(attributes.charAt(quote))) quote++;
    const sign = attributes.charAt(quote);
    if (sign !== '"' && sign !== "'") throw damaged('an attribute without quotes', at);
    at = after(attributes, sign, quote + 1);
    yield [name, unescaped(attributes.slice(quote + 1, at - 1))];
  }
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const damaged = (what: string, at: number) => new UnreadableXml('damaged', what, at);

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found < 0) throw damaged(`no ${end}`, from);
  return found + end.length;
}

/** The position behind a tag; attribute values may contain `>`. */
function tagEnd(xml: string, from: number): number {
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml.charCodeAt(at);
    if (sign === 0x3e) return at + 1;
    if (sign === 0x3c) break;
    if (sign === 0x22 || sign === 0x27) at = after(xml, sign === 0x22 ? '"' : "'", at + 1) - 1;
  }
  throw damaged('a tag that does not end', from);
}
