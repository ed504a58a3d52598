import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { licencesOfBundle } from '../../.ci/licences-of-bundle.mjs';
import { lowerPrivateNames } from './build/lower-private-names.mjs';
import { shortenTemplates } from './build/shorten-templates.mjs';

/**
 * dist/kl01-forms.js, and dist/kl01-review-board.js for the committee's pages: everything in one script, for a page that has no build of its own. Its source is what tsc wrote.
 *
 * It is lowered to what browsers of 2020 read, though the forms want newer ones, so that those in between can say in a
 * sentence that they are too old (see src/old-browser.ts): one newer sign anywhere, and they would refuse the whole
 * file and show nothing. For browsers older still the host writes that sentence into the element; see the README.
 */
const TARGET = ['chrome80', 'firefox78'];

/** What stands before the rest of the script has asked already: it need not be in it twice. */
const askedBefore = {
  name: 'asked-before',
  load: (id) => (/[\\/]old-browser\.js$/.test(id) ? 'export const mayDefine = () => true;' : null),
};

const licences = licencesOfBundle('dist/THIRD-PARTY-LICENSES.txt');

const script = (input, name, tags) => ({
  input,
  // The judge of @kl01/rules needs no zod, the compiler does: an import that is left over fails the build.
  external: ['zod'],
  treeshake: { moduleSideEffects: (id) => !id.includes('zod') },
  output: { file: `dist/${name}`, format: 'iife', inlineDynamicImports: true, intro: () => stopUnlessItMayStart(tags) },
  onwarn(warning, warn) {
    if (warning.code === 'THIS_IS_UNDEFINED') return; // tsc's helper for decorators asks for `this` and does without
    if (warning.code === 'MISSING_GLOBAL_NAME' || warning.code === 'UNRESOLVED_IMPORT')
      throw new Error(warning.message);
    warn(warning);
  },
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    askedBefore,
    shortenTemplates(),
    lowerPrivateNames(),
    licences,
    {
      name: 'lower-and-minify',
      async renderChunk(code) {
        // `iife` once more: what esbuild adds to lower the code must not become a global of the page.
        const lowered = await transform(code, {
          format: 'iife',
          target: TARGET,
          charset: 'utf8',
          mangleProps: /^private_/,
        });
        const minified = await minify(lowered.code, {
          ecma: 2015,
          compress: { passes: 3, unsafe_arrows: true, hoist_funs: true },
          format: { comments: false },
        });
        return { code: minified.code, map: null };
      },
    },
  ],
});

/** Runs before the rest of the script: `return` leaves the whole of it. */
async function stopUnlessItMayStart(tags) {
  const { outputFiles } = await build({
    entryPoints: ['dist/may-start.js'],
    bundle: true,
    format: 'iife',
    globalName: 'gate',
    target: TARGET,
    write: false,
  });
  return `${outputFiles[0].text}\nif (!gate.mayStart(${JSON.stringify(tags)})) return;`;
}

const { tags, boardTags } = await import('./dist/tags.js');

export default [
  script('dist/define.js', 'kl01-forms.js', tags),
  script('dist/define-review-board.js', 'kl01-review-board.js', boardTags),
];
