import type { Finding } from '../finding.js';
import { parseUnits, UnitListError } from '../committee/parse-units.js';
import type { RosterUnit } from '../committee/received.js';
import type { FormType } from '../submission.js';
import type { FormOf } from '../form-of-type.js';
import type { Rulebook } from '../rulebook.js';
import { committee } from './strings/cli-committee.js';
import type { Lang } from '../text.js';
import { findingLine } from './finding-line.js';
import { readRulebook, readTrustedJson, UnusableInput, type Shell } from './files.js';

/** Options shared by `review` and `consolidate`. */
export interface CommitteeOptions {
  readonly rulebook: string;
  readonly form?: string | undefined;
  readonly period?: string | undefined;
  readonly units?: string | undefined;
  readonly picks?: string | undefined;
  readonly awards?: string | undefined;
  readonly now?: string | undefined;
}

/** The output of a command: as JSON, or as lines. */
export interface Told {
  readonly json: object;
  readonly findings: readonly Finding[];
  readonly lines: Iterable<string>;
}

interface Asked<Type extends FormType> {
  readonly rulebook: Rulebook;
  readonly form: FormOf<Type>;
  readonly now: string;
  readonly units: readonly RosterUnit[] | undefined;
  progress(read: number): void;
}

/** @throws UnusableInput if there is no such form of this type, or the list of units is invalid */
export async function askedFor<Type extends FormType>(
  options: CommitteeOptions,
  type: Type,
  shell: Shell,
): Promise<Asked<Type>> {
  const words = committee[shell.lang];
  const rulebook = await readRulebook(options.rulebook, shell);
  const forms = rulebook.forms.filter((entry): entry is FormOf<Type> => entry.type === type);
  const form = forms.find(({ id }) => id === options.form);
  if (!form) throw new UnusableInput(`${words.formNeeded} ${forms.map(({ id }) => id).join(' | ')}`);
  const units = options.units === undefined ? undefined : await readUnits(options.units, shell);
  return {
    rulebook,
    form,
    now: options.now ?? new Date().toISOString(),
    units,
    progress: (read) => {
      if (process.stderr.isTTY && read % 20 === 0) process.stderr.write(`\r${words.progress(read)}`);
    },
  };
}

async function readUnits(file: string, shell: Shell): Promise<RosterUnit[]> {
  const json = await readTrustedJson(file, shell);
  try {
    return parseUnits(json, shell);
  } catch (error) {
    throw error instanceof UnitListError ? new UnusableInput(`${file}: ${error.message}`) : error;
  }
}

export function* findingLines(findings: readonly Finding[], lang: Lang): Generator<string> {
  if (findings.length === 0) return;
  yield `\n${committee[lang].findings(findings.length)}`;
  for (const finding of findings) yield `  ${findingLine(finding, lang)}`;
}
