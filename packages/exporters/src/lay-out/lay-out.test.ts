import { describe, expect, test } from 'vitest';
import type { Block, Table } from '../model/document.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { writeDocx } from '../docx/write-docx.js';
import { hd36 } from '../layouts/hd36-2018.js';
import { nd30 } from '../layouts/nd30-2020.js';
import type { PageParagraph, PageTable } from '../model/pages.js';
import { lineStarts, linesOf, textMm } from './height.js';
import { layOut } from './lay-out.js';
import { referenceText } from './reference.js';
import { torn } from './torn.js';

const pages = (...blocks: Block[]) => layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks }] }, hd36);
const cell = (text: string) => ({ lines: [[text]] });

describe('number and symbol', () => {
  test.each([
    ['12', 'TTr/QU', 'TTr', '12-TTr/QU', '12/TTr/QU'],
    ['12', 'QU', 'TTr', '12-TTr/QU', '12/TTr-QU'],
    ['12', '-TTr/QU', 'TTr', '12-TTr/QU', '12/TTr/QU'],
    ['12-TTr/QU', undefined, 'TTr', '12-TTr/QU', '12-TTr/QU'],
    ['12', undefined, 'BC', '12-BC/……', '12/BC-……'],
    ['9', 'QU', 'BC', '09-BC/QU', '09/BC-QU'],
    ['9-BC/QU', undefined, 'BC', '09-BC/QU', '09-BC/QU'],
    ['09', 'QU', 'BC', '09-BC/QU', '09/BC-QU'],
    [undefined, undefined, 'BC', '……-BC/……', '……/BC-……'],
  ])('%s and %s of a %s: %s with the Party, %s with the State', (number, symbol, type, party, state) => {
    const reference = { reference: { type, ...(number && { number }), ...(symbol && { symbol }) } };
    expect(referenceText(reference, hd36.number)).toBe(party);
    expect(referenceText(reference, nd30.number)).toBe(state);
  });
});

describe('a head of several levels', () => {
  const table: Table = {
    kind: 'table',
    columns: [1, 1, 1, 2].map((share) => ({ share, align: 'center' })),
    head: [
      [
        { ...cell('Cấp'), down: 3 },
        { ...cell('Kết quả'), across: 2 },
        { ...cell('Ghi chú'), down: 3 },
      ],
      [{ ...cell('Số cuộc'), down: 2 }, cell('Số người')],
      [cell('Tổng')],
    ],
    rows: [
      { role: 'group', cells: [{ ...cell('Nhóm'), across: 4 }] },
      { role: 'plain', cells: ['Huyện', '1', '2', ''].map(cell) },
      { role: 'total', cells: ['Tổng', '1', '2', ''].map(cell) },
    ],
  };
  const [laid] = pages(table).parts[0]?.blocks as [PageTable];

  test('cells that reach down push later ones into their columns', () => {
    const widths = laid.rows.slice(0, 3).map(({ cells }) => cells.map(({ widthMm }) => Math.round(widthMm)));
    expect(widths).toEqual([[33, 66, 66], [33, 33], [33]]);
    expect(laid.headRows).toBe(3);
  });

  test('is merged and repeated in Word', async () => {
    const word = readDocx(await writeDocx(pages(table)));
    const xml = word.xml('word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1);
    expect(word.rows.map((row) => row.length)).toEqual([3, 4, 4, 1, 4, 4]);
  });
});

test.each([
  ['a short row', 'chữ '.repeat(30), true],
  ['a long text in a wide cell', 'chữ '.repeat(120), true],
  ['a row of a third of a page', 'chữ '.repeat(400), false],
])('%s is kept on one page: %s', (_, text, whole) => {
  const columns = [1, 4].map((share) => ({ share, align: 'left' as const }));
  const row = { role: 'plain', cells: [cell('1'), cell(text.trim())] } as const;
  const [laid] = pages({ kind: 'table', columns, head: [], rows: [row] }).parts[0]?.blocks as [PageTable];
  expect(laid.rows[0]?.whole).toBe(whole);
});

describe('who stands above the issuing body', () => {
  const letterhead = { kind: 'letterhead', issuer: ['ỦY BAN'], placeAndDate: ['x'] } as const;
  const dotted = [{ unknown: 26 }];
  test.each([
    ['the Party, known', hd36, ['Cấp trên'], ['CẤP TRÊN', 'ỦY BAN', '*']],
    ['the Party, not known', hd36, dotted, ['…'.repeat(13), 'ỦY BAN', '*']],
    ['the Party, nobody', hd36, undefined, ['ỦY BAN', '*']],
    ['the State, known', nd30, ['Cấp trên'], ['CẤP TRÊN', 'ỦY BAN']],
    ['the State, where there may be nobody', nd30, dotted, ['ỦY BAN']],
  ])('%s', (_, layout, superior, expected) => {
    const block: Block = { ...letterhead, ...(superior && { superior }) };
    const [table] = layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks: [block] }] }, layout).parts[0]
      ?.blocks as [PageTable];
    const left = table.rows.flatMap(({ cells }) => cells[0]?.paragraphs ?? []);
    expect(left.flatMap(({ texts }) => texts.map(({ text }) => text)).slice(0, expected.length)).toEqual(expected);
  });
});

