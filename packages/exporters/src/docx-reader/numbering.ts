import { knownSigns, symbolText } from '@kl01/rules/reading';
import type { XmlElement } from '../xml/xml-element.js';
import { isOn, runLook } from './styles.js';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** level after which it starts anew; 0: never */
  readonly restart: number;
  readonly isLegal: boolean;
  readonly isJoined: boolean;
  readonly style: string | undefined;
}

interface List {
  /** lists of one definition count on together */
  readonly of: string;
  readonly levels: readonly Level[];
  /** numbers with which levels of this list start anew when it is first used */
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;
/** Of a level's text; Word takes 255. */
const MAX_LETTERS = 255;

/** `w:numbering`: the automatic numbers of paragraphs, counted in reading order. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: XmlElement | null) {
    const definitions = new Map(
      (numbering?.all('w:abstractNum') ?? []).map((each) => [each.get('w:abstractNumId') ?? '', each]),
    );
    const byStyle = new Map(
      [...definitions].flatMap(([id, each]) => {
        const style = each.child('w:styleLink')?.get('w:val');
        return style === undefined ? [] : [[style, id] as const];
      }),
    );
    const levels = new Map<string, Level[]>();
    for (const num of numbering?.all('w:num') ?? []) {
      const named = num.child('w:abstractNumId')?.get('w:val') ?? '';
      const linked = definitions.get(named)?.child('w:numStyleLink')?.get('w:val');
      const of = (linked === undefined ? undefined : byStyle.get(linked)) ?? named;
      if (!levels.has(of)) levels.set(of, levelsOf(definitions.get(of)));
      const own = [...levels.get(of)!];
      const starts = new Map<number, number>();
      for (const override of num.all('w:lvlOverride')) {
        const at = levelNumber(override.get('w:ilvl'));
        const level = override.child('w:lvl');
        if (level) own[at] = levelOf(level);
        const start = override.child('w:startOverride')?.get('w:val');
        if (start !== undefined) starts.set(at, Number(start) || 0);
      }
      this.#lists.set(num.get('w:numId') ?? '', { of, levels: own, starts });
    }
  }

  /** The level of a list that belongs to a style of paragraphs. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const found = this.#lists.get(numId)?.levels.findIndex((level) => level.style === style) ?? -1;
    return found < 0 ? undefined : found;
  }

  /** Counts a paragraph. @returns its number with what separates it from the text; '' if none is shown */
  next(numId: string, ilvl: number): string {
    const list = this.#lists.get(numId);
    const at = Math.min(Math.max(0, ilvl), LEVELS - 1);
    const level = list?.levels[at];
    if (!list || !level) return '';
    const counts = this.#counts.get(list.of) ?? [];
    this.#counts.set(list.of, counts);
    const start = list.starts.get(at);
    const anew = start !== undefined && !this.#begun.has(`${numId} ${at}`);
    this.#begun.add(`${numId} ${at}`);
    const before = counts[at];
    counts[at] = anew ? start : before === undefined ? (start ?? level.start) : before + 1;
    for (let below = at + 1; below < LEVELS; below += 1) {
      const { restart } = list.levels[below] ?? { restart: below };
      if (restart !== 0 && at < restart) counts[below] = undefined;
    }
    const shown = this.#shown(list, at, counts);
    return shown === '' ? '' : level.isJoined ? shown : `${shown} `;
  }

  #shown({ levels }: List, at: number, counts: readonly (number | undefined)[]): string {
    const level = levels[at]!;
    if (level.format === 'bullet') return level.text;
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = levels[of] ?? {};
      return inFormat(counts[of] ?? start, level.isLegal && of < at ? 'decimal' : format);
    });
  }
}

function levelsOf(definition: XmlElement | undefined): Level[] {
  const levels: Level[] = [];
  for (const each of definition?.all('w:lvl') ?? []) levels[levelNumber(each.get('w:ilvl'))] = levelOf(each);
  return levels;
}

const levelNumber = (value: string | undefined): number => Math.min(Math.max(0, Number(value) || 0), LEVELS - 1);

function levelOf(level: XmlElement): Level {
  const value = (name: string) => level.child(name)?.get('w:val');
  // A format of a later version stands in alternate content, with one that everybody knows.
  const format = value('w:numFmt') ?? level.child('mc:AlternateContent', 'mc:Fallback', 'w:numFmt')?.get('w:val');
  const text = (value('w:lvlText') ?? '').slice(0, MAX_LETTERS);
  const font = runLook(level.child('w:rPr')).font ?? null;
  const legal = level.child('w:isLgl');
  return {
    format: format ?? 'decimal',
    text: format === 'bullet' ? signOf(font === null ? text : symbolText(text, font)) : text,
    start: Number(value('w:start') ?? 1) || 0,
    restart: Number(value('w:lvlRestart') ?? levelNumber(level.get('w:ilvl'))),
    isLegal: legal !== undefined && isOn(legal.get('w:val') ?? '1'),
    isJoined: value('w:suff') === 'nothing',
    style: value('w:pStyle'),
  };
}

/** A sign that only one font has was seen as some bullet. */
const signOf = (text: string): string =>
  knownSigns(text)
    .replace(/[\ue000-\uf8ff]/g, '\u2022')
    .trim();

function inFormat(count: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerLetter':
      return letters(count);
    default:
      return String(count);
  }
}

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let [rest, text] = [count, ''];
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      rest -= value;
      text += sign;
    }
  return text;
}

/** `a` … `z`, `aa`, `bb` …, as Word counts. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}
