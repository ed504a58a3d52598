/**
 * A text without the signs at its end, such as the colon of a label. A loop: an expression that ends in `$` would start
 * anew at each sign of a long row of them, wherever in the text it stands.
 *
 * @param sign whether a code unit is one of those signs
 */
export function withoutEnding(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
