import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { completeCase, type PackCase, type SubmissionCase } from '../../src/authoring/cases.js';
import { compile } from '../../src/compile/compile.js';
import type { RulePack } from '../../src/pack/pack.js';
import { parsePack } from '../../src/pack/parse-pack.js';
import type { Rulebook, RulebookForm } from '../../src/rulebook.js';

/** A clause of the directive, as `clauses.mjs` finds it in the text. */
export interface Clause {
  readonly clause: string;
  readonly words: string;
}

/** A pack, its rulebook, its named cases and, where a directive is behind it, the clauses of that. */
export interface PackUnderTest {
  readonly id: string;
  readonly pack: RulePack;
  readonly rulebook: Rulebook;
  readonly cases: readonly PackCase[];
  readonly clauses: readonly Clause[];
}

/** A case whose submission is completed as the runner does it. */
export interface CompleteCase {
  readonly name: string;
  readonly form: RulebookForm;
  readonly rulebook: Rulebook;
  readonly entry: SubmissionCase;
  readonly submission: Record<string, unknown>;
}

const folders = ['../../packs/', './sample-packs/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The packs we publish, and those that only tests use: together they use every part of the format. */
export const packs: readonly PackUnderTest[] = folders.flatMap(readFolder);

/** A pack of what no directive at hand says, without cases. */
export const fragments: readonly PackUnderTest[] = readFolder(fileURLToPath(new URL('../fragments/', import.meta.url)));

function readFolder(folder: string): PackUnderTest[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !/\.(cases|clauses)\.json$/.test(name))
    .map((name) => readPack(`${folder}${name}`));
}

function readPack(path: string): PackUnderTest {
  const pack = parsePack(readJsonFile(path));
  const beside = <T>(what: string): T[] => {
    const file = path.replace(/\.json$/, `.${what}.json`);
    return existsSync(file) ? (readJsonFile(file) as T[]) : [];
  };
  return { id: pack.id, pack, rulebook: compile(pack), cases: beside('cases'), clauses: beside('clauses') };
}

function readJsonFile(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const isSubmissionCase = (entry: PackCase): entry is SubmissionCase => 'submission' in entry;

/** The cases of a pack that hold a submission, optionally only the valid ones. */
export function submissionCases({ rulebook, cases }: PackUnderTest, { valid = false } = {}): CompleteCase[] {
  return cases.flatMap((entry) => {
    const form = rulebook.forms.find(({ id }) => id === entry.form);
    if (!isSubmissionCase(entry) || !form || (valid && !entry.expect.valid)) return [];
    return [{ name: entry.name, form, rulebook, entry, submission: completeCase(rulebook, entry) }];
  });
}
