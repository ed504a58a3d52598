import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { ROOT } from './source-files.ts';

/** What `npm run release` makes, in a folder of its own. */
export interface Release {
  readonly folder: string;
  readonly version: string;
  readonly zip: Uint8Array;
  /** by path, without the folder that holds all of them */
  readonly files: ReadonlyMap<string, Uint8Array>;
  remove: () => Promise<void>;
}

export async function makeRelease(): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'kl01-release-'));
  await promisify(execFile)(process.execPath, [join(ROOT, '.ci/release/release.mjs'), folder]);
  const manifest = await readFile(join(ROOT, 'packages/rules/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const zip = new Uint8Array(await readFile(join(folder, `kl01-${version}.zip`)));
  const entries = Object.entries(unzipSync(zip));
  const files = new Map(entries.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]));
  return { folder, version, zip, files, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Unpacks it, as somebody does who has nothing else. @returns the folder that holds `packages/` and `examples/` */
export async function unpack({ folder, files }: Release): Promise<string> {
  const into = join(folder, 'unpacked');
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    // As unzip does by what the ZIP says of them.
    const isProgram = bytes[0] === 0x23 && bytes[1] === 0x21;
    await writeFile(join(into, path), bytes, { mode: isProgram ? 0o755 : 0o644 });
  }
  return into;
}
