/** What offices write for yes, in lower case; the signs are ticks of keyboards and fonts. */
export const YES: ReadonlySet<string> = new Set([
  'x',
  '×',
  'v',
  '√',
  '✓',
  '✔',
  '☑',
  '☒',
  '✗',
  '✘',
  '✕',
  '☓',
  '■',
  '●',
  '+',
  '1',
  'có',
  'đúng',
  'rồi',
  'đã có',
  'true',
  'yes',
]);

/** What offices write for no. */
export const NO: ReadonlySet<string> = new Set([
  '-',
  '–',
  '—',
  '−',
  '0',
  '☐',
  '□',
  '○',
  'không',
  'không có',
  'ko',
  'k',
  'sai',
  'chưa',
  'chưa có',
  'false',
  'no',
]);

/** Words for numbers that a button may offer: none. */
export const NONE: ReadonlySet<string> = new Set(['không', 'không có', 'ko', 'k', 'chưa có', 'không phát sinh']);

/** Words around a number that do not change it, and words that do. */
export const ABOUT = /^(?:khoảng|gần|hơn|trên|dưới|tổng|tổng số|~|≈|[>≥<≤=]) ?/;
export const MULTIPLES = /(?:^|[ \d])(?:chục|trăm|nghìn|ngàn|vạn|triệu|tr|tỷ|tỉ|k|m)\b/;

/** Names of months, as numbers; officers write the first and the last of the year by their old names too. */
export const MONTHS: Readonly<Record<string, number>> = {
  một: 1,
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Words of a day: `ngày 20 tháng 3 năm 2023`. Compared without marks, since keyboards lose them. */
export const DAY_WORDS = { day: 'ngay', month: 'thang', year: 'nam' } as const;
export const WEEKDAYS = /^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn)[ ,.:]+/;
/** The time of day before a day. */
export const TIME_BEFORE = /^(?:lúc |vào )?\d{1,2}(?::\d{2}|h\d{0,2}| giờ(?: \d{1,2} phút)?)(?::\d{2})?,? (?=\S)/i;

/** A percent sign in words. */
export const PER_CENT = / ?phần trăm$/i;
