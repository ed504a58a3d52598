import type { Closing, Line, Recipients, Signature } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageCell, PageParagraph, PageTable } from '../model/pages.js';
import { balanced } from './balanced.js';
import { paragraphMm } from './height.js';
import { COLUMNS_APART_MM, paragraph } from './paragraph.js';

/** Recipients or a signature on the left, a signature on the right, aligned at the top and kept on one page. */
export function layClosing({ left, right }: Closing, layout: Layout, textMm: number): PageTable {
  // Two signatures have equal widths.
  const leftMm = textMm * (left?.kind === 'signature' ? 0.5 : layout.closing.leftShare);
  const widthsMm = [leftMm, textMm - leftMm];
  const apart = (line: PageParagraph, index: number) =>
    left && index === 1 ? { ...line, leftMm: line.leftMm + COLUMNS_APART_MM } : line;
  const titles = [left, right].map((one, index) =>
    one?.kind === 'signature'
      ? layTitles(one, layout).map((line) => balanced(apart(line, index), widthsMm[index] ?? 0))
      : [],
  );
  // Their names are aligned too, even if one title takes an extra line.
  const heights = titles.map((lines, index) => linesMm(lines, widthsMm[index] ?? 0));
  const highest = Math.max(...heights);
  const cells = [left, right].map((one, index): PageCell => {
    const widthMm = widthsMm[index] ?? 0;
    const lowerMm = highest - (heights[index] ?? 0);
    const paragraphs =
      one?.kind === 'signature'
        ? [...(titles[index] ?? []), balanced(apart(laySigner(one, layout, lowerMm), index), widthMm)]
        : one
          ? layRecipients(one, layout)
          : [];
    return { across: 1, down: 1, widthMm, middle: false, paragraphs };
  });
  return { kind: 'table', widthsMm, bordered: false, headRows: 0, rows: [{ whole: true, cells }] };
}

/** A single signature, on the right of its container. */
export function laySignature(signature: Signature, layout: Layout, textMm: number): PageParagraph[] {
  const leftMm = textMm * layout.closing.leftShare;
  const lines = [...layTitles(signature, layout), laySigner(signature, layout, 0)];
  return lines.map((line) => balanced({ ...line, leftMm: line.leftMm + leftMm }, textMm));
}

const linesMm = (lines: readonly PageParagraph[], widthMm: number) =>
  lines.reduce((sum, line) => sum + paragraphMm(line, widthMm), 0);

function layRecipients(block: Recipients, layout: Layout): PageParagraph[] {
  const { recipientsLabel, recipients } = layout.closing;
  const names = recipientLines(block, layout);
  return [
    paragraph('recipients-head', [recipientsLabel], layout),
    ...names.map((name, index) => {
      const sign = index === names.length - 1 ? recipients.last : recipients.each;
      return paragraph('recipient', ['- ', ...name, sign], layout);
    }),
  ];
}

/** "Như trên" refers to the addressees above; if there are none, they are named here instead. */
function recipientLines({ given, to, as }: Recipients, layout: Layout): Line[] {
  const [before = '', after = ''] = layout.closing.filing.split('{keeper}');
  const isNamedAbove = as !== undefined && layout.addressees.labels[as] !== undefined;
  const named: Line[] = to.length > 0 ? to.map((name) => [name]) : [[{ unknown: 20 }]];
  const first: Line[] = isNamedAbove ? [[{ word: 'asAbove' }]] : named;
  if (given.length > 0) return given.flatMap((name) => (typeof name === 'string' ? [[name]] : first));
  return [...first, [before, { unknown: 12 }, after]];
}

function layTitles({ authority, title, note }: Signature, layout: Layout): PageParagraph[] {
  const marked = (line: Line) =>
    line.map((inline) => (typeof inline === 'string' ? markAuthority(inline, layout) : inline));
  const [first, ...rest] = [
    ...(authority ?? []).map((line) => paragraph('authority', marked(line), layout)),
    ...title.map((line) => paragraph('signer-post', line, layout)),
  ];
  return [
    ...(first ? [{ ...first, beforePt: 6 }] : []),
    ...rest,
    ...(note ? [paragraph('signature-note', note, layout)] : []),
  ];
}

const laySigner = ({ signer }: Signature, layout: Layout, lowerMm: number): PageParagraph =>
  paragraph('signer', signer, layout, { beforePt: (layout.closing.signatureMm + lowerMm) * POINTS_PER_MM });

const POINTS_PER_MM = 72 / 25.4;

/** The Party writes T/M, K/T, T/L, the State TM., KT., TL.: converts either to the layout's form. */
function markAuthority(text: string, { closing }: Layout): string {
  return text.replace(
    /^\s*(T(?=[/.]?[ML])|K(?=[/.]?T))[/.]?([MLT])(?:\.\s*|\s+)/i,
    (_, first: string, second: string) =>
      closing.authorityMark === 'slash' ? `${first}/${second} ` : `${first}${second}. `,
  );
}
