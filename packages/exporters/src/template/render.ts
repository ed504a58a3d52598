import { elementLike, textElement, type TreeElement, type TreeNode } from '../xml/xml-tree.js';
import type { Answers, Scope } from './answers.js';
import { isElement, isMark, isPlace, isPlain, type Element, type Node, type Place } from './marked.js';

/** A story with everything filled in. */
export function render(story: Element, answers: Answers): TreeElement {
  return new Rendering(answers).element(story, { scope: null, isCopy: false });
}

interface Context {
  readonly scope: Scope | null;
  /** a repetition: names that must be unique in a file stand in the first */
  readonly isCopy: boolean;
}

/** Elements that a file may name once; a repetition does without. */
const ONCE = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:permStart',
  'w:permEnd',
]);
/** Attributes likewise: ids of paragraphs, which Word numbers anew. */
const ONCE_ATTRIBUTES = /\s[\w]+:(?:paraId|textId)="[^"]*"/g;

class Rendering {
  readonly #answers: Answers;
  /** ids of drawings, counted on from those of the file */
  #drawings = 100_000;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  element(element: Element, context: Context): TreeElement {
    const children = element.children.flatMap((node) => this.#node(node, context));
    return { ...element, children: complete(element, children) };
  }

  #node(node: Node, context: Context): readonly TreeNode[] {
    if (typeof node === 'string') return [node];
    if (isMark(node)) return [];
    if (isPlace(node)) return this.#place(node, context);
    if (isPlain(node)) return context.isCopy ? this.#copy(node as TreeElement) : [node as TreeElement];
    if (context.isCopy && ONCE.has(node.tag)) return [];
    if (node.tag === 'w:p') return this.#paragraph(node, context);
    const made = this.element(node, context);
    // A table or row whose rows or cells are all left out cannot stand.
    if (made.tag === 'w:tbl' && !holds(made, 'w:tr')) return [];
    if (made.tag === 'w:tr' && !holds(made, 'w:tc')) return [];
    return [context.isCopy ? this.#unique(made) : made];
  }

