import { loweredText, raisedText, struckText, symbolFont, symbolText, type SymbolFont } from '@kl01/rules/reading';
import { attributesOf, xmlTokens, type XmlToken } from '../xml/xml-tokens.js';

/** A text of a cell. */
export interface CellText {
  readonly text: string;
  /** in runs, which have their own fonts */
  readonly isRich: boolean;
}

/** The texts that cells share (ECMA-376 part 1, 18.4). */
export function sharedTexts(xml: string): readonly CellText[] {
  const texts: CellText[] = [];
  const tokens = xmlTokens(xml);
  for (let token = tokens.next(); !token.done; token = tokens.next()) {
    if (token.value.kind === 'open' && token.value.name === 'si') texts.push(readText(tokens, 'si'));
  }
  return texts;
}

/**
 * Reads the text of an element that has just been opened. Formatting that carries meaning is written in characters:
 * superscript, subscript, strikethrough, symbol fonts (18.4.4). Without it, 120 with note 1 would read 1201. How a text
 * is pronounced (18.4.6) is not part of it.
 */
export function readText(tokens: Iterator<XmlToken>, element: string): CellText {
  const pieces: string[] = [];
  let [run, text, isText, isRich]: [Run | null, string, boolean, boolean] = [null, '', false, false];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'text') {
      if (isText) text += token.text;
    } else if (token.kind === 'open') {
      if (token.name === 'rPh' || token.name === 'extLst') skip(tokens, token.name);
      else if (token.name === 't') [isText, text] = [true, ''];
      else if (token.name === 'r') [run, isRich] = [{}, true];
      else if (run) run = withLook(run, token.name, token.attributes);
    } else if (token.name === 't') {
      pieces.push(run ? shown(run, unescapedText(text)) : unescapedText(text));
      isText = false;
    } else if (token.name === 'r') run = null;
    else if (token.name === element) break;
  }
  return { text: pieces.join(''), isRich };
}

/** Passes over an element that has just been opened. */
export function skip(tokens: Iterator<XmlToken>, element: string): void {
  let depth = 1;
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value.kind === 'text' || next.value.name !== element) continue;
    depth += next.value.kind === 'open' ? 1 : -1;
    if (depth === 0) return;
  }
}

/** Characters that XML cannot hold are written as `_x000D_` (22.9.2.19); halves of one that does not exist are shown as such. */
export const unescapedText = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/\p{Surrogate}/gu, '\ufffd')
    : text;

interface Run {
  readonly moved?: 'up' | 'down' | undefined;
  readonly isStruck?: boolean;
  readonly font?: SymbolFont | null;
}

function withLook(run: Run, name: string, given: string): Run {
  if (!/^(?:strike|vertAlign|rFont)$/.test(name)) return run;
  const value = attributesOf(given).get('val');
  if (name === 'strike') return { ...run, isStruck: value !== '0' && value !== 'false' };
  if (name === 'rFont') return { ...run, font: symbolFont(value ?? '') };
  return { ...run, moved: value === 'superscript' ? 'up' : value === 'subscript' ? 'down' : undefined };
}

function shown({ moved, isStruck, font }: Run, text: string): string {
  const signs = font ? symbolText(text, font) : text;
  const placed = moved === 'up' ? raisedText(signs) : moved === 'down' ? loweredText(signs) : signs;
  return isStruck ? struckText(placed) : placed;
}
