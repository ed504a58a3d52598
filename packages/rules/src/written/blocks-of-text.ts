import type { WrittenBlock, WrittenRow } from './block.js';

/**
 * A pasted text as blocks: a blank line separates paragraphs, and lines with tabs, one after the other, are the rows of a
 * table, as office programs put one on the clipboard.
 */
export function blocksOfText(text: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let lines: string[] = [];
  let rows: WrittenRow[] = [];
  const end = (): void => {
    if (lines.some((line) => line.trim() !== '')) blocks.push({ kind: 'paragraph', text: lines.join('\n').trim() });
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    [lines, rows] = [[], []];
  };
  for (const line of text.split('\n')) {
    const isRow = line.includes('\t') && line.trim() !== '';
    if (isRow ? lines.length > 0 : rows.length > 0 || line.trim() === '') end();
    if (isRow) rows.push(rowOf(line));
    else if (line.trim() !== '') lines.push(line);
  }
  end();
  return blocks;
}

function rowOf(line: string): WrittenRow {
  return {
    cells: line.split('\t').map((text, column) => ({
      column,
      across: 1,
      down: 1,
      blocks: text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim() }],
    })),
  };
}
