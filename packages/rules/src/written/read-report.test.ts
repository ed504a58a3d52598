import { describe, expect, it } from 'vitest';
import type { SectionView } from '../rulebook.js';
import { blocksOfText } from './blocks-of-text.js';
import { readReport } from './read-report.js';

const partReport = (text: string, sections: readonly SectionView[]) => readReport(blocksOfText(text), sections).pieces;

const section = (id: string, number: string, title: string, sections: SectionView[] = []): SectionView =>
  ({ id, number, title, element: id, optional: false, sections }) as unknown as SectionView;

const outline = [
  section('i', 'I', 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC TRIỂN KHAI THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW'),
  section('ii', 'II', 'KẾT QUẢ TỔ CHỨC TRIỂN KHAI THỰC HIỆN', [
    section('ii-1', '1', 'Tổ chức nghiên cứu, học tập, quán triệt Kết luận số 01-KL/TW, chuyên đề toàn khóa'),
    section('ii-2', '2', 'Đổi mới công tác tuyên truyền', [
      section('ii-2-a', '', 'Những điểm mới nổi bật về nội dung, phương pháp'),
      section('ii-2-b', '', 'Tình hình tuyên truyền trên báo chí'),
    ]),
  ]),
  section('iii', 'III', 'ĐÁNH GIÁ CHUNG', [
    section('iii-1', '1', 'Ưu điểm và nguyên nhân'),
    section('iii-2', '2', 'Hạn chế, khó khăn, vướng mắc và nguyên nhân'),
  ]),
];

const parted = (text: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const piece of partReport(text, outline)) {
    const key = piece.section ?? '?';
    found[key] = found[key] === undefined ? piece.text : `${found[key]}|${piece.text}`;
  }
  return found;
};

