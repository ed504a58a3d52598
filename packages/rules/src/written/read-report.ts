import { normalized } from '../reading/normalized.js';
import type { ReportView, SectionView } from '../rulebook.js';
import { leaves } from '../section-leaves.js';
import { textIn } from '../text.js';
import { linesOfTable, textOfBlocks, type WrittenApart, type WrittenBlock, type WrittenTable } from './block.js';
import { findHeading, headingsOf, numbered, type Heading } from './headings.js';
import { isClosing, isLetterhead, readClosing, readLetterhead, type ReadIssuer } from './read-office.js';
import { readStatistics, type ReadTable } from './read-statistics.js';
import { writtenWords } from './strings/written-words.js';
import { alike, bare, wordsOf } from './words-of.js';

/** A piece of a report written elsewhere, and the section it probably belongs to. */
export interface ReadPiece {
  readonly text: string;
  /** id of a section with text; null if none was found */
  readonly section: string | null;
  /** false: to be checked */
  readonly sure: boolean;
  /** what it is that belongs to no section */
  readonly aside?: ReadAside;
}

/**
 * Parts of a paper that are no text of a report: its letterhead and title; recipients and signature; what stands around
 * a table of the form; page headers and footers; comments; and what stands in the file `apart` from its text.
 */
export type ReadAside =
  'letterhead' | 'closing' | 'caption' | 'margin' | 'comment' | Exclude<WrittenApart['as'], 'inserted'>;

/** A whole report, read. Every word of it is in exactly one place. */
export interface ReadReport {
  /** in reading order */
  readonly pieces: readonly ReadPiece[];
  /** tables of the form */
  readonly tables: readonly ReadTable[];
  /** answers to the form's questions, by question */
  readonly answers: Readonly<Record<string, string>>;
  readonly issuer: ReadIssuer;
}

/** A letterhead is no longer than this, in lines. */
const FRONT = 80;
const MARK = /\[\w{1,9}\]/g;

/** From this many pieces on, numbered lines no longer begin new ones: too many to review. */
const MOST_PIECES = 300;

/**
 * Reads a whole report that was written elsewhere: parted at the headings of its outline, by number, title and looks;
 * its tables found by their heads and rows; letterhead, recipients and signature set aside and read as issuer. A
 * numbered line begins a new piece, so that an officer can move wrongly assigned text from there on.
 *
 * @param outline the sections that are asked
 * @param form    tables and questions that may be in the report too
 */
export function readReport(
  blocks: readonly WrittenBlock[],
  outline: readonly SectionView[],
  form: Partial<Pick<ReportView, 'tables' | 'questions'>> = {},
): ReadReport {
  return new Reader(framesOpened(blocks), outline, form).read();
}

/** A table of one column is a frame around text. */
function framesOpened(blocks: readonly WrittenBlock[]): WrittenBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' && block.rows.every(({ cells, apart }) => cells.length < 2 && apart === undefined)
      ? block.rows.flatMap(({ cells }) => framesOpened(cells.flatMap((cell) => cell.blocks)))
      : [block],
  );
}

interface Piece {
  readonly lines: string[];
  readonly section: string | null;
  readonly sure: boolean;
  readonly aside?: ReadAside | undefined;
}

interface Line {
  readonly text: string;
  /** the block that it is a line of */
  readonly block: WrittenBlock;
  /** what separates it from the line before */
  readonly before: '\n' | '\n\n';
}

class Reader {
  readonly #lines: readonly Line[];
  readonly #outline: readonly SectionView[];
  readonly #form: Partial<Pick<ReportView, 'tables' | 'questions'>>;
  readonly #headings: readonly Heading[];
  readonly #tables: ReadonlyMap<WrittenBlock, ReadTable>;
  readonly #looksTell: boolean;
  readonly #pieces: Piece[] = [];
  readonly #answers: Record<string, string> = {};
  readonly #letterhead: WrittenBlock[] = [];
  readonly #closing: WrittenBlock[] = [];
  readonly #apart: ReadPiece[] = [];
  readonly #seen = new Set<Heading>();
  readonly #office: ReadonlyMap<WrittenBlock, Office>;
  /** the sections that refer to notes, by their marks */
  readonly #marked = new Map<string, string>();
  /** where text goes on */
  #flow: Pick<Piece, 'section' | 'sure'> = { section: null, sure: false };
  #current: Heading | null = null;
  /** the title of the paper has been seen, and what follows may be its matter */
  #inTitle = false;

