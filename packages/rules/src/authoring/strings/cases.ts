import type { Lang } from '../../text.js';

/** What is wrong with a value in a file of cases. */
export type CaseProblemCode =
  | 'list'
  | 'case'
  | 'object'
  | 'text'
  | 'instant'
  | 'boolean'
  | 'given'
  | 'findings'
  | 'member'
  | 'severity'
  | 'expect'
  | 'duty'
  | 'received'
  | 'unknown-case';

/** Messages to the engineer who writes the cases of a pack. */
export interface CasesStrings {
  casesError: (count: number) => string;
  /** @param number position in the file, from 1 */
  named: (name: string | null, number: number) => string;
  /** @param member name of the member in question */
  problems: Record<CaseProblemCode, (member: string) => string>;
}

const vi: CasesStrings = {
  casesError: (count) => `Tệp tình huống kiểm thử có ${count} lỗi.`,
  named: (name, number) => (name === null ? `tình huống thứ ${number}` : `tình huống “${name}”`),
  problems: {
    list: () => 'Tệp phải là một danh sách [ … ] các tình huống; chỉ có một tình huống thì cũng đặt trong [ ].',
    case: () => 'Mỗi tình huống là một đối tượng { … } có "name", "form", "now", "submission", "expect".',
    object: () => 'Cần một đối tượng { … }.',
    text: () => 'Cần một chuỗi ký tự "…", không để trống.',
    instant: () => 'Cần ngày, giờ kèm múi giờ, ví dụ "2023-03-30T23:59:00+07:00".',
    boolean: () => 'Cần true hoặc false.',
    given: () => 'Cần một ngày "2024-03-01", một số nguyên, true hoặc false.',
    findings: () => 'Cần danh sách [ … ] các { "rule": "…", "path": "…" }; không phát hiện gì thì ghi [].',
    member: (member) => `Ở đây không có thành phần nào tên “${member}”. Xoá đi hoặc sửa lại tên.`,
    severity: () => 'Cần "error", "warning" hoặc "advice".',
    expect: () => 'Cần một đối tượng, ví dụ { "valid": false, "findings": [{ "rule": "…", "path": "/…" }] }.',
    duty: () => 'Cần "must" hoặc "encouraged".',
    received: () => 'Cần danh sách [ … ] các bản gửi.',
    'unknown-case': () => 'Không có tình huống nào tên như vậy mà có "submission".',
  },
};

const en: CasesStrings = {
  casesError: (count) => `The file of cases has ${count} problem${count === 1 ? '' : 's'}.`,
  named: (name, number) => (name === null ? `case ${number}` : `case “${name}”`),
  problems: {
    list: () => 'The file has to be a list [ … ] of cases; put a single case in [ ] as well.',
    case: () => 'A case is an object { … } with "name", "form", "now", "submission", "expect".',
    object: () => 'Expected an object { … }.',
    text: () => 'Expected a string "…" that is not empty.',
    instant: () => 'Expected an instant with an offset, such as "2023-03-30T23:59:00+07:00".',
    boolean: () => 'Expected true or false.',
    given: () => 'Give a day "2024-03-01", a whole number, true or false.',
    findings: () => 'Expected a list [ … ] of { "rule": "…", "path": "…" }; write [] where nothing is found.',
    member: (member) => `There is no member “${member}” here. Remove it or mend its name.`,
    severity: () => 'Expected "error", "warning" or "advice".',
    expect: () => 'Expected an object, such as { "valid": false, "findings": [{ "rule": "…", "path": "/…" }] }.',
    duty: () => 'Expected "must" or "encouraged".',
    received: () => 'Expected a list [ … ] of what came in.',
    'unknown-case': () => 'There is no case of that name with a "submission".',
  },
};

export const casesStrings: Record<Lang, CasesStrings> = { vi, en };