const cases: [name: string, text: string, sections: Record<string, string>][] = [
  [
    'at numbers and titles, as printed',
    `I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC TRIỂN KHAI THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW\n\nĐã lãnh đạo.\n\nII. KẾT QUẢ TỔ CHỨC TRIỂN KHAI THỰC HIỆN\n\n1. Tổ chức nghiên cứu, học tập, quán triệt Kết luận số 01-KL/TW, chuyên đề toàn khóa\n\nĐã học.\n\nIII. ĐÁNH GIÁ CHUNG\n\n1. Ưu điểm và nguyên nhân\n\nTốt.\n\n2. Hạn chế, khó khăn, vướng mắc và nguyên nhân\n\nÍt.`,
    { i: 'Đã lãnh đạo.', 'ii-1': 'Đã học.', 'iii-1': 'Tốt.', 'iii-2': 'Ít.' },
  ],
  [
    'whatever the signs, the letter case, the spaces, the tone placement and the Unicode form',
    `Phần I/  Công tác lãnh đạo,  chỉ đạo, tổ chức triển khai thực hiện kết luận số 01-KL/TW:\nĐã lãnh đạo.\nII - KẾT QUẢ TỔ CHỨC TRIỂN KHAI THỰC HIỆN\n1) Tổ chức nghiên cứu, học tập, quán triệt Kết luận số 01-KL/TW, chuyên đề toàn khoá\nĐã học.\nIII. ĐÁNH GIÁ CHUNG\n2/ Hạn chế, khó khăn, vướng mắc và nguyên nhân\nÍt.`.normalize(
      'NFD',
    ),
    { i: 'Đã lãnh đạo.', 'ii-1': 'Đã học.', 'iii-2': 'Ít.' },
  ],
  ['with a title that is cut short', 'II. KẾT QUẢ\n1. Tổ chức nghiên cứu, học tập\nĐã học.', { 'ii-1': 'Đã học.' }],
  [
    'with text behind the title',
    'I\n1. Ưu điểm và nguyên nhân: Có nhiều tiến bộ.\nTiếp.',
    { '?': 'I', 'iii-1': 'Có nhiều tiến bộ.\nTiếp.' },
  ],
  ['with numbers that go through', 'III. ĐÁNH GIÁ CHUNG\nIII.1. Ưu điểm và nguyên nhân\nTốt.', { 'iii-1': 'Tốt.' }],
  [
    'with titles that have no number, as dashes',
    '2. Đổi mới công tác tuyên truyền\n- Những điểm mới nổi bật về nội dung, phương pháp\nMới.\n- Tình hình tuyên truyền trên báo chí: 12 tin.',
    { 'ii-2-a': 'Mới.', 'ii-2-b': '12 tin.' },
  ],
  [
    'with titles in other words: what is not the title stays',
    'III. ĐÁNH GIÁ CHUNG\n2. Hạn chế, khó khăn và nguyên nhân\nÍt.\n1. Ưu điểm và nguyên nhân đạt được\nTốt.\nII. KẾT QUẢ\n2. Đổi mới công tác tuyên truyền\n- Những điểm mới nổi bật về nội dung: 12 tin.',
    { 'iii-2': 'Ít.', 'iii-1': 'đạt được\nTốt.', 'ii-2-a': '12 tin.' },
  ],
  [
    'not at the lists inside a section',
    'III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm và nguyên nhân\nGồm:\n1. Tổ chức tốt các hội nghị\n2. Có 05 mô hình\na) Mô hình một',
    { 'iii-1': 'Gồm:|1. Tổ chức tốt các hội nghị|2. Có 05 mô hình|a) Mô hình một' },
  ],
  [
    'and says what stands before the first heading',
    'Kính gửi: Cấp ủy\n\nI. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO\nA.',
    { '?': 'Kính gửi: Cấp ủy', i: 'A.' },
  ],
  [
    'of another document: nothing is lost, nothing is placed',
    'Một bài văn.\n\nHai đoạn.',
    { '?': 'Một bài văn.\n\nHai đoạn.' },
  ],
  [
    'and sets aside what a letter ends with, the recipients first',
    'III. ĐÁNH GIÁ CHUNG\n2. Hạn chế, khó khăn, vướng mắc và nguyên nhân\nÍt.\n\nNơi nhận:\n- Thường trực Tỉnh ủy;\n1. Ban Tuyên giáo;\n- Lưu VP.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn A',
    {
      'iii-2': 'Ít.',
      '?': 'Nơi nhận:\n- Thường trực Tỉnh ủy;\n1. Ban Tuyên giáo;\n- Lưu VP.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn A',
    },
  ],
  [
    'the signature first, as a State office writes it, and goes on with the annex',
    'III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm và nguyên nhân\nTốt.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nNơi nhận\nLưu VT.\n2. Hạn chế, khó khăn, vướng mắc và nguyên nhân\nÍt.',
    { 'iii-1': 'Tốt.', '?': 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nNơi nhận\nLưu VT.', 'iii-2': 'Ít.' },
  ],
  [
    'the columns of one line, as a table of Word is pasted',
    'III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm và nguyên nhân\nTốt.\nNơi nhận:\tT/M ĐẢNG ỦY\n- Lưu.\tBÍ THƯ',
    { 'iii-1': 'Tốt.', '?': 'Nơi nhận:\tT/M ĐẢNG ỦY\n- Lưu.\tBÍ THƯ' },
  ],
  [
    'but no sentence that speaks of recipients or of signing',
    'III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm và nguyên nhân\nNơi nhận hồ sơ là bộ phận một cửa.\nT/M Ban Thường vụ, đồng chí Bí thư đã ký kế hoạch.\nKT 01 là mã của cuộc kiểm tra.',
    {
      'iii-1':
        'Nơi nhận hồ sơ là bộ phận một cửa.|T/M Ban Thường vụ, đồng chí Bí thư đã ký kế hoạch.\nKT 01 là mã của cuộc kiểm tra.',
    },
  ],
  ['of nothing', ' \n ', {}],
];

describe('a report pasted whole is parted', () => {
  for (const [name, text, sections] of cases) it(`${name}`, () => expect(parted(text)).toEqual(sections));

  it('and says where it is not certain: under a chapter before its first section, and by a likeness', () => {
    const pieces = partReport(
      'II. KẾT QUẢ TỔ CHỨC\nMở đầu.\n1. Tổ chức học tập, nghiên cứu và quán triệt\nĐã học.',
      outline,
    );
    expect(pieces.map(({ section: id, sure }) => [id, sure])).toEqual([
      ['ii-1', false],
      ['ii-1', false],
    ]);
  });

  it('every word of a long report is in some piece', () => {
    const words = Array.from({ length: 20_000 }, (_, index) =>
      index % 40 === 0 ? `\n${index % 7}. tu${index}` : `tu${index}`,
    );
    const text = partReport(words.join(' '), outline)
      .map((piece) => piece.text)
      .join(' ');
    expect(text.match(/tu\d+/g)?.length).toBe(20_000);
  });
});
