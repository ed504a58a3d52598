import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { reportOf } from '../lib/reports.mjs';
import { median, ratio } from './lib/measure.mjs';
import { slateOf } from './lib/slate.mjs';

export const name = 'consolidate and review: time and peak memory by number of reports';

const NOW = '2023-04-10T08:00:00+07:00';
const COUNTS = [1250, 2500, 5000];
const ROUNDS = 3;
const PEAK = new URL('./lib/tell-peak.mjs', import.meta.url).href;
const require = createRequire(import.meta.url);

/**
 * The commands themselves, each in a process of its own, on files of so many reports (11 tables full, some 6,000
 * characters of text) or nominations (three nominees): what an officer would run.
 *
 * @param {import('./run.mjs').Tools} tools
 */
export async function run({ table, record }) {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-bench-'));
  try {
    const desks = [
      reports(await packNamed('nam-dinh.tinh-uy.2023')),
      nominations(await packNamed('hai-phong.kien-an.2023')),
    ];
    for (const { command, form, rulebook, received } of desks) {
      assert.deepEqual(check(rulebook, received(1).submission, { now: received(1).at }).findings.filter(isError), []);
      const rulebookFile = join(folder, `${command}.json`);
      writeFileSync(rulebookFile, JSON.stringify(rulebook));
      /** @type {Row[]} */
      const rows = [];
      for (const count of COUNTS) {
        const file = join(folder, `${command}-${count}.ndjson`);
        await writeLines(file, count, received);
        const runs = [];
        for (let round = 0; round < ROUNDS; round++) {
          runs.push(await kl01([command, rulebookFile, '--form', form, '--now', NOW, '--json', file]));
        }
        const ms = Math.round(median(runs.map((entry) => entry.ms)));
        const peak = Math.round(Math.max(...runs.map((entry) => entry.peakMb)));
        rows.push({
          command,
          received: count,
          'file, MB': Math.round(statSync(file).size / 1e6),
          ms,
          'peak, MB': peak,
        });
        rmSync(file);
      }
      table(rows);
      const [first, last] = /** @type {[Row, Row]} */ ([rows[0], rows.at(-1)]);
      const slower = ratio(last.ms / last.received, first.ms / first.received);
      record(`${command}: peak memory at ${last.received}`, last['peak, MB'], 'MB', { atMost: 256 });
      record(`${command}: time for each, at ${last.received} against ${first.received}`, slower, '×', { atMost: 1.2 });
      record(`${command}: received a second`, (last.received * 1000) / last.ms, '/s');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @typedef {{ command: string, received: number, 'file, MB': number, ms: number, 'peak, MB': number }} Row
 * @typedef {{ command: string, form: string, rulebook: import('@kl01/rules').Rulebook, received: (number: number) => { submission: object, at: string } }} Desk
 * @typedef {{ forms: { id: string }[] }} PackFile
 */

/**
 * The report form for as many units as one likes: those that the directive names are too few to measure by.
 *
 * @param {PackFile} pack
 * @returns {Desk}
 */
function reports(pack) {
  const form = 'bao-cao-02-nam';
  const forms = pack.forms.filter(({ id }) => id === form);
  const rulebook = compile(parsePack({ ...pack, units: undefined, selections: undefined, coverage: undefined, forms }));
  return {
    command: 'consolidate',
    form,
    rulebook,
    received: (number) => {
      const unit = { id: `don-vi-${number}`, group: 'huyen-uy', name: `Đơn vị ${number}` };
      return { submission: reportOf(rulebook, { form, unit, number, words: 50 }), at: '2023-04-01T08:00:00+07:00' };
    },
  };
}

/**
 * @param {PackFile} pack
 * @returns {Desk}
 */
function nominations(pack) {
  return {
    command: 'review',
    form: 'de-nghi-cap-quan',
    rulebook: compile(parsePack(pack)),
    received: (number) => {
      const { nominees, ...slate } = slateOf(3);
      const named = nominees.map((nominee, index) => ({ ...nominee, name: `Nguyễn Văn ${number}.${index}` }));
      const unit = { id: `don-vi-${number}`, group: 'dang-bo', name: `Đảng bộ ${number}` };
      return { submission: { ...slate, unit, nominees: named }, at: '2023-03-22T08:00:00+07:00' };
    },
  };
}

/**
 * @param {string} id
 * @returns {Promise<PackFile>}
 */
const packNamed = async (id) => JSON.parse(await readFile(require.resolve(`@kl01/rules/packs/${id}.json`), 'utf8'));

/**
 * @param {string} file
 * @param {number} count
 * @param {Desk['received']} received
 */
async function writeLines(file, count, received) {
  const out = createWriteStream(file);
  for (let number = 1; number <= count; number++) {
    if (!out.write(`${JSON.stringify(received(number))}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/**
 * Runs the command; what it prints is read and let go.
 *
 * @param {string[]} args
 * @returns {Promise<{ ms: number, peakMb: number }>}
 */
async function kl01(args) {
  const program = join(dirname(require.resolve('@kl01/rules')), '..', 'bin', 'kl01.mjs');
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', PEAK, program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stdout.resume();
  child.stderr.on('data', (chunk) => (told += String(chunk)));
  const [status] = await once(child, 'close');
  const peak = /peak (\d+) kB/.exec(told);
  assert(status === 0 && peak, told);
  return { ms: performance.now() - started, peakMb: Number(peak[1]) / 1024 };
}

const isError = (/** @type {import('@kl01/rules').Finding} */ { severity }) => severity === 'error';
