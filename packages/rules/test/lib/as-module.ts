import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckOptions } from '../../src/judge/check.js';
import type { Verdict } from '../../src/finding.js';
import { moduleOf } from '../../src/module/module-of.js';
import type { Rulebook } from '../../src/rulebook.js';

type Check = (submission: unknown, context: CheckOptions) => Verdict;

/** What a module of `kl01 compile --module` exports. */
export interface AsModule {
  readonly rulebook: string;
  readonly check: Check;
  readonly forms: Readonly<Record<string, Check>>;
}

// Made by the build of this package.
const head = readFileSync(new URL('../../dist/module/head.mjs', import.meta.url), 'utf8');

/** Loads modules as Node does, from files of their own. */
export class Modules {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kl01-module-'));
  #count = 0;

  async load(rulebook: Rulebook): Promise<AsModule> {
    const file = join(this.#folder, `${this.#count++}.mjs`);
    writeFileSync(file, moduleOf(rulebook, head));
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as AsModule;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
