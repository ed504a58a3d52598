import { NOTHING_TO_REPORT } from '@kl01/rules';
import { doubtInWords } from '@kl01/rules/reading';
import type { FileProblem } from './said.js';
import type { Strings } from './strings.js';
import { bytesInWords, lowered, twoDigits, weekday } from './words.js';

const bytes = (count: number): string => bytesInWords(count, 'vi-VN');
const number = (count: number): string => new Intl.NumberFormat('vi-VN').format(count);

export const vi: Strings = {
  yes: 'Có',
  no: 'Không',
  optional: '(không bắt buộc)',
  choose: '– Chọn –',
  dateHint: 'Ngày/tháng/năm, ví dụ 05/4/2023',
  dateInWords: (day) => `${weekday(day, 'vi-VN')}, ${dayInWords(day)}`,
  characters: (count, limit, pages) =>
    `Đã viết ${number(count)}/${number(limit)} ký tự${pages === undefined ? '' : pages === 0.5 ? ' (khoảng nửa trang)' : ` (khoảng ${number(pages)} trang)`}.`,
  severity: { error: 'Lỗi', warning: 'Lưu ý', advice: 'Gợi ý' },
  said: (severity, from) =>
    from === 'officer'
      ? 'Ý kiến của nơi nhận'
      : `${vi.severity[severity]}${from === 'server' ? ' (máy chủ kiểm tra)' : ''}`,
  cite: (clause) => (clause === '' ? 'văn bản số' : `mục ${clause}, văn bản số`),
  notAnswered: 'chưa trả lời',
  moment: (clock, day) => `${clock} ngày ${day}`,

  loading: 'Đang tải biểu mẫu…',
  failed: {
    rulebook: (reason) => `Không tải được biểu mẫu: ${reason}`,
    because: {
      unreachable: 'không kết nối được với máy chủ.',
      slow: 'chờ quá lâu mà máy chủ chưa trả lời xong.',
      signedOut: 'máy chủ không cho xem, có thể vì phiên đăng nhập đã hết hạn.',
      notFound: 'máy chủ không có biểu mẫu ở địa chỉ mà trang này ghi.',
      fault: 'máy chủ đang gặp sự cố.',
      notJson: 'máy chủ gửi về một trang khác, có thể vì phiên đăng nhập đã hết hạn.',
      notRulebook: 'tệp máy chủ gửi về không phải là bộ quy tắc của biểu mẫu.',
    },
    noRulebook: 'Trang này chưa khai báo bộ quy tắc của biểu mẫu.',
    unitGroup: (group) => `Văn bản chỉ đạo không có nhóm đơn vị “${group}”.`,
    lang: (lang) => `Biểu mẫu không có ngôn ngữ “${lang}”, nên hiển thị bằng tiếng Việt. (lang="vi", lang="en")`,
    enctype: 'Trang này chưa gửi được tệp kèm theo (thiếu method="post" enctype="multipart/form-data").',
    form: (form) => `Văn bản chỉ đạo không có biểu mẫu “${form}”.`,
    formType: (form) => `Biểu mẫu “${form}” thuộc loại khác, trang này không hiển thị được.`,
    now: 'Giờ máy chủ mà trang cung cấp không hợp lệ.',
    given: 'Số liệu trang cung cấp không đọc được. (given=\'{"…": "2025-03-14"}\')',
    givenUnknown: (ids) => `Biểu mẫu không cần số liệu “${ids}” mà trang cung cấp. (given)`,
    receiver: (receiver) => `Biểu mẫu không có nơi nhận “${receiver}”. (receiver)`,
    advice: 'Đề nghị tải lại trang; nếu vẫn không được, báo cho cán bộ quản trị cổng thông tin.',
    tellAdministrator: 'Đề nghị báo cho cán bộ quản trị cổng thông tin.',
    retryAdvice:
      'Đề nghị kiểm tra kết nối mạng rồi bấm “Thử lại”. Nếu vẫn không được, tải lại trang hoặc đăng nhập lại, sau đó báo cho cán bộ quản trị cổng thông tin.',
    retry: 'Thử lại',
    detail: 'Thông tin để báo cho cán bộ quản trị:',
  },

  directive: (document, date) => `Văn bản số ${document}, ngày ${date}`,
  award: (label) => `Hình thức đề nghị: ${label}`,
  achievements: (from, through) =>
    from && through
      ? `Thành tích tính từ ngày ${from} đến hết ngày ${through}`
      : from
        ? `Thành tích tính từ ngày ${from}`
        : `Thành tích tính đến hết ngày ${through ?? ''}`,
  receivedBy: (names) => `Nơi nhận: ${names}`,
  copies: (count) => `Số bộ hồ sơ: ${twoDigits(count)} bộ`,
  period: 'Kỳ báo cáo',

  window: {
    heading: 'Thời hạn gửi',
    left: (state, minutesLeft, daysLeft) => {
      if (minutesLeft === null) return '';
      if (state === 'upcoming') return 'chưa đến thời gian nhận';
      if (minutesLeft <= 0) return 'đã hết hạn';
      if (minutesLeft < 60) return `còn ${minutesLeft} phút`;
      if (daysLeft === null || daysLeft < 1) return `còn ${Math.floor(minutesLeft / 60)} giờ ${minutesLeft % 60} phút`;
      return `còn ${daysLeft} ngày`;
    },
    state: {
      unannounced: 'Chưa có thời hạn',
      upcoming: 'Chưa đến hạn nhận',
      open: 'Đang nhận',
      closing: 'Sắp hết hạn',
      late: 'Quá hạn',
      closed: 'Đã hết hạn nhận',
    },
    choosePeriod: 'Chọn kỳ báo cáo để xem thời hạn gửi.',
    lateAccepted: 'Gửi sau thời hạn vẫn được tiếp nhận nhưng ghi nhận là gửi muộn.',
    lateRefused: 'Sau thời hạn này không tiếp nhận nữa.',
    returned: 'Đã trả lại',
    comeAgain: (until) => `Nơi nhận đã trả lại, gửi lại trước ${until}`,
    judgedAsFirst: 'Thời hạn của văn bản được xét theo lúc gửi lần đầu.',
    planSent: 'Kế hoạch đã gửi. Bổ sung, ghi kết quả vào bản gửi lại không tính là gửi muộn.',
    provisional: 'Thời hạn dự kiến, có thể thay đổi.',
    amended: (was, by) => `Thời hạn trước đây: ${was}; đã thay đổi theo văn bản số ${by.document}.`,
  },

  unit: {
    heading: 'Đơn vị gửi',
    id: 'Đơn vị',
    group: 'Nhóm đơn vị',
    name: 'Tên đơn vị',
    contact: 'Người liên hệ',
    contactHint: 'Để nơi nhận liên hệ khi cần trao đổi về hồ sơ.',
    contactName: 'Họ và tên người liên hệ',
    contactPhone: 'Số điện thoại',
    contactEmail: 'Thư điện tử',
    phoneDoubt: 'Chưa giống số điện thoại: quá ít chữ số. Đề nghị ghi đủ số, ví dụ 0900 000 000.',
    emailDoubt: 'Chưa giống địa chỉ thư điện tử, ví dụ vanphong@donvi.vn.',
  },

  issuer: {
    heading: 'Thông tin in trên văn bản',
    hint: 'Phần để trống sẽ in thành dòng chấm để điền tay.',
    superior: 'Cơ quan cấp trên',
    name: 'Cơ quan ban hành',
    place: 'Địa danh',
    number: 'Số văn bản',
    symbol: 'Ký hiệu văn bản',
    date: 'Ngày ban hành',
    authority: 'Thẩm quyền ký',
    title: 'Chức vụ người ký',
    signer: 'Họ và tên người ký',
    recipients: 'Nơi nhận',
    recipientsHint: 'Mỗi nơi nhận một dòng.',
  },

  dossier: {
    heading: 'Hồ sơ kèm theo',
    copiesOf: (count) => `Lập ${twoDigits(count)} bộ hồ sơ.`,
    ifAny: '(nếu có)',
    printed: 'Hệ thống lập văn bản này từ nội dung đã kê khai, không phải đính kèm.',
    printedFromSections: 'Hệ thống lập văn bản này từ các mục đã viết ở trên.',
    either: 'Viết đủ các mục để hệ thống lập văn bản, hoặc đính kèm tệp đã có.',
    paper: (label) => `Có nộp bản giấy: ${label}`,
    endorsed: (item, by) => `${item} đã có xác nhận của ${by}`,
    copies: (count) => `${twoDigits(count)} bản`,
    bound: 'đóng quyển',
    soft: (format) => `gửi kèm bản mềm (${formatName(format)})`,
    enclosures: 'Tài liệu kèm theo',
  },

  files: {
    choose: 'Chọn tệp',
    chooseMore: 'Thêm tệp',
    replace: 'Thay tệp',
    remove: 'Bỏ tệp',
    chooseFor: (item) => `Chọn tệp cho “${item}”`,
    replaceNamed: (file) => `Thay tệp ${file}`,
    removeNamed: (file) => `Bỏ tệp ${file}`,
    removed: (file) => `Đã bỏ tệp ${file}.`,
    reading: (file) => `Đang đọc tệp ${file}…`,
    limits: (max) => (max === null ? '' : `Mỗi tệp không quá ${bytes(max)}.`),
    size: bytes,
    again: 'Cần chọn lại tệp này',
    stored: 'Đã lưu trên hệ thống',
    problem: fileProblem,
    uploading: (sent, total, name) => `Đang gửi tệp ${sent + 1}/${total}: ${name}…`,
    uploadFailed: (name, seconds) =>
      `Chưa gửi được tệp ${name}. Nội dung đã nhập vẫn còn nguyên; ${seconds === null ? 'đề nghị gửi lại.' : `đề nghị gửi lại sau ${seconds} giây.`}`,
  },

  summary: {
    heading: (errors) => `Chưa gửi được: còn ${errors} nội dung cần sửa`,
    othersLeft: (errors) => `Các nội dung đã nêu đã được sửa; còn ${errors} nội dung khác cần hoàn thiện trước khi gửi`,
    refused: (errors) => `Máy chủ kiểm tra và chưa nhận: ${errors} nội dung cần sửa`,
    remarks: 'Nơi nhận có ý kiến về hồ sơ này',
    fromServer: 'Máy chủ kiểm tra và có lưu ý',
    other: 'Lưu ý thêm',
    nothingLeft: 'Các nội dung đã được sửa. Có thể gửi lại.',
  },

  submit: {
    heading: 'Gửi hồ sơ',
    button: 'Gửi',
    busy: 'Đang gửi…',
    remaining: (errors) => `Còn ${errors} nội dung cần hoàn thiện trước khi gửi.`,
    closed: (why) => `${why} Không gửi được vào lúc này; nội dung vẫn xem, chép và in được.`,
    refused: (places) => `Còn ${places} mục máy chủ chưa nhận mà chưa sửa; gửi lại như cũ có thể vẫn không được nhận.`,
    remarks: (places) => `Còn ${places} mục nơi nhận có ý kiến mà chưa sửa. Các nội dung khác đã đủ, có thể gửi.`,
    nobody: 'Danh sách chưa có đối tượng nào. Gửi bây giờ là báo đơn vị không đề nghị đối tượng nào.',
    blank: (names) =>
      `Gửi được, nhưng ${names.length} biểu còn để trống, tức là chưa trả lời: ${names.join('; ')}. Không có thì ghi 0.`,
    ready: 'Đã đủ nội dung theo quy định, có thể gửi.',
    invalid: 'Biểu mẫu còn nội dung cần hoàn thiện trước khi gửi.',
    loading: 'Chưa gửi được: biểu mẫu đang tải. Đề nghị chờ biểu mẫu hiện ra.',
    notLoaded: 'Chưa gửi được: biểu mẫu chưa tải được. Đề nghị bấm “Thử lại” hoặc tải lại trang.',
  },

  print: {
    documents: 'Văn bản do hệ thống lập',
    hint: 'Văn bản in từ nội dung đang hiển thị; phần chưa có in thành dòng chấm.',
    unavailable: 'Không tải được phần lập văn bản.',
    button: (document, format) => `Tải ${lowered(document)} (${formatName(format)})`,
    busy: 'Đang lập văn bản…',
    failed: 'Không lập được văn bản. Nội dung đã nhập vẫn còn nguyên; đề nghị thử lại.',
    done: (file) => `Đã lập tệp ${file}.`,
  },

  workbook: {
    choose: 'Nhập từ Excel',
    chooseWord: 'Nhập từ tệp Word…',
    more: (count) => `Xem ${count} chỗ nữa`,
    unread: 'Chưa nhập tệp này. Nội dung đang hiển thị vẫn giữ nguyên.',
    other: {
      form: 'Tệp này của một biểu mẫu khác.',
      unit: 'Tệp này của một đơn vị khác.',
      period: 'Tệp này của một kỳ báo cáo khác.',
    },
    imported: (file) => `Đã nhập nội dung từ tệp ${file}. Đề nghị xem lại trước khi gửi.`,
    problems: (count) => `${count} chỗ trong tệp chưa đọc được, đề nghị xem lại và nhập trên biểu mẫu:`,
    leftOut: (parts) => `Tệp Excel không có các phần sau, phần đã nhập trước đó vẫn giữ nguyên: ${parts}.`,
    undo: 'Bỏ nội dung vừa nhập từ tệp',
  },

  draft: {
    restored: (when) => `Đã khôi phục nội dung đang soạn, lưu trên máy này lúc ${when}.`,
    startAgain: 'Bỏ bản nháp, bắt đầu lại',
    discarded: 'Đã bỏ bản nháp.',
    bringBack: 'Khôi phục bản nháp',
    foundBeside: (when) =>
      `Trên máy này còn một bản nháp lưu lúc ${when}, khác với hồ sơ đang hiển thị. Bản nháp vẫn được giữ cho đến khi chọn.`,
    useDraft: 'Dùng bản nháp',
    dropDraft: 'Giữ hồ sơ đang hiển thị',
    conflict: (when) =>
      `Biểu mẫu này cũng đang mở ở cửa sổ khác và được lưu lúc ${when}. Nội dung ở đây tạm thời không lưu nháp cho đến khi chọn.`,
    useOther: 'Dùng bản ở cửa sổ kia',
    keepMine: 'Giữ bản ở đây',
    older: (version) => `Bản nháp được soạn theo bản quy định trước (${version}) và đã được chuyển sang bản hiện hành.`,
    dropped: 'Những nội dung không còn chỗ trong bản hiện hành, ghi lại ở đây để không mất:',
    missingFiles: 'Các tệp sau cần chọn lại:',
    filesNotKept: 'Trình duyệt này không giữ được tệp đã chọn: sau khi tải lại trang phải chọn lại tệp.',
    unavailable: 'Trình duyệt này không cho lưu nháp: nội dung đã nhập sẽ mất nếu đóng trang trước khi gửi.',
    full: 'Bộ nhớ của trình duyệt đã đầy, không lưu nháp được: nội dung mới nhập sẽ mất nếu đóng trang trước khi gửi.',
    close: 'Đóng thông báo',
  },

  privateSigns: (quoted, count) =>
    `Có ${count === 1 ? 'ký hiệu' : `${count} ký hiệu`} chỉ phông chữ gốc mới hiện được, khi in sẽ thành khoảng trống: “${quoted}”. Đề nghị gõ lại hoặc thay bằng chữ.`,

  doubt: { meansIt: (shown) => `Ý là ${shown}`, taken: (shown) => `Đã ghi ${shown}.` },

  legacyText: {
    found: (encoding) =>
      `Chữ gõ bằng bảng mã cũ ${encoding} (phông ${encoding === 'VNI' ? 'VNI-Times' : '.VnTime'}), không phải Unicode; nơi nhận sẽ không đọc được.`,
    convert: 'Chuyển sang Unicode',
    read: (encoding) => `Đã chuyển từ bảng mã ${encoding} sang Unicode. Đề nghị đọc lại.`,
    putBack: 'Trả lại như cũ',
    isRead: 'Đã chuyển sang Unicode.',
    isBack: 'Đã trả lại như cũ.',
  },

  list: {
    item: (position) => `Mục ${position}`,
    add: (label) => `Thêm mục: ${label}`,
    added: (label, position) => `Đã thêm mục ${position}: ${label}.`,
    remove: (label, position) => `Xóa mục ${position}: ${label}`,
    removed: (label, position) => `Đã xóa mục ${position}: ${label}.`,
  },
  nominees: {
    heading: 'Danh sách đề nghị',
    quota: 'Số lượng được đề nghị',
    noQuota: 'Văn bản không phân bổ số lượng đề nghị cho đơn vị này.',
    chooseGroup: 'Chọn nhóm đơn vị để biết số lượng được đề nghị.',
    or: 'hoặc',
    count: (count) => `Đang có ${twoDigits(count)} trong danh sách.`,
    counted: (kinds, count, min, max) => `${kinds}: đã có ${count}${bounds(min, max)}`,
    add: (kind) => `Thêm ${kind}`,
    full: 'Đã đủ số lượng được đề nghị.',
    none: 'Chưa có đối tượng nào trong danh sách.',
    unnamed: (kind) => `(${kind} chưa ghi tên)`,
    position: (index) => `Thứ tự ${index}`,
    missing: (count) => `Còn thiếu ${count}`,
    complete: 'Đã đủ thông tin',
    remarked: 'Nơi nhận có ý kiến, chưa sửa',
    refused: 'Máy chủ chưa nhận, chưa sửa',
    more: (count) => `và ${count} nội dung khác`,
    remove: 'Bỏ khỏi danh sách',
    duplicate: 'Tạo bản tương tự',
    up: 'Chuyển lên',
    down: 'Chuyển xuống',
    about: (action, nominee) => `${action}: ${nominee}`,
    added: (kind, position) => `Đã thêm ${kind} ở vị trí ${position}.`,
    removed: (nominee) => `Đã bỏ ${nominee} khỏi danh sách.`,
    restore: 'Khôi phục',
    restored: (nominee) => `Đã khôi phục ${nominee}.`,
    moved: (nominee, position, count) => `${nominee} đang ở vị trí ${position}/${count}.`,
    facts: 'Thông tin',
    criteria: 'Tiêu chuẩn do đơn vị cam đoan',
    commit: (criterion) => `Cam đoan: ${criterion}`,
    exclusions: 'Các trường hợp không xét',
    exclusionsHint: 'Trả lời từng trường hợp; không trả lời thì chưa được coi là “Không”.',
    documents: 'Hồ sơ của đối tượng',
  },

  meeting: {
    heading: 'Cuộc họp xét, đề nghị',
    date: 'Ngày họp',
    present: 'Số người có mặt',
    absent: 'Số người vắng mặt',
    chair: 'Chủ trì',
    secretary: 'Thư ký',
    votes: 'Kết quả biểu quyết',
    votesHint: 'Không bắt buộc; để trống thì in thành dòng chấm.',
    for: 'Đồng ý',
    against: 'Không đồng ý',
    votesFor: (nominee) => `Số phiếu đồng ý: ${nominee}`,
    votesAgainst: (nominee) => `Số phiếu không đồng ý: ${nominee}`,
  },

  report: {
    contents: 'Các phần của báo cáo',
    showContents: 'Xem danh mục các phần',
    hideContents: 'Thu gọn danh mục',
    progress: (written, due, optional) =>
      `Đã viết ${written}/${due} mục${optional > 0 ? ` (không kể ${twoDigits(optional)} mục không bắt buộc)` : ''}`,
    state: { written: 'Đã viết', empty: 'Chưa viết', optional: 'Không bắt buộc', broken: 'Còn thiếu hoặc cần sửa' },
    tableProgress: (begun, due) => `Có số liệu ${begun}/${due} biểu`,
    tableState: { filled: 'Đã đủ ô', part: 'Còn ô để trống', blank: 'Để trống, chưa trả lời' },
    tableBlank: 'Biểu này để trống, tức là chưa trả lời. Không có thì ghi 0.',
    listBlank: 'Biểu này chưa có dòng nào. Ghi vào dòng trống thì có thêm dòng.',
    outline: 'Nội dung báo cáo theo đề cương',
    outlineHint:
      'Ô viết tự mở rộng theo nội dung. Có thể soạn sẵn ở nơi khác rồi dán vào; để cách một dòng trống giữa các đoạn.',
    words: (count) => `${number(count)} chữ`,
    nothing: 'Không phát sinh',
    nothingFor: (section) => `Ghi “Không phát sinh” vào mục: ${section}`,
    nothingSentence: NOTHING_TO_REPORT,
    appeared: (sections) =>
      sections.length > 3
        ? `Có thêm ${sections.length} mục phải viết.`
        : `Có thêm mục phải viết: ${sections.join('; ')}.`,
    nothingWritten: (section) => `Đã ghi “Không phát sinh” vào mục ${section}. Có thể sửa lại.`,
    notAsked: 'Theo các nội dung đã chọn, hiện không phải viết mục này. Có thể xóa nội dung đã viết.',
    questions: 'Câu hỏi của đề cương',
    noAnswer: 'Để trống',
    tables: 'Biểu thống kê',
    tablesHint: 'Không có thì ghi 0; ô để trống là chưa trả lời.',
    percentHint: 'Tỉ lệ ghi theo %, ví dụ 97,5.',
    inMeasure: (measure) => `Đơn vị tính: ${measure}`,
    measure: 'Đơn vị tính',
  },

  deadlines: {
    loading: 'Đang tải các thời hạn…',
    heading: 'Các thời hạn',
    calendar: 'Đưa các thời hạn vào lịch',
    nothingAhead: 'Không còn thời hạn nào.',
    nothing: 'Văn bản không ấn định thời hạn nào cho nhóm đơn vị này.',
    over: (count) => `Đã qua (${count})`,
    milestoneState: {
      unannounced: 'Chưa có ngày',
      upcoming: 'Chưa đến',
      open: 'Trong thời gian thực hiện',
      closing: 'Sắp đến ngày cuối',
      late: 'Đã qua',
      closed: 'Đã qua',
    },
    optional: 'Không bắt buộc.',
    byCommittee: 'Việc của cơ quan ban hành văn bản.',
    ofCommittee: (committee, count) => `Việc của ${committee} (${count})`,
    changed: 'Đã thay đổi:',
    changedBy: (document) => `(theo văn bản số ${document})`,
    withdrawnHeading: 'Không thực hiện nữa',
    withdrawn: (document, date) => `theo văn bản số ${document}, ngày ${date}`,
    weekday: (day) => weekday(day, 'vi-VN'),
  },

  plan: {
    must: 'Thuộc diện phải lập kế hoạch.',
    mustAs: (whom) => `Diện: ${whom}.`,
    encouraged: 'Không thuộc diện phải lập kế hoạch; được khuyến khích lập.',
    dutyOpen: (fields) => `Chưa xác định được có thuộc diện phải lập kế hoạch hay không; còn phải trả lời: ${fields}.`,
    unitDuty: {
      must: 'Đơn vị thuộc diện phải lập kế hoạch này.',
      may: 'Văn bản không bắt buộc đơn vị này lập kế hoạch; có thể lập.',
      exempt: 'Đơn vị không thuộc diện lập kế hoạch này.',
    },
    postsHint: 'Đánh dấu mọi chức vụ đang giữ; các chức vụ xếp từ cao xuống thấp.',
    noPost: 'Không giữ chức vụ nào nêu trên',
    highest: (post) => `Giữ nhiều chức vụ thì lập 01 kế hoạch, theo chức vụ cao nhất: ${post}.`,
    outline: 'Nội dung kế hoạch',
    due: (min, max) =>
      max === null
        ? `Đăng ký ít nhất ${twoDigits(min)} việc cụ thể.`
        : min === 0
          ? `Có thể đăng ký nhiều nhất ${twoDigits(max)} việc cụ thể.`
          : min === max
            ? `Đăng ký ${twoDigits(max)} việc cụ thể.`
            : `Đăng ký từ ${twoDigits(min)} đến ${twoDigits(max)} việc cụ thể.`,
    byPost: (post) => `Theo chức vụ: ${post}.`,
    counted: (count) => (count === 0 ? 'Chưa ghi việc nào.' : `Đã có ${twoDigits(count)} việc.`),
    notDue: 'Theo chức vụ đã chọn, không phải đăng ký việc cụ thể. Nội dung đã viết vẫn được giữ và sẽ gửi; có thể bỏ.',
    commitment: (position) => `Việc thứ ${position}`,
    resultHint: 'Ghi vào cuối năm, khi đánh giá việc thực hiện kế hoạch.',
    add: 'Thêm việc đăng ký',
    added: (position) => `Đã thêm việc thứ ${position}.`,
    full: 'Đã đủ số việc được đăng ký.',
    remove: (position) => `Bỏ việc thứ ${position}`,
    removed: 'Đã bỏ một việc đăng ký.',
    restored: (position) => `Đã khôi phục việc thứ ${position}.`,
  },

  reportPaste: {
    open: 'Dán cả báo cáo',
    fromWord: 'Nhập từ tệp Word…',
    reading: (fileName) => `Đang đọc tệp “${fileName}”…`,
    readFrom: (fileName) => `Đọc từ tệp “${fileName}”.`,
    notRead: (fileName) => `Chưa đọc được tệp “${fileName}”.`,
    unreadParts: (names) => `Có phần trong tệp không đọc được: ${names.join('; ')}.`,
    values: 'Biểu và thông tin nhận ra được',
    group: (name, values) => `${name} (${values} giá trị)`,
    groupUnsure: 'Có chỗ chưa chắc chắn, đề nghị xem lại sau khi đưa vào.',
    groupLeft: 'Không có chỗ trong biểu mẫu:',
    shown: 'Xem từng giá trị',
    heading: 'Đưa vào báo cáo đã soạn ở nơi khác',
    text: 'Toàn văn báo cáo',
    textHint:
      'Chép toàn bộ báo cáo trong Word rồi dán vào đây. Nội dung được chia vào các mục theo số thứ tự và tên mục của đề cương, biểu được nhận ra theo đầu cột và tên dòng; xem lại trước khi đưa vào báo cáo.',
    part: 'Chia vào các mục',
    cancel: 'Thôi',
    parted: (sections, nowhere, unsure) =>
      `Đã chia được vào ${sections} mục.${unsure > 0 ? ` ${unsure} đoạn cần xem lại.` : ''}${nowhere > 0 ? ` ${nowhere} đoạn chưa rõ thuộc mục nào.` : ''}`,
    piece: (position) => `Đoạn ${position} đưa vào mục`,
    nowhere: '– Chưa đưa vào mục nào –',
    unsure: 'Chưa chắc chắn, đề nghị xem lại.',
    aside: {
      letterhead: 'Phần đầu văn bản (tên cơ quan, số, ngày, tên loại, trích yếu): không phải nội dung của mục nào.',
      closing: 'Nơi nhận, chữ ký ở cuối văn bản: không phải nội dung của mục nào.',
      caption: 'Tên, đơn vị tính, ghi chú của biểu đã nhận ra.',
      margin: 'Chữ ở đầu trang, chân trang.',
      comment: 'Ý kiến nhận xét bên lề (Comment).',
      deleted: 'Chữ đã xóa khi theo dõi thay đổi (Track Changes).',
      hidden: 'Chữ ẩn trong tệp.',
      prompt: 'Lời nhắc của ô chưa điền.',
    },
    asideLeft: (count) => `${count} phần không phải nội dung báo cáo, không đưa vào mục nào:`,
    whole: 'Xem cả đoạn',
    before: (sections) => `Những mục sau đã có nội dung: ${sections.join('; ')}`,
    append: 'Viết tiếp vào sau nội dung đã có',
    replace: 'Thay nội dung đã có',
    accept: 'Đưa vào báo cáo',
    back: 'Quay lại toàn văn',
    done: (sections, values) =>
      `Đã đưa nội dung vào ${sections} mục${values > 0 ? `, điền ${number(values)} giá trị` : ''}.`,
    left: (count) => `${count} đoạn chưa đưa vào mục nào, giữ ở đây để không mất:`,
    undo: 'Hoàn tác việc đưa vào',
    undone: 'Đã hoàn tác việc đưa báo cáo vào.',
    close: 'Đóng thông báo',
  },

  table: {
    keys: 'Di chuyển bằng phím mũi tên, Enter, Tab. Có thể dán cả khối ô từ Excel hoặc LibreOffice Calc.',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    undone: 'Đã hoàn tác.',
    redone: 'Đã làm lại.',
    about: (action, of) => `${action}: ${of}`,
    fillZeros: 'Điền 0 vào ô trống',
    filled: (count, row) => `Đã điền 0 vào ${count} ô trống của dòng ${row}.`,
    selected: (rows, columns) => `Đang chọn ${rows} dòng, ${columns} cột.`,
    doubt: (doubt, typed, column) => doubtInWords(doubt, `${column}: “${typed}”`, 'vi'),
    pasted: ({ pasted }) => `Đã dán ${number(pasted)} ô.`,
    doubtful: (count) => `${number(count)} ô có số chưa rõ, được đánh dấu trong biểu để xem lại.`,
    beyond: (count) => `${number(count)} giá trị nằm ngoài biểu, không dán:`,
    unclear: (count) => `${number(count)} ô đánh dấu được giữ nguyên vì không rõ là có hay không:`,
    computed: (count) => `${number(count)} ô do hệ thống tự tính; giá trị được dán khác với số tính được:`,
    cut: 'Khối được dán quá lớn, phần cuối không được đọc. Đề nghị chỉ chép các ô của biểu này.',
    more: (count) => `và ${number(count)} giá trị khác`,
    undoPaste: 'Hoàn tác việc dán',
    closeNews: 'Đóng thông báo',
    removed: (row) => `Đã bỏ dòng ${row}.`,
    removeRow: (row) => `Bỏ dòng ${row}`,
    before: 'Các dòng trước',
    after: 'Các dòng sau',
    rowsShown: (from, to, all) => `Dòng ${number(from)}–${number(to)} trong ${number(all)}`,
    unreadTotal: '— là tổng chưa tính được vì còn ô có số chưa rõ; sửa các ô được đánh dấu thì có tổng.',
  },
};

