import type { LeftOutReason } from '../../committee/received.js';
import type { Lang } from '../../text.js';

/** Messages of `kl01 review` and `kl01 consolidate` to the committee's officer. */
export interface CommitteeStrings {
  review: (form: string) => string;
  consolidation: (form: string, period: string) => string;
  answered: (answered: number, late: number, missing: number, exempt: number) => string;
  counted: (counted: number, late: number, missing: number, exempt: number) => string;
  late: (units: string) => string;
  missing: (units: string) => string;
  exempt: (units: string) => string;
  bounds: (min: number, max: number | null) => string;
  count: (kinds: string, picked: number, bounds: string) => string;
  reserved: (by: string, picked: number, count: number) => string;
  proposal: (count: number) => string;
  picked: string;
  inReserve: (by: string) => string;
  cameLate: string;
  leftOut: (count: number) => string;
  reason: Record<LeftOutReason, string>;
  noText: (units: string) => string;
  noValue: string;
  findings: (count: number) => string;
  progress: (read: number) => string;
  formNeeded: string;
  notList: (file: string) => string;
  notMap: (file: string) => string;
}

const vi: CommitteeStrings = {
  review: (form) => `Xét chọn: ${form}`,
  consolidation: (form, period) => `Tổng hợp: ${form}${period && `, ${period}`}`,
  answered: (answered, late, missing, exempt) =>
    `Đã gửi ${answered} đơn vị (trễ ${late}); chưa gửi ${missing}; không thuộc diện gửi ${exempt}.`,
  counted: (counted, late, missing, exempt) =>
    `Đã cộng ${counted} đơn vị (trễ ${late}); chưa gửi ${missing}; không thuộc diện gửi ${exempt}.`,
  late: (units) => `Gửi trễ: ${units}.`,
  missing: (units) => `Chưa gửi: ${units}.`,
  exempt: (units) => `Không thuộc diện gửi: ${units}.`,
  bounds: (min, max) => {
    if (max === null) return min > 0 ? `ít nhất ${min}` : 'không ấn định số lượng';
    if (min === max) return `phải chọn ${max}`;
    return min > 0 ? `từ ${min} đến ${max}` : `không quá ${max}`;
  },
  count: (kinds, picked, bounds) => `${kinds}: đã chọn ${picked} (${bounds})`,
  reserved: (by, picked, count) => `dành cho ${by}: đã chọn ${picked}/${count}`,
  proposal: (count) => `Danh sách đề nghị (${count})`,
  picked: 'đã chọn',
  inReserve: (by) => `dành riêng: ${by}`,
  cameLate: 'gửi trễ',
  leftOut: (count) => `Không cộng (${count})`,
  reason: {
    invalid: 'còn lỗi',
    superseded: 'đã có bản sau thay thế',
    exempt: 'không thuộc diện gửi',
    'other-form': 'biểu mẫu khác',
    'other-period': 'kỳ báo cáo khác',
    unreadable: 'không đọc được',
  },
  noText: (units) => `Không có nội dung: ${units}`,
  noValue: '–',
  findings: (count) => `Kết quả kiểm tra (${count})`,
  progress: (read) => `Đã đọc ${read}`,
  formNeeded: 'Cần nêu biểu mẫu: --form ID.',
  notList: (file) => `${file} không phải một danh sách.`,
  notMap: (file) => `${file} không phải các danh sách chọn theo mã: { "<selection>": [ … ] }.`,
};

const en: CommitteeStrings = {
  review: (form) => `Review: ${form}`,
  consolidation: (form, period) => `Consolidation: ${form}${period && `, ${period}`}`,
  answered: (answered, late, missing, exempt) =>
    `${answered} units answered (${late} late); ${missing} missing; ${exempt} exempt.`,
  counted: (counted, late, missing, exempt) =>
    `${counted} units counted (${late} late); ${missing} missing; ${exempt} exempt.`,
  late: (units) => `Late: ${units}.`,
  missing: (units) => `Missing: ${units}.`,
  exempt: (units) => `Exempt: ${units}.`,
  bounds: (min, max) => {
    if (max === null) return min > 0 ? `at least ${min}` : 'any number';
    if (min === max) return `exactly ${max}`;
    return min > 0 ? `${min} to ${max}` : `at most ${max}`;
  },
  count: (kinds, picked, bounds) => `${kinds}: ${picked} picked (${bounds})`,
  reserved: (by, picked, count) => `reserved for ${by}: ${picked} of ${count} picked`,
  proposal: (count) => `Nominees (${count})`,
  picked: 'picked',
  inReserve: (by) => `reserved: ${by}`,
  cameLate: 'late',
  leftOut: (count) => `Left out (${count})`,
  reason: {
    invalid: 'has an error',
    superseded: 'superseded by a later one',
    exempt: 'exempt',
    'other-form': 'another form',
    'other-period': 'another period',
    unreadable: 'unreadable',
  },
  noText: (units) => `Nothing from: ${units}`,
  noValue: '–',
  findings: (count) => `Findings (${count})`,
  progress: (read) => `${read} read`,
  formNeeded: 'Name the form: --form ID.',
  notList: (file) => `${file} is not a list.`,
  notMap: (file) => `${file} does not hold picks by selection: { "<selection>": [ … ] }.`,
};

export const committee: Record<Lang, CommitteeStrings> = { vi, en };
