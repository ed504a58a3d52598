import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { check, parseInstant } from '@kl01/rules';
import { handWired } from './lib/hand-wired.mjs';
import { compare, ratio } from './lib/measure.mjs';
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
  const wired = handWired(form);
  const minute = parseInstant(NOW);

  const rows = [];
  for (const nominees of [3, 50, 500]) {
    const submission = slateOf(nominees);
    const told = (/** @type {{ rule: string, path: string }[]} */ findings) =>
      findings.map(({ rule, path }) => `${rule} ${path}`).sort();
    const expected = told(check(rulebook, submission, { now: NOW }).findings);
    assert.deepEqual(told(wired(submission, minute)), expected, 'the hand-wired pair finds the same');
    assert.deepEqual(told(plainCheck(submission, { now: NOW })), expected, 'plain code finds the same');

    const ms = await compare({
      kl01: () => check(rulebook, submission, { now: NOW }),
      wired: () => wired(submission, minute),
      plain: () => plainCheck(submission, { now: NOW }),
    });
    rows.push({
      nominees,
      'kl01 checks/s': Math.round(1000 / ms.kl01),
      'ajv + json-logic-js checks/s': Math.round(1000 / ms.wired),
      'plain code checks/s': Math.round(1000 / ms.plain),
    });
    record(`times as fast as ajv + json-logic-js, ${nominees} nominees`, ratio(ms.wired, ms.kl01), '×', { atLeast: 5 });
    record(`times as slow as plain code, ${nominees} nominees`, ratio(ms.kl01, ms.plain), '×', { atMost: 5 });
  }
  table(rows);
}
