import type { Severity } from '../../rulebook.js';
import { grouped } from '../../grouped.js';
import { compiling, type WantedStrings } from '../../strings/compiling.js';
import { citing } from '../../strings/citing.js';
import { conditions, listed, quote, two, type ConditionStrings } from '../../strings/conditions.js';
import { isNamedTable, operands } from '../../strings/operands.js';
import { vocabulary } from '../../strings/vocabulary.js';
import { inSentence, type Lang } from '../../text.js';

/** What a criterion demands, as a whole sentence. */
export interface MustStrings {
  yes: (label: string) => string;
  no: (label: string) => string;
  is: (label: string, value: string) => string;
  in: (label: string, values: readonly string[]) => string;
  has: (label: string, value: string) => string;
  atLeast: (label: string, value: string) => string;
  /** the highest step of a scale */
  highest: (label: string, value: string) => string;
  number: (label: string, bounds: string) => string;
}

/** The words used to explain a pack to the officer who compares it with the directive and signs it off. */
export interface ExplainStrings {
  title: (number: string, date: string) => string;
  lead: (pack: string, version: string) => readonly string[];
  /** a clause of the directive itself; for other documents, includes their number */
  clause: (clause: string, document: string) => string;
  quoted: (text: string) => string;
  and: (parts: readonly string[]) => string;
  or: (parts: readonly string[]) => string;
  condition: ConditionStrings;
  directive: {
    heading: string;
    number: string;
    numbered: (number: string, date: string) => string;
    title: string;
    committee: string;
    superior: string;
    place: string;
    basis: string;
    layout: string;
    layouts: Readonly<Record<(typeof vocabulary.layouts)[number], string>>;
    remark: string;
  };
  who: {
    heading: string;
    duties: string;
    group: string;
    groups: string;
    size: (size: number, assumed: string | undefined) => string;
    units: (units: readonly string[]) => string;
    layout: (layout: string) => string;
    duty: Record<'must' | 'may' | 'exempt' | 'none', string>;
  };
  dates: {
    heading: string;
    header: readonly [last: string, what: string, who: string, said: string, clause: string];
    everybody: string;
    allGroups: string;
    everybodyElse: string;
    otherReceivers: string;
    committee: string;
    undated: string;
    openEnded: string;
    /** counted from the day of an event */
    byEvent: string;
    provisional: string;
    fromDay: (day: string) => string;
    fromClock: (clock: string, day: string) => string;
    endOf: (day: string) => string;
    beforeClock: (clock: string, day: string) => string;
    throughClock: (clock: string, day: string) => string;
    spans: {
      until: (said: string, last: string) => string;
      range: (said: string, first: string, last: string) => string;
      within: (said: string, first: string, last: string) => string;
      on: (said: string, day: string) => string;
      openEnded: (said: string, first: string) => string;
      after: (said: string) => string;
    };
    excluded: (day: string) => string;
    excludedClock: (clock: string) => string;
    included: (day: string) => string;
    includedClock: (clock: string) => string;
    bothIncluded: string;
    weekend: (weekday: string) => string;
    early: Record<'warn' | 'refuse', string>;
    late: Record<'accept' | 'refuse', string>;
    lateUntil: (last: string) => string;
    takenUntil: (last: string) => string;
    amended: (was: string, document: string) => string;
  };
  periods: {
    /** of the month, counted from the period's first; 0 is the month before */
    day: (day: number, month: number) => string;
    afterEnd: (days: number) => string;
  };
  form: {
    heading: (label: string, type: 'nomination' | 'report' | 'plan') => string;
    answers: string;
    must: string;
    may: string;
    exempt: string;
    committee: string;
    ifSilent: string;
    receivedBy: string;
    receiver: (label: string, details: readonly string[]) => string;
    award: string;
    achievements: string;
    achievementsText: (label: string | undefined, span: string) => string;
    period: {
      both: (from: string, through: string) => string;
      from: (day: string) => string;
      through: (day: string) => string;
    };
    shownOnly: string;
    printedTitle: string;
    preamble: string;
    windows: string;
    periods: string;
    forWhom: (names: readonly string[]) => string;
    copies: (count: number) => string;
    optional: string;
    severity: Record<Severity, string>;
    author: string;
  };
  facts: string;
  /** what the host knows */
  given: string;
  quota: {
    /** an example of what a computed number comes to */
    amount: (label: string, count: number) => string;
    heading: string;
    none: string;
    noQuota: (groups: readonly string[]) => string;
    everybody: string;
    rest: (groups: readonly string[]) => string;
    allowed: string;
    refused: string;
    caption: (legend: string, details: readonly string[]) => string;
    legend: string;
    /** @param of what the shares are based on; if absent, the members */
    members: (count: number, of: string | undefined) => string;
    when: (kinds: string, count: string) => string;
    corner: (rows: string, columns: string) => string;
    count: (kinds: string) => string;
    answer: string;
    range: (from: number, through: number) => string;
    orMore: (from: number) => string;
    noTable: string;
    /** criteria of the list as a whole bound the same numbers */
    alsoCriteria: string;
  };
  nominee: {
    heading: string;
    fieldWhen: (label: string, details: readonly string[]) => string;
    options: (options: readonly string[], several: boolean) => string;
    limit: { pages: (pages: number) => string; characters: (characters: number) => string };
  };
  criteria: {
    heading: string;
    checked: string;
    /** criteria of the escape hatch: checked, by an expression */
    logic: string;
    attested: string;
    /** how often one person or thing may occur */
    repeats: string;
    repeated: (label: string, atMost: number) => string;
    exclusions: string;
    exclusionsLead: string;
    forKinds: (kinds: string) => string;
    given: (condition: string, body: string) => string;
    /** where a condition is told as a list: when a criterion is judged, and what is to hold */
    asksIf: string;
    asksThen: string;
    message: string;
    must: MustStrings;
    /** the same of what is only advised */
    should: MustStrings;
    forSlate: string;
  };
  dossier: {
    heading: (copies: number | undefined) => string;
    perSlate: string;
    perNominee: string;
    print: string;
    upload: string;
    either: string;
    paper: string;
    byCommittee: string;
    ifAny: string;
    copies: (count: number) => string;
    bound: string;
    soft: (format: string) => string;
    pages: (pages: number) => string;
    characters: (characters: number) => string;
    endorsed: (by: string, details: readonly string[]) => string;
    template: (template: string) => string;
    templateFor: (kind: string) => string;
    meeting: string;
    enclosures: string;
  };
  report: {
    questions: string;
    answers: (options: readonly string[]) => string;
    outline: string;
    oneSection: string;
    tables: string;
    table: (number: string | undefined, title: string) => string;
    /** the name of a table inside a sentence */
    tableName: (number: string | undefined, title: string) => string;
    note: string;
    rows: string;
    rowsOf: (header: string) => string;
    required: string;
    optionalRows: string;
    /** the same where some rows are required */
    otherRowsOptional: string;
    totalRow: string;
    columns: string;
    checks: string;
    /** what a blank cell makes of a check */
    checksOfBlank: string;
    cell: Record<'count' | 'yes-no' | 'percent' | 'text' | 'date' | 'choice', string>;
    notDown: string;
    notAcross: string;
    shareOf: (part: string, whole: string) => string;
    computed: {
      sum: (columns: readonly string[]) => string;
      minus: (column: string, other: string) => string;
      percent: (part: string, whole: string) => string;
    };
    openRows: (least: number, most: number) => string;
    measure: string;
    printedNumbers: (rows: string | undefined, columns: boolean) => string;
    /** what the rows of a group are to its numbers */
    parts: Record<'heading' | 'sum' | 'all' | 'some' | 'each', string>;
    byAnswer: (answer: string, label: string) => string;
    check: {
      atMost: (column: string, other: string) => string;
      atLeast: (column: string, other: string) => string;
      is: (column: string, other: string) => string;
      positiveNeeds: (column: string, other: string) => string;
      when: (column: string, value: string, check: string) => string;
      above: (column: string, other: string) => string;
      below: (column: string, other: string) => string;
      /** the number that is judged, where several columns are named before it */
      number: string;
      /** @param places rows and columns that are judged */
      where: (places: readonly string[], check: string) => string;
      /** several columns, each judged by itself; none named: all of counts */
      each: (columns: readonly string[]) => string;
      ifHolds: (condition: string, check: string) => string;
      inTotal: string;
      rows: (rows: readonly string[]) => string;
      value: Record<'is' | 'atLeast' | 'atMost' | 'above' | 'below', (value: string) => string>;
      percent: (percent: number) => string;
      plain: (number: number) => string;
    };
  };
  plan: {
    duty: string;
    must: string;
    encouraged: string;
    everybody: string;
    person: string;
    fields: string;
    posts: string;
    commits: string;
    commitments: string;
    groups: string;
    count: Record<'commits' | 'not-commits' | 'all', string>;
    commitment: string;
    adoption: Record<'adopted' | 'presented', string>;
    result: string;
    resultLater: string;
    adopted: Record<'adopted' | 'presented', (by: string) => string>;
  };
  selections: {
    heading: string;
    pick: string;
    from: (source: string) => string;
    allocated: (sum: string) => string;
    /** whose members a share is based on */
    ofMembers: string;
    reserved: string;
    by: (who: string) => string;
    award: string;
    matter: string;
    nominees: string;
    to: Record<'to-trinh' | 'cong-van', string>;
  };
  milestones: { heading: string; undated: string };
  amendments: {
    heading: string;
    by: (number: string, date: string) => string;
  };
  judgement: {
    heading: string;
    lead: string;
    attested: string;
    /** criteria that rest on a yes or no of the unit */
    declared: string;
    exclusions: string;
    endorsed: string;
    paper: string;
    clauses: string;
    clauseAttested: string;
    assumed: string;
  };
  coverage: {
    heading: string;
    whole: string;
    withdrawn: (name: string) => string;
    informative: string;
    attested: string;
  };
  notes: string;
  signOff: { heading: string; lines: readonly string[] };
}

