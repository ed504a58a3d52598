/**
 * The fixed texts of official documents. Always Vietnamese, since offices sign them. Terms that differ between layouts
 * are in the layouts.
 */
export const words = {
  toTrinh: 'Tờ trình',
  danhSachTrichNgang: 'Danh sách trích ngang',
  baoCao: 'Báo cáo',
  phuLuc: 'Phụ lục',
  table: 'Biểu',
  statistics: 'số liệu thống kê',
  note: 'Ghi chú:',
  measure: 'Đơn vị tính',
  unitOfRow: 'Đơn vị',
  ticked: 'X',
  noTotal: '–',
  reportGrounds: 'Thực hiện {directive}, {issuer} báo cáo {subject} như sau:',
  reportGroundsOfTables: 'Thực hiện {directive}, {issuer} báo cáo {subject} (số liệu kèm theo).',
  reportCloses: 'Trên đây là báo cáo của {issuer} về {subject}',
  enclosedWithReport: '(Kèm theo Báo cáo số {number}, ngày {date} của {issuer})',

  baoCaoThanhTich: 'Báo cáo thành tích',
  tomTat: 'Tóm tắt thành tích',
  yes: 'có',
  no: 'không',
  endorsement: 'Xác nhận của {body}',
  signAndSeal: '(Ký, đóng dấu, ghi rõ họ tên)',
  signAndName: '(Ký, ghi rõ họ tên)',
  headOfUnit: 'THỦ TRƯỞNG ĐƠN VỊ',
  reporter: 'NGƯỜI BÁO CÁO',
  forHousehold: 'ĐẠI DIỆN HỘ GIA ĐÌNH',

  keHoach: 'Kế hoạch',
  planGrounds: 'Thực hiện {directive}, {issuer} xây dựng kế hoạch {subject} như sau:',
  posts: 'Chức vụ đang đảm nhiệm:',
  commitments: 'Đăng ký việc làm cụ thể',
  commitmentResult: 'Kết quả thực hiện:',
  planResult: 'Kết quả thực hiện kế hoạch',
  adopted: {
    adopted: 'Kế hoạch này đã được {body} thông qua ngày {date}',
    presented: 'Kế hoạch này đã được báo cáo trước {body} ngày {date} để góp ý, bổ sung',
  },
  confirmed: 'Xác nhận của',
  planner: 'NGƯỜI LẬP KẾ HOẠCH',

  phieuTiepNhan: 'Phiếu tiếp nhận',
  receipt: {
    unit: 'Đơn vị gửi:',
    period: 'Kỳ báo cáo:',
    id: 'Mã nội dung gửi:',
    revision: 'Lần gửi:',
    at: 'Thời điểm tiếp nhận:',
    window: 'Thời hạn:',
    state: 'Tình trạng:',
    states: { inTime: 'đúng hạn', late: 'quá hạn', early: 'gửi trước thời gian tiếp nhận' },
    head: ['TT', 'Thành phần', 'Tệp', 'Dung lượng'],
    none: 'Không có tệp kèm theo',
    total: 'Tổng số: {count} tệp.',
    receiver: 'NGƯỜI TIẾP NHẬN',
  },
  moment: '{hour} giờ {minute}, ngày {date}',

  donDoc: 'Văn bản đôn đốc',
  reminder: {
    subject: 'đôn đốc gửi {form}',
    nobody: 'Các đơn vị',
    grounds: '{issuer} đã ban hành {directive}, đề nghị các đơn vị gửi nội dung: {form}.',
    owing: 'Tính đến {today}, còn {count} đơn vị chưa gửi:',
    // Not "all have sent": a pack may name no units.
    none: 'Tính đến {today}, trong danh sách đơn vị được theo dõi không còn đơn vị nào chưa gửi',
    allUnits: 'Các đơn vị có tên trong danh sách dưới đây',
    asks: '{issuer} đề nghị các đơn vị khẩn trương hoàn thành và gửi theo đúng thời hạn',
    // Some or all of them are overdue.
    asksSome: '{issuer} đề nghị các đơn vị đã quá hạn hoàn thành và gửi ngay, các đơn vị khác gửi theo đúng thời hạn',
    asksAll: '{issuer} đề nghị các đơn vị khẩn trương hoàn thành và gửi ngay',
    head: ['TT', 'Đơn vị', 'Thời hạn', 'Thời gian còn lại'],
    unknownDeadline: 'chưa ấn định',
    daysLeft: (days: number) => `còn ${days} ngày`,
    lastDay: 'hết hôm nay',
    daysOver: (days: number) => `quá hạn ${days} ngày`,
  },

  deXuat: 'Danh sách đề xuất',
  proposal: {
    subject: 'về việc đề nghị {matter}',
    subjectOfLetter: 'đề nghị {matter}',
    // The committee implements directives of other bodies; it only follows up on its own.
    grounds:
      'Thực hiện {basis}, {issuer} đã tổng hợp đề nghị của các đơn vị theo {directive}; xem xét, lựa chọn các trường hợp tiêu biểu.',
    groundsAlone:
      'Trên cơ sở đề nghị của các đơn vị theo {directive}, {issuer} đã tổng hợp, xem xét, lựa chọn các trường hợp tiêu biểu.',
    asks: '{issuer} kính đề nghị {to} xem xét, quyết định {matter}.',
    asksAcross: '{issuer} đề nghị {to} xem xét, quyết định {matter}.',
    closing: '{issuer} kính trình {to} xem xét, quyết định',
  },

  tongHop: 'Bản tổng hợp',
  summing: {
    sheet: 'Tổng hợp',
    of: '(Tổng hợp số liệu của {count} đơn vị)',
    ticks: 'Ở cột đánh dấu X: ghi số đơn vị có đánh dấu.',
    lead: 'Theo {directive}: đã tổng hợp {counted} đơn vị, trong đó {late} đơn vị gửi sau thời hạn; còn {missing} đơn vị chưa gửi.',
    countedUnits: 'Các đơn vị đã tổng hợp: {names}.',
    lateUnits: 'Gửi sau thời hạn: {names}.',
    missingUnits: 'Chưa gửi: {names}.',
    nothing: 'Chưa có nội dung.',
    leftOutLine: 'Không tính: {unit} ({reason}).',
    leftOutTimes: '{count} lần gửi; {reason}',
    reasons: {
      invalid: 'nội dung chưa hợp lệ',
      superseded: 'đã có lần gửi sau thay thế',
      exempt: 'không phải báo cáo',
      'other-form': 'thuộc biểu mẫu khác',
      'other-period': 'thuộc kỳ khác',
      unreadable: 'không đọc được',
    },
  },

  calendar: 'Thời hạn theo văn bản số {number}',
  basis: 'Căn cứ: {clause}, văn bản số {document}',
  basisWhole: 'Căn cứ: văn bản số {document}',
  amendedBy: 'Trước đây: {was}; thay đổi theo văn bản số {by}',
  provisional: 'Thời gian dự kiến',
  ofCommittee: 'Việc của {committee}',
  withdrawnBy: 'Thôi thực hiện theo văn bản số {by}',

  checklist: {
    title: 'Danh mục hồ sơ',
    lead: 'Hồ sơ đề nghị cho {counts}.',
    copies: 'Hồ sơ đề nghị cho {counts}, lập thành {copies} bộ.',
    head: ['TT', 'Thành phần', 'Số bản', 'Yêu cầu', 'Tình trạng'],
    bound: 'đóng bìa',
    endorsement: 'có xác nhận của',
    soft: 'gửi kèm bản mềm',
    byCommittee: 'cơ quan ban hành bổ sung',
    onPaper: 'nộp bản giấy',
    printed: 'đã in trong hồ sơ',
    there: (count: number) => `kèm ${count} tệp`,
    missing: (count: number) => `thiếu ${count} tệp đã khai`,
    changed: (count: number) => `${count} tệp khác với tệp đã khai`,
    notYet: 'chưa có',
    none: 'không có',
    stated: 'Nội dung đơn vị đã khai và cam đoan',
    unit: 'Đơn vị đề nghị:',
    contact: 'Người liên hệ:',
    members: 'Số thành viên:',
    noName: '(chưa có tên)',
  },

  dienGiai: 'Diễn giải bộ quy tắc',
  packAuthor: 'NGƯỜI LẬP BỘ QUY TẮC',
  packApprover: 'NGƯỜI DUYỆT',

  bienBan: 'Biên bản',
  minutes: {
    subject: 'họp xét {request}',
    opening: 'Hôm nay, {date}, tại {place}, {issuer} tổ chức họp xét {request} theo {directive}.',
    attendance: 'THÀNH PHẦN',
    present: 'Có mặt: {present} người.',
    absent: 'Vắng mặt: {absent} người.',
    chair: 'Chủ trì: {chair}.',
    secretary: 'Thư ký: {secretary}.',
    content: 'NỘI DUNG',
    criteria: '1. Người chủ trì phổ biến đối tượng, tiêu chuẩn, số lượng theo văn bản nêu trên.',
    heard: '2. Cuộc họp nghe báo cáo tóm tắt thành tích của các {kinds} được giới thiệu.',
    voted: '3. Cuộc họp thảo luận và biểu quyết, kết quả như sau:',
    head: ['TT', 'Tập thể, cá nhân', 'Số phiếu đồng ý', 'Số phiếu không đồng ý', 'Tỷ lệ đồng ý'],
    result: 'Cuộc họp thống nhất {request}.',
    closing:
      'Cuộc họp kết thúc vào {hour} giờ {minute} phút cùng ngày. Biên bản đã được đọc lại cho những người dự họp nghe và nhất trí thông qua',
  },

  /** starts the routing of an addressee, in brackets after the name */
  through: 'qua',
  va: ' và ',
  hoac: 'hoặc',
  /** typed by offices in the list of recipients for the addressees above */
  asAboveTyped: ['như trên', 'như kính gửi', 'như kính trình'] as const,
  /** posts that start a new line, after the post they sign in place of or by order of */
  signsFor: ['PHÓ', 'THỨ TRƯỞNG', 'CHÁNH VĂN PHÒNG'] as const,
  ordinal: 'TT',
  proposedBy: 'Đơn vị đề nghị',

  /** starts a phrase that asks the receiver to act */
  request: 'đề nghị',
  /** for titles and labels that do not say what the nomination is for, with and without an award */
  defaultRequest: { award: 'đề nghị khen thưởng', other: 'đề nghị xem xét' },
  subject: 'về việc {request}',
  listSubject: '{kinds} {request}',
  enclosedWith: '(Kèm theo {letter} số {number}, ngày {date} của {issuer})',
  enclosures: '(Có danh sách, hồ sơ kèm theo)',

  grounds: 'Thực hiện {directive}, {issuer} đã xem xét, lựa chọn các {kinds} tiêu biểu để {request}.',
  // Packs do not say whether the receiver decides itself.
  asks: '{issuer} kính đề nghị {receivers} xem xét, quyết định hoặc trình cấp có thẩm quyền quyết định {action} cho {counts} có thành tích tiêu biểu{period}.',
  // For what is not asked but done: “giới thiệu …”, “đăng ký …”.
  presents:
    '{issuer} kính trình {receivers} xem xét, quyết định hoặc trình cấp có thẩm quyền quyết định việc {request}, gồm {counts}{period}.',
  // For requests that name the nominees.
  groundsNaming: 'Thực hiện {directive}, {issuer} đã xem xét, lựa chọn và {request}.',
  asksNaming:
    '{issuer} kính đề nghị {receivers} xem xét, quyết định hoặc trình cấp có thẩm quyền quyết định {action}{period}.',
  achieved: ' (thành tích đạt được{period})',
  /** precedes the kinds of nominees in a phrase: "các tập thể, cá nhân", "15 tập thể" */
  thoseOf: ['các', 'những', 'ít nhất'] as const,
  those: 'các ',
  for: ' cho ',
  meeting: 'Căn cứ kết quả họp xét ngày {date}, ',
  award: 'Hình thức khen thưởng đề nghị: {award}.',
  closing: '{issuer} kính trình {receivers} xem xét, quyết định',
  listTotal: 'Danh sách gồm {counts}',

  inYear: ' trong năm {year}',
  periodFrom: ' từ ngày {from}',
  periodThrough: ' đến ngày {through}',

  directive: '{type} số {number}, ngày {date} của {committee} {title}',
  /** used by the committee that issued it */
  ownDirective: '{type} số {number}, ngày {date} {title}',
  citedAgain: '{type} số {number}, ngày {date}',
  about: 'về việc ',
  /** both spellings are in use, even within one letter; the first is normalized to the second */
  sameSpelling: ['uỷ', 'ủy'] as const,
  /** multi-syllable words in the names of offices and in requests: lines do not break within them */
  inseparable: [
    'ủy ban, nhân dân, hội đồng, thành phố, thị xã, thị trấn, tổ dân, dân phố, khu phố, trung ương, nhà nước, chính phủ',
    'đảng bộ, đảng ủy, chi bộ, chi ủy, quận ủy, huyện ủy, thị ủy, thành ủy, tỉnh ủy, thường vụ, chấp hành, thường trực',
    'tuyên giáo, tổ chức, kiểm tra, dân vận, nội chính, văn phòng, cơ quan, doanh nghiệp, tham mưu, giúp việc, đoàn thể',
    'mặt trận, tổ quốc, việt nam, liên hiệp, phụ nữ, cựu chiến, chiến binh, nông dân, thanh niên, công đoàn, liên đoàn',
    'kế hoạch, đầu tư, tài chính, tài nguyên, môi trường, nông nghiệp, phát triển, nông thôn, công thương, xây dựng',
    'giao thông, vận tải, lao động, thương binh, xã hội, tư pháp, ngoại vụ, nội vụ, thanh tra, công an, quân sự, chỉ huy',
    'biên phòng, văn hóa, thông tin, truyền thông, thể thao, du lịch, giáo dục, đào tạo, khoa học, công nghệ, y tế',
    'trung tâm, chính trị, trung học, phổ thông, cơ sở, tiểu học, mầm non, mẫu giáo, đại học, cao đẳng, bệnh viện',
    'kiểm sát, tòa án, hải quan, chi cục, thống kê, kho bạc, ngân hàng, bảo hiểm, chữ thập, thập đỏ, trực thuộc',
    'đề nghị, biểu dương, khen thưởng, thi đua, tập thể, cá nhân, gia đình, mô hình, tiêu biểu, điển hình, tiên tiến',
    'giấy khen, bằng khen, chủ tịch, bí thư, thực hiện, kết luận, chỉ thị, kết quả, tiếp tục, học tập, tư tưởng, đạo đức',
    'phong cách, hồ chí, chí minh, ghi danh, giới thiệu, báo cáo, tình hình, thành tích, công tác, tổng kết, sơ kết',
  ].flatMap((line) => line.split(', ')),
  /** words followed by a name of one or two syllables */
  beforeName: ['tỉnh', 'phố', 'quận', 'huyện', 'xã', 'phường', 'trấn', 'khối', 'bản', 'thôn', 'trường'] as const,
  placeAndDate: '{place}, {date}',
  dateInFull: 'ngày {day} tháng {month} năm {year}',

  /** document types by their abbreviation in document numbers */
  types: {
    BB: 'Biên bản',
    BC: 'Báo cáo',
    CT: 'Chỉ thị',
    CTr: 'Chương trình',
    CV: 'Công văn',
    HD: 'Hướng dẫn',
    KH: 'Kế hoạch',
    KL: 'Kết luận',
    NQ: 'Nghị quyết',
    QĐ: 'Quyết định',
    QĐi: 'Quy định',
    TB: 'Thông báo',
    TT: 'Thông tri',
    TTr: 'Tờ trình',
  } as Readonly<Record<string, string>>,
  unknownType: 'Văn bản',
} as const;
