import { escapeMarkup } from '../text/escape-markup.js';
import { aroundSymbols } from '../text/official-symbols.js';
import type {
  PageCell,
  PageLook,
  PageParagraph,
  Pages,
  PagesPart,
  PageStyles,
  PageTable,
  PageText,
} from '../model/pages.js';
import { placeDeclarations, round, StyleSheet } from './style-sheet.js';

/**
 * Writes laid-out pages as one HTML file that prints like the Word file. It runs no scripts and loads nothing: all
 * texts are escaped, and its content security policy forbids scripts and requests.
 *
 * @returns UTF-8; equal pages give equal bytes
 */
export async function writeHtml(pages: Pages): Promise<Uint8Array> {
  const sheet = new StyleSheet(pages.styles);
  const parts = pages.parts.map((part, index) => writePart(part, index, { sheet, styles: pages.styles }));
  const rules = [...COMMON, `body { font-family: '${pages.font}', serif }`, ...pages.parts.map(pageRule(pages))];
  const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(pages.title)}</title>
<style>
${[...rules, ...sheet.rules()].join('\n')}
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
  // Letterhead and signature are inline, like a character, which browsers never split across pages.
  'table[role] { display: inline-table; vertical-align: top }',
  // Each border is drawn once, inside the table: collapsed borders lie half outside, where a printed page is clipped,
  // and leave a row that is split across pages open at the bottom.
  'table.ruled td, table.ruled th { border: solid; border-width: 0 0.5pt 0.5pt 0; padding: 0.7mm 1.5mm; box-decoration-break: clone }',
  'table.ruled > colgroup + * > :first-child > * { border-top-width: 0.5pt }',
  'table.ruled .edge > :first-child { border-left-width: 0.5pt }',
  // The last row of a list, without borders: its sum, note or signature.
  'tr.foot { break-before: avoid }',
  'table.ruled .foot > td { border: none }',
  // On one line, unless a cell is narrower.
  '.symbol { display: inline-block; max-width: 100%; text-indent: 0 }',
  "@counter-style page-number { system: fixed 1; symbols: ''; fallback: decimal }",
  '@media screen { section { margin: 5mm auto; box-shadow: 0 0 2mm #999 } }',
  '@media print { section { padding: 0 !important } section + section { break-before: page } }',
];

/**
 * Page numbers appear in browsers that support page margin boxes: Chromium from 131 on. The built-in page counter
 * covers the whole file, so every part has its own counter; the counter style prints nothing for 1.
 */
const pageRule =
  ({ font, styles }: Pages) =>
  ({ landscape, marginsMm: { top, right, bottom, left } }: PagesPart, index: number): string => {
    const size = `size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm`;
    const number = `content: counter(part${index}, page-number); font: ${styles['page-number'].look.sizePt}pt '${font}', serif`;
    return [
      `@page part${index} { ${size}; counter-increment: part${index}; @top-center { ${number} } }`,
      `section.part${index} { page: part${index} }`,
    ].join('\n');
  };

interface Look {
  readonly sheet: StyleSheet;
  readonly styles: PageStyles;
}

function writePart(part: PagesPart, index: number, look: Look): string {
  const { top, right, bottom, left } = part.marginsMm;
  const textMm = part.paperMm.width - left - right;
  const size = look.sheet.classFor(`width: ${textMm}mm`, `padding: ${top}mm ${right}mm ${bottom}mm ${left}mm`);
  const blocks = part.blocks.map((block) =>
    block.kind === 'table' ? writeTable(block, look) : writeParagraph(block, look),
  );
  return `<section${classes(`part${index}`, size)}>\n${blocks.join('\n')}\n</section>`;
}

const classes = (...names: readonly (string | false | undefined)[]) => {
  const given = names.filter(Boolean).join(' ');
  return given && ` class="${given}"`;
};

