import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * Runs every measurement and prints the numbers. A full run also writes them to results/latest.json.
 *
 *     node tests/bench/run.mjs                   every *.bench.mjs of this folder
 *     node tests/bench/run.mjs judge forms       only those whose file name begins so
 *     node tests/bench/run.mjs judge --write     and writes what they gave beside what the others gave before
 *
 * A bench is a module with a `name` and `run({ table, record })`: `table(rows)` prints an array of flat objects,
 * `record(key, value, unit)` keeps a number, `record(key, value, unit, { atMost })` one that has an aim.
 *
 * @typedef {{ atMost?: number, atLeast?: number }} Aim
 * @typedef {{ key: string, value: number, unit: string, aim?: Aim, met?: boolean }} Measurement
 * @typedef {object} Tools
 * @property {(rows: Record<string, string | number>[]) => void} table
 * @property {(key: string, value: number, unit: string, aim?: Aim) => void} record
 * @typedef {{ name: string, run: (tools: Tools) => Promise<void> }} Bench
 */

const FOLDER = new URL('./', import.meta.url);
const RESULTS = new URL('results/', FOLDER);

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.bench.mjs') && isWanted(file, wanted));
  if (files.length === 0) return tell('There is no such bench: files end with .bench.mjs.', 1);

  /** @type {Record<string, Measurement[]>} */
  const benches = {};
  const broken = [];
  for (const [index, file] of files.sort().entries()) {
    /** @type {Bench} */
    const bench = await import(new URL(file, FOLDER).href);
    console.log(`\n[${index + 1}/${files.length}] ${bench.name} …`);
    try {
      benches[bench.name] = await measure(bench);
    } catch (error) {
      console.error(error);
      broken.push(bench.name);
    }
  }
  if (wanted.length === 0) write(benches);
  else if (args.includes('--write')) write({ ...lastBenches(), ...benches });
  printAims(benches);
  if (broken.length > 0) return tell(`Could not be measured: ${broken.join(', ')}.`, 1);
  return 0;
}

/**
 * @param {Bench} bench
 * @returns {Promise<Measurement[]>}
 */
async function measure(bench) {
  /** @type {Measurement[]} */
  const measurements = [];
  await bench.run({
    table: (rows) => console.table(rows),
    record(key, value, unit, aim) {
      const rounded = Number(value.toPrecision(4));
      measurements.push({ key, value: rounded, unit, ...(aim ? { aim, met: isMet(value, aim) } : {}) });
    },
  });
  return measurements;
}

/** @param {Record<string, Measurement[]>} benches */
function write(benches) {
  const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const results = { measuredAt: new Date().toISOString(), machine, benches };
  mkdirSync(RESULTS, { recursive: true });
  const file = new URL('latest.json', RESULTS);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nWritten to ${fileURLToPath(file)}`);
}

/** @returns {Record<string, Measurement[]>} */
function lastBenches() {
  const file = new URL('latest.json', RESULTS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).benches : {};
}

/** @param {Record<string, Measurement[]>} benches */
function printAims(benches) {
  const rows = Object.entries(benches).flatMap(([bench, measurements]) =>
    measurements.map(({ key, value, unit, aim, met }) => ({
      bench,
      what: key,
      value,
      unit,
      aim: aim ? describe(aim) : '',
      met: met === undefined ? '' : met ? 'yes' : 'NO',
    })),
  );
  console.table(rows);
}

/** @param {Aim} aim */
function describe({ atMost, atLeast }) {
  return [atMost !== undefined && `≤ ${atMost}`, atLeast !== undefined && `≥ ${atLeast}`].filter(Boolean).join(', ');
}

/**
 * @param {number} value
 * @param {Aim} aim
 */
function isMet(value, { atMost = Infinity, atLeast = -Infinity }) {
  return value <= atMost && value >= atLeast;
}

/**
 * @param {string} file
 * @param {string[]} wanted
 */
function isWanted(file, wanted) {
  return wanted.length === 0 || wanted.some((name) => file.startsWith(name));
}

/**
 * @param {string} sentence
 * @param {number} status
 */
function tell(sentence, status) {
  console.error(sentence);
  return status;
}
