import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { completeCase } from '../authoring/cases.js';
import { packs } from '../../test/lib/packs.js';
import { judgeLines } from './judge.js';

const { rulebook, cases } = packs.find(({ cases: list }) => list.length > 50)!;
const valid = cases.find((entry) => 'submission' in entry && entry.expect.valid);
if (!valid || !('submission' in valid)) throw new Error('There is no valid case.');
const submission = completeCase(rulebook, valid);
const vector = {
  name: 'good',
  rulebook: `${rulebook.id}@${rulebook.version}`,
  now: valid.now,
  ...(valid.unit && { unit: valid.unit }),
  submission,
};
const line = JSON.stringify(vector);
const lineWith = (change: object) => JSON.stringify({ ...vector, ...change });
const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
/** The valid line, with a number in the submission written as no program would. */
const lineWithNumber = (number: string) =>
  JSON.stringify({ ...vector, submission: { ...submission, revision: 4711 } }).replace(
    '"revision":4711',
    `"revision":${number}`,
  );
const lineWithText = (bytes: Buffer) => {
  const [before, after] = lineWith({ name: 'BYTES' }).split('BYTES') as [string, string];
  return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
};

interface Answer {
  name?: string;
  valid?: boolean;
  findings?: { rule: string; severity: string; path: string }[];
  error?: string;
}

async function judge(input: Iterable<string | Buffer>): Promise<Answer[]> {
  const output = new PassThrough();
  const text = (async () => {
    let all = '';
    for await (const chunk of output) all += String(chunk);
    return all;
  })();
  await judgeLines([rulebook], Readable.from(input), output);
  output.end();
  return answersIn(await text);
}

