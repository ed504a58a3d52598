/** Where a text stops being valid JSON: line and column from 1, as editors count them. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
}

const BLANK = /[ \t\n\r]*/y;
const TOKEN = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[[\]{},:]/y; // prettier-ignore

/** What may come next. */
type Awaited = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'end';

/** The first place where a text is not valid JSON; null if valid. `JSON.parse` often does not report a position. */
export function jsonMistake(text: string): JsonMistake | null {
  const open: ('[' | '{')[] = [];
  let awaited: Awaited = 'value';
  for (let at = 0; ;) {
    BLANK.lastIndex = at;
    at += BLANK.exec(text)![0].length;
    if (at === text.length) return awaited === 'end' ? null : placeOf(text, at);
    TOKEN.lastIndex = at;
    const token: string | undefined = TOKEN.exec(text)?.[0];
    const next: Awaited | null = token === undefined ? null : after(token, awaited, open);
    if (next === null) return placeOf(text, at);
    awaited = next;
    at += token!.length;
  }
}

/**
 * What may come after a token; null if that is not allowed. `open`: the enclosing lists and objects, innermost last.
 */
function after(token: string, awaited: Awaited, open: ('[' | '{')[]): Awaited | null {
  const ended = (): Awaited => (open.length === 0 ? 'end' : ', or end');
  const inmost = open.at(-1);
  switch (token) {
    case '[':
    case '{':
      if (!awaited.startsWith('value')) return null;
      open.push(token);
      return token === '[' ? 'value or ]' : 'name or }';
    case ']':
    case '}': {
      const fits = token === ']' ? inmost === '[' : inmost === '{';
      if (!fits || (awaited !== ', or end' && !awaited.endsWith(token))) return null;
      open.pop();
      return ended();
    }
    case ',':
      if (awaited !== ', or end') return null;
      return inmost === '[' ? 'value' : 'name';
    case ':':
      return awaited === ':' ? 'value' : null;
    default:
      if (awaited.startsWith('name')) return token.startsWith('"') ? ':' : null;
      return awaited.startsWith('value') ? ended() : null;
  }
}

function placeOf(text: string, at: number): JsonMistake {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - start + 1 };
}
