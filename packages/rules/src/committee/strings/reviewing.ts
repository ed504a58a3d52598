import type { Lang } from '../../text.js';

/** Messages to the committee's officer while reviewing nominations and consolidating reports. */
export interface ReviewingStrings {
  invalid: string;
  exempt: string;
  unreadable: string;
  otherVersion: string;
  withoutDropped: string;
  notOnRoster: string;
  groupUnknown: string;
  silent: string;
  silentMeans: string;
  repeated: string;
  sameName: string;
  pastAward: string;
  selection: {
    over: string;
    under: string;
    kinds: string;
    reservedOver: string;
    reservedTaken: string;
    reservedKind: string;
    noSource: string;
    /** for a form that the committee answers itself */
    noOwnSource: string;
    /** how a bound that is a share was calculated; added to the finding */
    ofShare: string;
    shareOf: (share: string, members: number) => string;
    shareUnknown: string;
    notFromForm: string;
    notFromSelection: string;
    notReserved: string;
    twice: string;
    malformed: string;
    unknown: string;
  };
  picksShape: string;
  across: {
    none: string;
    percent: string;
    zero: string;
  };
  /** a unit's text in the report to the next level up */
  sectionOf: (unit: string, text: string) => string;
  /** units that report nothing */
  nothingHappened: (units: string) => string;
  nothingFrom: (units: string) => string;
}

const vi: ReviewingStrings = {
  invalid: 'Danh sách của “{unit}” ({source}) còn lỗi nên chưa đưa vào xét: {why}',
  exempt: '“{unit}” ({source}) không thuộc diện gửi biểu mẫu này; bản gửi không đưa vào xét.',
  unreadable: 'Không đọc được nội dung gửi lên ({source}).',
  otherVersion: 'Bản của “{unit}” ({source}) lập theo phiên bản {received}; đã kiểm tra theo phiên bản {expected}.',
  withoutDropped:
    'Bản của “{unit}” ({source}) lập theo phiên bản {received}; đã kiểm tra theo phiên bản {expected}, bỏ phần biểu mẫu không còn: {dropped}.',
  notOnRoster: '“{unit}” có gửi nhưng không có trong danh sách đơn vị.',
  groupUnknown:
    '“{unit}” ghi trong danh sách thuộc nhóm “{group}”, văn bản không có nhóm này nên đơn vị không được tính là phải gửi. Nếu ghi nhầm, hãy sửa thành một trong các nhóm: {groups}.',
  silent: 'Đã hết thời hạn mà “{unit}” chưa gửi.',
  silentMeans: 'Đã hết thời hạn mà “{unit}” chưa gửi: {meaning}.',
  repeated: '“{name}” ({unit}) trùng với “{other}” ({otherUnit}).',
  sameName: '“{name}” ({unit}) cùng tên với “{other}” ({otherUnit}); chức vụ hoặc nơi công tác ghi khác nhau.',
  pastAward: '“{name}” có tên trong danh sách đã được khen: {award}, năm {year}. {exclusion}.',
  selection: {
    over: 'Đã chọn {picked} {kinds}, nhiều hơn số lượng {max}.',
    under: 'Mới chọn {picked} {kinds}, ít hơn số lượng {min}.',
    kinds: 'Đã chọn {picked} {kinds}, không thuộc diện được chọn.',
    reservedOver: 'Dành {count} cho {by}, đã chọn {picked}.',
    reservedTaken: 'Đã chọn {picked} {kinds} của các đơn vị; trừ số dành riêng thì chỉ còn {max}.',
    reservedKind: '“{name}” không thuộc loại đối tượng dành cho {by}.',
    noSource: '“{nominee}” ({unit}) không có trong các danh sách hợp lệ đã nhận.',
    noOwnSource: '“{nominee}” không có trong danh sách hợp lệ mà {unit} lập.',
    ofShare: 'Số lượng này là {share}.',
    shareOf: (share, members) => `${share}, các đơn vị có danh sách được xét có tổng cộng ${members}`,
    shareUnknown: 'Chưa tính được {share}: có danh sách được xét chưa ghi số đảng viên, hội viên.',
    notFromForm: '“{name}” không do đơn vị nào đề nghị và không thuộc số dành riêng.',
    notFromSelection: '“{nominee}” ({unit}) không có trong danh sách đã chọn ở “{from}”.',
    notReserved: 'Không có số dành riêng “{reserved}”.',
    twice: '“{nominee}” ({unit}) được chọn hai lần.',
    malformed: 'Mục thứ {place} của danh sách chọn không đọc được.',
    unknown: 'Không có danh sách chọn “{selection}” từ biểu mẫu này.',
  },
  picksShape: 'Các danh sách chọn không đọc được.',
  across: {
    none: '{table}: không cộng cột “{column}” của các đơn vị.',
    percent: '{table}: không tính được cột “{column}” chung, vì biểu không có số liệu gốc của tỉ lệ.',
    zero: '{table}, dòng “{row}”: không tính được cột “{column}” chung, vì tổng số bằng 0.',
  },
  sectionOf: (unit, text) => `${unit}:\n${text}`,
  nothingHappened: (units) => `Không phát sinh: ${units}.`,
  nothingFrom: (units) => `Không có nội dung: ${units}.`,
};

