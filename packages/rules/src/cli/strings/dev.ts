import type { Lang } from '../../text.js';

/** Messages of `kl01 dev` on the terminal, and in its answers to the page. */
export interface DevStrings {
  started: (address: string, file: string) => string;
  noForms: string;
  notPort: (port: string) => string;
  portTaken: (port: number) => string;
  noCasesYet: (file: string) => string;
  brokenPack: string;
  noName: string;
  sameName: (name: string) => string;
  /** words of the page; `{…}` is filled in there */
  page: Readonly<Record<PageWord, string>>;
}

export type PageWord =
  | 'title'
  | 'language'
  | 'skip'
  | 'form'
  | 'answering'
  | 'chooseForm'
  | 'group'
  | 'unit'
  | 'unitHint'
  | 'now'
  | 'nowHint'
  | 'atOnce'
  | 'receiver'
  | 'anyReceiver'
  | 'given'
  | 'unknown'
  | 'yes'
  | 'no'
  | 'empty'
  | 'broken'
  | 'lastGood'
  | 'noneGood'
  | 'good'
  | 'remarks'
  | 'findings'
  | 'noFindings'
  | 'valid'
  | 'notValid'
  | 'error'
  | 'warning'
  | 'advice'
  | 'place'
  | 'whole'
  | 'clause'
  | 'inExplanation'
  | 'rule'
  | 'values'
  | 'logic'
  | 'ofShape'
  | 'cases'
  | 'casesPassed'
  | 'passed'
  | 'failed'
  | 'missing'
  | 'unexpected'
  | 'open'
  | 'opened'
  | 'newCase'
  | 'newCaseHint'
  | 'caseName'
  | 'add'
  | 'added'
  | 'explanation'
  | 'lost'
  | 'formsFailed'
  | 'failedRequest';

const vi: DevStrings = {
  started: (address, file) =>
    `Thử gói ${file} tại ${address}\nTrang tự cập nhật mỗi khi lưu gói hoặc tệp tình huống. Dừng: Ctrl+C.`,
  noForms:
    'Không tìm thấy @kl01/forms, nơi có các biểu mẫu mà “kl01 dev” hiển thị. Cài gói đó cạnh @kl01/rules (npm install @kl01/forms, hoặc từ tệp .tgz của cùng bản phát hành), rồi chạy lại.',
  notPort: (port) => `Tham số --port “${port}” không đúng: ghi một số từ 1 đến 65535, hoặc bỏ đi để tự chọn cổng.`,
  portTaken: (port) => `Không mở được cổng ${port}: cổng đang dùng hoặc không được phép. Bỏ --port để tự chọn cổng.`,
  noCasesYet: (file) => `Chưa có ${file}. Tình huống đầu tiên thêm tại đây sẽ tạo tệp này.`,
  brokenPack: 'Gói đang có lỗi nên chưa thêm được tình huống. Sửa gói, lưu lại, rồi thêm.',
  noName: 'Đặt tên cho tình huống: nói ai gửi gì, kết quả ra sao.',
  sameName: (name) => `Đã có tình huống tên “${name}”. Đặt tên khác.`,
  page: {
    title: 'Thử gói {pack}',
    language: 'English',
    skip: 'Đến',
    form: 'Biểu mẫu',
    answering: 'Ai gửi, khi nào',
    chooseForm: 'Biểu mẫu của gói',
    group: 'Nhóm đơn vị',
    unit: 'Mã đơn vị',
    unitHint: 'Mã của đơn vị mà văn bản nêu tên, hoặc mã bất kỳ.',
    now: 'Thời điểm gửi',
    nowHint: 'Múi giờ của gói: {offset}',
    atOnce: 'Lấy giờ hiện tại',
    receiver: 'Nơi nhận kiểm tra',
    anyReceiver: 'không nêu',
    given: 'Điều bên tiếp nhận biết',
    unknown: 'chưa biết',
    yes: 'có',
    no: 'không',
    empty: 'Xoá trắng biểu mẫu',
    broken: 'Gói đang có lỗi',
    lastGood: 'Biểu mẫu và diễn giải bên dưới vẫn theo bản đúng gần nhất, lưu lúc {time}.',
    noneGood: 'Chưa có bản nào dùng được; biểu mẫu sẽ hiện khi gói hết lỗi.',
    good: 'Gói không có lỗi, đọc lúc {time}.',
    remarks: 'Nhận xét về gói',
    findings: 'Kết quả kiểm tra',
    noFindings: 'Không có gì phải xem lại.',
    valid: 'Hợp lệ: gửi được',
    notValid: 'Chưa hợp lệ: không gửi được',
    error: 'lỗi',
    warning: 'cảnh báo',
    advice: 'gợi ý',
    place: 'Chỗ',
    whole: 'cả bản gửi',
    clause: 'Căn cứ',
    inExplanation: 'Xem trong diễn giải',
    rule: 'Quy tắc',
    values: 'Giá trị',
    logic: 'Quy tắc đã biên dịch',
    ofShape: 'Hình dạng dữ liệu (schema) của biểu mẫu, không phải một quy tắc riêng.',
    cases: 'Tình huống',
    casesPassed: '{passed} đạt, {failed} không đạt',
    passed: 'đạt',
    failed: 'không đạt',
    missing: 'Thiếu: {finding}',
    unexpected: 'Thừa: {finding}',
    open: 'Mở trong biểu mẫu',
    opened: 'Đã mở “{name}” trong biểu mẫu.',
    newCase: 'Lấy nội dung đang khai làm tình huống mới',
    newCaseHint: 'Kết quả kiểm tra hiện nay được ghi làm kết quả phải có. Đọc lại trước khi tin.',
    caseName: 'Tên tình huống',
    add: 'Thêm vào {file}',
    added: 'Đã thêm “{name}” vào {file}.',
    explanation: 'Diễn giải',
    lost: 'Mất liên lạc với kl01 dev. Chạy lại lệnh; trang sẽ tự nối lại nếu cùng cổng.',
    formsFailed: 'Không tải được biểu mẫu (kl01-forms.js).',
    failedRequest: 'kl01 dev không trả lời được yêu cầu ({status}).',
  },
};

