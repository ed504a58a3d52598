import { normalized } from '@kl01/rules/reading';
import type { SectionView } from '@kl01/rules';

/** A piece of a pasted report, and the section it probably belongs to. */
export interface Piece {
  readonly text: string;
  /** id of a section with text; null if none was found */
  readonly section: string | null;
  /** false: matched only by similarity, to be checked */
  readonly sure: boolean;
  /** recipients and signature at the end of a letter, which belong to no section */
  readonly closing?: true;
}

interface Heading {
  readonly section: SectionView;
  /** normalized, such as "ii" or "1"; '' if none is printed */
  readonly number: string;
  /** the same with the numbers above it, such as "ii.1" */
  readonly path: string;
  readonly words: readonly string[];
  readonly order: number;
  readonly chapter: number;
  /** the section for the text under this heading: itself, or the first below it */
  readonly leaf: string;
}

interface Found {
  readonly heading: Heading;
  readonly sure: boolean;
  /** the rest of the line after the title */
  readonly rest: string;
}

/**
 * Splits a whole report at the headings of its outline. A heading is recognized by its printed number and title
 * together, ignoring letter case, Unicode form, tone placement, whitespace and the character after the number; a
 * complete title is enough. A number alone never is: reports contain many lists. Every line ends up in a piece; a
 * numbered line begins a new one, so that an officer can move wrongly assigned text from there on. The end of a letter,
 * recipients and signature, is a separate piece, up to the next heading.
 */
export function partReport(text: string, outline: readonly SectionView[]): Piece[] {
  const headings = headingsOf(outline);
  const pieces: { lines: string[]; section: string | null; sure: boolean; closing?: true }[] = [];
  let current: Heading | null = null;
  const begin = (section: string | null, sure: boolean): void => void pieces.push({ lines: [], section, sure });
  begin(null, false);
  for (const line of normalized(text).split('\n')) {
    const found = findHeading(line, headings, current);
    if (found) {
      current = found.heading;
      // Text between a chapter's heading and its first section belongs to neither.
      begin(found.heading.leaf, found.sure && found.heading.section.sections.length === 0);
      if (found.rest !== '') pieces.at(-1)!.lines.push(found.rest);
      continue;
    }
    const { section, sure, closing } = pieces.at(-1)!;
    if (!closing && section !== null && isClosing(line)) {
      pieces.push({ lines: [line], section: null, sure: true, closing: true });
      continue;
    }
    if (section !== null && numbered(line) !== null && pieces.length < MOST_PIECES) begin(section, sure);
    pieces.at(-1)!.lines.push(line);
  }
  return pieces
    .map(({ lines, ...piece }) => ({
      ...piece,
      text: lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    }))
    .filter((piece) => piece.text !== '');
}

/**
 * "Nơi nhận:" on a line of its own, and the line above a signature: "T/M BAN THƯỜNG VỤ", "TM.", "K/T", "KT.", "T/L",
 * "TL.", "T/U", "TUQ." with an office in capitals.
 */
function isClosing(line: string): boolean {
  const plain = line.trim();
  if (/^nơi nhận\s*(:|$)/iu.test(plain)) return true;
  const signs = /^(?:[TK]\s?\/\s?[MTLU]|TM|KT|TL|TUQ)\s?[.:]?\s+(?=\S)/u.exec(plain);
  const office = signs ? plain.slice(signs[0].length).split(/\t/)[0]! : '';
  return office !== '' && office.length <= 100 && office === office.toUpperCase();
}

/** From this many pieces on, numbered lines no longer begin new ones: too many to review. */
const MOST_PIECES = 300;

function headingsOf(outline: readonly SectionView[]): Heading[] {
  const found: Heading[] = [];
  const walk = (section: SectionView, above: string, chapter: number): void => {
    const number = bare(section.number).replace(/[^a-z0-9.]|\.$/g, '');
    const path = [above, number].filter(Boolean).join('.');
    const words = wordsOf(section.title);
    found.push({ section, number, path, words, order: found.length, chapter, leaf: firstLeaf(section) });
    for (const each of section.sections) walk(each, path, chapter);
  };
  outline.forEach((section, chapter) => walk(section, '', chapter));
  return found;
}

function firstLeaf(section: SectionView): string {
  return section.sections[0] ? firstLeaf(section.sections[0]) : section.id;
}

