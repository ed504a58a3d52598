import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from './main.js';
import { cliStrings } from './strings/cli.js';

let folder: string;
let said: string;
let complained: string;
const file = (name: string) => join(folder, name);
const write = (name: string, value: unknown) =>
  writeFile(file(name), typeof value === 'string' ? value : JSON.stringify(value));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kl01-'));
  said = complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((complained += String(text)), true));
  await main(['new', '-o', file('pack.json')]);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** The message for unusable input, without the folder; expects status 2 and nothing on standard output. */
async function refusal(...args: string[]): Promise<string> {
  expect(await main(args)).toBe(2);
  expect(said).toBe('');
  return complained.replaceAll(`${folder}/`, '').trim();
}

describe('kl01 test', () => {
  test('a case that expects a word is named', async () => {
    await write('pack.cases.json', [
      { name: 'Thử', form: 'x', now: '2025-03-24T09:00:00+07:00', submission: {}, expect: 'invalid' },
    ]);
    expect(await refusal('test', file('pack.json'))).toContain('/0/expect (tình huống “Thử”): Cần một đối tượng');
  });

  test('a file of one case is no list', async () => {
    await write('pack.cases.json', { name: 'Thử' });
    expect(await refusal('test', file('pack.json'), '--lang', 'en')).toContain('put a single case in [ ] as well');
  });

  test('no cases', async () => {
    await rm(file('pack.cases.json'));
    expect(await refusal('test', file('pack.json'))).toBe(
      'Không đọc được pack.cases.json: không có tệp hoặc thư mục này.',
    );
  });
});

describe('a pack that lint refuses', () => {
  /** The new pack without windows, which every form needs. */
  const mistaken = async () => {
    const pack = JSON.parse(await readFile(file('pack.json'), 'utf8')) as { forms: { windows?: unknown }[] };
    delete pack.forms[0]!.windows;
    await write('pack.json', pack);
  };

  test.each([
    ['compile', (pack: string) => ['compile', pack, '-o', file('rulebook.json')]],
    ['check', (pack: string) => ['check', pack, file('pack.cases.json')]],
    ['judge', (pack: string) => ['judge', pack]],
    ['test', (pack: string) => ['test', pack]],
    ['review', (pack: string) => ['review', pack, '--form', 'de-nghi', file('pack.cases.json')]],
    ['consolidate', (pack: string) => ['consolidate', pack, '--form', 'bao-cao', file('pack.cases.json')]],
  ])('%s says what lint says', async (_name, args) => {
    await mistaken();
    expect(await main(['lint', file('pack.json')])).toBe(1);
    const [heading, ...rest] = said.trim().split('\n');
    expect(heading).toBe(`${file('pack.json')}:`);
    const lines = rest.join('\n');
    expect(lines).toContain('“de-nghi” không có thời hạn.');
    said = '';
    expect(await refusal(...args(file('pack.json')))).toBe(`pack.json: gói còn 2 lỗi nên chưa dùng được.\n${lines}`);
    await expect(readFile(file('rulebook.json'))).rejects.toThrow('ENOENT');
  });

  test('advice stops nothing', async () => {
    const pack = JSON.parse(await readFile(file('pack.json'), 'utf8')) as object;
    await write('pack.json', { ...pack, layout: 'rieng' });
    expect(await main(['lint', file('pack.json')])).toBe(0);
    expect(said).toContain('gợi ý');
    expect(await main(['compile', file('pack.json'), '-o', file('rulebook.json')])).toBe(0);
  });
});

test.each(['lint', 'compile', 'check', 'explain', 'diff', 'new'])(
  'kl01 %s names the file of a pack that is none',
  async (command) => {
    await write('broken.json', { ...(JSON.parse(await readFile(file('pack.json'), 'utf8')) as object), version: '1' });
    const others = { check: ['pack.json'], diff: ['pack.json'] }[command as string]?.map(file) ?? [];
    const args = command === 'new' ? ['new', '--from', file('broken.json')] : [command, file('broken.json'), ...others];
    expect(await refusal(...args)).toBe(
      'broken.json: Gói quy tắc có 1 lỗi.\n/version: Phiên bản “1” không đúng dạng. Ghi ba số nối nhau bằng dấu chấm, ví dụ 1.0.0.',
    );
  },
);

test('what is wrong with several packs stands under the name of each', async () => {
  const pack = JSON.parse(await readFile(file('pack.json'), 'utf8')) as object;
  for (const name of ['a.json', 'b.json']) await write(name, { ...pack, layout: 'rieng' });
  expect(await main(['lint', file('a.json'), file('b.json'), file('pack.json')])).toBe(0);
  const names = said.replaceAll(`${folder}/`, '').split('\n').filter((line) => !line.startsWith('gợi ý')); // prettier-ignore
  expect(names).toEqual(['a.json:', 'b.json:', 'pack.json: đạt', '']);
});

describe('a file that is no JSON is told by line and column', () => {
  test('a pack', async () => {
    await write('pack.json', '{\n  "id": "a",\n}');
    expect(await refusal('lint', file('pack.json'))).toContain('không phải JSON, sai ở dòng 3, cột 1.');
  });

  test('a submission', async () => {
    await write('submission.json', '{\n  "id" 1}');
    expect(await refusal('check', file('pack.json'), file('submission.json'), '--lang', 'en')).toContain(
      'not JSON, wrong at line 2, column 8.',
    );
  });

  test('a byte order mark: let pass in a pack, named in a submission, which every judge refuses', async () => {
    await write('pack.json', `\ufeff${await readFile(file('pack.json'), 'utf8')}`);
    expect(await main(['lint', file('pack.json')])).toBe(0);
    said = '';
    await write('submission.json', '\ufeff{}');
    expect(await refusal('check', file('pack.json'), file('submission.json'))).toContain('(BOM)');
  });
});

