import type { SectionView } from '../rulebook.js';
import { bare, wordsOf } from './words-of.js';

/** A heading of an outline, prepared for being found. */
export interface Heading {
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

export interface FoundHeading {
  readonly heading: Heading;
  readonly sure: boolean;
  /** the rest of the line after the title */
  readonly rest: string;
}

/** More of a line is no heading. */
const MAX_LETTERS = 1000;

export function headingsOf(outline: readonly SectionView[]): Heading[] {
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

/**
 * A heading is recognized by its printed number and title together, ignoring letter case, Unicode form, tone placement,
 * whitespace and the character after the number; a complete title is enough. A number alone never is: reports contain
 * many lists.
 *
 * @param looksSo the line looks like a heading, so that less of its title has to be there
 */
export function findHeading(
  line: string,
  headings: readonly Heading[],
  current: Heading | null,
  looksSo = false,
): FoundHeading | null {
  const said = numbered(line);
  const words = wordsOf((said?.rest ?? line).slice(0, MAX_LETTERS));
  if (words.length === 0) return null;
  let best: { heading: Heading; score: number; likeness: number; sameNumber: boolean } | null = null;
  for (const heading of headings) {
    const likeness = likenessOf(heading.words, words);
    const sameNumber = said !== null && heading.number !== '' && isNumber(said.number, heading);
    // In a chapter with unnumbered sections, a dash begins a section.
    const asDash = heading.number === '' && heading.chapter === current?.chapter && /^\s*[-+\u2013]/.test(line);
    const enough = sameNumber
      ? likeness >= (isChapter(said.number) || looksSo ? 0.25 : 0.5)
      : likeness >= (asDash || looksSo ? 0.7 : 0.85) && heading.words.length > 1;
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
export function numbered(line: string): { number: string; rest: string } | null {
  const plain = bare(line.slice(0, 60));
  const found =
    /^\s*(?:[-+*]\s*)?(?:(?:phan|muc)\s+)?((?:[ivxlc]{1,6}|\d{1,2})(?:\.\d{1,2}){0,3}|[a-z])(?:\s*[.)/:\u2013-]+\s*|\s+)(?=\S)/.exec(
      plain,
    );
  if (!found) return null;
  const number = found[1]!;
  const behind = found[0].slice(found[0].lastIndexOf(number) + number.length);
  // Without a sign behind it, a letter is a word, and so are small letters that would be a Roman number.
  if (behind.trim() === '' && (!isChapter(number) ? /[a-z]/.test(number) : !line.includes(number.toUpperCase())))
    return null;
  return { number, rest: line.slice(found[0].length) };
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
  if (line.length <= MAX_LETTERS && words.every((word) => title.includes(word))) return '';
  const [name = '', ...text] = line.split(':');
  const behind = text.join(':').trim();
  const named = wordsOf(numbered(name)?.rest ?? name);
  return behind !== '' && named.every((word) => title.includes(word)) ? behind : line.trim();
}

/** The rest of a line after a title; null if the line does not begin with the title. */
function restOf(line: string, title: readonly string[]): string | null {
  const tokens = line.trim().split(/\s+/);
  let at = 0;
  const found: string[] = [];
  while (found.length < title.length && at < tokens.length) found.push(...wordsOf(tokens[at++]!));
  if (found.length !== title.length || found.some((word, index) => word !== title[index])) return null;
  return tokens
    .slice(at)
    .join(' ')
    .replace(/^[\s.:;,\u2013-]+/, '');
}
