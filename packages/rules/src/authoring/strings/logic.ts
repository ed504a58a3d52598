import type { Lang } from '../../text.js';

/** Problems that lint finds in a pack's JsonLogic. */
export type LogicCode =
  | 'operation'
  | 'operator'
  | 'operands'
  | 'list-literal'
  | 'number'
  | 'var'
  | 'path-step'
  | 'path-unknown'
  | 'path-into'
  | 'path-outside'
  | 'path-shadowed'
  | 'needs-type'
  | 'pointer'
  | 'assert-constant'
  | 'not-number'
  | 'missing'
  | 'missing-list'
  | 'too-big'
  | 'same-number'
  | 'same-list'
  | 'same-types'
  | 'option'
  | 'never-equal'
  | 'not-test'
  | 'branches'
  | 'not-list'
  | 'item-constant'
  | 'map-null'
  | 'reduce-start'
  | 'reduce-step';

/** The word for a value. */
export type ValueWord =
  'text' | 'date' | 'rating' | 'choice' | 'number' | 'boolean' | 'null' | 'list' | 'object' | 'unknown';

/** The subject of a message; each message takes what it needs. */
export interface LogicDetail {
  readonly operator?: string;
  /** the enclosing list operator */
  readonly within?: string;
  /** `var` path, or JSON Pointer */
  readonly path?: string;
  /** the part of the path before the step in question */
  readonly before?: string;
  /** a name, or a value as JSON */
  readonly text?: string;
  readonly found?: ValueWord;
  readonly other?: ValueWord;
  /** a type as in `needs`, or a number of operands: `2`, `2+`, `1-2`, `if` */
  readonly wanted?: string;
  readonly count?: number;
  readonly nearest?: string;
  readonly allowed?: string;
}

interface LogicStrings {
  /** location: steps into the element, and how many more places have the same problem */
  at: (place: string, more: number) => string;
  problems: Record<LogicCode, (about: LogicDetail) => readonly [message: string, remedy: string]>;
}

/** The nominee's member that a path reads, for naming it in a criterion. */
const fieldOf = (path = ''): string => /^item\.(\w+)$/.exec(path)?.[1] ?? '…';

const isComparison = (operator = ''): boolean => /^[<>]=?$/.test(operator);

const viWords: Record<ValueWord, string> = {
  text: 'chuỗi ký tự',
  date: 'ngày',
  rating: 'mức xếp loại',
  choice: 'lựa chọn',
  number: 'số',
  boolean: 'giá trị có hoặc không',
  null: 'giá trị trống',
  list: 'danh sách',
  object: 'nhóm nhiều giá trị',
  unknown: 'giá trị chưa rõ kiểu',
};
const viIs = ({ found = 'unknown' }: LogicDetail): string => viWords[found];
const viWho = ({ path, text }: LogicDetail): string => (path ? `“${path}”` : (text ?? 'kết quả ở đó'));
const viCount: Readonly<Record<string, string>> = {
  '1-2': '1 hoặc 2 toán hạng',
  if: 'một số lẻ toán hạng, từ 3 trở lên (điều kiện, giá trị, …, giá trị còn lại)',
};
const viOperands = (wanted = ''): string =>
  viCount[wanted] ??
  (wanted.endsWith('+') ? `từ ${wanted.slice(0, -1)} toán hạng trở lên` : `đúng ${wanted} toán hạng`);

