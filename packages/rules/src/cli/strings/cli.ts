import type { UnreadableReason } from '../../reading/read-json.js';
import type { Lang } from '../../text.js';

/** Messages of the command line to engineers. */
export interface CliStrings {
  usage: string;
  /** heading of the options of a command, and what each is for */
  optionsHeading: string;
  options: Readonly<Record<string, string>>;
  unknownCommand: (name: string) => string;
  unreadableFile: (file: string, why: string) => string;
  /** system errors by code; others are shown in the system's words */
  system: Readonly<Record<string, string>>;
  /** @param line, column from 1 */
  notJsonAt: (line: number, column: number) => string;
  byteOrderMark: string;
  emptyFile: string;
  notUtf8: string;
  /** @param usage the lines of `usage` about the command */
  missingFile: (usage: string) => string;
  tooManyFiles: (extra: readonly string[], usage: string) => string;
  /** @param option as typed, with its hyphens */
  unknownOption: (option: string) => string;
  optionValue: (option: string) => string;
  /** an option of other commands */
  foreignOption: (option: string, usage: string) => string;
  notLang: (lang: string) => string;
  unreadable: Record<UnreadableReason, string>;
  notInstant: (now: string) => string;
  notRulebook: (file: string) => string;
  otherRulebook: (file: string) => string;
  notPack: (file: string) => string;
  /** @param pointers what was rewritten */
  migrated: (file: string, pointers: readonly string[]) => string;
  migratedAlready: (file: string) => string;
  mistakenPack: (file: string, count: number) => string;
  /** a rulebook that was edited by hand or damaged in transit */
  brokenRulebook: (pointer: string) => string;
  caseFailed: (name: string, missing: readonly string[], unexpected: readonly string[]) => string;
  casesPassed: (passed: number, failed: number) => string;
  lintPassed: (pack: string) => string;
  verdict: (valid: boolean) => string;
  judged: (lines: number, perSecond: number) => string;
  severity: Record<'error' | 'warning' | 'advice', string>;
  arguments: (why: string) => string;
  notWritten: (file: string, why: string) => string;
  notModuleFile: string;
}

