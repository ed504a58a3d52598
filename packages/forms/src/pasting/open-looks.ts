import { symbolFont, type SymbolFont } from '@kl01/rules/reading';
import { attributeOf } from './html-tokens.js';
import { BLOCKS } from './standing-tokens.js';

/** Meaning that an element conveys by its formatting. */
interface Look {
  readonly moved?: 'up' | 'down' | undefined;
  readonly struck?: boolean | undefined;
  /** null: a text font inside a symbol font */
  readonly font?: SymbolFont | null | undefined;
}

interface Open {
  readonly name: string;
  /** number of enclosing blocks */
  readonly depth: number;
  readonly look: Look;
  closed: boolean;
}

/**
 * The formatting at the current position of pasted HTML, from the open elements. Elements that are never closed end
 * with the enclosing block. Every element is visited once when opened and once when closed.
 */
export class OpenLooks {
  readonly #classes: ReadonlyMap<string, string>;
  readonly #open: Open[] = [];
  readonly #named = new Map<string, Open[]>();
  readonly #fonts: Open[] = [];
  #depth = 0;
  #up = 0;
  #down = 0;
  #struck = 0;

  constructor(classes: ReadonlyMap<string, string>) {
    this.#classes = classes;
  }

  get moved(): 'up' | 'down' | null {
    return this.#up > 0 ? 'up' : this.#down > 0 ? 'down' : null;
  }

  get struck(): boolean {
    return this.#struck > 0;
  }

  get font(): SymbolFont | null {
    while (this.#fonts.at(-1)?.closed) this.#fonts.pop();
    return this.#fonts.at(-1)?.look.font ?? null;
  }

  open(name: string, attributes: string): void {
    if (VOID.test(name)) return;
    if (ENDS_ITS_LIKE.test(name)) this.#closeLast(name);
    if (isBlock(name)) this.#depth += 1;
    const look = this.#lookOf(name, attributes);
    const open: Open = { name, depth: this.#depth, look, closed: false };
    this.#count(look, 1);
    if (look.font !== undefined) this.#fonts.push(open);
    this.#open.push(open);
    const named = this.#named.get(name);
    if (named) named.push(open);
    else this.#named.set(name, [open]);
  }

  close(name: string): void {
    this.#closeLast(name);
    if (!isBlock(name)) return;
    this.#depth = Math.max(0, this.#depth - 1);
    for (let last = this.#open.at(-1); last && (last.closed || last.depth > this.#depth); last = this.#open.at(-1)) {
      this.#open.pop();
      this.#end(last);
    }
  }

  #closeLast(name: string): void {
    const named = this.#named.get(name);
    while (named?.at(-1)?.closed) named.pop();
    const last = named?.pop();
    if (last) this.#end(last);
  }

  #end(open: Open): void {
    if (open.closed) return;
    open.closed = true;
    this.#count(open.look, -1);
  }

  #count({ moved, struck }: Look, by: 1 | -1): void {
    if (moved === 'up') this.#up += by;
    if (moved === 'down') this.#down += by;
    if (struck) this.#struck += by;
  }

  #lookOf(name: string, attributes: string): Look {
    const own = OWN[name] ?? {};
    if (attributes.trim() === '') return own;
    const classes = this.#classes.size === 0 ? [] : (attributeOf(attributes, 'class') ?? '').split(/\s+/);
    const styles = [...classes.map((each) => this.#classes.get(each) ?? ''), attributeOf(attributes, 'style') ?? ''];
    const face = name === 'font' ? attributeOf(attributes, 'face') : null;
    return { ...own, ...(face !== null && { font: firstFont(face) }), ...lookOfStyle(styles.join(';')) };
  }
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|wbr)$/;
/** Elements that another of the same name closes implicitly. */
const ENDS_ITS_LIKE = /^(?:p|td|th|tr)$/;
const isBlock = (name: string): boolean => BLOCKS.test(name) || name === 'td' || name === 'th';

const OWN: Readonly<Record<string, Look>> = {
  sup: { moved: 'up' },
  sub: { moved: 'down' },
  s: { struck: true },
  strike: { struck: true },
};

function lookOfStyle(style: string): Look {
  const look: { -readonly [name in keyof Look]: Look[name] } = {};
  let symbol: string | undefined;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const [property, value] = [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()];
    if (property === 'vertical-align' && /^su(?:per|b)$/i.test(value))
      look.moved = /^super$/i.test(value) ? 'up' : 'down';
    if (/^text-decoration(?:-line)?$/.test(property) && /\bline-through\b/i.test(value)) look.struck = true;
    if (property === 'text-line-through' && !/^none$/i.test(value)) look.struck = true;
    if (property === 'font-family') look.font = firstFont(value);
    if (property === 'font') look.font = firstFont(familiesOf(value));
    // For a character that Word marks as a symbol, this font applies, whatever the surrounding font.
    if (property === 'mso-symbol-font-family') symbol = value;
  }
  if (symbol !== undefined) look.font = firstFont(symbol);
  return look;
}

/** The part after the size in `italic 7.0pt/1 "Times New Roman", serif`. */
function familiesOf(font: string): string {
  const words = font.split(/\s+/);
  return words
    .slice(words.findIndex((word) => /^[\d.]+(?:pt|px|r?em|%|[cm]m|in|pc)(?:\/|$)/i.test(word)) + 1)
    .join(' ');
}

const firstFont = (families: string): SymbolFont | null => symbolFont(families.split(',')[0] ?? '');
