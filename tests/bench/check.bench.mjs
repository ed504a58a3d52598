import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, parseInstant } from '@kl01/rules';
import { built, handWired, walking } from './lib/hand-wired.mjs';
import { compare, medianOf, ratio } from './lib/measure.mjs';
import { plainCheck } from './lib/plain-check.mjs';
import { slateOf } from './lib/slate.mjs';

export const name = 'check: one nomination judged in Node, with full findings';

const FORM = 'de-nghi-cap-quan';
const NOW = '2023-03-22T08:00:00+07:00';

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const file = createRequire(import.meta.url).resolve('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json');
  /** @type {import('@kl01/rules').Rulebook} */
  const rulebook = JSON.parse(readFileSync(file, 'utf8'));
  const form = rulebook.forms.find(({ id }) => id === FORM);
  assert(form, FORM);
  const pairs = { walking: handWired(form, walking), built: handWired(form, built) };
  const module = await moduleOf(file);
  const minute = parseInstant(NOW);

  const rows = [];
  for (const nominees of [3, 50, 500]) {
    const submission = slateOf(nominees);
    const told = (/** @type {{ rule: string, path: string }[]} */ findings) =>
      findings.map(({ rule, path }) => `${rule} ${path}`).sort();
    const verdict = check(rulebook, submission, { now: NOW });
    const expected = told(verdict.findings);
    assert.deepEqual(module.check(submission, { now: NOW }), verdict, 'the module finds the same');
    for (const pair of Object.values(pairs))
      assert.deepEqual(told(pair(submission, minute)), expected, 'a pair finds the same');
    assert.deepEqual(told(plainCheck(submission, { now: NOW })), expected, 'plain code finds the same');

    const ms = await compare({
      kl01: () => check(rulebook, submission, { now: NOW }),
      module: () => module.check(submission, { now: NOW }),
      walking: () => pairs.walking(submission, minute),
      built: () => pairs.built(submission, minute),
      plain: () => plainCheck(submission, { now: NOW }),
    });
    rows.push({
      nominees,
      'kl01 checks/s': Math.round(1000 / ms.kl01),
      'kl01 compile --module': Math.round(1000 / ms.module),
      'ajv + json-logic-engine, built': Math.round(1000 / ms.built),
      'ajv + json-logic-js': Math.round(1000 / ms.walking),
      'plain code': Math.round(1000 / ms.plain),
    });
    const size = `${nominees} nominees`;
    record(`times as fast as ajv + json-logic-engine (built), ${size}`, ratio(ms.built, ms.kl01), '×', { atLeast: 1 });
    record(`times as fast as ajv + json-logic-js, ${size}`, ratio(ms.walking, ms.kl01), '×', { atLeast: 5 });
    record(`times as slow as plain code, ${size}`, ratio(ms.kl01, ms.plain), '×', { atMost: 5 });
    record(`compiled to a module, times as slow as plain code, ${size}`, ratio(ms.module, ms.plain), '×', {
      atMost: 5,
    });
  }
  table(rows);

  const times = await compare({
    hundred: () => check(rulebook, listOf(100), { now: NOW }),
    thousand: () => check(rulebook, listOf(1000), { now: NOW }),
    // More than the shape allows: the schema alone finds it, having looked at every one.
    tenThousand: () => check(rulebook, listOf(10_000), { now: NOW }),
  });
  record('1,000 nominees, times 100 of them', ratio(times.thousand, times.hundred), '×', { atMost: 15 });
  record('10,000 nominees, times 1,000 of them', ratio(times.tenThousand, times.thousand), '×', { atMost: 15 });
  record('a rulebook ready, first verdict in a new process', await medianOf(async () => readyIn(file)), 'ms', {
    atMost: 50,
  });
}

/**
 * A rulebook as `kl01 compile --module` writes it.
 *
 * @param {string} rulebook
 * @returns {Promise<{ check: (submission: unknown, context: { now: string }) => import('@kl01/rules').Verdict }>}
 */
async function moduleOf(rulebook) {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-bench-'));
  const kl01 = fileURLToPath(new URL('../../packages/rules/bin/kl01.mjs', import.meta.url));
  execFileSync(process.execPath, [kl01, 'compile', rulebook, '--module', '-o', join(folder, 'judge.mjs')]);
  try {
    return await import(pathToFileURL(join(folder, 'judge.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @type {Map<number, object>} */
const lists = new Map();

/**
 * A submission of so many nominees, of whom little is said: 10,000 of them stay below the 5 MB of any submission.
 *
 * @param {number} length
 */
function listOf(length) {
  const known = lists.get(length);
  if (known) return known;
  const nominees = Array.from({ length }, (_, index) => ({
    id: `n${index}`,
    kind: 'individual',
    name: `Người ${index}`,
  }));
  const submission = { ...slateOf(0), nominees };
  lists.set(length, submission);
  return submission;
}

/**
 * Milliseconds from a rulebook's text to the first verdict, in a process that has judged nothing before.
 *
 * @param {string} file
 */
function readyIn(file) {
  const program = `
    import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
    import { check } from '@kl01/rules';

    const text = readFileSync(${JSON.stringify(file)}, 'utf8');
    const submission = ${JSON.stringify(slateOf(3))};
    const start = performance.now();
    check(JSON.parse(text), submission, { now: '${NOW}' });
    console.log(performance.now() - start);`;
  const args = ['--input-type=module', '-e', program];
  return Number(execFileSync(process.execPath, args, { cwd: fileURLToPath(new URL('.', import.meta.url)) }));
}