function findHeading(line: string, headings: readonly Heading[], current: Heading | null): Found | null {
  const said = numbered(line);
  const words = wordsOf(said?.rest ?? line);
  if (words.length === 0) return null;
  let best: { heading: Heading; score: number; likeness: number; sameNumber: boolean } | null = null;
  for (const heading of headings) {
    const likeness = likenessOf(heading.words, words);
    const sameNumber = said !== null && heading.number !== '' && isNumber(said.number, heading);
    // In a chapter with unnumbered sections, a dash begins a section.
    const asDash = heading.number === '' && heading.chapter === current?.chapter && /^\s*[-+\u2013]/.test(line);
    const enough = sameNumber
      ? likeness >= (isChapter(said.number) ? 0.25 : 0.5)
      : likeness >= (asDash ? 0.7 : 0.85) && heading.words.length > 1;
    if (!enough) continue;
    const ahead = current === null || heading.order > current.order ? 0.2 : 0;
    const near = heading.chapter === current?.chapter ? 0.1 : 0;
    const score = likeness + (sameNumber ? 0.5 : 0) + ahead + near;
    if (best === null || score > best.score) best = { heading, score, likeness, sameNumber };
  }
  if (best === null) return null;
  const { heading, likeness, sameNumber } = best;
  const rest = restOf(said?.rest ?? line, heading.words) ?? unlike(line, words, heading.words);
  return { heading, rest, sure: likeness >= 0.6 && (sameNumber || heading.number === '') };
}

/** Parses `II.`, `2)`, `3/`, `1.2.`, `a)`, also after the word for part or section. */
function numbered(line: string): { number: string; rest: string } | null {
  const plain = bare(line);
  const found =
    /^\s*(?:[-+*]\s*)?(?:(?:phan|muc)\s+)?((?:[ivxlc]{1,6}|\d{1,2})(?:\.\d{1,2}){0,3}|[a-z])(?:\s*[.)/:\u2013-]+\s*|\s+)(?=\S)/.exec(
      plain,
    );
  if (!found) return null;
  return { number: found[1]!, rest: line.slice(found[0].length) };
}

function isNumber(said: string, { number, path }: Heading): boolean {
  return said === number || said === path || path.endsWith(`.${said}`);
}

function isChapter(number: string): boolean {
  return /^[ivxlc]+$/.test(number);
}

/** Similarity of a title and a line: 1 if the line begins with the whole title, less if they diverge. */
function likenessOf(title: readonly string[], line: readonly string[]): number {
  let same = 0;
  while (same < title.length && same < line.length && title[same] === line[same]) same += 1;
  if (same === title.length) return 1;
  if (same === line.length && same > 1) return 0.8;
  if (same >= 5) return 0.7;
  const left = [...line.slice(0, title.length + 6)];
  const common = title.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / (title.length + Math.min(line.length, title.length + 6));
}

/**
 * The text to keep from a heading worded differently: none if all its words are in the title, the text after a colon,
 * else the whole line. An officer's words are never discarded.
 */
function unlike(line: string, words: readonly string[], title: readonly string[]): string {
  if (words.every((word) => title.includes(word))) return '';
  const [name = '', ...text] = line.split(':');
  const behind = text.join(':').trim();
  const named = wordsOf(numbered(name)?.rest ?? name);
  return behind !== '' && named.every((word) => title.includes(word)) ? behind : line.trim();
}

/** The rest of a line after a title; null if the line does not begin with the title. */
function restOf(line: string, title: readonly string[]): string | null {
  const tokens = line.trim().split(/\s+/);
  let at = 0;
  let found: string[] = [];
  while (found.length < title.length && at < tokens.length) found = [...found, ...wordsOf(tokens[at++]!)];
  if (found.length !== title.length || found.some((word, index) => word !== title[index])) return null;
  return tokens
    .slice(at)
    .join(' ')
    .replace(/^[\s.:;,\u2013-]+/, '');
}

function wordsOf(text: string): string[] {
  return bare(text).match(/[a-z0-9]+/g) ?? [];
}

/** Lower case without diacritics, one letter for each letter: spellings of a title differ mostly in tone placement. */
function bare(text: string): string {
  return [...normalized(text)]
    .map(
      (letter) =>
        normalized(letter, 'NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/[\u0111\u0110]/, 'd') || letter,
    )
    .join('')
    .toLowerCase();
}
