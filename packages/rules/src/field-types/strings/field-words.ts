import type { FieldType, Mask } from '../../rulebook.js';
import type { Lang } from '../../text.js';

/** What field types say of themselves and of their answers. */
export interface FieldWords {
  /** name of a type, where two packs are compared */
  types: Readonly<Record<FieldType, string>>;
  /** what a type lets one answer, where its name alone tells the reader of a pack nothing */
  asks: Readonly<Partial<Record<FieldType, string>>>;
  yes: string;
  no: string;
  /** what is wrong with a value that its type does not take, after the label of its field */
  breaches: Readonly<Partial<Record<FieldType, string>>>;
  /** how answers are written, where one may wonder */
  written: Readonly<Partial<Record<FieldType, string>>>;
  decimals: (digits: number) => string;
  masks: Readonly<Record<Mask, string>>;
  /** bounds; the values are in words already */
  range: {
    between: (least: string, most: string) => string;
    exactly: (value: string) => string;
    atLeast: (least: string) => string;
    atMost: (most: string) => string;
    days: (from: string, through: string) => string;
    from: (day: string) => string;
    through: (day: string) => string;
  };
  characters: (number: string) => string;
  items: (number: string) => string;
  /** what each item of a list consists of */
  each: (fields: string) => string;
  /** what tells the items of a list apart */
  distinct: (fields: readonly string[]) => string;
  /** an item that is not told apart from one above */
  repeated: (list: string, fields: readonly string[]) => string;
  /** a field of a list's items, where it is named away from its list */
  ofList: (list: string, field: string) => string;
  /** a limit that is not kept */
  must: (limit: string) => string;
  mask: (form: string) => string;
}

const vi: FieldWords = {
  types: {
    text: 'chữ',
    'long-text': 'đoạn văn',
    phone: 'số điện thoại',
    email: 'thư điện tử',
    'yes-no': 'có hoặc không',
    choice: 'chọn một',
    choices: 'chọn nhiều',
    rating: 'xếp loại',
    count: 'số',
    decimal: 'số thập phân',
    percent: 'tỉ lệ %',
    year: 'năm',
    date: 'ngày',
    list: 'danh sách',
  },
  asks: { 'yes-no': 'có hoặc không' },
  yes: 'Có',
  no: 'Không',
  breaches: {
    phone: 'không phải số điện thoại; ghi đủ các chữ số, ít nhất 7 chữ số',
    email: 'không phải địa chỉ thư điện tử; ghi dạng ten@coquan.gov.vn',
    count: 'phải là số nguyên từ 0 trở lên, chỉ ghi chữ số',
    decimal: 'phải là một số; phần thập phân ghi sau dấu phẩy',
    percent: 'phải là tỉ lệ %, nhiều nhất hai chữ số thập phân, ví dụ 97,5',
    year: 'phải là một năm, ghi đủ bốn chữ số',
  },
  written: { percent: 'ghi theo %, ví dụ 97,5', email: 'ghi dạng ten@coquan.gov.vn' },
  decimals: (digits) => `nhiều nhất ${['', 'một', 'hai', 'ba'][digits] ?? String(digits)} chữ số thập phân`,
  masks: {
    'document-symbol': 'số, ký hiệu văn bản như 125-QĐ/TU hoặc 12/2024/QĐ-UBND',
    'citizen-id': 'số định danh cá nhân gồm 12 chữ số',
    'tax-code': 'mã số thuế gồm 10 chữ số, đơn vị phụ thuộc thêm dấu gạch nối và 3 chữ số',
    'school-year': 'năm học, ghi như 2023-2024',
    'month-of-year': 'tháng và năm, ghi như 05/2024',
    code: 'mã gồm chữ in hoa không dấu và chữ số, có thể ngăn bằng dấu chấm, gạch nối hoặc gạch chéo',
    digits: 'dãy chữ số',
  },
  range: {
    between: (least, most) => `từ ${least} đến ${most}`,
    exactly: (value) => `đúng ${value}`,
    atLeast: (least) => `từ ${least} trở lên`,
    atMost: (most) => `không quá ${most}`,
    days: (from, through) => `từ ngày ${from} đến hết ngày ${through}`,
    from: (day) => `từ ngày ${day} trở đi`,
    through: (day) => `chậm nhất ngày ${day}`,
  },
  characters: (number) => `${number} ký tự`,
  items: (number) => `${number} mục`,
  each: (fields) => `mỗi mục gồm ${fields}`,
  distinct: (fields) => `các mục không trùng ${fields.join(', ')}`,
  repeated: (list, fields) => `${list}: ${fields.join(', ')} trùng với một mục ở trên.`,
  ofList: (list, field) => `${list} – ${field}`,
  must: (limit) => `phải ${limit}`,
  mask: (form) => `phải là ${form}`,
};

const en: FieldWords = {
  types: {
    text: 'text',
    'long-text': 'paragraphs',
    phone: 'telephone number',
    email: 'e-mail address',
    'yes-no': 'yes or no',
    choice: 'one choice',
    choices: 'several choices',
    rating: 'rating',
    count: 'number',
    decimal: 'decimal number',
    percent: 'percentage',
    year: 'year',
    date: 'day',
    list: 'list',
  },
  asks: { 'yes-no': 'yes or no' },
  yes: 'Yes',
  no: 'No',
  breaches: {
    phone: 'not a telephone number; give all its digits, 7 or more',
    email: 'not an e-mail address; write it like name@office.gov.vn',
    count: 'must be a whole number from 0, in digits',
    decimal: 'must be a number, with its decimals after a comma',
    percent: 'must be a percentage with two decimals at most, such as 97,5',
    year: 'must be a year of four digits',
  },
  written: { percent: 'in percent, such as 97,5', email: 'like name@office.gov.vn' },
  decimals: (digits) => (digits === 1 ? 'one decimal at most' : `${digits} decimals at most`),
  masks: {
    'document-symbol': 'number and symbol of a document, such as 125-QĐ/TU or 12/2024/QĐ-UBND',
    'citizen-id': 'personal identification number of 12 digits',
    'tax-code': 'tax code of 10 digits; a branch adds a hyphen and 3 digits',
    'school-year': 'school year, written like 2023-2024',
    'month-of-year': 'month and year, written like 05/2024',
    code: 'code of capital letters and digits, with dots, hyphens or slashes between',
    digits: 'digits only',
  },
  range: {
    between: (least, most) => `from ${least} to ${most}`,
    exactly: (value) => `exactly ${value}`,
    atLeast: (least) => `${least} or more`,
    atMost: (most) => `at most ${most}`,
    days: (from, through) => `from ${from} through ${through}`,
    from: (day) => `${day} or later`,
    through: (day) => `${day} or earlier`,
  },
  characters: (number) => `${number} characters`,
  items: (number) => `${number} entries`,
  each: (fields) => `each with ${fields}`,
  distinct: (fields) => `no two entries with the same ${fields.join(', ')}`,
  repeated: (list, fields) => `${list}: ${fields.join(', ')} is that of an entry above.`,
  ofList: (list, field) => `${list} – ${field}`,
  must: (limit) => `must be ${limit}`,
  mask: (form) => `must be: ${form}`,
};

export const fieldWords: Readonly<Record<Lang, FieldWords>> = { vi, en };
