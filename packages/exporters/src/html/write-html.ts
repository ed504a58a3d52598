import { escapeMarkup } from '../text/escape-markup.js';
import { aroundSymbols } from '../text/official-symbols.js';
import type { PageCell, PageParagraph, Pages, PagesPart, PageTable, PageText } from '../model/pages.js';
import { StyleSheet } from './style-sheet.js';

/**
 * Writes laid-out pages as one HTML file that prints like the Word file. Nothing in it runs or loads: every text is
 * escaped, and its own policy forbids scripts and requests.
 *
 * @returns UTF-8; equal pages give equal bytes
 */
export async function writeHtml(pages: Pages): Promise<Uint8Array> {
  const styles = new StyleSheet();
  const parts = pages.parts.map((part, index) => writePart(part, index, styles));
  const rules = [...COMMON, `body { font-family: '${pages.font}', serif }`, ...pages.parts.map(pageRule(pages))];
  const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(pages.title)}</title>
<style>
${[...rules, ...styles.rules()].join('\n')}
</style>
</head>
<body>
${parts.join('\n')}
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

const COMMON = [
  'body { margin: 0; color: #000; background: #fff; line-height: 1.15 }',
  'p, h1, h2, h3 { margin: 0; font-weight: inherit; overflow-wrap: anywhere }',
  'table { border-collapse: separate; border-spacing: 0; table-layout: fixed }',
  'td, th { padding: 0; vertical-align: top; font-weight: inherit }',
  'tr.whole, table.whole { break-inside: avoid }',
  // Letterhead and signature are set like one letter of a line, which no page parts, whatever else is asked of it.
  'table[role] { display: inline-table; vertical-align: top }',
  // Each line is drawn once, within the table: collapsed lines lie half outside, where a printed page is cut off, and
  // leave a row that is parted between pages open at the foot.
  'table.ruled td, table.ruled th { border: solid; border-width: 0 0.5pt 0.5pt 0; padding: 0.7mm 1.5mm; box-decoration-break: clone }',
  'table.ruled > colgroup + * > :first-child > * { border-top-width: 0.5pt }',
  'table.ruled .edge > :first-child { border-left-width: 0.5pt }',
  // The last row of a list, without lines: its sum, its note, a signature.
  'tr.foot { break-before: avoid }',
  'table.ruled .foot > td { border: none }',
  // On one line; within itself it breaks only where a cell is narrower.
  '.symbol { display: inline-block; max-width: 100%; text-indent: 0 }',
  "@counter-style page-number { system: fixed 1; symbols: ''; fallback: decimal }",
  '@media screen { section { margin: 5mm auto; box-shadow: 0 0 2mm #999 } }',
  '@media print { section { padding: 0 !important } section + section { break-before: page } }',
];

/**
 * Page numbers appear where the browser fills the margins of a page: Chromium from 131 on. Its own counter runs through
 * the whole file, so every part has one of its own; the style of the counter writes nothing for 1.
 */
const pageRule =
  ({ font, pageNumber }: Pages) =>
  ({ landscape, marginsMm: { top, right, bottom, left } }: PagesPart, index: number): string => {
    const size = `size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm`;
    const number = `content: counter(part${index}, page-number); font: ${pageNumber.sizePt}pt '${font}', serif`;
    return [
      `@page part${index} { ${size}; counter-increment: part${index}; @top-center { ${number} } }`,
      `section.part${index} { page: part${index} }`,
    ].join('\n');
  };

function writePart(part: PagesPart, index: number, styles: StyleSheet): string {
  const { top, right, bottom, left } = part.marginsMm;
  const textMm = part.paperMm.width - left - right;
  const look = styles.classFor(`width: ${textMm}mm`, `padding: ${top}mm ${right}mm ${bottom}mm ${left}mm`);
  const blocks = part.blocks.map((block) =>
    block.kind === 'table' ? writeTable(block, styles) : writeParagraph(block, styles),
  );
  return `<section class="part${index} ${look}">\n${blocks.join('\n')}\n</section>`;
}