function viInstead(about: LogicDetail): string {
  const field = fieldOf(about.path);
  const declared: Partial<Record<ValueWord, string>> = {
    date: 'Gói quy tắc chưa so được ngày nào trước, ngày nào sau: thời hạn gửi thì ghi ở "windows", thời gian tính thành tích ở "achievements", điều kiện khác về ngày thì ghi tiêu chuẩn có "attest": true để đơn vị xác nhận.',
    rating: `Dùng tiêu chuẩn "field": "${field}" với "atLeast" (từ mức đó trở lên), "is" hoặc "in".`,
    choice: `Dùng tiêu chuẩn "field": "${field}" với "is" hoặc "in".`,
    text: 'Chuỗi ký tự chỉ so bằng "===", "!==" hoặc tiêu chuẩn "field" với "is", "in"; số cần so thì hỏi bằng trường kiểu "count".',
    boolean: `Ghi {"===": [{"var": "${about.path ?? '…'}"}, true]}, hoặc dùng tiêu chuẩn "field" với "is": true.`,
    list: 'Đếm danh sách bằng "reduce"; với trường kiểu "choices" thì dùng tiêu chuẩn "field" với "has".',
  };
  return declared[about.found ?? 'unknown'] ?? 'Sửa toán hạng thành một số, hoặc đường dẫn đến một số.';
}

