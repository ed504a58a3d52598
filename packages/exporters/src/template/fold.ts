import type { TreeElement } from '../xml/xml-tree.js';
import {
  isElement,
  isMark,
  isPlace,
  isPlain,
  withChildren,
  type Element,
  type Mark,
  type Node,
  type Place,
} from './marked.js';

/** A mark without its partner, or one whose piece overlaps another. */
export type Unpaired = Mark;

/**
 * Turns what stands between `{#…}` and `{/}` into places. A piece that begins and ends in different paragraphs holds
 * these and all between them; in different cells of a row, the row; in different rows, these and all between them. A
 * paragraph or row with nothing but such marks is not printed.
 */
export function foldStory(root: Element): { root: Element; unpaired: readonly Unpaired[] } {
  const unpaired: Unpaired[] = [];
  const { element, loose } = fold(root, unpaired);
  return { root: element, unpaired: [...unpaired, ...loose] };
}

interface Folded {
  readonly element: Element;
  /** marks without a partner within: first those that end, then those that begin */
  readonly loose: readonly Mark[];
  /** marks of pieces that are this whole row */
  readonly whole: readonly Mark[];
}

interface Frame {
  readonly mark: Mark | undefined;
  readonly nodes: Node[];
  /** begun in a child that holds more */
  readonly inside: boolean;
}

/** A piece that begins in a text box or a note ends there. */
const CLOSED = new Set(['w:txbxContent', 'w:footnote', 'w:endnote']);

function fold(element: Element, unpaired: Unpaired[]): Folded {
  if (isPlain(element)) return { element, loose: [], whole: [] };
  const frames: Frame[] = [{ mark: undefined, nodes: [], inside: false }];
  const ends: Mark[] = [];
  const whole: Mark[] = [];
  const top = (): Node[] => frames[frames.length - 1]?.nodes ?? [];
  const begin = (mark: Mark, inside: boolean) => frames.push({ mark, nodes: [], inside });
  const end = (mark: Mark, inside: boolean) => {
    const frame = frames.length > 1 ? frames.pop() : undefined;
    if (!frame?.mark) {
      ends.push(mark);
      return;
    }
    if (element.tag === 'w:tr' && (inside || frame.inside)) {
      whole.push(frame.mark);
      top().push(...frame.nodes);
    } else top().push(pieceOf(frame.mark, frame.nodes, element));
  };
  for (const child of element.children) {
    if (isMark(child)) {
      if (child.mark.does === 'end') end(child, false);
      else begin(child, false);
      continue;
    }
    if (isPlace(child)) {
      top().push({ ...child, content: foldAll(child, unpaired) });
      continue;
    }
    if (!isElement(child)) {
      top().push(child);
      continue;
    }
    const folded = fold(child, unpaired);
    const { loose } = folded;
    if (loose.length > 0 && isOnlyMarks(folded.element)) {
      for (const mark of loose) {
        if (mark.mark.does === 'end') end(mark, false);
        else begin(mark, false);
      }
      continue;
    }
    const own = folded.whole.reduceRight<Node>((node, mark) => pieceOf(mark, [node], element), folded.element);
    const [ending, beginning] = [
      loose.filter(({ mark }) => mark.does === 'end'),
      loose.filter(({ mark }) => mark.does !== 'end'),
    ];
    // A child cannot belong to the piece that ends in it and to the one that begins in it.
    if (ending.length > 0 && beginning.length > 0) unpaired.push(...beginning);
    else for (const mark of beginning) begin(mark, true);
    top().push(own);
    for (const mark of ending) end(mark, true);
  }
  const nodes = frames.flatMap((frame) => frame.nodes);
  const loose = [...ends, ...frames.flatMap(({ mark }) => mark ?? [])];
  if (!CLOSED.has(element.tag)) return { element: withChildren(element, nodes), loose, whole };
  unpaired.push(...loose);
  return { element: withChildren(element, nodes), loose: [], whole };
}

/** What begins in a content control ends there. */
function foldAll({ content }: Place, unpaired: Unpaired[]): readonly Node[] {
  const around: Element = { tag: '', name: '', attributes: '', children: content };
  const { element, loose } = fold(around, unpaired);
  unpaired.push(...loose);
  return element.children;
}

const LEVELS: Readonly<Record<string, Place['level']>> = { 'w:tbl': 'row', 'w:tr': 'cell', 'w:p': 'run' };

function pieceOf({ mark, position }: Mark, content: readonly Node[], within: Element): Place {
  const isInline = within.tag === 'w:p' || ['w:hyperlink', 'w:ins', 'w:smartTag'].includes(within.tag);
  const level = isInline ? 'run' : (LEVELS[within.tag] ?? 'block');
  return { place: mark, position, content, level, near: plainElement(within), look: undefined };
}

const plainElement = ({ tag, name, attributes }: Element): TreeElement => ({ tag, name, attributes, children: [] });

/** Whether a paragraph or row prints nothing of its own. */
function isOnlyMarks(element: Element): boolean {
  if (element.tag !== 'w:p' && element.tag !== 'w:tr') return false;
  const says = (node: Node): boolean => {
    if (typeof node === 'string') return false;
    if (!isElement(node)) return true;
    if (node.tag === 'w:sectPr' || SEEN.has(node.tag)) return true;
    if (node.tag === 'w:t') return node.children.some((text) => typeof text === 'string' && text.trim() !== '');
    return node.children.some(says);
  };
  return !element.children.some(says);
}

const SEEN = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'w:br',
  'w:sym',
  'w:fldChar',
  'w:footnoteReference',
  'mc:AlternateContent',
]);
