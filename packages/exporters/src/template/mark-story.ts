import { attributeOf, childOf, textElement, type TreeElement, type TreeNode } from '../xml/xml-tree.js';
import { readCommand, type Command } from './commands.js';
import { withChildren, type Element, type Mark, type Node, type Place, type Position } from './marked.js';
import type { Story } from './open-template.js';

/**
 * Finds the places of a story: content controls with a tag or, without one, a title; and text between braces, however
 * Word has cut it into runs.
 */
export function markStory({ part, root }: Story): Element {
  return new Marking(part).story(root);
}

/** Deleted text, and the old place of moved text, say nothing. */
const GONE = new Set(['w:del', 'w:moveFrom']);
/** Text between braces; a line or column never parts it, since nobody types one there. */
const BRACES = /\{\{?([^{}\n\t]{1,300})\}\}?/g;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A place or mark in the text of a paragraph. */
interface Found extends Piece {
  readonly command: Command;
  readonly written: string;
}

class Marking {
  readonly #part: string;
  /** what is begun in text and not ended yet */
  readonly #begun: string[] = [];
  #paragraphs = 0;
  #tables = 0;
  #at: NonNullable<Position['table']> | undefined;

  constructor(part: string) {
    this.#part = part;
  }

  story(root: TreeElement): Element {
    const [only] = this.#mark(root, '');
    if (typeof only !== 'object' || !('tag' in only)) throw new TypeError('A story is one element.');
    return only;
  }

