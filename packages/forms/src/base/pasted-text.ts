import { htmlTokens } from './html-tokens.js';

const MOST_HTML = 4_000_000;
const BLOCKS = /^(?:p|div|h[1-6]|li|tr|table|ul|ol|blockquote|section|article|pre|dt|dd)$/;

/**
 * What was pasted, reduced to what is stored: paragraphs parted by a blank line, lines that begin with `-` or `+` as
 * dashes. Fonts, colours, links and pictures go; the words all stay. Without HTML the lines stay as they are.
 */
export function pastedText(html: string, text: string): string {
  const formatted = html.length <= MOST_HTML && /<(?:p|div|li|br|h[1-6]|td)[\s>/]/i.test(html);
  if (!formatted) return text.replace(/\r\n?/g, '\n').split('\n').map(asDash).join('\n');
  return joined(paragraphs(html));
}

/** The paragraphs of HTML; a line break inside one stays, a row of a table is one. */
function paragraphs(html: string): string[] {
  const done: string[] = [];
  const lists: { ordered: boolean; items: number }[] = [];
  let text = '';
  let inCell = false;
  const end = (): void => {
    const lines = text.split('\n').map((line) => asDash(line).replace(/\s+/g, ' ').trim());
    const whole = lines.join('\n').trim();
    if (whole !== '') done.push(whole);
    text = '';
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      text += token.text.replace(/[ \t\r\n]+/g, ' ');
      continue;
    }
    const { name } = token;
    const opens = token.kind === 'open';
    if (name === 'br') text += '\n';
    if (name === 'td' || name === 'th') {
      inCell = opens;
      if (!opens) text += ' ';
    }
    // A paragraph in a cell, or first in an item of a list, is no other.
    if (!BLOCKS.test(name) || inCell || (name === 'p' && opens && isMarker(text))) continue;
    end();
    if (name === 'ul' || name === 'ol') {
      if (opens) lists.push({ ordered: name === 'ol', items: 0 });
      else lists.pop();
    } else if (name === 'li' && opens) {
      const list = lists.at(-1);
      if (list) list.items += 1;
      text = list?.ordered ? `${list.items}. ` : lists.length > 1 ? '+ ' : '- ';
    }
  }
  end();
  return done;
}

function isMarker(text: string): boolean {
  return /^(?:[-+]|\d+\.) \s*$/.test(text);
}

/** Signs that stand for a dash, as office programs write them, become one: Word's are letters of a font of signs. */
function asDash(line: string): string {
  const bullet =
    /^\s*(?:[\u00b7\u2022\u25aa\u25e6\u25cf\u25cb\u25a0\u25a1\u2219\uf0a7\uf0b7\uf0d8\uf02d]\s*|[o\u00d8\u00a7]\u00a0+\s*|[-\u2010-\u2015\u2212](?:\s+|(?=\p{L})))(?=\S)/u;
  if (bullet.test(line)) return line.replace(bullet, '- ');
  return line.replace(/^\s*\+\s*(?=\p{L})/u, '+ ');
}

/** Paragraphs stand apart by a blank line; dashes that follow one another do not. */
function joined(all: readonly string[]): string {
  const isDash = (text: string | undefined): boolean => text !== undefined && /^[-+] /.test(text);
  return all
    .map((each, index) => (index === 0 ? each : `${isDash(each) && isDash(all[index - 1]) ? '\n' : '\n\n'}${each}`))
    .join('');
}