const vi: LogicStrings = {
  at: (place, more) => (more > 0 ? `Tại ${place} và ${more} chỗ khác: ` : `Tại ${place}: `),
  problems: {
    operation: ({ text }) => [
      text ? `một đối tượng có nhiều phép toán (${text}).` : 'một đối tượng không có phép toán nào.',
      'Mỗi đối tượng ghi đúng một phép toán; nối nhiều điều kiện bằng "and" hoặc "or".',
    ],
    operator: ({ operator, nearest }) => [
      `không có phép “${operator}” trong bộ phép toán chung.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Chỉ dùng các phép toán nêu ở mục “Portable profile: logic” trong docs/rulebook.md.`,
    ],
    operands: ({ operator, wanted, count }) => [
      `phép “${operator}” cần ${viOperands(wanted)}, ở đây có ${count}.`,
      isComparison(operator)
        ? 'So hai số một lần; nhiều số thì so từng đôi và nối bằng "and".'
        : 'Thêm hoặc bớt toán hạng cho đủ.',
    ],
    'list-literal': () => [
      'một danh sách được ghi sẵn ở chỗ cần một giá trị.',
      'Viết từng giá trị thành một phép so sánh, nối bằng "or" hoặc "and".',
    ],
    number: ({ text }) => [
      `“${text}” không phải số nguyên trong khoảng ±(2^53 − 1).`,
      'Chỉ dùng số nguyên; số thập phân thì nhân cả hai vế, ví dụ 7,5 ghi thành 75, giá trị đem so cũng nhân 10.',
    ],
    var: ({ text }) => [
      `"var" phải có đường dẫn là một chuỗi ký tự, ở đây là ${text}.`,
      'Ghi đường dẫn, ví dụ {"var": "item.name"}.',
    ],
    'path-step': ({ path }) => [
      `đường dẫn “${path}” có bước trống hoặc là số thứ tự.`,
      'Ghi tên các thành phần nối nhau bằng một dấu chấm, ví dụ “item.name”; xét các mục của danh sách bằng "some", "none", "filter" hoặc "reduce".',
    ],
    'path-unknown': ({ text, nearest, allowed }) => [
      `không nơi nào hỏi giá trị “${text}”.`,
      nearest
        ? `Có phải là “${nearest}”? Ở đây có: ${allowed}.`
        : `Sửa đường dẫn, hoặc thêm trường để hỏi; ở đây có: ${allowed}.`,
    ],
    'path-into': (about) => [
      `“${about.before}” là ${viIs(about)}, không có thành phần “${about.text}”.`,
      about.found === 'list'
        ? 'Xét các mục của danh sách bằng "some", "none", "filter"; đếm bằng "reduce".'
        : `Bỏ phần sau “${about.before}”.`,
    ],
    'path-outside': ({ path, operator }) => [
      `bên trong phép “${operator}” không đọc được “${path}”: ở đó chỉ có các thành phần của từng mục.`,
      `Bỏ phần ngoài danh sách, hoặc đưa phép so sánh ra ngoài phép “${operator}” và nối bằng "and".`,
    ],
    'path-shadowed': ({ path, operator }) => [
      `bên trong phép “${operator}”, mục ở danh sách ngoài cũng có “${path}”: mỗi hệ thống đọc một nơi.`,
      'Không lồng hai danh sách có thành phần trùng tên; xét từng danh sách riêng.',
    ],
    'needs-type': (about) => [
      `“${about.path}” là ${viIs(about)}, còn "needs" ghi “${about.wanted}”.`,
      'Ghi “integer” cho số, “string” cho chuỗi ký tự, ngày và lựa chọn, “boolean” cho có hoặc không, “list” cho danh sách, “object” cho nhóm giá trị.',
    ],
    pointer: ({ path, nearest, allowed }) => [
      `"path" chỉ đến “${path}”, đối tượng được đề nghị không có chỗ đó.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Để trống thì báo lỗi ở cả đối tượng; các chỗ có: ${allowed}.`,
    ],
    'assert-constant': ({ text }) => [
      `"assert" là ${text}, nên kết quả luôn như nhau.`,
      'Ghi một phép so sánh, hoặc bỏ tiêu chuẩn này.',
    ],
    'not-number': (about) => [
      `phép “${about.operator}” chỉ dùng cho số, còn ${viWho(about)} là ${viIs(about)}.`,
      viInstead(about),
    ],
    missing: ({ operator = '', path, within }) => [
      path
        ? `phép “${operator}” đọc “${path}”, giá trị này có thể còn trống.`
        : `phép “${operator}” có toán hạng có thể còn trống.`,
      isComparison(operator)
        ? `${within ? 'Đặt' : `Thêm ${path ? `"${path}": "integer"` : 'giá trị đó'} vào "needs", hoặc đặt`} {"!==": [{"var": "${path || '…'}"}, null]} trước trong cùng một "and".`
        : within
          ? 'Giá trị của từng mục trong danh sách không cộng được, chỉ đếm được: ghi {"if": [điều kiện, 1, 0]}.'
          : `Thêm ${path ? `"${path}": "integer"` : 'giá trị đó'} vào "needs".`,
    ],
    'missing-list': ({ operator, path, within }) => [
      path
        ? `phép “${operator}” đọc danh sách “${path}”, danh sách này có thể còn trống.`
        : `phép “${operator}” đọc một danh sách có thể còn trống.`,
      `${within ? 'Đặt' : `Thêm "${path || '…'}": "list" vào "needs", hoặc đặt`} {"!==": [{"var": "${path || '…'}"}, null]} trước trong cùng một "and"; chỉ xét có hay không thì dùng "some", "none".`,
    ],
    'too-big': ({ operator }) => [
      `kết quả phép “${operator}” có thể vượt quá 2^53 − 1.`,
      'Dùng hệ số nhỏ hơn, hoặc bớt một lần nhân.',
    ],
    'same-number': ({ operator }) => [
      `phép “${operator}” không dùng để so hai số.`,
      operator === '!=='
        ? 'Ghi {"or": [{"<": [a, b]}, {">": [a, b]}]}.'
        : 'Ghi {"and": [{"<=": [a, b]}, {">=": [a, b]}]}, hoặc dùng tiêu chuẩn "field" với "is".',
    ],
    'same-list': (about) => [
      `phép “${about.operator}” không so được ${viIs(about)}, ở đây là ${viWho(about)}.`,
      'Chỉ so với null để biết có hay không; với trường kiểu "choices" thì dùng tiêu chuẩn "field" với "has".',
    ],
    'same-types': ({ operator, found = 'unknown', other = 'unknown' }) => [
      `phép “${operator}” so ${viWords[found]} với ${viWords[other]}, hai bên không bao giờ bằng nhau.`,
      'So hai giá trị cùng kiểu.',
    ],
    option: ({ path, text, nearest, allowed }) => [
      `“${path}” không có lựa chọn “${text}”.`,
      `${nearest ? `Có phải là “${nearest}”? ` : ''}Các lựa chọn: ${allowed}.`,
    ],
    'never-equal': (about) => [
      `“${about.path}” là ${viIs(about)}, không bao giờ bằng “${about.text}”.`,
      about.found === 'date' ? 'Ghi một ngày có trong lịch, dạng 2023-03-31.' : 'Sửa lại chuỗi ký tự cần so.',
    ],
    'not-test': (about) => [
      `“${about.operator}” cần điều kiện luôn đúng hoặc sai, còn ${viWho(about)} là ${viIs(about)}.`,
      about.found === 'boolean'
        ? `Ghi {"===": [{"var": "${about.path ?? '…'}"}, true]}.`
        : 'Ghi một phép so sánh; để biết đã có giá trị hay chưa thì ghi {"!==": [{"var": "…"}, null]}.',
    ],
    branches: ({ found = 'unknown', other = 'unknown' }) => [
      `phép “if” khi cho ${viWords[found]}, khi cho ${viWords[other]}.`,
      'Để mọi nhánh cho giá trị cùng kiểu.',
    ],
    'not-list': (about) => [
      `phép “${about.operator}” cần một danh sách, còn ${viWho(about)} là ${viIs(about)}.`,
      'Ghi đường dẫn đến một danh sách, ví dụ {"var": "submission.nominees"}.',
    ],
    'item-constant': ({ operator }) => [
      `phép “${operator}” không xét gì ở từng mục của danh sách.`,
      'Ghi một phép toán đọc từng mục, ví dụ {"!==": [{"var": "name"}, null]}.',
    ],
    'map-null': (about) => [
      `phép “map” có thể cho giá trị trống ở một số mục (${viWho(about)}).`,
      'Lọc hoặc xét thẳng các mục bằng "filter", "some", "none".',
    ],
    'reduce-start': ({ text }) => [
      'phép “reduce” bắt đầu từ ' + text + ', phải bắt đầu từ 0.',
      'Ghi 0 ở toán hạng thứ ba.',
    ],
    'reduce-step': () => [
      'phép “reduce” chỉ dùng để đếm hoặc cộng dồn.',
      'Toán hạng thứ hai ghi {"+": [{"var": "accumulator"}, …]}, hoặc "if" chọn giữa {"var": "accumulator"} và phép cộng đó.',
    ],
  },
};