const bracketed = (text: string, details: readonly string[]): string =>
  details.length > 0 ? `${text} (${details.join('; ')})` : text;
/** Names in a list; quoted where commas within them would hide where one ends. */
const apart = (names: readonly string[]): string =>
  names.some((name) => name.includes(',')) ? names.map(quote).join('; ') : names.join(', ');
const formTypes = { nomination: 'danh sách đề nghị', report: 'báo cáo', plan: 'kế hoạch' } as const;
const fraction = (pages: number): string => (pages === 0.5 ? '1/2' : pages === 0.25 ? '1/4' : String(pages));
const decimal = (text: string): string => text.replace('.', ',');

/** "Các huyện ủy" inside a sentence; the name of a single body keeps its capital. */
const groupInSentence = (name: string): string => name.replace(/^Các /, 'các ');

const andVi = listed(' và ');
const orVi = listed(' hoặc ');

const mustVi = ({ yes, no }: WantedStrings, must: string): MustStrings => ({
  yes,
  no,
  is: (label, value) => `${inSentence(label)} ${must} là ${quote(value)}`,
  in: (label, values) => `${inSentence(label)} ${must} là ${orVi(values.map(quote))}`,
  has: (label, value) => `${inSentence(label)} ${must} có ${quote(value)}`,
  atLeast: (label, value) => `${inSentence(label)} ${must} đạt từ mức ${quote(value)} trở lên`,
  highest: (label, value) => `${inSentence(label)} ${must} đạt mức ${quote(value)}`,
  number: (label, bounds) => `${inSentence(label)} ${must} ${bounds}`,
});

