import type { Layout } from './layout.js';

/**
 * Documents of the Party, by Hướng dẫn 36-HD/VPTW of 03/4/2018: A4, margins 20/20/30/15 mm, Times New Roman; 14 points
 * in the letterhead, five hyphens below the matter (1.5.2). Its full text was not available: font sizes of the
 * letterhead come from a page that prints its table, those of the signature from other implementations.
 *
 * Numbers follow committee practice, "Số 1399-CV/QU", without a colon. Page numbers are centred in the top margin from
 * page 2 on, as in Party and State offices; the available guidance does not contradict this. Committees differ on the
 * closing "./."; the plainer form omits it.
 */
export const hd36: Layout = {
  id: 'hd36-2018',
  font: 'Times New Roman',
  bodies: [
    ...['Đảng bộ', 'Đảng ủy', 'Chi bộ', 'Chi ủy', 'Liên chi ủy'],
    ...['Quận ủy', 'Huyện ủy', 'Thị ủy', 'Thành ủy', 'Tỉnh ủy', 'Ban Cán sự đảng', 'Đảng đoàn'],
    ...['Ban Tuyên giáo', 'Ban Tổ chức', 'Ban Dân vận', 'Ban Nội chính', 'Ban Xây dựng Đảng'],
    ...['Ủy ban Kiểm tra', 'Cơ quan Ủy ban Kiểm tra', 'Văn phòng Đảng ủy', 'Văn phòng Quận ủy', 'Văn phòng Huyện ủy'],
    ...['Văn phòng Thị ủy', 'Văn phòng Thành ủy', 'Văn phòng Tỉnh ủy', 'Trung tâm Chính trị', 'Trường Chính trị'],
  ],
  styles: {
    title: { sizePt: 16 },
    'letterhead-title': { sizePt: 15 },
    'letterhead-subject': { italic: true },
    'recipients-head': { underline: true },
    recipient: { sizePt: 12 },
    'signer-post': { bold: false },
  },
  page: { marginsMm: { top: 20, bottom: 20, left: 30, right: 15 }, number: { fromTopMm: 10 } },
  letterhead: {
    leftShare: 0.45,
    about: 'V/v',
    rows: [
      {
        left: [{ slot: 'superior' }, { slot: 'issuer' }, { text: '*', as: 'letterhead-mark' }],
        // As wide as the title above it at this size.
        right: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', as: 'letterhead-title' }, { ruleMm: 73 }],
      },
      { left: [{ slot: 'number' }, { slot: 'subject' }], right: [{ slot: 'placeAndDate' }] },
    ],
  },
  number: { label: 'Số', pattern: '{number}-{type}/{office}', separator: '-' },
  title: { below: { text: '-----' } },
  addressees: {
    // Reports list their recipients below the text, like plans and decisions.
    labels: { letter: 'Kính gửi:', submission: 'Kính gửi:' },
    list: { each: ',', last: '.' },
  },
  closing: {
    leftShare: 0.45,
    recipientsLabel: 'Nơi nhận:',
    recipients: { each: ',', last: '.' },
    filing: 'Lưu Văn phòng {keeper}',
    signatureMm: 26,
    authorityMark: 'slash',
  },
  words: { asAbove: 'Như trên', minutesRecorder: 'THƯ KÝ', minutesChair: 'CHỦ TỌA' },
  end: '.',
};
