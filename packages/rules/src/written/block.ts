/** What was written with a word processor: paragraphs and tables in reading order, with the looks that tell what they are. */
export type WrittenBlock = WrittenParagraph | WrittenTable;

/** A paragraph as it was seen, with the looks that tell a heading from text. */
export interface WrittenParagraph {
  readonly kind: 'paragraph';
  /** as seen, with its automatic number or bullet; a line break within it is `\n` */
  readonly text: string;
  /** the automatic number or bullet at the start of `text`, such as `II.` */
  readonly numbering?: string;
  /** outline level of a real heading, from 1 */
  readonly level?: number;
  /** all of it is bold */
  readonly bold?: true;
  /** all of it is italic */
  readonly italic?: true;
  /** all of it is in capitals, as typed or by its formatting */
  readonly capitals?: true;
  readonly centered?: true;
  /** absent: the body of the document */
  readonly place?: WrittenPlace;
  /** what belongs to it without being part of its text */
  readonly apart?: readonly WrittenApart[];
}

/** Where a block stands that is not part of the body. */
export type WrittenPlace = 'text-box' | 'footnote' | 'endnote' | 'header' | 'footer' | 'comment';

/**
 * Text that stands in the file but is not part of what was seen as the document's own: a tracked deletion, hidden text,
 * the prompt of an empty content control. A tracked insertion is part of the text, and named here too.
 */
export interface WrittenApart {
  readonly as: 'deleted' | 'inserted' | 'hidden' | 'prompt';
  readonly text: string;
}

/** A table of the document, or one that only places letterhead and signature side by side. */
export interface WrittenTable {
  readonly kind: 'table';
  readonly rows: readonly WrittenRow[];
  readonly place?: WrittenPlace;
}

/** A row of a table, with the cells that begin in it. */
export interface WrittenRow {
  readonly cells: readonly WrittenCell[];
  /** the row was deleted while changes were tracked, or is hidden: its text is not part of the document */
  readonly apart?: 'deleted' | 'hidden';
}

/** A merged cell stands in its first row only. */
export interface WrittenCell {
  /** from 0, counted in columns of the table */
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly blocks: readonly WrittenBlock[];
}

/** The text of a cell: its paragraphs as lines, tables within it with tabs between cells. */
export function textOfBlocks(blocks: readonly WrittenBlock[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : linesOfTable(block)))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** A line for each row of a table, with tabs between cells. */
export function linesOfTable({ rows }: WrittenTable): string[] {
  return rows
    .filter(({ apart }) => apart === undefined)
    .map(({ cells }) => cells.map(({ blocks }) => textOfBlocks(blocks).replaceAll('\n', ' ')).join('\t'))
    .filter((line) => line.trim() !== '');
}
