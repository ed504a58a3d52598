import { attributeOf } from '../../pasting/html-tokens.js';
import { pastedLines } from '../../pasting/pasted-text.js';
import { MOST_HTML, shownTokens } from '../../pasting/shown-tokens.js';

/** One cell as another program copied it. */
export interface CopiedCell {
  readonly text: string;
  /** the number behind the text, if the program gives it: independent of its number format */
  readonly exact?: string | undefined;
}

export interface Block {
  readonly rows: readonly (readonly CopiedCell[])[];
  /** there was more than would be pasted on purpose; the rest was not read */
  readonly cut: boolean;
}

/** Maximum number of cells read. The largest table printed by a committee has some hundreds. */
export const MOST_CELLS = 20_000;
const OURS = 'data-kl01-cells';

/** The clipboard's content as rows of cells: from the table in its HTML if there is one, else from its text. */
export function readBlock(text: string, html: string): Block {
  // The plain text that we write ourselves is complete, including blanks.
  if (html.length > MOST_HTML || html.includes(OURS)) return readText(text);
  const table = /<table[\s>]/i.test(html) ? readHtml(html) : null;
  if (table !== null && table.rows.length > 0) return table;
  // Copied from running text, such as a number with a footnote.
  return readText(table === null ? pastedLines(html, text) : text);
}

/** Tab-separated rows, as Excel and LibreOffice Calc write them: quoted if a cell contains a tab, quote or new line. */
function readText(text: string): Block {
  const rows: CopiedCell[][] = [];
  let row: CopiedCell[] = [];
  let cells = 0;
  const field = /(?:"((?:[^"]|""){0,5000})"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy;
  while (field.lastIndex < text.length && cells < MOST_CELLS) {
    const [, quoted, plain = '', end] = field.exec(text) ?? [];
    row.push({ text: quoted === undefined ? plain : quoted.replaceAll('""', '"') });
    cells += 1;
    if (end === '\t' && field.lastIndex < text.length) continue;
    if (end === '\t') row.push({ text: '' });
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows, cut: field.lastIndex < text.length };
}

/** The first table in the HTML. A merged cell keeps its position; the other cells it covers are blank. */
function readHtml(html: string): Block {
  const rows: CopiedCell[][] = [];
  /** by column: number of further rows that a cell above covers */
  const covered: number[] = [];
  let row: CopiedCell[] | null = null;
  let cell: { text: string; attributes: string } | null = null;
  let cells = 0;
  const skipCovered = (): void => {
    while (row && (covered[row.length] ?? 0) > 0) {
      covered[row.length]! -= 1;
      row.push({ text: '' });
    }
  };
  const endCell = (): void => {
    if (!row || !cell) return;
    const down = spanOf(cell.attributes, 'rowspan');
    const across = spanOf(cell.attributes, 'colspan');
    skipCovered();
    const copied = copiedCell(cell.text, cell.attributes);
    for (let index = 0; index < across; index += 1) {
      covered[row.length] = Math.max(covered[row.length] ?? 0, down - 1);
      row.push(index === 0 ? copied : { text: '' });
    }
    cells += across;
    cell = null;
  };
  const endRow = (): void => {
    endCell();
    skipCovered();
    if (row && row.length > 0) rows.push(row);
    row = null;
  };
  let inside = false;
  for (const token of shownTokens(html)) {
    if (token.kind === 'text') {
      if (cell) cell.text += token.text.replace(/[\t\r\n ]+/g, ' ');
      continue;
    }
    if (token.name === 'table') {
      if (token.kind === 'close') break;
      inside = true;
    }
    if (!inside) continue;
    if (token.name === 'tr') {
      endRow();
      if (token.kind === 'open') row = [];
    } else if (token.name === 'td' || token.name === 'th') {
      endCell();
      if (token.kind === 'open' && row) cell = { text: '', attributes: token.attributes };
    } else if (cell && (token.name === 'br' || (token.name === 'p' && token.kind === 'close'))) cell.text += '\n';
    if (cells >= MOST_CELLS) {
      endRow();
      return { rows, cut: true };
    }
  }
  endRow();
  return { rows, cut: false };
}

function spanOf(attributes: string, name: string): number {
  const span = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1;
}

/** LibreOffice gives a cell's number in `sdval`, Excel in `x:num`; the text may be rounded or in a foreign format. */
function copiedCell(raw: string, attributes: string): CopiedCell {
  const text = raw
    .replace(/ +(\n?)/g, (blanks, end: string) => end || blanks)
    .replace(/\n +/g, '\n')
    .trim();
  const said = attributeOf(attributes, 'sdval') ?? attributeOf(attributes, 'x:num');
  // A date has a number too, which is not what was meant; nor is a number without text.
  if (!said || !/^[\d.,\s%+-]+$/.test(text)) return { text };
  const number = Number(said);
  if (!Number.isFinite(number)) return { text };
  const share = text.endsWith('%');
  const exact = String(Number((share ? number * 100 : number).toFixed(6))).replace('.', ',');
  return { text, exact: share ? `${exact}%` : exact };
}

/** A block for other programs: as text, and as HTML, which gives numbers separately from their formatting. */
export function writeBlock(rows: readonly (readonly CopiedCell[])[]): { text: string; html: string } {
  const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = rows.map((row) => row.map((cell) => quoted(cell.text)).join('\t') + '\r\n').join('');
  const cell = ({ text: words, exact }: CopiedCell): string =>
    exact === undefined
      ? `<td x:str>${escaped(words).replaceAll('\n', '<br>')}</td>`
      : `<td sdval="${exact.replace(',', '.')}" x:num="${exact.replace(',', '.')}">${escaped(words)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return { text, html: `<table ${OURS} xmlns:x="urn:schemas-microsoft-com:office:excel">${body}</table>` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
