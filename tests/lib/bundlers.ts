import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as buildByEsbuild, transform } from 'esbuild';
import { rollup } from 'rollup';
import { build as buildByVite } from 'vite';
import webpack, { type Configuration, type Stats, type StatsModule } from 'webpack';
import { ROOT } from './source-files.ts';

/** What a bundler made of one entry, by its own report: nothing is guessed from minified code. */
export interface Bundle {
  /** In the chunk of the entry and in every chunk that it imports statically, as `@kl01/rules/judge/check.js`. */
  readonly first: readonly string[];
  /** In the chunks that a dynamic import loads. */
  readonly later: readonly string[];
  /** What is loaded first, minified and compressed. */
  readonly gzipKilobytes: number;
}

export interface Chunk {
  readonly name: string;
  readonly isEntry: boolean;
  /** Names of the chunks that it imports statically. */
  readonly imports: readonly string[];
  readonly modules: readonly string[];
  readonly code: string | Uint8Array;
}

type Bundler = (entry: string, folder: string) => Promise<Chunk[]>;

/** Each as its manual begins: only what it needs to build for a page is set. */
export const BUNDLERS: Readonly<Record<string, Bundler>> = {
  vite: byVite,
  webpack: byWebpack,
  esbuild: byEsbuild,
  rollup: byRollup,
};

/** Bundles a module that stands outside the repository and finds the packages by their entries, as a stranger's does. */
export async function bundle(bundler: Bundler, source: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'kl01-bundle-'));
  try {
    await symlink(join(ROOT, 'tests/node_modules'), join(folder, 'node_modules'), 'junction');
    const entry = join(folder, 'entry.js');
    await writeFile(entry, source);
    return await sorted(await bundler(entry, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sorted(chunks: readonly Chunk[]): Promise<Bundle> {
  const first = new Set<Chunk>();
  const follow = (chunk: Chunk): void => {
    if (first.has(chunk)) return;
    first.add(chunk);
    chunks.filter(({ name }) => chunk.imports.includes(name)).forEach(follow);
  };
  chunks.filter(({ isEntry }) => isEntry).forEach(follow);
  const later = chunks.filter((chunk) => !first.has(chunk));
  // By esbuild for all: rollup does not minify by itself, webpack's own minifier takes a quarter of a minute.
  const minified = await Promise.all([...first].map(({ code }) => transform(code, { minify: true })));
  const bytes = minified.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  return { first: modulesOf([...first]), later: modulesOf(later), gzipKilobytes: bytes / 1000 };
}

/** By package: a path of the workspace, or of pnpm's store, is not what a stranger has. */
function modulesOf(chunks: readonly Chunk[]): string[] {
  const paths = chunks.flatMap(({ modules }) => modules);
  return paths.map((path) =>
    path
      .replaceAll('\\', '/')
      .replace(/^.*\/node_modules\//, '')
      .replace(/^.*\/packages\/(\w+)\/dist\//, '@kl01/$1/'),
  );
}

async function byVite(entry: string, folder: string): Promise<Chunk[]> {
  const built = await buildByVite({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: entry } },
  });
  if (!('output' in built)) throw new Error('Vite gave several outputs, or a watcher, for one entry.');
  return built.output.flatMap((file) => (file.type === 'chunk' ? [rolledUp(file)] : []));
}

async function byRollup(entry: string): Promise<Chunk[]> {
  const made = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], logLevel: 'silent' });
  const { output } = await made.generate({ format: 'es' });
  await made.close();
  return output.flatMap((file) => (file.type === 'chunk' ? [rolledUp(file)] : []));
}

interface RolledUp {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly imports: string[];
  readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>;
  readonly code: string;
}

function rolledUp({ fileName, isEntry, imports, modules, code }: RolledUp): Chunk {
  const held = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return { name: fileName, isEntry, imports, modules: held.map(([path]) => path), code };
}

async function byEsbuild(entry: string, folder: string): Promise<Chunk[]> {
  const { metafile, outputFiles } = await buildByEsbuild({
    entryPoints: [entry],
    absWorkingDir: folder,
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return Object.entries(metafile.outputs).map(([name, { entryPoint, imports, inputs }]) => {
    const file = outputFiles.find(({ path }) => path.endsWith(name));
    if (!file) throw new Error(`esbuild reports ${name}, and did not give it.`);
    const held = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    return {
      name,
      isEntry: entryPoint === 'entry.js',
      imports: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
      modules: held.map(([path]) => join(folder, path)),
      code: file.contents,
    };
  });
}

async function byWebpack(entry: string, folder: string): Promise<Chunk[]> {
  const path = join(folder, 'dist');
  const optimization = { minimize: false };
  const stats = await packed({ mode: 'production', context: folder, entry, output: { path }, optimization });
  const { chunks = [] } = stats.toJson({
    all: false,
    chunks: true,
    chunkModules: true,
    chunkModulesSpace: Infinity,
    nestedModules: true,
    nestedModulesSpace: Infinity,
    dependentModules: true,
    ids: true,
  });
  return Promise.all(
    chunks.map(async ({ id, initial, files = [], modules = [] }) => ({
      name: String(id),
      // All chunks of the entry are `initial`, whichever imports which.
      isEntry: initial,
      imports: [],
      modules: modules.flatMap(filesOf),
      code: Buffer.concat(await Promise.all(files.map((file) => readFile(join(path, file))))),
    })),
  );
}

function packed(configuration: Configuration): Promise<Stats> {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error || !stats) reject(error ?? new Error('webpack gave no report.'));
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve(stats);
    });
  });
}

/** webpack joins modules to one, and names those that it joined below it. */
function filesOf({ nameForCondition, modules = [] }: StatsModule): string[] {
  return modules.length > 0 ? modules.flatMap(filesOf) : nameForCondition ? [nameForCondition] : [];
}
