import { readFile, writeFile } from 'node:fs/promises';
import { completeCase, type SubmissionCase } from '../authoring/cases.js';
import { parseCases } from '../authoring/parse-cases.js';
import { check } from '../judge/check.js';
import type { Rulebook } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { readTrustedJson, type Shell } from './files.js';
import { devStrings } from './strings/dev.js';

/** A new case cannot be added; the message is for whoever asked. */
export class CaseRefused extends Error {
  override readonly name = 'CaseRefused';
}

/**
 * A case of what the page has in its form; what is found now is what it expects. Members that `kl01 test` fills in are
 * left out, so that the case reads like one written by hand.
 *
 * @param asked `{ name, form, now, unit?, given?, receiver?, submission }`, from the page
 * @throws CaseRefused if it has no name
 * @throws PackCasesError if it is not a case
 */
export function caseOf(rulebook: Rulebook, asked: Readonly<Record<string, unknown>>, shell: Shell): SubmissionCase {
  const { name, form, now, unit, given, receiver, submission } = asked;
  if (typeof name !== 'string' || name.trim() === '') throw new CaseRefused(devStrings[shell.lang].noName);
  const entry = {
    name: name.trim(),
    form,
    now,
    ...(isObject(unit) && !isUnitOf(submission, unit) && { unit }),
    ...(isObject(given) && Object.keys(given).length > 0 && { given }),
    ...(receiver !== undefined && receiver !== null && { receiver }),
    submission: isObject(submission) ? withoutFilledIn(submission) : submission,
    expect: { valid: false, findings: [] },
  };
  const [parsed] = parseCases([entry], shell);
  if (!parsed || !('submission' in parsed)) throw new CaseRefused(devStrings[shell.lang].noName);
  const { valid, findings } = check(rulebook, completeCase(rulebook, parsed), { ...parsed, lang: shell.lang });
  const expected = findings.map(({ rule, path, severity }) => ({ rule, path, severity }));
  return { ...parsed, expect: { valid, findings: expected } };
}

function isUnitOf(submission: unknown, unit: Record<string, unknown>): boolean {
  const own = isObject(submission) ? submission['unit'] : undefined;
  return isObject(own) && own['id'] === unit['id'] && own['group'] === unit['group'];
}

const FILLED_IN: ReadonlySet<string> = new Set(['id', 'revision', 'rulebook', 'form']);

function withoutFilledIn(submission: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(submission).filter(([name]) => !FILLED_IN.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, name === 'nominees' ? withoutIds(value) : value]));
}

const withoutIds = (nominees: unknown): unknown =>
  Array.isArray(nominees)
    ? nominees.map((nominee: unknown) => (isObject(nominee) ? (({ id: _, ...rest }) => rest)(nominee) : nominee))
    : nominees;

/**
 * Adds a case at the end of a file of cases; what is there stays as it was written, line ends too. A missing file is made.
 *
 * @throws CaseRefused if there is a case of that name
 * @throws UnusableInput or PackCasesError if the file cannot be read as cases; then it is not touched
 */
export async function addCase(file: string, entry: SubmissionCase, shell: Shell): Promise<void> {
  const json = JSON.stringify([entry], null, 2);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return writeFile(file, `${json}\n`, { flag: 'wx' });
  const cases = parseCases(await readTrustedJson(file, shell), shell);
  if (cases.some(({ name }) => name === entry.name)) throw new CaseRefused(devStrings[shell.lang].sameName(entry.name));
  const end = text.lastIndexOf(']');
  const before = text.slice(0, end).trimEnd();
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const added = json.slice(1).split('\n').join(lineEnd);
  await writeFile(file, `${before}${cases.length > 0 ? ',' : ''}${added}${text.slice(end + 1)}`);
}
