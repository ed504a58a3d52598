import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'docs/vi';
const TITLE = 'kl01 – Hướng dẫn dành cho người tích hợp';

/** Readable from a memory stick: one file, no script, nothing that is fetched. */
const STYLES = `
body { max-width: 56rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 system-ui, 'Segoe UI', Roboto, sans-serif; color: #1c2430; }
h1 { margin-top: 3rem; border-bottom: 2px solid #1d4e7e; } h1, h2 { line-height: 1.25; }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid #d5dce4; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
pre { background: #f3f6f9; padding: 0.8rem; overflow-x: auto; } code { font-family: Consolas, 'Liberation Mono', monospace; font-size: 0.92em; overflow-wrap: anywhere; }
a { color: #1d4e7e; }
@media print { body { max-width: none; } a { color: inherit; } }
`;

/**
 * The pages of docs/vi, in the order of its README, as one page of HTML at the root of the release.
 *
 * @param {string} version
 * @param {readonly string[]} files paths that the release holds: a link to anything else is refused
 */
export function guide(version, files) {
  const read = (/** @type {string} */ name) => readFileSync(join(ROOT, FOLDER, name), 'utf8');
  const index = read('README.md');
  const pages = [
    'README.md',
    ...[...index.matchAll(/^\d+\. \[[^\]]*\]\(([\w-]+\.md)\)/gm)].map(([, name]) => name ?? ''),
  ];
  const body = pages.map((name) => {
    const html = marked.parse(read(name), { async: false });
    const anchored = html.replace('<h1>', `<h1 id="${anchorOf(name)}">`);
    return anchored.replace(/ href="([^"#:]+)"/g, (_, target) => ` href="${placeOf(target, pages, files)}"`);
  });
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}, bản ${version}</title>
<style>${STYLES}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

const anchorOf = (/** @type {string} */ name) => name.replace(/\.md$/, '');

/**
 * @param {string} target as a page of docs/vi names it
 * @param {readonly string[]} pages
 * @param {readonly string[]} files
 */
function placeOf(target, pages, files) {
  const path = normalize(join(FOLDER, target));
  if (dirname(path) === FOLDER && pages.includes(target)) return `#${anchorOf(target)}`;
  if (!files.includes(path)) throw new Error(`docs/vi leads to ${path}, which the release does not hold.`);
  return path;
}
