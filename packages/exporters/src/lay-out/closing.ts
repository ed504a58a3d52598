import type { Closing, Recipients, Signature } from '../document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageParagraph, PageTable } from '../pages.js';
import { pageTexts, paragraph } from './paragraph.js';

/** Recipients or a signature on the left, a signature on the right, level at the top and kept on one page. */
export function layClosing({ left, right }: Closing, layout: Layout, textMm: number): PageTable {
  // Two who sign stand level and have the same room.
  const leftMm = textMm * (left?.kind === 'signature' ? 0.5 : layout.closing.leftShare);
  const cell = (widthMm: number, paragraphs: PageParagraph[]) => ({
    across: 1,
    down: 1,
    widthMm,
    middle: false,
    paragraphs,
  });
  return {
    kind: 'table',
    widthsMm: [leftMm, textMm - leftMm],
    bordered: false,
    headRows: 0,
    rows: [
      {
        whole: true,
        cells: [cell(leftMm, left ? layLeft(left, layout) : []), cell(textMm - leftMm, laySignature(right, layout))],
      },
    ],
  };
}

const layLeft = (left: Recipients | Signature, layout: Layout) =>
  left.kind === 'recipients' ? layRecipients(left, layout) : laySignature(left, layout);

function layRecipients({ label, names }: Recipients, layout: Layout): PageParagraph[] {
  const { recipientsLabel, recipients } = layout.closing;
  return [
    paragraph(pageTexts([label], recipientsLabel, layout), { beforePt: 6 }),
    ...names.map((name, index) => {
      const sign = index === names.length - 1 ? layout.list.last : layout.list.each;
      return paragraph(pageTexts(['- ', ...name, sign], recipients, layout));
    }),
  ];
}

function laySignature({ authority, title, note, signer }: Signature, layout: Layout): PageParagraph[] {
  const { closing } = layout;
  const marked = authority?.map((inline) => (typeof inline === 'string' ? markAuthority(inline, layout) : inline));
  return [
    ...(marked ? [paragraph(pageTexts(marked, closing.authority, layout), { align: 'center', beforePt: 6 })] : []),
    paragraph(pageTexts(title, closing.authority, layout), { align: 'center', beforePt: marked ? 0 : 6 }),
    ...(note ? [paragraph(pageTexts(note, NOTE, layout), { align: 'center' })] : []),
    paragraph(pageTexts(signer, closing.signer, layout), {
      align: 'center',
      beforePt: closing.signatureMm * POINTS_PER_MM,
    }),
  ];
}

const NOTE = { sizePt: 12, italic: true };
const POINTS_PER_MM = 72 / 25.4;

/** The Party writes T/M, K/T, T/L, the State TM., KT., TL.: whichever was typed comes out as the layout has it. */
function markAuthority(text: string, { closing }: Layout): string {
  return text.replace(
    /^\s*(T(?=[/.]?[ML])|K(?=[/.]?T))[/.]?([MLT])(?:\.\s*|\s+)/i,
    (_, first: string, second: string) =>
      closing.authorityMark === 'slash' ? `${first}/${second} ` : `${first}${second}. `,
  );
}
