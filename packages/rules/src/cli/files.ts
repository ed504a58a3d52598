import { readFile } from 'node:fs/promises';
import { lint } from '../authoring/lint.js';
import type { LintFinding } from '../authoring/lint-finding.js';
import { compile } from '../compile/compile.js';
import { isRulebook } from '../judge/read-rulebook.js';
import { parsePack, RulePackError } from '../pack/parse-pack.js';
import { readJson, UnreadableError } from '../reading/read-json.js';
import type { RulePack } from '../pack/pack.js';
import type { Rulebook } from '../rulebook.js';
import type { CliStrings } from './strings/cli.js';
import type { Lang } from '../text.js';
import { jsonMistake } from './json-mistake.js';

/** Input that no command can use: the message goes to standard error, the exit status is 2, nothing is written. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}

export interface Shell {
  readonly words: CliStrings;
  readonly lang: Lang;
}

async function readBytes(file: string, { words }: Shell): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UnusableInput(words.unreadableFile(file, reasonOf(error, words)));
  }
}

/** Why the system refused to open a file, in our words where we have them. */
export function reasonOf(error: unknown, { system }: CliStrings): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return Object.hasOwn(system, code) ? system[code]! : message;
}

const MARK = '\ufeff';

/** JSON written by us or an engineer: packs, rulebooks, cases. A byte order mark, which editors may add, is ignored. */
export async function readTrustedJson(file: string, shell: Shell): Promise<unknown> {
  const json = textOf(await readBytes(file, shell), file, shell);
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new UnusableInput(shell.words.unreadableFile(file, mistakeIn(json, shell) ?? (error as Error).message));
  }
}

/** Without the byte order mark. Text of another encoding is refused: its letters would be lost without a word. */
function textOf(bytes: Buffer, file: string, { words }: Shell): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableInput(words.unreadableFile(file, words.notUtf8));
  }
  if (text.trim() === '') throw new UnusableInput(words.unreadableFile(file, words.emptyFile));
  return text;
}

function mistakeIn(text: string, { words }: Shell): string | null {
  const mistake = jsonMistake(text);
  return mistake && words.notJsonAt(mistake.line, mistake.column);
}

/** Reads a submission as any judge would: what the contract refuses is refused here too. */
export async function readSubmission(file: string, shell: Shell): Promise<unknown> {
  const bytes = await readBytes(file, shell);
  try {
    return readJson(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UnusableInput(shell.words.unreadableFile(file, refusedBecause(error, bytes, shell)));
  }
}

function refusedBecause({ reason }: UnreadableError, bytes: Buffer, shell: Shell): string {
  const { words } = shell;
  if (reason !== 'not-json') return words.unreadable[reason];
  const text = bytes.toString('utf8');
  if (text.startsWith(MARK)) return words.byteOrderMark;
  return mistakeIn(text, shell) ?? words.unreadable[reason];
}

/** The path of a pack's cases: `<id>.cases.json` beside `<id>.json`. */
export const casesFile = (pack: string): string => pack.replace(/(\.json)?$/i, '.cases.json');

export async function readPack(file: string, shell: Shell): Promise<RulePack> {
  return parsedPack(await readTrustedJson(file, shell), file, shell);
}

/** Parses the pack; otherwise reports every problem under the file's name. */
function parsedPack(json: unknown, file: string, { lang }: Shell): RulePack {
  try {
    return parsePack(json, { lang });
  } catch (error) {
    if (error instanceof RulePackError) throw new UnusableInput(`${file}: ${error.message}`);
    throw error;
  }
}

/** A lint finding, as printed by every command. */
export const lintLine = ({ severity, element, message, remedy }: LintFinding, { words }: Shell): string =>
  `${words.severity[severity]}  ${element}: ${message} ${remedy}`;

/**
 * Refuses a pack with errors from `kl01 lint`, since its rulebook would not mean what the author intended.
 *
 * @throws UnusableInput with the same lines
 */
export function compilePack(pack: RulePack, file: string, shell: Shell): Rulebook {
  const mistakes = lint(pack, shell).filter(({ severity }) => severity === 'error');
  if (mistakes.length === 0) return compile(pack);
  const lines = mistakes.map((finding) => lintLine(finding, shell));
  throw new UnusableInput([shell.words.mistakenPack(file, mistakes.length), ...lines].join('\n'));
}

/** A compiled rulebook as is, or a pack, compiled. */
export async function readRulebook(file: string, shell: Shell): Promise<Rulebook> {
  const json = await readTrustedJson(file, shell);
  if (json === null || typeof json !== 'object') throw new UnusableInput(shell.words.notRulebook(file));
  if (isRulebook(json)) return json;
  if ('rulebook' in json && 'forms' in json) throw new UnusableInput(shell.words.otherRulebook(file));
  return compilePack(parsedPack(json, file, shell), file, shell);
}
