import { readFile } from 'node:fs/promises';
import { moduleOf } from '../module/module-of.js';
import { writeTypes } from '../module/write-types.js';
import type { Rulebook } from '../rulebook.js';
import { canonicalJson } from '../values/canonical.js';
import { UnusableInput, type Shell } from './files.js';

/**
 * Node and TypeScript tell by the ending what a module and its types are.
 *
 * @throws UnusableInput unless the name ends with `.mjs`
 */
export function mustBeModuleFile(output: string, { words }: Pick<Shell, 'words'>): void {
  if (!/[^/\\]\.mjs$/.test(output)) throw new UnusableInput(words.notModuleFile);
}

/** A rulebook as a module, and the types that stand beside it: the same bytes for the same rulebook, however it is written. */
export async function moduleFiles(
  rulebook: Rulebook,
  output: string,
): Promise<readonly (readonly [file: string, text: string])[]> {
  const canonical = JSON.parse(canonicalJson(rulebook)) as Rulebook;
  // Made by the build; it stands in no source.
  const head = await readFile(new URL('../module/head.mjs', import.meta.url), 'utf8');
  return [
    [output, moduleOf(canonical, head)],
    [output.replace(/\.mjs$/, '.d.mts'), writeTypes(canonical)],
  ];
}
