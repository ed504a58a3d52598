/** Declarations of the style sheets in pasted HTML, by class, for rules that name one: `.xl65 { … }`. */
export function classStyles(html: string): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  for (const rule of styleSheets(html).split('}')) {
    const open = rule.indexOf('{');
    if (open < 0) continue;
    const declarations = rule.slice(open + 1);
    for (const selector of rule.slice(0, open).split(',')) {
      const name = /\.([\w-]{1,80})\s*$/.exec(selector.slice(-90))?.[1];
      if (name !== undefined) styles.set(name, `${styles.get(name) ?? ''};${declarations}`);
    }
  }
  return styles;
}

function styleSheets(html: string): string {
  const sheets: string[] = [];
  const tags = /<(\/?)style[\s>]/gi;
  let start: number | null = null;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (tag[1] === '' && start === null) start = tag.index;
    if (tag[1] === '/' && start !== null) {
      sheets.push(html.slice(start, tag.index));
      start = null;
    }
  }
  // Style sheets may be wrapped in a comment, which only mattered to very old browsers.
  return sheets.join('}').replace(/<!--|-->|<style[^<>]*>/gi, '}');
}
