import { normalized } from '../reading/normalized.js';
import type { FieldView, SectionView } from '../rulebook.js';
import { textIn } from '../text.js';
import { linesOfTable, type WrittenBlock } from './block.js';
import { isLetterhead, type ReadIssuer } from './read-office.js';
import { readReport, type ReadPiece } from './read-report.js';
import { gridOf, headDepth, type Grid } from './table-grid.js';
import { writtenWords } from './strings/written-words.js';
import { alike, bare, wordsOf } from './words-of.js';

/** A kind of nominee, and what a form asks of it. */
export interface KindToFind {
  readonly kind: string;
  readonly label: string;
  readonly fields: readonly FieldView[];
  /** of its own report, by the template that the pack names */
  readonly sections: readonly SectionView[];
}

/** A nominee as papers describe it. */
export interface ReadNominee {
  readonly kind: string;
  /** false: the kind is not said, but the likeliest */
  readonly sure: boolean;
  /** by the name of the field, as written */
  readonly fields: Readonly<Record<string, string>>;
  /** by the id of the section of its own report */
  readonly sections: Readonly<Record<string, string>>;
}

/** The papers of a nomination, read: a list, a letter with its list, reports of nominees. */
export interface ReadNomination {
  readonly nominees: readonly ReadNominee[];
  readonly issuer: ReadIssuer;
  /** what has no place in a nomination, in reading order */
  readonly left: readonly ReadPiece[];
}

/**
 * Reads nominees from papers that were written elsewhere: rows of lists, whose columns are found by their heads and
 * whose groups say the kind; and reports, whose lines `Label: value` are fields and whose headings are those of the
 * template. The same name of the same kind is one nominee.
 */
export function readNomination(blocks: readonly WrittenBlock[], kinds: readonly KindToFind[]): ReadNomination {
  const found: ReadNominee[] = [];
  const left: ReadPiece[] = [];
  let issuer: ReadIssuer = {};
  for (const { isReport, own } of papersOf(blocks)) {
    if (isReport) {
      const about = readAbout(own, kinds, found);
      if (about.nominee) found.push(about.nominee);
      left.push(...about.left);
    } else {
      const read = readReport(
        own.flatMap((block) => besideList(block, kinds, found, left)),
        [],
      );
      issuer = { ...read.issuer, ...issuer };
      left.push(...read.pieces);
    }
  }
  return { nominees: merged(found), issuer, left };
}

interface Paper {
  readonly isReport: boolean;
  readonly own: readonly WrittenBlock[];
}

/** Each report of a nominee begins with its title, or with the letterhead right above. */
function papersOf(blocks: readonly WrittenBlock[]): Paper[] {
  const starts = blocks.flatMap((block, at) => {
    if (block.kind !== 'paragraph' || !isTitle(block.text)) return [];
    const head = [at - 1, at - 2].find((above) => {
      const before = blocks[above];
      return before?.kind === 'table' && linesOfTable(before).some((line) => line.split('\t').some(isLetterhead));
    });
    return [head ?? at];
  });
  const [first = blocks.length] = starts;
  return [
    ...(first > 0 ? [{ isReport: false, own: blocks.slice(0, first) }] : []),
    ...starts.map((start, index) => ({ isReport: true, own: blocks.slice(start, starts[index + 1] ?? blocks.length) })),
  ];
}

const isTitle = (text: string): boolean => wordsOf(text.slice(0, 60)).join(' ') === writtenWords.ownReport;

// --- lists ---

