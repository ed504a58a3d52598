import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rulebook } from '@kl01/rules';
import { completeCase, type PackCase } from '@kl01/rules/authoring';
import { ROOT } from './source-files.ts';

/** What `kl01 host-check --json` prints. */
export interface HostReport {
  readonly fails: number;
  readonly points: readonly { id: string; result: 'holds' | 'fails' | 'untried'; seen: readonly string[] }[];
}

const near = createRequire(import.meta.url);
export const PACK = 'hai-phong.kien-an.2023';
const RULEBOOK = near.resolve(`@kl01/rules/rulebooks/${PACK}.json`);

/** Points that only a session can show: the examples' pages have none. */
export const WITHOUT_SESSIONS = [
  'session/none',
  'other/reads-own',
  'other/receipt',
  'other/file',
  'other/known-file',
  'desk/officers',
];

/** Points of the committee's desk, which not every host has. */
export const OF_THE_DESK = ['desk/lists', 'desk/last', 'desk/judged'];

/**
 * Runs the command against a host that lives inside the window of the pack's first form.
 *
 * @param options more of the command line
 */
export async function hostCheck(address: string, now: string, options: readonly string[] = []): Promise<HostReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kl01-host-check-'));
  try {
    const submission = join(folder, 'submission.json');
    await writeFile(submission, JSON.stringify(await validSubmission()));
    const command = join(ROOT, 'packages/rules/bin/kl01.mjs');
    const args = [command, 'host-check', address, RULEBOOK, submission, '--now', now, '--json', ...options];
    const { stdout } = await new Promise<{ stdout: string }>((resolve, reject) => {
      execFile(process.execPath, args, { maxBuffer: 10_000_000 }, (error, out, complaint) =>
        // Status 1: a point fails, and the report says which.
        error && error.code !== 1 ? reject(new Error(complaint)) : resolve({ stdout: out }),
      );
    });
    return JSON.parse(stdout) as HostReport;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The points that fail with what was seen, and those that were not tried. */
export function inShort({ points }: HostReport): { fails: string[]; untried: string[] } {
  const of = (result: string) => points.filter((point) => point.result === result);
  return {
    fails: of('fails').map(({ id, seen }) => `${id}: ${seen.join(' | ')}`),
    untried: of('untried').map(({ id }) => id),
  };
}

async function validSubmission(): Promise<Record<string, unknown>> {
  const rulebook = JSON.parse(await readFile(RULEBOOK, 'utf8')) as Rulebook;
  const text = await readFile(near.resolve(`@kl01/rules/packs/${PACK}.cases.json`), 'utf8');
  const valid = (JSON.parse(text) as PackCase[]).find((entry) => 'submission' in entry && entry.expect.valid);
  if (!valid || !('submission' in valid)) throw new Error(`${PACK} has no valid case.`);
  return completeCase(rulebook, valid);
}