  constructor(
    blocks: readonly WrittenBlock[],
    outline: readonly SectionView[],
    form: Partial<Pick<ReportView, 'tables' | 'questions'>>,
  ) {
    this.#outline = outline;
    this.#form = form;
    this.#headings = headingsOf(outline);
    const tables = blocks.filter((each): each is WrittenTable => each.kind === 'table');
    const above = (at: number): string[] =>
      blocks
        .slice(Math.max(0, at - 3), at)
        .flatMap((each) => (each.kind === 'paragraph' ? [each.text.slice(0, 500)] : []));
    const found = readStatistics(
      blocks.flatMap((block, at) => (block.kind === 'table' ? [{ table: block, above: above(at) }] : [])),
      form.tables ?? [],
    );
    this.#tables = new Map([...found].map(([at, table]) => [tables[at]!, table]));
    this.#office = new Map(tables.map((table) => [table, officeOf(table)]));
    this.#lines = linesOf(blocks, this.#office);
    this.#looksTell = this.#doLooksTell();
  }

  read(): ReadReport {
    this.#begin(null, false);
    this.#lines.forEach((line, at) => this.#line(line, at));
    const pieces = this.#pieces.flatMap(({ lines, ...piece }): ReadPiece[] => {
      const text = lines
        .join('')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      const { section, sure, aside } = piece;
      return text === '' ? [] : [{ text, section, sure, ...(aside && { aside }) }];
    });
    return {
      pieces: [...this.#withOnlySection(pieces), ...this.#apart],
      tables: [...this.#tables.values()],
      answers: this.#answers,
      issuer: { ...readLetterhead(this.#letterhead), ...readClosing(this.#closing) },
    };
  }

  /** A report of one part prints no heading: what is nowhere is its text. */
  #withOnlySection(pieces: readonly ReadPiece[]): readonly ReadPiece[] {
    const [only, ...others] = leaves(this.#outline);
    if (only === undefined || others.length > 0 || this.#seen.size > 0) return pieces;
    const preamble = pieces.findIndex(({ text, aside }) => !aside && writtenWords.preamble.test(bare(text.slice(-20))));
    return pieces.map((piece, at) =>
      piece.section === null && !piece.aside && at > preamble ? { ...piece, section: only.id } : piece,
    );
  }

  #begin(section: string | null, sure: boolean, aside?: ReadAside): void {
    this.#pieces.push({ lines: [], section, sure, aside });
    if (aside === 'closing') this.#flow = { section: null, sure: false };
    else if (aside === undefined) this.#flow = { section, sure };
  }

  get #last(): Piece {
    return this.#pieces.at(-1)!;
  }

  /** Puts a line into a piece of its kind, which it begins unless the last one is. */
  #aside(aside: ReadAside, line: Line): void {
    if (this.#last.aside !== aside) this.#begin(null, true, aside);
    this.#put(line);
  }

  /** Goes on with the text after something that was set aside; after the end of a letter there is none to go on with. */
  #resume(): void {
    if (this.#last.aside !== undefined) this.#begin(this.#flow.section, this.#flow.sure);
  }

  #put({ text, before }: Line): void {
    const { lines, section } = this.#last;
    lines.push(lines.length === 0 ? '' : before, text);
    if (section !== null && text.includes('['))
      for (const [mark] of text.matchAll(MARK)) this.#marked.set(mark, section);
  }

  #line(line: Line, at: number): void {
    const { block, text } = line;
    for (const { as, text: said } of (block.kind === 'paragraph' &&
      this.#lines[at - 1]?.block !== block &&
      block.apart) ||
      [])
      if (as !== 'inserted') this.#apart.push({ text: said, section: null, sure: true, aside: as });
    if (text.trim() === '') return;
    if (block.place === 'header' || block.place === 'footer') return this.#margin(line);
    if (block.place === 'comment') return this.#aside('comment', line);
    if (block.place === 'footnote' || block.place === 'endnote') return this.#note(line);
    if (this.#tables.has(block)) return;
    if (this.#isCaption(line, at) || this.#isAnnexTitle(line)) return this.#aside('caption', line);
    if (this.#isFront && at < FRONT && this.#front(line, at)) return;
    if (this.#last.aside === 'closing' && this.#goesOnClosing(line)) return this.#close(line);
    if (this.#answer(line) || this.#heading(line)) return;
    if (this.#beginsClosing(line, at)) return this.#close(line);
    this.#resume();
    const { section, sure } = this.#last;
    if (this.#endsPreamble) this.#begin(section, sure);
    const isTable = block.kind === 'table';
    // A table of the unit's own is text of the section where it stands, to be looked at.
    if (isTable && this.#lines[at - 1]?.block !== block) this.#begin(section, false);
    else if (!isTable && this.#lines[at - 1]?.block.kind === 'table' && this.#last.lines.length > 0)
      this.#begin(section, section !== null);
    else if (section !== null && !isTable && numbered(text) !== null && this.#pieces.length < MOST_PIECES)
      this.#begin(section, sure);
    this.#put(line);
  }

  /** "… báo cáo kết quả như sau:" leads to the text and is none of it. */
  get #endsPreamble(): boolean {
    return (
      this.#isFront &&
      this.#last.aside === undefined &&
      writtenWords.preamble.test(bare((this.#last.lines.at(-1) ?? '').slice(-20)))
    );
  }

  // --- before the first heading ---

  get #isFront(): boolean {
    return this.#current === null && this.#closing.length === 0;
  }

  /** Letterhead, title with its matter, and addressees. */
  #front(line: Line, at: number): boolean {
    const { block, text } = line;
    const plain = bare(text.trim().slice(0, 200));
    const isOffice =
      block.kind === 'table' ? this.#office.get(block)?.isLetterhead === true : text.split('\t').some(isLetterhead);
    // Lines between the parts of a letterhead that stands in no table, such as the names of the offices.
    const isNear =
      this.#last.aside === 'letterhead' &&
      !this.#inTitle &&
      block.kind === 'paragraph' &&
      text === text.toUpperCase() &&
      !findHeading(text, this.#headings, null);
    const isTitle = writtenWords.papers.some((paper) => wordsOf(plain).join(' ') === paper);
    const isHeading = numbered(text) !== null && findHeading(text, this.#headings, null) !== null;
    const isMatter =
      this.#inTitle &&
      !isHeading &&
      block.kind === 'paragraph' &&
      (block.centered === true || !/[\p{L}\d]/u.test(text) || /^\(.*\)$/s.test(text.trim()));
    const isAddressed = writtenWords.addressees.test(plain) || (this.#isAddressing && /^[-+\u2013]\s/.test(text));
    if (isTitle) this.#inTitle = true;
    if (!isOffice && !isTitle && !isNear && !isMatter && !isAddressed) {
      // Names of offices above the first motto or number, in capitals.
      if (
        this.#pieces.length === 1 &&
        this.#last.lines.length === 0 &&
        text === text.toUpperCase() &&
        /\p{L}{2}/u.test(text) &&
        this.#lettersAhead(at)
      ) {
        this.#letterhead.push(block);
        this.#aside('letterhead', line);
        return true;
      }
      this.#inTitle = false;
      return false;
    }
    if ((isOffice || isNear) && !isTitle && this.#letterhead.at(-1) !== block && !this.#inTitle)
      this.#letterhead.push(block);
    this.#aside('letterhead', line);
    return true;
  }

  get #isAddressing(): boolean {
    const { aside, lines } = this.#last;
    return aside === 'letterhead' && lines.some((line) => writtenWords.addressees.test(bare(line.slice(0, 30))));
  }

  /** Whether a letterhead follows within a few lines. */
  #lettersAhead(at: number): boolean {
    return this.#lines.slice(at, at + 8).some(({ text }) => text.split('\t').some(isLetterhead));
  }

  // --- headings ---

  #heading(line: Line): boolean {
    const { block, text } = line;
    if (block.kind === 'table') return false;
    const looksSo = hasLook(line);
    const found = findHeading(text, this.#headings, this.#current, looksSo);
    if (!found) return false;
    const { heading } = found;
    // A line of the text may say the same as a heading. Where headings look otherwise than text, it is text.
    if (this.#looksTell && !looksSo) {
      this.#resume();
      if (this.#current !== null) this.#begin(this.#last.section, false);
      this.#put(line);
      return true;
    }
    const again = this.#seen.has(heading);
    this.#seen.add(heading);
    this.#current = heading;
    // Text between a chapter's heading and its first section belongs to neither.
    this.#begin(heading.leaf, found.sure && !again && heading.section.sections.length === 0);
    if (found.rest !== '') this.#put({ ...line, text: found.rest });
    return true;
  }

  /** Whether most lines that may be headings are bold or real headings. */
  #doLooksTell(): boolean {
    const found = this.#lines.filter(
      (line) =>
        line.block.kind === 'paragraph' && !line.block.place && findHeading(line.text, this.#headings, null) !== null,
    );
    const looking = found.filter(hasLook);
    return looking.length > 1 && looking.length * 2 > found.length;
  }

  // --- the end of a letter ---

  #beginsClosing(line: Line, at: number): boolean {
    const { block, text } = line;
    if (block.kind === 'table') return this.#office.get(block)?.isClosing === true;
    if (this.#current === null && this.#headings.length > 1) return false;
    if (isClosing(text)) return true;
    // "Trên đây là …" closes a letter only where its end follows.
    return (
      writtenWords.closes.test(bare(text.trim().slice(0, 30))) &&
      this.#lines.slice(at + 1, at + 2).some((next) => this.#endsLetter(next))
    );
  }

  /** The end of a letter goes on until a heading, an annex, or a paragraph of text. */
  #goesOnClosing({ block, text }: Line): boolean {
    if (block.kind === 'table') return this.#office.get(block)?.isClosing === true;
    if (writtenWords.annex.test(bare(text.trim().slice(0, 40)))) return false;
    if (findHeading(text, this.#headings, this.#current, hasLook({ block })) !== null) return false;
    return text.length <= 200;
  }

  #endsLetter({ block, text }: Line): boolean {
    return block.kind === 'table' ? this.#office.get(block)?.isClosing === true : isClosing(text);
  }

  #close(line: Line): void {
    if (this.#closing.at(-1) !== line.block && !writtenWords.closes.test(bare(line.text.trim().slice(0, 30))))
      this.#closing.push(line.block);
    this.#aside('closing', line);
  }

  // --- around tables, margins, notes ---

  /** The number, title, unit and note of a table of the form, beside it. */
  #isCaption({ block, text }: Line, at: number): boolean {
    if (block.kind !== 'paragraph' || (this.#form.tables ?? []).length === 0) return false;
    const said = wordsOf(text.slice(0, 1000));
    for (let near = Math.max(0, at - 3); near <= Math.min(this.#lines.length - 1, at + 5); near += 1) {
      const read = this.#tables.get(this.#lines[near]!.block);
      const view = read && this.#form.tables?.find(({ id }) => id === read.table);
      if (!view) continue;
      const own = [view.heading, `${view.number} ${view.title}`, view.title, view.number, view.note];
      if (own.some((each) => each !== undefined && alike(wordsOf(each), said) >= 0.9)) return true;
      if (
        view.measure !== undefined &&
        said.length < 12 &&
        alike(wordsOf(view.measure), said.slice(-wordsOf(view.measure).length)) === 1
      )
        return true;
    }
    return false;
  }

  /** "PHỤ LỤC" and "(Kèm theo Báo cáo số …)" at the beginning of an annex. */
  #isAnnexTitle({ block, text }: Line): boolean {
    if (block.kind !== 'paragraph' || this.#closing.length === 0) return false;
    const plain = bare(text.trim().slice(0, 300));
    return writtenWords.enclosed.test(plain) || wordsOf(plain).join(' ') === writtenWords.annexAlone;
  }

  #margin(line: Line): void {
    // Numbers of pages say nothing.
    if (/[\p{L}]/u.test(line.text)) this.#aside('margin', line);
  }

  /** A note goes to the end of the section that refers to it. */
  #note(line: Line): void {
    const mark = /^\[\w+\]/.exec(line.text)?.[0];
    this.#begin((mark && this.#marked.get(mark)) ?? null, false);
    this.#put(line);
  }

  // --- answers ---

  #answer({ block, text }: Line): boolean {
    if (block.kind !== 'paragraph') return false;
    const said = wordsOf(text.slice(0, 1000));
    for (const { id, label, options } of this.#form.questions ?? []) {
      const asked = wordsOf(label);
      if (Object.hasOwn(this.#answers, id) || asked.some((word, index) => said[index] !== word)) continue;
      const answer = said.slice(asked.length).join(' ');
      const chosen = options.find((option) => wordsOf(textIn(option.label)).join(' ') === answer);
      if (!chosen) continue;
      this.#answers[id] = chosen.value;
      return true;
    }
    return false;
  }
}

/** Lines of all blocks; paragraphs stand apart, but for dashes one after the other. */
function linesOf(blocks: readonly WrittenBlock[], office: ReadonlyMap<WrittenBlock, Office>): Line[] {
  let wasDash = false;
  return blocks.flatMap((block) => {
    const lines =
      block.kind === 'table'
        ? tableLines(block, office.get(block)).map((text) => normalized(text))
        : normalized(block.text).split('\n').map(asItem);
    const isDash = DASH.test(lines[0] ?? '');
    const apart = isDash && wasDash ? '\n' : '\n\n';
    wasDash = DASH.test(lines.at(-1) ?? '');
    return lines.map((text, at): Line => ({ text, block, before: at === 0 ? apart : '\n' }));
  });
}

const DASH = /^\s*[-+]\s/;

/** A bullet becomes the dash that offices write. */
const asItem = (line: string): string => line.replace(BULLET, '- ');
const BULLET = /^\s*[\u00b7\u2022\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u2013\u2756\u27a2]\s+(?=\S)/u;

/** Letterhead and signature in one row read column by column, other tables row by row. */
function tableLines(table: WrittenTable, office: Office | undefined): string[] {
  const lines = linesOfTable(table);
  if (!office?.isClosing && !office?.isLetterhead) return lines;
  return table.rows.length > 1 &&
    lines.length > 1 &&
    table.rows.every(({ cells }) => cells.every(({ blocks }) => blocks.length < 2))
    ? lines
    : table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => textOfBlocks(blocks).split('\n')));
}

/** What a table is that places the parts of a letter side by side. */
interface Office {
  readonly isLetterhead: boolean;
  readonly isClosing: boolean;
}

function officeOf({ rows }: WrittenTable): Office {
  // Statistics have numbers and days too, but many rows or columns.
  const isSmall = rows.length < 16 && rows.every(({ cells }) => cells.length < 4);
  const someLine = (is: (line: string) => boolean): boolean =>
    isSmall &&
    rows.some(({ cells }) =>
      cells.some(({ blocks }) =>
        blocks.some((block) => block.kind === 'paragraph' && block.text.split('\n').some((line) => is(line))),
      ),
    );
  return { isLetterhead: someLine(isLetterhead), isClosing: someLine(isClosing) };
}

function hasLook({ block }: Pick<Line, 'block'>): boolean {
  return block.kind === 'paragraph' && (block.level !== undefined || block.bold === true);
}