const en: DevStrings = {
  started: (address, file) =>
    `Trying ${file} at ${address}\nThe page follows each saving of the pack or its cases. Stop: Ctrl+C.`,
  noForms:
    'Cannot find @kl01/forms, which has the forms that “kl01 dev” shows. Install it beside @kl01/rules (npm install @kl01/forms, or from the .tgz file of the same release), then run this again.',
  notPort: (port) => `--port "${port}" is not a port: give a number from 1 to 65535, or leave it out for a free one.`,
  portTaken: (port) => `Cannot open port ${port}: it is in use or not allowed. Leave out --port for a free one.`,
  noCasesYet: (file) => `There is no ${file} yet. The first case added here makes it.`,
  brokenPack: 'The pack has mistakes, so no case can be added. Mend the pack, save it, then add.',
  noName: 'Name the case: who sends what, and how it ends.',
  sameName: (name) => `There is a case named “${name}” already. Choose another name.`,
  page: {
    title: 'Trying {pack}',
    language: 'Tiếng Việt',
    skip: 'Go to',
    form: 'Form',
    answering: 'Who sends, and when',
    chooseForm: 'Form of the pack',
    group: 'Group of units',
    unit: 'Id of the unit',
    unitHint: 'That of a unit that the directive names, or any other.',
    now: 'Sent at',
    nowHint: 'Time zone of the pack: {offset}',
    atOnce: 'Take the present time',
    receiver: 'Receiver that judges',
    anyReceiver: 'none said',
    given: 'What the host knows',
    unknown: 'not known',
    yes: 'yes',
    no: 'no',
    empty: 'Empty the form',
    broken: 'The pack has mistakes',
    lastGood: 'Form and explanation below are of the last good version, read at {time}.',
    noneGood: 'No version was usable yet; the form appears when the pack has no mistakes.',
    good: 'The pack has no mistakes; read at {time}.',
    remarks: 'Remarks about the pack',
    findings: 'Findings',
    noFindings: 'Nothing to look at.',
    valid: 'Valid: may be sent',
    notValid: 'Not valid: may not be sent',
    error: 'error',
    warning: 'warning',
    advice: 'advice',
    place: 'Place',
    whole: 'the whole submission',
    clause: 'Clause',
    inExplanation: 'Find in the explanation',
    rule: 'Rule',
    values: 'Values',
    logic: 'The rule as compiled',
    ofShape: 'The shape (schema) of the form, not a rule of its own.',
    cases: 'Cases',
    casesPassed: '{passed} passed, {failed} failed',
    passed: 'passed',
    failed: 'failed',
    missing: 'Missing: {finding}',
    unexpected: 'Unexpected: {finding}',
    open: 'Open in the form',
    opened: 'Opened “{name}” in the form.',
    newCase: 'Take what is filled in as a new case',
    newCaseHint: 'The present findings are written as those expected. Read them before you rely on them.',
    caseName: 'Name of the case',
    add: 'Add to {file}',
    added: 'Added “{name}” to {file}.',
    explanation: 'Explanation',
    lost: 'kl01 dev does not answer. Run it again; the page connects by itself if the port is the same.',
    formsFailed: 'Cannot load the forms (kl01-forms.js).',
    failedRequest: 'kl01 dev could not answer the request ({status}).',
  },
};

export const devStrings: Record<Lang, DevStrings> = { vi, en };
