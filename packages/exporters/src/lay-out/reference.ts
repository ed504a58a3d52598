import type { Reference } from '../model/document.js';
import type { NumberStyle } from '../layouts/layout.js';

const DOTS = '…';

/**
 * The number of a document as its layout writes it: `12-TTr/QU` for the Party, `12/TTr-UBND` for the State.
 * What is unknown of it is dotted: `……-TTr/……`.
 */
export function referenceText({ reference }: Reference, style: NumberStyle): string {
  const { symbol, type } = reference;
  // Below 10 with a zero, by both the Party's guidance and the State's; "9-TTr/QU" too, kept in one field.
  const number = reference.number?.replace(/^\d(?!\d)/, '0$&');
  // An office that keeps number and symbol in one field has already joined them.
  if (number && /\p{L}/u.test(number)) return number;
  const known = number ?? DOTS.repeat(2);
  if (symbol && /[-/]/.test(symbol)) return known + style.separator + symbol.replace(/^[-/\s]+/, '');
  return style.pattern.replace(/\{(number|type|office)\}/g, (_, part: string) =>
    part === 'number' ? known : part === 'type' ? type : (symbol ?? DOTS.repeat(2)),
  );
}
