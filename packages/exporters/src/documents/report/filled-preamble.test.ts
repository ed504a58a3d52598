import { expect, test } from 'vitest';
import { filledPreamble } from './filled-preamble.js';

const directive = { number: '120-KH/ĐUK', date: '2024-02-22', title: 'Đánh giá tình hình', committee: { name: 'X' } };
const about = 'Thực hiện Kế hoạch số 120-KH/ĐUK của Đảng ủy Khối về';
const dots = { unknown: 16 };

test.each([
  ['subject and unit', 'Đảng ủy Sở A', [`${about} đánh giá tình hình`, ', ', 'Đảng ủy Sở A', ' báo cáo:']],
  ['either spelling', 'Đảng uỷ Sở A', [`${about} đánh giá tình hình`, ', ', 'Đảng uỷ Sở A', ' báo cáo:']],
  ['another kind', 'Hội B', [`${about} đánh giá tình hình`, ', chi bộ, đảng ủy', dots, ' báo cáo:']],
  ['no name', { unknown: 30 }, [`${about} đánh giá tình hình`, ', chi bộ, đảng ủy', dots, ' báo cáo:']],
])('%s: what is surely known is filled in', (_, issuer, expected) => {
  expect(filledPreamble(`${about}..., chi bộ, đảng ủy... báo cáo:`, { directive, issuer })).toEqual(expected);
});

test('another document’s number, or no "về": dotted', () => {
  const preamble = 'Thực hiện Kế hoạch số 5-KH/TU về… và Kế hoạch số 120-KH/ĐUK của...';
  expect(filledPreamble(preamble, { directive, issuer: 'Y' })).toEqual([
    'Thực hiện Kế hoạch số 5-KH/TU về',
    dots,
    ' và Kế hoạch số 120-KH/ĐUK của',
    dots,
    '',
  ]);
});
