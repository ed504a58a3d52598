import assert from 'node:assert/strict';
import { check } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { compare, ratio } from './lib/measure.mjs';
import { faultOf, medalByAjv, medalCases, medalPack } from './lib/medal.mjs';

export const name = 'medal: ten nominations, three of them right, beside one JSON Schema that ajv made code of';

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const rulebook = compile(parsePack(medalPack()));
  const ajv = medalByAjv();
  const rows = [];
  for (const nominees of [3, 500]) {
    const cases = medalCases(nominees);
    const received = cases.map(({ submission, now }) => ({ ...submission, received: now.slice(0, 10) }));
    for (const [at, { faults, now, submission }] of cases.entries()) {
      const told = (/** @type {string[]} */ list) => [...new Set(list)].sort();
      assert.deepEqual(told(check(rulebook, submission, { now }).findings.map(faultOf)), faults, `kl01, case ${at}`);
      assert.deepEqual(told(ajv(received[at])), faults, `ajv, case ${at}`);
    }
    const ms = await compare({
      kl01: () => cases.forEach(({ submission, now }) => check(rulebook, submission, { now })),
      ajv: () => received.forEach((submission) => ajv(submission)),
    });
    rows.push({ nominees, 'kl01, µs': ms.kl01 * 100, 'ajv, µs': ms.ajv * 100 });
    record(`times as fast as ajv, ${nominees} nominees`, ratio(ms.ajv, ms.kl01), '×', { atLeast: 1 });
  }
  table(rows);
}
