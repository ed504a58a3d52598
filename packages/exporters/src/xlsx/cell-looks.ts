/** What the look of a cell says of its number (ECMA-376 part 1, 18.8.10). */
export interface CellLook {
  /** `fraction`: 0.5 is shown as 50 %; `written`: a percent sign is put behind the number as it is */
  readonly percent: 'fraction' | 'written' | null;
  /** shows hours, minutes or seconds, and nothing of a day */
  readonly isTime: boolean;
  readonly isStruck: boolean;
}

/**
 * The looks that cells name in their `s`, in order.
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
  // A font without anything of its own still has its place in the list.
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

/** `0%` and `0.00%`, which every program knows (18.8.30). */
const BUILT_IN_PERCENT = new Set(['9', '10']);
/** `h:mm`, `[h]:mm:ss` and the like. */
const BUILT_IN_TIME = new Set(['18', '19', '20', '21', '45', '46', '47']);

/** `<strike/>` alone says yes. */
const STRIKE = /<(?:\w+:)?strike(?:\s+val=(["'])(\w*)\1)?\s*\/?>/;

/**
 * Whether a format shows a number in percent: by a sign of its own, which makes a hundred of 1, or by one in quotes or
 * behind a backslash, which is only written. A format of several sections shows no share unless all that show a number do.
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

/** The parts of a format, and in each what counts apart from what is written as it stands. */
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

/** Each element of a name, from its tag up to the next. */
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
