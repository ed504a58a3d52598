import { shares, type SharesStrings } from './shares.js';
import { inSentence, type Lang } from '../text.js';

/** What a criterion demands, as the end of a sentence about a field. */
export interface WantedStrings {
  /** a yes or no: a whole phrase */
  yes: (label: string) => string;
  no: (label: string) => string;
  is: (value: string) => string;
  atLeast: (value: string) => string;
  oneOf: (values: readonly string[]) => string;
  has: (value: string) => string;
  number: (bounds: string) => string;
}

/** The sentences of rules, generated at compile time from the same element as the rule. */
export interface CompilingStrings {
  required: (label: string) => string;
  requiredList: (label: string) => string;
  unitGroup: string;
  unitId: string;
  committeeAnswers: string;
  quota: (allowed: string, counted: string) => string;
  /** the base of shares, `{param}` of it, and what they come to */
  ofFact: (label: string, param: string, amounts: readonly string[]) => string;
  /** a share and the `{param}` it comes to */
  comesTo: (part: string, round: string, param: string) => string;
  /** a computed number and the `{param}` it comes to */
  amount: (label: string, param: string) => string;
  /** an alternative that is open only in a case */
  inCase: (label: string, counts: string) => string;
  quotaNone: (counted: string) => string;
  /** what tells people or things apart: one field, or several together */
  sameValues: (labels: readonly string[]) => string;
  /** `{value}` occurs too often */
  repeats: (label: string, atMost: number) => string;
  counted: (parts: string[]) => string;
  and: string;
  or: string;
  bound: {
    exactly: (count: string, kind: string) => string;
    atLeast: (count: string, kind: string) => string;
    atMost: (count: string, kind: string) => string;
    between: (min: string, max: string, kind: string) => string;
    /** for a share of something else: the kind is the subject of the phrase */
    share: Record<'exactly' | 'atLeast' | 'atMost', (count: string, kind: string) => string> & {
      between: (min: string, max: string, kind: string) => string;
    };
    any: (kind: string) => string;
    none: string;
    /** the same for kinds that are counted together, which are named after the number */
    total: Record<'exactly' | 'atLeast' | 'atMost', (count: string, kinds: string) => string> & {
      between: (min: string, max: string, kinds: string) => string;
    };
    shareOfTotal: CompilingStrings['bound']['share'];
  } & SharesStrings;
  /** kinds that are counted together: "tập thể, cá nhân và hộ gia đình" */
  together: (kinds: readonly string[]) => string;
  uniqueId: string;
  uniqueNominee: string;
  /** @param label what the field asks, unless `wanted` is a whole phrase */
  criterion: (label: string, wanted: string, isAdvice: boolean) => string;
  /** the same under the name that the pack gives the criterion */
  namedCriterion: (name: string, label: string, wanted: string, isAdvice: boolean) => string;
  /** the author's words as a sentence of their own */
  sentence: (words: string) => string;
  /** for a criterion whose label states the requirement */
  notMet: (label: string, isAdvice?: boolean) => string;
  /** the same for a number of nominees: `{count}` */
  notMetCount: (label: string, bounds: string, isAdvice: boolean) => string;
  /** the requirement on a number, as the end of a sentence */
  number: Record<'is' | 'atLeast' | 'atMost' | 'above' | 'below', (value: string) => string> & {
    between: (least: string, most: string) => string;
  };
  wanted: WantedStrings;
  /** the same of what is only advised */
  advised: WantedStrings;
  yes: string;
  no: string;
  attest: (label: string) => string;
  exclusion: (label: string) => string;
  upload: (label: string) => string;
  printOrUpload: (label: string) => string;
  paper: (label: string) => string;
  endorsed: (item: string, by: string) => string;
  section: (number: string, title: string) => string;
  /** a table row, with its printed number if it has one */
  tableRow: (number: string, row: string) => string;
  tableComplete: (table: string, row: string, column: string) => string;
  /** an open row, by its number `{row}` */
  tableBlank: (table: string, column: string) => string;
  tableRows: (table: string, atLeast: number) => string;
  /** @param row the table row, as named by `tableRow` */
  tableCheck: {
    atMost: (row: string, column: string, other: string) => string;
    atLeast: (row: string, column: string, other: string) => string;
    is: (row: string, column: string, other: string) => string;
    above: (row: string, column: string, other: string) => string;
    below: (row: string, column: string, other: string) => string;
    positiveNeeds: (row: string, column: string, other: string) => string;
  };
  /** the same for a check that does not block sending: states what was found without demanding a change */
  tableDoubt: CompilingStrings['tableCheck'];
  /** numbers of a group that do not fit those of its rows; `{sum}` is what these add up to */
  tableGroup: Record<'all' | 'some' | 'each', (row: string, column: string, part: string) => string>;
  /** the total row of a table without one */
  total: string;
  tableShare: (row: string, column: string, part: string, whole: string) => string;
  plan: (allowed: string) => string;
  commitments: string;
  year: (label: string, year: number) => string;
  oneSection: { report: string; plan: string };
}

