import type { Layout } from './layout.js';

/**
 * Documents of the State, by Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20–25/20–25/30–35/15–20 mm, Times New Roman.
 * The smallest margin and, in the letterhead, the smallest size: only so does the national name keep to one line beside
 * the name of the office. Page numbers centred in the top margin, not on page 1.
 */
export const nd30: Layout = {
  id: 'nd30-2020',
  font: 'Times New Roman',
  page: { marginsMm: { top: 20, bottom: 20, left: 30, right: 15 }, number: { sizePt: 14, fromTopMm: 10 } },
  letterhead: {
    leftShare: 0.4,
    about: 'V/v',
    // Phụ lục III, Mẫu 1.9.
    undated: ['minutes'],
    rows: [
      {
        left: [
          // "Nếu có": a people's committee has none.
          { slot: 'superior', sizePt: 12, caps: true, ifKnown: true },
          { slot: 'issuer', sizePt: 12, caps: true, bold: true },
          { ruleMm: 22 },
        ],
        right: [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', sizePt: 12, bold: true },
          { text: 'Độc lập - Tự do - Hạnh phúc', sizePt: 13, bold: true },
          // As long as the line above it at this size.
          { ruleMm: 56 },
        ],
      },
      {
        left: [
          { slot: 'number', sizePt: 13 },
          { slot: 'subject', sizePt: 12 },
        ],
        right: [{ slot: 'placeAndDate', sizePt: 13, italic: true }],
      },
    ],
  },
  number: { label: 'Số:', pattern: '{number}/{type}-{office}', separator: '/' },
  title: {
    name: { sizePt: 14, bold: true, caps: true },
    subject: { sizePt: 14, bold: true, firstCapital: true },
    note: { sizePt: 14, italic: true },
    below: { ruleMm: 30 },
  },
  // Phụ lục I, II.9d: one name beside the words, several below them with a dash each.
  addressees: {
    labels: { letter: 'Kính gửi:', submission: 'Kính gửi:', report: 'Kính gửi:' },
    label: { sizePt: 14 },
    name: { sizePt: 14 },
    list: { each: ';', last: '.' },
  },
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
    recipientsLabel: { text: 'Nơi nhận:', sizePt: 12, bold: true, italic: true },
    recipients: { sizePt: 11, list: { each: ';', last: '.' } },
    filing: 'Lưu: VT, {keeper}',
    authority: { sizePt: 14, bold: true, caps: true },
    signer: { sizePt: 14, bold: true },
    signatureMm: 26,
    authorityMark: 'full-stop',
  },
  words: { asAbove: 'Như trên', minutesRecorder: 'THƯ KÝ', minutesChair: 'CHỦ TỌA' },
  end: './.',
};