function writeParagraph(block: PageParagraph, { sheet, styles }: Look): string {
  const { ruleMm, outlineLevel } = block;
  const style = styles[block.style];
  const sizePt = block.texts[0]?.sizePt ?? style.look.sizePt;
  const own = sheet.classFor(
    ...placeDeclarations(block, style.place),
    // Also on the paragraph: text of another size would increase its line height.
    sizePt !== style.look.sizePt && `font-size: ${sizePt}pt`,
    block.breakBefore === true && 'break-before: page',
  );
  const look = classes(sheet.named(block.style), own);
  if (ruleMm !== undefined) {
    const line = sheet.classFor(`width: ${ruleMm}mm`, 'margin: 2pt auto', 'border-top: 0.75pt solid');
    return `<div${look}><div${classes(line)}></div></div>`;
  }
  const name = outlineLevel ? `h${outlineLevel}` : 'p';
  const texts = block.texts.map((text) => writeText(text, sheet, { ...style.look, sizePt })).join('');
  return `<${name}${look}>${texts}</${name}>`;
}

/** Writes the text style by name and what else differs from the paragraph; usually nothing. */
function writeText({ text, style, ...own }: PageText, sheet: StyleSheet, paragraph: PageLook): string {
  const named = style && (own.bold !== paragraph.bold || own.italic !== paragraph.italic);
  const look = classes(
    named && sheet.named(style),
    sheet.classFor(
      own.sizePt !== paragraph.sizePt && `font-size: ${own.sizePt}pt`,
      !named && own.bold !== paragraph.bold && `font-weight: ${own.bold ? 'bold' : 'normal'}`,
      !named && own.italic !== paragraph.italic && `font-style: ${own.italic ? 'italic' : 'normal'}`,
      own.underline !== paragraph.underline && `text-decoration: ${own.underline ? 'underline' : 'none'}`,
    ),
  );
  const written = aroundSymbols(text).map((piece, index) =>
    index % 2 === 0 ? escapeMarkup(piece) : `<span class="symbol">${escapeMarkup(piece)}</span>`,
  );
  const words = written.join('');
  return look ? `<span${look}>${words}</span>` : words;
}

function writeTable({ widthsMm, bordered, together, withNext, headRows, rows }: PageTable, look: Look): string {
  const { sheet } = look;
  const width = sheet.classFor(
    `width: ${round(widthsMm.reduce((sum, column) => sum + column, 0))}mm`,
    withNext === true && 'break-after: avoid',
  );
  const columns = widthsMm.map((column) => `<col${classes(sheet.classFor(`width: ${round(column)}mm`))}>`).join('');
  let edgeFrom = 0;
  const written = rows.map(({ cells, whole }, index) => {
    const name = index < headRows ? 'th' : 'td';
    // Below a cell with a row span, the first cell of a row is not at the edge of the table.
    const isFoot = cells[0]?.bare === true;
    const edge = bordered && !isFoot && index >= edgeFrom;
    if (edge) edgeFrom = index + (cells[0]?.down ?? 1);
    const ofRow = classes(whole && 'whole', edge && 'edge', isFoot && 'foot');
    return `<tr${ofRow}>${cells.map((cell) => writeCell(cell, name, look)).join('')}</tr>`;
  });
  const head = headRows > 0 ? `<thead>\n${written.slice(0, headRows).join('\n')}\n</thead>\n` : '';
  // Screen readers should not announce a letterhead as a table.
  const open = bordered
    ? `<table${classes('ruled', together && 'whole', width)}>`
    : `<table role="presentation"${classes(width)}>`;
  const body = written.slice(headRows).join('\n');
  return `${open}\n<colgroup>${columns}</colgroup>\n${head}<tbody>\n${body}\n</tbody>\n</table>`;
}

function writeCell({ across, down, middle, paragraphs }: PageCell, name: 'td' | 'th', look: Look): string {
  const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
  const place = classes(middle && look.sheet.classFor('vertical-align: middle !important'));
  return `<${name}${spans}${place}>${paragraphs.map((block) => writeParagraph(block, look)).join('')}</${name}>`;
}