describe('what the later documents need', () => {
  const signature = { kind: 'signature', title: [['THƯ KÝ']], signer: ['A'] } as const;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, number: 'I', text: 'TÌNH HÌNH' },
    { kind: 'heading', level: 2, number: '', text: 'Không số' },
    { kind: 'dash', level: 1, inlines: ['một'] },
    { kind: 'dash', level: 2, inlines: [{ text: 'hai', as: 'strong' }] },
    { kind: 'page-break' },
    { kind: 'paragraph', inlines: ['sau khi sang trang'] },
    { kind: 'closing', left: signature, right: { ...signature, title: [['CHỦ TỌA']] } },
  ];

  test('headings, dashes of two levels, two signatures', async () => {
    const { paragraphs } = readDocx(await writeDocx(pages(...blocks)));
    expect(paragraphs).toEqual([
      'I. TÌNH HÌNH',
      'Không số',
      '- một',
      '+ hai',
      'sau khi sang trang',
      'THƯ KÝ',
      'A',
      'CHỦ TỌA',
      'A',
      // Without height: otherwise an empty page would follow a signature at the bottom of one.
      '',
    ]);
  });

  test('headings are found by outline, a page break goes before the next text', async () => {
    const word = readDocx(await writeDocx(pages(...blocks)));
    const xml = word.xml('word/document.xml');
    const levels = ['Heading1', 'Heading2'].map((id) => /<w:outlineLvl w:val="(\d)"/.exec(word.style(id))?.[1]);
    expect([...xml.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, id]) => id)).toEqual([
      'Heading1',
      'Heading2',
    ]);
    expect(levels).toEqual(['0', '1']);
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  });

  test('a letter without a title has room between its head and "Kính gửi"', () => {
    const head: Block = { kind: 'letterhead', issuer: ['A'], placeAndDate: ['x'], subject: ['V/v y'] };
    const laid = pages(head, { kind: 'addressees', as: 'letter', names: ['B'] }).parts[0]?.blocks[1];
    expect(laid).toMatchObject({ kind: 'paragraph', beforePt: 12 });
  });

  test('a short table is kept whole, but not above a signature: the title would leave its letterhead with it', () => {
    const table: Table = {
      kind: 'table',
      columns: [{ share: 1, align: 'left' }],
      head: [[cell('Tên')]],
      rows: ['1', '2', '3'].map((text) => ({ role: 'plain', cells: [cell(text)] })),
    };
    const tied = (...after: Block[]) => {
      const laid = pages(table, ...after).parts[0]!.blocks[0] as PageTable;
      return laid.rows.slice(1).map(({ cells }) => cells[0]?.paragraphs[0]?.withNext);
    };
    const sum: Block = { kind: 'paragraph', as: 'after-table', inlines: ['Danh sách gồm 03.'] };
    expect(tied()).toEqual([true, true, false]);
    expect(tied(sum, { kind: 'paragraph', inlines: ['x'] })).toEqual([true, true, true]);
    expect(tied(sum, blocks.at(-1)!)).toEqual([false, false, true]);
  });

  test('what announces a list stays with it; a dotted line leaves its own line as it is', () => {
    const [plain, leads, dots] = pages(
      { kind: 'dash', level: 1, inlines: ['một'] },
      { kind: 'dash', level: 1, inlines: ['gồm:'], withNext: true },
      { kind: 'dash', level: 1, inlines: ['chỗ cần sửa: ………………'] },
    ).parts[0]!.blocks;
    expect(plain).toMatchObject({ align: 'justify', withNext: false });
    expect(leads).toMatchObject({ withNext: true });
    expect(dots).toMatchObject({ align: 'left' });
  });

  test('a long text on the left never touches what stands on the right', () => {
    const head: Block = { kind: 'letterhead', issuer: ['A'], placeAndDate: ['Nơi, ngày'] };
    const [letterhead, closing] = pages(head, blocks.at(-1)!).parts[0]!.blocks.filter(
      (block): block is PageTable => block.kind === 'table',
    );
    expect(letterhead?.rows[1]?.cells[1]?.paragraphs[0]?.leftMm).toBe(3);
    expect(closing?.rows[0]?.cells[1]?.paragraphs.map(({ leftMm }) => leftMm)).toEqual([3, 3]);
  });

  test('two who sign have the same room', () => {
    const [table] = pages(...blocks).parts[0]?.blocks.slice(-1) as [PageTable];
    expect(table.widthsMm[0]).toBe(table.widthsMm[1]);
  });

  test('two who sign have their names level, where the title of one takes a line more', () => {
    const confirmed = { ...signature, title: [['XÁC NHẬN CỦA CHI BỘ, CƠ QUAN NƠI CÔNG TÁC']] };
    const [table] = pages({ kind: 'closing', left: confirmed, right: signature }).parts[0]?.blocks as [PageTable];
    const [higher, lower] = table.rows[0]!.cells.map(({ paragraphs }) => paragraphs.at(-1)!.beforePt);
    expect(lower! - higher!).toBeCloseTo(14 * 1.15);
  });

  test('the text before a signature stays with it', () => {
    expect(pages(...blocks).parts[0]?.blocks.at(-2)).toMatchObject({ kind: 'paragraph', withNext: true });
  });

  test.each([
    ['T/M BAN CHẤP HÀNH', 'T/M BAN CHẤP HÀNH', 'TM. BAN CHẤP HÀNH'],
    ['TL. CHỦ TỊCH', 'T/L CHỦ TỊCH', 'TL. CHỦ TỊCH'],
    ['K/T BÍ THƯ', 'K/T BÍ THƯ', 'KT. BÍ THƯ'],
    ['TỔ TRƯỞNG', 'TỔ TRƯỞNG', 'TỔ TRƯỞNG'],
  ])('the authority %s is %s with the Party and %s with the State', (given, party, state) => {
    const closing: Block = { kind: 'closing', right: { ...signature, authority: [[given]] } };
    for (const [layout, expected] of [
      [hd36, party],
      [nd30, state],
    ] as const) {
      const [table] = layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks: [closing] }] }, layout).parts[0]
        ?.blocks as [PageTable];
      expect(table.rows[0]?.cells[1]?.paragraphs[0]?.texts[0]?.text).toBe(expected);
    }
  });
});

