import { inSentence, type Lang } from '../text.js';

/** Conditions in words, without “if”. */
export interface ConditionStrings {
  if: (condition: string) => string;
  onlyIf: (condition: string) => string;
  yes: (label: string) => string;
  no: (label: string) => string;
  is: (label: string, value: string) => string;
  isNot: (label: string, value: string) => string;
  in: (label: string, values: readonly string[]) => string;
  has: (label: string, value: string) => string;
  holdsPost: (post: string) => string;
  atLeast: (label: string, value: string) => string;
  /** a number and its bounds, worded as "từ 18 đến 30" */
  number: (label: string, bounds: string) => string;
  /** a number, day or time that is computed, and its bounds */
  compared: (said: string, bounds: string) => string;
  /** @param kinds several are counted together */
  count: (kinds: readonly string[], where: string | undefined, bounds: string) => string;
  countOfItems: (list: string, where: string | undefined, bounds: string) => string;
  /** there is no such item */
  noItem: (list: string, where: string | undefined) => string;
  atLeastOf: (least: number, parts: readonly string[]) => string;
  used: (table: string, columns: readonly string[]) => string;
  groups: (groups: readonly string[]) => string;
  notGroups: (groups: readonly string[]) => string;
  units: (units: readonly string[]) => string;
  notUnits: (units: readonly string[]) => string;
  all: (parts: readonly string[]) => string;
  any: (parts: readonly string[]) => string;
  /** before a list of conditions */
  allListed: string;
  anyListed: string;
  not: (part: string) => string;
  /** names of `kind` and `posts` in a condition */
  kind: string;
  posts: string;
}