/** `2023-04-05` → "ngày 05 tháng 4 năm 2023", with a leading 0 where official letters write one. */
function dayInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

function bounds(min: number, max: number | null): string {
  if (max === null) return min > 0 ? ` (ít nhất ${twoDigits(min)})` : '';
  if (min === max) return ` trên ${twoDigits(max)}`;
  return min === 0 ? ` (nhiều nhất ${twoDigits(max)})` : ` (từ ${twoDigits(min)} đến ${twoDigits(max)})`;
}

function fileProblem(problem: FileProblem): string {
  switch (problem.kind) {
    case 'file-bytes':
      return `Tệp ${problem.name} có dung lượng ${bytes(problem.size)}, quá mức cho phép là ${bytes(problem.max)}.`;
    case 'request-bytes':
      return `Tổng dung lượng hồ sơ là ${bytes(problem.size)}, quá mức cho phép của mỗi lần gửi là ${bytes(problem.max)}.`;
    case 'files':
      return `Có ${problem.count} tệp, quá số cho phép là ${problem.max} tệp.`;
    case 'unreadable':
      return `Không đọc được tệp ${problem.name}: tệp đã bị chuyển, sửa hoặc đang mở ở chương trình khác. Đề nghị chọn lại.`;
    case 'empty':
      return `Tệp ${problem.name} không có nội dung (0 byte). Đề nghị mở tệp để kiểm tra, lưu lại rồi chọn lại.`;
  }
}

const formatName = (format: string): string =>
  ({ docx: 'Word', xlsx: 'Excel', html: 'trang in' })[format] ?? format.toUpperCase();
