/** Text that is already HTML. Only created by `html` and `jsonBlock`, so nothing unescaped reaches a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

/** An HTML fragment. All interpolated values are escaped, in text and quoted attributes; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((page, part, at) => page + render(values[at - 1]) + part));
}

/** Data for a script of the page: a block that browsers do not run, so the content security policy allows it. */
export function jsonBlock(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, asUnicodeEscape);
  return new Html(`<script type="application/json" id="${escape(id)}">${json}</script>`);
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escape(String(value));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** HTML entities are not decoded in script elements; `JSON.parse` decodes JSON escapes. */
const asUnicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
