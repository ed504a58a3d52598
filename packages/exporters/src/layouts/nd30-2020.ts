import type { Layout } from './layout.js';

/**
 * Documents of the State, by Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20–25/20–25/30–35/15–20 mm, Times New
 * Roman. The minimum margin and letterhead size are used so that the national name fits on one line beside the office
 * name. Page numbers centred in the top margin, not on page 1.
 */
export const nd30: Layout = {
  id: 'nd30-2020',
  font: 'Times New Roman',
  styles: {
    'letterhead-superior': { sizePt: 12 },
    'letterhead-title': { sizePt: 12 },
    'letterhead-motto': { sizePt: 13 },
    'letterhead-number': { sizePt: 13 },
    'letterhead-date': { sizePt: 13 },
    'recipients-head': { sizePt: 12, bold: true, italic: true },
    recipient: { sizePt: 11 },
  },
  page: { marginsMm: { top: 20, bottom: 20, left: 30, right: 15 }, number: { fromTopMm: 10 } },
  letterhead: {
    leftShare: 0.4,
    about: 'V/v',
    // Phụ lục III, Mẫu 1.9.
    undated: ['minutes'],
    rows: [
      {
        left: [
          // "Nếu có": a people's committee has no superior.
          { slot: 'superior', ifKnown: true },
          { slot: 'issuer' },
          { ruleMm: 22 },
        ],
        right: [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', as: 'letterhead-title' },
          { text: 'Độc lập - Tự do - Hạnh phúc', as: 'letterhead-motto' },
          // As wide as the line above it at this size.
          { ruleMm: 56 },
        ],
      },
      { left: [{ slot: 'number' }, { slot: 'subject' }], right: [{ slot: 'placeAndDate' }] },
    ],
  },
  number: { label: 'Số:', pattern: '{number}/{type}-{office}', separator: '/' },
  title: { subjectCapital: true, below: { ruleMm: 30 } },
  // Phụ lục I, II.9d: a single name on the line of the label, several below it with dashes.
  addressees: {
    labels: { letter: 'Kính gửi:', submission: 'Kính gửi:', report: 'Kính gửi:' },
    list: { each: ';', last: '.' },
  },
  closing: {
    leftShare: 0.45,
    recipientsLabel: 'Nơi nhận:',
    recipients: { each: ';', last: '.' },
    filing: 'Lưu: VT, {keeper}',
    signatureMm: 26,
    authorityMark: 'full-stop',
  },
  words: { asAbove: 'Như trên', minutesRecorder: 'THƯ KÝ', minutesChair: 'CHỦ TỌA' },
  end: './.',
};