const wantedEn = (must: string): WantedStrings => ({
  yes: (label) => `“${label}” ${must} be yes`,
  no: (label) => `“${label}” ${must} be no`,
  is: (value) => `${must} be “${value}”`,
  atLeast: (value) => `${must} be “${value}” or higher`,
  oneOf: (values) => `${must} be one of: ${values.map((value) => `“${value}”`).join(', ')}`,
  has: (value) => `${must} include “${value}”`,
  number: (bounds) => `${must} be ${bounds}`,
});

const notMetVi = (isAdvice = false): string => (isAdvice ? 'Đề nghị xem lại' : 'Chưa đạt tiêu chuẩn');
const notMetEn = (isAdvice = false): string => (isAdvice ? 'Please look again' : 'Criterion not met');

const wantedVi = (must: string, mustNot: string): WantedStrings => ({
  yes: (label) =>
    /^(?:là|được|có|thuộc|giữ|đạt|tham gia|hoàn thành|trực tiếp) /.test(inSentence(label))
      ? `${must} ${inSentence(label)}`
      : `${must} chọn “có” ở “${label}”`,
  no: (label) =>
    /^(?:là|có|thuộc|giữ) /.test(inSentence(label))
      ? `${mustNot} ${inSentence(label)}`
      : `${must} chọn “không” ở “${label}”`,
  is: (value) => `${must} là “${value}”`,
  atLeast: (value) => `${must} từ “${value}” trở lên`,
  oneOf: (values) => `${must} là một trong: ${values.map((value) => `“${value}”`).join(', ')}`,
  has: (value) => `${must} có “${value}”`,
  number: (bounds) => `${must} ${bounds}`,
});