const vi: CliStrings = {
  usage: `Cách dùng:
  kl01 lint PACK… [--json]                         kiểm tra gói quy tắc
  kl01 compile PACK [-o FILE] [--module]           biên dịch gói thành bộ quy tắc
                                                   (--module -o TÊN.mjs: biên dịch gói hoặc bộ quy tắc thành mô-đun
                                                   JavaScript tự kiểm tra được, không cần thư viện, kèm kiểu TÊN.d.mts)
  kl01 check PACK|RULEBOOK SUBMISSION [--now INSTANT] [--unit ID:GROUP] [--receiver ID] [--given ID=VALUE]… [--json]
  kl01 judge RULEBOOK…                             chấm từng dòng NDJSON từ đầu vào chuẩn
  kl01 test PACK…                                  chạy <gói>.cases.json
  kl01 dev PACK [--port N]                         trang trên máy này để thử gói trong lúc viết (cần @kl01/forms)
  kl01 explain PACK                                diễn giải gói bằng lời, cho cán bộ duyệt (Markdown)
  kl01 diff OLD NEW [SUBMISSION…] [--now INSTANT] [--unit ID:GROUP]
                                                   hai gói khác nhau ở đâu; bản đã gửi còn hợp lệ không
                                                   (mã 1: có bản đang hợp lệ thành không hợp lệ)
  kl01 review PACK|RULEBOOK --form ID [--period ID] [--units FILE] [--picks FILE] [--awards FILE] [--now INSTANT] [--json] PATH…
                                                   xét chọn: ai đã gửi, ai được đề nghị, số đã chọn so với số lượng
  kl01 consolidate PACK|RULEBOOK --form ID [--period ID] [--units FILE] [--now INSTANT] [--json] PATH…
                                                   tổng hợp báo cáo: lời của từng đơn vị theo mục, cộng các biểu
                                                   (PATH: tệp, thư mục, NDJSON; bản gửi không kèm ngày giờ coi là đúng hạn)
  kl01 host-check URL PACK|RULEBOOK SUBMISSION [--now INSTANT] [--late URL] [--desk URL] [--header TEXT]… [--other-header TEXT]…
                  [--desk-header TEXT]… [--field NAME=VALUE]… [--other-field NAME=VALUE]… [--receiver ID] [--given ID=VALUE]… [--json]
                                                   thử một máy chủ như người lạ gửi đến: điểm nào của thoả thuận lưu trữ
                                                   (docs/storage-contract.md) đạt. Chỉ chạy trên cơ sở dữ liệu thử
                                                   (SUBMISSION: bản hợp lệ; --late: cùng máy chủ, đã quá hạn;
                                                   --other-header: phiên của đơn vị khác)
  kl01 migrate PACK [-o FILE]                      viết lại gói của bản trước theo định dạng hiện nay
  kl01 new [--from PACK] [-o FILE]                 gói mẫu để bắt đầu, hoặc chép cấu trúc của gói khác
Tuỳ chọn chung: --lang vi|en
Mã kết thúc: 0 đạt, 1 có lỗi, 2 đầu vào không dùng được.`,
  optionsHeading: 'Tham số:',
  options: {
    '-o': 'ghi ra tệp này thay vì ra màn hình',
    '--json': 'in kết quả dạng JSON, cho chương trình khác đọc',
    '--module': 'biên dịch thành mô-đun JavaScript tự kiểm tra được',
    '--now': 'coi như nhận lúc này, kèm múi giờ: 2023-03-30T23:59:00+07:00 (không ghi: giờ của máy)',
    '--unit': 'đơn vị đã đăng nhập, mã và nhóm: xa-hoa-binh:cac-xa',
    '--receiver': 'gửi đến nơi nhận có "id" này',
    '--given': 'điều máy chủ biết ("given" của gói), ghi nhiều lần được: nam-hoc=2026',
    '--port': 'cổng của trang trên máy này',
    '--form': 'biểu mẫu có "id" này của gói',
    '--period': 'kỳ báo cáo có "id" này',
    '--units': 'tệp JSON ghi các đơn vị phải gửi',
    '--picks': 'tệp JSON ghi các đối tượng đã chọn',
    '--awards': 'tệp JSON ghi các lần khen thưởng trước',
    '--late': 'địa chỉ của cùng máy chủ, khi đã quá hạn',
    '--desk': 'địa chỉ của bàn tiếp nhận',
    '--header': 'dòng đầu HTTP của đơn vị gửi, ghi nhiều lần được',
    '--other-header': 'dòng đầu HTTP của một đơn vị khác',
    '--other-field': 'trường gửi kèm của một đơn vị khác',
    '--desk-header': 'dòng đầu HTTP của bàn tiếp nhận',
    '--field': 'trường gửi kèm, ghi nhiều lần được',
    '--from': 'chép cấu trúc của gói này',
    '--lang': 'ngôn ngữ của thông báo: vi (không ghi) hoặc en',
  },
  unknownCommand: (name) => `Không có lệnh “${name}”.`,
  unreadableFile: (file, why) => `Không đọc được ${file}: ${why}`,
  system: {
    ENOENT: 'không có tệp hoặc thư mục này.',
    EACCES: 'không có quyền.',
    EPERM: 'không có quyền.',
    EISDIR: 'đây là thư mục, không phải tệp.',
    ENOTDIR: 'đường dẫn đi qua một tệp, không phải thư mục.',
    EEXIST: 'tệp đã có; chọn tên khác hoặc xoá tệp cũ.',
    ENOSPC: 'ổ đĩa đã đầy.',
  },
  notJsonAt: (line, column) =>
    `không phải JSON, sai ở dòng ${line}, cột ${column}. Kiểm tra dấu phẩy, dấu ngoặc, dấu nháy kép ngay tại đó và trước đó.`,
  emptyFile: 'tệp trống.',
  notUtf8: 'không phải văn bản bảng mã UTF-8. Mở trong trình soạn thảo và lưu lại dạng UTF-8.',
  missingFile: (usage) => `Thiếu tệp. Cách dùng:\n${usage}`,
  tooManyFiles: (extra, usage) => `Thừa: ${extra.join(', ')}. Cách dùng:\n${usage}`,
  unknownOption: (option) => `Không có tham số “${option}”. Xem kl01 --help.`,
  optionValue: (option) => `Tham số ${option} ghi chưa đúng: thiếu giá trị, hoặc thừa giá trị. Xem kl01 --help.`,
  foreignOption: (option, usage) => `Lệnh này không dùng tham số ${option}. Cách dùng:\n${usage}`,
  notLang: (lang) => `Tham số --lang “${lang}” không đúng: ghi vi hoặc en.`,
  byteOrderMark: 'tệp mở đầu bằng dấu thứ tự byte (BOM). Lưu lại dạng UTF-8 không có BOM.',
  unreadable: {
    'not-json': 'không phải JSON bảng mã UTF-8.',
    'too-large': 'quá lớn; không đưa tệp kèm theo vào bản gửi.',
    'too-deep': 'danh sách, đối tượng lồng nhau quá sâu.',
    number: 'có số vượt ngoài ±(2^53 − 1).',
    surrogate: 'có ký tự hỏng (nửa cặp thay thế); lưu lại bằng bảng mã UTF-8.',
    'not-data': 'có giá trị không phải dữ liệu JSON.',
  },
  notInstant: (now) => `Tham số --now “${now}” không đúng: ghi ngày, giờ kèm múi giờ, ví dụ 2023-03-30T23:59:00+07:00.`,
  brokenRulebook: (pointer) =>
    `Bộ quy tắc không dùng được: sai ở “${pointer || '/'}”. Biên dịch lại từ gói bằng kl01 compile.`,
  notRulebook: (file) => `${file} không phải gói quy tắc hoặc bộ quy tắc.`,
  otherRulebook: (file) => `${file}: bộ quy tắc theo định dạng khác; biên dịch lại từ gói bằng “kl01 compile”.`,
  notPack: (file) => `${file} không phải gói quy tắc.`,
  migrated: (file, pointers) => [`${file}: đã chuyển, ${pointers.length} chỗ viết lại.`, ...pointers].join('\n  '),
  migratedAlready: (file) => `${file}: đã ở định dạng hiện nay, không đổi gì.`,
  mistakenPack: (file, count) => `${file}: gói còn ${count} lỗi nên chưa dùng được.`,
  caseFailed: (name, missing, unexpected) =>
    [
      `✗ ${name}`,
      ...missing.map((line) => `    thiếu:  ${line}`),
      ...unexpected.map((line) => `    thừa:   ${line}`),
    ].join('\n'),
  casesPassed: (passed, failed) => `${passed} đạt, ${failed} không đạt`,
  lintPassed: (pack) => `${pack}: đạt`,
  verdict: (valid) => (valid ? 'Hợp lệ' : 'Chưa hợp lệ'),
  judged: (lines, perSecond) =>
    `Đã chấm ${lines.toLocaleString('vi')} dòng, ${perSecond.toLocaleString('vi')} dòng mỗi giây`,
  severity: { error: 'lỗi', warning: 'cảnh báo', advice: 'gợi ý' },
  arguments: (why) => `Tham số không đúng: ${why}`,
  notWritten: (file, why) => `Không ghi được ${file}: ${why}`,
  notModuleFile: 'Mô-đun phải ghi vào tệp có đuôi .mjs: thêm -o TÊN.mjs; kiểu của nó được ghi vào TÊN.d.mts bên cạnh.',
};

