import { normalized, readDay, readNumber, understood, type NumberDoubt, type Reading } from '@kl01/rules/reading';
import { text, type Codec } from '../codec.js';
import type { CopiedCell } from './clipboard-block.js';

export type CellType = 'count' | 'percent' | 'text' | 'yes-no' | 'date' | 'choice';

/** What a cell holds; a choice is written by its label. */
export interface CellKind {
  readonly type: CellType;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** An ambiguous number is a doubt: it stays as typed, visible, and the rulebook reports it. */
interface CellCodec extends Codec<unknown, NumberDoubt> {
  /** like `show`, but without dots between thousands, for editing and copying */
  readonly edit: (stored: unknown) => string;
}

const asIs = (stored: unknown) => (typeof stored === 'string' || typeof stored === 'number' ? String(stored) : '');
const tick = (stored: unknown) => (stored === true ? 'x' : '');
const percent = (stored: unknown) =>
  typeof stored === 'number' ? String(stored / 100).replace('.', ',') : asIs(stored);

/** How each type of cell is parsed and shown: `1.234`, `97,5`. */
export function cellCodec({ type, options = [] }: CellKind): CellCodec {
  return type === 'choice' ? choiceCodec(options) : cellCodecs[type];
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
  'yes-no': { read: (typed) => ({ value: typed === 'x' ? true : null }), show: tick, edit: tick },
  date: {
    // What is no day stays as typed, and the rulebook reports it.
    read: (typed) => ({ value: typed.trim() === '' ? null : (understood(readDay(typed)) ?? typed.trim()) }),
    show: day,
    edit: day,
  },
};

/** The option of this label; other words stay as typed, and the rulebook reports them. */
function choiceCodec(options: NonNullable<CellKind['options']>): CellCodec {
  const show = (stored: unknown) => options.find(({ value }) => value === stored)?.label ?? asIs(stored);
  return {
    read: (typed) => {
      const said = plain(typed);
      return {
        value: said === '' ? null : (options.find(({ label }) => plain(label) === said)?.value ?? typed.trim()),
      };
    },
    show,
    edit: show,
  };
}

const plain = (text: string): string => normalized(text).trim().replace(/\s+/g, ' ').toLowerCase();

function day(stored: unknown): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asIs(stored)) ?? [];
  return year === undefined ? asIs(stored) : `${date}/${month}/${year}`;
}

/**
 * Reads a cell copied elsewhere. The number behind the text counts if it fits the column, and the text if the two agree
 * but for rounding. If they differ, as with `1.234` of an English spreadsheet (1,234) in a column of counts, it is a
 * doubt for the officer to settle.
 */
export function readCopied(kind: CellKind, { text: shown, exact }: CopiedCell): Reading<unknown, NumberDoubt> {
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