const vi: ExplainStrings = {
  title: (number, date) => `Diễn giải quy tắc theo văn bản số ${number}, ngày ${date}`,
  lead: (pack, version) => [
    `Bản diễn giải này được lập tự động từ gói quy tắc ${pack}, phiên bản ${version}, để cán bộ phụ trách đối chiếu với văn bản gốc trước khi đưa vào sử dụng. Hệ thống chỉ yêu cầu, nhắc và kiểm tra những gì nêu dưới đây.`,
    'Chữ trong ngoặc ở cuối dòng là điều khoản làm căn cứ; dòng không ghi thì theo điều khoản của đề mục.',
  ],
  clause: citing.vi.clause,
  quoted: quote,
  and: andVi,
  or: orVi,
  condition: conditions.vi,
  directive: {
    heading: 'Văn bản',
    number: 'Số, ngày ban hành',
    numbered: (number, date) => `số ${number}, ngày ${date}`,
    title: 'Trích yếu',
    committee: 'Cơ quan ban hành',
    superior: 'Cấp trên ghi ở đầu văn bản',
    place: 'Địa danh',
    basis: 'Căn cứ',
    layout: 'Thể thức các văn bản in ra',
    layouts: {
      'hd36-2018': 'văn bản của Đảng, theo Hướng dẫn số 36-HD/VPTW ngày 03/4/2018',
      'hd05-2026': 'văn bản của Đảng, theo Hướng dẫn số 05-HD/VPTW ngày 27/5/2026',
      'nd30-2020': 'văn bản hành chính, theo Nghị định số 30/2020/NĐ-CP',
      'doan-2013': 'văn bản của Đoàn, theo Hướng dẫn số 29-HD/TWĐTN-VP ngày 29/10/2013',
    },
    remark: 'Ghi chú của người soạn gói',
  },
  who: {
    heading: 'Đơn vị thực hiện',
    duties: 'Nhóm nào gửi biểu mẫu nào',
    group: 'Nhóm đơn vị',
    groups: 'Các nhóm đơn vị',
    size: (size, assumed) => `${two(size)} đơn vị${assumed ? ` (số giả định: ${assumed})` : ''}`,
    units: (units) => `gồm ${two(units.length)} đơn vị: ${units.join('; ')}`,
    layout: (layout) => `in theo thể thức ${layout}`,
    duty: { must: 'Phải gửi', may: 'Có thể gửi', exempt: 'Không phải gửi', none: 'Không thuộc diện gửi' },
  },
  dates: {
    heading: 'Các thời hạn, xếp theo ngày',
    header: ['Hạn cuối', 'Việc', 'Đơn vị', 'Văn bản ghi', 'Căn cứ'],
    everybody: 'Tất cả đơn vị thuộc diện gửi',
    allGroups: 'Tất cả các nhóm đơn vị',
    everybodyElse: 'Các đơn vị còn lại',
    otherReceivers: 'gửi các nơi nhận còn lại',
    committee: 'Cơ quan ban hành',
    undated: 'chưa ấn định',
    openEnded: 'không ấn định ngày cuối',
    byEvent: 'tính từ ngày của sự việc',
    provisional: 'dự kiến',
    fromDay: (day) => `từ ngày ${day}`,
    fromClock: (clock, day) => `từ ${clock}, ${day}`,
    endOf: (day) => `hết ngày ${day}`,
    beforeClock: (clock, day) => `trước ${clock}, ${day}`,
    throughClock: (clock, day) => `hết ${clock}, ${day}`,
    spans: {
      until: (said, last) => `${said}: hạn cuối là ${last}`,
      range: (said, first, last) => `${said}: nhận ${first}; hạn cuối là ${last}`,
      within: (said, first, last) => `${said}: ${first} đến ${last}`,
      on: (said, day) => `${said}: trong cả ngày ${day}`,
      openEnded: (said, first) => `${said}: nhận ${first}; văn bản không ấn định ngày cuối`,
      after: (said) => `${said}: không tính ngày đầu, tính cả ngày cuối; chưa biết ngày đầu thì chưa tính là quá hạn`,
    },
    excluded: (day) => `ngày ${day} không còn tính`,
    excludedClock: (clock) => `đúng ${clock} là đã quá hạn`,
    included: (day) => `cả ngày ${day} vẫn còn tính`,
    includedClock: (clock) => `đúng ${clock} vẫn còn tính, sang phút sau là quá hạn`,
    bothIncluded: 'tính cả ngày đầu và ngày cuối',
    weekend: (weekday) => `hạn cuối rơi vào ${weekday}, hệ thống không tự dời ngày`,
    early: {
      warn: 'Gửi sớm hơn: vẫn nhận, có nhắc là chưa đến thời gian nhận.',
      refuse: 'Gửi sớm hơn: không nhận.',
    },
    late: {
      accept: 'Gửi muộn: vẫn nhận, có nhắc là đã quá hạn.',
      refuse: 'Gửi muộn: không nhận.',
    },
    lateUntil: (last) => `Gửi muộn: vẫn nhận, có nhắc là đã quá hạn, đến ${last}; sau đó không nhận.`,
    takenUntil: (last) => `nhận muộn đến ${last}`,
    amended: (was, document) => `Đã sửa đổi theo văn bản số ${document}; trước đây: ${was}.`,
  },
  periods: {
    day: (day, month) =>
      `ngày ${String(day).padStart(2, '0')} ${month > 0 ? `tháng thứ ${month} tính từ đầu kỳ` : month === 0 ? 'tháng liền trước kỳ' : `tháng thứ ${1 - month} trước kỳ`}`,
    afterEnd: (days) => `${days} ngày sau khi kết thúc kỳ`,
  },
  form: {
    heading: (label, type) => {
      const first = type === 'nomination' ? vocabulary.purposes : [formTypes[type]];
      const begins = first.some((word) => label.toLowerCase().startsWith(word));
      return begins ? label : `${label} (${formTypes[type]})`;
    },
    answers: 'Ai gửi, gửi đến đâu',
    must: 'Phải gửi',
    may: 'Có thể gửi',
    exempt: 'Không phải gửi',
    committee: 'Do cơ quan ban hành lập, không yêu cầu đơn vị',
    ifSilent: 'Nếu không gửi',
    receivedBy: 'Nơi nhận',
    receiver: bracketed,
    award: 'Hình thức khen thưởng',
    achievements: 'Thời gian tính thành tích',
    achievementsText: (label, span) => (label ? `${label} (${span})` : span),
    period: {
      both: (from, through) => `từ ngày ${from} đến hết ngày ${through}`,
      from: (day) => `từ ngày ${day}`,
      through: (day) => `đến hết ngày ${day}`,
    },
    shownOnly: 'hiển thị và in ra để đơn vị theo đó mà viết, hệ thống không kiểm tra',
    printedTitle: 'Trích yếu của văn bản in ra',
    preamble: 'Lời mở đầu',
    windows: 'Thời hạn',
    periods: 'Các kỳ và thời hạn',
    forWhom: (names) => `đối với ${names.map(groupInSentence).join('; ')}`,
    copies: (count) => `${two(count)} bản`,
    optional: 'không bắt buộc',
    severity: { error: 'bắt buộc', warning: 'chỉ cảnh báo, vẫn gửi được', advice: 'chỉ gợi ý, vẫn gửi được' },
    author: 'Ghi chú của người soạn gói',
  },
  facts: 'Thông tin phải ghi một lần cho cả bản gửi',
  given: 'Số liệu do cơ quan nhận cho biết (chưa có thì điều nào đọc số liệu ấy chưa xét)',
  quota: {
    amount: (label, count) => `ví dụ ${label} là ${count}`,
    heading: 'Số lượng được đề nghị',
    none: 'Văn bản không giao số lượng: không đơn vị nào đề nghị được ai.',
    noQuota: (groups) => `Không được giao số lượng nên không đề nghị được ai: ${groups.join('; ')}.`,
    everybody: 'Mọi đơn vị',
    rest: (groups) => (groups.length > 0 ? groups.join('; ') : 'Các đơn vị còn lại'),
    allowed: '✓',
    refused: '–',
    caption: bracketed,
    legend: '✓ là danh sách như vậy gửi được, – là không gửi được',
    members: (count, of) =>
      of === undefined ? `ví dụ đơn vị có ${count} đảng viên, hội viên` : `ví dụ ${inSentence(of)} là ${count}`,
    when: (kinds, count) => `khi số ${kinds} là ${count}`,
    corner: (rows, columns) => `Số ${rows} ↓ · số ${columns} →`,
    count: (kinds) => `Số ${kinds}`,
    answer: 'Gửi được',
    range: (from, through) => `${from}–${through}`,
    orMore: (from) => `${from} trở lên`,
    noTable: 'Định mức có quá nhiều phương án nên không lập bảng.',
    alsoCriteria:
      'Số lượng còn phải đạt tiêu chuẩn đối với cả danh sách, nêu ở mục Tiêu chuẩn; các dòng và bảng trên chưa tính đến.',
  },
  nominee: {
    heading: 'Thông tin phải ghi về từng đối tượng',
    fieldWhen: bracketed,
    options: (options, several) => `${several ? 'chọn một hoặc nhiều' : 'chọn một'}: ${apart(options)}`,
    limit: {
      pages: (pages) => `không quá ${decimal(fraction(pages))} trang A4`,
      characters: (characters) => `khoảng ${characters} ký tự`,
    },
  },
  criteria: {
    heading: 'Tiêu chuẩn',
    checked: 'Hệ thống đối chiếu với những gì đã khai; ô bắt buộc mà còn trống thì chưa xét',
    logic: 'Hệ thống kiểm tra bằng biểu thức viết riêng; người soạn gói giải trình cách kiểm tra',
    attested: 'Phải cam đoan cho từng đối tượng; nội dung hệ thống không kiểm tra được',
    repeats: 'Mỗi người, mỗi việc được đề nghị mấy lần',
    repeated: (label, atMost) => `mỗi ${inSentence(label)} không quá ${two(atMost)} lần trong một danh sách`,
    exclusions: 'Diện không xét',
    exclusionsLead: 'Phải xác nhận từng đối tượng không thuộc diện này; để trống là chưa xác nhận',
    forKinds: (kinds) => `Đối với ${kinds}`,
    given: (condition, body) => `nếu ${condition} thì ${inSentence(body)}`,
    asksIf: 'Chỉ xét khi',
    asksThen: 'Phải',
    message: 'Khi không đạt, hệ thống báo',
    must: mustVi(compiling.vi.wanted, 'phải'),
    should: mustVi(compiling.vi.advised, 'nên'),
    forSlate: 'Đối với cả danh sách',
  },
  dossier: {
    heading: (copies) => (copies === undefined ? 'Hồ sơ' : `Hồ sơ (${two(copies)} bộ)`),
    perSlate: 'chung cho cả danh sách',
    perNominee: 'riêng cho từng đối tượng',
    print: 'in từ hệ thống',
    upload: 'đơn vị tải tệp lên',
    either: 'in từ hệ thống hoặc tải tệp lên',
    paper: 'gửi bản giấy, đơn vị xác nhận đã gửi',
    byCommittee: 'do cơ quan ban hành lập, không yêu cầu đơn vị',
    ifAny: 'nếu có',
    copies: (count) => `${two(count)} bản`,
    bound: 'đóng bìa',
    soft: (format) => (format === 'docx' ? 'gửi kèm bản word' : `gửi kèm bản mềm (.${format})`),
    pages: (pages) => `không quá ${decimal(fraction(pages))} trang A4`,
    characters: (characters) => `khoảng ${characters} ký tự`,
    endorsed: (by, details) => bracketed(`có xác nhận của ${by}`, details),
    template: (template) => `Các mục phải viết nếu in từ hệ thống (${template})`,
    templateFor: (kind) => `Đối với ${kind}`,
    meeting: 'Phải ghi nếu in từ hệ thống',
    enclosures: 'Minh chứng kèm theo (tải tệp lên)',
  },
  report: {
    questions: 'Câu hỏi chung',
    answers: (options) => `chọn một: ${options.map(quote).join(', ')}`,
    outline: 'Đề cương',
    oneSection: 'Văn bản không có đề cương: báo cáo viết liền một mục.',
    tables: 'Biểu thống kê',
    table: (number, title) =>
      number ? `${isNamedTable(number) ? number : `Biểu ${number}`}. ${title}` : `Biểu ${quote(title)}`,
    tableName: operands.vi.table,
    note: 'Ghi chú dưới biểu',
    rows: 'Các dòng',
    rowsOf: (header) => `Các dòng (${header})`,
    required: 'bắt buộc ghi',
    optionalRows: 'Dòng không phát sinh có thể để trống cả dòng; đã ghi thì ghi đủ các ô số, không có thì ghi 0.',
    otherRowsOptional:
      'Dòng không ghi “bắt buộc ghi”, nếu không phát sinh, có thể để trống cả dòng; đã ghi thì ghi đủ các ô số, không có thì ghi 0.',
    totalRow: 'Dòng tổng, máy tự cộng',
    columns: 'Các cột',
    checks: 'Hệ thống kiểm tra (từng dòng, nếu không nêu dòng)',
    checksOfBlank:
      'chỉ xét khi các ô phải đọc đã ghi số; còn ô trống thì chưa xét (riêng khi cộng cả cột, ô trống tính là 0)',
    cell: {
      count: 'số',
      'yes-no': 'đánh dấu',
      percent: 'tỉ lệ %',
      text: 'chữ',
      date: 'ngày, tháng, năm',
      choice: 'chọn một',
    },
    notDown: 'không cộng các dòng',
    notAcross: 'không cộng giữa các đơn vị',
    shareOf: (part, whole) => `của ${quote(part)} trên ${quote(whole)}`,
    computed: {
      sum: (columns) => `máy tự cộng ${columns.map(quote).join(' + ')}`,
      minus: (column, other) => `máy tự tính ${quote(column)} − ${quote(other)}`,
      percent: (part, whole) => `máy tự tính tỉ lệ % của ${quote(part)} trên ${quote(whole)}`,
    },
    openRows: (least, most) =>
      `Đơn vị tự thêm dòng${least > 0 ? `, ít nhất ${least}` : ''}, nhiều nhất ${grouped(most)} dòng.`,
    measure: 'Đơn vị tính',
    printedNumbers: (rows, columns) =>
      [...(rows ? [`in cột số thứ tự ${quote(rows)}`] : []), ...(columns ? ['in dòng số thứ tự của các cột'] : [])]
        .join('; ')
        .replace(/^in/, 'In'),
    parts: {
      heading: 'dòng tiêu đề, không ghi số',
      sum: 'máy tự cộng các dòng thuộc mục này',
      all: 'đơn vị ghi, phải bằng tổng các dòng thuộc mục này',
      some: 'đơn vị ghi, không nhỏ hơn tổng các dòng “trong đó”',
      each: 'đơn vị ghi, không nhỏ hơn số của từng dòng “trong đó”',
    },
    byAnswer: (answer, label) => `trả lời ${quote(answer)} thì ghi là ${quote(label)}`,
    check: {
      atMost: (column, other) => `${column} không được lớn hơn ${other}`,
      atLeast: (column, other) => `${column} không được nhỏ hơn ${other}`,
      is: (column, other) => `${column} phải bằng ${other}`,
      positiveNeeds: (column, other) => `đã có ${column} thì ${quote(other)} phải lớn hơn 0`,
      when: (column, value, check) => `khi ${quote(column)} ${value} thì ${check}`,
      above: (column, other) => `${column} phải lớn hơn ${other}`,
      below: (column, other) => `${column} phải nhỏ hơn ${other}`,
      number: 'số ghi',
      where: (places, check) => `${places.join(', ')}: ${check}`,
      each: (columns) => (columns.length === 0 ? 'ở mỗi cột số' : `ở mỗi cột ${columns.map(quote).join(', ')}`),
      ifHolds: (condition, check) => `khi ${condition} thì ${check}`,
      inTotal: 'ở dòng tổng',
      rows: (rows) =>
        rows.length > 1 ? `ở mỗi dòng ${rows.map(quote).join(', ')}` : `ở dòng ${rows.map(quote).join()}`,
      value: {
        is: (value) => `bằng ${value}`,
        atLeast: (value) => `từ ${value} trở lên`,
        atMost: (value) => `không quá ${value}`,
        above: (value) => `lớn hơn ${value}`,
        below: (value) => `dưới ${value}`,
      },
      percent: (percent) => `${grouped(percent)}%`,
      plain: grouped,
    },
  },
  plan: {
    duty: 'Ai phải lập kế hoạch',
    must: 'Phải lập kế hoạch, khi thuộc ít nhất một trong các diện sau',
    encouraged: 'Không thuộc diện nào ở trên: khuyến khích lập kế hoạch.',
    everybody: 'Văn bản không phân biệt: ai được giao biểu mẫu này cũng lập như nhau.',
    person: 'Người lập kế hoạch',
    fields: 'Thông tin phải ghi',
    posts: 'Chức vụ, xếp từ cao xuống; mỗi người lập một kế hoạch, theo chức vụ cao nhất',
    commits: 'thuộc diện phải đăng ký việc nêu gương',
    commitments: 'Đăng ký việc nêu gương',
    groups: 'Mỗi việc thuộc một nhóm',
    count: {
      commits: 'Người có chức vụ cao nhất thuộc diện phải đăng ký',
      'not-commits': 'Người khác',
      all: 'Mọi người',
    },
    commitment: 'việc cụ thể',
    result: 'Kết quả thực hiện kế hoạch',
    resultLater: 'ghi vào bản gửi lại khi đánh giá việc thực hiện; lúc lập kế hoạch chưa phải ghi',
    adoption: { adopted: 'Thông qua kế hoạch', presented: 'Báo cáo kế hoạch để góp ý' },
    adopted: {
      adopted: (by) => `${by}; phải ghi nơi thông qua và ngày thông qua`,
      presented: (by) => `${by}; phải ghi nơi báo cáo và ngày báo cáo`,
    },
  },
  selections: {
    heading: 'Cơ quan ban hành xét chọn',
    pick: 'Chọn',
    from: (source) => `từ ${source}`,
    allocated: (sum) => `số đã giao cho các đơn vị và số dành riêng: ${sum}`,
    ofMembers: 'tỉ lệ tính trên tổng số đảng viên, hội viên của các đơn vị có danh sách được xét',
    reserved: 'Dành riêng',
    by: (who) => `do ${who} giới thiệu`,
    award: 'Hình thức khen thưởng',
    matter: 'Nội dung ghi trong văn bản',
    nominees: '(tập thể, cá nhân được chọn)',
    to: { 'to-trinh': 'Gửi tờ trình đến', 'cong-van': 'Gửi công văn đến' },
  },
  milestones: { heading: 'Các mốc thời gian khác', undated: 'văn bản không nêu thời gian' },
  amendments: {
    heading: 'Các văn bản sửa đổi đã đưa vào',
    by: (number, date) => `Văn bản số ${number}, ngày ${date}`,
  },
  judgement: {
    heading: 'Những điều hệ thống không tự kiểm tra được',
    lead: 'Những điều dưới đây dựa vào cam đoan của đơn vị hoặc phụ lục chưa có trong tay; cán bộ tiếp nhận cần tự xem xét.',
    attested: 'Tiêu chuẩn do đơn vị cam đoan',
    declared: 'Tiêu chuẩn chỉ dựa vào câu trả lời “có” hoặc “không” của người khai',
    exclusions: 'Diện không xét do đơn vị xác nhận',
    endorsed: 'Xác nhận của cấp có thẩm quyền do đơn vị khai',
    paper: 'Bản giấy do đơn vị khai đã gửi',
    clauses: 'Điều khoản để đơn vị cam đoan',
    clauseAttested: 'không kiểm tra được từ số liệu, để đơn vị cam đoan',
    assumed: 'Số đơn vị giả định',
  },
  coverage: {
    heading: 'Điều khoản nào được thực hiện ở đâu',
    whole: 'toàn bộ',
    withdrawn: (name) => `${name} (đã bãi bỏ theo văn bản sửa đổi)`,
    informative: 'Chỉ để biết, không ràng buộc gì đơn vị phải gửi.',
    attested: 'Để đơn vị cam đoan, hệ thống không kiểm tra.',
  },
  notes: 'Cách hiểu đã chọn và chỗ in nhầm đã sửa',
  signOff: {
    heading: 'Ý kiến của cán bộ duyệt',
    lines: [
      'Đã đối chiếu với văn bản gốc; những chỗ cần sửa: ……………………………………………………',
      'Ngày …… tháng …… năm ………     Người duyệt (ký, ghi rõ họ và tên, chức vụ): ……………………………',
    ],
  },
};

