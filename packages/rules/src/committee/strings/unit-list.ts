import type { Lang } from '../../text.js';

/** What is wrong with a value in a committee's list of units. */
export type UnitListProblemCode = 'list' | 'unit' | 'id' | 'group' | 'name' | 'twice';

/** Messages to the maintainer of the committee's list of units. */
export interface UnitListStrings {
  error: (count: number) => string;
  problems: Record<UnitListProblemCode, (value: string) => string>;
}

const vi: UnitListStrings = {
  error: (count) => `Danh sách đơn vị có ${count} lỗi.`,
  problems: {
    list: () =>
      'Cần một danh sách [ … ] các đơn vị, ví dụ [{ "id": "phuong-a", "group": "phuong", "name": "Phường A" }].',
    unit: () => 'Mỗi đơn vị là một đối tượng { … } có "id", "group" và nếu có thì "name".',
    id: () => 'Cần mã đơn vị: chuỗi ký tự "…", không để trống.',
    group: () => 'Cần mã nhóm đơn vị của văn bản: chuỗi ký tự "…", không để trống.',
    name: () => 'Tên đơn vị là chuỗi ký tự "…"; không có thì bỏ đi.',
    twice: (id) => `Đơn vị “${id}” đã có trong danh sách; chỉ giữ lại một.`,
  },
};

const en: UnitListStrings = {
  error: (count) => `The list of units has ${count} problem${count === 1 ? '' : 's'}.`,
  problems: {
    list: () =>
      'Expected a list [ … ] of units, such as [{ "id": "phuong-a", "group": "phuong", "name": "Phường A" }].',
    unit: () => 'A unit is an object { … } with "id", "group" and, if it has one, "name".',
    id: () => 'Expected the id of the unit: a string "…" that is not empty.',
    group: () => 'Expected the id of one of the directive’s unit groups: a string "…" that is not empty.',
    name: () => 'The name of a unit is a string "…"; leave it out where there is none.',
    twice: (id) => `The unit “${id}” is on the list already; keep one of the two.`,
  },
};

export const unitListStrings: Record<Lang, UnitListStrings> = { vi, en };
