import { symbolFont, type SymbolFont } from '@kl01/rules/reading';
import { attributesOf, xmlTokens } from '../xml/xml-tokens.js';

/** What the format of a cell implies for its value (ECMA-376 part 1, 18.8.10). */
export interface CellLook {
  /** `fraction`: 0.5 is shown as 50 %; `written`: a literal percent sign follows the unchanged number */
  readonly percent: 'fraction' | 'written' | null;
  /** shows a date, the time of day alone, or a duration in hours */
  readonly moment: 'day' | 'time' | 'hours' | null;
  readonly isStruck: boolean;
  readonly font: SymbolFont | null;
}

/**
 * The formats that cells refer to by `s`, in order.
 *
 * @param styles the part of styles
 */
export function cellLooks(styles: string): readonly CellLook[] {
  const formats = new Map<string, string>();
  const fonts: Font[] = [];
  const looks: CellLook[] = [];
  const path: string[] = [];
  for (const token of xmlTokens(styles)) {
    if (token.kind === 'close') path.pop();
    if (token.kind !== 'open') continue;
    const parent = path.at(-1);
    const inFonts = path[1] === 'fonts';
    path.push(token.name);
    const { name } = token;
    if (name === 'numFmt' && parent === 'numFmts') {
      const attributes = attributesOf(token.attributes);
      formats.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? '');
    } else if (name === 'font' && parent === 'fonts') {
      fonts.push({ isStruck: false, symbol: null });
    } else if (parent === 'font' && inFonts) {
      const last = fonts.pop()!;
      fonts.push(withLook(last, name, attributesOf(token.attributes).get('val')));
    } else if (name === 'xf' && parent === 'cellXfs') {
      const attributes = attributesOf(token.attributes);
      const font = fonts[Number(attributes.get('fontId') ?? 0)];
      looks.push({
        ...numberLook(attributes.get('numFmtId') ?? '', formats),
        isStruck: font?.isStruck ?? false,
        font: font?.symbol ?? null,
      });
    }
  }
  return looks;
}

interface Font {
  readonly isStruck: boolean;
  readonly symbol: SymbolFont | null;
}

function withLook(font: Font, name: string, value: string | undefined): Font {
  if (name === 'strike') return { ...font, isStruck: value !== '0' && value !== 'false' };
  return name === 'name' ? { ...font, symbol: symbolFont(value ?? '') } : font;
}

/** Formats that every program knows without their code (18.8.30): shares, dates, times, durations. */
const BUILT_IN: readonly [ids: readonly number[], look: Pick<CellLook, 'percent' | 'moment'>][] = [
  [[9, 10], { percent: 'fraction', moment: null }],
  [[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], { percent: null, moment: 'day' }],
  [[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56], { percent: null, moment: 'time' }],
  [[46], { percent: null, moment: 'hours' }],
];

function numberLook(id: string, formats: ReadonlyMap<string, string>): Pick<CellLook, 'percent' | 'moment'> {
  const format = formats.get(id);
  if (format !== undefined) return { percent: percentOf(format), moment: momentOf(format) };
  return BUILT_IN.find(([ids]) => ids.includes(Number(id)))?.[1] ?? { percent: null, moment: null };
}

/**
 * Whether a format shows a number in percent: with a percent sign, which multiplies by 100, or with one that is quoted
 * or escaped, which is only literal. A format with several sections counts only if all its number sections agree.
 */
function percentOf(format: string): CellLook['percent'] {
  const numbers = sections(format).filter(({ signs }) => /[0#?]|general/i.test(signs));
  if (numbers.length === 0) return null;
  if (numbers.every(({ signs }) => signs.split('%').length === 2)) return 'fraction';
  return numbers.every(({ signs, words }) => !signs.includes('%') && words.includes('%')) ? 'written' : null;
}

function momentOf(format: string): CellLook['moment'] {
  const isHours = /\[(?:h+|m+|s+)\]/i.test(format);
  const [{ signs } = { signs: '' }] = sections(format);
  // Digits behind the seconds belong to them.
  const codes = signs.replace(/general|am\/pm|a\/p/gi, '').replace(/s[.,]0+/gi, 's');
  if (/[0#?%]/.test(codes)) return null;
  if (isHours) return 'hours';
  if (/[ydeg]/i.test(codes)) return 'day';
  // Beside hours or seconds, `m` is minutes.
  return /[hs]/i.test(codes) ? 'time' : /m/i.test(codes) ? 'day' : null;
}

/** The sections of a format, each split into format codes and literal text. */
function sections(format: string): { signs: string; words: string }[] {
  const found = [{ signs: '', words: '' }];
  for (const [whole, quoted, escaped] of format.matchAll(/"([^"]*)"?|[\\_*](.?)|\[[^\]]*\]?|[^]/g)) {
    const now = found.at(-1)!;
    if (quoted !== undefined || whole.startsWith('\\')) now.words += quoted ?? escaped ?? '';
    else if (whole === ';') found.push({ signs: '', words: '' });
    else if (whole.length === 1) now.signs += whole;
  }
  return found;
}
