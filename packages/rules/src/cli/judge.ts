import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { check } from '../check.js';
import type { AuthenticatedUnit } from '../finding.js';
import { readJson, refusal } from '../read-json.js';
import type { Rulebook } from '../rulebook.js';

/**
 * Judges vectors line by line: constant memory, order kept, one bad line never stops it.
 *
 * @param input  NDJSON of `{ name, rulebook: "<id>@<version>", now, unit?, submission }`
 * @param output NDJSON of `{ name, valid, findings: [{ rule, severity, path }] }` or `{ name?, error }`
 */
export async function judgeLines(rulebooks: readonly Rulebook[], input: Readable, output: Writable): Promise<void> {
  const byName = new Map(rulebooks.map((rulebook) => [`${rulebook.id}@${rulebook.version}`, rulebook]));
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(judgeLine(byName, line))}\n`)) await once(output, 'drain');
  }
}

function judgeLine(rulebooks: ReadonlyMap<string, Rulebook>, line: string): object {
  let name: string | undefined;
  try {
    const vector = readJson(line, { within: 1 });
    if (vector === null || typeof vector !== 'object') throw new Error('The line is not an object.');
    const { name: given, rulebook: wanted, now, unit, submission } = vector as Record<string, unknown>;
    if (typeof given === 'string') name = given;
    const rulebook = rulebooks.get(String(wanted));
    if (!rulebook) throw new Error(`No rulebook "${String(wanted).slice(0, 200)}" was given to this judge.`);
    if (refusal(submission)) throw new Error('The submission is refused before judging.');
    const verdict = check(rulebook, submission, { now: now as string, unit: unitOf(unit) });
    const findings = verdict.findings.map(({ rule, severity, path }) => ({ rule, severity, path }));
    return { name, valid: verdict.valid, findings };
  } catch (error) {
    return { name, error: (error as Error).message };
  }
}

function unitOf(unit: unknown): AuthenticatedUnit | undefined {
  if (unit === undefined || unit === null) return undefined;
  const { id, group } = unit as Record<string, unknown>;
  if (typeof id !== 'string' || typeof group !== 'string') throw new Error('The unit has no id or group.');
  return { id, group };
}