/** Names in a list; the last one follows `last`. */
export const listed =
  (last: string) =>
  (parts: readonly string[]): string =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1)!}`;

export const quote = (text: string): string => `“${text}”`;
export const two = (count: number): string => String(count).padStart(2, '0');
const isQuestion = (label: string): boolean => label.trim().endsWith('?');

/** Whether a label reads as what someone is or does: "là đảng viên", "tập thể là chi bộ", "giữ chức vụ lãnh đạo". */
export const isStatement = (plain: string): boolean =>
  /^(?:là|đã|chưa|không|thuộc|được|có|giữ|đang|từng|bị|đạt|tham gia|trực tiếp|hoàn thành|sinh hoạt) | là /.test(plain);

const orVi = listed(' hoặc ');
const orEn = listed(' or ');

export const conditions: Record<Lang, ConditionStrings> = {
  vi: {
    if: (condition) => `nếu ${condition}`,
    onlyIf: (condition) => `chỉ khi ${condition}`,
    yes: (label) => {
      if (isQuestion(label)) return `trả lời “có” cho câu ${quote(label)}`;
      const plain = inSentence(label);
      return isStatement(plain) ? plain : `chọn “có” ở ${quote(label)}`;
    },
    no: (label) => {
      if (isQuestion(label)) return `trả lời “không” cho câu ${quote(label)}`;
      const plain = inSentence(label);
      if (plain.startsWith('là ')) return `không phải ${plain}`;
      if (plain.startsWith('đã ')) return `chưa ${plain.slice('đã '.length)}`;
      return /^(thuộc|được|có|giữ|đang|từng|bị|đạt|tham gia|trực tiếp) /.test(plain)
        ? `không ${plain}`
        : `chọn “không” ở ${quote(label)}`;
    },
    is: (label, value) =>
      isQuestion(label) ? `trả lời ${quote(value)} cho câu ${quote(label)}` : `${inSentence(label)} là ${quote(value)}`,
    isNot: (label, value) =>
      isQuestion(label)
        ? `không trả lời ${quote(value)} cho câu ${quote(label)}`
        : `${inSentence(label)} không phải là ${quote(value)}`,
    in: (label, values) => `${inSentence(label)} là ${orVi(values.map(quote))}`,
    has: (label, value) => `${inSentence(label)} có ${quote(value)}`,
    holdsPost: (post) => `giữ chức vụ ${quote(post)}`,
    atLeast: (label, value) => `${inSentence(label)} đạt từ mức ${quote(value)} trở lên`,
    number: (label, bounds) => `${inSentence(label)} ${bounds}`,
    compared: (said, bounds) => `${said} ${bounds}`,
    count: (kinds, where, bounds) =>
      `${kinds.length > 1 ? 'tổng số' : 'số'} ${listed(' và ')(kinds)}${where ? ` (${where})` : ''} ${bounds}`,
    countOfItems: (list, where, bounds) => `số mục của ${quote(list)}${where ? ` (${where})` : ''} ${bounds}`,
    noItem: (list, where) => `không có mục nào của ${quote(list)}${where ? ` (${where})` : ''}`,
    atLeastOf: (least, parts) => `đạt ít nhất ${two(least)} trong các điều kiện (${parts.join('; ')})`,
    used: (table, columns) =>
      columns.length > 1
        ? `${table} có số liệu (khác 0) ở ít nhất một trong các cột ${columns.map(quote).join(', ')}`
        : `${table} có số liệu (khác 0) ở cột ${columns.map(quote).join('')}`,
    groups: (groups) => `đơn vị thuộc nhóm ${orVi(groups.map(quote))}`,
    notGroups: (groups) => `đơn vị không thuộc nhóm ${orVi(groups.map(quote))}`,
    units: (units) => `đơn vị là ${orVi(units)}`,
    notUnits: (units) => `đơn vị không phải là ${orVi(units)}`,
    all: (parts) => parts.join(' và '),
    any: (parts) => parts.join(' hoặc '),
    allListed: 'có đủ các điều sau',
    anyListed: 'có ít nhất một trong các điều sau',
    not: (part) => `không thuộc trường hợp ${part}`,
    kind: 'loại đối tượng',
    posts: 'chức vụ',
  },
  en: {
    if: (condition) => `if ${condition}`,
    onlyIf: (condition) => `only if ${condition}`,
    yes: (label) => `${quote(label)} is yes`,
    no: (label) => `${quote(label)} is not yes`,
    is: (label, value) => `${quote(label)} is ${quote(value)}`,
    isNot: (label, value) => `${quote(label)} is not ${quote(value)}`,
    in: (label, values) => `${quote(label)} is ${orEn(values.map(quote))}`,
    has: (label, value) => `${quote(label)} includes ${quote(value)}`,
    holdsPost: (post) => `the post ${quote(post)} is held`,
    atLeast: (label, value) => `${quote(label)} is ${quote(value)} or higher`,
    number: (label, bounds) => `${quote(label)} is ${bounds}`,
    compared: (said, bounds) => `${said} is ${bounds}`,
    count: (kinds, where, bounds) =>
      `the number of ${listed(' and ')(kinds)}${where ? ` for whom ${where}` : ''} is ${bounds}`,
    countOfItems: (list, where, bounds) =>
      `the number of entries of ${quote(list)}${where ? ` where ${where}` : ''} is ${bounds}`,
    noItem: (list, where) => `there is no entry of ${quote(list)}${where ? ` where ${where}` : ''}`,
    atLeastOf: (least, parts) => `at least ${least} of these hold: ${parts.join('; ')}`,
    used: (table, columns) => `${table} has figures (other than 0) in ${orEn(columns.map(quote))}`,
    groups: (groups) => `the unit is of ${orEn(groups.map(quote))}`,
    notGroups: (groups) => `the unit is not of ${orEn(groups.map(quote))}`,
    units: (units) => `the unit is ${orEn(units)}`,
    notUnits: (units) => `the unit is not ${orEn(units)}`,
    all: (parts) => parts.join(' and '),
    any: (parts) => parts.join(' or '),
    allListed: 'all of these hold',
    anyListed: 'at least one of these holds',
    not: (part) => `it is not the case that ${part}`,
    kind: 'the nominee',
    posts: 'posts held',
  },
};
