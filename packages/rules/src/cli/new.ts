import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newPack } from '../new-pack.js';
import { readPack, UnusableInput, type Shell } from './files.js';

const SCHEMA = fileURLToPath(new URL('../../schema/rule-pack.schema.json', import.meta.url));

export interface NewOptions {
  readonly from?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * A starting pack as JSON; written to `output`, which may not exist yet, or given back.
 * Its `$schema` is the path from there to the schema of this installation, so that editors complete and check it.
 */
export async function newPackFile({ from, output }: NewOptions, shell: Shell): Promise<string | null> {
  const folder = output === undefined ? process.cwd() : dirname(resolve(output));
  const schema = relative(folder, SCHEMA).split(sep).join('/');
  const source = from === undefined ? {} : { from: await readPack(from, shell) };
  const json = JSON.stringify(newPack({ ...source, schema, lang: shell.lang }), null, 2);
  if (output === undefined) return json;
  try {
    await writeFile(output, `${json}\n`, { flag: 'wx' });
  } catch (error) {
    throw new UnusableInput(shell.words.notWritten(output, (error as Error).message));
  }
  return null;
}