const enWords: Record<ValueWord, string> = {
  text: 'a text',
  date: 'a date',
  rating: 'a rating',
  choice: 'a choice',
  number: 'a number',
  boolean: 'a yes or no',
  null: 'nothing',
  list: 'a list',
  object: 'an object',
  unknown: 'of no known type',
};
const enIs = ({ found = 'unknown' }: LogicDetail): string => enWords[found];
const enWho = ({ path, text }: LogicDetail): string => (path ? `“${path}”` : (text ?? 'what stands there'));
const enCount: Readonly<Record<string, string>> = {
  '1-2': '1 or 2 operands',
  if: 'an odd number of operands, 3 or more (condition, value, …, else)',
};
const enOperands = (wanted = ''): string =>
  enCount[wanted] ??
  (wanted.endsWith('+')
    ? `${wanted.slice(0, -1)} operand${wanted === '1+' ? '' : 's'} or more`
    : `exactly ${wanted} operand${wanted === '1' ? '' : 's'}`);

function enInstead(about: LogicDetail): string {
  const field = fieldOf(about.path);
  const declared: Partial<Record<ValueWord, string>> = {
    date: 'A pack cannot say yet which of two dates is the earlier: a deadline stands in "windows", the time of achievements in "achievements", any other condition on dates in a criterion with "attest": true.',
    rating: `Use a criterion "field": "${field}" with "atLeast" (that step or a higher one), "is" or "in".`,
    choice: `Use a criterion "field": "${field}" with "is" or "in".`,
    text: 'Compare texts with "===", "!==" or a criterion "field" with "is", "in"; ask for a number by a field of type "count".',
    boolean: `Write {"===": [{"var": "${about.path ?? '…'}"}, true]}, or use a criterion "field" with "is": true.`,
    list: 'Count a list with "reduce"; for a field of type "choices" use a criterion "field" with "has".',
  };
  return declared[about.found ?? 'unknown'] ?? 'Put a number there, or a path that leads to one.';
}