const andEn = listed(' and ');
const orEn = listed(' or ');

const mustEn = ({ yes, no }: WantedStrings, must: string): MustStrings => ({
  yes,
  no,
  is: (label, value) => `${quote(label)} ${must} be ${quote(value)}`,
  in: (label, values) => `${quote(label)} ${must} be ${orEn(values.map(quote))}`,
  has: (label, value) => `${quote(label)} ${must} include ${quote(value)}`,
  atLeast: (label, value) => `${quote(label)} ${must} be ${quote(value)} or higher`,
  highest: (label, value) => `${quote(label)} ${must} be ${quote(value)}`,
  number: (label, bounds) => `${quote(label)} ${must} be ${bounds}`,
});

const en: ExplainStrings = {
  title: (number, date) => `The rules of directive ${number} of ${date}, explained`,
  lead: (pack, version) => [
    `Made from the rule pack ${pack}, version ${version}, for the officer who compares it with the directive before it is used. The system asks for, reminds of and checks nothing but what follows.`,
    'In brackets at the end of a line stands the clause it comes from; where there is none, the clause of the heading applies.',
  ],
  clause: citing.en.clause,
  quoted: quote,
  and: andEn,
  or: orEn,
  condition: conditions.en,
  directive: {
    heading: 'The directive',
    number: 'Number and date',
    numbered: (number, date) => `${number} of ${date}`,
    title: 'Subject',
    committee: 'Issued by',
    superior: 'Superior body in the heading',
    place: 'Place',
    basis: 'Based on',
    layout: 'Layout of printed documents',
    layouts: {
      'hd36-2018': 'Party documents, by Hướng dẫn 36-HD/VPTW of 03/4/2018',
      'hd05-2026': 'Party documents, by Hướng dẫn 05-HD/VPTW of 27/5/2026',
      'nd30-2020': 'State documents, by Nghị định 30/2020/NĐ-CP',
      'doan-2013': 'documents of Đoàn (the Youth Union), by Hướng dẫn 29-HD/TWĐTN-VP of 29/10/2013',
    },
    remark: 'Remark of the pack’s author',
  },
  who: {
    heading: 'Who answers',
    duties: 'Which group sends which form',
    group: 'Group of units',
    groups: 'Groups of units',
    size: (size, assumed) => `${size} units${assumed ? ` (assumed: ${assumed})` : ''}`,
    units: (units) => `${units.length} units: ${units.join('; ')}`,
    layout: (layout) => `printed as ${layout}`,
    duty: { must: 'must', may: 'may', exempt: 'exempt', none: 'not asked' },
  },
  dates: {
    heading: 'All dates in order',
    header: ['Last moment', 'What', 'Who', 'Words of the directive', 'Clause'],
    everybody: 'Every unit that answers',
    allGroups: 'All groups of units',
    everybodyElse: 'All other units',
    otherReceivers: 'to all other receivers',
    committee: 'The committee',
    undated: 'not announced yet',
    openEnded: 'no last day',
    byEvent: 'counted from the event',
    provisional: 'provisional',
    fromDay: (day) => `from ${day}`,
    fromClock: (clock, day) => `from ${clock}, ${day}`,
    endOf: (day) => `the end of ${day}`,
    beforeClock: (clock, day) => `before ${clock}, ${day}`,
    throughClock: (clock, day) => `through ${clock}, ${day}`,
    spans: {
      until: (said, last) => `${said}: the last moment is ${last}`,
      range: (said, first, last) => `${said}: received ${first}, the last moment is ${last}`,
      within: (said, first, last) => `${said}: ${first} until ${last}`,
      on: (said, day) => `${said}: all of ${day}`,
      openEnded: (said, first) => `${said}: received ${first}; the directive gives no last day`,
      after: (said) =>
        `${said}: the first day is not counted, the last one is; nothing is late while the first is unknown`,
    },
    excluded: (day) => `${day} itself no longer counts`,
    excludedClock: (clock) => `${clock} itself is too late`,
    included: (day) => `all of ${day} still counts`,
    includedClock: (clock) => `${clock} itself still counts, the next minute is too late`,
    bothIncluded: 'first and last day count',
    weekend: (weekday) => `the last day is a ${weekday}; no date is moved`,
    early: { warn: 'Earlier: received, with a warning.', refuse: 'Earlier: refused.' },
    late: { accept: 'Late: received, with a warning.', refuse: 'Late: refused.' },
    lateUntil: (last) => `Late: received with a warning until ${last}, refused after that.`,
    takenUntil: (last) => `taken late until ${last}`,
    amended: (was, document) => `Amended by ${document}; before: ${was}.`,
  },
  periods: {
    day: (day, month) => `day ${day} of month ${month} of the period`,
    afterEnd: (days) => `${days} days after the end of the period`,
  },
  form: {
    heading: (label, type) => `${label} (${type})`,
    answers: 'Who sends it, and where',
    must: 'Must send it',
    may: 'May send it',
    exempt: 'Need not send it',
    committee: 'Made by the committee, not asked of units',
    ifSilent: 'Who sends nothing',
    receivedBy: 'Received by',
    receiver: bracketed,
    award: 'Award',
    achievements: 'Achievements counted',
    achievementsText: (label, span) => (label ? `${label} (${span})` : span),
    period: {
      both: (from, through) => `from ${from} through ${through}`,
      from: (day) => `from ${day}`,
      through: (day) => `through ${day}`,
    },
    shownOnly: 'shown and printed for the writer; not checked',
    printedTitle: 'Title of the printed document',
    preamble: 'Introductory words',
    windows: 'When',
    periods: 'Periods and dates',
    forWhom: (names) => `for ${names.join('; ')}`,
    copies: (count) => `${count} ${count === 1 ? 'copy' : 'copies'}`,
    optional: 'optional',
    severity: { error: 'required', warning: 'warning only', advice: 'advice only' },
    author: 'Remark of the pack’s author',
  },
  facts: 'What is asked once for the whole answer',
  given: 'What the receiving office knows (what reads it is not judged while it is unknown)',
  quota: {
    amount: (label, count) => `example: ${label} is ${count}`,
    heading: 'How many',
    none: 'The pack has no quota: nobody can be nominated.',
    noQuota: (groups) => `Without a quota, and so unable to nominate: ${groups.join('; ')}.`,
    everybody: 'Every unit',
    rest: (groups) => (groups.length > 0 ? groups.join('; ') : 'All other units'),
    allowed: '✓',
    refused: '–',
    caption: bracketed,
    legend: '✓ may be sent, – may not',
    members: (count, of) =>
      of === undefined ? `example: a unit of ${count} members` : `example: ${quote(of)} is ${count}`,
    when: (kinds, count) => `with ${count} ${kinds}`,
    corner: (rows, columns) => `${rows} ↓ · ${columns} →`,
    count: (kinds) => `Number of ${kinds}`,
    answer: 'May be sent',
    range: (from, through) => `${from}–${through}`,
    orMore: (from) => `${from} or more`,
    noTable: 'The quota has too many alternatives for a table.',
    alsoCriteria:
      'The criteria of the list as a whole, below under Criteria, bound the numbers too; what stands above leaves them out.',
  },
  nominee: {
    heading: 'What is asked about each nominee',
    fieldWhen: bracketed,
    options: (options, several) => `${several ? 'one or more of' : 'one of'}: ${apart(options)}`,
    limit: {
      pages: (pages) => `at most ${fraction(pages)} page A4`,
      characters: (characters) => `about ${characters} characters`,
    },
  },
  criteria: {
    heading: 'Criteria',
    checked: 'Checked against what was declared; not judged while a due value is blank',
    logic: 'Checked by an expression of their own; the pack’s author explains how',
    attested: 'Attested for each nominee; cannot be checked',
    repeats: 'How often one person or thing may be nominated',
    repeated: (label, atMost) => `${label}: at most ${atMost} in one list`,
    exclusions: 'Exclusions',
    exclusionsLead: 'Each of them is denied for each nominee; silence is not a no',
    forKinds: (kinds) => `For ${kinds}`,
    given: (condition, body) => `if ${condition}, ${body}`,
    asksIf: 'Judged only when',
    asksThen: 'Required',
    message: 'Where it is not met, the unit reads',
    must: mustEn(compiling.en.wanted, 'must'),
    should: mustEn(compiling.en.advised, 'should'),
    forSlate: 'For the list as a whole',
  },
  dossier: {
    heading: (copies) => (copies === undefined ? 'Dossier' : `Dossier (${copies} ${copies === 1 ? 'set' : 'sets'})`),
    perSlate: 'one for the whole list',
    perNominee: 'one for each nominee',
    print: 'printed by the system',
    upload: 'uploaded by the unit',
    either: 'printed by the system or uploaded',
    paper: 'on paper, the unit declares it sent',
    byCommittee: 'made by the committee, not asked of units',
    ifAny: 'if any',
    copies: (count) => `${count} ${count === 1 ? 'copy' : 'copies'}`,
    bound: 'bound',
    soft: (format) => `with a soft copy (.${format})`,
    pages: (pages) => `at most ${fraction(pages)} page A4`,
    characters: (characters) => `about ${characters} characters`,
    endorsed: (by, details) => bracketed(`endorsed by ${by}`, details),
    template: (template) => `Sections to write when the system prints it (${template})`,
    templateFor: (kind) => `For ${kind}`,
    meeting: 'To be written when the system prints it',
    enclosures: 'Enclosures (uploaded)',
  },
  report: {
    questions: 'Questions',
    answers: (options) => `one of: ${options.map(quote).join(', ')}`,
    outline: 'Outline',
    oneSection: 'The directive gives no outline: the report is one section.',
    tables: 'Tables',
    table: (number, title) => (number ? `Table ${number}. ${title}` : `Table ${quote(title)}`),
    tableName: operands.en.table,
    note: 'Note below the table',
    rows: 'Rows',
    rowsOf: (header) => `Rows (${header})`,
    required: 'required',
    optionalRows: 'A row may be blank as a whole; once begun, its number cells are complete, 0 for none.',
    otherRowsOptional:
      'A row that is not required may be blank as a whole; once begun, its number cells are complete, 0 for none.',
    totalRow: 'Total row, computed',
    columns: 'Columns',
    checks: 'Checked (row by row, unless a row is named)',
    checksOfBlank:
      'judged once the cells that are read hold numbers, not while one is blank (in the total of a column a blank counts as 0)',
    cell: {
      count: 'number',
      'yes-no': 'tick',
      percent: 'percentage',
      text: 'text',
      date: 'date',
      choice: 'one of several',
    },
    notDown: 'not added over rows',
    notAcross: 'not added over units',
    shareOf: (part, whole) => `of ${quote(part)} in ${quote(whole)}`,
    computed: {
      sum: (columns) => `computed: ${columns.map(quote).join(' + ')}`,
      minus: (column, other) => `computed: ${quote(column)} − ${quote(other)}`,
      percent: (part, whole) => `computed: ${quote(part)} in percent of ${quote(whole)}`,
    },
    openRows: (least, most) =>
      `Units add the rows themselves${least > 0 ? `, at least ${least}` : ''}, at most ${most}.`,
    measure: 'Unit of measure',
    printedNumbers: (rows, columns) =>
      [...(rows ? [`Rows are numbered under ${quote(rows)}`] : []), ...(columns ? ['Columns are numbered'] : [])].join(
        '; ',
      ),
    parts: {
      heading: 'heading, no numbers',
      sum: 'computed from the rows below it',
      all: 'filled in; equals the sum of the rows below it',
      some: 'filled in; not less than the sum of the rows below it',
      each: 'filled in; not less than any of the rows below it',
    },
    byAnswer: (answer, label) => `answered ${quote(answer)}, it reads ${quote(label)}`,
    check: {
      atMost: (column, other) => `${column} may not exceed ${other}`,
      atLeast: (column, other) => `${column} may not be less than ${other}`,
      is: (column, other) => `${column} must equal ${other}`,
      positiveNeeds: (column, other) => `with ${column}, ${quote(other)} must be more than 0`,
      when: (column, value, check) => `when ${quote(column)} ${value}, ${check}`,
      above: (column, other) => `${column} must be more than ${other}`,
      below: (column, other) => `${column} must be less than ${other}`,
      number: 'the number',
      where: (places, check) => `${places.join(', ')}: ${check}`,
      each: (columns) =>
        columns.length === 0 ? 'in each column of counts' : `in each of the columns ${columns.map(quote).join(', ')}`,
      ifHolds: (condition, check) => `when ${condition}, ${check}`,
      inTotal: 'in the total row',
      rows: (rows) =>
        rows.length > 1 ? `in each of the rows ${rows.map(quote).join(', ')}` : `in row ${rows.map(quote).join()}`,
      value: {
        is: (value) => `is ${value}`,
        atLeast: (value) => `is ${value} or more`,
        atMost: (value) => `is ${value} at most`,
        above: (value) => `is more than ${value}`,
        below: (value) => `is less than ${value}`,
      },
      percent: (percent) => `${percent}%`,
      plain: String,
    },
  },
  plan: {
    duty: 'Who must make a plan',
    must: 'Must, where at least one of these holds',
    encouraged: 'Everybody else is encouraged to.',
    everybody: 'The directive makes no difference between people.',
    person: 'Whoever makes the plan',
    fields: 'What is asked',
    posts: 'Posts, highest first; one plan each, by the highest post',
    commits: 'must register commitments',
    commitments: 'Commitments',
    groups: 'Each commitment is of one group',
    count: {
      commits: 'Whose highest post must register',
      'not-commits': 'Everybody else',
      all: 'Everybody',
    },
    commitment: 'commitments',
    result: 'What came of the plan',
    resultLater: 'written into a later revision, when the plan is assessed; never due',
    adoption: { adopted: 'Adoption', presented: 'Presentation' },
    adopted: {
      adopted: (by) => `${by}; body and date are asked for`,
      presented: (by) => `${by}; place and date are asked for`,
    },
  },
  selections: {
    heading: 'What the committee selects',
    pick: 'Selects',
    from: (source) => `from ${source}`,
    allocated: (sum) => `allocated to units, with the reserved places: ${sum}`,
    ofMembers: 'the share is of the members of all units whose nominations are under review, taken together',
    reserved: 'Reserved',
    by: (who) => `proposed by ${who}`,
    award: 'Award',
    matter: 'Matter in papers',
    nominees: '(those selected)',
    to: { 'to-trinh': 'Submission (tờ trình) to', 'cong-van': 'Letter (công văn) to' },
  },
  milestones: { heading: 'Other dates', undated: 'the directive gives no date' },
  amendments: {
    heading: 'Amendments applied',
    by: (number, date) => `${number} of ${date}`,
  },
  judgement: {
    heading: 'What the system cannot check',
    lead: 'These rest on what units declare, or on an annex that is missing; the receiving office has to check them itself.',
    attested: 'Criteria attested by units',
    declared: 'Criteria that rest on a yes or no of whoever answers',
    exclusions: 'Exclusions denied by units',
    endorsed: 'Endorsements declared by units',
    paper: 'Papers declared as sent',
    clauses: 'Clauses left to attestation',
    clauseAttested: 'cannot be checked from data, attested by units',
    assumed: 'Assumed numbers of units',
  },
  coverage: {
    heading: 'Which clause is carried by what',
    whole: 'as a whole',
    withdrawn: (name) => `${name} (withdrawn by an amendment)`,
    informative: 'For information; binds nobody who answers.',
    attested: 'Attested by units, not checked.',
  },
  notes: 'Readings chosen and misprints mended',
  signOff: {
    heading: 'Signed off',
    lines: ['Compared with the directive; to be mended: ……………………', 'Date, name, position, signature: ……………………'],
  },
};

export const explaining: Record<Lang, ExplainStrings> = { vi, en };
