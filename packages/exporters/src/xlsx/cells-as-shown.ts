import { parseDay } from '@kl01/rules';
import { struckText } from '@kl01/rules/reading';
import type { CellLook } from './cell-looks.js';

/**
 * Rewrites cells to what an officer sees, where the reader would misread them or reject the whole workbook: percentages
 * become `97,5%`, struck-out numbers are marked, `true` becomes 1, and a date stored as text (`t="d"`) becomes that
 * date. Workbooks have no time zone: in the machine's time zone, six in the morning in Hà Nội would be the day before.
 */
export function cellsAsShown(sheet: string, looks: readonly CellLook[]): string {
  const pieces: string[] = [];
  let at = 0;
  const cells = new RegExp(CELL);
  for (let cell = cells.exec(sheet); cell; cell = cells.exec(sheet)) {
    const [, ns = '', attributes = ''] = cell;
    if (attributes.endsWith('/')) continue;
    FORMULA.lastIndex = cells.lastIndex;
    VALUE.lastIndex = FORMULA.test(sheet) ? FORMULA.lastIndex : cells.lastIndex;
    const [, value = ''] = VALUE.exec(sheet) ?? [];
    const shown = value === '' ? null : shownAs(attributes, value.trim(), looks);
    if (shown === null) continue;
    pieces.push(sheet.slice(at, cell.index), written(ns, attributes, shown));
    at = cells.lastIndex = VALUE.lastIndex;
  }
  pieces.push(sheet.slice(at));
  return pieces.join('');
}

const CELL = /<((?:\w+:)?)c(\s[^<>]*)>/g;
const FORMULA = /\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)/y;
const VALUE = /\s*<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?v>/y;

type Shown = { readonly type: 'b' | 'd'; readonly value: string } | { readonly text: string };

/** Null: unchanged. */
function shownAs(attributes: string, value: string, looks: readonly CellLook[]): Shown | null {
  const type = TYPE.exec(attributes)?.[2] ?? 'n';
  if (type === 'd') return dayShown(value);
  if (type === 'b') return /^(?:true|false)$/.test(value) ? { type, value: value === 'true' ? '1' : '0' } : null;
  const look = looks[Number(STYLE.exec(attributes)?.[2] ?? NaN)];
  const number = Number(value);
  if (type !== 'n' || !look || !Number.isFinite(number)) return null;
  // A time alone is not a date; with a date and a time, the date is shown too.
  if (look.isTime && number >= 0 && number < 1) return { text: timeText(number) };
  const text = look.percent && percentText(look.percent === 'fraction' ? number * 100 : number);
  if (look.isStruck) return { text: struckText(text ?? commaText(value)) };
  return text === null ? null : { text };
}

const TYPE = /\st=(["'])(\w*)\1/;
const STYLE = /\ss=(["'])(\d+)\1/;

/** Six decimals; beyond that, only floating-point noise remains. */
const percentText = (percent: number): string => `${commaText(String(Number(percent.toFixed(6))))}%`;

/** Fraction of a day: 0.4375 is 10:30:00. */
function timeText(number: number): string {
  const seconds = Math.round(number * 86_400);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}
const commaText = (number: string): string => number.replace('.', ',');

/** A date, with or without a time, ignoring the time zone: the date as written. Anything else is text. */
function dayShown(value: string): Shown {
  const [, day = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d*)?(?:Z|[+-][\d:]+)?)?$/.exec(value) ?? [];
  if (parseDay(day) === null) return { text: value };
  // As a date in UTC, it is the same on every machine. Hour 24 is the end of the day, not the next day.
  return { type: 'd', value: time === '' || time.startsWith('24') ? day : `${day}T${time}Z` };
}

function written(ns: string, attributes: string, shown: Shown): string {
  const own = attributes.replace(TYPE, '');
  return 'text' in shown
    ? `<${ns}c${own} t="inlineStr"><${ns}is><${ns}t>${shown.text}</${ns}t></${ns}is>`
    : `<${ns}c${own} t="${shown.type}"><${ns}v>${shown.value}</${ns}v>`;
}