const en: LogicStrings = {
  at: (place, more) => (more > 0 ? `At ${place} and ${more} more place${more === 1 ? '' : 's'}: ` : `At ${place}: `),
  problems: {
    operation: ({ text }) => [
      text ? `an object of several operations (${text}).` : 'an object without an operation.',
      'Write one operation per object; join conditions with "and" or "or".',
    ],
    operator: ({ operator, nearest }) => [
      `there is no operator “${operator}” in the portable profile.`,
      `${nearest ? `Is it “${nearest}”? ` : ''}Use only those that docs/rulebook.md lists, “Portable profile: logic”.`,
    ],
    operands: ({ operator, wanted, count }) => [
      `“${operator}” takes ${enOperands(wanted)}; here it has ${count}.`,
      isComparison(operator)
        ? 'Compare two numbers at a time; join the comparisons of more with "and".'
        : 'Add or remove operands.',
    ],
    'list-literal': () => [
      'a list is written out where a value is wanted.',
      'Make a comparison of each value, joined with "or" or "and".',
    ],
    number: ({ text }) => [
      `“${text}” is not a whole number within ±(2^53 − 1).`,
      'Use whole numbers only; of a fraction multiply both sides, such as 75 for 7.5 and ten times what is compared.',
    ],
    var: ({ text }) => [
      `the path of "var" has to be a plain text; here it is ${text}.`,
      'Write a path, such as {"var": "item.name"}.',
    ],
    'path-step': ({ path }) => [
      `the path “${path}” has an empty step, or the position of an item.`,
      'Join names of members by single dots, such as “item.name”; look at the items of a list with "some", "none", "filter" or "reduce".',
    ],
    'path-unknown': ({ text, nearest, allowed }) => [
      `nobody is asked for “${text}”.`,
      nearest
        ? `Is it “${nearest}”? There are: ${allowed}.`
        : `Mend the path, or add a field that asks for it; there are: ${allowed}.`,
    ],
    'path-into': (about) => [
      `“${about.before}” is ${enIs(about)} and has no member “${about.text}”.`,
      about.found === 'list'
        ? 'Look at its items with "some", "none", "filter"; count them with "reduce".'
        : `Leave out what follows “${about.before}”.`,
    ],
    'path-outside': ({ path, operator }) => [
      `“${path}” cannot be read inside “${operator}”, where there are only the members of each item.`,
      `Read a member of the item, or compare outside of “${operator}” and join both with "and".`,
    ],
    'path-shadowed': ({ path, operator }) => [
      `inside “${operator}” the item around has a “${path}” too, and engines part ways over which is read.`,
      'Do not nest lists whose items share a name; look at each list by itself.',
    ],
    'needs-type': (about) => [
      `“${about.path}” is ${enIs(about)}, and "needs" says “${about.wanted}”.`,
      'Write “integer” for a number, “string” for a text, date or choice, “boolean” for yes or no, “list” for a list, “object” for an object.',
    ],
    pointer: ({ path, nearest, allowed }) => [
      `"path" leads to “${path}”, and a nominee has no such place.`,
      `${nearest ? `Is it “${nearest}”? ` : ''}Leave it out to tell it of the nominee; there are: ${allowed}.`,
    ],
    'assert-constant': ({ text }) => [
      `"assert" is ${text}, and so always comes out the same.`,
      'Write a comparison, or remove the criterion.',
    ],
    'not-number': (about) => [`“${about.operator}” is for numbers only, and ${enWho(about)} is ${enIs(about)}.`, enInstead(about)], // prettier-ignore
    missing: ({ operator = '', path, within }) => [
      path ? `“${operator}” reads “${path}”, which may be missing.` : `an operand of “${operator}” may be missing.`,
      isComparison(operator)
        ? `${within ? 'Put' : `Add ${path ? `"${path}": "integer"` : 'it'} to "needs", or put`} {"!==": [{"var": "${path || '…'}"}, null]} before it in the same "and".`
        : within
          ? 'Values of the items of a list cannot be added up, only counted: write {"if": [condition, 1, 0]}.'
          : `Add ${path ? `"${path}": "integer"` : 'it'} to "needs".`,
    ],
    'missing-list': ({ operator, path, within }) => [
      path
        ? `“${operator}” reads the list “${path}”, which may be missing.`
        : `“${operator}” reads a list that may be missing.`,
      `${within ? 'Put' : `Add "${path || '…'}": "list" to "needs", or put`} {"!==": [{"var": "${path || '…'}"}, null]} before it in the same "and"; to see whether there is such an item, use "some" or "none".`,
    ],
    'too-big': ({ operator }) => [
      `the result of “${operator}” may be larger than 2^53 − 1.`,
      'Use smaller factors, or multiply once less.',
    ],
    'same-number': ({ operator }) => [
      `“${operator}” does not compare two numbers.`,
      operator === '!=='
        ? 'Write {"or": [{"<": [a, b]}, {">": [a, b]}]}.'
        : 'Write {"and": [{"<=": [a, b]}, {">=": [a, b]}]}, or use a criterion "field" with "is".',
    ],
    'same-list': (about) => [
      `“${about.operator}” does not compare ${enIs(about)}; here it is ${enWho(about)}.`,
      'Compare it with null only, to see whether it is there; for a field of type "choices" use a criterion "field" with "has".',
    ],
    'same-types': ({ operator, found = 'unknown', other = 'unknown' }) => [
      `“${operator}” compares ${enWords[found]} with ${enWords[other]}, which are never equal.`,
      'Compare two values of one type.',
    ],
    option: ({ path, text, nearest, allowed }) => [
      `“${path}” has no choice “${text}”.`,
      `${nearest ? `Is it “${nearest}”? ` : ''}The choices are: ${allowed}.`,
    ],
    'never-equal': (about) => [
      `“${about.path}” is ${enIs(about)} and never equals “${about.text}”.`,
      about.found === 'date'
        ? 'Write a day of the calendar, such as 2023-03-31.'
        : 'Mend the text it is compared with.',
    ],
    'not-test': (about) => [
      `“${about.operator}” wants what is true or false by itself, and ${enWho(about)} is ${enIs(about)}.`,
      about.found === 'boolean'
        ? `Write {"===": [{"var": "${about.path ?? '…'}"}, true]}.`
        : 'Write a comparison; to see whether a value is there, {"!==": [{"var": "…"}, null]}.',
    ],
    branches: ({ found = 'unknown', other = 'unknown' }) => [
      `“if” gives ${enWords[found]} in one case and ${enWords[other]} in another.`,
      'Give values of one type in every case.',
    ],
    'not-list': (about) => [
      `“${about.operator}” wants a list, and ${enWho(about)} is ${enIs(about)}.`,
      'Write a path that leads to a list, such as {"var": "submission.nominees"}.',
    ],
    'item-constant': ({ operator }) => [
      `“${operator}” asks nothing of the items of the list.`,
      'Write an operation that reads the item, such as {"!==": [{"var": "name"}, null]}.',
    ],
    'map-null': (about) => [
      `“map” may give nothing for some items (${enWho(about)}).`,
      'Look at the items themselves with "filter", "some", "none".',
    ],
    'reduce-start': ({ text }) => [
      `“reduce” starts at ${text}; it has to start at 0.`,
      'Write 0 as its third operand.',
    ],
    'reduce-step': () => [
      '“reduce” only counts or adds up.',
      'Its second operand is {"+": [{"var": "accumulator"}, …]}, or an "if" between {"var": "accumulator"} and such a sum.',
    ],
  },
};

export const logicStrings: Record<Lang, LogicStrings> = { vi, en };
