import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '../../src/compile/compile.js';
import { parsePack } from '../../src/pack/parse-pack.js';

interface Table {
  /** of all cases that say no other */
  readonly now?: string;
  readonly pack: unknown;
  readonly cases: readonly {
    readonly name: string;
    readonly now?: string;
    readonly given?: Readonly<Record<string, string | number | boolean | null>>;
    readonly receiver?: string;
    readonly submission: unknown;
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly path: string }[];
  }[];
}

const folder = new URL('../by-hand/', import.meta.url);

/** Cases of what no published directive asks, written by hand; the vectors of every backend hold them too. */
export const byHand = readdirSync(folder)
  .sort()
  .map((name) => {
    const { now = '', pack: json, cases } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Table;
    const pack = parsePack(json);
    return {
      name: name.replace('.json', ''),
      id: pack.id,
      pack,
      rulebook: compile(pack),
      cases: cases.map((entry) => ({ now, ...entry })),
    };
  });
