import type { Cite } from '../rulebook.js';
import type { Lang } from '../text.js';

/**
 * A pack explained in words: plain data that every renderer (Markdown here, Word and HTML elsewhere) can print without
 * knowledge of packs. All text is for people, and is never markup.
 */
export interface Explanation {
  /** id of the pack */
  readonly pack: string;
  readonly version: string;
  /** number of the directive; its own clauses are cited without it */
  readonly document: string;
  readonly lang: Lang;
  readonly title: string;
  readonly lead: readonly string[];
  readonly parts: readonly ExplainedPart[];
}

/** A part of an explanation under its own heading. */
export interface ExplainedPart {
  readonly heading: string;
  /** address of the pack element it describes */
  readonly element?: string;
  readonly cite?: Cite;
  readonly blocks: readonly ExplainedBlock[];
  readonly parts: readonly ExplainedPart[];
}

/** A list or a table of an explanation. */
export type ExplainedBlock = ExplainedList | ExplainedTable;

/** Lines of an explanation, one below the other. */
export interface ExplainedList {
  readonly type: 'list';
  readonly lines: readonly ExplainedLine[];
}

/** Rows of text; the first column holds the row headers. */
export interface ExplainedTable {
  readonly type: 'table';
  readonly caption?: string;
  readonly element?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One line of an explanation, with the lines below it. */
export interface ExplainedLine {
  /** what the line is about, printed before the text */
  readonly label?: string;
  readonly text: string;
  readonly element?: string;
  readonly cite?: Cite;
  readonly lines?: readonly ExplainedLine[];
}

type LineParts = { [Name in keyof Omit<ExplainedLine, 'text'>]?: ExplainedLine[Name] | undefined };

export function line(text: string, { label, element, cite, lines }: LineParts = {}): ExplainedLine {
  return {
    ...(label !== undefined && { label }),
    text,
    ...(element !== undefined && { element }),
    ...(cite && { cite }),
    ...(lines && lines.length > 0 && { lines }),
  };
}

/** A block of lines; empty if there are none. */
export const listOf = (lines: readonly ExplainedLine[]): ExplainedList[] =>
  lines.length > 0 ? [{ type: 'list', lines }] : [];

/** A part; empty if it would have no content. */
export function partOf(
  heading: string,
  blocks: readonly ExplainedBlock[],
  more: { element?: string | undefined; cite?: Cite | undefined; parts?: readonly ExplainedPart[] } = {},
): ExplainedPart[] {
  const { element, cite, parts = [] } = more;
  if (blocks.length + parts.length === 0) return [];
  return [{ heading, ...(element !== undefined && { element }), ...(cite && { cite }), blocks, parts }];
}
