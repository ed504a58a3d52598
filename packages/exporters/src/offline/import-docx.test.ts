import { holds, type RulebookNomination, type Submission } from '@kl01/rules';
import { describe, expect, test } from 'vitest';
import { fullNomination, published } from '../../fixtures/packs.js';
import { p, wordFile } from '../../fixtures/word-file.js';
import { exportDocument, importDocx } from '../index.js';

const NOW = '2023-03-20T08:00:00+07:00';
const forms = published.flatMap((pack) =>
  pack.rulebook.forms
    .filter((form): form is RulebookNomination => form.type === 'nomination')
    .map((form) => ({ pack, form, name: `${pack.rulebook.id} ${form.id}` })),
);
const LISTED = new Set(['text', 'long-text', 'phone']);

const blank = (given: Submission): Submission => ({
  rulebook: given.rulebook,
  form: given.form,
  unit: given.unit,
  nominees: [],
});

describe.each(forms)('nominees of $name come back from the papers that we print', ({ pack, form }) => {
  const given = fullNomination(pack, form, pack.rulebook.unitGroups[0]!.id, { each: 2 });
  const shown = (submission: Submission, asked: (type: string) => boolean) =>
    submission.nominees!.map((nominee) => [
      nominee.kind,
      ...form.view.nomination.kinds
        .find(({ kind }) => kind === nominee.kind)!
        .fields.filter(({ type, when }) => asked(type) && holds(when, { submission: given, item: nominee }))
        .map(({ field }) => nominee[field]),
    ]);

  test.each(['danh-sach-trich-ngang', 'to-trinh'])('%s', async (document) => {
    const { bytes } = await exportDocument(pack.rulebook, given, { document, format: 'docx' });
    const { submission } = await importDocx(pack.rulebook, bytes, { now: NOW, base: blank(given) });
    expect(shown(submission, (type) => LISTED.has(type))).toEqual(shown(given, (type) => LISTED.has(type)));
    // Letterheads are printed in capitals.
    const { name, date } = given.issuer!;
    expect(submission.issuer?.name?.toLowerCase()).toBe(name!.toLowerCase());
    expect(submission.issuer?.date).toBe(date);
  });

  const printed = form.view.dossier.items.filter(({ document }) => document === 'bao-cao-thanh-tich').slice(0, 1);
  test.each(printed)('$document, with its sections', async () => {
    const { bytes } = await exportDocument(pack.rulebook, given, { document: 'bao-cao-thanh-tich', format: 'docx' });
    const { submission } = await importDocx(pack.rulebook, bytes, { now: NOW, base: blank(given) });
    const isPrinted = (type: string) => type !== 'long-text';
    expect(shown(submission, isPrinted)).toEqual(shown(given, isPrinted));
    expect(submission.nominees!.map(({ sections }) => sections)).toEqual(
      given.nominees!.map(({ sections }) => sections),
    );
  });
});

describe('a list as offices write it', () => {
  const { pack, form } = forms.find((each) => each.form.id === 'de-nghi-cap-quan')!;
  const base = {
    rulebook: `${pack.rulebook.id}@1`,
    form: form.id,
    unit: { id: 'a' },
    nominees: [{ id: 'n1', kind: 'individual', name: 'nguyễn văn An', phone: '0900000000' }],
  } as Submission;
  const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${p(text)}</w:tc>`;
  const row = (...texts: string[]) => `<w:tr>${texts.map((text) => cell(text)).join('')}</w:tr>`;
  const list = (...rows: string[]) => wordFile(`<w:tbl>${rows.join('')}</w:tbl>${p('Tổng số: 03.')}`);

  test('heads in other words, groups, a column of its own, and a nominee who is there already', async () => {
    const file = list(
      row('STT', 'Tập thể, cá nhân', 'Chức vụ', 'Đơn vị công tác', 'Thành tích nổi bật', 'Ghi chú'),
      `<w:tr>${cell('I')}${cell('Tập thể (01)', '<w:gridSpan w:val="5"/>')}</w:tr>`,
      row('1', 'Chi bộ Thôn 3', '', 'Xã Mẫu', 'Xây 2 km đường', ''),
      `<w:tr>${cell('II')}${cell('CÁ NHÂN', '<w:gridSpan w:val="5"/>')}</w:tr>`,
      row('1', 'Nguyễn Văn An', 'Bí thư', 'Xã Mẫu', 'Vận động', 'Mới'),
      row('2', 'Lê Thị Bình', '', '……', 'Hiến đất', ''),
    );
    const { submission, findings } = await importDocx(pack.rulebook, file, { now: NOW, base, newId: () => 'moi' });
    expect(submission.nominees).toEqual([
      {
        id: 'n1',
        kind: 'individual',
        name: 'Nguyễn Văn An',
        position: 'Bí thư',
        workplace: 'Xã Mẫu',
        summary: 'Vận động',
        phone: '0900000000',
      },
      { id: 'moi', kind: 'collective', name: 'Chi bộ Thôn 3', workplace: 'Xã Mẫu', summary: 'Xây 2 km đường' },
      { id: 'moi', kind: 'individual', name: 'Lê Thị Bình', summary: 'Hiến đất' },
    ]);
    expect(findings.filter(({ rule }) => rule === 'word/left').map(({ params }) => params['text'])).toEqual([
      'Nguyễn Văn An: Mới',
      'Tổng số: 03.',
    ]);
  });

  test('without groups the kind is the likeliest', async () => {
    const { submission } = await importDocx(
      pack.rulebook,
      list(row('TT', 'Họ và tên', 'Đơn vị'), row('1', 'Trần Văn Cường', 'Thôn 1'), row('2', 'Phòng Tư pháp', 'Quận')),
      { now: NOW, base: { ...base, nominees: [] } },
    );
    expect(submission.nominees?.map(({ kind }) => kind)).toEqual(['individual', 'collective']);
  });

  test('a report is no nomination', async () => {
    const report = pack.rulebook.forms.find(({ type }) => type === 'report')!.id;
    await expect(
      importDocx(pack.rulebook, list(), { now: NOW, base: { ...base, form: report } }),
    ).rejects.toMatchObject({ code: 'form-type' });
  });
});
