import {
  answerInWords,
  parseDay,
  textIn,
  type ColumnView,
  type EntryType,
  type FieldView,
  type Limits,
} from '@kl01/rules';
import {
  readChoice,
  readDay,
  readNumber,
  readYesNo,
  seenText,
  type NumberDoubt,
  type Reading,
} from '@kl01/rules/reading';
import { offlineWords } from '../strings/offline-words.js';
import type { CellFormat, CellLimit, CellValue } from '../model/workbook.js';
import type { ReadValue } from '../xlsx/read-sheet.js';
import { asText as saidInCell } from './said-in-cell.js';

/** Writes one kind of value to a cell and reads it back; both are defined together so that they agree. */
export interface Codec {
  /** the expected content of its cells */
  readonly holds: CellProblem;
  readonly format: CellFormat;
  readonly takes?: CellLimit['takes'];
  /** column width in characters */
  readonly letters: number;
  readonly toCell: (value: unknown) => CellValue;
  /** the value, null for a blank cell, or why the cell cannot be read */
  readonly fromCell: (cell: ReadValue) => Reading<unknown, CellDoubt>;
}

/** The expected content that a cell does not have. */
export type CellProblem =
  'count' | 'decimal' | 'percent' | 'year' | 'list' | 'tick' | 'yes-no' | 'choice' | 'day' | 'text';

/** `unlike`: the wrong kind of value; otherwise what is ambiguous about a number typed as text. */
export type CellDoubt = 'unlike' | NumberDoubt;

const unlike = { doubt: 'unlike', readings: [] } as const;
/** A reading whose doubt the message of its kind of cell explains. */
const alike = (reading: Reading<unknown>): Reading<unknown, CellDoubt> =>
  'value' in reading ? reading : { doubt: 'unlike', readings: reading.readings };

/** The cells of each type of entry; what they cannot hold (`ELSEWHERE` of the offline form) reads as text. */
const codecs: Readonly<Record<EntryType, (limits: Limits) => Codec>> = {
  text: ({ maxLength = 0 }) => (maxLength > 1000 ? longText : text),
  'long-text': () => longText,
  phone: () => phone,
  'yes-no': () => yesNo,
  choice: ({ options = [] }) => choice(options),
  choices: ({ options = [] }) => choices(options),
  rating: ({ options = [] }) => choice(options),
  count: () => count,
  decimal: ({ decimals }) => decimal(decimals ?? 1),
  percent: () => percent,
  year: () => year,
  date: () => day,
  list: ({ fields = [] }) => list(fields),
  email: () => text,
  declaration: () => yesNo,
  lines: () => text,
  files: () => text,
  votes: () => text,
};

export const entryCodec = (entry: Limits & { readonly type: EntryType }): Codec => codecs[entry.type](entry);

export function columnCodec({ type, options = [] }: ColumnView): Codec {
  switch (type) {
    case 'count':
      return count;
    case 'percent':
      return percent;
    case 'yes-no':
      return tick;
    case 'date':
      return day;
    case 'choice':
      return choice(options);
    default:
      return text;
  }
}

type Options = readonly { readonly value: string; readonly label: Parameters<typeof textIn>[0] }[];

const blank = (cell: ReadValue) => cell === null || (typeof cell === 'string' && cell.trim() === '');
const missing = (value: unknown): value is null | undefined => value === null || value === undefined;
/** Values that do not fit the column are written as text and read back as such, so that the rulebook reports them. */
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

export const text: Codec = {
  holds: 'text',
  format: 'text',
  letters: 24,
  toCell: (value) => (missing(value) ? null : asText(value)),
  fromCell(cell) {
    if (blank(cell)) return { value: null };
    if (typeof cell === 'string') return { value: seenText(cell.replace(/\r{1,9}\n/g, '\n')) };
    return typeof cell === 'number' ? { value: String(cell) } : unlike;
  },
};

export const longText: Codec = { ...text, letters: 60 };

/** Restores the leading zero that spreadsheets drop from phone numbers. */
export const phone: Codec = {
  ...text,
  letters: 16,
  fromCell: (cell) =>
    typeof cell === 'number' && /^[1-9]\d{8,9}$/.test(String(cell)) ? { value: `0${cell}` } : text.fromCell(cell),
};

export const count: Codec = {
  holds: 'count',
  format: 'count',
  takes: 'count',
  letters: 12,
  toCell: (value) => (missing(value) ? null : typeof value === 'number' ? value : asText(value)),
  fromCell(cell) {
    if (blank(cell)) return { value: null };
    if (typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0) return { value: cell };
    return typeof cell === 'string' ? readNumber('count', cell) : unlike;
  },
};

/** Stored as a whole number, 75; in the cell 7,5, as a number that spreadsheets compute with. */
export function decimal(decimals: number): Codec {
  const scale = 10 ** decimals;
  return {
    holds: 'decimal',
    format: 'number',
    takes: 'decimal',
    letters: 12,
    toCell: (value) => (missing(value) ? null : typeof value === 'number' ? value / scale : asText(value)),
    fromCell(cell) {
      if (blank(cell)) return { value: null };
      if (typeof cell === 'string') return readNumber('decimal', cell, decimals);
      if (typeof cell !== 'number' || cell < 0 || !Number.isSafeInteger(Math.round(cell * scale))) return unlike;
      const value = Math.round(cell * scale);
      // A program's sum of decimals is not exact.
      return Math.abs(value - cell * scale) < 1e-6 ? { value } : unlike;
    },
  };
}

/** Four digits, without a separator. */
export const year: Codec = {
  holds: 'year',
  format: 'number',
  takes: 'count',
  letters: 8,
  toCell: (value) => count.toCell(value),
  fromCell(cell) {
    if (blank(cell)) return { value: null };
    const said = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : '';
    return /^\d{4}$/.test(said) ? { value: Number(said) } : unlike;
  },
};

