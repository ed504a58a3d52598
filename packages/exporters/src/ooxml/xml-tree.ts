/** A part of an Office file as a tree that prints back as it was read, but for comments and processing instructions. */
export interface XmlElement {
  /** name with the usual prefix of its namespace, whatever prefix the file uses: `w:p` */
  readonly tag: string;
  /** name as written */
  readonly name: string;
  /** attributes as written, with the space before them */
  readonly attributes: string;
  readonly children: readonly XmlNode[];
}

/** An element, or text as written: escaped. */
export type XmlNode = XmlElement | string;

/** Thrown for text that is not XML, or deeper or with more elements than any document has. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

const MAX_DEPTH = 250;
const MAX_ELEMENTS = 3_000_000;

/** Namespaces whose elements are recognized, in both editions of ECMA-376, with their usual prefixes. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

interface Open {
  readonly name: string;
  readonly tag: string;
  readonly attributes: string;
  readonly children: XmlNode[];
  readonly spaces: Readonly<Record<string, string>>;
}

/**
 * Reads XML in one pass. A document type is refused, so there are no entities to expand.
 *
 * @throws UnreadableXml
 */
export function parseXml(xml: string): XmlElement {
  const root: Open = { name: '', tag: '', attributes: '', children: [], spaces: {} };
  const stack: Open[] = [root];
  let at = 0;
  let elements = 0;
  for (;;) {
    const open = stack[stack.length - 1] ?? root;
    const next = xml.indexOf('<', at);
    const text = next < 0 ? xml.slice(at) : xml.slice(at, next);
    if (text !== '' && open !== root) open.children.push(text);
    if (next < 0) break;
    if (xml.startsWith('<!--', next)) {
      at = after(xml, '-->', next);
    } else if (xml.startsWith('<![CDATA[', next)) {
      at = after(xml, ']]>', next);
      const literal = xml.slice(next + 9, at - 3).replace(/&/g, '&amp;');
      if (open !== root) open.children.push(literal.replace(/</g, '&lt;').replace(/>/g, '&gt;'));
    } else if (xml.startsWith('<?', next)) {
      at = after(xml, '?>', next);
    } else if (xml.startsWith('<!', next)) {
      throw new UnreadableXml('document type');
    } else if (xml.startsWith('</', next)) {
      at = after(xml, '>', next);
      if (open === root || xml.slice(next + 2, at - 1).trim() !== open.name) throw new UnreadableXml('end tag');
      stack.pop();
      closed(stack[stack.length - 1] ?? root, open);
    } else {
      at = tagEnd(xml, next);
      const isEmpty = xml[at - 2] === '/';
      const inside = xml.slice(next + 1, at - (isEmpty ? 2 : 1));
      const [name = ''] = /^[^\s/]*/.exec(inside) ?? [];
      if (name === '' || ++elements > MAX_ELEMENTS) throw new UnreadableXml('start tag');
      const attributes = inside.slice(name.length).trimEnd();
      pairsOf(attributes);
      const spaces = attributes.includes('xmlns') ? { ...open.spaces, ...declared(attributes) } : open.spaces;
      const element: Open = { name, tag: tagOf(name, spaces), attributes, children: [], spaces };
      if (isEmpty) closed(open, element);
      else if (stack.push(element) > MAX_DEPTH) throw new UnreadableXml('depth');
    }
  }
  const [only, ...others] = root.children;
  if (stack.length > 1 || typeof only !== 'object' || others.length > 0) throw new UnreadableXml('root');
  return only;
}

/** The tree as XML, without declaration. */
export function printXml(node: XmlNode): string {
  const pieces: string[] = [];
  const print = (each: XmlNode): void => {
    if (typeof each === 'string') {
      pieces.push(each);
      return;
    }
    const { name, attributes, children } = each;
    if (children.length === 0) {
      pieces.push('<', name, attributes, '/>');
      return;
    }
    pieces.push('<', name, attributes, '>');
    for (const child of children) print(child);
    pieces.push('</', name, '>');
  };
  print(node);
  return pieces.join('');
}

/** The value of an attribute, whatever its prefix; undefined if it is missing. */
export function attributeOf({ attributes }: XmlElement, local: string): string | undefined {
  if (!attributes.includes(local)) return undefined;
  for (const [name, value] of pairsOf(attributes)) {
    if (name.slice(name.indexOf(':') + 1) === local && !name.startsWith('xmlns')) return unescaped(value);
  }
  return undefined;
}

/** All attributes, by name as written. */
export const attributesOf = ({ attributes }: XmlElement): (readonly [name: string, value: string])[] =>
  pairsOf(attributes).map(([name, value]) => [name, unescaped(value)]);

/** The child elements with a tag. */
export const childrenOf = ({ children }: XmlElement, tag: string): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child === 'object' && child.tag === tag);

/** The first child element with a tag. */
export const childOf = (element: XmlElement, tag: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => typeof child === 'object' && child.tag === tag);

/** A new element in the namespace of a neighbour, whose prefix it takes. */
export function elementLike(
  neighbour: XmlElement,
  local: string,
  children: readonly XmlNode[] = [],
  attributes = '',
): XmlElement {
  const colon = neighbour.name.indexOf(':');
  return { tag: `w:${local}`, name: neighbour.name.slice(0, colon + 1) + local, attributes, children };
}

/** The text of XML content as a person reads it. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (all, decimal, hex, name: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      })
    : text;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Each attribute with its value as written; nothing else may stand between them. */
function pairsOf(attributes: string): (readonly [name: string, value: string])[] {
  const pairs: (readonly [string, string])[] = [];
  let at = 0;
  while (at < attributes.length) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(attributes);
    if (!found) throw new UnreadableXml('attributes');
    pairs.push([found[1] ?? '', found[2] ?? found[3] ?? '']);
    at = ATTRIBUTE.lastIndex;
  }
  return pairs;
}

const ATTRIBUTE = /\s+([^\s="'<>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

function closed(parent: Open, { name, tag, attributes, children }: Open): void {
  parent.children.push({ name, tag, attributes, children });
}

function declared(attributes: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of pairsOf(attributes)) {
    const [xmlns, prefix = ''] = name.split(':');
    if (xmlns === 'xmlns') found[prefix] = value;
  }
  return found;
}

/** Of a namespace that is not recognized, the name as written behind a mark that no recognized one has. */
function tagOf(name: string, spaces: Readonly<Record<string, string>>): string {
  const colon = name.indexOf(':');
  const space = spaces[name.slice(0, Math.max(colon, 0))];
  const prefix = space !== undefined && Object.hasOwn(PREFIXES, space) ? PREFIXES[space] : undefined;
  return prefix === undefined ? `?${name.slice(colon + 1)}` : `${prefix}:${name.slice(colon + 1)}`;
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found < 0) throw new UnreadableXml(end);
  return found + end.length;
}

/** Behind the `>` of a start tag; values of attributes may contain one. */
function tagEnd(xml: string, from: number): number {
  let at = from + 1;
  while (at < xml.length) {
    const sign = xml[at];
    if (sign === '>') return at + 1;
    at = sign === '"' || sign === "'" ? after(xml, sign, at + 1) : at + 1;
  }
  throw new UnreadableXml('>');
}
