import { XmlElement } from './xml-element.js';
import { decodeXml, UnreadableXml } from './xml-text.js';
import { localName, writtenAttributes, xmlTokens } from './xml-tokens.js';

/** A text of 500 pages has a tenth. */
const MAX_ELEMENTS = 3_000_000;

/**
 * Parses a part of an office file into a tree, in one pass.
 *
 * @param prefixes the caller's prefix for each namespace that it reads; names of other namespaces get the prefix `?`
 * @throws UnreadableXml
 */
export function readXml(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>): XmlElement {
  const root = new XmlElement('', null);
  const open: { element: XmlElement; scope: Scope | null }[] = [{ element: root, scope: null }];
  let elements = 0;
  for (const token of xmlTokens(decodeXml(bytes))) {
    const { element, scope: above } = open[open.length - 1]!;
    if (token.kind === 'close') {
      open.pop();
    } else if (token.kind === 'text') {
      addText(element, token.text);
    } else {
      if (++elements > MAX_ELEMENTS) throw new UnreadableXml('too-large', 'too many elements', elements);
      const { own, scope } = readAttributes(token.attributes, above, prefixes);
      const opened = new XmlElement(named(token.tag, scope, prefixes), own);
      element.children.push(opened);
      open.push({ element: opened, scope });
    }
  }
  return root.elements()[0]!;
}

/** Namespaces declared by an element, by prefix; '' is the default. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly above: Scope | null;
}

function readAttributes(written: string, above: Scope | null, prefixes: ReadonlyMap<string, string>) {
  if (written.trim() === '') return { own: null, scope: above };
  const given: [name: string, value: string][] = [];
  const declared = new Map<string, string>();
  for (const [name, value] of writtenAttributes(written)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) declared.set(name.slice(6), value);
    else given.push([name, value]);
  }
  const scope = declared.size > 0 ? { own: declared, above } : above;
  const own =
    given.length === 0
      ? null
      : new Map(given.map(([name, value]) => [name.includes(':') ? named(name, scope, prefixes) : name, value]));
  return { own, scope };
}

function named(tag: string, scope: Scope | null, prefixes: ReadonlyMap<string, string>): string {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  if (prefix === 'xml') return tag;
  let namespace: string | undefined;
  for (let at = scope; at && namespace === undefined; at = at.above) namespace = at.own.get(prefix);
  const known = namespace === undefined ? undefined : prefixes.get(namespace);
  return `${known ?? '?'}:${localName(tag)}`;
}

function addText({ children }: XmlElement, text: string): void {
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === 'string') children[last] = before + text;
  else children.push(text);
}
