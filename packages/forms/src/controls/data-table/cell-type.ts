import {
  readChoice,
  readDay,
  readNumber,
  readYesNo,
  understood,
  type NumberDoubt,
  type Reading,
} from '@kl01/rules/reading';
import { text, type Codec } from '../codec.js';
import type { CopiedCell } from './clipboard-block.js';

export type CellType = 'count' | 'percent' | 'text' | 'yes-no' | 'date' | 'choice';

/** What a cell holds; a choice is written by its label. */
export interface CellKind {
  readonly type: CellType;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** of a day: whose year is the likely one where none is written */
  readonly today?: string | undefined;
}

/** What is ambiguous is a doubt: it stays as typed, visible, and the rulebook reports it. */
interface CellCodec extends Codec {
  /** like `show`, but without dots between thousands, for editing and copying */
  readonly edit: (stored: unknown) => string;
}

const asIs = (stored: unknown) => (typeof stored === 'string' || typeof stored === 'number' ? String(stored) : '');
const tick = (stored: unknown) => (stored === true ? 'x' : '');
const percent = (stored: unknown) =>
  typeof stored === 'number' ? String(stored / 100).replace('.', ',') : asIs(stored);

/** How each type of cell is parsed and shown: `1.234`, `97,5`. */
export function cellCodec({ type, options = [], today }: CellKind): CellCodec {
  if (type === 'choice') return choiceCodec(options);
  return type === 'date' && today !== undefined ? dateCodec(today) : cellCodecs[type];
}

/** Of the types that need no options. */
export const cellCodecs: Readonly<Record<Exclude<CellType, 'choice'>, CellCodec>> = {
  count: {
    read: (typed) => readNumber('count', typed),
    show: (stored) =>
      // eslint-disable-next-line regexp/no-super-linear-move -- of a number, which has 21 digits at most
      typeof stored === 'number' ? String(stored).replace(/\B(?=(\d{3})+$)/g, '.') : asIs(stored),
    edit: asIs,
  },
  percent: { read: (typed) => readNumber('percent', typed), show: percent, edit: percent },
  text: { read: (typed) => text.read(typed.replace(/[\r\n\t]+/g, ' ')), show: asIs, edit: asIs },
  'yes-no': {
    read: (typed) => {
      const reading = readYesNo(typed);
      return 'value' in reading ? { value: reading.value === true ? true : null } : reading;
    },
    show: tick,
    edit: tick,
  },
  date: dateCodec(),
};

function dateCodec(today?: string): CellCodec {
  return { read: (typed) => readDay(typed, today), show: day, edit: day };
}

/** The option of this label. */
function choiceCodec(options: NonNullable<CellKind['options']>): CellCodec {
  const show = (stored: unknown) => options.find(({ value }) => value === stored)?.label ?? asIs(stored);
  return { read: (typed) => readChoice(typed, options), show, edit: show };
}

function day(stored: unknown): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asIs(stored)) ?? [];
  return year === undefined ? asIs(stored) : `${date}/${month}/${year}`;
}

/**
 * Reads a cell copied elsewhere. The number behind the text counts if it fits the column, and the text if the two agree
 * but for rounding. If they differ, as with `1.234` of an English spreadsheet (1,234) in a column of counts, it is a
 * doubt for the officer to settle.
 */
export function readCopied(kind: CellKind, { text: shown, exact }: CopiedCell): Reading<unknown> {
  const { type } = kind;
  if (exact === undefined || (type !== 'count' && type !== 'percent')) return cellCodec(kind).read(shown);
  const behind = readNumber(type, exact);
  if (understood(behind) !== null) return behind;
  const reading = readNumber(type, shown);
  const number = understood(reading);
  if (number === null) return reading;
  return Math.abs(number - storedAs(type, exact)) <= 0.5 ? reading : { doubt: 'copied', readings: [number] };
}

function storedAs(type: 'count' | 'percent', exact: string): number {
  return Number(exact.replace(',', '.').replace('%', '')) * (type === 'percent' ? 100 : 1);
}

/** What is doubtful about a stored value, if anything. */
export function doubtOf(type: CellType, stored: unknown): NumberDoubt | null {
  if (typeof stored !== 'string' || (type !== 'count' && type !== 'percent')) return null;
  const reading = readNumber(type, stored);
  if ('doubt' in reading) return reading.doubt;
  // If it had been typed here, it would be a number.
  return reading.value === null ? null : 'copied';
}

/** Whether a stored value of any type is none of its cell; a choice is stored by its value. */
export function isDoubtful(kind: CellKind, stored: unknown): boolean {
  if (typeof stored !== 'string' || kind.type === 'text') return false;
  if (kind.options?.some(({ value }) => value === stored)) return false;
  return doubtOf(kind.type, stored) !== null || 'doubt' in cellCodec(kind).read(stored);
}