describe('how lines are filled', () => {
  const paragraphOf = (block: Block) => pages(block).parts[0]?.blocks[0] as PageParagraph;
  const dotted = { unknown: 40 };
  test.each([
    ['a paragraph', { kind: 'paragraph', inlines: ['chữ'] }, 'justify'],
    ['a paragraph with a dotted line', { kind: 'paragraph', inlines: ['chữ', dotted] }, 'left'],
    ['a dash', { kind: 'dash', level: 1, inlines: ['chữ'] }, 'justify'],
    ['a dash with a dotted line', { kind: 'dash', level: 1, inlines: ['chữ', dotted] }, 'left'],
    ['a heading, often in capitals', { kind: 'heading', level: 1, number: 'I', text: 'CHỮ' }, 'left'],
  ] as const satisfies readonly (readonly [string, Block, string])[])('%s', (_, block, align) =>
    expect(paragraphOf(block).align).toBe(align),
  );

  const SUBJECT = 'cá nhân về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2023';
  const titled = (subject: string) =>
    pages({ kind: 'title', name: 'Kế hoạch', subject: [subject] }).parts[0]?.blocks[1] as PageParagraph;

  test('a matter of two lines is parted about in the middle, not before its last word', () => {
    const subject = titled(SUBJECT);
    expect(linesOf(subject, 165)).toBe(2);
    expect(165 - subject.leftMm - subject.rightMm).toBeLessThan(textMm(SUBJECT, { sizePt: 14, bold: true }) * 0.65);
  });

  test('a matter of one line has the whole width', () => expect(titled('năm 2023')).toMatchObject({ leftMm: 0 }));

  test('the name of an office likewise', async () => {
    const head: Block = { kind: 'letterhead', issuer: ['Ủy ban nhân dân thành phố'], placeAndDate: ['x'] };
    const [table] = layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks: [head] }] }, nd30).parts[0]
      ?.blocks as [PageTable];
    const [name] = table.rows[0]!.cells[0]!.paragraphs;
    expect(name!.rightMm).toBeGreaterThan(5);
    expect(readDocx(await writeDocx(pages(head))).xml('word/document.xml')).toMatch(
      /<w:ind w:left="\d+" w:right="\d+"/,
    );
  });
});

