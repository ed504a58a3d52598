import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packPath, rulebook, submission, submissionPath } from '../../fixtures/fixtures.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { paragraph, wordTemplate } from '../../fixtures/word-template.js';
import { main } from './main.js';

const folder = mkdtempSync(join(tmpdir(), 'kl01-export-'));
const output = join(folder, 'out.docx');
const pack = fileURLToPath(packPath);
const answer = fileURLToPath(submissionPath);
const words = ['--document', 'to-trinh', '--format', 'docx', '-o', output];
let stderr = '';

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeEach(() => {
  stderr = '';
  rmSync(output, { force: true });
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['--help', 'Cách dùng: kl01-export'],
  ['-h', 'Cách dùng: kl01-export'],
  ['--help --lang en', 'Usage: kl01-export'],
])('%s says on stdout how the command is used, and ends with 0', async (asked, said) => {
  expect(await main(asked.split(' '))).toBe(0);
  expect(vi.mocked(process.stdout.write).mock.calls.join('')).toContain(said);
  expect(stderr).toBe('');
});

describe('writes the document and ends with 0', () => {
  const printed = () => readDocx(readFileSync(output)).paragraphs;

  test('from a pack', async () => {
    expect(await main([pack, answer, ...words])).toBe(0);
    expect(printed()).toContain('TỜ TRÌNH');
  });

  test('from a rulebook, and a submission as a server received it', async () => {
    const compiled = file('rulebook.json', JSON.stringify(rulebook));
    const received = file('received.json', JSON.stringify({ submission, at: '2023-03-25T08:00:00+07:00' }));
    expect(await main([compiled, received, ...words])).toBe(0);
    expect(printed()).toContain('TỜ TRÌNH');
  });

  test('from what was put together of many units, larger than any submission may be', async () => {
    const form = rulebook.forms.find(({ type }) => type === 'report')!.id;
    const units = { counted: [], late: [], missing: ['a'], exempt: [] };
    const texts = { sections: { i: [{ unit: 'b', text: 'x'.repeat(6_000_000) }] } };
    const reminder = [pack, '--document', 'don-doc', '--format', 'docx', '-o', output];
    const put = { form, period: null, units, names: { a: 'Đơn vị A' }, leftOut: [], tables: {}, ...texts };
    expect(await main([...reminder, file('large.json', JSON.stringify(put))])).toBe(0);
    expect(readDocx(readFileSync(output)).rows.flat()).toContain('Đơn vị A');
    expect(await main([pack, file('one.json', JSON.stringify({ ...submission, ...texts })), ...words])).toBe(2);
    expect(stderr).toContain('one.json');
  });

  test('but not from a pack that lint refuses: it says what lint says, and ends with 2', async () => {
    const mistaken = JSON.parse(readFileSync(pack, 'utf8')) as { forms: { windows?: unknown }[] };
    delete mistaken.forms[0]!.windows;
    expect(await main([file('mistaken.json', JSON.stringify(mistaken)), answer, ...words])).toBe(2);
    expect(stderr).toContain('không có thời hạn. Thêm "windows"');
    expect(existsSync(output)).toBe(false);
  });

  test("from the office's own Word file", async () => {
    const template = join(folder, 'Mẫu của cơ quan.docx');
    writeFileSync(template, wordTemplate({ body: paragraph('Ký: {issuer/signer} {?}') }));
    expect(await main([pack, answer, '--template', template, '-o', output])).toBe(0);
    expect(printed()).toEqual(['Ký: Lê Thị Ví Dụ {?}']);
    expect(await main([pack, answer, '--template', answer, '-o', output])).toBe(2);
    expect(stderr).toContain('không phải văn bản Word (.docx)');
  });

  test('and says on stderr what prints as dotted lines', async () => {
    const draft = file('draft.json', JSON.stringify({ ...submission, issuer: null }));
    expect(await main([pack, draft, ...words, '--lang', 'en'])).toBe(0);
    expect(stderr).toContain('dotted lines');
  });
});

describe('a template of the office', () => {
  const about = ['template', pack, '--form', 'de-nghi'];
  const said = () => vi.mocked(process.stdout.write).mock.calls.join('');

  test('begins as one of our documents, in which everything is understood', async () => {
    expect(await main([...about, '--document', 'to-trinh', '-o', output])).toBe(0);
    expect(readDocx(readFileSync(output)).xml('word/document.xml')).toContain('<w:tag w:val="issuer/signer"/>');
    expect(await main([...about, '--check', output])).toBe(0);
    expect(said()).toMatch(/Mẫu có \d+ chỗ sẽ được điền\./);
  });

  test('ends with 1 if there is something that nobody understands', async () => {
    writeFileSync(output, wordTemplate({ body: paragraph('{issuer/sinner}') }));
    expect(await main([...about, '--check', output])).toBe(1);
    expect(said()).toContain(
      'Đoạn 1: biểu mẫu không có nội dung nào mang tên “issuer/sinner”. Có phải “issuer/signer” không?',
    );
  });

  test.each([
    ['without a form', ['template', pack, '--check', answer]],
    ['with both', [...about, '--check', answer, '--document', 'to-trinh', '-o', output]],
    ['of a form that is not there', ['template', pack, '--form', 'khac', '--check', answer]],
  ])('ends with 2 %s', async (_, args) => expect(await main(args)).toBe(2));
});

describe('ends with 2, says why and writes nothing', () => {
  const bad = (name: string, content: string) => () => file(name, content);
  const own = () => answer;

  test.each([
    ['no words', () => [], 'kl01-export'],
    ['an unknown option', () => [pack, answer, ...words, '--pdf'], '--pdf'],
    ['two submissions for a document of one', () => [pack, answer, answer, ...words], 'một bản đề nghị'],
    ['a file that is not there', () => [pack, join(folder, 'khong-co.json'), ...words], 'khong-co.json'],
    ['a folder', () => [pack, folder, ...words], folder],
    ['truncated JSON', () => [pack, bad('cut.json', '{"form": "de')(), ...words], 'cut.json'],
    ['a list', () => [pack, bad('list.json', '[]')(), ...words], 'list.json'],
    ['a pack with mistakes', () => [bad('pack.json', '{"id": "x"}')(), own(), ...words], 'pack.json'],
    ['a rulebook with nothing in it', () => [bad('rb.json', '{"rulebook": "2"}')(), own(), ...words], 'rb.json'],
    ['an unknown document', () => [pack, answer, ...words, '--document', 'to-roi'], 'to-roi'],
    [
      'a layout that nobody knows',
      () => [bad('layout.json', JSON.stringify({ ...rulebook, layout: 'hd36-2019' }))(), answer, ...words],
      '“hd36-2019”. Hãy dùng một trong các thể thức: hd36-2018, hd05-2026, nd30-2020, doan-2013; hoặc truyền thể thức của đơn vị qua “layouts”. [rulebook.layout]',
    ],
    ['an unknown format', () => [pack, answer, ...words, '--format', 'odt'], 'odt'],
    [
      'a folder to write to that is not there',
      () => [pack, answer, ...words, '-o', join(folder, 'a', 'b.docx')],
      'b.docx',
    ],
  ])('%s', async (_, args, reason) => {
    expect(await main(args())).toBe(2);
    expect(stderr).toContain(reason);
    expect(existsSync(output)).toBe(false);
  });
});
