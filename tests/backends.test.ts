import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedLogic } from './lib/accepted-logic.mjs';
import { backendsHere, BACKENDS_FOLDER } from './lib/backends.mjs';
import { differential, DIFFERENTIAL_CASES, disagreements, judge, vectors } from './lib/judges.mjs';
import type { Answer } from './lib/judges.mjs';
import { describeBackend, saidInTable, saidOf, writeTable } from './lib/backends-table.mjs';
import type { Row } from './lib/backends-table.mjs';
import { browserVersion, judgeInPage } from './lib/page-judge.ts';
import { shares } from './lib/shares.mjs';

/**
 * One verdict in every backend: whatever is sent, each judge finds what the others find. The vectors say what is right;
 * on submissions changed by chance ours is compared with all the rest.
 */

const SLOWEST_MS = 600_000;
const published = vectors();
const expected = published.lines.map((line) => {
  const { name, expect: answer } = JSON.parse(line) as { name: string; expect: Answer };
  return { ...answer, name };
});
const mutated = differential();
const atEdges = shares();
const logic = acceptedLogic();
let ours: Answer[] = [];
let oursOfLogic: Answer[] = [];

beforeAll(async () => {
  ours = await judge('node', mutated);
  oursOfLogic = await judge('node', logic);
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
const refusedLines: Line[] = [...table.texts.map(lineOf), ...table.lines.map(({ line }) => line)];

interface Judge {
  readonly label: string;
  /** why it cannot be run here */
  readonly missing?: string | undefined;
  readonly judge: (sendings: { lines: Line[]; rulebooks: string[] }) => Promise<Answer[]>;
  readonly described: () => Omit<Row, 'vectors' | 'cases'>;
  /** reads lines of any kind, not only vectors */
  readonly readsLines: boolean;
}
const own = { schema: 'ours', logic: 'ours' };
const judges: Judge[] = [
  {
    label: 'Node',
    judge: (sendings) => judge('node', sendings),
    described: () => ({ label: 'Node', runs: process.versions.node.split('.')[0]!, ...own }),
    readsLines: true,
  },
  {
    label: 'Chromium',
    judge: ({ lines, rulebooks }) => judgeInPage({ lines: lines.map(String), rulebooks }),
    described: () => ({ label: 'Chromium', runs: browserVersion(), ...own }),
    readsLines: false,
  },
  ...backendsHere().map((backend): Judge => ({
    label: backend.label,
    missing: backend.missing,
    judge: (sendings) => judge(backend.language, sendings),
    described: () => describeBackend(backend),
    readsLines: true,
  })),
];
const rows: Row[] = [];

describe.each(judges)('$label', ({ label: backend, missing, judge: send, described, readsLines }) => {
  const counts = { vectors: { passed: 0, of: published.lines.length }, cases: { passed: 0, of: mutated.lines.length } };
  afterAll(() => {
    if (!missing) rows.push({ ...described(), ...counts });
  });

  test.skipIf(missing)(
    `all ${published.lines.length} vectors are found as expected`,
    { timeout: SLOWEST_MS },
    async () => {
      const answers = await send(published);
      const wrong = disagreements({ backend, lines: published.lines, expected, answers });
      counts.vectors.passed = published.lines.length - wrong.length;
      expect(wrong).toEqual([]);
    },
  );

  test.skipIf(missing)(
    `${DIFFERENTIAL_CASES} changed submissions are found as Node finds them`,
    { timeout: SLOWEST_MS },
    async () => {
      const answers = await send(mutated);
      const wrong = disagreements({ backend, lines: mutated.lines, expected: ours, answers });
      counts.cases.passed = mutated.lines.length - wrong.length;
      expect(wrong).toEqual([]);
    },
  );

  test.skipIf(missing)(
    'a share of members is met up to the edge that dividing would give, however it is rounded',
    { timeout: SLOWEST_MS },
    async () => {
      const wanted = atEdges.lines.map((line, at) => {
        const { name } = JSON.parse(line) as { name: string };
        return { name, valid: atEdges.met[at]!, findings: [] };
      });
      const answers = (await send(atEdges)).map((answer) => {
        const quotaBroken = answer.findings?.some(({ rule }) => rule.startsWith('quota/'));
        return answer.findings ? { ...answer, valid: !quotaBroken, findings: [] } : answer;
      });
      expect(disagreements({ backend, lines: atEdges.lines, expected: wanted, answers })).toEqual([]);
    },
  );

  test.skipIf(missing)('what lint lets pass of JsonLogic is judged alike', { timeout: SLOWEST_MS }, async () => {
    const answers = await send(logic);
    expect(disagreements({ backend, lines: logic.lines, expected: oursOfLogic, answers })).toEqual([]);
    expect(oursOfLogic.filter(({ findings }) => findings === undefined)).toEqual([]);
  });

  if (!readsLines) return;
  test.skipIf(missing)(
    'what no reader may judge is refused, what it may is read alike',
    { timeout: SLOWEST_MS },
    async () => {
      const answers = await send({ ...published, lines: refusedLines });
      expect(disagreements({ backend, lines: refusedLines, expected: await answersWanted(), answers })).toEqual([]);
    },
  );
});

/** .NET compares, writes and changes letters by the culture of its machine, unless told otherwise each time. */
const dotnet = backendsHere().find(({ language }) => language === 'dotnet');
test.skipIf(!dotnet || dotnet.missing).each(['vi-VN', 'tr-TR'])(
  'in C# the answers are the same under %s',
  { timeout: SLOWEST_MS },
  async (culture) => {
    const sent = [
      { ...published, expected },
      { ...mutated, expected: ours },
      { ...logic, expected: oursOfLogic },
      { ...published, lines: refusedLines, expected: await answersWanted() },
    ];
    for (const { lines, rulebooks, expected } of sent) {
      const answers = await judge('dotnet', { lines, rulebooks }, { KL01_CULTURE: culture });
      expect(disagreements({ backend: culture, lines, expected, answers })).toEqual([]);
    }
  },
);

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
  const verdicts = await judge('node', { ...published, lines: readAs });
  const notObject = [{ rule: 'schema', severity: 'error', path: '' }];
  return [
    ...table.texts.map(({ name, refused }, at) => (refused ? { name, error: 'refused' } : { ...verdicts[at], name })),
    ...table.lines.map(({ name, error }) =>
      error ? { name, error: 'refused' } : { name, valid: false, findings: notObject },
    ),
  ];
}
