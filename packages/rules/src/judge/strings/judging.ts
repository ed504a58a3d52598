import type { Lang } from '../../text.js';

/** Messages used by the page and the server while judging; separate from the compiler's strings to keep pages small. */
export interface JudgingStrings {
  weekdays: readonly string[];
  /** a day in full, with its weekday */
  day: (weekday: string, date: string) => string;
  window: {
    /** the directive's wording */
    before: (when: string) => string;
    noLaterThan: (when: string) => string;
    between: (from: string, through: string) => string;
    from: (when: string) => string;
    through: (when: string) => string;
    month: (month: number, year: number) => string;
    quarter: (quarter: number, year: number) => string;
    year: (year: number) => string;
    on: (when: string) => string;
    daysAfter: (days: number, event: string) => string;
    monthsAfter: (months: number, event: string) => string;
    date: (date: string) => string;
    dateTime: (clock: string, date: string) => string;
    clock: (hours: number, minutes: number) => string;
    /** its meaning */
    endOfDay: (day: string) => string;
    wholeDay: (day: string) => string;
    untilClock: (clock: string, day: string) => string;
    throughClock: (clock: string, day: string) => string;
    fromDay: (day: string) => string;
    fromClock: (clock: string, day: string) => string;
    joined: (from: string, until: string) => string;
    openEnded: (from: string) => string;
    /** of days after an event that is not known yet */
    afterEvent: string;
    /** of one receiver */
    to: (receiver: string) => string;
    unannounced: string;
    /** findings */
    early: (said: string, meaning: string) => string;
    late: (said: string, meaning: string) => string;
    label: string;
  };
  envelope: {
    schema: string;
    refused: string;
    rulebook: string;
    version: string;
    form: string;
  };
  shape: {
    unknown: string;
    type: (label: string) => string;
    choice: (label: string) => string;
    blank: (label: string) => string;
    date: (label: string) => string;
    pattern: (label: string) => string;
    tooShort: (label: string) => string;
    tooLong: (label: string) => string;
    tooMany: (label: string) => string;
    whole: (label: string) => string;
    range: (label: string, minimum: string, maximum: string) => string;
    /** for a share, which is stored in hundredths of a percent and shown in percent */
    shareRange: (label: string, minimum: string, maximum: string) => string;
    shareDecimals: (label: string) => string;
    number: (number: number) => string;
    emptyFile: string;
    place: string;
  };
}

/** Formats `1234.5` with the given thousands and decimal separators, independent of the machine's locale. */
function grouped(number: number, thousands: string, decimal: string): string {
  const [whole = '', fraction] = String(number).split('.');
  // eslint-disable-next-line regexp/no-super-linear-move -- a number has 21 digits at most
  return whole.replace(/\B(?=(?:\d{3})+$)/g, thousands) + (fraction === undefined ? '' : decimal + fraction);
}

const quarters = ['I', 'II', 'III', 'IV'];

const two = (count: number): string => String(count).padStart(2, '0');

const vi: JudgingStrings = {
  weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  day: (weekday, date) => `${weekday}, ${date}`,
  window: {
    before: (when) => `trước ${when}`,
    noLaterThan: (when) => `chậm nhất ${when}`,
    between: (from, through) => `từ ${from} đến hết ${through}`,
    from: (when) => `từ ${when}`,
    through: (when) => `đến hết ${when}`,
    month: (month, year) => `trong tháng ${month < 3 ? '0' : ''}${month}/${year}`,
    quarter: (quarter, year) => `trong quý ${quarters[quarter - 1]}/${year}`,
    year: (year) => `trong năm ${year}`,
    on: (when) => when,
    daysAfter: (days, event) => `trong ${two(days)} ngày kể từ ${event}`,
    monthsAfter: (months, event) => `trong ${two(months)} tháng kể từ ${event}`,
    date: (date) => `ngày ${date}`,
    dateTime: (clock, date) => `${clock} ngày ${date}`,
    clock: (hours, minutes) => `${hours} giờ${minutes ? ` ${String(minutes).padStart(2, '0')}` : ''}`,
    endOfDay: (day) => `đến hết ngày ${day}`,
    wholeDay: (day) => `trong ngày ${day}`,
    untilClock: (clock, day) => `trước ${clock}, ${day}`,
    throughClock: (clock, day) => `đến hết ${clock}, ${day}`,
    fromDay: (day) => `từ ${day}`,
    fromClock: (clock, day) => `từ ${clock}, ${day}`,
    joined: (from, until) => `${from} ${until}`,
    openEnded: (from) => `${from}, không ấn định ngày cuối`,
    afterEvent: 'không tính ngày đầu, tính cả ngày cuối',
    to: (receiver) => `gửi ${receiver}`,
    unannounced: 'chưa ấn định',
    early: (said, meaning) => `Chưa đến thời gian nhận: ${said} (${meaning}).`,
    late: (said, meaning) => `Đã quá thời hạn: ${said} (${meaning}).`,
    label: 'Thời hạn gửi',
  },
  envelope: {
    schema: 'Nội dung gửi lên không phải là dữ liệu của biểu mẫu.',
    refused: 'Nội dung gửi lên không đọc được: quá lớn, lồng quá sâu, có số hoặc ký tự không hợp lệ.',
    rulebook: 'Biểu mẫu này thuộc bộ quy tắc {expected}; bản gửi lên ghi “{received}”. Hãy tải lại trang và nhập lại.',
    version: 'Bản gửi lên được lập theo phiên bản {received}; đã kiểm tra theo phiên bản {expected}.',
    form: 'Không có biểu mẫu “{received}” hoặc biểu mẫu đã được thu hồi.',
  },
  shape: {
    unknown: 'Có nội dung không thuộc biểu mẫu: “{property}”.',
    type: (label) => `${label}: kiểu dữ liệu không đúng.`,
    choice: (label) => `${label}: chọn một trong các mục đã cho.`,
    blank: (label) => `${label}: không được chỉ có khoảng trắng.`,
    date: (label) => `${label}: chưa ghi đủ ngày, tháng, năm hoặc không có ngày này trong lịch.`,
    pattern: (label) => `${label}: không đúng định dạng.`,
    tooShort: (label) => `${label}: ngắn hơn {limit} ký tự.`,
    tooLong: (label) => `${label}: dài quá {limit} ký tự.`,
    tooMany: (label) => `${label}: nhiều quá {limit} mục.`,
    whole: (label) => `${label}: phải là số nguyên.`,
    range: (label, minimum, maximum) => `${label}: phải từ ${minimum} đến ${maximum}.`,
    shareRange: (label, minimum, maximum) => `${label}: phải từ ${minimum} % đến ${maximum} %.`,
    shareDecimals: (label) => `${label}: nhiều nhất hai chữ số thập phân, ví dụ 97,55 %.`,
    number: (number) => grouped(number, '.', ','),
    emptyFile: 'Tệp không có nội dung (0 byte).',
    place: 'Nội dung',
  },
};