/** Reads a table if it is a list of nominees. @returns what is none: the block itself, or what stands below a list */
function besideList(
  block: WrittenBlock,
  kinds: readonly KindToFind[],
  found: ReadNominee[],
  left: ReadPiece[],
): readonly WrittenBlock[] {
  const grid = block.kind === 'table' ? gridOf(block) : null;
  if (!grid || block.kind !== 'table') return [block];
  const depth = headDepth(grid);
  const columns = fieldsOf(grid, depth, kinds);
  if (!columns.has('name') || columns.size < 2) return [block];
  const below: WrittenBlock[] = [];
  const rows = block.rows.filter(({ apart }) => apart === undefined);
  let group: KindToFind | undefined;
  for (const [at, texts] of grid.entries()) {
    if (at < depth) continue;
    const said = texts.filter((text, at) => text !== '' && text !== texts[at - 1]);
    const words = said.filter((text) => !/^[\dIVXLC]{1,5}[.)]?$/i.test(text));
    if (words.length === 0) continue;
    const named = words.length === 1 ? kindNamed(words[0]!, kinds) : undefined;
    if (named) {
      group = named;
      continue;
    }
    // A sum or signature in one cell below the list.
    const [only, ...others] = rows[at]?.cells ?? [];
    if (only && others.length === 0) {
      below.push(...only.blocks);
      continue;
    }
    const name = texts[columns.get('name')!.place] ?? '';
    const likely = group ?? kindLike(name, kinds);
    const fields: Record<string, string> = {};
    for (const [field, { place }] of columns) {
      const text = texts[place] ?? '';
      if (text !== '' && !DOTS.test(text) && likely?.fields.some((own) => own.field === field)) fields[field] = text;
      else if (text !== '' && !DOTS.test(text)) left.push({ text, section: null, sure: false });
    }
    if (fields['name'] === undefined || likely === undefined) {
      left.push({ text: said.join('\t'), section: null, sure: false });
      continue;
    }
    const places = new Set([...columns.values()].map(({ place }) => place));
    texts.forEach((text, place) => {
      if (!places.has(place) && text !== '' && !/^[\dIVXLC]{1,5}[.)]?$/i.test(text) && !DOTS.test(text))
        left.push({ text: `${fields['name']!}: ${text}`, section: null, sure: false });
    });
    found.push({ kind: likely.kind, sure: group !== undefined || kinds.length === 1, fields, sections: {} });
  }
  return below;
}

const DOTS = /^[.…_\s]{2,}$/;

interface Column {
  readonly place: number;
  readonly score: number;
}

/** The fields of all kinds by the columns of a list. */
function fieldsOf(grid: Grid, depth: number, kinds: readonly KindToFind[]): ReadonlyMap<string, Column> {
  const pairs: (Column & { field: string })[] = [];
  const width = Math.max(...grid.map(({ length }) => length));
  for (let place = 0; place < width; place += 1) {
    const texts = grid.slice(0, depth).map((row) => row[place] ?? '');
    const head = texts.filter((text, row) => text !== texts[row - 1]).join(' ');
    const ways = [head, ...head.split(/[/,;(]/)].map(wordsOf).filter((words) => words.length > 0);
    for (const field of new Set(kinds.flatMap(({ fields }) => fields.map((each) => each.field)))) {
      const labels = kinds.flatMap(({ fields }) =>
        fields.flatMap((each) => (each.field === field ? [wordsOf(textIn(each.label))] : [])),
      );
      const names = Object.hasOwn(writtenWords.fields, field)
        ? writtenWords.fields[field as keyof typeof writtenWords.fields].map((name) => name.split(' '))
        : [];
      const score = Math.max(0, ...ways.flatMap((way) => [...labels, ...names].map((label) => alike(label, way))));
      if (score >= 0.75) pairs.push({ field, place, score });
    }
  }
  const columns = new Map<string, Column>();
  const taken = new Set<number>();
  for (const { field, ...column } of pairs.sort((one, other) => other.score - one.score || one.place - other.place)) {
    if (columns.has(field) || taken.has(column.place)) continue;
    columns.set(field, column);
    taken.add(column.place);
  }
  return columns;
}

const kindNamed = (text: string, kinds: readonly KindToFind[]): KindToFind | undefined => {
  const words = wordsOf(text.split('(')[0]!).filter((word) => !/^(?:[ivx]+|\d+)$/.test(word));
  return words.length > 8 ? undefined : kinds.find(({ label }) => wordsOf(label).every((word) => words.includes(word)));
};

/** A short name of words in capital initials is a person's, unless it names an office. */
function kindLike(name: string, kinds: readonly KindToFind[]): KindToFind | undefined {
  if (kinds.length === 1) return kinds[0];
  const plain = bare(name);
  const isOffice = writtenWords.offices.test(plain);
  const wanted = isOffice ? 'collective' : 'individual';
  return kinds.find(({ kind }) => kind === wanted) ?? kinds.find(({ fields }) => fields.length > 0);
}

// --- reports of nominees ---

function readAbout(
  blocks: readonly WrittenBlock[],
  kinds: readonly KindToFind[],
  known: readonly ReadNominee[],
): { readonly nominee?: ReadNominee; readonly left: readonly ReadPiece[] } {
  const labels = new Set(kinds.flatMap(({ fields }) => fields.map(({ label }) => wordsOf(textIn(label)).join(' '))));
  const tried = kinds.map((kind) => ({ kind, ...readAs(blocks, kind, { known, labels }) }));
  const best = tried.sort((one, other) => other.score - one.score)[0];
  if (!best || best.fields['name'] === undefined) return { left: readReport(blocks, []).pieces };
  const { kind, fields, sections, left, sure } = best;
  return { nominee: { kind: kind.kind, sure, fields, sections }, left };
}

function readAs(
  blocks: readonly WrittenBlock[],
  { kind, fields: asked, sections: outline }: KindToFind,
  { known, labels }: { readonly known: readonly ReadNominee[]; readonly labels: ReadonlySet<string> },
) {
  const { pieces } = readReport(blocks, outline);
  const fields: Record<string, string> = {};
  const sections: Record<string, string> = {};
  const left: ReadPiece[] = [];
  for (const piece of pieces) {
    const rest = piece.text.split('\n').filter((line) => !isField(line, asked, { fields, labels }));
    const text = rest
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (text === '') continue;
    if (piece.section === null) left.push({ ...piece, text });
    else sections[piece.section] = [sections[piece.section], text].filter(Boolean).join('\n\n');
  }
  const saysName = fields['name'] !== undefined;
  // The title names the nominee, with post and office behind a comma.
  const whole = bare(
    pieces
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 5000),
  );
  const listed = saysName
    ? undefined
    : known.find((each) => each.kind === kind && whole.includes(bare(each.fields['name'] ?? '\n')));
  if (listed) fields['name'] = listed.fields['name']!;
  const score = Object.keys(fields).length + (saysName ? 2 : 0) + (listed ? 2 : 0) + Object.keys(sections).length;
  return { fields, sections, left, score, sure: saysName || listed !== undefined };
}

