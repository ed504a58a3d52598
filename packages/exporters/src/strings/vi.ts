import { doubtInWords } from '@kl01/rules/reading';
import type { Messages, TemplateDanger, TemplatePosition } from './messages.js';

const unknown: Messages['unknown'] = {
  superior: 'cơ quan cấp trên',
  issuer: 'cơ quan ban hành',
  number: 'số văn bản',
  symbol: 'ký hiệu văn bản',
  place: 'địa danh',
  date: 'ngày ban hành',
  title: 'chức vụ người ký',
  signer: 'họ và tên người ký',
  recipients: 'nơi nhận',
};

const danger: Record<TemplateDanger['what'], string> = {
  macro: 'macro',
  object: 'đối tượng nhúng',
  address: 'liên kết ra ngoài tệp',
  insertion: 'phần chèn từ tệp khác',
  field: 'trường không được dùng',
  'add-in': 'phần bổ trợ',
};

export const vi: Messages = {
  documents: {
    'to-trinh': 'Tờ trình, kèm danh sách trích ngang',
    'danh-sach-trich-ngang': 'Danh sách trích ngang',
    'bao-cao-thanh-tich': 'Báo cáo thành tích',
    'tom-tat-thanh-tich': 'Tóm tắt thành tích',
    'bien-ban': 'Biên bản họp xét',
    'bao-cao': 'Báo cáo',
    'phu-luc': 'Phụ lục thống kê',
    'ke-hoach': 'Kế hoạch',
    'tong-hop': 'Bản tổng hợp báo cáo của các đơn vị',
    'de-xuat': 'Danh sách đề xuất và tờ trình cấp trên',
    'phieu-tiep-nhan': 'Phiếu tiếp nhận',
    'don-doc': 'Văn bản đôn đốc',
    'ho-so': 'Bộ hồ sơ đầy đủ',
    'lich-thoi-han': 'Lịch thời hạn',
    'dien-giai': 'Diễn giải bộ quy tắc',
    'bieu-mau': 'Biểu mẫu Excel để điền ngoài mạng',
  },
  origins: {
    nomination: 'một bản đề nghị',
    nominations: 'nhiều bản đề nghị của cùng một biểu mẫu',
    report: 'một báo cáo',
    plan: 'một kế hoạch',
    received: 'một nội dung gửi đã tiếp nhận ({ submission, at })',
    consolidation: 'kết quả tổng hợp báo cáo',
    review: 'kết quả xét chọn',
    rulebook: 'riêng bộ quy tắc',
    explanation: 'bản diễn giải gói quy tắc',
  },
  errors: {
    document: (id, known) => ({
      what: `Không có mẫu văn bản “${id}”.`,
      where: 'document',
      remedy: `Hãy chọn một trong các mẫu: ${known}.`,
    }),
    format: (id, document, known) => ({
      what: `Mẫu văn bản “${document}” không xuất được ra định dạng “${id}”.`,
      where: 'format',
      remedy: `Hãy chọn một trong các định dạng: ${known}.`,
    }),
    form: (id, known) => ({
      what: `Bộ quy tắc không có biểu mẫu “${id}”.`,
      where: 'submission.form',
      remedy: `Hãy dùng một trong các biểu mẫu: ${known}.`,
    }),
    formType: (document, wanted, known) => ({
      what: `Mẫu văn bản “${document}” không lập được từ dữ liệu này; cần có: ${wanted}.`,
      where: 'document',
      remedy: known ? `Từ dữ liệu này lập được: ${known}.` : 'Chưa có mẫu văn bản nào lập từ dữ liệu này.',
    }),
    twoForms: (one, other) => ({
      what: `Các nội dung gửi thuộc hai biểu mẫu khác nhau: “${one}” và “${other}”.`,
      where: 'submission.form',
      remedy: 'Hãy lập văn bản riêng cho từng biểu mẫu.',
    }),
    rulebook: (named, given) => ({
      what: `Nội dung gửi được lập theo bộ quy tắc “${named}”, không phải “${given}”.`,
      where: 'submission.rulebook',
      remedy: 'Hãy dùng đúng bộ quy tắc mà nội dung gửi đã nêu.',
    }),
    submission: {
      what: 'Nội dung gửi không đọc được.',
      where: 'submission',
      remedy: 'Hãy đưa vào đối tượng JSON do biểu mẫu kl01 lập, trong đó có “rulebook” và “form”.',
    },
    layout: (id, known, where) => ({
      what: `Không có thể thức trình bày “${id}”.`,
      where,
      remedy: `Hãy dùng một trong các thể thức: ${known}; hoặc truyền thể thức của đơn vị qua “layouts”.`,
    }),
    noLibreOffice: {
      what: 'Không tìm thấy LibreOffice trên máy này.',
      where: 'format',
      remedy: 'Hãy cài LibreOffice (libreoffice-writer) để lập PDF, hoặc xuất docx, html.',
    },
    libreOfficeFailed: (reason) => ({
      what: `LibreOffice không lập được tệp PDF: ${reason}`,
      where: 'format',
      remedy: 'Hãy mở thử tệp docx bằng LibreOffice trên máy này.',
    }),
    tooLarge: (limit, of) => ({
      what: {
        rows: `Trang tính “${of}” có hơn 1.048.576 dòng, Excel không mở được.`,
        columns: `Trang tính “${of}” có hơn 16.384 cột, Excel không mở được.`,
        files: `Nội dung gồm hơn 65.534 tệp, không nén được vào một tệp (đến “${of}”).`,
        bytes: `Nội dung lớn hơn 4 GB, không nén được vào một tệp (đến “${of}”).`,
      }[limit],
      where: 'input',
      remedy: 'Hãy chia thành nhiều phần và xuất riêng từng phần; dữ liệu đã nhập không thay đổi.',
    }),
    workbook: {
      'no-xlsx': {
        what: 'Tệp này không phải bảng tính Excel (.xlsx).',
        where: 'bytes',
        remedy:
          'Hãy chọn tệp mẫu đã tải về từ biểu mẫu; nếu là tệp .xls, .ods hoặc tệp có mật khẩu, hãy bỏ mật khẩu và lưu lại thành .xlsx.',
      },
      'too-large': {
        what: 'Tệp bảng tính quá lớn.',
        where: 'bytes',
        remedy:
          'Hãy bỏ hình ảnh, các trang tính thêm vào và những ô nằm xa bên ngoài biểu, hoặc chép số liệu sang tệp mẫu mới tải về.',
      },
      damaged: {
        what: 'Tệp bảng tính bị hỏng.',
        where: 'bytes',
        remedy: 'Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi chọn lại.',
      },
      'no-about': {
        what: 'Bảng tính này không phải tệp mẫu của biểu mẫu, hoặc trang tính ẩn “kl01” đã bị xóa.',
        where: 'bytes',
        remedy: 'Hãy chép số liệu sang tệp mẫu mới tải về.',
      },
    },
    notNomination: (form) => ({
      what: `Biểu mẫu “${form}” không phải bản đề nghị.`,
      where: 'base.form',
      remedy: 'Báo cáo được đọc bằng readDocument và readReport.',
    }),
    wordFile: {
      'no-docx': {
        what: 'Tệp này không phải văn bản Word (.docx).',
        where: 'bytes',
        remedy: 'Hãy mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi chọn lại.',
      },
      'old-word': {
        what: 'Tệp này là văn bản Word kiểu cũ (.doc), biểu mẫu không đọc được.',
        where: 'bytes',
        remedy: 'Hãy mở bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save As) kiểu .docx rồi chọn tệp mới.',
      },
      encrypted: {
        what: 'Tệp Word này có mật khẩu.',
        where: 'bytes',
        remedy: 'Hãy mở tệp, bỏ mật khẩu, lưu lại rồi chọn lại.',
      },
      damaged: {
        what: 'Tệp Word này bị hỏng.',
        where: 'bytes',
        remedy: 'Hãy mở bằng Word hoặc LibreOffice để sửa, lưu lại thành .docx rồi chọn lại.',
      },
      'too-large': {
        what: 'Tệp Word này quá lớn.',
        where: 'bytes',
        remedy: 'Hãy bỏ bớt hình ảnh hoặc chia thành nhiều tệp rồi chọn lại.',
      },
    },
    template: {
      'no-docx': {
        what: 'Mẫu này không phải văn bản Word (.docx).',
        where: 'template',
        remedy: 'Hãy mở bằng Word hoặc LibreOffice, bỏ mật khẩu nếu có, lưu lại thành .docx rồi chọn lại.',
      },
      'too-large': {
        what: 'Tệp mẫu quá lớn.',
        where: 'template',
        remedy: 'Hãy bỏ bớt hoặc nén hình ảnh trong mẫu: tệp không quá 20 MB, khi giải nén không quá 60 MB.',
      },
      damaged: {
        what: 'Tệp mẫu bị hỏng.',
        where: 'template',
        remedy: 'Hãy mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi chọn lại.',
      },
      dangers: (found) => ({
        what: `Mẫu chứa thành phần có thể chạy lệnh hoặc lấy dữ liệu từ nơi khác khi mở: ${found
          .map(({ what, where }) => `${danger[what]} (${where})`)
          .join('; ')}.`,
        where: 'template',
        remedy:
          'Hãy mở mẫu bằng Word, xóa các thành phần này (hình lấy từ mạng thì chèn lại từ tệp; trường thì nhấn Ctrl+Shift+F9 để đổi thành chữ) và lưu thành .docx.',
      }),
    },
  },
  notices: {
    unknown: (parts) =>
      `Thông tin chưa có được in thành dòng chấm để điền tay: ${parts.map((part) => unknown[part]).join(', ')}.`,
    cleaned: (count) => `Đã bỏ ${count} ký tự không in được trong văn bản.`,
    'private-signs': (count, first) =>
      `Có ${count} ký hiệu riêng của một phông chữ (như ${first}), khi in có thể thành khoảng trống. Hãy gõ lại các ký hiệu này.`,
    guarded: (count) =>
      `Đã thêm dấu nháy đơn trước ${count} ô bắt đầu bằng =, +, -, @ để chương trình bảng tính không hiểu là công thức.`,
    cut: (count) => `Đã cắt bớt văn bản trong ${count} ô: một ô bảng tính chứa được nhiều nhất 32.767 ký tự.`,
    'left-out': (parts) => `Bảng tính không chứa các phần sau, hãy nhập trên biểu mẫu: ${parts.join('; ')}.`,
    'no-nominees': () => 'Danh sách chưa có đối tượng nào.',
    'no-tables': () => 'Biểu mẫu không có biểu thống kê nào cho đơn vị này.',
    'file-missing': (count) => `Bộ hồ sơ chưa kèm ${count} tệp; danh mục hồ sơ ghi rõ từng tệp.`,
    'file-changed': (count) => `${count} tệp khác với tệp đã khai (mã SHA-256 không khớp); danh mục hồ sơ ghi rõ.`,
    'too-long': (name, pages, taken) =>
      `${name}: khi in chiếm khoảng ${vietnamese(taken)} trang, quá giới hạn ${vietnamese(pages)} trang.`,
    'unknown-places': (written) =>
      `Biểu mẫu không có nội dung nào mang tên: ${written.map((name) => `“${name}”`).join(', ')}; các chỗ này trong mẫu được giữ nguyên.`,
    'unpaired-places': (written) =>
      `Các dấu sau trong mẫu không thành cặp mở và kết thúc nên bị bỏ qua: ${written.join(', ')}.`,
  },
  unknown,
  word: {
    left: (text) => `Chưa biết đặt vào đâu: “${text}”`,
    unread: (part) => `Có phần trong tệp không đọc được: ${part}.`,
    doubt: (label, text) => `${label}: chưa rõ “${text}”. Hãy xem lại và ghi đúng kiểu của ô.`,
    legacy: (label, encoding) =>
      `${label} gõ bằng bảng mã cũ ${encoding}, không phải Unicode. Hãy chuyển mã hoặc gõ lại.`,
  },
  cells: {
    count: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): “${text}” không phải số nguyên từ 0 trở lên. Hãy ghi số, ví dụ 12 hoặc 1.234.`,
    decimal: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): “${text}” không phải số hợp lệ. Hãy ghi số, phần thập phân sau dấu phẩy, ví dụ 7,5.`,
    year: ({ cell, label, text }) => `Ô ${cell} (${label}): “${text}” không phải năm. Hãy ghi bốn chữ số, ví dụ 2024.`,
    list: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): không đọc được “${text}”. Ghi mỗi mục một dòng, các nội dung của mục cách nhau bằng dấu |.`,
    percent: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): “${text}” không rõ là bao nhiêu phần trăm. Hãy ghi cả dấu %, ví dụ 97,5 %.`,
    doubt: ({ cell, label, text }, doubt) => doubtInWords(doubt, `Ô ${cell} (${label}): “${text}”`, 'vi'),
    tick: ({ cell, label, text }) => `Ô ${cell} (${label}): “${text}” không phải dấu X. Hãy ghi X hoặc để trống.`,
    'yes-no': ({ cell, label, text }) => `Ô ${cell} (${label}): “${text}” không phải “Có” hay “Không”.`,
    choice: ({ cell, label, text }) => `Ô ${cell} (${label}): “${text}” không có trong danh sách chọn của ô.`,
    day: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): “${text}” không phải ngày có trong lịch. Hãy ghi như 24/3/2023.`,
    text: ({ cell, label, text }) => `Ô ${cell} (${label}): “${text}” không phải chữ.`,
    'legacy-text': ({ cell, label, text }) =>
      `Ô ${cell} (${label}) gõ bằng bảng mã cũ ${text}, không phải Unicode. Hãy chuyển mã hoặc gõ lại ô này.`,
    'private-signs': ({ cell, label, text }) =>
      `Ô ${cell} (${label}): “${text}” có ký hiệu chỉ phông chữ gốc mới hiện được. Hãy gõ lại hoặc thay bằng chữ.`,
    struck: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): “${text}” bị gạch bỏ trong bảng tính. Hãy xóa nội dung này nếu không còn dùng, hoặc bỏ gạch.`,
    uncomputed: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): công thức “${text}” chưa được tính. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi chọn lại, hoặc ghi số.`,
    error: ({ cell, label, text }) =>
      `Ô ${cell} (${label}): công thức bị lỗi “${text}”. Hãy sửa công thức hoặc ghi số.`,
    total: ({ cell, label, text, expected }) =>
      `Ô ${cell} (${label}) được gõ đè là ${text}, trong khi các ô đã đọc cho ${expected === '' ? 'ô trống' : expected}. Số gõ đè không được đọc; hãy kiểm tra các ô thành phần.`,
    comment: ({ cell, text }) => `Ô ${cell} có ghi chú “${text}”; ghi chú không được đọc. Hãy ghi vào ô nếu cần gửi.`,
    hidden: ({ sheet, rows }) =>
      `Trang tính “${sheet}” có dòng đang bị ẩn hoặc lọc (${rows}); các dòng này vẫn được đọc. Hãy xóa dòng nếu không gửi.`,
    outside: ({ cell, text }) =>
      `Từ ô ${cell}: “${text}” nằm ngoài các dòng, cột của tệp mẫu nên không được đọc. Hãy chuyển vào đúng ô nếu cần gửi.`,
    sheet: ({ label }) =>
      `Không đọc được trang tính “${label}”: trang đã bị xóa hoặc mất dòng mã ẩn. Hãy chép số liệu sang tệp mẫu mới tải về.`,
    twice: ({ label, sheet }) =>
      `Trang tính “${sheet}” là bản sao của trang “${label}” nên không được đọc. Hãy xóa trang không dùng rồi chọn lại tệp.`,
    'no-cells': ({ sheet }) =>
      `Trang tính “${sheet}” là biểu đồ hoặc loại trang không có ô nên không được đọc; các trang tính khác vẫn được đọc.`,
    rows: ({ label, rows }) => `Trang tính “${label}” thiếu dòng: ${rows}. Các ô của dòng này chưa được đọc.`,
    column: ({ label, columns }) => `Trang tính “${label}” thiếu cột: ${columns}. Các ô của cột này chưa được đọc.`,
    answers: 'Thông tin chung',
  },
  template: {
    places: (count) => `Mẫu có ${count} chỗ sẽ được điền.`,
    unknown: ({ written, nearest, at }) =>
      `${upperFirst(placeOf(at))}: biểu mẫu không có nội dung nào mang tên “${written}”.${nearest ? ` Có phải “${nearest}” không?` : ''}`,
    unpaired: ({ written, at }) => `${upperFirst(placeOf(at))}: ${written} không thành cặp mở và kết thúc.`,
    unprinted: (left) => `Mẫu không in: ${left.map(({ name, label }) => `${label} (${name})`).join('; ')}.`,
  },
  cli: {
    usage:
      'Cách dùng: kl01-export GÓI|BỘ-QUY-TẮC [DỮ-LIỆU…] --document MẪU --format docx|html|pdf|xlsx|csv|zip|ics -o TỆP\n' +
      '  [--now THỜI-ĐIỂM] [--nominee MÃ] [--group NHÓM] [--layout THỂ-THỨC] [--issuer TỆP] [--files THƯ-MỤC] [--lang vi|en]\n' +
      '           kl01-export GÓI|BỘ-QUY-TẮC DỮ-LIỆU --template MẪU.docx [--format docx|pdf] [--nominee MÃ] [--lang vi|en] -o TỆP\n' +
      '           kl01-export template GÓI|BỘ-QUY-TẮC --form BIỂU-MẪU --document MẪU [--group NHÓM] [--layout THỂ-THỨC] -o TỆP.docx\n' +
      '           kl01-export template GÓI|BỘ-QUY-TẮC --form BIỂU-MẪU --check MẪU.docx [--lang vi|en]\n' +
      '           kl01-export GÓI|BỘ-QUY-TẮC --blank --form BIỂU-MẪU [--unit MÃ:NHÓM] [--period KỲ] -o TỆP',
    noFile: (path) => `Không đọc được tệp ${path}.`,
    noRulebook: (path) => `${path} không phải gói quy tắc hay bộ quy tắc dùng được.`,
    noInput: (path) => `${path} không phải dữ liệu dùng được.`,
    cannotWrite: (path, reason) => `Không ghi được tệp ${path}: ${reason}`,
    written: (path) => `Đã ghi ${path}`,
  },
};

const stories: Record<TemplatePosition['story'], string> = {
  document: '',
  header: 'đầu trang, ',
  footer: 'chân trang, ',
  footnotes: 'chú thích cuối trang, ',
  endnotes: 'chú thích cuối văn bản, ',
};

const placeOf = ({ story, paragraph, table }: TemplatePosition): string =>
  stories[story] + (table ? `bảng ${table.table}, dòng ${table.row}, ô ${table.cell}` : `đoạn ${paragraph}`);

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const vietnamese = (number: number) => String(number).replace('.', ',');
