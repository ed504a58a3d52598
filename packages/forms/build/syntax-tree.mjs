/**
 * Every node of a syntax tree, outer ones first.
 *
 * @param {unknown} tree as rollup's `this.parse` gives it
 * @param {(node: { type: string, start: number, end: number, [key: string]: any }) => void} visit
 */
export function walk(tree, visit) {
  if (typeof tree !== 'object' || tree === null) return;
  if (Array.isArray(tree)) return tree.forEach((node) => walk(node, visit));
  if ('type' in tree) visit(/** @type {any} */ (tree));
  for (const child of Object.values(tree)) walk(child, visit);
}

/**
 * @param {string} code
 * @param {{ start: number, end: number, text: string }[]} edits that do not overlap
 */
export function edited(code, edits) {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}