/**
 * `- Label: value`, or the label of what is only said where it is so.
 *
 * @param labels of all kinds, which usual names never stand for
 */
function isField(
  line: string,
  asked: readonly FieldView[],
  { fields, labels }: { readonly fields: Record<string, string>; readonly labels: ReadonlySet<string> },
): boolean {
  const colon = line.indexOf(':');
  const said = wordsOf(colon < 0 ? line.slice(0, 200) : line.slice(0, colon)).join(' ');
  if (said === '' || said.length > 150) return false;
  for (const { field, label, type } of asked) {
    if (type === 'long-text' || Object.hasOwn(fields, field)) continue;
    const isSaid =
      wordsOf(textIn(label)).join(' ') === said || (colon >= 0 && !labels.has(said) && namesOf(field).includes(said));
    if (!isSaid) continue;
    const value = colon < 0 ? '' : normalized(line.slice(colon + 1)).trim();
    if (colon >= 0 && value !== '') fields[field] = DOTS.test(value) ? '' : value;
    else if (colon < 0 && type === 'yes-no') fields[field] = 'x';
    else return false;
    if (fields[field] === '') delete fields[field];
    return true;
  }
  return false;
}

const namesOf = (field: string): readonly string[] =>
  Object.hasOwn(writtenWords.fields, field) ? writtenWords.fields[field as keyof typeof writtenWords.fields] : [];

/** Lists and reports of the same nominee as one; what the list says comes first. */
function merged(found: readonly ReadNominee[]): ReadNominee[] {
  const all = new Map<string, ReadNominee>();
  for (const nominee of found) {
    const key = `${nominee.kind} ${wordsOf(nominee.fields['name'] ?? '').join(' ')}`;
    const before = all.get(key);
    all.set(
      key,
      before
        ? {
            ...before,
            fields: { ...nominee.fields, ...before.fields },
            sections: { ...before.sections, ...nominee.sections },
          }
        : nominee,
    );
  }
  return [...all.values()];
}