const en: JudgingStrings = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  day: (weekday, date) => `${weekday} ${date}`,
  window: {
    before: (when) => `before ${when}`,
    noLaterThan: (when) => `no later than ${when}`,
    between: (from, through) => `from ${from} through ${through}`,
    from: (when) => `from ${when}`,
    through: (when) => `through ${when}`,
    month: (month, year) => `within ${String(month).padStart(2, '0')}/${year}`,
    quarter: (quarter, year) => `within quarter ${quarters[quarter - 1]}/${year}`,
    year: (year) => `within ${year}`,
    on: (when) => `on ${when}`,
    daysAfter: (days, event) => `within ${days} days after ${event}`,
    monthsAfter: (months, event) => `within ${months} months after ${event}`,
    date: (date) => date,
    dateTime: (clock, date) => `${clock} on ${date}`,
    clock: (hours, minutes) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
    endOfDay: (day) => `until the end of ${day}`,
    wholeDay: (day) => `all day on ${day}`,
    untilClock: (clock, day) => `until ${clock}, ${day}`,
    throughClock: (clock, day) => `through ${clock}, ${day}`,
    fromDay: (day) => `from ${day}`,
    fromClock: (clock, day) => `from ${clock}, ${day}`,
    joined: (from, until) => `${from} ${until}`,
    openEnded: (from) => `${from}, without a last day`,
    afterEvent: 'the first day is not counted, the last one is',
    to: (receiver) => `to ${receiver}`,
    unannounced: 'to be announced',
    early: (said, meaning) => `Not yet open: ${said} (${meaning}).`,
    late: (said, meaning) => `The time is over: ${said} (${meaning}).`,
    label: 'Time for sending',
  },
  envelope: {
    schema: 'What was sent is not data of a form.',
    refused:
      'What was sent cannot be read: too large, nested too deep, or with numbers or characters that are not valid.',
    rulebook:
      'This form belongs to the rulebook {expected}; the submission names “{received}”. Reload the page and try again.',
    version: 'The submission was made by version {received}; it was judged by version {expected}.',
    form: 'There is no form “{received}”, or it was withdrawn.',
  },
  shape: {
    unknown: 'There is content that is no part of the form: “{property}”.',
    type: (label) => `${label}: the wrong type of value.`,
    choice: (label) => `${label}: choose one of the options.`,
    blank: (label) => `${label}: may not be blank space only.`,
    date: (label) => `${label}: not a day with month and year, or not in the calendar.`,
    pattern: (label) => `${label}: not in the right format.`,
    tooShort: (label) => `${label}: shorter than {limit} characters.`,
    tooLong: (label) => `${label}: longer than {limit} characters.`,
    tooMany: (label) => `${label}: more than {limit} entries.`,
    whole: (label) => `${label}: must be a whole number.`,
    range: (label, minimum, maximum) => `${label}: must be from ${minimum} to ${maximum}.`,
    shareRange: (label, minimum, maximum) => `${label}: must be from ${minimum} % to ${maximum} %.`,
    shareDecimals: (label) => `${label}: two decimals at most, such as 97.55 %.`,
    number: (number) => grouped(number, ',', '.'),
    emptyFile: 'The file is empty (0 bytes).',
    place: 'Content',
  },
};

export const judging: Record<Lang, JudgingStrings> = { vi, en };
