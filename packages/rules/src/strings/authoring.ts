import type { Lang } from '../text.js';

/** What an engineer who writes a pack is told: the problem, and what to do about it. */
export interface AuthoringStrings {
  packError: (count: number) => string;
  problems: Record<ProblemCode, (detail: string) => readonly [message: string, remedy: string]>;
  lint: Record<LintCode, (detail: string) => readonly [message: string, remedy: string]>;
}

export type ProblemCode =
  | 'missing'
  | 'type'
  | 'unknown-key'
  | 'value'
  | 'range'
  | 'length'
  | 'id'
  | 'field'
  | 'pack-id'
  | 'reserved'
  | 'day'
  | 'moment'
  | 'span'
  | 'version'
  | 'window-timing'
  | 'shape'
  | 'duplicate'
  | 'reference'
  | 'field-unknown'
  | 'field-reserved'
  | 'exactly-and-bounds'
  | 'criterion-test'
  | 'paper-alone'
  | 'options'
  | 'amendment'
  | 'not-json';

export type LintCode =
  | 'profile'
  | 'quota-two'
  | 'quota-missing'
  | 'quota-impossible'
  | 'window-two'
  | 'window-order'
  | 'window-before-directive'
  | 'window-missing'
  | 'late-until'
  | 'selection-before-units'
  | 'achievements-past-window'
  | 'condition-optional'
  | 'endorsed-paper'
  | 'declared-twice'
  | 'label'
  | 'template'
  | 'address'
  | 'allocated'
  | 'coverage'
  | 'criterion-kind';

