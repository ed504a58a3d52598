import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packId } from '../kinds/common.js';
import { newCases, type CasesOf } from '../authoring/new-cases.js';
import { newPack } from '../authoring/new-pack.js';
import { parseCases } from '../authoring/parse-cases.js';
import { casesFile, readPack, readTrustedJson, reasonOf, UnusableInput, type Shell } from './files.js';

const SCHEMA = fileURLToPath(new URL('../../schema/rule-pack.schema.json', import.meta.url));

export interface NewOptions {
  readonly from?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * Creates a starter pack as JSON: returns it, or writes it to `output`, together with cases that pass. Neither file may
 * exist yet. The pack's id is the file's name, if valid as an id. Its `$schema` is the relative path to this
 * installation's schema, so that editors complete and check it.
 */
export async function newPackFile({ from, output }: NewOptions, shell: Shell): Promise<string | null> {
  const folder = output === undefined ? process.cwd() : dirname(resolve(output));
  const schema = relative(folder, SCHEMA).split(sep).join('/');
  const source = from === undefined ? undefined : await readWithCases(from, shell);
  const id = output === undefined ? undefined : packId.safeParse(basename(output, '.json')).data;
  const pack = newPack({
    ...(source && { from: source.pack }),
    ...(id !== undefined && { id }),
    schema,
    lang: shell.lang,
  });
  const json = JSON.stringify(pack, null, 2);
  if (output === undefined) return json;
  await writeNew(output, json, shell);
  try {
    await writeNew(casesFile(output), JSON.stringify(newCases(pack, source), null, 2), shell);
  } catch (error) {
    await rm(output);
    throw error;
  }
  return null;
}

async function writeNew(file: string, json: string, { words }: Shell): Promise<void> {
  try {
    await writeFile(file, `${json}\n`, { flag: 'wx' });
  } catch (error) {
    throw new UnusableInput(words.notWritten(file, reasonOf(error, words)));
  }
}

/** A missing file of cases means that there are none. */
async function readWithCases(file: string, shell: Shell): Promise<CasesOf> {
  const pack = await readPack(file, shell);
  const cases = casesFile(file);
  return { pack, cases: existsSync(cases) ? parseCases(await readTrustedJson(cases, shell), shell) : [] };
}
