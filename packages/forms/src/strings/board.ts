import type { Lang } from '@kl01/rules';
import { counted, twoDigits } from './words.js';
import type { UnitState } from './said.js';

/** The board's own strings; separate from the forms' strings, which a unit's officer loads. */
export interface BoardStrings {
  units: string;
  answered: (answered: number, due: number) => string;
  others: (counts: { late: number; invalid: number; missing: number }) => string;
  notAsked: (count: number) => string;
  onlyMissing: string;
  noUnits: string;
  more: (count: number) => string;
  unitState: Record<UnitState, string>;
  nominees: (count: number) => string;
  selection: string;
  pickingFor: string;
  to: (whom: string) => string;
  fromSelection: (label: string) => string;
  picked: (kinds: string, picked: number, min: number, max: number | null) => string;
  reserved: (by: string, kinds: string, picked: number, places: number) => string;
  addReserved: string;
  removeNamed: (name: string) => string;
  candidates: string;
  filter: string;
  search: string;
  kind: string;
  allKinds: string;
  which: string;
  whichOf: Record<'all' | 'picked' | 'not-picked' | 'found', string>;
  found: (found: number, all: number) => string;
  pick: string;
  pickNamed: (name: string, unit: string) => string;
  full: string;
  refused: string;
  compare: string;
  compareNamed: (name: string) => string;
  endCompare: (name: string) => string;
  comparison: string;
  unit: string;
  findings: string;
  noFindings: string;
  said: (name: string, on: boolean, left: string) => string;
  left: (count: number) => string;
}

const number = (count: number): string => new Intl.NumberFormat('vi-VN').format(count);

