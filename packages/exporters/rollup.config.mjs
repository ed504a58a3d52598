// The same code for a page: one small entry, and a chunk for each writer that loads when somebody prints.
import { rmSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from 'rollup-plugin-esbuild';

/** Chunks are named by what is in them: those of the build before would stay. */
const startAfresh = {
  name: 'start-afresh',
  buildStart: () => rmSync('dist/browser', { recursive: true, force: true }),
};

export default {
  input: { 'kl01-exporters': 'dist/index.js' },
  output: { dir: 'dist/browser', format: 'es', chunkFileNames: 'kl01-[name]-[hash].js' },
  onwarn(warning, warn) {
    // Libraries' own loose ends; what reaches the page is measured and tested.
    if (!warning.id?.includes('node_modules') && !warning.ids?.every((id) => id.includes('node_modules')))
      warn(warning);
  },
  plugins: [startAfresh, nodeResolve({ browser: true }), minify({ target: ['chrome109', 'firefox115'] })],
};