/**
 * Stored in hundredths of a percent, 9750; in the cell a fraction shown as 97,50 %, and read as shown. A number without
 * the sign could be a percentage or a fraction, since pasting also changes the format, so it is rejected unless zero.
 */
export const percent: Codec = {
  holds: 'percent',
  format: 'percent',
  takes: 'percent',
  letters: 12,
  toCell: (value) => (missing(value) ? null : typeof value === 'number' ? value / 10_000 : asText(value)),
  fromCell(cell) {
    if (blank(cell)) return { value: null };
    if (typeof cell === 'string' && /[%％]\s*$/.test(seenText(cell))) return readNumber('percent', cell);
    return cell === 0 ? { value: 0 } : unlike;
  },
};

export const tick: Codec = {
  holds: 'tick',
  format: 'text',
  takes: { list: [offlineWords.tick] },
  letters: 10,
  toCell: (value) => (value === true ? offlineWords.tick : value === false || missing(value) ? null : asText(value)),
  fromCell(cell) {
    if (blank(cell) || cell === false) return { value: null };
    const read = readYesNo(String(cell));
    return 'value' in read ? { value: read.value === true ? true : null } : unlike;
  },
};

export const yesNo: Codec = {
  holds: 'yes-no',
  format: 'text',
  takes: { list: [offlineWords.yes, offlineWords.no] },
  letters: 12,
  toCell: (value) => (value === true ? offlineWords.yes : value === false ? offlineWords.no : text.toCell(value)),
  fromCell(cell) {
    if (blank(cell)) return { value: null };
    if (typeof cell === 'boolean') return { value: cell };
    return alike(readYesNo(String(cell)));
  },
};

/** A calendar date: `2023-03-24`; in the cell a date, or text such as 24/3/2023; any time of day is ignored. */
export const day: Codec = {
  holds: 'day',
  format: 'day',
  letters: 14,
  toCell: (value) => (typeof value === 'string' && parseDay(value) ? value : text.toCell(value)),
  fromCell(cell) {
    if (blank(cell)) return { value: null };
    return typeof cell === 'string' || cell instanceof Date ? alike(readDay(saidInCell(cell))) : unlike;
  },
};

export function choice(options: Options): Codec {
  const named = options.map(({ value, label }) => ({ value, label: textIn(label) }));
  const labels = named.map(({ label }) => label);
  return {
    holds: 'choice',
    format: 'text',
    takes: { list: labels },
    letters: Math.min(36, Math.max(12, ...labels.map(({ length }) => length))),
    toCell: (value) => labels[options.findIndex((option) => option.value === value)] ?? text.toCell(value),
    fromCell(cell) {
      if (blank(cell)) return { value: null };
      return alike(readChoice(saidInCell(cell), named));
    },
  };
}

/** Several options, one per line. */
function choices(options: Options): Codec {
  const one = choice(options);
  return {
    holds: 'choice',
    format: 'text',
    letters: one.letters,
    toCell: (value) => (Array.isArray(value) ? value.map((each) => one.toCell(each)).join('\n') : text.toCell(value)),
    fromCell(cell) {
      if (blank(cell)) return { value: null };
      const read = String(cell)
        .split(/\n|;/)
        .map((each) => one.fromCell(each));
      const values = read.flatMap((each) => ('value' in each && each.value !== null ? [each.value] : []));
      return read.some((each) => 'doubt' in each) ? unlike : { value: values.length > 0 ? values : null };
    },
  };
}

/**
 * One item a line, its answers in the order of the fields with ` | ` between. The sign itself, a backslash and a line
 * end in an answer follow a backslash, so that nothing is read as something else.
 */
function list(fields: readonly FieldView[]): Codec {
  const columns = fields.map((view) => ({ view, codec: entryCodec(view) }));
  const toLine = (item: unknown): string =>
    columns.map(({ view }) => escaped(answerInWords(view, memberOf(item, view.field)))).join(' | ');
  return {
    holds: 'list',
    format: 'text',
    letters: 48,
    toCell: (value) => (Array.isArray(value) ? value.map(toLine).join('\n') : text.toCell(value)),
    fromCell(cell) {
      if (blank(cell)) return { value: null };
      const lines = String(cell)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map(partsOf);
      if (lines.some(({ length }) => length > columns.length)) return unlike;
      const read = lines.map((parts) =>
        columns.map(({ view, codec }, at) => [view.field, codec.fromCell(parts[at] ?? null)] as const),
      );
      if (read.some((item) => item.some(([, each]) => 'doubt' in each))) return unlike;
      return {
        value: read.map((item) =>
          Object.fromEntries(
            item.flatMap(([field, each]) => ('value' in each && each.value !== null ? [[field, each.value]] : [])),
          ),
        ),
      };
    },
  };
}

const escaped = (words: string): string => words.replace(/[\\|]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** The answers of one line, split at each sign that no backslash precedes. */
function partsOf(line: string): string[] {
  const parts = [''];
  const signs = [...line.matchAll(/\\(.)|[^]/gu)];
  for (const [sign, kept] of signs) {
    if (sign === '|') parts.push('');
    else parts[parts.length - 1] += kept === undefined ? sign : kept === 'n' ? '\n' : kept;
  }
  // The blank on either side of the sign belongs to it.
  const last = parts.length - 1;
  return parts
    .map((part, at) => (at > 0 ? part.replace(/^ /, '') : part))
    .map((part, at) => (at < last ? part.replace(/ $/, '') : part));
}

const memberOf = (item: unknown, name: string): unknown =>
  typeof item === 'object' && item !== null && Object.hasOwn(item, name)
    ? (item as Record<string, unknown>)[name]
    : null;