const en: ReviewingStrings = {
  invalid: 'The nomination of “{unit}” ({source}) has an error and is not under review: {why}',
  exempt: '“{unit}” ({source}) is not asked for this form; what it sent is not under review.',
  unreadable: 'What was sent cannot be read ({source}).',
  otherVersion: 'What “{unit}” sent ({source}) was made by version {received}; it was judged by version {expected}.',
  withoutDropped:
    'What “{unit}” sent ({source}) was made by version {received}; it was judged by version {expected}, without what the form no longer has: {dropped}.',
  notOnRoster: '“{unit}” sent something and is not on the list of units.',
  groupUnknown:
    '“{unit}” is listed in the group “{group}”, which the directive does not have, so nothing is expected of it. If that is a slip, write one of: {groups}.',
  silent: 'The time is over and “{unit}” has sent nothing.',
  silentMeans: 'The time is over and “{unit}” has sent nothing: {meaning}.',
  repeated: '“{name}” ({unit}) repeats “{other}” ({otherUnit}).',
  sameName: '“{name}” ({unit}) has the name of “{other}” ({otherUnit}); position or workplace differ.',
  pastAward: '“{name}” is on the list of past awards: {award}, {year}. {exclusion}.',
  selection: {
    over: '{picked} {kinds} picked, more than {max}.',
    under: '{picked} {kinds} picked, fewer than {min}.',
    kinds: '{picked} {kinds} picked, which may not be picked here.',
    reservedOver: '{count} reserved for {by}, {picked} picked.',
    reservedTaken: '{picked} {kinds} picked from units; without the reserved places there are {max}.',
    reservedKind: '“{name}” is not of a kind reserved for {by}.',
    noSource: '“{nominee}” ({unit}) is in none of the valid nominations received.',
    noOwnSource: '“{nominee}” is in no valid nomination of {unit} itself.',
    ofShare: 'That is {share}.',
    shareOf: (share, members) => `${share}, of which those whose nominations are under review have ${members} together`,
    shareUnknown: '{share} cannot be worked out: a nomination under review does not say how many members there are.',
    notFromForm: '“{name}” was nominated by no unit and has no reserved place.',
    notFromSelection: '“{nominee}” ({unit}) is not among the picks of “{from}”.',
    notReserved: 'There are no reserved places “{reserved}”.',
    twice: '“{nominee}” ({unit}) is picked twice.',
    malformed: 'Entry {place} of the picks cannot be read.',
    unknown: 'There is no selection “{selection}” from this form.',
  },
  picksShape: 'The picks cannot be read.',
  across: {
    none: '{table}: column “{column}” is not added up over units.',
    percent: '{table}: column “{column}” has no common value; the table lacks the counts behind the percentage.',
    zero: '{table}, row “{row}”: column “{column}” has no common value; the whole is 0.',
  },
  sectionOf: (unit, text) => `${unit}:\n${text}`,
  nothingHappened: (units) => `Nothing to report: ${units}.`,
  nothingFrom: (units) => `Nothing from: ${units}.`,
};

export const reviewing: Record<Lang, ReviewingStrings> = { vi, en };
