import { words } from '../strings/document-words.js';
import type { Layout } from './layout.js';

/**
 * Documents of the Party, by Hướng dẫn 36-HD/VPTW of 03/4/2018: A4, margins 20/20/30/15 mm, Times New Roman.
 *
 * Where the guidance gives a span of sizes (13–14, 15–16) the smaller serves the letterhead, so that names of committees
 * keep to one line, and the larger the text. Numbers follow the practice of committees, "Số 1399-CV/QU", without a colon.
 * Page numbers stand centred in the top margin from page 2 on: the guidance at hand says nothing else, Party and State
 * offices do it alike. Committees differ in closing with "./."; without is the plainer reading.
 */
export const hd36: Layout = {
  id: 'hd36-2018',
  font: 'Times New Roman',
  page: { marginsMm: { top: 20, bottom: 20, left: 30, right: 15 }, number: { sizePt: 14, fromTopMm: 10 } },
  letterhead: {
    leftShare: 0.43,
    about: words.aboutShort,
    rows: [
      {
        left: [
          { slot: 'superior', sizePt: 13, caps: true },
          { slot: 'issuer', sizePt: 13, caps: true, bold: true },
          { text: '*', sizePt: 13, bold: true },
        ],
        // The line is as long as the title above it at this size.
        right: [{ text: words.partyTitle, sizePt: 15, bold: true }, { ruleMm: 73 }],
      },
      {
        left: [
          { slot: 'number', sizePt: 13 },
          { slot: 'subject', sizePt: 12, italic: true },
        ],
        right: [{ slot: 'placeAndDate', sizePt: 13, italic: true }],
      },
    ],
  },
  number: { label: words.partyNumber, pattern: '{number}-{type}/{office}', separator: '-' },
  title: {
    name: { sizePt: 16, bold: true, caps: true },
    subject: { sizePt: 14, bold: true },
    note: { sizePt: 14, italic: true },
    ruleMm: 30,
  },
  addressees: { sizePt: 14 },
  headings: [
    { sizePt: 14, bold: true },
    { sizePt: 14, bold: true },
    { sizePt: 14, bold: true, italic: true },
  ],
  body: { sizePt: 14, firstLineMm: 10, afterPt: 6, lineAtLeastPt: 18 },
  table: {
    head: { sizePt: 13, bold: true },
    cell: { sizePt: 13 },
    group: { sizePt: 13, bold: true },
    note: { sizePt: 12, italic: true },
  },
  closing: {
    leftShare: 0.45,
    recipientsLabel: { sizePt: 12, bold: true, italic: true },
    recipients: { sizePt: 11 },
    authority: { sizePt: 14, bold: true, caps: true },
    signer: { sizePt: 14, bold: true },
    signatureMm: 26,
    authorityMark: 'slash',
  },
  list: { each: ',', last: '.' },
  end: '.',
};
