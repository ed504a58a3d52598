/**
 * A sheet in which cells say as text what a reader would pass over: a formula that no program has computed yet stands there
 * as it was typed, an error such as `#REF!` by its name. Cells and rows that only have a look are left out, of which
 * programs write up to a million.
 *
 * One pass from tag to tag, none tried again from a later sign: with an expression over whole cells, 10 kB from anybody
 * take minutes.
 */
export function saidInText(sheet: string): string {
  const kept = new Kept(sheet);
  const tags = new RegExp(ROW_OR_CELL);
  for (let tag = tags.exec(sheet); tag; tag = tags.exec(sheet)) {
    const [whole, slash, ns = '', name, attributes = ''] = tag;
    const { index: start } = tag;
    const [end, isEmpty] = [tags.lastIndex, attributes.endsWith('/')];
    if (isEmpty && attributes !== '/') {
      kept.replace(start, end, '');
    } else if (name === 'row') {
      kept.row({ start, end, ns, closes: slash !== '', isBare: whole.endsWith(`${name}>`) });
    } else if (slash === '' && !isEmpty) {
      const cell = readCell(sheet, end, ns);
      tags.lastIndex = cell.end;
      const text = cell.isWhole ? textOf(attributes, cell) : null;
      if (text !== null) kept.replace(start, cell.end, textCell(ns, attributes, text));
    }
  }
  return kept.text();
}

const ROW_OR_CELL = /<(\/?)((?:\w+:)?)(row|c)(\s[^<>]*|\/)?>/g;

interface Cell {
  /** up to where it was read */
  readonly end: number;
  /** whether it ends there, and holds nothing but a formula and a result */
  readonly isWhole: boolean;
  /** `''` where a part of a shared formula stands; null where there is none */
  readonly formula: string | null;
  readonly result: string | null;
}

/** What stands in a cell from `start`, up to the first thing that is neither formula nor result. */
function readCell(sheet: string, start: number, ns: string): Cell {
  let end = start;
  const next = (part: RegExp): string | null => {
    part.lastIndex = end;
    const found = part.exec(sheet);
    if (!found || found[1] !== ns) return null;
    end = part.lastIndex;
    return found[2] ?? '';
  };
  const formula = next(FORMULA);
  const result = next(RESULT);
  return { formula, result, isWhole: next(CELL_END) !== null, end };
}

const FORMULA = /\s*<((?:\w+:)?)f(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\1f>)/y;
const RESULT = /\s*<((?:\w+:)?)v(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\1v>)/y;
const CELL_END = /\s*<\/((?:\w+:)?)c>/y;

/** What a cell is to say as text; null where a reader understands it. */
function textOf(attributes: string, { formula, result }: Cell): string | null {
  const type = TYPE.exec(attributes)?.[2];
  if (formula !== null && (result === null || isBlank(result))) {
    // `str`: a formula whose last result was a text, an empty one too.
    return type === 'str' && result !== null ? null : `=${formula}`;
  }
  return type === 'e' ? result : null;
}

const TYPE = /\st=(["'])(\w*)\1/;

const textCell = (ns: string, attributes: string, text: string) =>
  `<${ns}c${attributes.replace(TYPE, '')} t="inlineStr"><${ns}is><${ns}t>${text}</${ns}t></${ns}is></${ns}c>`;

const isBlank = (text: string): boolean => !/\S/.test(text);

/** The sheet as it is put together anew, without the rows in which nothing is kept. */
class Kept {
  readonly #sheet: string;
  readonly #pieces: string[] = [];
  /** up to where the sheet was taken over */
  #at = 0;
  /** the row that has begun: how many pieces stood before it, and whether only blanks followed so far */
  #row = { ns: '', pieces: 0, isBlank: false };

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  replace(start: number, end: number, by: string): void {
    this.#add(this.#sheet.slice(this.#at, start));
    this.#add(by);
    this.#at = end;
  }

  row({
    start,
    end,
    ns,
    closes,
    isBare,
  }: {
    start: number;
    end: number;
    ns: string;
    closes: boolean;
    isBare: boolean;
  }) {
    this.replace(start, start, '');
    if (!closes) {
      const [pieces, tag] = [this.#pieces.length, this.#sheet.slice(start, end)];
      this.replace(start, end, tag);
      // A row without attributes is told by its place.
      this.#row = { ns, pieces, isBlank: !isBare };
    } else if (this.#row.isBlank && this.#row.ns === ns) {
      this.#pieces.length = this.#row.pieces;
      this.#row.isBlank = false;
      this.#at = end;
    }
  }

  text(): string {
    this.#add(this.#sheet.slice(this.#at));
    return this.#pieces.join('');
  }

  #add(text: string): void {
    if (text === '') return;
    if (this.#row.isBlank && !isBlank(text)) this.#row.isBlank = false;
    this.#pieces.push(text);
  }
}
