// Splits the text of a directive into its clauses, so that a pack can be held to every one of them.
//
//   node test/lib/clauses.mjs <text of the directive> > packs/<id>.clauses.json
//
// A clause is named by its printed numbers ("III.1.2"), then by what is not numbered: "gạch 1" for its first dash,
// "cộng" for +, "sao" for *, "đoạn" for a paragraph without a mark. Annexes begin with their name: "Đề cương, II.1".
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WORDS = 8;
const ANNEXES = [
  [/^ĐỀ CƯƠNG/, 'Đề cương'],
  [/^PHỤ LỤC/, 'Phụ lục'],
];
const NUMBERS = /^([IVX]+|\d+(?:\.\d+)*)\.\s+(.+)$|^(\d+(?:\.\d+)+)\s+(.+)$/su;
const TABLE = /^bảng (\d\p{L}):\s*(.+)$/iu;
/** Outermost first: a dash under a star belongs to it. */
const MARKS = [
  { sign: /^\*+\s+/, word: 'sao' },
  { sign: /^[-–]\s+/, word: 'gạch' },
  { sign: /^\+\s+/, word: 'cộng' },
];

/**
 * @param {string} text
 * @returns {{ clause: string, words: string }[]} in the order of the text; `words` are the first of the clause
 */
export function clausesOf(text) {
  /** @type {{ clause: string, words: string }[]} */
  const found = [];
  let annex = '';
  let section = '';
  let number = '';
  let marks = [];
  let paragraphs = 0;
  let closed = false;
  const add = (address, words) =>
    found.push({ clause: [annex, address].filter(Boolean).join(', '), words: firstWords(words) });

  for (const block of blocksOf(text)) {
    const heading = ANNEXES.find(([begins]) => begins.test(block));
    if (heading) {
      [annex, section, number, marks, closed] = [heading[1], '', '', [], false];
      continue;
    }
    // Who receives it and who signs it bind nobody.
    if (/^Nơi nhận\b/.test(block)) closed = true;
    if (closed) continue;

    const numbered = NUMBERS.exec(block);
    const table = TABLE.exec(block);
    if (numbered || table) {
      const printed = numbered ? (numbered[1] ?? numbered[3]) : table[1].toUpperCase();
      if (/^[IVX]+$/.test(printed)) section = number = printed;
      else number = [section, printed].filter(Boolean).join('.');
      [marks, paragraphs] = [[], 0];
      add(number, numbered ? (numbered[2] ?? numbered[4]) : table[2]);
      continue;
    }
    const level = MARKS.findIndex(({ sign }) => sign.test(block));
    if (number === '') {
      // Above the first number stand the letterhead, the title and the sentence that opens.
      if (level < 0 && block.endsWith(':') && block.split(/\s+/).length > WORDS) add('Mở đầu', block);
    } else if (level < 0) {
      paragraphs += 1;
      add(`${number}, đoạn ${paragraphs}`, block);
    } else {
      marks = MARKS.map((_, index) => (index > level ? 0 : (marks[index] ?? 0) + (index === level ? 1 : 0)));
      const steps = MARKS.flatMap(({ word }, index) =>
        marks[index] > 0 && index <= level ? [`${word} ${marks[index]}`] : [],
      );
      add([number, ...steps].join(', '), block.replace(MARKS[level].sign, ''));
    }
  }
  return found;
}

/** Lines as they belong together: a sentence that the text breaks off goes on in the next line. */
function blocksOf(text) {
  /** @type {string[]} */
  const blocks = [];
  for (const printed of text.split('\n').map((entry) => entry.trimStart())) {
    const line = printed.trimEnd();
    // Rows of a table are the pack's tables; rulers are nothing.
    if (line === '' || printed.includes('\t') || /^[-*]+$/.test(line)) continue;
    const last = blocks.at(-1);
    if (last !== undefined && goesOn(last, line)) blocks[blocks.length - 1] = `${last} ${line}`;
    else blocks.push(line);
  }
  return blocks;
}

function goesOn(last, line) {
  if (/^\p{Ll}/u.test(line) && !TABLE.test(line)) return true;
  // "Ban Thi đua / - Khen thưởng": a hyphen at the break of a paragraph that has no end is no dash.
  const unmarked = !NUMBERS.test(last) && !MARKS.some(({ sign }) => sign.test(last));
  return /^-\s/.test(line) && unmarked && last.split(/\s+/).length > WORDS && /[\p{L}\d]$/u.test(last);
}

const firstWords = (text) =>
  text
    .replace(/[*_]|<\/?i>/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, WORDS)
    .join(' ');

const [, script, path] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  const lines = clausesOf(readFileSync(path, 'utf8')).map((clause) => `  ${JSON.stringify(clause)}`);
  process.stdout.write(`[\n${lines.join(',\n')}\n]\n`);
}