  #mark(node: TreeNode, parent: string): Node[] {
    if (typeof node === 'string') return [node];
    if (GONE.has(node.tag)) return [withChildren(node, node.children)];
    if (node.tag === 'w:sdt') return [this.#control(node, parent)];
    if (node.tag === 'w:p') return [this.#paragraph(node)];
    const before = this.#at;
    if (node.tag === 'w:tbl') this.#at = { table: ++this.#tables, row: 0, cell: 0 };
    else if (node.tag === 'w:tr' && before) this.#at = { ...before, row: before.row + 1, cell: 0 };
    else if (node.tag === 'w:tc' && before) this.#at = { ...before, cell: before.cell + 1 };
    const marked = withChildren(node, this.#all(node.children, node.tag));
    if (node.tag === 'w:tbl' || node.tag === 'w:txbxContent') this.#at = before;
    return [marked];
  }

  #all = (nodes: readonly TreeNode[], parent: string): Node[] => nodes.flatMap((node) => this.#mark(node, parent));

  #position(): Position {
    return { part: this.#part, paragraph: this.#at ? 0 : this.#paragraphs, ...(this.#at && { table: this.#at }) };
  }

  #control(sdt: TreeElement, parent: string): Node {
    const properties = childOf(sdt, 'w:sdtPr');
    const content = childOf(sdt, 'w:sdtContent');
    const said = (tag: string) => {
      const element = properties && childOf(properties, tag);
      return (element && attributeOf(element, 'val')?.trim()) || undefined;
    };
    const written = said('w:tag') ?? said('w:alias');
    if (!properties || !content || written === undefined) return withChildren(sdt, this.#all(sdt.children, parent));
    const given = readCommand(written);
    const repeats = childOf(properties, 'w15:repeatingSection') !== undefined && given.does === 'print';
    const inside = repeats ? firstItem(content) : content.children;
    // Positions are of the beginning of a control.
    const level = levelOf(content, parent);
    const before = this.#position();
    const position = level === 'block' && !before.table ? { ...before, paragraph: before.paragraph + 1 } : before;
    const box = childOf(properties, 'w14:checkbox');
    const look = lookOf(properties, content);
    return {
      place: repeats ? { ...given, does: 'each' } : given,
      position,
      content: this.#all(inside, parent),
      level,
      near: content,
      look,
      ...(box && { box: [signOf(box, 'w14:checkedState', '\u2612'), signOf(box, 'w14:uncheckedState', '\u2610')] }),
      control: (nodes) => withChildren(sdt, [properties, withChildren(content, nodes)]),
    };
  }

  #paragraph(paragraph: TreeElement): Element {
    if (!this.#at) this.#paragraphs++;
    const texts: string[] = [];
    readTexts(paragraph, texts);
    const text = texts.join('');
    const found = text.includes('{') ? this.#find(text) : [];
    let [at, next] = [0, 0];
    const position = this.#position();
    const rebuild = (node: TreeNode): Node[] => {
      if (typeof node === 'string') return [node];
      if (GONE.has(node.tag)) return [withChildren(node, node.children)];
      if (node.tag === 'w:sdt' && isNamed(node)) {
        at++;
        return [this.#control(node, 'w:p')];
      }
      if (node.tag === 'w:r') return run(node);
      return [withChildren(node, node.children.flatMap(rebuild))];
    };
    const run = (element: TreeElement): Node[] => {
      const look = childOf(element, 'w:rPr');
      const nodes: Node[] = [];
      let current: Node[] = [];
      const flush = () => {
        if (current.length > 0) nodes.push(withChildren(element, look ? [look, ...current] : current));
        current = [];
      };
      for (const child of element.children) {
        if (typeof child === 'string' || child === look) continue;
        const said = textOfChild(child);
        if (said === undefined) {
          current.push(...this.#mark(child, 'w:r'));
          continue;
        }
        const from = at;
        at += said.length;
        if ((found[next]?.from ?? Infinity) >= at) {
          current.push(withChildren(child, child.children));
          continue;
        }
        let done = from;
        for (let each = found[next]; each && each.from < at; each = found[next]) {
          if (each.from > done) current.push(textLike(element, said.slice(done - from, each.from - from)));
          if (each.from >= from) {
            flush();
            nodes.push(placed(each, position, { look, run: element }));
          }
          done = Math.min(each.to, at);
          if (each.to > at) break;
          next++;
        }
        if (done < at) current.push(textLike(element, said.slice(done - from)));
      }
      flush();
      // A run without text, such as one that only has a look, stays.
      return nodes.length > 0 || found.some((each) => each.from < at && at <= each.to)
        ? nodes
        : [withChildren(element, element.children)];
    };
    return withChildren(paragraph, paragraph.children.flatMap(rebuild));
  }

  #find(text: string): Found[] {
    return [...text.matchAll(BRACES)].map(({ 0: written, 1: inner = '', index }) => {
      const command = readCommand(inner, this.#begun);
      if (command.does === 'end') this.#begun.pop();
      else if (command.does !== 'print') this.#begun.push(command.name);
      return { from: index, to: index + written.length, command, written };
    });
  }
}

function placed(
  { command, written }: Found,
  position: Position,
  { look, run }: { look: TreeElement | undefined; run: TreeElement },
): Place | Mark {
  if (command.does !== 'print') return { mark: command, position, written };
  const original = withChildren(run, [...(look ? [look] : []), textLike(run, written)]);
  return { place: command, position, content: [original], level: 'run', near: run, look };
}

/** The text of a paragraph as it is read: what braces are looked for in. A control with a name is apart. */
function readTexts(element: TreeElement, texts: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string' || GONE.has(child.tag)) continue;
    if (child.tag === 'w:sdt' && isNamed(child)) texts.push('\n');
    else if (child.tag !== 'w:r') readTexts(child, texts);
    else {
      for (const each of child.children) {
        if (typeof each === 'object') texts.push(textOfChild(each) ?? '');
      }
    }
  }
}

/** What a child of a run adds to the text; undefined: nothing. */
function textOfChild(child: TreeElement): string | undefined {
  if (child.tag === 'w:t') return child.children.map((each) => (typeof each === 'string' ? each : '')).join('');
  if (child.tag === 'w:noBreakHyphen') return '-';
  if (child.tag === 'w:tab') return '\t';
  return child.tag === 'w:br' || child.tag === 'w:cr' ? '\n' : undefined;
}

const textLike = (neighbour: TreeElement, text: string): Element => withChildren(textElement(neighbour, text), [text]);

function isNamed(sdt: TreeElement): boolean {
  const properties = childOf(sdt, 'w:sdtPr');
  return ['w:tag', 'w:alias'].some((tag) => {
    const element = properties && childOf(properties, tag);
    return element !== undefined && (attributeOf(element, 'val') ?? '').trim() !== '';
  });
}

/** Word's own repeating sections hold an item for each repetition; the first is the model. */
function firstItem(content: TreeElement): readonly TreeNode[] {
  const item = content.children.find((child): child is TreeElement => typeof child === 'object');
  const properties = item?.tag === 'w:sdt' ? childOf(item, 'w:sdtPr') : undefined;
  const isItem = properties !== undefined && childOf(properties, 'w15:repeatingSectionItem') !== undefined;
  return (isItem && item && childOf(item, 'w:sdtContent')?.children) || content.children;
}

const BLOCKS = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml']);

function levelOf(content: TreeElement, parent: string): Place['level'] {
  if (parent === 'w:tbl') return 'row';
  if (parent === 'w:tr') return 'cell';
  const holdsBlocks = content.children.some((child) => typeof child === 'object' && BLOCKS.has(child.tag));
  return parent === 'w:p' || !holdsBlocks ? 'run' : 'block';
}

/**
 * The look of what is typed into a control: that of its text; while it shows its prompt, which is grey, that of the
 * control itself.
 */
function lookOf(properties: TreeElement, content: TreeElement): TreeElement | undefined {
  if (childOf(properties, 'w:showingPlcHdr')) return childOf(properties, 'w:rPr');
  return firstLook(content) ?? childOf(properties, 'w:rPr');
}

function firstLook(element: TreeElement): TreeElement | undefined {
  for (const child of element.children) {
    if (typeof child === 'string' || child.tag === 'w:pPr' || GONE.has(child.tag)) continue;
    if (child.tag === 'w:r') return childOf(child, 'w:rPr');
    const found = firstLook(child);
    if (found) return found;
  }
  return undefined;
}

function signOf(box: TreeElement, state: string, usual: string): string {
  const element = childOf(box, state);
  const code = Number.parseInt((element && attributeOf(element, 'val')) ?? '', 16);
  return code > 0x20 && code <= 0xffff ? String.fromCharCode(code) : usual;
}
