import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { ROOT } from './backends.mjs';

/**
 * Every piece of JsonLogic that lint's cases let pass, as criteria of one rulebook, and nominees whose values are given,
 * missing and null by turns: what lint lets pass, all engines have to judge alike.
 */

const LINES = 600;
const FOLDER = join(ROOT, 'packages/rules/test/lint');

/** @typedef {{ name: string, criterion: { assert: unknown, needs?: object, path?: string }, expect: string[] }} LogicCase */

/** @returns {import('./judges.mjs').Sendings} */
export function acceptedLogic() {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-logic-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const rulebook = compile(parsePack(packOfLogic()));
  const path = join(folder, `${rulebook.id}.rulebook.json`);
  writeFileSync(path, canonicalJson(rulebook));
  const named = `${rulebook.id}@${rulebook.version}`;
  return { lines: Array.from({ length: LINES }, (_, at) => JSON.stringify(lineOf(named, at))), rulebooks: [path] };
}

function packOfLogic() {
  const pack = JSON.parse(readFileSync(join(FOLDER, 'pack.json'), 'utf8'));
  /** @type {{ fields: unknown[], cases: LogicCase[] }} */
  const { fields, cases } = JSON.parse(readFileSync(join(FOLDER, 'logic.json'), 'utf8'));
  const accepted = cases.filter((entry) => entry.expect.length === 0);
  const criteria = accepted.map(({ name, criterion }, at) => ({ id: `c-${at}`, label: name, severity: 'advice', ...criterion })); // prettier-ignore
  const [form] = pack.forms;
  return { ...pack, forms: [{ ...form, nominees: { individual: { fields } }, criteria }] };
}

/** @type {Record<string, readonly unknown[]>} */
const VALUES = {
  name: ['A', 'B', null],
  partyMember: [true, false, null],
  partyRating: ['good', null],
  joined: ['2019-12-01', '2020-02-29', null],
  age: [0, 2, 3, 13, 18, 20, 21, null],
  level: ['xa', 'tinh', null],
  fields: [['y-te'], ['van-hoa', 'y-te'], [], null],
  declared: [{}, null],
  documents: [{ 'bao-cao': [{ name: 'x' }] }, { 'bao-cao': [{ name: null }] }, { 'bao-cao': [] }, {}, null],
};

/** @param {string} rulebook @param {number} at */
function lineOf(rulebook, at) {
  const below = numbers(at);
  const nominee = (/** @type {number} */ place) => ({
    id: `n-${place}`,
    kind: 'individual',
    ...Object.fromEntries(
      Object.entries(VALUES).flatMap(([name, values]) =>
        below(9) === 0 ? [] : [[name, values[below(values.length)]]],
      ),
    ),
  });
  return {
    name: `logic ${at}`,
    rulebook,
    now: below(2) === 0 ? '2023-03-22T08:00:00+07:00' : '2023-04-22T08:00:00+07:00',
    ...(below(2) === 0 && { unit: { id: 'dang-bo-1', group: 'dang-bo' } }),
    submission: {
      rulebook,
      form: 'de-nghi',
      unit: { id: 'dang-bo-1', group: below(2) === 0 ? 'dang-bo' : 'doan-the' },
      nominees: below(9) === 0 ? null : Array.from({ length: below(4) }, (_, place) => nominee(place)),
    },
  };
}

/**
 * Numbers that repeat with the seed.
 *
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
function numbers(seed) {
  let state = (seed + 1) * 2654435761;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
