import type { Styles } from './layout.js';

const CENTRED = { align: 'center', withNext: true } as const;

/** Styles shared by all layouts; a layout lists only what differs. */
export const usualStyles: Styles & { readonly normal: { readonly sizePt: number } } = {
  normal: { sizePt: 14 },
  body: { align: 'justify', firstLineMm: 10, afterPt: 6, lineAtLeastPt: 18 },
  'lead-in': { withNext: true },
  'after-table': { beforePt: 12 },
  note: { italic: true },
  'unit-name': { bold: true, italic: true, withNext: true },

  title: { ...CENTRED, bold: true, caps: true, beforePt: 18, outlineLevel: 1 },
  subject: { ...CENTRED, bold: true },
  'title-note': { bold: false, italic: true },
  'title-end': { bold: false, afterPt: 12 },
  // Not justified: headings are often in capitals, and justifying a few words would leave wide gaps.
  'heading-1': { align: 'left', bold: true, withNext: true, outlineLevel: 1 },
  'heading-2': { outlineLevel: 2 },
  'heading-3': { italic: true, outlineLevel: 3 },

  addressees: { ...CENTRED, afterPt: 12 },
  'addressees-head': { leftMm: 35, withNext: true },
  addressee: { leftMm: 47, withNext: true },

  'table-title': { align: 'center', firstLineMm: 0, bold: true, beforePt: 12, withNext: true },
  'table-measure': { align: 'right', firstLineMm: 0, italic: true, withNext: true },
  'table-caption': { italic: true, withNext: true },
  'table-cell': { sizePt: 13 },
  'table-head': { ...CENTRED, bold: true },
  'table-group': { bold: true },
  'table-note': { sizePt: 12, italic: true, align: 'justify', firstLineMm: 10 },
  'table-sum': { beforePt: 12 },

  'letterhead-superior': { align: 'center', caps: true },
  'letterhead-issuer': { bold: true },
  'letterhead-mark': { bold: true, caps: false },
  'letterhead-title': { align: 'center', bold: true },
  'letterhead-number': { align: 'center' },
  'letterhead-subject': { sizePt: 12 },
  // Keeps its distance from a long name on the left.
  'letterhead-date': { align: 'center', italic: true, leftMm: 3 },

  'recipients-head': { beforePt: 6 },
  authority: { align: 'center', bold: true, caps: true },
  'signature-note': { sizePt: 12, italic: true, align: 'center' },
  signer: { align: 'center', bold: true },

  'page-number': { align: 'center' },
};
