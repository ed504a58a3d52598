// The same code for a page: one small entry, and a chunk for each writer that loads when somebody prints.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from 'rollup-plugin-esbuild';

const SYNCHRONOUS = '\0fflate-synchronous';

/** A library that unpacks big files in a worker made of a Blob, which a strict policy refuses, does it here and now instead. */
const unzipWithoutWorkers = {
  name: 'unzip-without-workers',
  resolveId(source, importer) {
    if (source !== 'fflate') return null;
    if (importer === SYNCHRONOUS) return this.resolve(source, fileURLToPath(import.meta.url), { skipSelf: true });
    return /[\\/]read-excel-file[\\/]/.test(importer ?? '') ? SYNCHRONOUS : null;
  },
  load(id) {
    if (id !== SYNCHRONOUS) return null;
    return `import { unzipSync } from 'fflate';
      export * from 'fflate';
      export const unzip = (...given) => {
        const done = given.pop();
        let result;
        try { result = unzipSync(...given); } catch (error) { done(error); return; }
        done(null, result);
      };`;
  },
};

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
  plugins: [
    startAfresh,
    unzipWithoutWorkers,
    nodeResolve({ browser: true }),
    minify({ target: ['chrome109', 'firefox115'] }),
  ],
};
