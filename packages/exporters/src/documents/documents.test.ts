import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { formOfType, textIn, type RulebookNomination, type Submission } from '@kl01/rules';
import { describe, expect, test } from 'vitest';
import { fullNomination, packOf, published } from '../../fixtures/packs.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { documentsFor, exportDocument } from '../index.js';
import { documentKinds } from './document-kinds.js';

const kienAn = packOf('hai-phong.kien-an.2023');
const textOf = (bytes: Uint8Array) => {
  const { paragraphs } = readDocx(bytes);
  return paragraphs.join('\n');
};

describe.each(published)('$pack.id', ({ pack, rulebook, submissions }) => {
  const items = pack.forms.flatMap((form) =>
    (form.dossier?.items ?? []).flatMap((item) => (item.document ? [[form.id, item.id, item.document] as const] : [])),
  );
  test.each(items)('form %s, item %s: the document %s exists and is made from the form', (form, _, document) => {
    expect(documentsFor(rulebook, form).map(({ id }) => id)).toContain(document);
  });

  test('every valid case prints as every document that its form has, and no value prints as a word of JavaScript', async () => {
    for (const { name, submission } of submissions) {
      for (const { id, formats } of documentsFor(rulebook, submission.form)) {
        if (!formats.includes('docx')) continue;
        const { bytes } = await exportDocument(rulebook, submission, { document: id, format: 'docx' });
        const text = textOf(bytes);
        expect(text, `${name}, ${id}`).not.toMatch(/undefined|\[object|NaN|\bnull\b|\btrue\b|\bfalse\b/);
        expect(text.length, `${name}, ${id}`).toBeGreaterThan(40);
        expect(text).toBe(text.normalize('NFC'));
      }
    }
  }, 120_000);

  const nominations = rulebook.forms.filter((form) => form.type === 'nomination');
  const slates = [
    ['one of each kind', {}],
    ['thirty of each kind, texts of 80 letters and more', { each: 30, letters: 80 }],
  ] as const;
  test.each(nominations.flatMap((form) => slates.map(([size, slate]) => [form.id, size, form, slate] as const)))(
    'the dossier of %s holds every value of the submission: %s',
    async (_, __, form, slate) => {
      const group = rulebook.unitGroups[0]?.id ?? '';
      const submission = fullNomination(packOf(pack.id), form, group, slate);
      const { bytes } = await exportDocument(rulebook, submission, { document: 'ho-so', format: 'zip' });
      const files = unzipSync(bytes);
      const printed = Object.entries(files)
        .map(([name, file]) => (name.endsWith('.docx') ? textOf(file) : strFromU8(file)))
        .join('\n');
      const missing = printedValues(submission, form.view).filter(
        (value) => !printed.toLowerCase().includes(value.toLowerCase()),
      );
      expect(missing).toEqual([]);
    },
    120_000,
  );
});

test.each([
  ['ke-hoach-tap-the', 'Kế hoạch này đã được Ban Chấp hành thông qua ngày 28/12/2022'],
  ['ke-hoach-ca-nhan', 'Kế hoạch này đã được báo cáo trước Ban Chấp hành ngày 28/12/2022 để góp ý, bổ sung'],
])('a plan says what it went through: %s', async (form, said) => {
  const { rulebook, submissions } = packOf('lai-chau.thanh-uy.2023');
  const { submission } = submissions.find((entry) => entry.submission.form === form)!;
  const adoption = { body: 'Ban Chấp hành', date: '2022-12-28' };
  const made = await exportDocument(rulebook, { ...submission, adoption }, { document: 'ke-hoach', format: 'docx' });
  expect(textOf(made.bytes)).toContain(said);
});

/** What a reader must find: texts unchanged, choices by label, numbers and dates as documents write them. */
function printedValues(submission: Submission, view: RulebookNomination['view']): string[] {
  const values: string[] = [];
  const { nominees = [], unit, contact, issuer, meeting } = submission;
  const collect = (value: unknown): void => {
    if (typeof value === 'string') values.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect([unit.name, contact, issuer?.signer, issuer?.superior, issuer?.place, issuer?.number, issuer?.recipients]);
  values.push('987', '05/3/2023');
  if (view.nomination.meeting && view.dossier.items.some(({ document }) => document === 'bien-ban')) {
    values.push(
      '17 người',
      '03 người',
      'ngày 01 tháng 3 năm 2023',
      meeting?.chair ?? '',
      meeting?.secretary ?? '',
      '15',
      '88,2%',
    );
  }
  for (const nominee of nominees) {
    const fields = view.nomination.kinds.find(({ kind }) => kind === nominee.kind)?.fields ?? [];
    for (const { field, type, options = [], label, when } of fields) {
      if (when) continue;
      const value = nominee[field];
      const chosen = options
        .filter((option) => [value].flat().includes(option.value))
        .map((option) => textIn(option.label));
      if (options.length > 0) values.push(...chosen);
      else if (type === 'date') values.push('19/5/2022');
      else if (type === 'yes-no') values.push(textIn(label).replace(/[:?\s]*$/, ''));
      else values.push(String(value));
    }
    const hasReport = view.dossier.items.some(({ document, when }) => document === 'bao-cao-thanh-tich' && !when);
    if (hasReport) collect(nominee.sections);
    for (const files of Object.values(nominee.documents ?? {})) collect((files ?? []).map(({ name }) => name));
    for (const { id, label } of [...view.nomination.criteria, ...view.nomination.exclusions]) {
      if (nominee.declared?.[id]) values.push(label.replace(/[.:\s]*$/, ''));
    }
  }
  return values.map((value) => value.normalize('NFC'));
}

test.each([
  [
    'hai-phong.kien-an.2023',
    'de-nghi-cap-quan',
    ['Chức danh', 'Đơn vị', 'Tóm tắt thành tích', 'Số điện thoại liên lạc'],
  ],
  ['thai-nguyen.duk-cac-co-quan.2024', 'de-nghi-giay-khen', ['Chức danh', 'Đơn vị', 'Tóm tắt thành tích']],
  ['ben-tre.duk-co-quan-doanh-nghiep.2022', 'de-nghi-bieu-duong', ['Chức danh', 'Đơn vị']],
])('the list of %s has exactly its columns, its numbers restart, nobody is left out', async (id, form, columns) => {
  const one = packOf(id);
  const nomination = formOfType(one.rulebook, form, 'nomination');
  const slate = fullNomination(one, nomination, one.rulebook.unitGroups[0]!.id, { each: 30, letters: 80 });
  const { bytes } = await exportDocument(one.rulebook, slate, { document: 'danh-sach-trich-ngang', format: 'docx' });
  const { rows } = readDocx(bytes);
  const head = rows.findIndex(([first]) => first === 'TT');
  expect(rows[head]).toEqual(['TT', 'Tên tập thể / Họ và tên', ...columns]);
  const listed = rows.slice(head + 1).filter((row) => row.length === columns.length + 2);
  const numbers = Array.from({ length: 30 }, (_, index) => String(index + 1));
  expect(listed.map(([number]) => number)).toEqual([...numbers, ...numbers]);
  expect(listed.map(([, name]) => name)).toEqual(slate.nominees?.map(({ name }) => name));
});

describe('a list has exactly the columns that the directive names', () => {
  const five = ['Chức danh', 'Đơn vị', 'Tóm tắt thành tích', 'Số điện thoại liên lạc'];
  const one = kienAn.submissions.find(
    ({ submission }) => submission.form === 'de-nghi-cap-quan' && (submission.nominees?.length ?? 0) > 1,
  )!;
  const list = async (input: Submission | Submission[]) =>
    readDocx(
      (await exportDocument(kienAn.rulebook, input, { document: 'danh-sach-trich-ngang', format: 'docx' })).bytes,
    );

  test('of one unit', async () => {
    const { rows } = await list(one.submission);
    expect(rows.find(([first]) => first === 'TT')).toEqual(['TT', 'Tên tập thể / Họ và tên', ...five]);
  });

  test('of many: who proposes as well, by given name, each group numbered from 1', async () => {
    const person = (id: string, name: string) => ({
      id,
      kind: 'individual',
      name,
      position: 'x',
      workplace: 'x',
      summary: 'x',
      phone: '0',
    });
    const of = (id: string, nominees: unknown[]) =>
      ({ ...one.submission, unit: { id, group: 'dang-bo', name: `Đơn vị ${id}` }, nominees }) as Submission;
    const { rows } = await list([
      of('A', [
        person('1', 'Nguyễn Văn Tú'),
        person('2', 'Trần Thị Đào'),
        { ...person('3', 'Chi bộ 10'), kind: 'collective' },
      ]),
      of('B', [
        person('1', 'Lê Văn An'),
        person('2', 'Phạm Thị Dung'),
        { ...person('3', 'Chi bộ 2'), kind: 'collective' },
      ]),
    ]);
    expect(rows.find(([first]) => first === 'TT')).toEqual([
      'TT',
      'Tên tập thể / Họ và tên',
      ...five,
      'Đơn vị đề nghị',
    ]);
    const listed = rows.filter((row) => row.length === 7 && row[0] !== 'TT').map((row) => [row[0], row[1], row.at(-1)]);
    expect(listed).toEqual([
      ['1', 'Chi bộ 2', 'Đơn vị B'],
      ['2', 'Chi bộ 10', 'Đơn vị A'],
      ['1', 'Lê Văn An', 'Đơn vị B'],
      ['2', 'Phạm Thị Dung', 'Đơn vị B'],
      ['3', 'Trần Thị Đào', 'Đơn vị A'],
      ['4', 'Nguyễn Văn Tú', 'Đơn vị A'],
    ]);
  });
});

describe('equal input gives equal bytes', () => {
  const [first] = kienAn.submissions;
  test.each([
    ['ho-so', 'zip'],
    ['bao-cao-thanh-tich', 'docx'],
    ['danh-sach-trich-ngang', 'html'],
  ])('%s as %s', async (document, format) => {
    const digest = async () => {
      const { bytes } = await exportDocument(kienAn.rulebook, structuredClone(first!.submission), { document, format });
      return createHash('sha256').update(bytes).digest('hex');
    };
    const before = await digest();
    await new Promise((resolve) => setTimeout(resolve, 2100)); // ZIP entries keep time in steps of two seconds
    expect(await digest()).toBe(before);
  });
});

test('every document has a name in both languages', () => {
  expect(new Set(documentKinds.map(({ id }) => id)).size).toBe(documentKinds.length);
});