const vi: CompilingStrings = {
  required: (label) => `Chưa có thông tin: ${ended(label)}`,
  requiredList: (label) => `Chưa có danh sách: ${label}.`,
  unitGroup: 'Nhóm đơn vị không đúng hoặc không thuộc diện gửi biểu mẫu này.',
  unitId: 'Đơn vị không đúng với đơn vị đã đăng nhập hoặc không có trong danh sách của văn bản.',
  committeeAnswers: 'Biểu mẫu này do cơ quan ban hành văn bản lập, không nhận của đơn vị.',
  quota: (allowed, counted) => `Số lượng được đề nghị: ${allowed}. Danh sách hiện có ${counted}.`,
  ofFact: (label, param, amounts) => `Tính theo ${inSentence(label)}: {${param}}; ${amounts.join(', ')}.`,
  comesTo: (part, round, param) => `${part} (${round}) là {${param}}`,
  amount: (label, param) => `Số tính được: ${label} là {${param}}.`,
  inCase: (label, counts) => `${inSentence(label)}: ${counts}`,
  quotaNone: (counted) => `Đơn vị không được phân bổ số lượng đề nghị. Danh sách hiện có ${counted}.`,
  sameValues: (labels) => (labels.length > 1 ? `bộ “${labels.map(inSentence).join('; ')}”` : inSentence(labels.join())),
  repeats: (label, atMost) =>
    `Mỗi ${inSentence(label)} không quá ${String(atMost).padStart(2, '0')} lần trong danh sách: “{value}” đã có đủ ở trên.`,
  counted: (parts) => parts.join(', '),
  and: 'và',
  or: 'hoặc',
  bound: {
    exactly: (count, kind) => `${count} ${kind}`,
    atLeast: (count, kind) => `ít nhất ${count} ${kind}`,
    atMost: (count, kind) => `không quá ${count} ${kind}`,
    between: (min, max, kind) => `${min}–${max} ${kind}`,
    share: {
      exactly: (count, kind) => `${kind} bằng ${count}`,
      atLeast: (count, kind) => `${kind} ít nhất bằng ${count}`,
      atMost: (count, kind) => `${kind} không quá ${count}`,
      between: (min, max, kind) => `${kind} ít nhất ${min} và không quá ${max}`,
    },
    any: (kind) => `${kind} (không ấn định số lượng)`,
    total: {
      exactly: (count, kinds) => `tổng cộng ${count}, cả ${kinds}`,
      atLeast: (count, kinds) => `tổng cộng ít nhất ${count}, cả ${kinds}`,
      atMost: (count, kinds) => `tổng cộng không quá ${count}, cả ${kinds}`,
      between: (min, max, kinds) => `tổng cộng ${min}–${max}, cả ${kinds}`,
    },
    shareOfTotal: {
      exactly: (count, kinds) => `tổng số ${kinds} bằng ${count}`,
      atLeast: (count, kinds) => `tổng số ${kinds} ít nhất bằng ${count}`,
      atMost: (count, kinds) => `tổng số ${kinds} không quá ${count}`,
      between: (min, max, kinds) => `tổng số ${kinds} ít nhất ${min} và không quá ${max}`,
    },
    ...shares.vi,
    none: 'không đề nghị',
  },
  together: (kinds) => listed(kinds, 'và'),
  uniqueId: 'Mã này đã dùng cho một đối tượng khác trong danh sách.',
  uniqueNominee: 'Đối tượng này đã có trong danh sách.',
  criterion: (label, wanted, isAdvice) => `${notMetVi(isAdvice)}: ${label}${label && ' '}${wanted}.`,
  namedCriterion: (name, label, wanted, isAdvice) =>
    `${notMetVi(isAdvice)}: ${name} (${inSentence(label)}${label && ' '}${wanted}).`,
  sentence: (words) => ended(words),
  notMet: (label, isAdvice) => `${notMetVi(isAdvice)}: ${ended(label)}`,
  notMetCount: (label, bounds, isAdvice) =>
    `${notMetVi(isAdvice)}: ${label} (${isAdvice ? 'nên' : 'phải'} ${bounds}; hiện có {count}).`,
  number: {
    is: (value) => `bằng ${value}`,
    atLeast: (value) => `từ ${value} trở lên`,
    atMost: (value) => `không quá ${value}`,
    above: (value) => `trên ${value}`,
    below: (value) => `dưới ${value}`,
    between: (least, most) => `từ ${least} đến ${most}`,
  },
  wanted: wantedVi('phải', 'không được'),
  advised: wantedVi('nên', 'không nên'),
  yes: 'có',
  no: 'không',
  attest: (label) => `Chưa cam đoan: ${label}.`,
  exclusion: (label) => `Thuộc diện không xét, hoặc chưa xác nhận là không thuộc: ${label}.`,
  upload: (label) => `Chưa có tệp, hoặc tệp chưa đủ thông tin: ${label}.`,
  printOrUpload: (label) => `Chưa có tệp và cũng chưa nhập đủ nội dung để in: ${label}.`,
  paper: (label) => `Chưa xác nhận đã gửi bản giấy: ${label}.`,
  endorsed: (item, by) => `${item}: chưa có xác nhận của ${by}.`,
  section: (number, title) => `Chưa viết mục${number && ` ${number}`}: ${ended(title)}`,
  tableRow: (number, row) => {
    const named = row === '{row}' ? row : `“${row}”`;
    return number === '' ? `Dòng ${named}` : `${number}, dòng ${named}`;
  },
  tableComplete: (table, row, column) =>
    `${table}, dòng “${row}”: còn trống cột “${column}”. Không phát sinh thì ghi 0.`,
  tableBlank: (table, column) => `${table}, dòng {row}: còn trống cột “${column}”.`,
  tableRows: (table, atLeast) => `${table}: phải có ít nhất ${String(atLeast).padStart(2, '0')} dòng.`,
  tableCheck: {
    atMost: (row, column, other) => `${row}: “${column}” không được lớn hơn ${other}.`,
    atLeast: (row, column, other) => `${row}: “${column}” không được nhỏ hơn ${other}.`,
    is: (row, column, other) => `${row}: “${column}” phải bằng ${other}.`,
    above: (row, column, other) => `${row}: “${column}” phải lớn hơn ${other}.`,
    below: (row, column, other) => `${row}: “${column}” phải nhỏ hơn ${other}.`,
    positiveNeeds: (row, column, other) => `${row}: đã có “${column}” thì “${other}” phải lớn hơn 0.`,
  },
  tableDoubt: {
    atMost: (row, column, other) => `${row}: “${column}” lớn hơn ${other}, đề nghị kiểm tra lại.`,
    atLeast: (row, column, other) => `${row}: “${column}” nhỏ hơn ${other}, đề nghị kiểm tra lại.`,
    is: (row, column, other) => `${row}: “${column}” khác ${other}, đề nghị kiểm tra lại.`,
    above: (row, column, other) => `${row}: “${column}” không lớn hơn ${other}, đề nghị kiểm tra lại.`,
    below: (row, column, other) => `${row}: “${column}” không nhỏ hơn ${other}, đề nghị kiểm tra lại.`,
    positiveNeeds: (row, column, other) =>
      `${row}: đã có “${column}” mà “${other}” chưa lớn hơn 0, đề nghị kiểm tra lại.`,
  },
  tableGroup: {
    all: (row, column) => `${row}: “${column}” phải bằng tổng các dòng thuộc mục này ({sum}).`,
    some: (row, column) => `${row}: “${column}” không được nhỏ hơn tổng các dòng “trong đó” ({sum}).`,
    each: (row, column, part) => `${row}: “${column}” không được nhỏ hơn số của dòng “${part}” ({sum}).`,
  },
  total: 'Tổng số',
  tableShare: (row, column, part, whole) =>
    `${row}: “${column}” không khớp với “${part}” ({part}) trên “${whole}” ({whole}); được làm tròn đến hàng đơn vị.`,
  plan: (allowed) => `Số việc đăng ký nêu gương: ${allowed}. Hiện có {count} việc.`,
  commitments: 'việc cụ thể',
  year: (label, year) => `${label} năm ${year}`,
  oneSection: { report: 'Nội dung báo cáo', plan: 'Nội dung kế hoạch' },
};

