import type { Reference } from '../model/document.js';
import type { NumberStyle } from '../layouts/layout.js';

const DOTS = '…';

/**
 * The number of a document as its layout writes it: `12-TTr/QU` for the Party, `12/TTr-UBND` for the State. Unknown
 * parts are dotted: `……-TTr/……`.
 */
export function referenceText({ reference }: Reference, style: NumberStyle): string {
  const { symbol, type } = reference;
  // Numbers below 10 have a leading zero in both the Party's and the State's guidance; also for "9-TTr/QU" in a single
  // field.
  const number = reference.number?.replace(/^\d(?!\d)/, '0$&');
  // If number and symbol are in one field, they are already joined.
  if (number && /\p{L}/u.test(number)) return number;
  const known = number ?? DOTS.repeat(2);
  if (symbol && /[-/]/.test(symbol)) return known + style.separator + symbol.replace(/^[-/\s]+/, '');
  return style.pattern.replace(/\{(number|type|office)\}/g, (_, part: string) =>
    part === 'number' ? known : part === 'type' ? type : (symbol ?? DOTS.repeat(2)),
  );
}
