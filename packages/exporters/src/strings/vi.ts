import type { Messages } from './messages.js';

export const vi: Messages = {
  documents: { 'to-trinh': 'Tờ trình đề nghị khen thưởng, kèm danh sách trích ngang' },
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
    formType: (document, form, known) => ({
      what: `Không lập được mẫu văn bản “${document}” từ biểu mẫu “${form}”.`,
      where: 'document',
      remedy: known ? `Biểu mẫu này có các mẫu văn bản: ${known}.` : 'Biểu mẫu này chưa có mẫu văn bản nào.',
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
    layout: (id, known) => ({
      what: `Không có thể thức trình bày “${id}”.`,
      where: 'rulebook.layout',
      remedy: `Hãy dùng một trong các thể thức: ${known}; hoặc truyền thể thức của đơn vị qua “layouts”.`,
    }),
  },
  notices: {
    unknown: (names) => `Thông tin chưa có được in thành dòng chấm để điền tay: ${names}.`,
    cleaned: (count) => `Đã bỏ ${count} ký tự không in được trong văn bản.`,
    noNominees: 'Danh sách chưa có đối tượng nào.',
  },
  unknown: {
    superior: 'cơ quan cấp trên',
    issuer: 'cơ quan ban hành',
    number: 'số văn bản',
    symbol: 'ký hiệu văn bản',
    place: 'địa danh',
    date: 'ngày ban hành',
    title: 'chức vụ người ký',
    signer: 'họ và tên người ký',
    recipients: 'nơi nhận',
  },
  cli: {
    usage: 'Cách dùng: kl01-export GÓI|BỘ-QUY-TẮC NỘI-DUNG-GỬI --document MẪU --format docx|html -o TỆP [--lang vi|en]',
    noFile: (path) => `Không đọc được tệp ${path}.`,
    noRulebook: (path) => `${path} không phải gói quy tắc hay bộ quy tắc dùng được.`,
    noSubmission: (path) => `${path} không phải nội dung gửi dùng được.`,
    oneSubmission: 'Mẫu văn bản này lập từ đúng một nội dung gửi.',
    cannotWrite: (path, reason) => `Không ghi được tệp ${path}: ${reason}`,
    written: (path) => `Đã ghi ${path}`,
  },
};
