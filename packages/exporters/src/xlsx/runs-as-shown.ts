import { loweredText, raisedText, struckText } from '@kl01/rules/reading';

/**
 * Rewrites shared and inline texts so that runs express their formatting in characters: superscript, subscript,
 * strikethrough (ECMA-376 part 1, 18.4.4). Without it, 120 with note 1 would read 1201.
 */
export function runsAsShown(xml: string): string {
  if (!/<(?:\w+:)?(?:vertAlign|strike)\b/.test(xml)) return xml;
  const pieces: string[] = [];
  let at = 0;
  /** formats of the open run; null outside a run */
  let looks: ((text: string) => string)[] | null = null;
  for (const tag of xml.matchAll(TAG)) {
    const [whole, slash, name, attributes = ''] = tag;
    const end = tag.index + whole.length;
    if (name === 'r') looks = slash || attributes.endsWith('/') ? null : [];
    else if (slash || !looks) continue;
    else if (name === 't') {
      const close = xml.indexOf('<', end);
      const text = xml.slice(end, close < 0 ? undefined : close);
      const shown = looks.reduce((given, look) => look(given), text);
      if (shown === text) continue;
      pieces.push(xml.slice(at, end), shown);
      at = end + text.length;
    } else {
      const look = lookOf(name, attributes);
      // Once each: a hundred thousand of them on one character would blow up the text.
      if (look && !looks.includes(look)) looks = look === struckText ? [...looks, look] : [look, ...looks];
    }
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}

function lookOf(name: string | undefined, attributes: string): ((text: string) => string) | null {
  const value = /\sval=(["'])(\w*)\1/.exec(attributes)?.[2];
  if (name === 'strike') return value === '0' || value === 'false' ? null : struckText;
  if (value === 'superscript') return raisedText;
  return value === 'subscript' ? loweredText : null;
}

const TAG = /<(\/?)(?:\w+:)?(r|t|strike|vertAlign)(\s[^<>]*|\/)?>/g;
