import { describe, expect, test } from 'vitest';
import type { Submission } from '@kl01/rules';
import { nominee, rulebook, submission, submissionWith } from '../../../fixtures/fixtures.js';
import { readDocx } from '../../../fixtures/read-docx.js';
import { exportDocument } from '../../export-document.js';

const print = async (given: Submission) => readDocx((await toWord(given)).bytes);
const toWord = (given: Submission) => exportDocument(rulebook, given, { document: 'to-trinh', format: 'docx' });

describe('what a complete submission says', async () => {
  const { paragraphs } = await print(submission);

  test.each([
    ['who stands above', 'ĐẢNG BỘ QUẬN SÔNG XANH'],
    ['who issues it', 'ĐẢNG ỦY PHƯỜNG BẾN TRÚC'],
    ['the star under the name', '*'],
    ['number and symbol, with a hyphen and no colon', 'Số 12-TTr/ĐU'],
    ['the Party’s title', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['place and date: day with a zero, March without', 'Sông Xanh, ngày 05 tháng 3 năm 2023'],
    ['what it is', 'TỜ TRÌNH'],
    ['what about, in the words of the form', 'về việc đề nghị biểu dương, khen thưởng cấp quận'],
    ['to whom', 'Kính gửi: Ban Tuyên giáo Quận ủy'],
    [
      'the grounds: the directive’s type, number, date, committee and title',
      'Thực hiện Công văn số 25-CV/QU, ngày 07/02/2023 của Quận ủy Sông Xanh về việc sơ kết, biểu dương điển hình tiên tiến năm 2022, Đảng ủy phường Bến Trúc đã xem xét, lựa chọn các tập thể, cá nhân tiêu biểu để đề nghị biểu dương, khen thưởng cấp quận.',
    ],
    [
      'the request, with meeting, numbers and time',
      'Căn cứ kết quả họp xét ngày 01/3/2023, Đảng ủy phường Bến Trúc kính đề nghị Ban Tuyên giáo Quận ủy xem xét, quyết định hoặc trình cấp có thẩm quyền quyết định biểu dương, khen thưởng cấp quận cho 01 tập thể và 02 cá nhân có thành tích tiêu biểu từ ngày 18/5/2021 đến ngày 30/3/2023.',
    ],
    ['the award', 'Hình thức khen thưởng đề nghị: Giấy khen của Chủ tịch Ủy ban nhân dân quận.'],
    ['what is enclosed', '(Có danh sách, hồ sơ kèm theo)'],
    ['its end, without "./."', 'Đảng ủy phường Bến Trúc kính trình Ban Tuyên giáo Quận ủy xem xét, quyết định.'],
    ['the authority to sign, with a slash', 'T/M BAN THƯỜNG VỤ'],
    ['the title of the signer', 'PHÓ BÍ THƯ THƯỜNG TRỰC'],
    ['the signer', 'Lê Thị Ví Dụ'],
    ['recipients, a comma after each, whichever way they were typed', '- Như trên,'],
    ['the last recipient', '- Lưu Văn phòng Đảng ủy.'],
    ['the head of the list', 'DANH SÁCH TRÍCH NGANG'],
    ['whom the list names', 'tập thể, cá nhân đề nghị biểu dương, khen thưởng cấp quận'],
    ['what the list belongs to', '(Kèm theo Tờ trình số 12-TTr/ĐU, ngày 05/3/2023 của Đảng ủy phường Bến Trúc)'],
    ['how many it holds', 'Danh sách gồm 01 tập thể và 02 cá nhân.'],
  ])('%s', (_, paragraph) => expect(paragraphs).toContain(paragraph));
});

describe('the list', async () => {
  const { rows } = await print(submission);
  const list = rows.slice(rows.findIndex(([first]) => first === 'TT'));

  test('has one column for every field in words, none for ratings and yes or no', () => {
    expect(list[0]).toEqual([
      'TT',
      'Tên tập thể / Họ và tên',
      'Chức danh',
      'Đơn vị',
      'Tóm tắt thành tích',
      'Ghi chú',
      'Số điện thoại liên lạc',
    ]);
  });

  test('groups by kind, restarts numbering and keeps the unit’s order', () => {
    expect(list.slice(1).map(([number, name]) => `${number} ${name}`)).toEqual([
      'I Tập thể',
      '1 Chi bộ Trường Tiểu học Bến Trúc',
      'II Cá nhân',
      '1 Trần Văn Mẫu',
      '2 Nguyễn Thị Minh Hoạ',
    ]);
  });

  test('keeps a telephone number’s zero', () => expect(list[4]?.[6]).toBe('0900000001'));
  test('prints nothing of another kind’s fields', () => expect(list[2]?.[2]).toBe(''));
  test('prints nothing that is not asked for in this case', () => expect(list[5]?.[5]).toBe(''));

  test('has all four kinds in the form’s order, and says them in the request', async () => {
    const kinds = (['model', 'household', 'individual', 'collective'] as const).map((kind) =>
      nominee({ id: kind, kind }),
    );
    const printed = await print(submissionWith({ nominees: kinds }));
    const groups = printed.rows.filter(([number]) => /^[IV]+$/.test(number ?? ''));
    expect(groups).toEqual([
      ['I', 'Tập thể'],
      ['II', 'Cá nhân'],
      ['III', 'Hộ gia đình'],
      ['IV', 'Mô hình'],
    ]);
    expect(printed.paragraphs.join()).toContain('01 tập thể, 01 cá nhân, 01 hộ gia đình và 01 mô hình');
  });

  test('gives every line of a summary a paragraph', async () => {
    const { rows } = await print(submissionWith({ nominees: [nominee({ summary: 'Ba việc:\n- một\n\n- hai' })] }));
    expect(rows.at(-1)?.[4]).toBe('Ba việc:\n- một\n- hai');
  });

  test('dots what is due and missing, leaves blank what may be missing', async () => {
    const { rows } = await print(submissionWith({ nominees: [nominee({ position: null, note: null })] }));
    const [position, , , note] = rows.at(-1)?.slice(2) ?? [];
    expect(position).toMatch(/^…+$/);
    expect(note).toBe('');
  });
});

describe('what is not known is a dotted line', async () => {
  const given = submissionWith({ issuer: null, meeting: null, unit: { group: 'dang-bo' } });
  const { notices, fileName } = await toWord(given);
  const { paragraphs } = await print(given);

  test.each([
    ['number and symbol', /^Số …+-TTr\/…+$/],
    ['place and date', /^…+, ngày …+ tháng …+ năm …+$/],
    ['who issues it, in the text', /^…+ kính trình Ban Tuyên giáo Quận ủy xem xét, quyết định\.$/],
    ['what the list belongs to', /^\(Kèm theo Tờ trình số …+-TTr\/…+, ngày …+ của …+\)$/],
    ['who keeps a copy', /^- Lưu Văn phòng …+\.$/],
  ])('%s', (_, line) => expect(paragraphs.filter((text) => line.test(text))).toHaveLength(1));

  test('letterhead and signature: five lines of dots alone', () => {
    expect(paragraphs.filter((text) => /^…+$/.test(text))).toHaveLength(5);
  });

  test('a notice names what is to be filled in', () => {
    expect(notices).toEqual([
      { id: 'unknown', message: expect.stringContaining('số văn bản, ký hiệu văn bản, địa danh, ngày ban hành') },
    ]);
  });

  test('the file is named without a unit', () => expect(fileName).toBe('to-trinh.docx'));

  test('an empty slate prints too, with a notice', async () => {
    const empty = await toWord(submissionWith({ nominees: [] }));
    expect(empty.notices.map(({ id }) => id)).toEqual(['no-nominees']);
    expect(readDocx(empty.bytes).paragraphs.join()).toMatch(/cho …+ có thành tích/);
  });

  test('signs typed after a recipient are not printed twice', async () => {
    const { paragraphs } = await print(
      submissionWith({
        issuer: { ...submission.issuer, recipients: ['- Như trên;', '+ 84 xã', '+84 243', 'Lưu VT./.', ' ; '] },
      }),
    );
    expect(paragraphs.filter((text) => text.startsWith('- '))).toEqual([
      '- Như trên,',
      '- 84 xã,',
      '- +84 243,',
      '- Lưu VT.',
    ]);
  });

  test('a head who signs in his own right has no dotted authority', async () => {
    const { paragraphs } = await print(submissionWith({ issuer: { ...submission.issuer, authority: null } }));
    expect(paragraphs.filter((text) => /^…+$/.test(text))).toEqual([]);
  });
});

describe('an office of the State prints by its own layout', async () => {
  const { paragraphs } = await print(
    submissionWith({
      unit: { id: 'ubnd', group: 'ubnd', name: 'Ủy ban nhân dân phường Bến Trúc' },
      issuer: {
        ...submission.issuer,
        number: '75',
        symbol: 'UBND',
        date: '2023-02-28',
        authority: 'T/M ỦY BAN NHÂN DÂN',
      },
    }),
  );

  test.each([
    ['the national name', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['the motto', 'Độc lập - Tự do - Hạnh phúc'],
    ['number with a colon and a slash', 'Số: 75/TTr-UBND'],
    ['February with a zero', 'Sông Xanh, ngày 28 tháng 02 năm 2023'],
    ['the subject begins with a capital', 'Về việc đề nghị biểu dương, khen thưởng cấp quận'],
    ['authority with a full stop', 'TM. ỦY BAN NHÂN DÂN'],
    ['several addressees: a label', 'Kính gửi:'],
    ['and a line for each', '- Hội đồng Thi đua - Khen thưởng quận;'],
    ['closed by a full stop', '- Phòng Nội vụ quận.'],
  ])('%s', (_, paragraph) => expect(paragraphs).toContain(paragraph));

  test('it closes with "./."', () => expect(paragraphs.filter((text) => text.endsWith('./.'))).toHaveLength(2));
  test('it has no star', () => expect(paragraphs).not.toContain('*'));
});

test('the way to the receiver is said once, beside “Kính gửi”', async () => {
  const way = 'Ban Thường vụ Quận ủy (qua Ban Tuyên giáo Quận ủy)';
  const receivedBy = [{ label: way }];
  const forms = rulebook.forms.flatMap((form) =>
    form.type === 'nomination' ? [{ ...form, view: { ...form.view, receivedBy } }] : [],
  );
  const { bytes } = await exportDocument({ ...rulebook, forms }, submission, { document: 'to-trinh', format: 'docx' });
  const { paragraphs } = readDocx(bytes);
  expect(paragraphs).toContain(`Kính gửi: ${way}`);
  expect(paragraphs.filter((text) => text.includes('(qua '))).toHaveLength(1);
  expect(paragraphs.some((text) => text.includes('kính trình Ban Thường vụ Quận ủy xem xét'))).toBe(true);
});
