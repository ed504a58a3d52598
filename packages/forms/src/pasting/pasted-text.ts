import { attributeOf } from './html-tokens.js';
import { itemMark } from './item-mark.js';
import { MOST_HTML, saysByLook, shownTokens } from './shown-tokens.js';
import { BLOCKS } from './standing-tokens.js';

/**
 * What was pasted, reduced to what is stored: paragraphs parted by a blank line, lines that begin with `-` or `+` as
 * dashes, `+` for what stands below another item. Fonts, colours, links and pictures go, and so does what does not stand
 * in the document's text (`standingTokens`); its words all stay, and what they say by their look (`shownTokens`). Without HTML the lines stay as they are.
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

/**
 * The same for a box of one line. Null where the plain text says all there is to say, and the browser may paste it.
 */
export function pastedLine(html: string, text: string): string | null {
  if (!saysByLook(html)) return null;
  const line = inOneLine(paragraphs(html).join(' '));
  return line === '' || line === inOneLine(text) ? null : line;
}

/** The same for cells, a line in each. */
export const pastedLines = (html: string, text: string): string =>
  saysByLook(html) ? paragraphs(html).join('\n') || text : text;

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The paragraphs of HTML; a line break inside one stays, a row of a table is one. */
function paragraphs(html: string): string[] {
  const done: string[] = [];
  const lists: List[] = [];
  let text = '';
  let level = 1;
  let inCell = false;
  const end = (): void => {
    const lines = text.split('\n').map((line) => asDash(line, level).replace(/\s+/g, ' ').trim());
    const whole = lines.join('\n').trim();
    if (whole !== '') done.push(whole);
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
      if (!opens) text += ' ';
    }
    // A paragraph in a cell, or first in an item of a list, is no other.
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
      // Word in a browser begins a list for each item, and says the level apart.
      const depth = Math.max(lists.length, numberOf(attributes, 'data-aria-level') ?? 1);
      text = around?.ordered ? `${itemMark(around.type, around.items)} ` : depth > 1 ? '+ ' : '- ';
    }
  }
  end();
  return done;
}

/** A list that is open: its kind, and how many items it has so far. */
interface List {
  readonly ordered: boolean;
  /** as HTML says it: `1`, `a`, `A`, `i`, `I` */
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

/** How deep in a list a paragraph of Word stands, which is no item of HTML: `mso-list:l0 level2 lfo1`. */
function wordLevel(attributes: string): number {
  return Number(/mso-list\s{0,9}:[^;"']{0,99}?\blevel(\d)/i.exec(attributes)?.[1] ?? 1);
}

function isMark(text: string): boolean {
  return /^(?:[-+]|[\da-z]+\.) \s*$/i.test(text);
}

/**
 * Signs that stand for a dash, as office programs write them, become one: Word's are letters of a font of signs. Below
 * another item a sign is a plus, as offices write it; a dash or a plus that was typed stays what it is.
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

/** Paragraphs stand apart by a blank line; dashes that follow one another do not. */
function joined(all: readonly string[]): string {
  const isDash = (text: string | undefined): boolean => text !== undefined && /^[-+] /.test(text);
  return all
    .map((each, index) => (index === 0 ? each : `${isDash(each) && isDash(all[index - 1]) ? '\n' : '\n\n'}${each}`))
    .join('');
}
