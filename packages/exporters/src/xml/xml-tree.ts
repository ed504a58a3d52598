import { escapeMarkup } from '../text/escape-markup.js';
import { decodeXml, UnreadableXml } from './xml-text.js';
import { localName, writtenAttributes, xmlTokens } from './xml-tokens.js';

/** A part of an Office file as a tree that prints back as it was read, but for comments and processing instructions. */
export interface TreeElement {
  /** name with the usual prefix of its namespace, whatever prefix the file uses: `w:p` */
  readonly tag: string;
  /** name as written */
  readonly name: string;
  /** attributes as written, with the space before them */
  readonly attributes: string;
  readonly children: readonly TreeNode[];
}

/** An element, or text. */
export type TreeNode = TreeElement | string;

const MAX_DEPTH = 250;
const MAX_ELEMENTS = 3_000_000;

/** Namespaces whose elements are recognized, in both editions of ECMA-376, with their usual prefixes. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

interface Open extends TreeElement {
  readonly children: TreeNode[];
  /** namespaces by prefix */
  readonly spaces: ReadonlyMap<string, string>;
}

/** @throws UnreadableXml */
export function readTree(part: Uint8Array): TreeElement {
  const root: Open = { tag: '', name: '', attributes: '', children: [], spaces: new Map() };
  const open = [root];
  let elements = 0;
  for (const token of xmlTokens(decodeXml(part))) {
    const above = open[open.length - 1] ?? root;
    if (token.kind === 'close') open.pop();
    else if (token.kind === 'text') above.children.push(token.text);
    else {
      if (++elements > MAX_ELEMENTS || open.length > MAX_DEPTH)
        throw new UnreadableXml('too-large', 'too many elements', elements);
      const attributes = token.attributes.trimEnd();
      const spaces = attributes.includes('xmlns') ? declared(attributes, above.spaces) : above.spaces;
      const element: Open = { tag: tagOf(token.tag, spaces), name: token.tag, attributes, children: [], spaces };
      above.children.push(element);
      open.push(element);
    }
  }
  const only = root.children.find((node) => typeof node === 'object');
  if (!only) throw new UnreadableXml('damaged', 'no root element', 0);
  return only;
}

/** The tree as XML, without declaration. */
export function printTree(root: TreeElement): string {
  const pieces: string[] = [];
  const print = (node: TreeNode): void => {
    if (typeof node === 'string') {
      pieces.push(escapeMarkup(node));
      return;
    }
    const { name, attributes, children } = node;
    pieces.push('<', name, attributes);
    if (children.length === 0) {
      pieces.push('/>');
      return;
    }
    pieces.push('>');
    for (const child of children) print(child);
    pieces.push('</', name, '>');
  };
  print(root);
  return pieces.join('');
}

/** The value of an attribute, whatever its prefix; undefined if it is missing. */
export function attributeOf({ attributes }: TreeElement, local: string): string | undefined {
  if (!attributes.includes(local)) return undefined;
  for (const [name, value] of writtenAttributes(attributes))
    if (localName(name) === local && !name.startsWith('xmlns')) return value;
  return undefined;
}

/** The child elements with a tag. */
export const childrenOf = ({ children }: TreeElement, tag: string): TreeElement[] =>
  children.filter((child): child is TreeElement => typeof child === 'object' && child.tag === tag);

/** The first child element with a tag. */
export const childOf = ({ children }: TreeElement, tag: string): TreeElement | undefined =>
  children.find((child): child is TreeElement => typeof child === 'object' && child.tag === tag);

/** A new element in the namespace of a neighbour, whose prefix it takes. */
export function elementLike(
  neighbour: Pick<TreeElement, 'name'>,
  local: string,
  children: readonly TreeNode[] = [],
  attributes = '',
): TreeElement {
  const prefix = neighbour.name.slice(0, neighbour.name.indexOf(':') + 1);
  return { tag: `w:${local}`, name: prefix + local, attributes, children };
}

/** A `w:t` with its spaces kept. */
export const textElement = (neighbour: Pick<TreeElement, 'name'>, text: string): TreeElement =>
  elementLike(neighbour, 't', [text], ' xml:space="preserve"');

function declared(attributes: string, above: Open['spaces']): Open['spaces'] {
  const spaces = new Map(above);
  for (const [name, value] of writtenAttributes(attributes))
    if (name === 'xmlns' || name.startsWith('xmlns:')) spaces.set(name.slice(6), value);
  return spaces;
}

/** Of a namespace that is not recognized, the name behind a sign that no prefix has. */
function tagOf(name: string, spaces: Open['spaces']): string {
  const prefix = PREFIXES.get(spaces.get(name.slice(0, Math.max(name.indexOf(':'), 0))) ?? '');
  return `${prefix ?? '?'}${prefix === undefined ? '' : ':'}${localName(name)}`;
}