const vi: BoardStrings = {
  units: 'Tình hình gửi của các đơn vị',
  answered: (answered, due) => `Đã gửi: ${number(answered)}/${number(due)} đơn vị.`,
  others: ({ late, invalid, missing }) =>
    [
      late > 0 ? `Gửi muộn: ${number(late)}.` : '',
      invalid > 0 ? `Không tính được: ${number(invalid)}.` : '',
      missing > 0 ? `Chưa gửi: ${number(missing)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  notAsked: (count) => `${number(count)} đơn vị, không bắt buộc.`,
  onlyMissing: 'Chỉ xem đơn vị chưa gửi hoặc bản gửi không tính được',
  noUnits: 'Không có đơn vị nào.',
  more: (count) => `Xem thêm (còn ${number(count)})`,
  unitState: {
    answered: 'Đã gửi',
    late: 'Gửi muộn',
    invalid: 'Không tính được',
    missing: 'Chưa gửi',
    may: 'Không bắt buộc, chưa gửi',
    exempt: 'Không phải gửi',
  },
  nominees: (count) => `${twoDigits(count)} đề nghị`,
  selection: 'Xét chọn',
  pickingFor: 'Đang chọn cho',
  to: (whom) => `gửi ${whom}`,
  fromSelection: (label) => `Chỉ chọn trong số đã chọn ở: ${label}.`,
  picked: (kinds, picked, min, max) =>
    max === null
      ? `${kinds}: đã chọn ${number(picked)}${min > 0 ? ` (ít nhất ${twoDigits(min)})` : ''}`
      : `${kinds}: đã chọn ${number(picked)}/${number(max)}, còn ${number(Math.max(0, max - picked))}`,
  reserved: (by, kinds, picked, places) =>
    `Dành cho ${by} đề nghị (${kinds}): ${twoDigits(picked)}/${twoDigits(places)}`,
  addReserved: 'Thêm vào chỗ này',
  removeNamed: (name) => `Bỏ ${name}`,
  candidates: 'Danh sách đề nghị',
  filter: 'Lọc danh sách đề nghị',
  search: 'Tìm theo tên hoặc đơn vị',
  kind: 'Đối tượng',
  allKinds: 'Tất cả',
  which: 'Xem',
  whichOf: { all: 'Tất cả', picked: 'Đã chọn', 'not-picked': 'Chưa chọn', found: 'Có ý kiến kiểm tra' },
  found: (found, all) => `${number(found)}/${number(all)} đề nghị.`,
  pick: 'Chọn',
  pickNamed: (name, unit) => `Chọn ${name}${unit ? `, ${unit}` : ''}`,
  full: 'Đã đủ',
  refused: 'Chưa chọn được vì đã đủ số lượng; bỏ chọn người khác trước. Nếu chọn thêm:',
  compare: 'So sánh',
  compareNamed: (name) => `So sánh ${name}`,
  endCompare: (name) => `Thôi so sánh ${name}`,
  comparison: 'So sánh các đề nghị',
  unit: 'Đơn vị',
  findings: 'Kết quả kiểm tra',
  noFindings: 'Không có ý kiến.',
  said: (name, on, left) => `${on ? 'Đã chọn' : 'Đã bỏ chọn'} ${name}. ${left}`,
  left: (count) => (count === Infinity ? '' : `Còn ${number(Math.max(0, count))} chỗ.`),
};

const en: BoardStrings = {
  units: 'Answers of the units',
  answered: (answered, due) => `Sent: ${answered} of ${counted(due, 'unit', 'units')}.`,
  others: ({ late, invalid, missing }) =>
    [
      late > 0 ? `Late: ${late}.` : '',
      invalid > 0 ? `Not counted: ${invalid}.` : '',
      missing > 0 ? `Not sent: ${missing}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  notAsked: (count) => `${counted(count, 'unit', 'units')}, not obliged.`,
  onlyMissing: 'Only units that sent nothing, or nothing that counts',
  noUnits: 'No units.',
  more: (count) => `Show more (${count} left)`,
  unitState: {
    answered: 'Sent',
    late: 'Late',
    invalid: 'Not counted',
    missing: 'Not sent',
    may: 'Not obliged, not sent',
    exempt: 'Not asked',
  },
  nominees: (count) => counted(count, 'nominee', 'nominees'),
  selection: 'Selection',
  pickingFor: 'Picking for',
  to: (whom) => `to ${whom}`,
  fromSelection: (label) => `Only from those picked in: ${label}.`,
  picked: (kinds, picked, min, max) =>
    max === null
      ? `${kinds}: ${picked} picked${min > 0 ? ` (at least ${min})` : ''}`
      : `${kinds}: ${picked} of ${max} picked, ${Math.max(0, max - picked)} left`,
  reserved: (by, kinds, picked, places) => `Kept for proposals of ${by} (${kinds}): ${picked} of ${places}`,
  addReserved: 'Add here',
  removeNamed: (name) => `Remove ${name}`,
  candidates: 'Nominees',
  filter: 'Filter the nominees',
  search: 'Search by name or unit',
  kind: 'Kind',
  allKinds: 'All',
  which: 'Show',
  whichOf: { all: 'All', picked: 'Picked', 'not-picked': 'Not picked', found: 'With findings' },
  found: (found, all) => `${found} of ${counted(all, 'nominee', 'nominees')}.`,
  pick: 'Pick',
  pickNamed: (name, unit) => `Pick ${name}${unit ? `, ${unit}` : ''}`,
  full: 'Full',
  refused: 'Not picked, since all places are taken; take another pick back first. With one more:',
  compare: 'Compare',
  compareNamed: (name) => `Compare ${name}`,
  endCompare: (name) => `Stop comparing ${name}`,
  comparison: 'Nominees side by side',
  unit: 'Unit',
  findings: 'Findings',
  noFindings: 'None.',
  said: (name, on, left) => `${name} ${on ? 'picked' : 'not picked any more'}. ${left}`,
  left: (count) => (count === Infinity ? '' : `${counted(Math.max(0, count), 'place', 'places')} left.`),
};

export const boardStringsOf: Readonly<Record<Lang, BoardStrings>> = { vi, en };