  #place(place: Place, context: Context): readonly TreeNode[] {
    const { means } = place;
    if (!means) return place.content.flatMap((node) => this.#node(node, context));
    const { does } = place.place;
    if (does === 'each') {
      if ('prints' in means) return [];
      return this.#answers
        .items(means, context.scope)
        .flatMap((scope, index) =>
          place.content.flatMap((node) => this.#node(node, { scope, isCopy: context.isCopy || index > 0 })),
        );
    }
    if (does === 'if' || does === 'unless') {
      const isShown = this.#answers.has(means, context.scope) === (does === 'if');
      return isShown ? place.content.flatMap((node) => this.#node(node, context)) : [];
    }
    if (!('prints' in means)) return [];
    const lines = place.box
      ? [place.box[this.#answers.ticked(means, context.scope) ? 0 : 1]]
      : this.#answers.lines(means, context.scope);
    return filled(place, lines);
  }

  /** A paragraph with nothing but one place is printed once for each line. */
  #paragraph(paragraph: Element, context: Context): readonly TreeNode[] {
    const only = soleAnswer(paragraph);
    const means = only?.means;
    if (!only || !means || !('prints' in means) || only.box) {
      const made = this.element(paragraph, context);
      return [context.isCopy ? this.#unique(made) : made];
    }
    const lines = this.#answers.lines(means, context.scope);
    return (lines.length > 0 ? lines : ['']).map((line, index) => {
      const own = index === 0 ? context : { ...context, isCopy: true };
      const put = (node: Node): readonly TreeNode[] => {
        if (node === only) return filled({ ...only, level: 'run' }, line === '' ? [] : [line]);
        if (!isElement(node) || isPlain(node)) return this.#node(node, own);
        return [{ ...node, children: node.children.flatMap(put) }];
      };
      const made: TreeElement = { ...paragraph, children: paragraph.children.flatMap(put) };
      return own.isCopy ? this.#unique(made) : made;
    });
  }

  #copy(element: TreeElement): readonly TreeNode[] {
    if (ONCE.has(element.tag)) return [];
    const children = element.children.flatMap((child) => (typeof child === 'string' ? [child] : this.#copy(child)));
    return [this.#unique({ ...element, children })];
  }

  #unique(element: TreeElement): TreeElement {
    if (element.tag === 'wp:docPr')
      return { ...element, attributes: element.attributes.replace(/\sid="[^"]*"/, ` id="${++this.#drawings}"`) };
    if (element.tag === 'w:sdtPr')
      return {
        ...element,
        children: element.children.filter((child) => typeof child === 'string' || child.tag !== 'w:id'),
      };
    return element.attributes.includes('Id="')
      ? { ...element, attributes: element.attributes.replace(ONCE_ATTRIBUTES, '') }
      : element;
  }
}

/** The place of a paragraph that holds nothing else that is seen; a sheet of its own ends only once. */
function soleAnswer(paragraph: Element): Place | undefined {
  let only: Place | undefined;
  const isSole = (node: Node): boolean => {
    if (typeof node === 'string') return true;
    if (isMark(node)) return true;
    if (isPlace(node)) {
      if (only || node.place.does !== 'print') return false;
      only = node;
      return true;
    }
    if (node.tag === 'w:sectPr') return false;
    if (node.tag === 'w:t') return node.children.every((text) => typeof text === 'string' && text.trim() === '');
    if (node.tag === 'w:r' && isPlain(node))
      return node.children.every(
        (child) => !isElement(child) || child.tag === 'w:rPr' || (child.tag === 'w:t' && isSole(child)),
      );
    return node.children.every(isSole);
  };
  return paragraph.children.every(isSole) ? only : undefined;
}

/** What is printed in a place: runs, or for a control around paragraphs, rows or cells these with their first text replaced. */
function filled({ content, level, look, near }: Place, lines: readonly string[]): TreeNode[] {
  if (level === 'run') return lines.length > 0 ? [runLike(near, look, lines)] : [];
  const model = content.find(isElement);
  if (model && model.tag !== 'w:p') return [inFirstParagraph(model, { look, near }, lines)];
  return (lines.length > 0 ? lines : ['']).map((line) =>
    paragraphLike(model, { look, near }, line === '' ? [] : [line]),
  );
}

type Looks = Pick<Place, 'look' | 'near'>;

function inFirstParagraph(element: Element, looks: Looks, lines: readonly string[]): TreeElement {
  let isDone = false;
  const put = (node: Node): TreeNode[] => {
    if (typeof node === 'string') return [node];
    if (!isElement(node)) return [];
    if (node.tag !== 'w:p') return [{ ...node, children: node.children.flatMap(put) }];
    if (isDone) return [];
    isDone = true;
    return [paragraphLike(node, looks, lines)];
  };
  return { ...element, children: element.children.flatMap(put) };
}

function paragraphLike(model: Element | undefined, { look, near }: Looks, lines: readonly string[]): TreeElement {
  const properties = model?.children.filter((child): child is TreeElement => isElement(child) && child.tag === 'w:pPr');
  return elementLike(near, 'p', [...(properties ?? []), ...(lines.length > 0 ? [runLike(near, look, lines)] : [])]);
}

/** A run with a line, or several parted by breaks. */
function runLike(near: TreeElement, look: TreeElement | undefined, lines: readonly string[]): TreeElement {
  const text = (line: string) =>
    line
      .split('\t')
      .flatMap((piece, index) => [
        ...(index > 0 ? [elementLike(near, 'tab')] : []),
        ...(piece === '' ? [] : [textElement(near, piece)]),
      ]);
  const pieces = lines.flatMap((line, index) => [...(index > 0 ? [elementLike(near, 'br')] : []), ...text(line)]);
  return elementLike(near, 'r', [...(look ? [look] : []), ...pieces]);
}

const holds = ({ children }: TreeElement, tag: string): boolean =>
  children.some(
    (child) => typeof child === 'object' && (child.tag === tag || (child.tag !== 'w:tblPr' && holds(child, tag))),
  );

/** A cell ends with a paragraph, and so does a text box (ECMA-376 part 1, 17.4.66). */
function complete(element: Element, children: readonly TreeNode[]): readonly TreeNode[] {
  if (!ENDING_WITH_PARAGRAPH.has(element.tag)) return children;
  const blocks = children.filter((child): child is TreeElement => typeof child === 'object' && BLOCKS.has(child.tag));
  return blocks.at(-1)?.tag === 'w:p' ? children : [...children, elementLike(element as TreeElement, 'p')];
}

const ENDING_WITH_PARAGRAPH = new Set(['w:tc', 'w:txbxContent', 'w:hdr', 'w:ftr']);
const BLOCKS = new Set(['w:p', 'w:tbl', 'w:sdt']);
