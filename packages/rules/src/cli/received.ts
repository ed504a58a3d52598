import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInstant } from '../calendar.js';
import { inTime } from '../committee/in-time.js';
import { mostBytes, readJson } from '../reading/read-json.js';
import type { Received } from '../committee/received.js';
import type { RulebookForm, Rulebook } from '../rulebook.js';
import { reasonOf, UnusableInput, type Shell } from './files.js';
import { linesOf } from './lines.js';
import { isObject } from '../values/plain.js';

export interface ReceivedOptions {
  readonly rulebook: Rulebook;
  readonly form: RulebookForm;
  readonly now: string;
  /** called after each item with the number read so far */
  progress(read: number): void;
}

/**
 * Reads submissions from files, folders and NDJSON, one at a time; files in a folder are ordered by name, and
 * subfolders are included. A file holds a `Received`, a bare submission, or one of either per line (`.ndjson`,
 * `.jsonl`). A bare submission counts as received in time. Unreadable files are passed on as such, under their name.
 */
export async function* receivedFrom(
  paths: readonly string[],
  options: ReceivedOptions,
  shell: Shell,
): AsyncGenerator<Received> {
  let read = 0;
  for (const path of paths) {
    for await (const file of filesBelow(path, shell)) {
      for await (const [source, json] of file.isRegular ? textsOf(file.path) : [[file.path, null] as const]) {
        yield receivedOf(source, json, options);
        options.progress(++read);
      }
    }
  }
}

interface Found {
  readonly path: string;
  /** false for a pipe, a device or a broken link: anything that cannot be a file in a folder */
  readonly isRegular: boolean;
}

async function* filesBelow(path: string, shell: Shell): AsyncGenerator<Found> {
  try {
    // A path on the command line may be a pipe, which is read on purpose.
    if (!(await stat(path)).isDirectory()) return void (yield { path, isRegular: true });
  } catch (error) {
    throw new UnusableInput(shell.words.unreadableFile(path, reasonOf(error, shell.words)));
  }
  yield* filesIn(path, new Set());
}

/** @param above the folders leading here; links back to one of them are not followed again */
async function* filesIn(folder: string, above: ReadonlySet<string>): AsyncGenerator<Found> {
  const here = await realpath(folder).catch(() => null);
  const names = here === null ? null : await readdir(folder).catch(() => null);
  if (here === null || names === null) return void (yield { path: folder, isRegular: false });
  if (above.has(here)) return;
  for (const name of names.sort()) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) yield* filesIn(path, new Set([...above, here]));
    else if (/\.(json|ndjson|jsonl)$/i.test(name)) yield { path, isRegular: found?.isFile() ?? false };
  }
}

/** The texts in a file with their names: the file, or the file and line; null for a text that cannot be read. */
async function* textsOf(file: string): AsyncGenerator<[source: string, json: Buffer | null]> {
  try {
    if (!/\.(ndjson|jsonl)$/i.test(file)) return void (yield [file, await readFile(file)]);
    for await (const lines of linesOf(createReadStream(file), mostBytes(1))) {
      for (const { number, bytes } of lines) yield [`${file}:${number}`, bytes === 'too-long' ? null : bytes];
    }
  } catch {
    yield [file, null];
  }
}

function receivedOf(source: string, json: Buffer | null, { rulebook, form, now }: ReceivedOptions): Received {
  const unreadable: Received = { submission: undefined, at: now, source };
  if (json === null) return unreadable;
  try {
    const value = readJson(json, { within: 1 });
    if (!isObject(value)) return unreadable;
    if (!('submission' in value)) return { submission: value, at: inTime(rulebook, form, value) ?? now, source };
    const { submission, at, unit, given, receiver } = value as Partial<Received>;
    const instant = at === undefined || at === null ? (inTime(rulebook, form, submission) ?? now) : at;
    parseInstant(instant);
    return { submission, at: instant, unit, given, receiver, source };
  } catch {
    return unreadable;
  }
}
