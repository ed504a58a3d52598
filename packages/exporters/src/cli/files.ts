import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRulebook, type Lang, type Rulebook } from '@kl01/rules';
import { lint } from '@kl01/rules/authoring';
import { compile, parsePack, RulePackError, type RulePack } from '@kl01/rules/compile';
import { readJson, UnreadableError } from '@kl01/rules/reading';
import { membersOf, textOf } from '../documents/parts/text.js';
import { isConsolidation, isReview } from '../read-facts.js';
import type { Messages } from '../strings/messages.js';
import { messagesIn } from '../strings/messages-in.js';
import type { ReadFile } from '../archive/write-bundle.js';

/** Unusable input; the message is for the user of the command. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Reads a rulebook, or reads and compiles a pack; errors in a pack are reported as by `kl01 lint`. */
export async function readRulebook(path: string, lang: Lang): Promise<{ rulebook: Rulebook; pack?: RulePack }> {
  const messages = messagesIn(lang);
  const json = await readJsonFile(path, messages);
  const { rulebook, id, unitGroups, units, directive } = membersOf(json);
  if (rulebook !== undefined) {
    const whole = textOf(id) && [unitGroups, units].every(Array.isArray) && directive;
    if (!isRulebook(json) || !whole) throw new Unusable(messages.cli.noRulebook(path));
    return { rulebook: json };
  }
  try {
    const pack = parsePack(json, { lang });
    const mistakes = lint(pack, { lang }).filter(({ severity }) => severity === 'error');
    if (mistakes.length === 0) return { rulebook: compile(pack), pack };
    const lines = mistakes.map(({ element, message, remedy }) => `${element}: ${message} ${remedy}`);
    throw new Unusable([messages.cli.noRulebook(path), ...lines].join('\n'));
  } catch (error) {
    if (error instanceof RulePackError) throw new Unusable(`${messages.cli.noRulebook(path)}\n${error.message}`);
    throw error;
  }
}

/**
 * Reads an input file: a submission, bare or as received, a review or a consolidation. Reviews and consolidations come
 * from our own commands and can be as large as a campaign; the size limit of submissions applies to everything else.
 */
export async function readInputFile(path: string, messages: Messages): Promise<object> {
  const json = await readJsonFile(path, messages, { large: ofManyUnits });
  if (Object.keys(membersOf(json)).length === 0) throw new Unusable(messages.cli.noInput(path));
  return json as object;
}

/**
 * Finds files of a folder by the SHA-256 in the submission (with any extension) or by name. Names cannot point outside
 * the folder.
 */
export function filesIn(folder: string): ReadFile {
  return async ({ name, sha256 }) => {
    const there = await readdir(folder).catch((error: unknown) => {
      throw new Unusable(`${folder}: ${reasonOf(error)}`);
    });
    const found =
      there.find((file) => sha256 !== '' && file.split('.')[0] === sha256) ?? there.find((file) => file === name);
    return found === undefined ? null : readFile(join(folder, found));
  };
}

/** Reads a file that is not JSON. */
export async function readBytes(path: string, { cli }: Messages): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new Unusable(`${cli.noFile(path)} ${reasonOf(error)}`);
  }
}

export async function write(path: string, bytes: Uint8Array, { cli }: Messages): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw new Unusable(cli.cannotWrite(path, reasonOf(error)));
  }
}

const ofManyUnits = (json: unknown): boolean => isReview(membersOf(json)) || isConsolidation(membersOf(json));

/** @param large accepts JSON that may exceed the size limit of submissions; default: none */
export async function readJsonFile(
  path: string,
  { cli }: Messages,
  { large = () => false }: { large?: (json: unknown) => boolean } = {},
): Promise<unknown> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    throw new Unusable(`${cli.noFile(path)} ${reasonOf(error)}`);
  }
  try {
    return readJson(text);
  } catch (error) {
    const json = error instanceof UnreadableError && error.reason === 'too-large' ? orNull(text) : null;
    if (large(json)) return json;
    if (error instanceof UnreadableError) throw new Unusable(`${cli.noFile(path)} ${error.message}`);
    throw error;
  }
}

function orNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
