import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from 'rollup-plugin-esbuild';
import { licencesOfBundle } from '../../.ci/licences-of-bundle.mjs';

/** Chunks are named by what is in them: those of the build before would stay. */
const startAfresh = {
  name: 'start-afresh',
  buildStart: () => rmSync('dist/browser', { recursive: true, force: true }),
};

/** @type {import('rollup').RollupOptions['onwarn']} */
const onwarn = (warning, warn) => {
  // Libraries' own loose ends; what reaches the page is measured and tested.
  if (!warning.id?.includes('node_modules') && !warning.ids?.every((id) => id.includes('node_modules'))) warn(warning);
};

const plugins = [
  nodeResolve({ browser: true }),
  minify({ target: ['chrome109', 'firefox115'] }),
  licencesOfBundle('dist/THIRD-PARTY-LICENSES.txt'),
];

const require = createRequire(import.meta.url);
const docx = dirname(dirname(require.resolve('docx')));
const nanoid = dirname(createRequire(join(docx, 'dist/')).resolve('nanoid'));
const licence = (folder) => readFileSync(join(folder, 'LICENSE'), 'utf8').replaceAll('*/', '* /');

/** docx and what it needs, in place of the file that names what we use of it; see src/docx/library.ts. */
const library = {
  input: 'dist/docx/library.js',
  external: ['fflate'],
  output: { file: 'dist/docx/library.js', banner: `/*! docx\n\n${licence(docx)}\n\nnanoid\n\n${licence(nanoid)}*/` },
  onwarn,
  plugins,
};

/**
 * The same code for a page: one small entry, and a chunk for each writer that loads when somebody prints. Beside it what the
 * committee does with all submissions, so that a desk needs neither npm nor Node; both share what judges.
 */
const browser = {
  input: { 'kl01-exporters': 'dist/index.js', 'kl01-committee': require.resolve('@kl01/rules/committee') },
  output: { dir: 'dist/browser', format: 'es', chunkFileNames: 'kl01-[name]-[hash].js' },
  onwarn,
  plugins: [startAfresh, ...plugins],
};

export default [library, browser];
