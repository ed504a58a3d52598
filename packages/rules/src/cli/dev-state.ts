import { basename } from 'node:path';
import { existsSync } from 'node:fs';
import { completeCase, runCases, type PackCase, type SubmissionCase } from '../authoring/cases.js';
import { lint } from '../authoring/lint.js';
import { parseCases } from '../authoring/parse-cases.js';
import { compile } from '../compile/compile.js';
import { explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import type { RulePack } from '../pack/pack.js';
import type { Rulebook } from '../rulebook.js';
import type { Lang } from '../text.js';
import { cliStrings } from './strings/cli.js';
import { devStrings } from './strings/dev.js';
import { casesFile, lintLine, readPack, readTrustedJson, type Shell } from './files.js';

/** A case with its result, as the page lists it. */
export interface ShownCase {
  readonly name: string;
  readonly passed: boolean;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  /** what can be opened in the form; null: not a case of one submission */
  readonly open: Pick<SubmissionCase, 'form' | 'now' | 'unit' | 'given' | 'receiver' | 'submission'> | null;
}

/** What the page shows of a pack and its cases, in one language. */
export interface DevState {
  /** grows with each change on disk */
  readonly revision: number;
  /** names of the files, without their folder */
  readonly pack: string;
  readonly casesFile: string;
  /** why the pack on disk cannot be used, one text for each mistake; empty: it can */
  readonly mistakes: readonly string[];
  /** what lint says of the last good pack without refusing it */
  readonly remarks: readonly string[];
  /** when the last good version was read, milliseconds since 1970; null: there was none */
  readonly goodAt: number | null;
  readonly rulebook: Rulebook | null;
  readonly explanation: Explanation | null;
  /** why there are no results; null: there are */
  readonly casesProblem: string | null;
  readonly cases: readonly ShownCase[];
}

/** A pack that lint accepted, and its rulebook. */
interface GoodPack {
  readonly pack: RulePack;
  readonly rulebook: Rulebook;
  readonly at: number;
}

/**
 * A pack and its cases as they are on disk, and the last version that was usable. Reading never throws: whatever stands
 * in the files is told in the state, since an editor saves half-written files.
 */
export class PackOnDisk {
  readonly file: string;
  readonly cases: string;
  #revision = 0;
  #good: GoodPack | null = null;
  #said = new Map<Lang, DevState>();

  constructor(file: string) {
    this.file = file;
    this.cases = casesFile(file);
  }

  get revision(): number {
    return this.#revision;
  }

  /** Rulebook of the last good version; null: there was none. */
  get rulebook(): Rulebook | null {
    return this.#good?.rulebook ?? null;
  }

  /** Forgets what was read: the files may have changed. */
  changed(): void {
    this.#revision += 1;
    this.#said = new Map();
  }

  async state(lang: Lang): Promise<DevState> {
    const known = this.#said.get(lang);
    if (known) return known;
    const revision = this.#revision;
    const state = { ...(await this.#read(lang)), revision };
    // Changed while it was read: the next reader reads again.
    if (revision === this.#revision) this.#said.set(lang, state);
    return state;
  }

  async #read(lang: Lang): Promise<Omit<DevState, 'revision'>> {
    const shell: Shell = { words: cliStrings[lang], lang };
    const said = await this.#readPack(shell);
    const good = this.#good;
    return {
      pack: basename(this.file),
      casesFile: basename(this.cases),
      ...said,
      goodAt: good?.at ?? null,
      rulebook: good?.rulebook ?? null,
      explanation: good && explain(good.pack, shell),
      ...(await this.#readCases(good, shell)),
    };
  }

  async #readPack(shell: Shell): Promise<Pick<DevState, 'mistakes' | 'remarks'>> {
    const ofLastGood = () => (this.#good ? linted(this.#good.pack, shell).remarks : []);
    try {
      const pack = await readPack(this.file, shell);
      const { mistakes, remarks } = linted(pack, shell);
      if (mistakes.length > 0) return { mistakes, remarks: ofLastGood() };
      // Read again in the other language, it is the same version.
      const same = this.#good !== null && JSON.stringify(this.#good.pack) === JSON.stringify(pack);
      if (!same) this.#good = { pack, rulebook: compile(pack), at: Date.now() };
      return { mistakes, remarks };
    } catch (error) {
      return { mistakes: messageOf(error).split('\n'), remarks: ofLastGood() };
    }
  }

  async #readCases(good: GoodPack | null, shell: Shell): Promise<Pick<DevState, 'cases' | 'casesProblem'>> {
    if (!existsSync(this.cases)) {
      return { cases: [], casesProblem: devStrings[shell.lang].noCasesYet(basename(this.cases)) };
    }
    try {
      const cases = parseCases(await readTrustedJson(this.cases, shell), shell);
      return { cases: good ? shownCases(good.rulebook, cases) : [], casesProblem: null };
    } catch (error) {
      return { cases: [], casesProblem: messageOf(error) };
    }
  }
}

/** What lint says of a pack: what refuses it, and the rest. */
function linted(pack: RulePack, shell: Shell): Pick<DevState, 'mistakes' | 'remarks'> {
  const findings = lint(pack, shell);
  const lines = (refusing: boolean): string[] =>
    findings.filter(({ severity }) => (severity === 'error') === refusing).map((finding) => lintLine(finding, shell));
  return { mistakes: lines(true), remarks: lines(false) };
}

function shownCases(rulebook: Rulebook, cases: readonly PackCase[]): ShownCase[] {
  return runCases(rulebook, cases).map((result, index) => {
    const entry = cases[index];
    const open = entry && 'submission' in entry ? { ...entry, submission: completeCase(rulebook, entry) } : null;
    return { ...result, open };
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
