import { readNumber, understood, type NumberDoubt, type Reading } from '@kl01/rules/reading';
import { text, type Codec } from '../codec.js';
import type { CopiedCell } from './clipboard-block.js';

export type CellType = 'count' | 'percent' | 'text' | 'tick';

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
export const cellCodecs: Readonly<Record<CellType, CellCodec>> = {
  count: {
    read: (typed) => readNumber('count', typed),
    show: (stored) =>
      // eslint-disable-next-line regexp/no-super-linear-move -- of a number, which has 21 digits at most
      typeof stored === 'number' ? String(stored).replace(/\B(?=(\d{3})+$)/g, '.') : asIs(stored),
    edit: asIs,
  },
  percent: { read: (typed) => readNumber('percent', typed), show: percent, edit: percent },
  text: { read: (typed) => text.read(typed.replace(/[\r\n\t]+/g, ' ')), show: asIs, edit: asIs },
  tick: { read: (typed) => ({ value: typed === 'x' ? true : null }), show: tick, edit: tick },
};

/**
 * Reads a cell copied elsewhere. The number behind the text counts if it fits the column, and the text if the two agree
 * but for rounding. If they differ, as with `1.234` of an English spreadsheet (1,234) in a column of counts, it is a
 * doubt for the officer to settle.
 */
export function readCopied(type: CellType, { text: shown, exact }: CopiedCell): Reading<unknown, NumberDoubt> {
  if (exact === undefined || type === 'text' || type === 'tick') return cellCodecs[type].read(shown);
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
  if (typeof stored !== 'string' || type === 'text' || type === 'tick') return null;
  const reading = readNumber(type, stored);
  if ('doubt' in reading) return reading.doubt;
  // If it had been typed here, it would be a number.
  return reading.value === null ? null : 'copied';
}
