import { hd36 } from './hd36-2018.js';
import type { Layout } from './layout.js';

/**
 * Documents of Đoàn TNCS Hồ Chí Minh, by Hướng dẫn 29-HD/TWĐTN-VP of 29/10/2013: its own title, three stars under the
 * name of the office, "Số: 29-HD/TWĐTN-VP", TM. with a full stop, "./." at the end; margins 20/20/30/20 mm. Everything
 * the available sources leave open follows the Party's guidance, on which the union's is based.
 */
export const doan: Layout = {
  ...hd36,
  id: 'doan-2013',
  bodies: ['Đoàn Thanh niên', 'Đoàn TNCS', 'Đoàn Khối', 'Chi đoàn', 'Liên chi đoàn', 'Ban Thường vụ Đoàn'],
  styles: {
    ...hd36.styles,
    'letterhead-superior': { sizePt: 13 },
    'letterhead-mark': { bold: false },
    'letterhead-number': { sizePt: 13 },
    'letterhead-date': { sizePt: 13 },
  },
  page: { ...hd36.page, marginsMm: { top: 20, bottom: 20, left: 30, right: 20 } },
  letterhead: {
    ...hd36.letterhead,
    rows: [
      {
        left: [{ slot: 'superior' }, { slot: 'issuer' }, { text: '***', as: 'letterhead-mark' }],
        // As wide as the title above it at this size.
        right: [{ text: 'ĐOÀN TNCS HỒ CHÍ MINH', as: 'letterhead-title' }, { ruleMm: 67 }],
      },
      { left: [{ slot: 'number' }, { slot: 'subject' }], right: [{ slot: 'placeAndDate' }] },
    ],
  },
  number: { label: 'Số:', pattern: '{number}-{type}/{office}', separator: '-' },
  addressees: { ...hd36.addressees, list: { each: ';', last: '.' } },
  closing: {
    ...hd36.closing,
    recipients: { each: ';', last: '.' },
    authorityMark: 'full-stop',
  },
  end: './.',
};