describe('the name of an office is parted between its words', () => {
  test.each([
    ['Sở Kế hoạch và Đầu tư tỉnh Sông Xanh', 'nd30'],
    ['Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh', 'hd36'],
    ['Đảng ủy khối Doanh nghiệp thành phố Sông Xanh', 'hd36'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Sông Xanh', 'nd30'],
    ['Phòng Văn hóa và Thông tin thành phố', 'nd30'],
    ['Hội Liên hiệp Phụ nữ phường Bến Trúc', 'nd30'],
  ])('%s, by %s', (name, id) => {
    const head: Block = { kind: 'letterhead', issuer: [name], placeAndDate: ['x'] };
    const layout = id === 'nd30' ? nd30 : hd36;
    const [table] = layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks: [head] }] }, layout).parts[0]
      ?.blocks as [PageTable];
    const line = table.rows[0]!.cells[0]!.paragraphs[0]!;
    const starts = lineStarts(line, table.widthsMm[0]!);
    const [text] = line.texts;
    expect(starts.length).toBeGreaterThan(0);
    const ends = starts.map(({ letter }) => torn(text!.text.slice(0, letter), text!.text.slice(letter)));
    expect(ends.filter((end) => end > 1)).toEqual([]);
  });
});

test('but no word is left alone on the last line for that', () => {
  const name = 'Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh';
  const head: Block = { kind: 'letterhead', issuer: [name], placeAndDate: ['x'] };
  for (const orientation of ['portrait', 'landscape'] as const) {
    const [table] = layOut({ title: 'x', parts: [{ orientation, blocks: [head] }] }, hd36).parts[0]?.blocks as [
      PageTable,
    ];
    const line = table.rows[0]!.cells[0]!.paragraphs[0]!;
    const [{ letter } = { letter: 0 }] = lineStarts(line, table.widthsMm[0]!).slice(-1);
    expect(line.texts[0]!.text.slice(letter).split(' ').length, orientation).toBeGreaterThan(2);
  }
});

describe('no number is parted between two lines', () => {
  const numbers = (count: number, text: string): Table => ({
    kind: 'table',
    columns: [
      { share: 4, align: 'left' },
      ...Array.from({ length: count }, () => ({ share: 2, align: 'center' as const })),
    ],
    head: [['Cấp', ...Array.from({ length: count }, (_, index) => `Số người ${index}`)].map(cell)],
    rows: [{ role: 'total', cells: ['Tổng', ...Array.from({ length: count }, () => text)].map(cell) }],
  });
  test.each([
    ['fits by its share', numbers(6, '1.234'), 13],
    ['takes from a wider column', numbers(5, '12.345.678'), 13],
    ['eight of twelve digits, in smaller letters', numbers(8, '246.913.578'), 8],
  ] as const)('%s', (_, table, leastPt) => {
    const [laid] = pages(table).parts[0]?.blocks as [PageTable];
    expect(laid.widthsMm.reduce((sum, mm) => sum + mm, 0)).toBeCloseTo(165);
    for (const { widthMm, paragraphs } of laid.rows.flatMap(({ cells }) => cells.slice(1))) {
      const [text] = paragraphs[0]!.texts;
      expect(text!.sizePt).toBeGreaterThanOrEqual(leastPt);
      for (const word of text!.text.split(' ')) expect(textMm(word, text!)).toBeLessThan(widthMm - 3);
    }
  });

  test('what no page could hold, such as 30,000 letters, asks for nothing', () => {
    const [laid] = pages(numbers(3, 'ữ'.repeat(30_000))).parts[0]?.blocks as [PageTable];
    expect(laid.widthsMm.map((mm) => Math.round(mm))).toEqual([66, 33, 33, 33]);
  });

  test('a text of 200,000 long words is laid out too', () => {
    const [laid] = pages(numbers(1, 'phương\u2010hướng '.repeat(200_000))).parts[0]?.blocks as [PageTable];
    expect(laid.rows.at(-1)?.whole).toBe(false);
  });
});