function writeParagraph(block: PageParagraph, styles: StyleSheet): string {
  const { align, leftMm, rightMm, firstLineMm, beforePt, afterPt, lineAtLeastPt, ruleMm, outlineLevel } = block;
  const sizePt = block.texts[0]?.sizePt;
  const look = styles.classFor(
    `text-align: ${align}`,
    `margin: ${round(beforePt)}pt ${round(rightMm)}mm ${afterPt}pt ${round(leftMm)}mm`,
    // On the paragraph too: letters of another size in it would make its lines higher.
    sizePt !== undefined && `font-size: ${sizePt}pt`,
    firstLineMm > 0 && `text-indent: ${firstLineMm}mm`,
    lineAtLeastPt > 0 && `line-height: ${lineAtLeastPt}pt`,
    // Not the text before a signature: Chromium, asked to keep both whole, parts the signature.
    block.withNext && (outlineLevel ? 'break-after: avoid; break-inside: avoid' : 'break-after: avoid'),
    block.breakBefore === true && 'break-before: page',
  );
  if (ruleMm !== undefined) {
    const line = styles.classFor(`width: ${ruleMm}mm`, 'margin: 2pt auto', 'border-top: 0.75pt solid');
    return `<div class="${look}"><div class="${line}"></div></div>`;
  }
  const name = outlineLevel ? `h${outlineLevel}` : 'p';
  const texts = block.texts.map((text) => writeText(text, styles, sizePt)).join('');
  return `<${name} class="${look}">${texts}</${name}>`;
}

/** Only what differs from its paragraph is said. */
function writeText({ text, sizePt, bold, italic, underline }: PageText, styles: StyleSheet, usualPt?: number): string {
  const own = [
    sizePt !== usualPt && `font-size: ${sizePt}pt`,
    bold && 'font-weight: bold',
    italic && 'font-style: italic',
    underline === true && 'text-decoration: underline',
  ];
  const written = aroundSymbols(text).map((piece, index) =>
    index % 2 === 0 ? escapeMarkup(piece) : `<span class="symbol">${escapeMarkup(piece)}</span>`,
  );
  const words = written.join('');
  return own.some(Boolean) ? `<span class="${styles.classFor(...own)}">${words}</span>` : words;
}

function writeTable({ widthsMm, bordered, together, withNext, headRows, rows }: PageTable, styles: StyleSheet): string {
  const width = styles.classFor(
    `width: ${round(widthsMm.reduce((sum, column) => sum + column, 0))}mm`,
    withNext === true && 'break-after: avoid',
  );
  const columns = widthsMm.map((column) => `<col class="${styles.classFor(`width: ${round(column)}mm`)}">`).join('');
  let edgeFrom = 0;
  const written = rows.map(({ cells, whole }, index) => {
    const name = index < headRows ? 'th' : 'td';
    // Below a cell that reaches down, a row's first cell does not stand at the table's edge.
    const isFoot = cells[0]?.bare === true;
    const edge = bordered && !isFoot && index >= edgeFrom;
    if (edge) edgeFrom = index + (cells[0]?.down ?? 1);
    const look = [whole && 'whole', edge && 'edge', isFoot && 'foot'].filter(Boolean).join(' ');
    return `<tr${look && ` class="${look}"`}>${cells.map((cell) => writeCell(cell, name, styles)).join('')}</tr>`;
  });
  const head = headRows > 0 ? `<thead>\n${written.slice(0, headRows).join('\n')}\n</thead>\n` : '';
  // A letterhead is no table to a screen reader.
  const open = bordered
    ? `<table class="ruled${together ? ' whole' : ''} ${width}">`
    : `<table role="presentation" class="${width}">`;
  const body = written.slice(headRows).join('\n');
  return `${open}\n<colgroup>${columns}</colgroup>\n${head}<tbody>\n${body}\n</tbody>\n</table>`;
}

function writeCell({ across, down, middle, paragraphs }: PageCell, name: 'td' | 'th', styles: StyleSheet): string {
  const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
  const look = middle ? ` class="${styles.classFor('vertical-align: middle !important')}"` : '';
  return `<${name}${spans}${look}>${paragraphs.map((block) => writeParagraph(block, styles)).join('')}</${name}>`;
}

const round = (measure: number) => Math.round(measure * 100) / 100;
