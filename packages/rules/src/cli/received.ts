import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInstant } from '../calendar.js';
import { inTime } from '../committee/in-time.js';
import { mostBytes, readJson } from '../read-json.js';
import type { Received } from '../committee/received.js';
import type { RulebookForm, Rulebook } from '../rulebook.js';
import { reasonOf, UnusableInput, type Shell } from './files.js';
import { linesOf } from './lines.js';
import { isObject } from '../plain.js';

export interface ReceivedOptions {
  readonly rulebook: Rulebook;
  readonly form: RulebookForm;
  readonly now: string;
  /** told of each thing read, and of how many there are, where that is known */
  progress(read: number): void;
}

/**
 * What came in, from files, folders and NDJSON, one at a time: a folder's files in the order of their names, those of its
 * folders too. A file holds a `Received`, a bare submission, or one of either per line (`.ndjson`, `.jsonl`).
 * A bare submission counts as received in time. What cannot be read is passed on as such, under its file's name.
 */
export async function* receivedFrom(
  paths: readonly string[],
  options: ReceivedOptions,
  shell: Shell,
): AsyncGenerator<Received> {
  let read = 0;
  for (const path of paths) {
    for await (const file of filesBelow(path, shell)) {
      for await (const [source, json] of textsOf(file)) {
        yield receivedOf(source, json, options);
        options.progress(++read);
      }
    }
  }
}

async function* filesBelow(path: string, shell: Shell): AsyncGenerator<string> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    throw new UnusableInput(shell.words.unreadableFile(path, reasonOf(error, shell.words)));
  }
  if (!isFolder) return void (yield path);
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesBelow(join(path, entry.name), shell);
    else if (/\.(json|ndjson|jsonl)$/i.test(entry.name)) yield join(path, entry.name);
  }
}

/** The texts of a file with the name of each: the file, or the file and its line; null where there is none to read. */
async function* textsOf(file: string): AsyncGenerator<[source: string, json: Buffer | null]> {
  if (!/\.(ndjson|jsonl)$/i.test(file)) {
    try {
      return void (yield [file, await readFile(file)]);
    } catch {
      return void (yield [file, null]);
    }
  }
  for await (const lines of linesOf(createReadStream(file), mostBytes(1))) {
    for (const { number, bytes } of lines) yield [`${file}:${number}`, bytes === 'too-long' ? null : bytes];
  }
}

function receivedOf(source: string, json: Buffer | null, { rulebook, form, now }: ReceivedOptions): Received {
  const unreadable: Received = { submission: undefined, at: now, source };
  if (json === null) return unreadable;
  try {
    const value = readJson(json, { within: 1 });
    if (!isObject(value)) return unreadable;
    if (!('submission' in value)) return { submission: value, at: inTime(rulebook, form, value) ?? now, source };
    const { submission, at, unit } = value;
    const instant = at === undefined || at === null ? (inTime(rulebook, form, submission) ?? now) : at;
    parseInstant(instant);
    return { submission, at: instant as string, unit: unit as Received['unit'], source };
  } catch {
    return unreadable;
  }
}
