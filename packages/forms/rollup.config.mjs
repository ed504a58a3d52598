import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { lowerPrivateNames } from './build/lower-private-names.mjs';
import { shortenTemplates } from './build/shorten-templates.mjs';

/**
 * dist/kl01-forms.js: everything in one script, for a page that has no build of its own. Its source is what tsc wrote.
 *
 * It is lowered to ES2015 so that an old browser can read it as far as the sentence that says it is too old (see
 * src/old-browser.ts): one newer sign anywhere, and such a browser would refuse the whole file and show nothing.
 */
const TARGET = 'es2015';

export default {
  input: 'dist/define.js',
  // The judge of @kl01/rules needs no zod, the compiler does: an import that is left over fails the build.
  external: ['zod'],
  treeshake: { moduleSideEffects: (id) => !id.includes('zod') },
  output: { file: 'dist/kl01-forms.js', format: 'iife', intro: stopUnlessItMayStart },
  onwarn(warning, warn) {
    if (warning.code === 'THIS_IS_UNDEFINED') return; // tsc's helper for decorators asks for `this` and does without
    if (warning.code === 'MISSING_GLOBAL_NAME' || warning.code === 'UNRESOLVED_IMPORT')
      throw new Error(warning.message);
    warn(warning);
  },
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    shortenTemplates(),
    lowerPrivateNames(),
    {
      name: 'minify',
      async renderChunk(code) {
        // `iife` once more: what esbuild adds to lower the code must not become a global of the page.
        const options = { format: 'iife', target: TARGET, minify: true, charset: 'utf8', legalComments: 'none' };
        return { code: (await transform(code, { ...options, mangleProps: /^private_/ })).code, map: null };
      },
    },
  ],
};

/** Runs before the rest of the script: `return` leaves the whole of it. */
async function stopUnlessItMayStart() {
  const { outputFiles } = await build({
    entryPoints: ['dist/may-start.js'],
    bundle: true,
    format: 'iife',
    globalName: 'gate',
    target: TARGET,
    write: false,
  });
  return `${outputFiles[0].text}\nif (!gate.mayStart()) return;`;
}
