import { expect, test } from 'vitest';
import { compareNames, comparePeople } from './office-order.js';
import { nameKey } from './same-name.js';

test('people stand by given name, then middle names, then surname; tones in the office order', () => {
  const list = [
    'Nguyễn Thị An',
    'Trần Văn An',
    'Lê Văn Ân',
    'Hà',
    'Phạm Hoa',
    'Phạm Hoà',
    'Phạm Hóa',
    'Phạm Hỏa',
    'Phạm Hoã',
    'Phạm Họa',
    'Bùi Văn Hùng',
    'Bùi Thị Hưng',
    'Đỗ Y',
  ];
  expect([...list].reverse().sort(comparePeople)).toEqual(list);
});

test('collectives stand from their first word, numbers by value', () => {
  const list = ['Chi bộ 2', 'Chi bộ 10', 'Chi bộ Ấp 1', 'Dân quân xã', 'Đoàn xã', 'Trường A', 'Trường Ă'];
  expect([...list].reverse().sort(compareNames)).toEqual(list);
});

test.each([
  ['letter case', 'Nguyễn Văn A', 'NGUYỄN VĂN A'],
  ['Unicode form', 'Đặng Thị Thủy', 'Đặng Thị Thủy'.normalize('NFD')],
  ['tone placement', 'Lê Thị Hòa', 'Lê Thị Hoà'],
  ['tone placement', 'Trần Thủy', 'Trần Thuỷ'],
  ['tone placement', 'Đảng ủy Khối', 'Đảng uỷ Khối'],
  ['spaces', 'Nguyễn Văn A', '  Nguyễn\u00a0Văn   A '],
  ['dots', 'TP. Nam Trực', 'TP.Nam Trực'],
  ['dots', 'Trường T.H.C.S A', 'Trường THCS A'],
  ['hyphens', 'Công an - Quân sự', 'Công an – Quân sự'],
  ['the letter eth', 'Ðỗ Văn B', 'Đỗ Văn B'],
  ['characters that do not show', 'Lê\u200b Văn C', 'Lê Văn C'],
])('one name in two spellings: %s', (_what, left, right) => {
  expect(nameKey(left)).toBe(nameKey(right));
});

test.each([
  ['Lê Hoa', 'Lê Hòa'],
  ['Lê Hoà', 'Lê Hoá'],
  ['Lê An', 'Lê Ân'],
  ['Đinh An', 'Dinh An'],
  ['Chi bộ 1', 'Chi bộ 11'],
  ['Hà Lan', 'Ha Làn'],
])('two names: %s, %s', (left, right) => {
  expect(nameKey(left)).not.toBe(nameKey(right));
});