const vi: AuthoringStrings = {
  packError: (count) => `Gói quy tắc có ${count} lỗi.`,
  problems: {
    missing: (what) => [`Thiếu “${what}”.`, `Thêm thành phần “${what}”.`],
    type: (what) => [`Kiểu dữ liệu không đúng, cần ${what}.`, `Ghi lại giá trị theo kiểu ${what}.`],
    'unknown-key': (what) => [
      `Không có thành phần nào tên “${what}” ở đây.`,
      'Xoá đi hoặc sửa lại tên; xem docs/rule-pack.md.',
    ],
    value: (what) => ['Giá trị không được phép.', `Chọn một trong các giá trị: ${what}.`],
    range: (what) => ['Giá trị nằm ngoài khoảng cho phép.', `Ghi giá trị ${what}.`],
    length: (what) => ['Độ dài không đúng.', `Cần ${what}.`],
    id: () => ['Mã không đúng dạng.', 'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối đơn, ví dụ “to-trinh”.'],
    field: () => [
      'Tên trường không đúng dạng.',
      'Bắt đầu bằng chữ thường không dấu, chỉ gồm chữ và số, ví dụ “partyMember”.',
    ],
    'pack-id': () => ['Mã gói không đúng dạng.', 'Các mã nối nhau bằng dấu chấm, ví dụ “tinh.co-quan.2023”.'],
    reserved: () => [
      'Tên này không dùng được.',
      'Chọn tên khác; tên trùng với thuộc tính sẵn có của đối tượng JavaScript.',
    ],
    day: () => ['Không có ngày này trong lịch.', 'Ghi ngày dạng YYYY-MM-DD, ví dụ 2023-03-31.'],
    moment: () => ['Không phải ngày, giờ hợp lệ.', 'Ghi dạng 2023-03-31 hoặc 2023-03-31T17:00.'],
    span: () => ['Không phải tháng, quý hoặc năm.', 'Ghi dạng 2023-05, 2023-Q2 hoặc 2023.'],
    version: () => ['Phiên bản không đúng dạng.', 'Ghi ba số nối nhau bằng dấu chấm, ví dụ 1.0.0.'],
    'window-timing': () => [
      'Thời hạn phải ghi theo đúng một cách.',
      'Dùng một trong: before, noLaterThan, from cùng through, within, on.',
    ],
    shape: () => ['Thành phần không theo dạng nào được phép.', 'Xem các dạng được phép trong docs/rule-pack.md.'],
    duplicate: (what) => [`Mã “${what}” đã dùng trong cùng phạm vi.`, 'Đặt mã khác.'],
    reference: (what) => [`Không tìm thấy “${what}”.`, 'Sửa lại mã, hoặc khai báo thành phần đó.'],
    'field-unknown': (what) => [
      `Trường “${what}” không có trong từ vựng chung và chưa khai báo kiểu.`,
      'Sửa tên trường, hoặc thêm "type" và "label".',
    ],
    'field-reserved': (what) => [
      `Không thể đặt tên trường là “${what}”.`,
      'Chọn tên khác; tên này đã dùng trong bản gửi.',
    ],
    'exactly-and-bounds': () => [
      '“exactly” không đi cùng “min”, “max”; phải có ít nhất một giới hạn.',
      'Giữ lại một cách ghi.',
    ],
    'criterion-test': () => ['Tiêu chuẩn phải có đúng một phép so sánh.', 'Dùng một trong: is, in, atLeast, has.'],
    'paper-alone': () => ['“paper” không đi cùng cách nộp khác.', 'Ghi riêng ["paper"].'],
    options: () => ['Trường chọn phải có các lựa chọn.', 'Thêm "options".'],
    amendment: (what) => [`Sau khi sửa đổi, gói không còn hợp lệ: ${what}`, 'Sửa lại nội dung của sửa đổi.'],
    'not-json': () => ['Tệp không phải JSON.', 'Kiểm tra dấu phẩy, dấu ngoặc và bảng mã UTF-8.'],
  },
  lint: {
    profile: (what) => [
      `Logic nằm ngoài bộ phép toán chung: ${what}.`,
      'Chỉ dùng các phép toán nêu trong docs/rulebook.md.',
    ],
    'quota-two': (what) => [`Đơn vị hoặc nhóm “${what}” có hai định mức.`, 'Giữ lại một.'],
    'quota-missing': (what) => [
      `Nhóm “${what}” phải gửi đề nghị nhưng không có định mức.`,
      'Thêm định mức cho nhóm, hoặc sửa answeredBy.',
    ],
    'quota-impossible': (what) => [`Phương án không thể đạt: ${what}.`, 'Sửa lại số lượng.'],
    'window-two': (what) => [`“${what}” có hai thời hạn cho cùng biểu mẫu và kỳ.`, 'Giữ lại một.'],
    'window-order': (what) => [`Thời hạn kết thúc trước khi bắt đầu: ${what}.`, 'Sửa lại ngày.'],
    'window-before-directive': (what) => [
      `Thời hạn kết thúc trước ngày ban hành văn bản: ${what}.`,
      'Kiểm tra lại ngày, năm.',
    ],
    'window-missing': (what) => [
      `“${what}” không có thời hạn.`,
      'Thêm "windows"; nếu văn bản chưa ấn định thì ghi "unannounced".',
    ],
    'late-until': (what) => [`lateUntil không sau thời hạn: ${what}.`, 'Sửa lại ngày.'],
    'selection-before-units': (what) => [`Mốc của cấp uỷ đến trước hạn của đơn vị: ${what}.`, 'Kiểm tra lại ngày.'],
    'achievements-past-window': (what) => [
      `Thời gian tính thành tích kéo dài quá hạn gửi: ${what}.`,
      'Nếu đúng theo văn bản, ghi lý do vào notes.',
    ],
    'condition-optional': (what) => [`Điều kiện đọc trường không bắt buộc: ${what}.`, 'Bỏ "optional" của trường.'],
    'endorsed-paper': (what) => [
      `Thành phần nộp bản giấy không thể vừa có xác nhận: ${what}.`,
      'Bỏ endorsedBy, hoặc đổi cách nộp.',
    ],
    'declared-twice': (what) => [`Mã “${what}” được dùng cho hai nội dung trong cùng biểu mẫu.`, 'Đặt mã khác.'],
    label: (what) => [`Chưa có tên gọi: ${what}.`, 'Thêm "label".'],
    template: (what) => [`Thành phần in theo mẫu nhưng mẫu không có mục cho ${what}.`, 'Thêm các mục của mẫu.'],
    address: (what) => [`Hai thành phần cùng một địa chỉ: ${what}.`, 'Đặt mã khác.'],
    allocated: (what) => [`Số phân bổ không khớp tổng số: ${what}.`, 'Kiểm tra định mức, số đơn vị và chỗ dành riêng.'],
    coverage: (what) => [`coverage chỉ đến thành phần không có: ${what}.`, 'Sửa lại địa chỉ.'],
    'criterion-kind': (what) => [
      `Tiêu chuẩn đọc trường mà biểu mẫu không hỏi: ${what}.`,
      'Thêm trường, hoặc thu hẹp "of".',
    ],
  },
};

