import type { WindowState } from '@kl01/rules';

/** All texts of the portal. Those of a directive come from its rulebook, never from here. */
export const vi = {
  portal: 'Cổng công tác đảng (minh họa)',
  skip: 'Đến nội dung chính',
  navigation: 'Điều hướng chính',
  nav: {
    forms: 'Biểu mẫu',
    deadlines: 'Thời hạn',
    people: 'Kế hoạch cá nhân',
    sent: 'Đã gửi',
    received: 'Đã tiếp nhận',
    committee: 'Xét chọn, tổng hợp',
  },
  clock: {
    line: (words: string) => `Đồng hồ trình diễn: ${words}`,
    set: 'Đặt lại đồng hồ',
    title: 'Đặt lại đồng hồ trình diễn',
    lead: 'Thời hạn được xét theo đồng hồ này, không theo giờ thật. Đặt lại thì mọi cán bộ cùng văn bản đều thấy giờ mới.',
    local: 'Ngày, giờ',
    submit: 'Đặt giờ này',
    invalid: 'Hãy ghi đủ ngày và giờ, ví dụ 08:00 ngày 22/3/2023.',
    choose: 'Hoặc chọn một thời điểm theo văn bản',
    issued: 'Ngày ban hành văn bản',
    first: (label: string) => `${label}: bắt đầu nhận`,
    last: (label: string) => `${label}: còn 1 giờ`,
    past: (label: string) => `${label}: vừa hết hạn`,
  },
  /** input formats of date and time */
  typing: {
    day: 'ngày/tháng/năm, ví dụ 05/4/2023',
    moment: 'giờ, ngày/tháng/năm, ví dụ 17:00 05/4/2023',
  },
  moment: (time: string, weekday: string, date: string) => `${time}, ${weekday}, ngày ${date}`,
  /** Sunday first */
  weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  signOut: {
    button: 'Đăng xuất',
    title: 'Đã đăng xuất',
    asks: 'Còn nội dung chưa gửi',
    kept: ['Trình duyệt trên máy này đang giữ ', ' bản nháp đã nhập mà chưa gửi.'],
    consequence:
      'Giữ lại thì lần sau đăng nhập trên máy này sẽ làm tiếp được, nhưng người dùng chung máy có thể xem được. Xóa thì không khôi phục được.',
    keep: 'Đăng xuất, giữ bản nháp',
    forget: 'Đăng xuất, xóa bản nháp',
    stay: 'Chưa đăng xuất',
    isKept: 'Nội dung đã nhập mà chưa gửi vẫn được giữ trên máy này; đăng nhập lại trên máy này để làm tiếp.',
    forgetting: 'Đang xóa nội dung đã nhập mà chưa gửi…',
    forgotten: 'Nội dung đã nhập mà chưa gửi đã được xóa khỏi trình duyệt này.',
  },

  front: {
    title: 'Chọn văn bản chỉ đạo',
    lead: 'Đây là bản trình diễn. Mỗi văn bản có biểu mẫu, thời hạn, đơn vị và đồng hồ trình diễn riêng.',
    number: (number: string, date: string) => `Số ${number}, ngày ${date}`,
    forms: 'Biểu mẫu',
    open: 'Đăng nhập để làm việc',
    openFor: (number: string) => `Đăng nhập để làm việc theo văn bản số ${number}`,
  },

  signIn: {
    title: 'Đăng nhập',
    lead: 'Đây là bản trình diễn: chọn một cán bộ để đăng nhập, không cần mật khẩu. Đơn vị ghi “(minh họa)” là giả định.',
    choose: 'Cán bộ',
    committee: 'Cơ quan ban hành văn bản',
    other: 'Chọn văn bản khác',
    submit: 'Đăng nhập',
    unknown: 'Hãy chọn một cán bộ trong danh sách.',
    back: 'Đăng nhập xong sẽ mở lại trang đang làm dở.',
    again: 'Đăng nhập lại và quay về trang đang làm dở',
  },

  forms: {
    title: 'Biểu mẫu và thời hạn',
    lead: (directive: string, date: string) => `Theo văn bản số ${directive}, ngày ${date}.`,
    noForms: 'Văn bản này không yêu cầu đơn vị nộp biểu mẫu nào.',
    deadline: 'Thời hạn',
    said: (words: string) => `Văn bản ghi: “${words}”.`,
    cite: (clause: string, document: string) => (clause ? `Mục ${clause}, ${document}` : `Văn bản số ${document}`),
    ifSilent: (label: string) => `${label}.`,
    fill: 'Điền biểu mẫu',
    correct: 'Sửa và gửi lại',
    view: 'Xem bản đã gửi',
    notSent: 'Chưa gửi',
    optional: 'Chưa gửi (không bắt buộc)',
    sent: (revision: number, at: string) => `Đã gửi bản số ${revision} lúc ${at}`,
    withdrawn: (at: string) => `Đã rút lúc ${at}`,
    states: {
      unannounced: 'Chưa thông báo',
      upcoming: 'Chưa đến kỳ',
      open: 'Đang nhận',
      closing: 'Sắp hết hạn',
      late: 'Quá hạn, còn nhận',
      closed: 'Đã hết hạn',
    } satisfies Record<WindowState['state'], string>,
    left: (minutes: number) => (minutes >= 0 ? `Còn ${duration(minutes)}.` : `Đã quá ${duration(-minutes)}.`),
  },

  deadlines: {
    title: 'Các thời hạn của văn bản',
    link: 'Xem mọi thời hạn và mốc thời gian của văn bản',
  },

  people: {
    title: 'Kế hoạch của cá nhân trong đơn vị',
    lead: 'Đơn vị xem được kế hoạch của người thuộc đơn vị; chỉ người lập mới sửa được kế hoạch của mình.',
    made: (made: number, all: number) => `Đã lập ${made}/${all} kế hoạch.`,
    person: 'Họ và tên',
    state: 'Tình trạng',
    missing: 'Chưa lập',
    view: 'Xem',
    viewOf: (name: string) => `Xem kế hoạch của ${name}`,
    copy: 'Gửi 01 bản lên cấp trên',
  },

  fillIn: {
    title: 'Điền và gửi biểu mẫu',
    lead: (unit: string) => `Đơn vị gửi: ${unit}.`,
    revision: (revision: number) => `Bản sẽ gửi: bản số ${revision}.`,
    submit: 'Gửi',
    busy: 'Đang gửi…',
    offline:
      'Chưa gửi được: không kết nối được với máy chủ. Nội dung đã nhập vẫn được giữ trên trang này và trong trình duyệt. Hãy kiểm tra mạng rồi bấm “Gửi” lần nữa.',
    trouble:
      'Chưa gửi được: máy chủ đang gặp sự cố. Nội dung đã nhập vẫn được giữ trên trang này và trong trình duyệt. Hãy đợi ít phút rồi bấm “Gửi” lần nữa.',
    back: 'Về danh sách biểu mẫu',
    returned: (until: string) => `Nơi nhận đã trả lại biểu mẫu này; gửi lại trước ${until}.`,
    returnedOver: (until: string) => `Nơi nhận đã trả lại biểu mẫu này; hạn gửi lại (trước ${until}) đã qua.`,
    returnedState: 'Đã trả lại, chờ gửi lại',
    locked: 'Nơi nhận đã khóa, không tiếp nhận nữa.',
    viewTitle: 'Xem biểu mẫu',
    closed: 'Biểu mẫu đã đóng: thời hạn không cho gửi vào lúc này. Nội dung chỉ để xem, chép và in.',
    closedByLock: 'Biểu mẫu đã đóng: nơi nhận đã khóa, không tiếp nhận nữa. Nội dung chỉ để xem, chép và in.',
    loading:
      'Đang tải biểu mẫu. Nếu biểu mẫu không hiện ra, đề nghị tải lại trang; nếu vẫn không được, báo cho cán bộ quản trị cổng thông tin. Biểu mẫu cần Chrome hoặc Edge từ bản 109, Firefox từ bản 115.',
    notLoaded: 'Chưa gửi được: biểu mẫu chưa tải xong',
    noScript: 'Trình duyệt đang tắt JavaScript. Biểu mẫu cần JavaScript để hiển thị; hãy bật lên rồi tải lại trang.',
    refusedTitle: 'Chưa gửi được: cần sửa lại một số nội dung',
    refusedLead: 'Máy chủ đã kiểm tra bản vừa gửi và chưa lưu. Các nội dung cần sửa được ghi bên cạnh từng mục.',
  },

  /** for directives amended after a submission was accepted */
  amended: {
    title: 'Văn bản đã được sửa đổi sau khi nhận; bản đã gửi nay còn nội dung phải sửa',
    state: 'Chưa đạt theo văn bản đã sửa đổi',
    committee:
      'Bản này không được tính cho đến khi đơn vị gửi lại. Hãy trả lại đơn vị, nêu rõ lý do và thời hạn gửi lại.',
    unitOpen: 'Hãy sửa và gửi lại; nội dung đã gửi có sẵn trong biểu mẫu.',
    unitClosed: 'Thời hạn đã hết; nơi nhận sẽ trả lại nếu cần gửi lại.',
    refusedTitle: 'Chưa gửi được: biểu mẫu đã thay đổi, cần xem lại',
    refused:
      'Văn bản đã được sửa đổi trong lúc đang điền. Phần mềm đã kiểm tra theo mẫu mới và chưa lưu; nội dung không còn chỗ trong mẫu mới được ghi lại bên dưới để không mất. Hãy xem lại biểu mẫu rồi gửi lại.',
    lost: 'Nội dung không còn chỗ trong mẫu mới',
    /** by the member of a submission that contained it */
    lostFrom: { sections: 'Mục của đề cương', tables: 'Biểu số liệu', nominees: 'Danh sách đề nghị' } as Record<
      string,
      string
    >,
    lostElsewhere: 'Nội dung khác',
  },

  receipt: {
    title: 'Đã tiếp nhận',
    lead: (form: string, revision: number) => `${form}: bản số ${revision} đã được lưu.`,
    code: 'Mã tiếp nhận',
  },

  stale: {
    title: 'Bản này chưa được tính',
    lead: (sent: number, current: number) =>
      `Bản vừa gửi mang số ${sent}, trong khi đơn vị đã có bản số ${current} trên máy chủ. Có thể một cán bộ khác của đơn vị đã gửi trước.`,
    unexpected: (sent: number, expected: number) =>
      `Bản vừa gửi mang số ${sent}, trong khi bản tiếp theo phải là bản số ${expected}.`,
    kept: 'Bản vừa gửi không bị mất: cả hai bản đều được giữ lại để đơn vị đối chiếu.',
    faulty: 'Bản vừa gửi còn nội dung phải sửa nên không được lưu. Bản đang có hiệu lực không thay đổi.',
    full: 'Bản vừa gửi không được lưu: đơn vị đã có nhiều bản gửi sau đang được giữ để đối chiếu. Hãy mở bản đang có hiệu lực để sửa tiếp.',
    viewCurrent: 'Xem bản đang có hiệu lực',
    viewKept: 'Xem bản vừa gửi',
    correct: 'Sửa tiếp từ bản đang có hiệu lực',
  },

  received: {
    titleUnit: 'Biểu mẫu đã gửi',
    titleCommittee: 'Biểu mẫu đã tiếp nhận theo đơn vị',
    empty: 'Chưa có biểu mẫu nào.',
    unit: 'Đơn vị',
    status: 'Tình trạng',
    open: 'Xem',
    openFor: (form: string, unit: string) => `${form}, ${unit}`,
    revision: (revision: number) => `Bản số ${revision}`,
    noFindings: 'Không có lưu ý',
    countFindings: (count: number) => `${count} lưu ý`,
    answered: (answered: number, missing: number) =>
      `Đã tiếp nhận ${counted(answered)} biểu mẫu; còn thiếu ${counted(missing)} biểu mẫu bắt buộc.`,
  },

  detail: {
    sentBy: 'Người gửi',
    receivedAt: 'Thời điểm nhận',
    current: 'Đang có hiệu lực',
    superseded: 'Đã được thay bằng bản sau',
    stale: 'Không được tính: gửi sau một bản khác; giữ lại để đối chiếu',
    withdrawn: (at: string, by: string) => `Đã rút lúc ${at}, người rút: ${by}`,
    findings: 'Kết quả kiểm tra khi tiếp nhận',
    noFindings: 'Không có lưu ý nào.',
    content: 'Nội dung',
    files: 'Tệp kèm theo',
    noFiles: 'Không có tệp kèm theo.',
    bytes: (bytes: number) => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('vi-VN')} KB`,
    documents: 'Văn bản in từ biểu mẫu',
    revisions: 'Các bản đã gửi',
    correct: 'Sửa và gửi lại',
    withdraw: 'Rút bản này',
    withdrawNote: 'Trang sau nói rõ rút thì thế nào, rồi mới hỏi lại.',
    restore: 'Thôi rút, gửi lại bản này',
    restoreNote: 'Gửi lại nguyên nội dung của bản đã rút, thành một bản mới.',
    restoreClosed: 'Bản này đã rút và thời hạn đã hết: không gửi lại được nữa.',
    closed: 'Đã hết thời hạn: không sửa hoặc rút được nữa.',
    made: (document: string, format = '') =>
      `${document} (${({ docx: 'Word', xlsx: 'Excel' } as Record<string, string>)[format] ?? format.toUpperCase()})`,
  },

  withdraw: {
    title: (form: string) => `Rút bản đã gửi: ${form}`,
    what: (revision: number) =>
      `Rút thì bản số ${revision} không còn được tính, coi như đơn vị chưa gửi. Bản đã rút vẫn được lưu.`,
    instead: 'Nếu chỉ muốn sửa, không cần rút: bấm “Sửa và gửi lại”, bản mới thay bản cũ.',
    until: (until: string) => `Chỉ gửi lại được cho đến khi hết thời hạn: ${until}. Sau đó đơn vị không gửi được nữa.`,
    lateAfter: (until: string) =>
      `Thời hạn: ${until}. Gửi lại sau đó thì bị ghi là gửi muộn, và không gửi được nữa khi nơi nhận đã khóa.`,
    late: 'Thời hạn đã qua; gửi lại bây giờ thì bị ghi là gửi muộn.',
    noDeadline: 'Văn bản chưa ấn định thời hạn; nơi nhận khóa lúc nào thì từ đó không gửi lại được.',
    button: 'Rút bản này',
    keep: 'Không rút',
  },

  severities: { error: 'Phải sửa', warning: 'Lưu ý', advice: 'Gợi ý' },

  /** Findings of the portal about files, which the rulebook cannot know. */
  findings: {
    'upload/missing': (name: string) => `Chưa nhận được tệp “${name}”. Hãy chọn lại tệp này rồi gửi lại.`,
    'upload/unannounced': (name: string) =>
      `Tệp “${name}” không được nêu trong biểu mẫu nên không được nhận. Hãy chọn lại tệp ở đúng mục.`,
    'upload/size': (name: string, megabytes: number) =>
      `Tệp “${name}” lớn hơn ${megabytes} MB. Hãy giảm dung lượng tệp rồi chọn lại.`,
    'upload/type': (name: string, types: string) =>
      `Tệp “${name}” không đúng loại được nhận (${types}), hoặc nội dung không khớp với đuôi tệp.`,
    'upload/empty': (name: string) => `Tệp “${name}” không có nội dung. Hãy chọn lại tệp.`,
    person: (name: string) => `Kế hoạch phải là của người đang đăng nhập (${name}). Hãy tải lại trang rồi nhập lại.`,
    lock: () => 'Nơi nhận đã khóa biểu mẫu này, không tiếp nhận nữa.',
    revision: () => 'Biểu mẫu không ghi số của bản gửi. Hãy tải lại trang rồi gửi lại.',
    stale: () => 'Đơn vị đã gửi một bản khác trong lúc bản này đang soạn, nên bản này chưa được tính.',
  },

  paper: {
    title: 'Văn bản giấy',
    lead: 'Nhập thay đơn vị đã gửi bằng văn bản giấy. Thời hạn được xét theo lúc văn bản đến.',
    number: 'Số, ký hiệu văn bản',
    date: 'Ngày của văn bản',
    arrived: 'Văn bản đến lúc',
    import: 'Đọc từ tệp đơn vị gửi kèm (bảng tính do hệ thống lập, hoặc tệp JSON), hoặc nhập vào biểu mẫu bên dưới',
    importButton: 'Đọc tệp vào biểu mẫu',
    read: 'Đã đọc tệp vào biểu mẫu bên dưới; chưa có gì được lưu. Hãy kiểm tra, ghi số và ngày của văn bản rồi gửi.',
    leftOut: 'Bảng tính không có chỗ cho các nội dung sau; hãy nhập hoặc đính kèm trong biểu mẫu bên dưới',
    faults: {
      number: 'Hãy ghi số, ký hiệu của văn bản giấy.',
      long: (most: number) => `Số, ký hiệu văn bản dài quá ${most} ký tự.`,
      date: 'Hãy ghi ngày của văn bản, là một ngày có thật.',
      dateAfter: 'Ngày của văn bản không thể sau ngày văn bản đến.',
      arrived: 'Hãy ghi đủ ngày và giờ văn bản đến, ví dụ 16:00 ngày 04/4/2023.',
      arrivedAfter: 'Lúc văn bản đến không thể sau bây giờ.',
    },
    named: (number: string, date: string) => `số ${number}, ngày ${date}`,
    same: {
      notStored: 'Chưa ghi: số và ngày của văn bản này đã được nhập cho đơn vị khác hoặc biểu mẫu khác.',
      see: 'Xem và xác nhận',
      title: (paper: string) => `Văn bản ${paper} đã được nhập cho:`,
      what: 'Nếu ghi nhầm, hãy sửa lại số hoặc ngày ở trên. Nếu đúng là một văn bản gửi kèm nhiều biểu mẫu, hoặc hai đơn vị có văn bản trùng số, hãy đánh dấu vào ô dưới đây rồi gửi lại.',
      right: 'Số và ngày trên là đúng, vẫn ghi',
    },
    unread: (count: number) => `Có ${count} ô của bảng tính chưa đọc được`,
    unreadLead: 'Nội dung ghi trong ô được giữ nguyên trong biểu mẫu bên dưới; hãy đối chiếu với văn bản giấy rồi sửa.',
    unreadable:
      'Không đọc được tệp này: không phải bảng tính do hệ thống lập cho biểu mẫu này, cũng không phải tệp JSON của biểu mẫu. Hãy chọn tệp khác, hoặc nhập vào biểu mẫu bên dưới.',
  },

  committee: {
    title: 'Xét chọn, tổng hợp',
    lead: 'Mỗi biểu mẫu, mỗi kỳ một trang: đơn vị đã gửi, chưa gửi; trả lại, khóa, nhập văn bản giấy; xét chọn và tổng hợp.',
    open: 'Mở',
    answered: (answered: number, due: number) => `${counted(answered)}/${counted(due)} đơn vị phải gửi đã gửi.`,
    answeredFreely: (answered: number) => `Không đơn vị nào bắt buộc phải gửi; ${counted(answered)} đơn vị đã gửi.`,
    isLocked: 'Đã khóa',
    lock: 'Khóa, không tiếp nhận nữa',
    unlock: 'Mở lại để tiếp nhận',
    lockNote:
      'Khóa thì đơn vị không gửi, sửa hoặc rút được nữa; biểu mẫu đã trả lại vẫn được gửi lại trong hạn đã cho.',
    lockLater: 'Khóa được khi đã hết thời hạn của mọi đơn vị.',
    review: 'Xét chọn',
    consolidated: 'Tổng hợp báo cáo',
    units: 'Các đơn vị',
    unitPages: 'Các trang danh sách đơn vị',
    find: 'Tên đơn vị',
    show: 'Tình trạng',
    filter: 'Tìm',
    all: 'Tất cả đơn vị',
    onlyMissing: 'Chưa gửi',
    onlyWaiting: 'Đã gửi nhưng chưa tính (trả lại, rút, chưa đạt)',
    onlyCounted: 'Đã gửi, được tính',
    found: (count: number) => (count === 0 ? 'Không có đơn vị nào như vậy.' : `${counted(count)} đơn vị.`),
    unit: 'Đơn vị',
    state: 'Tình trạng',
    sets: 'Bộ giấy đã nhận',
    perDay: 'Số đơn vị gửi lần đầu, theo ngày',
    perUnit: 'Số đề nghị, theo đơn vị',
    day: 'Ngày',
    answers: 'Số đơn vị',
    nominees: 'Số đề nghị',
    late: 'Gửi muộn',
    waiting: (until: string) => `Đã trả lại, chờ gửi lại trước ${until}`,
    onPaper: (number: string, date: string) => `Văn bản giấy số ${number}, ngày ${date}`,
    read: 'Xem bản đã gửi',
    enterPaper: 'Nhập văn bản giấy',
    returnTitle: 'Trả lại đơn vị',
    returnLead:
      'Bản đã gửi không được tính cho đến khi đơn vị gửi lại. Bản gửi lại được xét thời hạn theo lúc đến lần đầu.',
    reason: 'Lý do',
    untilLabel: 'Được gửi lại trước',
    comments: 'Ý kiến về từng mục (nếu có)',
    commentsHint:
      'Mở từng phần bên dưới, ghi ý kiến bên cạnh mục cần sửa; mục nào không có ý kiến thì để trống. Đơn vị thấy ý kiến ngay tại mục đó của biểu mẫu.',
    commentOn: 'Ý kiến về',
    blank: '(để trống)',
    fieldCount: (fields: number, found: number) =>
      found > 0 ? `(${fields} mục, ${found} mục có lưu ý)` : `(${fields} mục)`,
    commentCount: (count: number) => `${count} ý kiến về từng mục`,
    faults: {
      reason: 'Hãy ghi lý do trả lại.',
      until: 'Hãy ghi đủ ngày và giờ được gửi lại, ví dụ 17:00 ngày 10/4/2023.',
      past: 'Thời điểm được gửi lại đã qua. Hãy ghi một thời điểm sau lúc này.',
      long: (most: number) => `Nội dung dài quá ${most.toLocaleString('vi-VN')} ký tự. Hãy rút gọn.`,
      overtaken: 'Đơn vị vừa gửi bản khác hoặc đã rút bản này. Hãy xem bản mới nhất rồi quyết định lại.',
      count: (most: number) => `Số bộ phải là số nguyên từ 0 đến ${most.toLocaleString('vi-VN')}.`,
      on: 'Ngày nhận phải là một ngày có thật và không sau hôm nay.',
    },
    returnButton: 'Trả lại',
    returnedTitle: 'Đã trả lại đơn vị',
    until: (until: string) => `Được gửi lại trước ${until}.`,
    revoke: 'Thôi trả lại, tính bản đã gửi',
    setsTitle: 'Bộ giấy đã nhận',
    setsCount: 'Số bộ',
    setsOn: 'Ngày nhận',
    setsButton: 'Ghi nhận',
    before: (was: string) => `trước đó: ${was}`,
    counted: (count: number) => `Tổng hợp từ báo cáo của ${counted(count)} đơn vị.`,
    lateTitle: 'Gửi muộn, vẫn tính',
    returnedTitleAll: 'Đã trả lại, chờ gửi lại',
    withdrawnTitle: 'Đã rút',
    tableAnswers: (counted: number, due: number, filled: number) =>
      `${counted}/${due} đơn vị đã gửi, ${filled} đơn vị có số liệu trong biểu này.`,
    missingTitle: 'Chưa gửi',
    leftOutTitle: 'Không tính',
    reasons: {
      invalid: 'còn lỗi',
      superseded: 'đã có bản sau',
      exempt: 'không phải gửi',
      'other-form': 'biểu mẫu khác',
      'other-period': 'kỳ khác',
      unreadable: 'không đọc được',
    },
    findings: 'Kiểm tra trên số tổng hợp',
    text: 'Nội dung theo đề cương',
    silentTitle: 'Không có nội dung',
    allSilent: 'Không đơn vị nào có nội dung.',
    byUnit: (count: number) => `(${counted(count)} đơn vị)`,
    behind: (value: string) => `${value}: xem số của từng đơn vị`,
    unitsBehind: 'Số của từng đơn vị',
    value: 'Số liệu',
    total: 'Tổng hợp',
    acts: 'Nhật ký',
    actsLead: 'Mọi việc đã làm: ai, lúc nào, trước đó thế nào. Không có gì bị xóa.',
    wasBefore: (was: string) => `Trước đó: ${was}.`,
    actsPages: 'Các trang của nhật ký',
    noActs: 'Chưa có việc nào.',
    noneCounted: 'Chưa có báo cáo nào được tính.',
    decided: {
      locked: 'Khóa, không tiếp nhận nữa',
      unlocked: 'Mở lại để tiếp nhận',
      returned: (unit: string, reason: string, comments: string, until: string) =>
        `Trả lại ${unit}: ${[reason, comments].filter(Boolean).join('; ')} (gửi lại trước ${until})`,
      revoked: (unit: string) => `Thôi trả lại ${unit}`,
      sets: (unit: string, count: number, on: string) => `Nhận ${count} bộ giấy của ${unit}, ngày ${on}`,
      pastAwards: (count: number) => `Danh sách đã được khen: ${count} dòng`,
      picks: (selection: string, count: number) => `${selection}: chọn ${count}`,
      change: (added: string, removed: string) =>
        [added && `thêm ${added}`, removed && `bỏ ${removed}`].filter(Boolean).join('; '),
      sent: (unit: string, revision: number) => `${unit} gửi bản số ${revision}`,
      paper: (unit: string, revision: number) => `Nhập văn bản giấy của ${unit}, bản số ${revision}`,
      stale: (unit: string, revision: number) => `${unit} gửi bản số ${revision}, không được tính vì đã có bản khác`,
      withdrawn: (unit: string, revision: number) => `${unit} rút bản số ${revision}`,
    },
    overtaken: {
      title: 'Cán bộ khác vừa quyết định việc này',
      titleOwn: 'Việc này đã được đồng chí quyết định ở trang khác',
      lead: 'Quyết định vừa gửi chưa được ghi. Hãy xem quyết định đang có hiệu lực rồi quyết định lại nếu cần.',
      back: 'Xem và quyết định lại',
      picks:
        'Cán bộ khác ({by}) vừa thay đổi danh sách chọn; lựa chọn vừa rồi chưa được ghi. Đang hiển thị danh sách có hiệu lực.',
      failed: 'Chưa ghi được lựa chọn vừa rồi. Hãy tải lại trang để xem danh sách đang có hiệu lực.',
    },
  },

  pages: {
    at: (number: number, pages: number) => `Trang ${number}/${pages}`,
    byTime: { first: 'Mới nhất', before: 'Mới hơn', after: 'Cũ hơn', last: 'Cũ nhất' },
    inOrder: { first: 'Trang đầu', before: 'Trang trước', after: 'Trang sau', last: 'Trang cuối' },
  },

  faults: (count: number) => `Chưa ghi: ${count} nội dung cần sửa`,

  /** Parts of a submission that forms name themselves. */
  fields: {
    count: (count: number) => `${count} đề nghị`,
    nominee: 'Đề nghị này nói chung',
    unnamed: (at: number) => `Đề nghị thứ ${at}`,
    chapter: (number: string) => `Phần ${number}`,
    table: 'Cả biểu',
    tableOf: (number: string) => `Biểu ${number}`,
    commitments: 'Các việc đăng ký nói chung',
    numbered: (at: number, label: string) => `${label} (việc thứ ${at})`,
  },

  ownReport: {
    title: 'Lập báo cáo của cấp mình',
    lead: 'Số liệu đã cộng và nội dung của các đơn vị đã có sẵn bên dưới; rút gọn, bổ sung rồi in. Mục và biểu mà văn bản hỏi một nhóm đơn vị nào đó đều có ở đây. Bản đang sửa được trình duyệt này giữ, cổng không lưu.',
  },

  pastAwards: {
    title: 'Danh sách đã được khen',
    lead: 'Tập thể, cá nhân đã được khen những năm trước, theo hồ sơ của nơi nhận. Khi xét chọn, đề nghị trùng tên với danh sách này được chỉ ra nếu văn bản loại trừ hình thức và năm khen đó.',
    count: (count: number) => (count === 0 ? 'chưa có' : `${count} dòng`),
    lines: 'Mỗi dòng một lần khen: đối tượng; tên; hình thức khen; năm',
    hint: (kinds: readonly string[], awards: readonly string[]) =>
      `Dán được từ bảng tính. Đối tượng: ${kinds.join(', ')}. Hình thức khen: ${awards.join(', ')}. Danh sách mới thay danh sách đang có; danh sách cũ vẫn được giữ trong nhật ký.`,
    save: 'Ghi danh sách',
    standing: (count: number) =>
      count === 0 ? 'Danh sách đang có: chưa có dòng nào' : `Danh sách đang có: ${count} dòng`,
    columns: ['Đối tượng', 'Tên', 'Hình thức khen', 'Năm'],
    refused: (count: number) => `Chưa ghi: ${count} dòng cần sửa`,
    atLine: (line: number) => `Dòng ${line}:`,
    faults: {
      parts: (count: number) => `có ${count} phần, cần 4 phần: đối tượng; tên; hình thức khen; năm.`,
      kind: (typed: string) => `không có đối tượng “${typed.slice(0, 100)}”.`,
      name: 'cần có tên, không quá 500 ký tự.',
      award: (typed: string) => `văn bản không nêu hình thức khen “${typed.slice(0, 100)}”.`,
      year: (typed: string) => `“${typed.slice(0, 20)}” không phải năm; ghi bốn chữ số, ví dụ 2022.`,
      many: (most: number) => `danh sách không quá ${most} dòng.`,
    },
  },

  refusedPlain: {
    title: 'Không nhận được biểu mẫu này',
    lead: 'Máy chủ đã kiểm tra bản vừa gửi và chưa lưu, vì những lý do sau:',
    more: (count: number) => `Và ${count} nội dung khác.`,
    back: 'Về danh sách biểu mẫu',
  },

  errors: {
    400: [
      'Không đọc được nội dung gửi lên',
      'Nội dung đến máy chủ không đầy đủ (chẳng hạn gửi khi biểu mẫu chưa hiện ra) hoặc không đúng khuôn dạng. Hãy quay lại biểu mẫu và gửi lại; nội dung đã nhập vẫn được trình duyệt giữ.',
    ],
    401: ['Phiên làm việc đã hết', 'Hãy đăng nhập lại rồi mở lại biểu mẫu; nội dung đã nhập vẫn được trình duyệt giữ.'],
    403: [
      'Yêu cầu không được chấp nhận',
      'Trang đã mở quá lâu, yêu cầu không đến từ trang của cổng này, hoặc tài khoản không được thực hiện việc này. Hãy tải lại trang rồi thử lại; nội dung đã nhập vẫn được trình duyệt giữ.',
    ],
    404: ['Không có trang này', 'Địa chỉ không đúng, hoặc nội dung không thuộc đơn vị đang đăng nhập.'],
    405: ['Yêu cầu không được chấp nhận', 'Địa chỉ này chỉ nhận hồ sơ gửi từ biểu mẫu.'],
    409: [
      'Không thực hiện được vào lúc này',
      'Bản này không còn là bản đang có hiệu lực, hoặc thời hạn không cho rút nữa.',
    ],
    413: [
      'Nội dung gửi lên quá lớn',
      'Mỗi tệp không quá 10 MB, không quá 50 tệp, tổng cộng không quá 50 MB. Hãy giảm dung lượng tệp rồi gửi lại; nội dung đã nhập vẫn được trình duyệt giữ.',
    ],
    503: [
      'Hệ thống tạm thời gián đoạn',
      'Chưa có gì được lưu. Hãy chờ khoảng một phút rồi thử lại; nội dung đã nhập vẫn được trình duyệt giữ.',
    ],
    500: [
      'Máy chủ gặp sự cố',
      'Chưa có gì được lưu. Hãy thử lại sau ít phút; nội dung đã nhập vẫn được trình duyệt giữ.',
    ],
  } satisfies Record<number, readonly [title: string, text: string]>,
  home: 'Về trang đầu',
} as const;

/** Thousands separators as in offices: 1.000. */
const counted = (count: number): string => count.toLocaleString('vi-VN');

function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} ngày ${hours} giờ` : `${days} ngày`;
  if (hours > 0) return minutes % 60 > 0 ? `${hours} giờ ${minutes % 60} phút` : `${hours} giờ`;
  return `${minutes} phút`;
}
