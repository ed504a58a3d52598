import { expect, test } from 'vitest';
import { aroundSymbols } from './official-symbols.js';

test.each([
  ['Kết luận số 01-KL/TW, ngày 18/5/2021', ['01-KL/TW']],
  ['Công văn số 1399-CV/QU và Kế hoạch số 39/KH-UBND', ['1399-CV/QU', '39/KH-UBND']],
  ['Mẫu 07 Nghị định số 91/2017/NĐ-CP', ['91/2017/NĐ-CP']],
  ['Tờ trình số 148/TTr-SLĐTBXH; 12/TTr-MTTQ-BTT', ['148/TTr-SLĐTBXH', '12/TTr-MTTQ-BTT']],
  ['Số ……-BC/ĐU và số ……/TTr-……', ['……-BC/ĐU', '……/TTr-……']],
  ['giai đoạn 2021-2023, ngày 20/3/2023, tỷ lệ 98/100', []],
  ['0912-345-678 và A-B/C', []],
  ['9'.repeat(30_000) + '-', []],
])('%s', (text, symbols) => {
  const pieces = aroundSymbols(text);
  expect(pieces.join('')).toBe(text);
  expect(pieces.filter((_, index) => index % 2 === 1)).toEqual(symbols);
});
