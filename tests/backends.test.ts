import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  backendsHere,
  BACKENDS_FOLDER,
  DIFFERENTIAL_CASES,
  differentialLines,
  disagreements,
  judge,
  vectorLines,
} from './lib/backends.mjs';
import type { Answer } from './lib/backends.mjs';
import { describeBackend, saidInTable, saidOf, writeTable } from './lib/backends-table.mjs';
import type { Row } from './lib/backends-table.mjs';
import { browserVersion, judgeInPage } from './lib/page-judge.ts';

/**
 * One verdict in every backend: whatever is sent, each judge finds what the others find. The vectors say what is right;
 * on submissions changed by chance ours is compared with all the rest.
 */

const SLOWEST_MS = 600_000;
const vectors = vectorLines();
const expected = vectors.map((line) => {
  const { name, expect: answer } = JSON.parse(line) as { name: string; expect: Answer };
  return { ...answer, name };
});
const mutated = differentialLines();
let ours: Answer[] = [];

beforeAll(async () => {
  ours = await judge('node', mutated);
});

/** A text of refused.json: itself, parts of which some repeat, or bytes in hexadecimal. */
interface Text {
  readonly name: string;
  readonly text?: string | readonly (string | readonly [string, number])[];
  readonly bytes?: string;
  readonly refused?: true;
  readonly same?: unknown;
}
interface RefusedTable {
  readonly rulebook: string;
  readonly texts: readonly Text[];
  readonly lines: readonly { readonly name: string; readonly line: string; readonly error: boolean }[];
}
const table = JSON.parse(readFileSync(join(BACKENDS_FOLDER, 'refused.json'), 'utf8')) as RefusedTable;

type Line = string | Buffer;
interface Judge {
  readonly label: string;
  /** why it cannot be run here */
  readonly missing?: string | undefined;
  readonly judge: (lines: Line[]) => Promise<Answer[]>;
  readonly described: () => Omit<Row, 'vectors' | 'cases'>;
  /** reads lines of any kind, not only vectors */
  readonly readsLines: boolean;
}
const own = { schema: 'ours', logic: 'ours' };
const judges: Judge[] = [
  {
    label: 'Node',
    judge: (lines) => judge('node', lines),
    described: () => ({ label: 'Node', runs: process.versions.node.split('.')[0]!, ...own }),
    readsLines: true,
  },
  {
    label: 'Chromium',
    judge: (lines) => judgeInPage(lines.map(String)),
    described: () => ({ label: 'Chromium', runs: browserVersion(), ...own }),
    readsLines: false,
  },
  ...backendsHere().map((backend) => ({
    label: backend.label,
    missing: backend.missing,
    judge: (lines: Line[]) => judge(backend.language, lines),
    described: () => describeBackend(backend),
    readsLines: true,
  })),
];
const rows: Row[] = [];

describe.each(judges)('$label', ({ label: backend, missing, judge: send, described, readsLines }) => {
  const counts = { vectors: { passed: 0, of: vectors.length }, cases: { passed: 0, of: mutated.length } };
  afterAll(() => {
    if (!missing) rows.push({ ...described(), ...counts });
  });

  test.skipIf(missing)(`all ${vectors.length} vectors are found as expected`, { timeout: SLOWEST_MS }, async () => {
    const answers = await send(vectors);
    const wrong = disagreements({ backend, lines: vectors, expected, answers });
    counts.vectors.passed = vectors.length - wrong.length;
    expect(wrong).toEqual([]);
  });

  test.skipIf(missing)(
    `${DIFFERENTIAL_CASES} changed submissions are found as Node finds them`,
    { timeout: SLOWEST_MS },
    async () => {
      const answers = await send(mutated);
      const wrong = disagreements({ backend, lines: mutated, expected: ours, answers });
      counts.cases.passed = mutated.length - wrong.length;
      expect(wrong).toEqual([]);
    },
  );

  if (!readsLines) return;
  test.skipIf(missing)(
    'what no reader may judge is refused, what it may is read alike',
    { timeout: SLOWEST_MS },
    async () => {
      const sent = [...table.texts.map(lineOf), ...table.lines.map(({ line }) => line)];
      const answers = await send(sent);
      expect(disagreements({ backend, lines: sent, expected: await answersWanted(), answers })).toEqual([]);
    },
  );
});

test.skipIf(DIFFERENTIAL_CASES !== 2000)('docs/backends.md says so; “node tests/backends-table.mjs” writes it', () => {
  if (process.env['KL01_WRITE_TABLE']) writeTable(rows);
  expect(saidInTable()).toEqual(expect.arrayContaining(rows.map(saidOf)));
  expect(rows.length).toBe(judges.filter(({ missing }) => !missing).length);
});

test('the changed submissions are no monotony: valid ones, broken ones, every kind of finding', () => {
  const rules = new Set(ours.flatMap(({ findings = [] }) => findings.map(({ rule }) => rule.split('/')[0]!)));
  expect([...rules].sort()).toEqual(
    expect.arrayContaining([
      'criterion',
      'dossier',
      'form',
      'outline',
      'quota',
      'required',
      'rulebook',
      'schema',
      'table',
      'unique',
      'unit',
      'window',
    ]),
  );
  expect(ours.filter(({ valid }) => valid).length).toBeGreaterThan(ours.length / 10);
  expect(ours.filter(({ valid }) => !valid).length).toBeGreaterThan(ours.length / 2);
  expect(ours.filter(({ error }) => error !== undefined)).toEqual([]);
});

test('a disagreement is told with the backend, the case and both answers', () => {
  const finding = { rule: 'unit', severity: 'error', path: '/unit/id' };
  const found = { name: 'a case', valid: false, findings: [finding, finding] };
  const judged = (...answers: Answer[]) =>
    disagreements({ backend: 'Java', lines: ['one'], expected: [found], answers }).join('\n');
  expect(judged(found)).toBe('');
  expect(judged({ ...found, findings: [finding] })).toBe(
    'Java, a case\n  expected: not valid · unit error /unit/id · unit error /unit/id\n  Java: not valid · unit error /unit/id',
  );
  expect(judged({ ...found, valid: true })).toContain('Java: valid ·');
  expect(judged({ error: 'no' })).toContain('Java: error');
  expect(judged()).toContain('Java gave 0 answers to 1 lines');
});

/** A text of the table as the submission of a line. */
function lineOf({ name, text = [], bytes }: Omit<Text, 'refused'>): Buffer {
  const parts = typeof text === 'string' ? [text] : text;
  const written = parts.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('');
  const before = `{"name":${JSON.stringify(name)},"rulebook":"${table.rulebook}","now":"2023-03-24T09:00:00+07:00","submission":`;
  const submission = bytes === undefined ? Buffer.from(written) : Buffer.from(bytes, 'hex');
  return Buffer.concat([Buffer.from(before), submission, Buffer.from('}')]);
}

/** What is to be answered: an error, the verdict upon what a text is read as, or one finding. */
async function answersWanted(): Promise<Answer[]> {
  const readAs = table.texts.map(({ name, same = null }) => lineOf({ name, text: JSON.stringify(same) }));
  const verdicts = await judge('node', readAs);
  const notObject = [{ rule: 'schema', severity: 'error', path: '' }];
  return [
    ...table.texts.map(({ name, refused }, at) => (refused ? { name, error: 'refused' } : { ...verdicts[at], name })),
    ...table.lines.map(({ name, error }) =>
      error ? { name, error: 'refused' } : { name, valid: false, findings: notObject },
    ),
  ];
}