const folder = new URL('../../', import.meta.url);
const answersIn = (output: string): Answer[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((entry) => JSON.parse(entry) as Answer);

const good = expect.objectContaining({ name: 'good', valid: true }) as Answer;
const refused = { error: expect.any(String) as string };
const found = (...rules: string[]) => ({
  valid: false,
  findings: expect.arrayContaining(rules.map((rule) => expect.objectContaining({ rule }) as object)) as [],
});

describe('one bad line is answered in its place, between two good ones', () => {
  test.each<[string, string | Buffer, object]>([
    ['no JSON', 'hello', refused],
    ['half a line', line.slice(0, -20), refused],
    ['two values', `${line} ${line}`, refused],
    ['a list', '[]', { ...refused }],
    ['null', 'null', refused],
    ['another rulebook', lineWith({ rulebook: 'khac@1.0.0' }), { name: 'good', ...refused }],
    ['a rulebook that is no text', lineWith({ rulebook: { toString: 1 } }), { name: 'good', ...refused }],
    ['no rulebook', lineWith({ rulebook: undefined }), { name: 'good', ...refused }],
    ['no instant', lineWith({ now: undefined }), { name: 'good', ...refused }],
    ['an instant without offset', lineWith({ now: '2023-03-24T09:00:00' }), { name: 'good', ...refused }],
    ['a day that is none', lineWith({ now: '2023-02-29T09:00:00Z' }), { name: 'good', ...refused }],
    ['a unit without group', lineWith({ unit: { id: 'x' } }), { name: 'good', ...refused }],
    ['a unit that is text', lineWith({ unit: 'x' }), { name: 'good', ...refused }],
    ['a name that is no text', lineWith({ name: 7 }), { valid: true }],
    ['no submission', lineWith({ submission: undefined }), { name: 'good', ...found('schema') }],
    ['a submission that is text', lineWith({ submission: 'x' }), { name: 'good', ...found('schema') }],
    ['a submission to an unknown form', lineWith({ submission: { ...submission, form: 'x' } }), found('form')],
    [
      'a submission to another rulebook',
      lineWith({ submission: { ...submission, rulebook: 'x@1' } }),
      found('rulebook'),
    ],
    ['NaN', lineWithNumber('NaN'), refused],
    ['Infinity', lineWithNumber('Infinity'), refused],
    ['1e400', lineWithNumber('1e400'), refused],
    ['2^53', lineWithNumber('9007199254740992'), refused],
    ['5000 digits', lineWithNumber('1'.repeat(5000)), refused],
    ['minus nothing', lineWithNumber('-0'), { valid: true }],
    ['a whole number with a fraction', lineWithNumber('2022.0'), { valid: true }],
    ['a fraction', lineWithNumber('2022.5'), found('schema')],
    ['keys twice, the last one counts', line.replace('{', '{"rulebook":"khac@1.0.0",'), { valid: true }],
    ['half of a surrogate pair', String.raw`{"name":"\ud83d"}`, refused],
    ['a name cut within a letter', lineWithText(Buffer.from('ế').subarray(0, 2)), refused],
    ['bytes that are no UTF-8', lineWithText(Buffer.from([0xff, 0xfe])), refused],
    ['a surrogate written in UTF-8', lineWithText(Buffer.from([0xed, 0xa0, 0xbd])), refused],
    ['a byte order mark', `\ufeff${line}`, refused],
    [
      'a submission nested 32 deep',
      lineWith({ submission: { ...submission, x: JSON.parse(lists(31)) as [] } }),
      found('schema'),
    ],
    [
      'a submission nested 33 deep',
      lineWith({ submission: { ...submission, x: JSON.parse(lists(32)) as [] } }),
      refused,
    ],
    ['100,000 lists', `{"name":"deep","submission":${lists(100_000)}}`, refused],
    ['100,000 lists that never end', '['.repeat(100_000), refused],
    [
      'an own property __proto__',
      line.replace('"submission":{', '"submission":{"__proto__":{"form":"x"},'),
      found('schema'),
    ],
    ['5 MB', lineWith({ submission: 'a'.repeat(4_900_000) }), found('schema')],
    ['more than 5 MB', lineWith({ submission: 'a'.repeat(5_010_000) }), { error: expect.any(String) as string }],
  ])('%s', async (_name, bad, expected) => {
    const answers = await judge([line, '\n', bad, '\n', line]);
    expect(answers).toEqual([good, expect.objectContaining(expected), good]);
  });

  test('200 MB without a line feed, of which no more is kept than a line may have', () => {
    const { answers, megabytes } = judgeInProcess(line, 200);
    expect(answers).toEqual([refused, good]);
    expect(megabytes).toBeLessThan(100);
  });
});

describe('how lines come', () => {
  const three = [1, 2, 3].map((number) => lineWith({ name: `dòng ${number}` }));
  const bytes = Buffer.from(`${three.join('\n')}\n`);
  const pieces = (size: number) =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

  test.each<[string, (string | Buffer)[]]>([
    ['in one piece', [bytes]],
    ['without a last line feed', [bytes.subarray(0, -1)]],
    ['cut anywhere, also within letters', pieces(7)],
    ['a byte at a time', pieces(1)],
    ['with carriage returns', [three.join('\r\n')]],
    ['with empty lines', [`\n \n${three.join('\n\n\t\r\n')}\n\n`]],
  ])('%s', async (_name, input) => {
    expect((await judge(input)).map(({ name }) => name)).toEqual(['dòng 1', 'dòng 2', 'dòng 3']);
  });

  test('none', async () => expect(await judge([])).toEqual([]));
});

test('the command answers in order', () => {
  const output = execFileSync(process.execPath, ['bin/kl01.mjs', 'judge', `packs/${rulebook.id}.json`], {
    cwd: folder,
    input: `${line}\nhello\n${lineWith({ name: 'third' })}\n`,
    encoding: 'utf8',
  });
  expect(answersIn(output)).toEqual([good, refused, expect.objectContaining({ name: 'third', valid: true })]);
});

test('“kl01 check --json” says which pack and version judged, whatever the submission names', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kl01-check-')), 'submission.json');
  writeFileSync(file, '{"rulebook":"khac@9.9.9"}');
  const args = ['bin/kl01.mjs', 'check', `packs/${rulebook.id}.json`, file, '--json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(stdout)).toMatchObject({ rulebook: `${rulebook.id}@${rulebook.version}`, valid: false });
});

test('“kl01 check” reads a file as strictly: no letter is mended', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kl01-check-')), 'submission.json');
  const checked = (bytes: Buffer) => {
    writeFileSync(file, bytes);
    return spawnSync(process.execPath, ['bin/kl01.mjs', 'check', `packs/${rulebook.id}.json`, file], { cwd: folder })
      .status;
  };
  expect(checked(Buffer.from('{"name":"ế"}'))).toBe(1);
  expect(checked(Buffer.from('{"name":"ế"}').subarray(0, -3))).toBe(2);
  expect(checked(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBe(2);
  rmSync(dirname(file), { recursive: true });
});

/** Judges a line of this many megabytes, then another, in a separate process, and returns how much its memory grew. */
function judgeInProcess(last: string, length: number): { answers: Answer[]; megabytes: number } {
  const program = `
    import { readFileSync } from 'node:fs';
    import { Readable } from 'node:stream';
    import { compile, parsePack } from './dist/compile.js';
    import { judgeLines } from './dist/cli/judge.js';

    const rulebook = compile(parsePack(JSON.parse(readFileSync('packs/${rulebook.id}.json', 'utf8'))));
    const before = process.memoryUsage.rss();
    let most = before;
    async function* input() {
      for (let sent = 0; sent < ${length} * 16; sent++) {
        yield Buffer.alloc(62_500, 'a');
        most = Math.max(most, process.memoryUsage.rss());
      }
      yield '\\n' + process.env.LINE + '\\n';
    }
    await judgeLines([rulebook], Readable.from(input(), { objectMode: false }), process.stdout);
    console.log(JSON.stringify({ megabytes: (most - before) / 1e6 }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    env: { ...process.env, LINE: last },
    encoding: 'utf8',
  });
  const lines = answersIn(output);
  return { answers: lines.slice(0, -1), ...(lines.at(-1) as { megabytes: number }) };
}
