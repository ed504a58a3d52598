/**
 * Removes characters at the end of a text, such as the colon of a label. A loop, since a regular expression ending in
 * `$` would take quadratic time on long runs of such characters.
 *
 * @param sign matches a code unit to be removed
 */
export function withoutEnding(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
