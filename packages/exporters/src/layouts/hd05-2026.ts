import { hd36 } from './hd36-2018.js';
import type { Layout } from './layout.js';

/**
 * Documents of the Party, by Hướng dẫn 05-HD/VPTW of 27/5/2026, which replaces Hướng dẫn 36. Numbers in the comments
 * refer to its Phần II, mục I, and to the rows of its Phụ lục 2.
 */
export const hd05: Layout = {
  ...hd36,
  id: 'hd05-2026',
  styles: {
    ...hd36.styles,
    // Row 9: label in italics, names upright.
    'addressees-head': { italic: true },
    // 6.2.2: exactly 18 to 22 points.
    body: { lineExactlyPt: 19 },
  },
  // 5.2.3: lower case, 12 points, italic.
  letterhead: { ...hd36.letterhead, about: 'về việc' },
  // 9.2.3 to 9.2.5, row 9: "Kính gửi" in a letter, "Kính trình" in a tờ trình, neither elsewhere; ";" also after the
  // last.
  addressees: {
    labels: { letter: 'Kính gửi:', submission: 'Kính trình:' },
    list: { each: ';', last: ';' },
    only: ';',
  },
  closing: { ...hd36.closing, recipients: { each: ';', last: '.' } },
  // 7.1.4e
  words: { ...hd36.words, minutesRecorder: 'NGƯỜI GHI BIÊN BẢN', minutesChair: 'CHỦ TRÌ HỘI NGHỊ' },
};
