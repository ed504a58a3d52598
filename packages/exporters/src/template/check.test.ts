import { expect, test } from 'vitest';
import { formOfType } from '@kl01/rules';
import { rulebook } from '../../fixtures/fixtures.js';
import { packOf } from '../../fixtures/packs.js';
import { control, paragraph, run, table, wordTemplate, type Given } from '../../fixtures/word-template.js';
import { checkTemplate } from '../template-check.js';

const checked = (given: Given | string) =>
  checkTemplate(rulebook, 'de-nghi', wordTemplate(typeof given === 'string' ? { body: given } : given));

test.each([
  ['a slip', '{issuer/sinner}', 'issuer/signer'],
  ['a label with a slip', '{Nguời ki}', 'issuer/signer'],
  ['a label without marks', '{nguoi ky}', 'issuer/signer'],
  ['what is only known of an item', '{nominees/*/nmae}', 'nominees/*/name'],
  ['nothing like it', '{hoàn toàn chuyện khác ở đây}', undefined],
])('names the nearest right name for %s', async (_, text, nearest) => {
  const { unknown } = await checked(paragraph('a') + paragraph(text));
  expect(unknown).toEqual([
    { written: text.slice(1, -1), ...(nearest && { nearest }), at: { story: 'document', paragraph: 2 } },
  ]);
});

test('tells where it stands', async () => {
  const { unknown, unpaired, messages } = await checked({
    body:
      paragraph('{issuer/place}') +
      table(['a'], ['b', '{xyz}']) +
      paragraph('{#nominees}{name}') +
      `<w:p>${control('abc', run('x'))}</w:p>`,
    header: paragraph('{uvw}'),
  });
  expect(unknown.map(({ written, at }) => ({ written, ...at }))).toEqual([
    { written: 'xyz', story: 'document', paragraph: 0, table: { table: 1, row: 2, cell: 2 } },
    // Without an end nothing is repeated, and a name alone says nothing.
    { written: 'name', story: 'document', paragraph: 2 },
    { written: 'abc', story: 'document', paragraph: 3 },
    { written: 'uvw', story: 'header', paragraph: 1 },
  ]);
  expect(unpaired).toEqual([{ written: '{#nominees}', at: { story: 'document', paragraph: 2 } }]);
  expect(messages).toEqual([
    'Mẫu có 1 chỗ sẽ được điền.',
    'Bảng 1, dòng 2, ô 2: biểu mẫu không có nội dung nào mang tên “xyz”.',
    expect.stringContaining('Đoạn 2: biểu mẫu không có nội dung nào mang tên “name”.'),
    'Đoạn 3: biểu mẫu không có nội dung nào mang tên “abc”.',
    'Đầu trang, đoạn 1: biểu mẫu không có nội dung nào mang tên “uvw”.',
    'Đoạn 2: {#nominees} không thành cặp mở và kết thúc.',
    expect.stringMatching(/^Mẫu không in: .*\(nominees\/\*\/name\)/),
  ]);
});

test('says what the template never prints, of each kind', async () => {
  const { unprinted } = await checked(
    table(['{nominees/individual/*/name}', '{position}']) + paragraph('{?contact/phone}x{/}'),
  );
  const names = unprinted.map(({ name }) => name);
  // Of collectives the name is not printed; a condition prints nothing.
  expect(names).toEqual(expect.arrayContaining(['nominees/*/name', 'contact/phone', 'issuer/signer']));
  expect(names).not.toContain('nominees/*/position');
  expect(names).not.toContain('unit/group');
});

test('says so of a table as a whole', async () => {
  const { rulebook: own } = packOf('nam-dinh.tinh-uy.2023');
  const form = formOfType(own, 'bao-cao-02-nam', 'report');
  const [first, second] = form.view.report.tables;
  const { unprinted } = await checkTemplate(
    own,
    form.id,
    wordTemplate({ body: table([`{tables/${first?.id}/*/${first?.columns[0]?.id}}`]) }),
  );
  const tables = unprinted.filter(({ name }) => name.startsWith('tables/')).map(({ name }) => name);
  expect(tables).not.toContain(`tables/${first?.id}`);
  expect(second === undefined || tables.includes(`tables/${second.id}`)).toBe(true);
});

test('refuses a form that is not there', () =>
  expect(checkTemplate(rulebook, 'khac', wordTemplate({ body: '' }))).rejects.toMatchObject({ code: 'form' }));