describe('what stands below a table stays with it', () => {
  const table: Table = {
    kind: 'table',
    columns: [{ share: 1, align: 'left' }],
    head: [[cell('Năm')]],
    rows: Array.from({ length: 30 }, (_, index) => ({ role: 'plain' as const, cells: [cell(String(index))] })),
  };
  const signature = { kind: 'signature', title: [['NGƯỜI TIẾP NHẬN']], signer: ['A'] } as const;
  test.each([
    ['what speaks of it', { kind: 'paragraph', as: 'after-table', inlines: ['Cuộc họp thống nhất'] }, true],
    ['two signatures', { kind: 'closing', left: signature, right: signature }, true],
    ['the name of the next table', { kind: 'paragraph', as: 'table-title', inlines: ['2B'] }, false],
    ['other text', { kind: 'paragraph', inlines: ['chữ'] }, false],
  ] as const satisfies readonly (readonly [string, Block, boolean])[])('%s', (_, below, stays) => {
    const [laid] = pages(table, below).parts[0]?.blocks as [PageTable];
    const tied = laid.rows.slice(1).map(({ cells }) => cells[0]!.paragraphs[0]!.withNext);
    expect(tied.filter(Boolean)).toHaveLength(stays ? 1 : 0);
    expect(tied.at(-1)).toBe(stays);
  });

  const few = { ...table, rows: table.rows.slice(0, 5) };
  const sum = { kind: 'paragraph', as: 'table-sum', inlines: ['Tổng số'] } as const;
  const note = { kind: 'paragraph', as: 'table-note', inlines: ['Ghi chú'] } as const;

  test.each([
    ['its note', [note], ['Ghi chú']],
    ['its sum', [sum], ['Tổng số']],
    [
      'its sum and a signature on the right',
      [sum, { kind: 'closing', right: signature }],
      ['Tổng số', 'NGƯỜI TIẾP NHẬN', 'A'],
    ],
    ['a signature alone', [{ kind: 'closing', right: signature }], ['NGƯỜI TIẾP NHẬN', 'A']],
  ] as const satisfies readonly (readonly [string, readonly Block[], readonly string[]])[])(
    'as its last row, without lines: %s',
    (_, below, texts) => {
      const [laid, ...rest] = pages(table, ...below).parts[0]?.blocks as [PageTable];
      expect(rest).toEqual([]);
      const [last, foot] = laid.rows.slice(-2);
      expect(last!.cells[0]!.paragraphs[0]!.withNext).toBe(true);
      expect(foot).toMatchObject({ whole: true, cells: [{ bare: true, across: 1 }] });
      expect(foot!.cells[0]!.paragraphs.map((line) => line.texts.map(({ text }) => text).join(''))).toEqual(texts);
    },
  );

  test('recipients beside a signature stand on their own', () => {
    const recipients = { kind: 'recipients', given: [], to: ['B'], as: 'letter' } as const;
    const laid = pages(table, sum, { kind: 'closing', left: recipients, right: signature }).parts[0]!.blocks;
    expect(laid.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table']);
  });

  test.each([
    ['a few rows and their note as a whole', [few, sum], 5],
    ['of a few rows above a signature the last alone', [few, { kind: 'closing', right: signature }], 1],
    ['likewise where their sum stands between', [few, sum, { kind: 'closing', right: signature }], 1],
  ] as const satisfies readonly (readonly [string, readonly Block[], number])[])('%s', (_, blocks, kept) => {
    const [laid] = pages(...blocks).parts[0]?.blocks as [PageTable];
    const tied = laid.rows.slice(1).map(({ cells }) => cells[0]!.paragraphs[0]!.withNext);
    expect(tied.filter(Boolean)).toHaveLength(kept);
    expect(laid.together).toBe(kept > 1);
  });
});
