import { expect, test } from 'vitest';
import { signatureLines } from './signature-lines.js';

test.each([
  [
    'lines in the title',
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    'TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
  ],
  ['lines in the authority', 'TM. BAN\r\nKT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'TM. BAN|KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'],
  ['one after another in a field of one line', undefined, 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  ['the same in small letters', undefined, 'KT. Chủ tịch Phó Chủ tịch', 'KT. Chủ tịch', 'Phó Chủ tịch'],
  [
    'all of them in one field',
    'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
    undefined,
    'TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
  ],
  ['by order, in one field', 'T/L BAN THƯỜNG VỤ CHÁNH VĂN PHÒNG', undefined, 'T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG'],
  [
    'a deputy of one who has that post',
    undefined,
    'K/T CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG',
    'K/T CHÁNH VĂN PHÒNG',
    'PHÓ CHÁNH VĂN PHÒNG',
  ],
  ['a minister', undefined, 'KT. BỘ TRƯỞNG THỨ TRƯỞNG', 'KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
  ['on behalf of, and a post', 'T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ'],
  ['a post of two lines', 'T/M BAN CHỈ ĐẠO', 'PHÓ BÍ THƯ\nTRƯỞNG BAN', 'T/M BAN CHỈ ĐẠO', 'PHÓ BÍ THƯ|TRƯỞNG BAN'],
  ['a post alone', undefined, 'TRƯỞNG BAN', '', 'TRƯỞNG BAN'],
  ['an authority without a mark', 'BAN THƯỜNG VỤ', 'BÍ THƯ', 'BAN THƯỜNG VỤ', 'BÍ THƯ'],
  ['a post that begins like a mark', undefined, 'KTV TRƯỞNG', '', 'KTV TRƯỞNG'],
  ['nothing', undefined, undefined, '', ''],
])('%s', (_, authority, title, above, below) => {
  const lines = signatureLines(authority, title);
  expect([lines.authority.join('|'), lines.title.join('|')]).toEqual([above, below]);
});

test.each(['KT. A PHÓ A ', 'KT. A', ' ', 'PHÓ '])('100,000 of “%s” are parted at once', (part) => {
  const started = performance.now();
  signatureLines(part.repeat(100_000), undefined);
  expect(performance.now() - started).toBeLessThan(2000);
});
