/** What the format of a cell implies for its number (ECMA-376 part 1, 18.8.10). */
export interface CellLook {
  /** `fraction`: 0.5 is shown as 50 %; `written`: a literal percent sign follows the unchanged number */
  readonly percent: 'fraction' | 'written' | null;
  /** shows only the time of day, without a date */
  readonly isTime: boolean;
  readonly isStruck: boolean;
}

/**
 * The formats that cells refer to by `s`, in order.
 *
 * @param styles `xl/styles.xml`
 */
export function cellLooks(styles: string): readonly CellLook[] {
  const formats = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\s([^<>]*)>/g)].map(([, attributes = '']) => [
      attribute(attributes, 'numFmtId'),
      decoded(attribute(attributes, 'formatCode')),
    ]),
  );
  // Fonts without settings still count in the list.
  const struck = parts(within(styles, 'fonts'), 'font').map((font) => {
    const strike = STRIKE.exec(font);
    return strike !== null && !/^(?:0|false)$/.test(strike[2] ?? '');
  });
  return [...within(styles, 'cellXfs').matchAll(/<(?:\w+:)?xf(\s[^<>]*)>/g)].map(([, attributes = '']) => {
    const id = attribute(attributes, 'numFmtId');
    const format = formats.get(id) ?? '';
    return {
      percent: BUILT_IN_PERCENT.has(id) ? 'fraction' : percentOf(format),
      isTime: BUILT_IN_TIME.has(id) || isTimeFormat(format),
      isStruck: struck[Number(attribute(attributes, 'fontId'))] ?? false,
    };
  });
}

/** `0%` and `0.00%`, built into every program (18.8.30). */
const BUILT_IN_PERCENT = new Set(['9', '10']);
/** `h:mm`, `[h]:mm:ss` and the like. */
const BUILT_IN_TIME = new Set(['18', '19', '20', '21', '45', '46', '47']);

/** `<strike/>` without a value means true. */
const STRIKE = /<(?:\w+:)?strike(?:\s+val=(["'])(\w*)\1)?\s*\/?>/;

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

function isTimeFormat(format: string): boolean {
  const [{ signs } = { signs: '' }] = sections(format.replace(/\[([hms]{1,2})\]/gi, '$1'));
  return /[hs]/i.test(signs) && !/[ydeg]/i.test(signs.replace(/general/gi, ''));
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

function within(xml: string, name: string): string {
  const start = new RegExp(`<(?:\\w+:)?${name}[\\s>]`).exec(xml)?.index ?? -1;
  if (start < 0) return '';
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`).exec(xml.slice(start))?.index;
  return xml.slice(start, end === undefined ? undefined : start + end);
}

/** All elements with a name, each from its tag up to the next one. */
function parts(xml: string, name: string): string[] {
  return xml.split(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`)).slice(1);
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}=("[^"]*"|'[^']*')`).exec(attributes)?.[1] ?? '';
  return found.slice(1, -1);
}

const decoded = (text: string): string =>
  text.replace(/&(?:quot|apos|lt|gt|amp|#37|#x25);/g, (whole) => ENTITIES[whole] ?? whole);
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#37;': '%',
  '&#x25;': '%',
};
