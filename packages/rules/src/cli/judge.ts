import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { check, type CheckOptions } from '../judge/check.js';
import type { AuthenticatedUnit } from '../finding.js';
import { mostBytes, readJson, refusal } from '../reading/read-json.js';
import type { Rulebook } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { linesOf, type Line } from './lines.js';

/** Each line wraps the submission in one object. */
const WITHIN = 1;
const TELL_EVERY_MS = 1000;

/**
 * Judges vectors line by line: constant memory, order kept, a bad line does not stop it.
 *
 * @param input  NDJSON of `{ name, rulebook: "<id>@<version>", now, unit?, given?, receiver?, submission }`
 * @param output NDJSON of `{ name, rulebook, valid, findings: [{ rule, severity, path }] }` or `{ name?, error }`
 * @param tell   called about once a second, and at the end, with the number of lines judged and the elapsed
 * milliseconds
 */
export async function judgeLines(
  rulebooks: readonly Rulebook[],
  input: Readable,
  output: Writable,
  tell?: (lines: number, milliseconds: number) => void,
): Promise<void> {
  const byName = new Map(rulebooks.map((rulebook) => [`${rulebook.id}@${rulebook.version}`, rulebook]));
  const startedAt = performance.now();
  let toldAt = startedAt;
  let judged = 0;
  for await (const lines of linesOf(input, mostBytes(WITHIN))) {
    const answers = lines.map((line) => `${JSON.stringify(judgeLine(byName, line))}\n`);
    judged += lines.length;
    if (!output.write(answers.join(''))) await once(output, 'drain');
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) continue;
    toldAt = now;
    tell?.(judged, now - startedAt);
  }
  tell?.(judged, performance.now() - startedAt);
}

function judgeLine(rulebooks: ReadonlyMap<string, Rulebook>, { bytes }: Line): object {
  let name: string | undefined;
  try {
    if (bytes === 'too-long') throw new Error(`The line has more than ${mostBytes(WITHIN)} bytes.`);
    const vector = readJson(bytes, { within: WITHIN });
    if (vector === null || typeof vector !== 'object') throw new Error('The line is not an object.');
    const {
      name: called,
      rulebook: wanted,
      now,
      unit,
      given,
      receiver,
      submission,
    } = vector as Record<string, unknown>;
    if (typeof called === 'string') name = called;
    const rulebook = typeof wanted === 'string' ? rulebooks.get(wanted) : undefined;
    if (!rulebook) throw new Error(`No rulebook ${JSON.stringify(wanted)?.slice(0, 200)} was given to this judge.`);
    if (refusal(submission)) throw new Error('The submission is refused before judging.');
    const verdict = check(rulebook, submission, {
      now: now as string,
      unit: unitOf(unit),
      given: givenOf(given),
      receiver: receiverOf(receiver),
    });
    const findings = verdict.findings.map(({ rule, severity, path }) => ({ rule, severity, path }));
    return { name, rulebook: wanted, valid: verdict.valid, findings };
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

function givenOf(given: unknown): CheckOptions['given'] {
  if (given === undefined || given === null) return null;
  if (!isObject(given)) throw new Error('What is given is not an object.');
  return given as CheckOptions['given'];
}

function receiverOf(receiver: unknown): string | null {
  if (receiver === undefined || receiver === null) return null;
  if (typeof receiver !== 'string') throw new Error('The receiver is not an id.');
  return receiver;
}
