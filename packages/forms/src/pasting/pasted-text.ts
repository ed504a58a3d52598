import { attributeOf } from './html-tokens.js';
import { itemMark } from './item-mark.js';
import { MOST_HTML, saysByLook, shownTokens } from './shown-tokens.js';
import { BLOCKS } from './standing-tokens.js';

/**
 * Pasted content reduced to what is stored: paragraphs separated by a blank line, lines that begin with `-` or `+` as
 * dashes, `+` for nested items. Fonts, colours, links and images are dropped, and so is what is not part of the
 * document's text (`standingTokens`); all its words are kept, and the meaning of their formatting (`shownTokens`).
 * Rows of a table become lines, with tabs between cells. Without HTML the lines are left unchanged.
 */
export function pastedText(html: string, text: string): string {
  const formatted = html.length <= MOST_HTML && (/<(?:p|div|li|br|h[1-6]|td)[\s>/]/i.test(html) || saysByLook(html));
  if (!formatted) {
    return text
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .map((line) => asDash(line))
      .join('\n');
  }
  return joined(paragraphs(html));
}

/** The same for a one-line box. Null if the plain text is sufficient and the browser may paste it. */
export function pastedLine(html: string, text: string): string | null {
  if (!saysByLook(html)) return null;
  const line = inOneLine(paragraphs(html).join(' '));
  return line === '' || line === inOneLine(text) ? null : line;
}

/** The same for cells, one line each. */
export const pastedLines = (html: string, text: string): string =>
  saysByLook(html) ? paragraphs(html).join('\n') || text : text;

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The paragraphs of HTML, keeping line breaks; a table row is one paragraph, with tabs between cells. */
function paragraphs(html: string): string[] {
  const done: string[] = [];
  const lists: List[] = [];
  let text = '';
  let level = 1;
  let inCell = false;
  const end = (): void => {
    const lines = text.split('\n').map((line) => asDash(line, level).split('\t').map(inOneLine).join('\t'));
    // A blank cell in front keeps the others in their columns.
    const whole = withoutEnd(lines.join('\n').replace(/^\n+/, ''));
    if (whole.trim() !== '') done.push(whole);
    text = '';
  };
  for (const token of shownTokens(html)) {
    if (token.kind === 'text') {
      text += token.text.replace(/[ \t\r\n]+/g, ' ');
      continue;
    }
    const { name, attributes } = token;
    const opens = token.kind === 'open';
    if (name === 'br') text += '\n';
    if (name === 'td' || name === 'th') {
      inCell = opens;
      // Cells stay apart, so that a table in a text is still one.
      if (!opens) text += '\t';
    }
    // A paragraph in a cell, or at the start of a list item, is not a separate one.
    if (!BLOCKS.test(name) || inCell || (name === 'p' && opens && isMark(text))) continue;
    end();
    level = opens ? wordLevel(attributes) : 1;
    if (name === 'ul' || name === 'ol') {
      if (opens) lists.push(list(name, attributes));
      else lists.pop();
    } else if (name === 'li' && opens) {
      const around = lists.at(-1);
      const value = numberOf(attributes, 'value');
      if (around) around.items = value ?? around.items + 1;
      // Word for the web starts a list for each item and gives the level separately.
      const depth = Math.max(lists.length, numberOf(attributes, 'data-aria-level') ?? 1);
      text = around?.ordered ? `${itemMark(around.type, around.items)} ` : depth > 1 ? '+ ' : '- ';
    }
  }
  end();
  return done;
}

/** An open list: its type, and the number of items so far. */
interface List {
  readonly ordered: boolean;
  /** as in HTML: `1`, `a`, `A`, `i`, `I` */
  readonly type: string;
  items: number;
}

function list(name: string, attributes: string): List {
  const type = attributeOf(attributes, 'type') ?? '1';
  return { ordered: name === 'ol', type, items: (numberOf(attributes, 'start') ?? 1) - 1 };
}

function numberOf(attributes: string, name: string): number | null {
  const said = attributeOf(attributes, name);
  return said !== null && /^\d{1,4}$/.test(said) ? Number(said) : null;
}

/** List level of a Word paragraph that is not an HTML list item: `mso-list:l0 level2 lfo1`. */
function wordLevel(attributes: string): number {
  return Number(/mso-list\s{0,9}:[^;"']{0,99}?\blevel(\d)/i.exec(attributes)?.[1] ?? 1);
}

function isMark(text: string): boolean {
  return /^(?:[-+]|[\da-z]+\.) \s*$/i.test(text);
}

/**
 * Turns the bullets of office programs into a dash; Word's are letters of a symbol font. In nested items a bullet
 * becomes a plus, as offices write it; a typed dash or plus is kept.
 */
function asDash(line: string, level = 1): string {
  if (level > 1 && SIGN.test(line)) return line.replace(SIGN, '+ ');
  if (SIGN.test(line)) return line.replace(SIGN, '- ');
  if (DASH.test(line)) return line.replace(DASH, '- ');
  return line.replace(/^\s*\+\s*(?=\p{L})/u, '+ ');
}

const SIGN =
  /^\s*(?:[\u00b7\u2022\u25aa\u25e6\u25cf\u25cb\u25a0\u25a1\u2219\u2751\u2752\u2756\u27a2\uf0a7\uf0b7\uf0d8\uf02d]\s*|[\uf020-\uf0ff]\s+|[o\u00d8\u00a7]\u00a0\s*)(?=\S)/u;
const DASH = /^\s*[-\u2010-\u2015\u2212](?:\s+|(?=\p{L}))(?=\S)/u;

/** Separates paragraphs by a blank line, but not consecutive dashes, nor rows of a table. */
function joined(all: readonly string[]): string {
  const isDash = (text: string): boolean => /^[-+] /.test(text);
  const isRow = (text: string): boolean => text.includes('\t');
  const isLike = (one: string, other: string): boolean =>
    (isDash(one) && isDash(other)) || (isRow(one) && isRow(other));
  return all
    .map((each, index) => (index === 0 ? each : `${isLike(each, all[index - 1]!) ? '\n' : '\n\n'}${each}`))
    .join('');
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /\s/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
