import type { NominationView } from '@kl01/rules';
import { expect, test } from 'vitest';
import { matterFor, matterOf, matterText } from './matter.js';

const KINDS = { collective: 'Tập thể', individual: 'Cá nhân', household: 'Hộ gia đình', model: 'Mô hình' } as const;
const view = {
  kinds: Object.entries(KINDS).map(([kind, label]) => ({ kind, label, fields: [] })),
} as unknown as NominationView;

test.each([
  ['khen thưởng cấp quận', 'khen thưởng cấp quận', 'khen thưởng cấp quận cho 02 cá nhân'],
  [
    'khen thưởng các tập thể, cá nhân tiêu biểu',
    'khen thưởng các cá nhân tiêu biểu',
    'khen thưởng 02 cá nhân tiêu biểu',
  ],
  [
    'tặng Giấy khen cho 15 tập thể và 25 cá nhân có thành tích',
    'tặng Giấy khen cho cá nhân có thành tích',
    'tặng Giấy khen cho 02 cá nhân có thành tích',
  ],
  [
    'giới thiệu ít nhất 02 mô hình, tập thể hoặc cá nhân tiêu biểu',
    'giới thiệu cá nhân tiêu biểu',
    'giới thiệu 02 cá nhân tiêu biểu',
  ],
  ['biểu dương các tập thể, cá nhân, hộ gia đình', 'biểu dương các cá nhân', 'biểu dương 02 cá nhân'],
  ['đưa {nominees} vào Sổ ghi danh', 'đưa cá nhân vào Sổ ghi danh', 'đưa 02 cá nhân vào Sổ ghi danh'],
  // A single kind without a number does not name the nominees.
  ['xây dựng mô hình của tỉnh', 'xây dựng mô hình của tỉnh', 'xây dựng mô hình của tỉnh cho 02 cá nhân'],
])('“%s” names those for whom it is once', (phrase, text, named) => {
  const matter = matterOf(phrase, view, 'cá nhân');
  expect(matterText(matter)).toBe(text);
  expect(matterFor(matter, '02 cá nhân').join('')).toBe(named);
});