const en: CompilingStrings = {
  required: (label) => `Missing: ${ended(label)}`,
  requiredList: (label) => `Missing list: ${label}.`,
  unitGroup: 'The unit group is not right, or is not asked to answer this form.',
  unitId: 'The unit is not the one signed in, or the directive does not list it.',
  committeeAnswers: 'The committee answers this form itself; it is taken from no unit.',
  quota: (allowed, counted) => `May be nominated: ${allowed}. The list holds ${counted}.`,
  ofFact: (label, param, amounts) => `${label}: {${param}}; ${amounts.join(', ')}.`,
  comesTo: (part, round, param) => `${part} (${round}) comes to {${param}}`,
  amount: (label, param) => `Computed: ${label} comes to {${param}}.`,
  inCase: (label, counts) => `${label}: ${counts}`,
  quotaNone: (counted) => `The unit has no quota. The list holds ${counted}.`,
  sameValues: (labels) => (labels.length > 1 ? `The same “${labels.join('; ')}”` : labels.join()),
  repeats: (label, atMost) => `${label}: at most ${atMost} in the list, and “{value}” is there as often already.`,
  counted: (parts) => parts.join(', '),
  and: 'and',
  or: 'or',
  bound: {
    exactly: (count, kind) => `${count} ${kind}`,
    atLeast: (count, kind) => `at least ${count} ${kind}`,
    atMost: (count, kind) => `at most ${count} ${kind}`,
    between: (min, max, kind) => `${min}–${max} ${kind}`,
    share: {
      exactly: (count, kind) => `${kind}: ${count}`,
      atLeast: (count, kind) => `${kind}: at least ${count}`,
      atMost: (count, kind) => `${kind}: at most ${count}`,
      between: (min, max, kind) => `${kind}: at least ${min} and at most ${max}`,
    },
    any: (kind) => `any number: ${kind}`,
    total: {
      exactly: (count, kinds) => `${count} in total of ${kinds}`,
      atLeast: (count, kinds) => `at least ${count} in total of ${kinds}`,
      atMost: (count, kinds) => `at most ${count} in total of ${kinds}`,
      between: (min, max, kinds) => `${min}–${max} in total of ${kinds}`,
    },
    shareOfTotal: {
      exactly: (count, kinds) => `${kinds} in total: ${count}`,
      atLeast: (count, kinds) => `${kinds} in total: at least ${count}`,
      atMost: (count, kinds) => `${kinds} in total: at most ${count}`,
      between: (min, max, kinds) => `${kinds} in total: at least ${min} and at most ${max}`,
    },
    ...shares.en,
    none: 'none',
  },
  together: (kinds) => listed(kinds, 'and'),
  uniqueId: 'This id is already used by another nominee.',
  uniqueNominee: 'This nominee is already on the list.',
  criterion: (label, wanted, isAdvice) => `${notMetEn(isAdvice)}: ${label}${label && ' '}${wanted}.`,
  namedCriterion: (name, label, wanted, isAdvice) =>
    `${notMetEn(isAdvice)}: ${name} (${label}${label && ' '}${wanted}).`,
  sentence: (words) => ended(words),
  notMet: (label, isAdvice) => `${notMetEn(isAdvice)}: ${ended(label)}`,
  notMetCount: (label, bounds, isAdvice) => `${notMetEn(isAdvice)}: ${label} (must be ${bounds}; there are {count}).`,
  number: {
    is: (value) => `${value}`,
    atLeast: (value) => `${value} or more`,
    atMost: (value) => `at most ${value}`,
    above: (value) => `more than ${value}`,
    below: (value) => `less than ${value}`,
    between: (least, most) => `between ${least} and ${most}`,
  },
  wanted: wantedEn('must'),
  advised: wantedEn('should'),
  yes: 'yes',
  no: 'no',
  attest: (label) => `Not attested: ${label}.`,
  exclusion: (label) => `Excluded, or not confirmed to be outside the exclusion: ${label}.`,
  upload: (label) => `No file, or one that is incomplete: ${label}.`,
  printOrUpload: (label) => `Neither a file nor all the content to print: ${label}.`,
  paper: (label) => `Not confirmed as sent on paper: ${label}.`,
  endorsed: (item, by) => `${item}: not yet endorsed by ${by}.`,
  section: (number, title) => `Not written yet: section${number && ` ${number}`}, ${ended(title)}`,
  tableRow: (number, row) => {
    const named = row === '{row}' ? row : `“${row}”`;
    return number === '' ? `Row ${named}` : `${number}, row ${named}`;
  },
  tableComplete: (table, row, column) => `${table}, row “${row}”: column “${column}” is blank. Write 0 for none.`,
  tableBlank: (table, column) => `${table}, row {row}: column “${column}” is blank.`,
  tableRows: (table, atLeast) => `${table}: at least ${atLeast} rows are needed.`,
  tableCheck: {
    atMost: (row, column, other) => `${row}: “${column}” may not exceed ${other}.`,
    atLeast: (row, column, other) => `${row}: “${column}” may not be less than ${other}.`,
    is: (row, column, other) => `${row}: “${column}” must equal ${other}.`,
    above: (row, column, other) => `${row}: “${column}” must be more than ${other}.`,
    below: (row, column, other) => `${row}: “${column}” must be less than ${other}.`,
    positiveNeeds: (row, column, other) => `${row}: with “${column}”, “${other}” must be more than 0.`,
  },
  tableDoubt: {
    atMost: (row, column, other) => `${row}: “${column}” exceeds ${other}; please check.`,
    atLeast: (row, column, other) => `${row}: “${column}” is less than ${other}; please check.`,
    is: (row, column, other) => `${row}: “${column}” is not ${other}; please check.`,
    above: (row, column, other) => `${row}: “${column}” is not more than ${other}; please check.`,
    below: (row, column, other) => `${row}: “${column}” is not less than ${other}; please check.`,
    positiveNeeds: (row, column, other) => `${row}: there is “${column}”, but “${other}” is not above 0; please check.`,
  },
  tableGroup: {
    all: (row, column) => `${row}: “${column}” must equal the sum of the rows of this group ({sum}).`,
    some: (row, column) => `${row}: “${column}” may not be less than the sum of the rows below it ({sum}).`,
    each: (row, column, part) => `${row}: “${column}” may not be less than that of row “${part}” ({sum}).`,
  },
  total: 'Total',
  tableShare: (row, column, part, whole) =>
    `${row}: “${column}” is not that of “${part}” ({part}) in “${whole}” ({whole}); it may be rounded to a whole percent.`,
  plan: (allowed) => `Commitments: ${allowed}. There are {count}.`,
  commitments: 'commitments',
  year: (label, year) => `${label}, ${year}`,
  oneSection: { report: 'Content of the report', plan: 'Content of the plan' },
};

export const compiling: Record<Lang, CompilingStrings> = { vi, en };

const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)!}`;

/** At the end of a sentence: a question mark or an ellipsis needs no full stop. */
function ended(words: string): string {
  return /[.…?!]$/.test(words) ? words : `${words}.`;
}
