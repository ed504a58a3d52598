import { transform } from 'esbuild';
import { edited, walk } from './syntax-tree.mjs';

/** Shortens what Lit's templates say: white space in `html`, everything esbuild can in `css`. */
export function shortenTemplates() {
  return {
    name: 'shorten-templates',
    async transform(code) {
      const templates = [];
      walk(this.parse(code), (node) => {
        if (node.type === 'TaggedTemplateExpression') templates.push(node);
      });
      const edits = templates.map(({ tag, quasi }) =>
        tag.name === 'html' ? quasi.quasis.map(shortMarkup) : tag.name === 'css' ? [shortStyles(quasi)] : [],
      );
      const done = await Promise.all(edits.flat());
      return done.length === 0 ? null : { code: edited(code, done), map: null };
    },
  };
}

/** Line breaks and indentation show as one blank, and so one blank is written. */
function shortMarkup({ start, end, value }) {
  return { start, end, text: value.raw.replace(/\s*\n\s*/g, ' ') };
}

async function shortStyles({ start, end, quasis, expressions }) {
  if (expressions.length > 0) throw new Error('A `css` template with ${…} inside cannot be shortened: leave it out.');
  const { code } = await transform(quasis[0].value.cooked, { loader: 'css', minify: true, target: 'chrome109' });
  return { start, end, text: `\`${code.trim().replace(/[\\`]|\$\{/g, '\\$&')}\`` };
}
