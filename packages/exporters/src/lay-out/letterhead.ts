import type { Letterhead } from '../model/document.js';
import type { Layout, LetterheadLine } from '../layouts/layout.js';
import type { PageParagraph, PageTable } from '../model/pages.js';
import { balanced } from './balanced.js';
import { paragraph, rule } from './paragraph.js';

/** The letterhead on page 1: the issuer on the left, the national or Party title on the right. */
export function layLetterhead(letterhead: Letterhead, layout: Layout, textMm: number): PageTable {
  const leftMm = textMm * layout.letterhead.leftShare;
  const widthsMm = [leftMm, textMm - leftMm];
  const cell = (lines: readonly LetterheadLine[], widthMm: number) => ({
    across: 1,
    down: 1,
    widthMm,
    middle: false,
    paragraphs: lines.flatMap((line) => layLine(line, letterhead, layout)).map((line) => balanced(line, widthMm)),
  });
  return {
    kind: 'table',
    widthsMm,
    bordered: false,
    headRows: 0,
    rows: layout.letterhead.rows.map(({ left, right }) => ({
      whole: true,
      cells: [cell(left, leftMm), cell(right, textMm - leftMm)],
    })),
  };
}

function layLine(line: LetterheadLine, letterhead: Letterhead, layout: Layout): PageParagraph[] {
  if ('ruleMm' in line) return [rule(line.ruleMm, layout)];
  if ('text' in line) return [paragraph(line.as, [line.text], layout)];
  const inlines = slotInlines(line.slot, letterhead, layout);
  if (line.ifKnown && inlines?.every((inline) => typeof inline !== 'string' && 'unknown' in inline)) return [];
  return inlines ? [paragraph(STYLES[line.slot], inlines, layout)] : [];
}

const STYLES = {
  superior: 'letterhead-superior',
  issuer: 'letterhead-issuer',
  number: 'letterhead-number',
  subject: 'letterhead-subject',
  placeAndDate: 'letterhead-date',
} as const;

function slotInlines(slot: keyof typeof STYLES, from: Letterhead, layout: Layout) {
  if (slot === 'subject') return from.subject && [`${layout.letterhead.about} `, ...from.subject];
  if (slot === 'number') return from.number && [`${layout.number.label} `, from.number];
  if (slot === 'placeAndDate' && from.of && layout.letterhead.undated?.includes(from.of)) return undefined;
  return from[slot];
}
