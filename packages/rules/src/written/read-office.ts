import { parseDay } from '../calendar.js';
import { normalized } from '../reading/normalized.js';
import type { Reading } from '../reading/reading.js';
import type { WrittenBlock } from './block.js';
import { writtenWords } from './strings/written-words.js';
import { bare, wordsOf } from './words-of.js';

/** What letterhead and signature of a paper say of who issued it; absent: nothing, or dots. */
export interface ReadIssuer {
  readonly superior?: string;
  readonly name?: string;
  readonly place?: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: Reading<string, 'day'>;
  readonly authority?: string;
  readonly title?: string;
  readonly signer?: string;
  readonly recipients?: readonly string[];
}

type Issuer = { -readonly [Name in keyof ReadIssuer]: ReadIssuer[Name] };

/** A line of a column of a letterhead or signature. */
export interface OfficeLine {
  readonly text: string;
  readonly bold?: boolean;
}

/**
 * "Nơi nhận:" on a line of its own, and the line above a signature: "T/M BAN THƯỜNG VỤ", "TM.", "K/T", "KT.", "T/L",
 * "TL.", "T/U", "TUQ." with an office in capitals.
 */
export function isClosing(line: string): boolean {
  return writtenWords.recipients.test(bare(line.trim().slice(0, 30))) || isAuthority(line);
}

function isAuthority(line: string): boolean {
  const plain = line.trim();
  const signs = /^(?:[TK]\s?\/\s?[MTLU]|TM|KT|TL|TUQ)\s?[.:]?\s+(?=\S)/u.exec(plain);
  if (plain.length <= 100 && plain === plain.toUpperCase() && writtenWords.signs.test(bare(plain))) return true;
  const office = signs ? plain.slice(signs[0].length).split('\t')[0]! : '';
  return office !== '' && office.length <= 100 && office === office.toUpperCase();
}

/** Whether a line is part of a letterhead: a motto, the number, or place and day. */
export function isLetterhead(line: string): boolean {
  const plain = bare(line.trim().slice(0, 200));
  return isMotto(plain) || writtenWords.number.test(plain) || writtenWords.day.test(plain);
}

const isMotto = (plain: string): boolean => writtenWords.mottos.some((motto) => wordsOf(plain).join(' ') === motto);

/** The columns of a letterhead or signature: those of a table, else of lines with tabs, else one. */
export function columnsOf(blocks: readonly WrittenBlock[]): OfficeLine[][] {
  const columns: OfficeLine[][] = [];
  const add = (column: number, text: string, bold: boolean): void => {
    for (const [at, part] of text.split('\t').entries()) {
      const line = part.trim();
      if (line !== '') (columns[Math.min(column + at, MAX_COLUMNS)] ??= []).push({ text: line, bold });
    }
  };
  const visit = (block: WrittenBlock, column: number): void => {
    if (block.kind === 'table') {
      for (const { cells } of block.rows)
        for (const cell of cells) for (const each of cell.blocks) visit(each, Math.max(column, cell.column));
    } else {
      for (const line of normalized(block.text).split('\n')) add(column, line, block.bold ?? false);
    }
  };
  for (const block of blocks) visit(block, 0);
  return columns.filter((column) => column !== undefined);
}

const MAX_COLUMNS = 20;

/** Reads who issued a paper, under which number and when. */
export function readLetterhead(blocks: readonly WrittenBlock[]): ReadIssuer {
  const issuer: Issuer = {};
  for (const lines of columnsOf(blocks)) {
    const names: OfficeLine[] = [];
    let inSubject = false;
    for (const line of lines) {
      const plain = bare(line.text.slice(0, 300));
      const day = writtenWords.day.exec(plain);
      if (writtenWords.subject.test(plain)) inSubject = true;
      if (inSubject || isMotto(plain) || !/[\p{L}\d]/u.test(line.text)) continue;
      if (writtenWords.number.test(plain)) readNumber(line.text, issuer);
      else if (day) readPlaceAndDay(line.text, day, issuer);
      else names.push(line);
    }
    if (issuer.name === undefined) readNames(names, issuer);
  }
  return issuer;
}