const en: CliStrings = {
  usage: `Usage:
  kl01 lint PACK… [--json]                         look for mistakes in a pack
  kl01 compile PACK [-o FILE] [--module]           compile a pack to a rulebook
                                                   (--module -o NAME.mjs: a pack or rulebook to a JavaScript module that
                                                   judges by itself and needs no package, with its types in NAME.d.mts)
  kl01 check PACK|RULEBOOK SUBMISSION [--now INSTANT] [--unit ID:GROUP] [--receiver ID] [--given ID=VALUE]… [--json]
  kl01 judge RULEBOOK…                             judge NDJSON from standard input, line by line
  kl01 test PACK…                                  run <pack>.cases.json
  kl01 dev PACK [--port N]                         a page on this machine to try a pack while you write it (needs @kl01/forms)
  kl01 explain PACK                                tell a pack back in words, for the officer who signs it off (Markdown)
  kl01 diff OLD NEW [SUBMISSION…] [--now INSTANT] [--unit ID:GROUP]
                                                   what changed, and whether stored submissions still hold
                                                   (status 1: one that held does not any more)
  kl01 review PACK|RULEBOOK --form ID [--period ID] [--units FILE] [--picks FILE] [--awards FILE] [--now INSTANT] [--json] PATH…
                                                   who answered, who is nominated, picks against their bounds
  kl01 consolidate PACK|RULEBOOK --form ID [--period ID] [--units FILE] [--now INSTANT] [--json] PATH…
                                                   reports put together: each unit's words by section, tables added up
                                                   (PATH: files, folders, NDJSON; a bare submission counts as in time)
  kl01 host-check URL PACK|RULEBOOK SUBMISSION [--now INSTANT] [--late URL] [--desk URL] [--header TEXT]… [--other-header TEXT]…
                  [--desk-header TEXT]… [--field NAME=VALUE]… [--other-field NAME=VALUE]… [--receiver ID] [--given ID=VALUE]… [--json]
                                                   try a host as a client that it does not know: which points of the storage
                                                   contract (docs/storage-contract.md) hold. On a database for trials only
                                                   (SUBMISSION: a valid one; --late: the same host, after the deadline;
                                                   --other-header: another unit's session)
  kl01 migrate PACK [-o FILE]                      rewrite a pack of an earlier version in the present format
  kl01 new [--from PACK] [-o FILE]                 a pack to begin with, or the structure of another one
Everywhere: --lang vi|en
Exit status: 0 fine, 1 findings of severity error, 2 unusable input.`,
  optionsHeading: 'Options:',
  options: {
    '-o': 'write to this file instead of the screen',
    '--json': 'print the result as JSON, for other programs',
    '--module': 'compile to a JavaScript module that judges by itself',
    '--now': 'as if received at this time, with its zone: 2023-03-30T23:59:00+07:00 (left out: the clock)',
    '--unit': 'the unit that is signed in, its id and group: xa-hoa-binh:cac-xa',
    '--receiver': 'sent to the receiver of this "id"',
    '--given': 'what the host knows ("given" of the pack), as often as needed: nam-hoc=2026',
    '--port': 'port of the page on this machine',
    '--form': 'the form of this "id" in the pack',
    '--period': 'the period of this "id"',
    '--units': 'JSON file of the units that have to answer',
    '--picks': 'JSON file of the nominees that are picked',
    '--awards': 'JSON file of earlier awards',
    '--late': 'address of the same host, past its deadline',
    '--desk': 'address of the desk',
    '--header': 'HTTP header of the unit that sends, as often as needed',
    '--other-header': 'HTTP header of another unit',
    '--other-field': 'form field of another unit',
    '--desk-header': 'HTTP header of the desk',
    '--field': 'field that is sent along, as often as needed',
    '--from': 'copy the structure of this pack',
    '--lang': 'language of messages: vi (left out) or en',
  },
  unknownCommand: (name) => `There is no command “${name}”.`,
  unreadableFile: (file, why) => `Cannot read ${file}: ${why}`,
  system: {
    ENOENT: 'there is no such file or folder.',
    EACCES: 'permission denied.',
    EPERM: 'permission denied.',
    EISDIR: 'it is a folder, not a file.',
    ENOTDIR: 'the path leads through a file that is no folder.',
    EEXIST: 'the file exists; choose another name or remove it.',
    ENOSPC: 'the disk is full.',
  },
  notJsonAt: (line, column) =>
    `not JSON, wrong at line ${line}, column ${column}. Look at the commas, brackets and double quotes there and before.`,
  emptyFile: 'the file is empty.',
  notUtf8: 'it is not text in UTF-8. Open it in an editor and save it as UTF-8.',
  missingFile: (usage) => `A file is missing. Usage:\n${usage}`,
  tooManyFiles: (extra, usage) => `Too many: ${extra.join(', ')}. Usage:\n${usage}`,
  unknownOption: (option) => `There is no option “${option}”. See kl01 --help.`,
  optionValue: (option) => `Option ${option} is not right: its value is missing, or it takes none. See kl01 --help.`,
  foreignOption: (option, usage) => `This command takes no ${option}. Usage:\n${usage}`,
  notLang: (lang) => `--lang “${lang}” is not a language here: give vi or en.`,
  byteOrderMark: 'the file begins with a byte order mark (BOM). Save it as UTF-8 without one.',
  unreadable: {
    'not-json': 'not JSON in UTF-8.',
    'too-large': 'too large; keep files apart from the submission.',
    'too-deep': 'lists and objects are nested too deep.',
    number: 'it holds a number beyond ±(2^53 − 1).',
    surrogate: 'it holds half of a surrogate pair; save it as UTF-8.',
    'not-data': 'it holds something that is not JSON data.',
  },
  notInstant: (now) => `--now “${now}” is wrong: write an instant with its offset, such as 2023-03-30T23:59:00+07:00.`,
  brokenRulebook: (pointer) =>
    `The rulebook cannot be used: it is wrong at “${pointer || '/'}”. Compile it anew from its pack with kl01 compile.`,
  notRulebook: (file) => `${file} is neither a rule pack nor a rulebook.`,
  otherRulebook: (file) => `${file}: a rulebook of another format; compile its pack again with kl01 compile.`,
  notPack: (file) => `${file} is no rule pack.`,
  migrated: (file, pointers) => [`${file}: rewritten in ${pointers.length} places.`, ...pointers].join('\n  '),
  migratedAlready: (file) => `${file}: in the present format already, unchanged.`,
  mistakenPack: (file, count) => `${file}: the pack has ${count} mistake${count === 1 ? '' : 's'} and cannot be used.`,
  caseFailed: (name, missing, unexpected) =>
    [
      `✗ ${name}`,
      ...missing.map((line) => `    missing:     ${line}`),
      ...unexpected.map((line) => `    unexpected:  ${line}`),
    ].join('\n'),
  casesPassed: (passed, failed) => `${passed} passed, ${failed} failed`,
  lintPassed: (pack) => `${pack}: passes`,
  verdict: (valid) => (valid ? 'Valid' : 'Not valid'),
  judged: (lines, perSecond) =>
    `${lines.toLocaleString('en')} lines judged, ${perSecond.toLocaleString('en')} a second`,
  severity: { error: 'error', warning: 'warning', advice: 'advice' },
  arguments: (why) => `Wrong arguments: ${why}`,
  notWritten: (file, why) => `Cannot write ${file}: ${why}`,
  notModuleFile:
    'A module is written to a file that ends with .mjs: add -o NAME.mjs; its types go to NAME.d.mts beside it.',
};

export const cliStrings: Record<Lang, CliStrings> = { vi, en };