test('a rulebook that was changed by hand is told by its place', async () => {
  await main(['compile', file('pack.json'), '-o', file('rulebook.json')]);
  const rulebook = JSON.parse(await readFile(file('rulebook.json'), 'utf8')) as { id: string; forms: { id: string; rules: object[] }[] }; // prettier-ignore
  rulebook.forms[0]!.rules[1] = { ...rulebook.forms[0]!.rules[1], assert: { '<': [1] } };
  await write('rulebook.json', rulebook);
  await write('submission.json', { rulebook: `${rulebook.id}@1.0.0`, form: rulebook.forms[0]!.id });
  expect(await refusal('check', file('rulebook.json'), file('submission.json'))).toBe(
    'Bộ quy tắc không dùng được: sai ở “/forms/0/rules/1/assert/<”. Biên dịch lại từ gói bằng kl01 compile.',
  );
});

describe('what the system and the options refuse is told in words', () => {
  test('no such pack', async () =>
    expect(await refusal('lint', file('none.json'))).toBe('Không đọc được none.json: không có tệp hoặc thư mục này.'));
  test('a pack that is a folder', async () =>
    expect(await refusal('lint', folder, '--lang', 'en')).toContain('it is a folder, not a file.'));
  test('new over a file', async () =>
    expect(await refusal('new', '-o', file('pack.json'))).toBe(
      'Không ghi được pack.json: tệp đã có; chọn tên khác hoặc xoá tệp cũ.',
    ));
  test('compile into no folder', async () =>
    expect(await refusal('compile', file('pack.json'), '-o', file('none/x.json'))).toBe(
      'Không ghi được none/x.json: không có tệp hoặc thư mục này.',
    ));
  test('--now without an offset', async () =>
    expect(await refusal('check', file('pack.json'), file('pack.json'), '--now', '2026-02-20')).toContain(
      '--now “2026-02-20”',
    ));
});

test.each([
  ['tinh.dang-uy.2026.json', 'tinh.dang-uy.2026'],
  ['Gói mới.json', 'tinh.co-quan.2025'],
])('kl01 new -o %s: a pack of the id %s, whose cases pass', async (name, id) => {
  expect(await main(['new', '-o', file(name)])).toBe(0);
  expect(JSON.parse(await readFile(file(name), 'utf8'))).toMatchObject({ id });
  expect(await main(['test', file(name)])).toBe(0);
});

describe('a wrong call', () => {
  test.each([
    ['nothing in the file', '', 'Không đọc được wrong.json: tệp trống.'],
    ['spaces alone', ' \r\n', 'Không đọc được wrong.json: tệp trống.'],
  ])('%s', async (_, text, message) => {
    await write('wrong.json', text);
    expect(await refusal('lint', file('wrong.json'))).toBe(message);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['bytes that are no text', Buffer.from([0x7b, 0xc3, 0x28, 0x7d])],
  ])('%s is not read as something else', async (_, bytes) => {
    await writeFile(file('wrong.json'), bytes);
    expect(await refusal('lint', file('wrong.json'), '--lang', 'en')).toContain('it is not text in UTF-8');
  });

  test.each([
    [['compile', 'a.json', 'b.json'], 'Thừa: b.json. Cách dùng:\n  kl01 compile PACK [-o FILE]'],
    [['check', 'a.json'], 'Thiếu tệp. Cách dùng:\n  kl01 check PACK|RULEBOOK SUBMISSION'],
    [['new', 'a.json'], 'Thừa: a.json'],
    [['lint', 'a.json', '--unit', 'a:b'], 'Lệnh này không dùng tham số --unit. Cách dùng:\n  kl01 lint PACK…'],
    [['lint', 'a.json', '--unti', 'a:b'], 'Không có tham số “--unti”. Xem kl01 --help.'],
    [['explain', 'a.json', '--now'], 'Tham số --now ghi chưa đúng'],
    [['explain', 'a.json', '--lang', 'fr'], 'Tham số --lang “fr” không đúng: ghi vi hoặc en.'],
    [['lint', '--unti', '--lang', 'en'], 'There is no option “--unti”.'],
    [['constructor'], 'Không có lệnh “constructor”.'],
  ])('%j', async (args, message) => {
    expect(await refusal(...args)).toContain(message);
  });

  test('the help of one command', async () => {
    expect(await main(['diff', '--help'])).toBe(0);
    expect(said).toMatch(/^ {2}kl01 diff OLD NEW/);
    expect(said).not.toContain('kl01 lint');
  });

  test('says what each option of the command is for, and of no other', async () => {
    expect(await main(['check', '--help'])).toBe(0);
    for (const option of ['--now', '--unit', '--receiver', '--given', '--json', '--lang']) {
      expect(said).toMatch(new RegExp(`^ {2}${option} +\\S`, 'm'));
    }
    expect(said).not.toMatch(/^ {2}--picks/m);
  });

  test.each(['vi', 'en'] as const)('every option of the usage is told in %s', (lang) => {
    const { usage, options } = cliStrings[lang];
    const used = new Set([...usage.matchAll(/(?<=[[ ])(-o|--[a-z-]+)(?=[ \]])/g)].map(([, option]) => option));
    expect([...used].filter((option) => !Object.hasOwn(options, option!))).toEqual([]);
  });

  test('line ends of Windows, a byte order mark and capitals in the name are no mistake', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    await write('PACK2.JSON', windows(await readFile(file('pack.json'), 'utf8')));
    await write('PACK2.cases.json', windows(await readFile(file('pack.cases.json'), 'utf8')));
    expect(await main(['test', file('PACK2.JSON')])).toBe(0);
  });
});