/** The office in bold under the one above it; where both look alike, the first line is the one above. */
function readNames(names: readonly OfficeLine[], issuer: Issuer): void {
  const bold = names.filter((each) => each.bold);
  const isTold = bold.length > 0 && bold.length < names.length;
  const own = isTold ? bold : names.slice(names.length > 1 ? 1 : 0);
  const above = isTold ? names.filter((each) => !each.bold) : names.slice(0, names.length - own.length);
  const said = (lines: readonly OfficeLine[]) => lines.map(({ text }) => text).join(' ');
  if (own.length > 0) issuer.name = said(own);
  if (above.length > 0) issuer.superior = said(above);
}

/** `Số: 75/BC-UBND`, `Số 12-BC/HU`; dots stand for what is not known yet. */
function readNumber(line: string, issuer: Issuer): void {
  const said = line.replace(/^\s*\p{L}+[\s:]*/u, '').trim();
  const end = said.search(/[^\d.…_\s]/);
  const [number, symbol] = end < 0 ? [said, ''] : [said.slice(0, end), said.slice(end).replace(/^[-/\s]+/, '')];
  const digits = number.replace(/\D/g, '');
  if (digits !== '') issuer.number = digits;
  if (symbol !== '' && !DOTS.test(symbol)) issuer.symbol = symbol.trim();
}

const DOTS = /…|\.{2}|_{2}/;

function readPlaceAndDay(line: string, found: RegExpExecArray, issuer: Issuer): void {
  const place = line.slice(0, (found[1] ?? '').length).trim();
  if (place !== '' && !DOTS.test(place)) issuer.place = place;
  const [day = '', month = '', year = ''] = found.slice(2);
  if ([day, month, year].some((part) => !/^\d+$/.test(part))) {
    // Dots to be filled in by hand say nothing; anything else is a doubt.
    if (/\d/.test(day + year) && /\d/.test(month)) issuer.date = { doubt: 'day', readings: [] };
    return;
  }
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  issuer.date = parseDay(iso) === null ? { doubt: 'day', readings: [] } : { value: iso };
}

/** Reads recipients and signature. */
export function readClosing(blocks: readonly WrittenBlock[]): ReadIssuer {
  const issuer: Issuer = {};
  const signature: string[] = [];
  for (const lines of columnsOf(blocks)) {
    let inRecipients = false;
    const recipients: string[] = [];
    for (const { text } of lines) {
      if (writtenWords.recipients.test(bare(text.slice(0, 30)))) {
        inRecipients = true;
        const behind = text.replace(/^[^:]*:?\s*/, '');
        if (behind !== '') recipients.push(behind);
      } else if (
        inRecipients &&
        !isAuthority(text) &&
        (/^[-+\u2013]/.test(text) || recipients.length === 0 || !isSignature(text))
      ) {
        recipients.push(text);
      } else {
        inRecipients = false;
        signature.push(text);
      }
    }
    const named = recipients.map(withoutSigns).filter((each) => each !== '' && !DOTS.test(each));
    if (named.length > 0) issuer.recipients = [...(issuer.recipients ?? []), ...named];
  }
  readSignature(signature, issuer);
  return issuer;
}

const withoutSigns = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[\s,;./]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end).replace(/^[-+\u2013\u2022]\s*/, '');
};

/** Authority, post and name stand below one another: capitals, capitals, a name. */
function readSignature(lines: readonly string[], issuer: Issuer): void {
  const said = lines.filter((line) => /\p{L}/u.test(line) && !DOTS.test(line) && !/^[([].*[)\]]$/.test(line));
  const posts = said.filter((line) => line === line.toUpperCase());
  const names = said.filter((line) => line !== line.toUpperCase());
  const last = Math.max(-1, ...posts.map((line, at) => (isAuthority(line) ? at : -1)));
  if (last >= 0) issuer.authority = posts.slice(0, last + 1).join('\n');
  if (posts.length > last + 1) issuer.title = posts.slice(last + 1).join('\n');
  const signer = names.at(-1);
  if (signer !== undefined && signer.length <= 80) issuer.signer = signer;
}

/** A line of a signature rather than of the recipients: an office or post in capitals. */
const isSignature = (line: string): boolean => line === line.toUpperCase() && /\p{L}{2}/u.test(line);
