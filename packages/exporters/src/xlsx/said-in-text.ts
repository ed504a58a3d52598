/**
 * Rewrites cells to text if the reader would skip them: a formula without a computed result becomes its source, an
 * error such as `#REF!` its name. Cells and rows with only formatting are removed; programs write up to a million of
 * them.
 *
 * A single pass from tag to tag without backtracking: with a regular expression over whole cells, 10 kB of untrusted
 * input would take minutes.
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
  /** index of the end of what was read */
  readonly end: number;
  /** whether the cell ends there and contains only a formula and a result */
  readonly isWhole: boolean;
  /** `''` for a reference to a shared formula; null if there is none */
  readonly formula: string | null;
  readonly result: string | null;
}

/** Reads a cell from `start`, up to the first element that is neither formula nor result. */
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

/** The text to write for a cell; null if the reader understands it. */
function textOf(attributes: string, { formula, result }: Cell): string | null {
  const type = TYPE.exec(attributes)?.[2];
  if (formula !== null && (result === null || isBlank(result))) {
    // `str`: a formula with a text result, possibly empty.
    return type === 'str' && result !== null ? null : `=${formula}`;
  }
  return type === 'e' ? result : null;
}

const TYPE = /\st=(["'])(\w*)\1/;

const textCell = (ns: string, attributes: string, text: string) =>
  `<${ns}c${attributes.replace(TYPE, '')} t="inlineStr"><${ns}is><${ns}t>${text}</${ns}t></${ns}is></${ns}c>`;

const isBlank = (text: string): boolean => !/\S/.test(text);

/** The rewritten sheet, without rows that became empty. */
class Kept {
  readonly #sheet: string;
  readonly #pieces: string[] = [];
  /** index up to which the sheet has been copied */
  #at = 0;
  /** the open row: the number of pieces before it, and whether it has been blank so far */
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
      // A row without attributes is identified by its position.
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
