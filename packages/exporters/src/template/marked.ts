import type { TreeElement, TreeNode } from '../xml/xml-tree.js';
import type { Command } from './commands.js';
import type { List, Value } from './names.js';

/** A story in which every place to fill in is a node of its own. */
export type Node = string | Element | Place | Mark;

export interface Element extends Omit<TreeElement, 'children'> {
  readonly children: readonly Node[];
}

/** Where a place stands, for those who look for it. */
export interface Position {
  readonly part: string;
  /** of paragraphs outside tables, from 1; 0: in a table */
  readonly paragraph: number;
  readonly table?: { readonly table: number; readonly row: number; readonly cell: number };
}

/** A piece of the template that is printed once, never, or for each item of a list. */
export interface Place {
  readonly place: Command;
  readonly position: Position;
  /** what stands there in the template */
  readonly content: readonly Node[];
  /** what a content control stands around */
  readonly level: 'run' | 'block' | 'row' | 'cell';
  /** an element of the namespace that printed text belongs to */
  readonly near: TreeElement;
  /** properties of the printed runs */
  readonly look: TreeElement | undefined;
  /** for a box to tick: the signs for yes and no */
  readonly box?: readonly [yes: string, no: string];
  /** the content control that it was, to be left alone if its name means nothing; left out: braces in text */
  readonly control?: (content: readonly Node[]) => Element;
  /** what the name stands for; undefined: not looked up yet, or nothing */
  readonly means?: Value | List;
}

/** The beginning or the end of a piece, in text; `print` does not occur. */
export interface Mark {
  readonly mark: Command;
  readonly position: Position;
  /** with its braces */
  readonly written: string;
}

export const isElement = (node: Node): node is Element => typeof node === 'object' && 'tag' in node;
export const isPlace = (node: Node): node is Place => typeof node === 'object' && 'place' in node;
export const isMark = (node: Node): node is Mark => typeof node === 'object' && 'mark' in node;

/** An element of the file: nothing in it is filled in. */
export const isPlain = (node: Node): node is TreeNode =>
  typeof node === 'string' || (isElement(node) && plain.has(node));

/** Elements that hold neither places nor marks. */
const plain = new WeakSet<Element>();

/** The element with these children, noted as plain if they all are. */
export function withChildren(element: TreeElement | Element, children: readonly Node[]): Element {
  const made: Element = { ...element, children };
  if (children.every(isPlain)) plain.add(made);
  return made;
}
