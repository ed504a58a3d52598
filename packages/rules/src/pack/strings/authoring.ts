import type { Lang } from '../../text.js';

/** Messages to the engineer who writes a pack: the problem, and how to fix it. */
export interface AuthoringStrings {
  packError: (count: number) => string;
  /**
   * @param detail  the name or value in question
   * @param nearest the allowed name that was most likely meant, or ''
   * @param allowed everything allowed there, in one line, or ''
   */
  problems: Record<
    ProblemCode,
    (detail: string, nearest: string, allowed: string) => readonly [message: string, remedy: string]
  >;
  /** the same problem occurs in more entries of the list */
  alike: (message: string, more: number) => string;
  /** the same problem at other places */
  elsewhere: (message: string, pointers: readonly string[]) => string;
  /** JSON types, by their names in the shapes */
  types: Readonly<Record<string, string>>;
  /** `origin`: `array`, `string` or `number` */
  atLeast: (count: number, origin: string) => string;
  atMost: (count: number, origin: string) => string;
  /** how the title of a nomination must begin; packs are in Vietnamese, whatever the language of lint */
  lint: Record<
    LintCode,
    (detail: string, nearest: string, allowed: string) => readonly [message: string, remedy: string]
  >;
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
  | 'format-older'
  | 'reserved'
  | 'day'
  | 'moment'
  | 'span'
  | 'version'
  | 'matter'
  | 'window-timing'
  | 'shape'
  | 'too-large'
  | 'too-deep'
  | 'not-data'
  | 'duplicate'
  | 'reference'
  | 'address'
  | 'kind-usual'
  | 'field-unknown'
  | 'field-reserved'
  | 'field-types'
  | 'cycle'
  | 'option'
  | 'condition-place'
  | 'condition-test'
  | 'bounds-none'
  | 'day-bounds-none'
  | 'condition-computed'
  | 'not-number'
  | 'not-date'
  | 'not-list'
  | 'period'
  | 'repeats-list'
  | 'period-mixed'
  | 'span-bound'
  | 'fixed-value'
  | 'check-column'
  | 'bounds-exclude'
  | 'at-least-of'
  | 'share-of'
  | 'bound-whole'
  | 'column'
  | 'column-type'
  | 'check-test'
  | 'check-total'
  | 'open-rows'
  | 'column-optional'
  | 'column-options'
  | 'row-parts'
  | 'row-required'
  | 'row-severity'
  | 'too-many-columns'
  | 'table-too-large'
  | 'window-late'
  | 'window-after'
  | 'period-label'
  | 'period-every'
  | 'period-part'
  | 'period-many'
  | 'period-days'
  | 'clock'
  | 'exactly-and-bounds'
  | 'percent'
  | 'criterion-test'
  | 'paper-alone'
  | 'options'
  | 'list-fields'
  | 'days-none'
  | 'limit-type'
  | 'limit-range'
  | 'limit-most'
  | 'number-step'
  | 'amendment'
  | 'address-list'
  | 'add-place'
  | 'not-json';

export type LintCode =
  | 'profile'
  | 'quota-two'
  | 'quota-missing'
  | 'quota-impossible'
  | 'quota-too-many'
  | 'selection-impossible'
  | 'window-two'
  | 'window-receiver'
  | 'window-nobody'
  | 'period-end'
  | 'period-in-place'
  | 'period-covers'
  | 'receiver-when'
  | 'window-order'
  | 'window-before-directive'
  | 'window-missing'
  | 'committee-date'
  | 'column-total'
  | 'table-columns'
  | 'table-narrow'
  | 'column-share'
  | 'selection-source'
  | 'reserved'
  | 'late-until'
  | 'achievements-past-window'
  | 'achievements-order'
  | 'condition-optional'
  | 'endorsed-paper'
  | 'declared-twice'
  | 'label'
  | 'layout'
  | 'document-missing'
  | 'template'
  | 'template-missing'
  | 'address'
  | 'allocated'
  | 'allocated-share'
  | 'coverage'
  | 'coverage-attested'
  | 'group-size'
  | 'title'
  | 'criterion-kind'
  | 'unused'
  | 'no-effect'
  | 'scale-step'
  | 'group-not-answering'
  | 'selection-committee'
  | 'condition-never'
  | 'never-met'
  | 'never-broken'
  | 'undecided'
  | 'regime';

/** Who an entry applies to: a unit or group by id, or `*` for everyone that no other entry names. */
const viWhom = (who: string): string => (who === '*' ? 'Đơn vị không được nêu riêng' : `Đơn vị hoặc nhóm “${who}”`);
const enWhom = (who: string): string => (who === '*' ? 'Whoever is not named' : `The unit or group “${who}”`);

/** The whole percentage of a share written as a fraction, such as 15 for "0.15"; null for anything else. */
function ofHundred(text: string): number | null {
  const share = Number(text);
  const percent = Math.round(share * 100);
  return share > 0 && share < 1 && Math.abs(percent - share * 100) < 1e-9 ? percent : null;
}

/** As many places as fit in a line. */
const places = (pointers: readonly string[]): string =>
  pointers.slice(0, 12).join(', ') + (pointers.length > 12 ? ', …' : '');

const viUnit = (origin: string): string => ({ array: ' phần tử', string: ' ký tự' })[origin] ?? '';

const vi: AuthoringStrings = {
  packError: (count) => `Gói quy tắc có ${count} lỗi.`,
  alike: (message, more) => `${message} Cùng lỗi ở ${more} mục khác của danh sách.`,
  elsewhere: (message, pointers) => `${message} Cùng lỗi ở ${pointers.length} chỗ khác: ${places(pointers)}.`,
  types: {
    string: 'chuỗi ký tự "…"',
    number: 'số',
    int: 'số nguyên',
    boolean: 'true hoặc false',
    array: 'danh sách [ … ]',
    object: 'đối tượng { … }',
    record: 'đối tượng { … }',
    null: 'null',
  },
  atLeast: (count, origin) =>
    `ít nhất ${count}${viUnit(origin)}${origin === 'array' ? '; không có thì bỏ hẳn thành phần này' : ''}`,
  atMost: (count, origin) => `không quá ${count}${viUnit(origin)}`,
  problems: {
    missing: (what, _nearest, wanted) => [
      `Thiếu “${what}”.`,
      `Thêm thành phần “${what}”${wanted && `: ${wanted.includes(',') ? 'một trong ' : ''}${wanted}`}.`,
    ],
    type: (what, _nearest, found) => [
      `Kiểu dữ liệu không đúng: cần ${what}${found && `, ở đây là ${found}`}.`,
      `Ghi lại giá trị thành ${what}.`,
    ],
    'unknown-key': (what, nearest, allowed) => [
      `Không có thành phần nào tên “${what}” ở đây.`,
      `${nearest ? `Có phải là “${nearest}”? Sửa lại tên` : 'Xoá đi hoặc sửa lại tên'}; ở đây được dùng: ${allowed}.`,
    ],
    value: (what, nearest, allowed) => [
      `Giá trị “${what}” không được phép.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Chọn một trong các giá trị: ${allowed}.`,
    ],
    range: (what, _nearest, found) => [`Số ${found} nằm ngoài khoảng cho phép.`, `Ghi một số ${what}.`],
    length: (what, _nearest, found) => [`Độ dài ${found} không đúng.`, `Cần ${what}.`],
    id: (what) => [
      `Mã “${what}” không đúng dạng.`,
      'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối đơn, ví dụ “to-trinh”.',
    ],
    field: (what) => [
      `Tên trường “${what}” không đúng dạng.`,
      'Bắt đầu bằng chữ thường không dấu, chỉ gồm chữ không dấu và số, ví dụ “partyMember”.',
    ],
    'pack-id': (what) => [
      `Mã gói “${what}” không đúng dạng.`,
      'Các mã nối nhau bằng dấu chấm, ví dụ “tinh.co-quan.2023”.',
    ],
    'format-older': () => [
      'Gói theo định dạng trước (không ghi "format": 2).',
      'Chạy “kl01 migrate GÓI -o GÓI” để chuyển sang định dạng hiện nay.',
    ],
    reserved: (what) => [
      `Không dùng được tên “${what}”.`,
      'Chọn tên khác; tên này trùng với thuộc tính sẵn có của đối tượng JavaScript.',
    ],
    day: (what) => [
      `Không có ngày “${what}” trong lịch.`,
      'Ghi ngày dạng YYYY-MM-DD, ví dụ 2023-03-31; trong điều kiện còn ghi được "receipt" (ngày nhận), { "field" }, { "fact" } hoặc { "on", "days" }.',
    ],
    moment: (what) => [
      `“${what}” không phải ngày, giờ có trong lịch.`,
      'Ghi dạng 2023-03-31 hoặc, khi văn bản nêu giờ, 2023-03-31T17:00.',
    ],
    span: (what) => [
      `“${what}” không phải tháng, quý hoặc năm.`,
      'Ghi dạng 2023-05, 2023-Q2 hoặc 2023; kỳ 06 tháng thì "from" là quý đầu, "through" là quý cuối (2023-Q1, 2023-Q4); năm học thì ghi tháng (2023-09, 2024-08).',
    ],
    matter: (what) => [
      `“${what}” có dấu ngoặc nhọn không dùng được.`,
      'Chỉ ghi {nominees}, một lần, ở chỗ nêu tập thể, cá nhân được chọn.',
    ],
    version: (what) => [`Phiên bản “${what}” không đúng dạng.`, 'Ghi ba số nối nhau bằng dấu chấm, ví dụ 1.0.0.'],
    'window-timing': () => [
      'Thời hạn phải ghi theo đúng một cách.',
      'Giữ lại một trong: before, noLaterThan, from, through, from cùng through, within, on, days cùng after, months cùng after.',
    ],
    shape: (_what, _nearest, allowed) => [
      'Giá trị không theo dạng nào được phép ở đây.',
      allowed ? `Ghi theo một trong các dạng: ${allowed}.` : 'So lại với lược đồ schema/rule-pack.schema.json.',
    ],
    'too-large': () => [
      'Gói quá lớn.',
      'Giữ dưới 5 MB và 100.000 giá trị; mỗi văn bản một gói, không đưa tệp vào gói.',
    ],
    'too-deep': (what) => [
      `Các danh sách, đối tượng lồng nhau quá ${what} cấp.`,
      'Bớt cấp lồng nhau; xem lại điều kiện all, any, not hoặc đề cương.',
    ],
    'not-data': () => [
      'Gói chứa giá trị không phải dữ liệu JSON.',
      'Chỉ dùng chuỗi ký tự UTF-8, số không quá ±(2^53 − 1), true, false, null, danh sách và đối tượng.',
    ],
    duplicate: (what) => [`“${what}” đã dùng trong cùng phạm vi.`, 'Đặt tên khác, hoặc bỏ chỗ thừa.'],
    reference: (what, nearest, allowed) => [
      `Không tìm thấy “${what}”.`,
      nearest
        ? `Có phải là “${nearest}”? Ở đây có: ${allowed}.`
        : allowed
          ? `Chọn một trong: ${allowed}; hoặc khai báo “${what}”.`
          : `Sửa lại “${what}”, hoặc khai báo trước khi dùng.`,
    ],
    address: (what, nearest, allowed) => [
      `Không có thành phần nào ở địa chỉ “${what}”.`,
      `${nearest ? `Có phải là “${nearest}”? ` : 'Sửa lại địa chỉ; '}${nearest ? 'Gần đó có' : 'gần đó có'}: ${allowed}.`,
    ],
    'kind-usual': (what) => [
      `“${what}” là loại đối tượng dùng chung, không khai báo lại.`,
      'Đặt mã khác; nếu chỉ muốn gọi bằng từ khác thì ghi "label" của loại này trong "nominees" của biểu mẫu.',
    ],
    'field-unknown': (what, nearest) => [
      `Trường “${what}” không có trong từ vựng chung và chưa khai báo kiểu.`,
      nearest
        ? `Có phải là “${nearest}”? Nếu là trường riêng của gói thì thêm "type" và "label".`
        : 'Sửa tên trường, hoặc thêm "type" và "label".',
    ],
    'field-reserved': (what) => [
      `Không thể đặt tên trường là “${what}”.`,
      'Chọn tên khác; tên này đã dùng trong bản gửi.',
    ],
    'field-types': (what) => [
      `Trường “${what}” có kiểu khác nhau ở hai loại đối tượng.`,
      'Dùng cùng một kiểu, hoặc đặt hai tên trường khác nhau.',
    ],
    cycle: (what) => [
      `“${what}” dùng lại chính nó, trực tiếp hoặc qua thành phần khác.`,
      'Bỏ một chỗ dùng để hết vòng.',
    ],
    option: (what, nearest, allowed) => [
      `Không có lựa chọn “${what}”.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Các lựa chọn: ${allowed}.`,
    ],
    'condition-place': (what) => [
      `Không dùng được “${what}” ở đây: nơi này không có giá trị để so sánh.`,
      'Bỏ đi, hoặc chuyển sang thành phần có giá trị đó.',
    ],
    'condition-test': (what, _nearest, allowed) => [
      `Phép so sánh không hợp với kiểu của trường “${what}”.`,
      `Dùng: ${allowed}.`,
    ],
    'bounds-none': () => [
      'Chưa ghi giới hạn nào.',
      'Thêm "is", "atLeast" (từ … trở lên), "atMost" (không quá), "above" (trên) hoặc "below" (dưới).',
    ],
    'day-bounds-none': () => [
      'Chưa ghi ngày nào để so sánh.',
      'Thêm "before" (trước), "noLaterThan" (chậm nhất), "from" (từ), "through" (đến hết) hoặc "within" (trong khoảng).',
    ],
    'condition-computed': () => [
      'Điều kiện ở đây không so sánh được ngày, khoảng thời gian, tỉ lệ hoặc số được tính: điều đang hỏi không được thay đổi từ lúc khai đến lúc nhận.',
      'Hỏi thẳng một câu có hoặc không và đọc câu đó ở đây; ở biểu mẫu "nomination" thì có thể chuyển thành tiêu chuẩn ("criteria") hoặc phương án của "quotas".',
    ],
    'not-number': (what, _nearest, allowed) => [
      `“${what}” không phải là số nên không tính được.`,
      allowed ? `Dùng: ${allowed}.` : 'Dùng một số, hoặc thêm một trường kiểu số.',
    ],
    'not-date': (what, _nearest, allowed) => [
      `“${what}” không phải là ngày nên không so sánh được với ngày.`,
      allowed
        ? `Dùng: ${allowed}.`
        : 'Dùng một ngày như "2024-08-31", "receipt" (ngày nhận), hoặc thêm một trường kiểu "date".',
    ],
    'not-list': (what, _nearest, allowed) => [
      `“${what}” không phải là danh sách gồm nhiều mục có trường riêng.`,
      allowed ? `Dùng: ${allowed}.` : 'Thêm một trường kiểu "list".',
    ],
    'repeats-list': (what) => [
      `“${what}” có thể có nhiều giá trị nên không dùng để nhận ra cùng một người hoặc một việc.`,
      'Dùng một trường có một giá trị, như tên.',
    ],
    period: () => ['Khoảng thời gian phải có đúng một trong "days", "months", "years".', 'Giữ lại một.'],
    'period-mixed': () => [
      'Không vừa đếm theo ngày vừa đếm theo tháng, năm trong một phép so sánh.',
      'Dùng "days" cho tất cả, hoặc "months", "years" cho tất cả.',
    ],
    'span-bound': () => [
      'Giới hạn của khoảng thời gian ("span") phải là số nguyên viết sẵn.',
      'Ghi một số, ví dụ "atLeast": 10; nếu giới hạn khác nhau theo trường hợp thì viết mỗi trường hợp một tiêu chuẩn có "when", hoặc so hai ngày bằng "day" với { "on", "years" }.',
    ],
    'fixed-value': (what, _nearest, allowed) => [
      `Trường “${what}” chỉ so sánh được với giá trị viết sẵn, không so với trường khác.`,
      `Dùng: ${allowed}; cần so với trường khác thì viết mỗi giá trị một điều kiện, nối bằng "any".`,
    ],
    'check-column': (what, nearest, allowed) => [
      `Biểu không có cột “${what}”.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Kiểm tra của biểu chỉ so sánh các số, chữ ghi ở đây là mã cột; có: ${allowed}.`,
    ],
    'bounds-exclude': () => ['Không có số nào nằm trong các giới hạn này.', 'Sửa lại một trong các giới hạn.'],
    'bound-whole': (number) => [
      `Số lượng được đề nghị là số nguyên, ở đây có ${number}.`,
      'Ghi số nguyên; một phần của số khác thì ghi "share" hoặc "percent" kèm "round".',
    ],
    'share-of': (what, _nearest, allowed) => [
      `Không tính được tỉ lệ trên “${what}”: phải là một số mà mọi đơn vị đều khai.`,
      `Dùng: ${allowed}.`,
    ],
    'at-least-of': (count) => [
      `Không thể đòi nhiều hơn số điều kiện trong "of": ở đây có ${count}.`,
      'Giảm "atLeast", hoặc thêm điều kiện.',
    ],
    column: () => [
      'Một cột hoặc là nhóm cột, hoặc là cột có ô để điền.',
      'Nhóm cột có "columns" hoặc "use", không có type, down, across, of, computed, number.',
    ],
    'column-type': (what, _nearest, allowed) => [
      `Cột “${what}” không dùng được ở đây.`,
      `Chọn cột kiểu: ${allowed}; ở “of” và “ticks” không chọn cột tự tính.`,
    ],
    'check-test': () => [
      'Kiểm tra của bảng có một phép so sánh, hoặc một giới hạn dưới và một giới hạn trên.',
      'Giữ lại một trong: is, atLeast, above, atMost, below, positiveNeeds; hoặc một cặp như atLeast với atMost.',
    ],
    'check-total': (what) => [
      `“${what}” không có số ở dòng tổng.`,
      'Dòng tổng chỉ có số của cột cộng được ("down": "sum"), hoặc tự tính từ các cột cộng được; ô của một dòng thì thêm "row".',
    ],
    'open-rows': (what) => [
      `“${what}” không dùng được khi đơn vị tự thêm dòng.`,
      'Bỏ đi: các dòng tự đánh số, dưới tiêu đề ghi ở "rowHeader".',
    ],
    'column-optional': (what) => [
      `“optional” không có tác dụng ở cột “${what}”.`,
      'Bỏ "optional": ở biểu có dòng in sẵn, dòng không phát sinh được để trống cả dòng.',
    ],
    'column-options': (what) => [
      `Cột “${what}”: chỉ cột kiểu "choice" có "options", và phải có.`,
      'Ghi cả "type": "choice" và "options", hoặc bỏ cả hai.',
    ],
    'row-parts': (what) => [
      `“parts” không có tác dụng: dòng “${what}” không có dòng nào bên trong.`,
      'Thêm "rows", hoặc bỏ "parts".',
    ],
    'row-required': (what) => [
      `Dòng “${what}” không ghi số nên không thể bắt buộc.`,
      'Bỏ "required"; hoặc ghi "parts" là "all", "some" hay "each" để đơn vị tự ghi số của dòng này.',
    ],
    'row-severity': (what) => [
      `“severity” không có tác dụng: dòng “${what}” không được đối chiếu với các dòng bên trong.`,
      'Bỏ "severity"; hoặc ghi "rows" và "parts" là "all", "some" hay "each".',
    ],
    'table-too-large': (what) => [
      `Các bảng của biểu mẫu quá lớn, tính đến bảng này (${what} ô).`,
      'Bớt cột hoặc chia thành nhiều biểu mẫu: số dòng × số cột × số cột, cộng các bảng, không quá 250.000; ví dụ 100 dòng × 50 cột.',
    ],
    'period-label': () => [`Kỳ chưa có tên.`, 'Thêm "label"; hoặc "every", "from", "through" nếu kỳ lặp lại.'],
    'period-every': () => [
      `Kỳ lặp lại phải ghi đủ "every", "from" và "through".`,
      'Thêm phần còn thiếu, ví dụ "every": "quarter", "from": "2026", "through": "2026"; kỳ không lặp lại thì bỏ cả ba.',
    ],
    'period-part': () => [
      `Khoảng từ "from" đến "through" không chia hết thành các kỳ.`,
      'Sửa "from" (tháng đầu của kỳ đầu) hoặc "through" (tháng cuối của kỳ cuối), ví dụ "quarter": 2026-Q1 đến 2026-Q4; "half-year": 2026 đến 2026; "year" theo năm học: 2025-09 đến 2027-08.',
    ],
    'period-many': () => [
      `Kỳ lặp lại quá 120 lần.`,
      'Rút ngắn khoảng từ "from" đến "through"; hết khoảng này thì sửa gói.',
    ],
    'period-days': () => [
      `Ngày ghi không hợp với kỳ.`,
      'Kỳ lặp lại ghi ngày theo kỳ, ví dụ { "month": 3, "day": 17 } hoặc { "days": 5, "after": "end" }, không dùng "within", "on"; kỳ không lặp lại ghi ngày theo lịch.',
    ],
    clock: () => [`Giờ ghi không đúng.`, 'Ghi dạng "17:00".'],
    'window-after': () => [
      'Hạn tính từ một sự việc không có ngày cố định để nhận muộn đến.',
      'Bỏ “lateUntil”; ghi "late": "accept" hoặc "refuse".',
    ],
    'window-late': () => [
      'Thời hạn không có ngày cuối thì không có ai gửi muộn.',
      'Bỏ “late”, “lateUntil”; hoặc thêm “through” là ngày cuối.',
    ],
    'too-many-columns': (what) => [
      `Bảng có quá ${what} cột, tính cả các cột trong "columnSets".`,
      'Bớt cột, hoặc bớt chỗ dùng lại tập cột.',
    ],
    'exactly-and-bounds': () => [
      'Số lượng ghi bằng “exactly”, hoặc bằng “min”, “max”.',
      'Giữ lại một cách ghi; không ấn định số lượng thì ghi "min": 0.',
    ],
    percent: (what) => [
      `Phần trăm “${what}” không ghi theo phần trăm.`,
      `Ghi một số từ 1 đến 100, như 15 hoặc 97.5${ofHundred(what) ? `; ${what} là ${ofHundred(what)}% thì ghi ${ofHundred(what)}` : ', ví dụ 15 là 15%'}.`,
    ],
    'criterion-test': (_what, _nearest, allowed) => [
      'Chưa có phép so sánh nào, hoặc có hai phép không dùng cùng nhau được.',
      `Dùng: ${allowed}.`,
    ],
    'paper-alone': () => ['“paper” không đi cùng cách nộp khác.', 'Ghi riêng ["paper"].'],
    options: (what) => [`Trường chọn “${what}” chưa có các lựa chọn.`, 'Thêm "options".'],
    'list-fields': (what) => [
      `Trường danh sách “${what}” chưa nói mỗi mục gồm những gì.`,
      'Thêm "fields": các trường của một mục, mỗi trường có "field", "type", "label".',
    ],
    'limit-type': (what, _nearest, allowed) => [
      `Kiểu trường này không dùng thành phần đó: ${what}.`,
      `Bỏ thành phần này, hoặc đổi kiểu; kiểu dùng được: ${allowed}.`,
    ],
    'limit-range': (what, _nearest, allowed) => [`Khoảng giới hạn không hợp với kiểu “${what}”.`, `Dùng: ${allowed}.`],
    'limit-most': (most) => [`Giới hạn quá lớn: nhiều nhất là ${most}.`, 'Ghi số nhỏ hơn, hoặc bỏ giới hạn này.'],
    'days-none': () => ['Chưa ghi ngày nào.', 'Thêm "from" (từ ngày), "through" (đến hết ngày), hoặc cả hai.'],
    'number-step': (number) => [
      `Số ${number} có nhiều chữ số thập phân hơn mức trường này nhận.`,
      'Ghi số có ít chữ số thập phân hơn, hoặc tăng "decimals" của trường.',
    ],
    'address-list': (what) => [
      `“${what}” không phải danh sách để thêm vào.`,
      'Ghi địa chỉ của danh sách, ví dụ de-nghi/criteria; phần của một thành phần thì sửa bằng "to".',
    ],
    'add-place': () => ['Chỗ thêm ghi theo hai cách.', 'Giữ lại một trong: before, after.'],
    amendment: (what) => [
      `Sau sửa đổi này, gói không còn hợp lệ: ${what}`,
      'Sửa lại nội dung "to" hoặc "add", hoặc thành phần liên quan.',
    ],
    'not-json': () => ['Tệp không phải JSON.', 'Kiểm tra dấu phẩy, dấu ngoặc và bảng mã UTF-8.'],
  },
  lint: {
    profile: (what) => [
      `Lược đồ JSON của biểu mẫu có phần mà các hệ thống đọc khác nhau: ${what}.`,
      'Đây là lỗi của bộ biên dịch, không phải của gói: báo cho nhóm phát triển, kèm tệp gói.',
    ],
    'quota-two': (what) => [`${viWhom(what)} có hai định mức.`, 'Giữ lại một.'],
    'quota-missing': (what) => [
      `Phải gửi đề nghị nhưng không có định mức: ${what}.`,
      'Thêm định mức cho nhóm hoặc đơn vị, hoặc sửa answeredBy.',
    ],
    'quota-impossible': (what) => [`Phương án không thể đạt: ${what}.`, 'Sửa lại số lượng.'],
    'quota-too-many': (what) => [
      `Định mức lớn hơn số đối tượng mà một bản gửi chứa được: ${what}.`,
      'Sửa lại số lượng; văn bản không hạn chế số lượng thì bỏ "max".',
    ],
    'selection-impossible': (what) => [`Số lượng được chọn không thể đạt: ${what}.`, 'Sửa lại “min”, “max”.'],
    'window-two': (what) => [`${viWhom(what)} có hai thời hạn cho cùng biểu mẫu và kỳ.`, 'Giữ lại một.'],
    'period-end': (what) => [
      `Hạn gửi trước khi kỳ kết thúc: ${what}.`,
      'Sửa ngày; số liệu chốt sớm hơn thì ghi "covers"; văn bản ấn định đúng như vậy thì nêu lý do ở "description" của kỳ.',
    ],
    'period-in-place': (what) => [
      `Không có kỳ nào của “${what}” kết thúc cùng lúc để được thay.`,
      'Bỏ "inPlaceOf", hoặc sửa "from", "through".',
    ],
    'period-covers': (what) => [`Số liệu của kỳ kết thúc trước khi bắt đầu: ${what}.`, 'Sửa "covers".'],
    'window-receiver': (what) => [
      `Nơi nhận “${what}” không có thời hạn, trong khi nơi nhận khác có thời hạn riêng.`,
      'Thêm thời hạn có "receiver" là "id" của nơi nhận này, hoặc một thời hạn không ghi "receiver" cho các nơi nhận còn lại.',
    ],
    'window-nobody': () => [
      'Nơi nhận nào cũng đã có thời hạn riêng, nên thời hạn này không dùng cho nơi nhận nào.',
      'Bỏ thời hạn này, hoặc bỏ thời hạn riêng của nơi nhận theo thời hạn chung.',
    ],
    'receiver-when': (what) => [
      `Nơi nhận “${what}” có "when" nên không đặt được thời hạn riêng.`,
      'Bỏ "when", hoặc dùng "groups", "units" của nơi nhận; hoặc bỏ "receiver" ở thời hạn.',
    ],
    'window-order': (what) => [`Thời hạn kết thúc trước khi bắt đầu: ${what}.`, 'Sửa lại ngày.'],
    'window-before-directive': (what) => [
      `Thời hạn kết thúc trước ngày ban hành văn bản: ${what}.`,
      'Kiểm tra lại ngày, năm.',
    ],
    'window-missing': (what) => [
      `“${what}” không có thời hạn.`,
      'Thêm "windows"; nếu văn bản chưa ấn định thì ghi "unannounced".',
    ],
    'committee-date': (what) => [
      `Cơ quan ban hành văn bản chọn trước khi hết hạn gửi hoặc trước danh sách mà danh sách này chọn từ đó: ${what}.`,
      'Kiểm tra lại ngày, hoặc bỏ "selection" của mốc thời gian.',
    ],
    'table-columns': (what) => [
      `Biểu có ${what} cột khi in, quá 63 cột là Word không mở được.`,
      'Tách thành nhiều biểu, hoặc bỏ bớt cột.',
    ],
    'table-narrow': (what) => [
      `Biểu có ${what} cột, in trên khổ A4 ngang thì cột hẹp hơn chữ ở đầu cột.`,
      'Tách thành nhiều biểu, hoặc viết đầu cột bằng từ ngắn hơn.',
    ],
    'column-total': (what) => [
      `Cột không cộng được như vậy: ${what}.`,
      'Chỉ cột "count" có "sum"; cột "yes-no" thì "across": "count"; cột khác thì "none".',
    ],
    'column-share': (what) => [
      `“of” không có tác dụng ở cột này: ${what}.`,
      'Chỉ cột "percent" tự ghi có "of", nêu hai cột "count" khác nhau của cùng biểu: tử số rồi mẫu số.',
    ],
    'selection-source': (what) => [
      `Chọn nhiều hơn số có trong danh sách mà danh sách này chọn từ đó: ${what}.`,
      'Kiểm tra số lượng, loại đối tượng, hoặc "from".',
    ],
    reserved: (what) => [`Số chỗ dành riêng vượt số được chọn: ${what}.`, 'Kiểm tra số lượng và loại đối tượng.'],
    'late-until': (what) => [`lateUntil không sau thời hạn: ${what}.`, 'Sửa lại ngày.'],
    'achievements-past-window': (what) => [
      `Thời gian tính thành tích kéo dài quá hạn gửi: ${what}.`,
      'Nếu đúng theo văn bản, ghi lý do vào notes.',
    ],
    'achievements-order': (what) => [
      `Thời gian tính thành tích kết thúc trước khi bắt đầu: ${what}.`,
      'Sửa lại ngày ở "from" hoặc "through".',
    ],
    'condition-optional': (what) => [`Điều kiện đọc trường không bắt buộc: ${what}.`, 'Bỏ "optional" của trường.'],
    'endorsed-paper': (what) => [
      `Thành phần nộp bản giấy không thể vừa có xác nhận: ${what}.`,
      'Bỏ endorsedBy, hoặc đổi cách nộp.',
    ],
    'declared-twice': (what) => [`Mã “${what}” được dùng cho hai nội dung trong cùng biểu mẫu.`, 'Đặt mã khác.'],
    label: (what) => [`Chưa có tên gọi: ${what}.`, 'Thêm "label".'],
    layout: (what) => [
      `Không có sẵn thể thức trình bày: ${what}.`,
      'Sửa lại tên; nếu là thể thức riêng của đơn vị thì khi in phải truyền qua “layouts”.',
    ],
    'document-missing': (what) => [
      `Thành phần in ra nhưng chưa nêu in văn bản nào: ${what}.`,
      'Thêm "document", hoặc bỏ "print".',
    ],
    'template-missing': (what) => [
      `Báo cáo thành tích in ra hoặc nộp tệp nhưng không có mẫu, nên thiếu mục nào cũng không phát hiện được: ${what}.`,
      'Thêm "template", hoặc chỉ để "upload".',
    ],
    template: (what) => [`Thành phần in theo mẫu nhưng mẫu không có mục cho ${what}.`, 'Thêm các mục của mẫu.'],
    address: (what) => [`Hai thành phần cùng một địa chỉ: ${what}.`, 'Đặt mã khác.'],
    allocated: (what) => [`Số phân bổ không khớp tổng số: ${what}.`, 'Kiểm tra định mức, số đơn vị và chỗ dành riêng.'],
    'allocated-share': (what) => [
      `Không cộng được số phân bổ khi số lượng ghi theo tỉ lệ: ${what}.`,
      'Bỏ "allocated", hoặc ghi số lượng bằng số.',
    ],
    coverage: (what, nearest, allowed) => [
      `coverage chỉ đến thành phần không có: ${what}.`,
      `${nearest ? `Có phải là “${nearest}”? Gần đó có` : 'Sửa lại địa chỉ; gần đó có'}: ${allowed}.`,
    ],
    unused: (what) => [`Đã khai báo nhưng không nơi nào dùng đến: ${what}.`, 'Nêu tên nó ở nơi cần dùng, hoặc xoá đi.'],
    'no-effect': (what, _nearest, because) => [
      `Thành phần ${what} không có tác dụng ở đây.`,
      `Bỏ ${what}, hoặc xem lại ${because}.`,
    ],
    'scale-step': (what, nearest, allowed) => [
      `Bậc “${what}” chỉ ghi mã mà từ vựng chung không có.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Ghi { "id": "${what}", "label": "…" }, hoặc một bậc của từ vựng chung: ${allowed}.`,
    ],
    'group-not-answering': (what, _nearest, allowed) => [
      `Nhóm “${what}” không thuộc diện gửi biểu mẫu này.`,
      `Thêm nhóm vào "answeredBy", hoặc bỏ nhóm ở đây; diện gửi gồm: ${allowed}.`,
    ],
    'selection-committee': (what) => [
      `Không chọn được từ biểu mẫu “${what}”, vì biểu mẫu này do cơ quan ban hành văn bản lập, không đơn vị nào gửi.`,
      'Sửa "from" thành biểu mẫu mà đơn vị gửi, hoặc sửa "answeredBy" của biểu mẫu.',
    ],
    'coverage-attested': (what) => [
      `coverage ghi "attested" nhưng không nội dung nào đơn vị phải khai dẫn điều khoản ${what}.`,
      'Thêm tiêu chuẩn có "attest", diện không xét, bản giấy hoặc xác nhận dẫn điều khoản này; nếu không ràng buộc ai thì ghi "informative".',
    ],
    'group-size': (what) => [
      `Số đơn vị của nhóm khác số đơn vị được nêu tên, mà đơn vị không được nêu tên thì không gửi được: ${what}.`,
      'Nêu tên đủ các đơn vị, hoặc không nêu tên đơn vị nào của nhóm, hoặc bỏ "size".',
    ],
    title: (what) => [
      `Tiêu đề không mở đầu bằng từ chỉ việc cần làm nên sẽ không được in: ${what}.`,
      'Ghi lại thành “đề nghị …”, “giới thiệu …”, hoặc bỏ "title".',
    ],
    'criterion-kind': (what) => [
      `Tiêu chuẩn đọc trường mà biểu mẫu không hỏi: ${what}.`,
      'Thêm trường, hoặc thu hẹp "of".',
    ],
    'condition-never': (what) => [`Điều kiện không bao giờ đúng: ${what}.`, 'Sửa lại điều kiện.'],
    'never-met': (what) => [
      `Không giá trị nào đạt được yêu cầu này: ${what}.`,
      'Sửa lại các giới hạn trái nhau, hoặc giới hạn ngoài khoảng mà trường cho phép.',
    ],
    'never-broken': (what) => [
      `Giá trị nào cũng đạt yêu cầu này, nên không có gì được kiểm tra: ${what}.`,
      'Sửa lại giới hạn, hoặc bỏ yêu cầu này.',
    ],
    regime: (what) => [
      `Báo cáo định kỳ chưa nêu ${what}.`,
      'Nghị định 09/2019/NĐ-CP yêu cầu văn bản quy định chế độ báo cáo nêu cơ quan nhận và nội dung, đề cương hoặc biểu mẫu; văn bản có nêu thì ghi vào gói.',
    ],
    undecided: (what) => [
      `Không tự xác định được yêu cầu này có lúc đạt, có lúc không đạt: ${what}.`,
      'Thêm tình huống đạt và tình huống không đạt vào tệp .cases.json.',
    ],
  },
};

const enUnit = (origin: string, count: number): string => {
  const [one, many] = { array: [' entry', ' entries'], string: [' character', ' characters'] }[origin] ?? ['', ''];
  return count === 1 ? one! : many!;
};

const en: AuthoringStrings = {
  packError: (count) => `The pack has ${count} problem${count === 1 ? '' : 's'}.`,
  elsewhere: (message, pointers) => `${message} The same at ${pointers.length} other places: ${places(pointers)}.`,
  alike: (message, more) =>
    `${message} The same is wrong with ${more} more ${more === 1 ? 'entry' : 'entries'} of the list.`,
  types: {
    string: 'a string "…"',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list [ … ]',
    object: 'an object { … }',
    record: 'an object { … }',
    null: 'null',
  },
  atLeast: (count, origin) =>
    `at least ${count}${enUnit(origin, count)}${origin === 'array' ? '; leave the member out if there are none' : ''}`,
  atMost: (count, origin) => `at most ${count}${enUnit(origin, count)}`,
  problems: {
    missing: (what, _nearest, wanted) => [
      `“${what}” is missing.`,
      `Add the member “${what}”${wanted && `: ${wanted.includes(',') ? 'one of ' : ''}${wanted}`}.`,
    ],
    type: (what, _nearest, found) => [
      `The value has the wrong type: expected ${what}${found && `, this is ${found}`}.`,
      `Write it as ${what}.`,
    ],
    'unknown-key': (what, nearest, allowed) => [
      `There is no member “${what}” here.`,
      `${nearest ? `Is it “${nearest}”? Mend its name` : 'Remove it or mend its name'}; allowed here: ${allowed}.`,
    ],
    value: (what, nearest, allowed) => [
      `The value “${what}” is not allowed.`,
      `${nearest ? `Is it “${nearest}”? ` : ''}Choose one of: ${allowed}.`,
    ],
    range: (what, _nearest, found) => [`The number ${found} is out of range.`, `Write a number of ${what}.`],
    length: (what, _nearest, found) => [`The length ${found} is not right.`, `Expected ${what}.`],
    id: (what) => [
      `“${what}” is not an id.`,
      'Use lower-case letters without marks, digits and single hyphens, such as "to-trinh".',
    ],
    field: (what) => [
      `“${what}” is not a field name.`,
      'Begin with a lower-case letter; letters without marks and digits only, such as "partyMember".',
    ],
    'pack-id': (what) => [`“${what}” is not a pack id.`, 'Join ids by dots, such as "tinh.co-quan.2023".'],
    'format-older': () => [
      'The pack is of an older format (it does not say "format": 2).',
      'Run `kl01 migrate PACK -o PACK` to rewrite it in the present one.',
    ],
    reserved: (what) => [
      `The name “${what}” cannot be used.`,
      'Choose another: every JavaScript object has a property of that name.',
    ],
    day: (what) => [
      `The calendar has no day “${what}”.`,
      'Write YYYY-MM-DD, such as 2023-03-31; in conditions also "receipt" (the day of receipt), { "field" }, { "fact" } or { "on", "days" }.',
    ],
    moment: (what) => [
      `“${what}” is no day or time of the calendar.`,
      'Write 2023-03-31 or, where the directive gives a time of day, 2023-03-31T17:00.',
    ],
    span: (what) => [
      `“${what}” is not a month, quarter or year.`,
      'Write 2023-05, 2023-Q2 or 2023; half years begin and end with a quarter (2023-Q1, 2023-Q4), school years with a month (2023-09, 2024-08).',
    ],
    matter: (what) => [
      `“${what}” has braces that mean nothing.`,
      'Write {nominees}, once, where those picked are named.',
    ],
    version: (what) => [`“${what}” is not a version.`, 'Write three numbers joined by dots, such as 1.0.0.'],
    'window-timing': () => [
      'A window says its time in exactly one way.',
      'Keep one of: before, noLaterThan, from, through, from with through, within, on, days with after, months with after.',
    ],
    shape: (_what, _nearest, allowed) => [
      'The value has none of the shapes allowed here.',
      allowed ? `Write one of: ${allowed}.` : 'Compare it with schema/rule-pack.schema.json.',
    ],
    'too-large': () => [
      'The pack is too large.',
      'Keep it below 5 MB and 100,000 values: one directive a pack, and no files in it.',
    ],
    'too-deep': (what) => [
      `Lists and objects are nested more than ${what} deep.`,
      'Nest less; look at conditions of all, any, not and at the outline.',
    ],
    'not-data': () => [
      'The pack holds something that is not JSON data.',
      'Use only UTF-8 strings, numbers within ±(2^53 − 1), true, false, null, lists and objects.',
    ],
    duplicate: (what) => [`“${what}” is already used here.`, 'Choose another name, or remove one of the two.'],
    reference: (what, nearest, allowed) => [
      `There is no “${what}”.`,
      nearest
        ? `Is it “${nearest}”? There are: ${allowed}.`
        : allowed
          ? `Choose one of: ${allowed}; or declare “${what}”.`
          : `Mend “${what}”, or declare it before using it.`,
    ],
    address: (what, nearest, allowed) => [
      `There is no element at the address “${what}”.`,
      `${nearest ? `Is it “${nearest}”? There` : 'Mend the address; there'} are: ${allowed}.`,
    ],
    'kind-usual': (what) => [
      `“${what}” is a usual kind of nominee and cannot be defined again.`,
      'Choose another id; to call it by another word, give its "label" in "nominees" of the form.',
    ],
    'field-unknown': (what, nearest) => [
      `The field “${what}” is no word of the shared vocabulary and has no type.`,
      nearest
        ? `Is it “${nearest}”? If it is the pack’s own, give it "type" and "label".`
        : 'Mend its name, or give it "type" and "label".',
    ],
    'field-reserved': (what) => [
      `A field cannot be called “${what}”.`,
      'Choose another name: submissions use this one themselves.',
    ],
    'field-types': (what) => [
      `The field “${what}” has different types for two kinds of nominee.`,
      'Use one type, or two names.',
    ],
    cycle: (what) => [`“${what}” uses itself, directly or through others.`, 'Remove one of the uses.'],
    option: (what, nearest, allowed) => [
      `There is no choice “${what}”.`,
      `${nearest ? `Is it “${nearest}”? ` : ''}The choices are: ${allowed}.`,
    ],
    'condition-place': (what) => [
      `“${what}” cannot be used here: there is no such value to look at.`,
      'Remove it, or move it to an element that has the value.',
    ],
    'condition-test': (what, _nearest, allowed) => [
      `This comparison does not fit the type of “${what}”.`,
      `Use: ${allowed}.`,
    ],
    'bounds-none': () => ['There is no bound.', 'Add "is", "atLeast", "atMost", "above" or "below".'],
    'day-bounds-none': () => [
      'There is no day to compare with.',
      'Add "before", "noLaterThan", "from", "through" or "within".',
    ],
    'condition-computed': () => [
      'Conditions here compare no days, periods, shares or computed numbers: what is asked must not change between filling in and receipt.',
      'Ask a yes or no and read that here; in a "nomination" the condition may become a criterion or an alternative of "quotas".',
    ],
    'not-number': (what, _nearest, allowed) => [
      `“${what}” is not a number.`,
      allowed ? `Use: ${allowed}.` : 'Use a number, or add a field of a numeric type.',
    ],
    'not-date': (what, _nearest, allowed) => [
      `“${what}” is not a day.`,
      allowed ? `Use: ${allowed}.` : 'Use a day such as "2024-08-31", "receipt", or add a field of type "date".',
    ],
    'not-list': (what, _nearest, allowed) => [
      `“${what}” is no list of things with fields of their own.`,
      allowed ? `Use: ${allowed}.` : 'Add a field of type "list".',
    ],
    'repeats-list': (what) => [
      `“${what}” may have several values, which do not tell one person or thing from another.`,
      'Use a field with one value, such as a name.',
    ],
    period: () => ['A period has exactly one of "days", "months", "years".', 'Keep one.'],
    'period-mixed': () => [
      'Days and months cannot be counted in one comparison.',
      'Use "days" throughout, or "months" and "years" throughout.',
    ],
    'span-bound': () => [
      'The bound of a time between days ("span") is a whole number, written.',
      'Write a number, such as "atLeast": 10; where it differs by case, write a criterion with "when" for each, or compare two days by "day" and { "on", "years" }.',
    ],
    'fixed-value': (what, _nearest, allowed) => [
      `The field “${what}” is compared with written values only, not with another field.`,
      `Use: ${allowed}; to compare it with another field, write a condition for each value, joined by "any".`,
    ],
    'check-column': (what, nearest, allowed) => [
      `The table has no column “${what}”.`,
      `${nearest ? `Did you mean “${nearest}”? ` : ''}Checks compare numbers, so a text is the id of a column; there are: ${allowed}.`,
    ],
    'bounds-exclude': () => ['No number is within these bounds.', 'Correct one of them.'],
    'bound-whole': (number) => [
      `Places are whole numbers; here is ${number}.`,
      'Write a whole number, or "share" or "percent" of another with "round".',
    ],
    'share-of': (what, _nearest, allowed) => [
      `No share can be taken of “${what}”: it has to be a number that every unit gives.`,
      `Use: ${allowed}.`,
    ],
    'at-least-of': (count) => [
      `More cannot be asked than there are conditions in "of": here ${count}.`,
      'Lower "atLeast", or add a condition.',
    ],
    column: () => [
      'A column is either a heading above others or has cells to fill in.',
      'A heading has "columns" or "use", and no type, down, across, of, computed, number.',
    ],
    'column-type': (what, _nearest, allowed) => [
      `The column “${what}” cannot be used here.`,
      `Choose one of type: ${allowed}; in "of" and "ticks" one that is filled in, not computed.`,
    ],
    'check-test': () => [
      'A check of a table has one test, or a lower and an upper bound.',
      'Keep one of: is, atLeast, above, atMost, below, positiveNeeds; or a pair such as atLeast and atMost.',
    ],
    'check-total': (what) => [
      `“${what}” has no number in the total row.`,
      'It has those of columns that add up ("down": "sum"), or computed from such; for the cell of one row, add "row".',
    ],
    'open-rows': (what) => [
      `“${what}” cannot be used where units add the rows.`,
      'Leave it out: these rows number themselves, under the heading in "rowHeader".',
    ],
    'column-optional': (what) => [
      `“optional” has no effect on the column “${what}”.`,
      'Leave out "optional": in a table of printed rows, a row may be blank as a whole.',
    ],
    'column-options': (what) => [
      `The column “${what}”: a "choice" has "options", and nothing else has.`,
      'Say both "type": "choice" and "options", or neither.',
    ],
    'row-parts': (what) => [
      `“parts” has no effect: the row “${what}” has no rows below it.`,
      'Add "rows", or leave out "parts".',
    ],
    'row-required': (what) => [
      `Nothing is filled in in the row “${what}”, so it cannot be required.`,
      'Leave out "required"; or let "parts" be "all", "some" or "each", so that units fill in this row.',
    ],
    'row-severity': (what) => [
      `“severity” has no effect: the row “${what}” is not compared with rows below it.`,
      'Leave out "severity"; or give it "rows", and "parts": "all", "some" or "each".',
    ],
    'table-too-large': (what) => [
      `The tables of the form are too large, up to this one (${what} cells).`,
      'Use fewer columns, or several forms: rows × columns × columns, over all tables, at most 250,000, such as 100 rows × 50 columns.',
    ],
    'period-label': () => [`The period has no name.`, 'Add "label"; or "every", "from" and "through" if it repeats.'],
    'period-every': () => [
      `A period that repeats has "every", "from" and "through".`,
      'Add what is missing, such as "every": "quarter", "from": "2026", "through": "2026"; leave out all three if it does not repeat.',
    ],
    'period-part': () => [
      `The time from "from" to "through" is not a whole number of periods.`,
      'Mend "from" (the first month of the first) or "through" (the last month of the last), such as "quarter": 2026-Q1 to 2026-Q4; "half-year": 2026 to 2026; school years by "year": 2025-09 to 2027-08.',
    ],
    'period-many': () => [
      `The period repeats more than 120 times.`,
      'Shorten the time from "from" to "through"; change the pack when it is over.',
    ],
    'period-days': () => [
      `The days do not suit the period.`,
      'What repeats tells days from the period, such as { "month": 3, "day": 17 } or { "days": 5, "after": "end" }, without "within" and "on"; a single period has days of the calendar.',
    ],
    clock: () => [`This is not a time of day.`, 'Write "17:00".'],
    'window-after': () => [
      'A window that counts from an event has no fixed day until which late answers are taken.',
      'Remove "lateUntil"; write "late": "accept" or "refuse".',
    ],
    'window-late': () => [
      'Nobody is late for a window that has no last day.',
      'Leave out “late” and “lateUntil”; or add “through”, its last day.',
    ],
    'too-many-columns': (what) => [
      `The table has more than ${what} columns, those of "columnSets" included.`,
      'Use fewer columns, or use sets less often.',
    ],
    'exactly-and-bounds': () => [
      'A count says "exactly", or "min" and "max".',
      'Keep one way of saying it; where the directive gives no number, write "min": 0.',
    ],
    percent: (what) => [
      `The percentage “${what}” is not in percent.`,
      `Write a number from 1 to 100, such as 15 or 97.5${ofHundred(what) ? `; ${what} is ${ofHundred(what)}%: write ${ofHundred(what)}` : ', such as 15 for 15%'}.`,
    ],
    'criterion-test': (_what, _nearest, allowed) => [
      'There is no test, or two that exclude one another.',
      `Use: ${allowed}.`,
    ],
    'paper-alone': () => ['"paper" stands alone.', 'Write ["paper"].'],
    options: (what) => [`The choice “${what}” needs its options.`, 'Add "options".'],
    'list-fields': (what) => [
      `The list “${what}” does not say what its items consist of.`,
      'Add "fields": the fields of an item, each with "field", "type", "label".',
    ],
    'limit-type': (what, _nearest, allowed) => [
      `A field of this type has no use for that member: ${what}.`,
      `Remove it, or change the type; these take it: ${allowed}.`,
    ],
    'limit-range': (what, _nearest, allowed) => [`This range does not fit the type “${what}”.`, `Use: ${allowed}.`],
    'limit-most': (most) => [`The limit is too high: ${most} at most.`, 'Lower it, or leave it out.'],
    'days-none': () => ['There is no day.', 'Add "from", "through", or both.'],
    'number-step': (number) => [
      `${number} has more decimals than the field takes.`,
      'Write fewer decimals, or raise the field’s "decimals".',
    ],
    'address-list': (what) => [
      `“${what}” is no list to add to.`,
      'Give the address of a list, such as de-nghi/criteria; change part of an element with "to".',
    ],
    'add-place': () => ['Where to add it is said in two ways.', 'Keep one of: before, after.'],
    amendment: (what) => [
      `After this change the pack is no longer valid: ${what}`,
      'Mend its "to" or "add", or the element concerned.',
    ],
    'not-json': () => ['The file is not JSON.', 'Look for a missing comma or bracket, and for UTF-8.'],
  },
  lint: {
    profile: (what) => [
      `The form’s JSON Schema has a part that validators read differently: ${what}.`,
      'This is a mistake of the compiler, not of the pack: report it, with the pack.',
    ],
    'quota-two': (what) => [`${enWhom(what)} has two quotas.`, 'Keep one.'],
    'quota-missing': (what) => [
      `Must nominate but has no quota: ${what}.`,
      'Give the group or unit a quota, or mend answeredBy.',
    ],
    'quota-impossible': (what) => [`An alternative nobody can meet: ${what}.`, 'Mend the counts.'],
    'quota-too-many': (what) => [
      `The quota is larger than the number of nominees that a submission holds: ${what}.`,
      'Mend the number; where the directive sets no limit, leave out "max".',
    ],
    'selection-impossible': (what) => [`No selection can hold: ${what}.`, 'Mend “min” and “max”.'],
    'window-two': (what) => [`${enWhom(what)} has two windows for one form and period.`, 'Keep one.'],
    'period-end': (what) => [
      `Due before the period is over: ${what}.`,
      'Mend the day; add "covers" where the numbers close earlier; if the directive says so, give the reason in the period’s "description".',
    ],
    'period-in-place': (what) => [
      `No period of “${what}” ends with this one, to be left out.`,
      'Leave out "inPlaceOf", or mend "from" and "through".',
    ],
    'period-covers': (what) => [`The days covered end before they begin: ${what}.`, 'Mend "covers".'],
    'window-receiver': (what) => [
      `The receiver “${what}” has no window, while another has one of its own.`,
      'Add a window with its "id" as "receiver", or one without "receiver" for all others.',
    ],
    'window-nobody': () => [
      'Every receiver has a deadline of its own, so this one is for nobody.',
      'Remove it, or the deadline of a receiver that follows the common one.',
    ],
    'receiver-when': (what) => [
      `The receiver “${what}” has a "when", so it cannot have a window of its own.`,
      'Leave out "when", or use "groups" or "units" of the receiver; or leave out "receiver" of the window.',
    ],
    'window-order': (what) => [`The window closes before it opens: ${what}.`, 'Mend the dates.'],
    'window-before-directive': (what) => [
      `The window closes before the directive’s date: ${what}.`,
      'Check day and year.',
    ],
    'window-missing': (what) => [
      `“${what}” has no window.`,
      'Add "windows"; where the directive gives no date, write "unannounced".',
    ],
    'committee-date': (what) => [
      `The committee picks before its units have answered, or before the list it picks from: ${what}.`,
      'Check the date, or take "selection" from the milestone.',
    ],
    'table-columns': (what) => [
      `The table is printed with ${what} columns; Word refuses more than 63.`,
      'Part it into several tables, or leave columns out.',
    ],
    'table-narrow': (what) => [
      `The table has ${what} columns; on an A4 page on its side they are narrower than the words of their heads.`,
      'Part it into several tables, or use shorter words in the heads.',
    ],
    'column-total': (what) => [
      `A column that does not add up in this way: ${what}.`,
      'Only "count" has "sum"; "yes-no" has "across": "count"; the others "none".',
    ],
    'column-share': (what) => [
      `“of” has no effect on this column: ${what}.`,
      'Only a "percent" that is typed has "of": two different "count" columns of the table, the part and the whole.',
    ],
    'selection-source': (what) => [
      `More is picked than the list holds that it is picked from: ${what}.`,
      'Check the numbers, the kinds, or "from".',
    ],
    reserved: (what) => [`More places are reserved than may be picked: ${what}.`, 'Check the numbers and the kinds.'],
    'late-until': (what) => [`lateUntil is not after the deadline: ${what}.`, 'Mend the date.'],
    'achievements-past-window': (what) => [
      `The achievement period runs past the window: ${what}.`,
      'If the directive says so, note the reading.',
    ],
    'achievements-order': (what) => [
      `The achievement period ends before it begins: ${what}.`,
      'Mend "from" or "through".',
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
    layout: (what) => [
      `No such layout comes with the exporters: ${what}.`,
      'Mend its name; a layout of your own has to be passed to them in “layouts”.',
    ],
    'document-missing': (what) => [
      `The item is to be printed, and no document is named: ${what}.`,
      'Add "document", or leave out "print".',
    ],
    'template-missing': (what) => [
      `A report of achievements is printed or uploaded without an outline, so that nothing missing would ever be found: ${what}.`,
      'Give it a "template", or leave "upload" alone.',
    ],
    template: (what) => [`The item is printed by a template that has no sections for ${what}.`, 'Add its sections.'],
    address: (what) => [`Two elements at one address: ${what}.`, 'Choose another id.'],
    allocated: (what) => [
      `Allocations do not add up to the total: ${what}.`,
      'Check quotas, numbers of units and reserved places.',
    ],
    'allocated-share': (what) => [
      `Allocations cannot be added up where the number is a share: ${what}.`,
      'Take "allocated" away, or give the number as one.',
    ],
    coverage: (what, nearest, allowed) => [
      `coverage points to no element: ${what}.`,
      `${nearest ? `Is it “${nearest}”? There` : 'Mend the address; there'} are: ${allowed}.`,
    ],
    unused: (what) => [`Declared, and used nowhere: ${what}.`, 'Name it where it is needed, or remove it.'],
    'no-effect': (what, _nearest, because) => [
      `The member ${what} has no effect here.`,
      `Remove it, or look again at ${because}.`,
    ],
    'scale-step': (what, nearest, allowed) => [
      `The step “${what}” is an id alone, and no word of the shared vocabulary.`,
      `${nearest ? `Is it “${nearest}”? ` : ''}Write { "id": "${what}", "label": "…" }, or one of the vocabulary’s: ${allowed}.`,
    ],
    'group-not-answering': (what, _nearest, allowed) => [
      `The group “${what}” does not send this form.`,
      `Add it to "answeredBy", or remove it here; it is sent by: ${allowed}.`,
    ],
    'selection-committee': (what) => [
      `Nothing can be picked from the form “${what}”: the committee makes it itself, and no unit sends it.`,
      'Give "from" a form that units send, or mend "answeredBy" of the form.',
    ],
    'coverage-attested': (what) => [
      `coverage says "attested", and nothing that a unit declares cites the clause ${what}.`,
      'Add a criterion with "attest", an exclusion, a paper or an endorsement that cites it; if it binds nobody, write "informative".',
    ],
    'group-size': (what) => [
      `The size of the group is not the number of its named units, and no other unit may answer: ${what}.`,
      'Name all of them, or none of the group, or take "size" away.',
    ],
    title: (what) => [
      `A title that does not begin with a word for what is done would not be printed: ${what}.`,
      'Write “đề nghị …”, “giới thiệu …”, or take "title" away.',
    ],
    'criterion-kind': (what) => [
      `A criterion reads a field that the form does not ask: ${what}.`,
      'Ask for the field, or narrow "of".',
    ],
    'condition-never': (what) => [`The condition can never hold: ${what}.`, 'Mend the condition.'],
    'never-met': (what) => [
      `No value meets this: ${what}.`,
      'Mend bounds that contradict one another, or that lie outside of what the field takes.',
    ],
    'never-broken': (what) => [
      `Every value meets this, so that nothing is checked: ${what}.`,
      'Mend the bound, or remove the requirement.',
    ],
    regime: (what) => [
      `A report of several periods does not say ${what}.`,
      'By Nghị định 09/2019/NĐ-CP, a document that lays down a reporting regime names who receives it and its content, outline or tables; where this one does, write it into the pack.',
    ],
    undecided: (what) => [
      `It could not be decided that this can be met and can be broken: ${what}.`,
      'Add a case that meets it and one that does not to the .cases.json file.',
    ],
  },
};

export const authoring: Record<Lang, AuthoringStrings> = { vi, en };