const en: AuthoringStrings = {
  packError: (count) => `The pack has ${count} problem${count === 1 ? '' : 's'}.`,
  problems: {
    missing: (what) => [`“${what}” is missing.`, `Add the member “${what}”.`],
    type: (what) => [`The value has the wrong type; expected ${what}.`, `Write it as ${what}.`],
    'unknown-key': (what) => [
      `There is no member “${what}” here.`,
      'Remove it or mend its name; see docs/rule-pack.md.',
    ],
    value: (what) => ['The value is not allowed.', `Choose one of: ${what}.`],
    range: (what) => ['The value is out of range.', `Write a value ${what}.`],
    length: (what) => ['The length is not right.', `Expected ${what}.`],
    id: () => ['Not an id.', 'Use lower-case letters, digits and single hyphens, such as "to-trinh".'],
    field: () => [
      'Not a field name.',
      'Begin with a lower-case letter; letters and digits only, such as "partyMember".',
    ],
    'pack-id': () => ['Not a pack id.', 'Join ids by dots, such as "tinh.co-quan.2023".'],
    reserved: () => [
      'This name cannot be used.',
      'Choose another: every JavaScript object has a property of that name.',
    ],
    day: () => ['No such day in the calendar.', 'Write YYYY-MM-DD, such as 2023-03-31.'],
    moment: () => ['Not a day or time.', 'Write 2023-03-31 or 2023-03-31T17:00.'],
    span: () => ['Not a month, quarter or year.', 'Write 2023-05, 2023-Q2 or 2023.'],
    version: () => ['Not a version.', 'Write three numbers joined by dots, such as 1.0.0.'],
    'window-timing': () => [
      'A window says its time in exactly one way.',
      'Use one of: before, noLaterThan, from with through, within, on.',
    ],
    shape: () => ['The element has none of the shapes allowed here.', 'See the shapes in docs/rule-pack.md.'],
    duplicate: (what) => [`The id “${what}” is already used here.`, 'Choose another id.'],
    reference: (what) => [`There is no “${what}”.`, 'Mend the id, or declare the element.'],
    'field-unknown': (what) => [
      `The field “${what}” is no word of the shared vocabulary and has no type.`,
      'Mend its name, or give it "type" and "label".',
    ],
    'field-reserved': (what) => [
      `A field cannot be called “${what}”.`,
      'Choose another name: submissions use this one themselves.',
    ],
    'exactly-and-bounds': () => [
      '"exactly" excludes "min" and "max"; one bound is needed.',
      'Keep one way of saying it.',
    ],
    'criterion-test': () => ['A criterion has exactly one test.', 'Use one of: is, in, atLeast, has.'],
    'paper-alone': () => ['"paper" stands alone.', 'Write ["paper"].'],
    options: () => ['A choice needs its options.', 'Add "options".'],
    amendment: (what) => [`Once amended, the pack is no longer valid: ${what}`, 'Mend the amendment.'],
    'not-json': () => ['The file is not JSON.', 'Look for a missing comma or bracket, and for UTF-8.'],
  },
  lint: {
    profile: (what) => [`Logic outside the portable profile: ${what}.`, 'Use only the operators of docs/rulebook.md.'],
    'quota-two': (what) => [`The unit or group “${what}” has two quotas.`, 'Keep one.'],
    'quota-missing': (what) => [
      `The group “${what}” must nominate but has no quota.`,
      'Give it a quota, or mend answeredBy.',
    ],
    'quota-impossible': (what) => [`An alternative nobody can meet: ${what}.`, 'Mend the counts.'],
    'window-two': (what) => [`“${what}” has two windows for one form and period.`, 'Keep one.'],
    'window-order': (what) => [`The window closes before it opens: ${what}.`, 'Mend the dates.'],
    'window-before-directive': (what) => [
      `The window closes before the directive’s date: ${what}.`,
      'Check day and year.',
    ],
    'window-missing': (what) => [
      `“${what}” has no window.`,
      'Add "windows"; where the directive gives no date, write "unannounced".',
    ],
    'late-until': (what) => [`lateUntil is not after the deadline: ${what}.`, 'Mend the date.'],
    'selection-before-units': (what) => [`The committee’s date comes before its units’: ${what}.`, 'Check the dates.'],
    'achievements-past-window': (what) => [
      `The achievement period runs past the window: ${what}.`,
      'If the directive says so, note the reading.',
    ],
    'condition-optional': (what) => [
      `A condition reads an optional field: ${what}.`,
      'Take "optional" from the field.',
    ],
    'endorsed-paper': (what) => [
      `An item on paper has no endorsement of its own: ${what}.`,
      'Remove endorsedBy, or change "as".',
    ],
    'declared-twice': (what) => [`The id “${what}” is used for two things in one form.`, 'Choose another id.'],
    label: (what) => [`Nothing says what to call it: ${what}.`, 'Add "label".'],
    template: (what) => [`The item is printed by a template that has no sections for ${what}.`, 'Add its sections.'],
    address: (what) => [`Two elements at one address: ${what}.`, 'Choose another id.'],
    allocated: (what) => [
      `Allocations do not add up to the total: ${what}.`,
      'Check quotas, numbers of units and reserved places.',
    ],
    coverage: (what) => [`coverage points to no element: ${what}.`, 'Mend the address.'],
    'criterion-kind': (what) => [
      `A criterion reads a field that the form does not ask: ${what}.`,
      'Ask for the field, or narrow "of".',
    ],
  },
};

export const authoring: Record<Lang, AuthoringStrings> = { vi, en };
