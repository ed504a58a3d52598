import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryOf, ROOT, versionOf } from './backends.mjs';

/**
 * The table of `docs/backends.md`: who judges by which libraries, and how many of the vectors and of the changed
 * submissions came out as they must. Rates come from the last bench.
 *
 * @typedef {{ passed: number, of: number }} Count
 * @typedef {{ label: string, runs: string, schema: string, logic: string, vectors: Count, cases: Count }} Row
 */

const FILE = join(ROOT, 'docs/backends.md');
const BENCH = join(ROOT, 'tests/bench/results/latest.json');
const MARKS = /(<!-- table, written by the tests -->\n)[\s\S]*?(<!-- end of table -->)/;
const HEAD = ['backend', 'tried on', 'schema', 'logic', 'vectors', 'changed submissions', 'a second'];

/** @param {import('./backends.mjs').Backend} backend */
export const describeBackend = (backend) => ({
  label: backend.label,
  runs: versionOf(backend),
  schema: libraryOf(backend.language, backend.libraries.schema),
  logic: libraryOf(backend.language, backend.libraries.logic),
});

/**
 * What the table says of a backend that does not depend on the machine it was written on.
 *
 * @param {Row} row
 */
export const saidOf = ({ label, schema, logic, vectors, cases }) =>
  [label, schema, logic, countOf(vectors), countOf(cases)].join(' | ');

/** The same, of every row in the file. */
export const saidInTable = () =>
  tableRows().map(([label, , schema, logic, vectors, cases]) => [label, schema, logic, vectors, cases].join(' | '));

/**
 * Writes rows into the file; a backend that was not run keeps the row it has.
 *
 * @param {readonly Row[]} rows
 */
export function writeTable(rows) {
  const rates = readRates();
  const fresh = rows.map((row) => [
    row.label,
    row.runs,
    row.schema,
    row.logic,
    countOf(row.vectors),
    countOf(row.cases),
    rates.get(row.label) ?? '–',
  ]);
  const kept = tableRows().filter(([label]) => rows.every((row) => row.label !== label));
  const lines = [HEAD, HEAD.map(() => '---'), ...fresh, ...kept].map((cells) => `| ${cells.join(' | ')} |\n`);
  writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(MARKS, `$1\n${lines.join('')}\n$2`));
}

/** @param {Count} count */
const countOf = ({ passed, of }) => `${passed} of ${of}`;

function tableRows() {
  const [table = ''] = MARKS.exec(readFileSync(FILE, 'utf8')) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** @returns {Map<string, string>} submissions a second by backend, as the last bench found them */
function readRates() {
  if (!existsSync(BENCH)) return new Map();
  /** @type {{ benches: Record<string, { key: string, value: number }[]> }} */
  const { benches } = JSON.parse(readFileSync(BENCH, 'utf8'));
  const found = Object.values(benches)
    .flat()
    .flatMap(({ key, value }) => {
      const [, label] = /^submissions a second, (.+)$/.exec(key) ?? [];
      return label ? [/** @type {[string, string]} */ ([label, Math.round(value).toLocaleString('en')])] : [];
    });
  return new Map(found);
}
