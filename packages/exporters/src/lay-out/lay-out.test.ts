import { describe, expect, test } from 'vitest';
import type { Block, Table } from '../document.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { writeDocx } from '../docx/write-docx.js';
import { hd36 } from '../layouts/hd36-2018.js';
import { nd30 } from '../layouts/nd30-2020.js';
import type { PageTable } from '../pages.js';
import { layOut } from './lay-out.js';
import { referenceText } from './reference.js';

const pages = (...blocks: Block[]) => layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks }] }, hd36);
const cell = (text: string) => ({ lines: [[text]] });

describe('number and symbol', () => {
  test.each([
    ['12', 'TTr/QU', 'TTr', '12-TTr/QU', '12/TTr/QU'],
    ['12', 'QU', 'TTr', '12-TTr/QU', '12/TTr-QU'],
    ['12', '-TTr/QU', 'TTr', '12-TTr/QU', '12/TTr/QU'],
    ['12-TTr/QU', undefined, 'TTr', '12-TTr/QU', '12-TTr/QU'],
    ['12', undefined, 'BC', '12-BC/……', '12/BC-……'],
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

describe('what the later documents need', () => {
  const signature = { kind: 'signature', title: ['THƯ KÝ'], signer: ['A'] } as const;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, number: 'I', text: 'TÌNH HÌNH' },
    { kind: 'heading', level: 2, number: '', text: 'Không số' },
    { kind: 'dash', level: 1, inlines: ['một'] },
    { kind: 'dash', level: 2, inlines: [{ text: 'hai', bold: true, caps: true }] },
    { kind: 'page-break' },
    { kind: 'paragraph', inlines: ['sau khi sang trang'] },
    { kind: 'closing', left: signature, right: { ...signature, title: ['CHỦ TỌA'] } },
  ];

  test('headings, dashes of two levels, two signatures', async () => {
    const { paragraphs } = readDocx(await writeDocx(pages(...blocks)));
    expect(paragraphs).toEqual([
      'I. TÌNH HÌNH',
      'Không số',
      '- một',
      '+ HAI',
      'sau khi sang trang',
      'THƯ KÝ',
      'A',
      'CHỦ TỌA',
      'A',
    ]);
  });

  test('headings are found by outline, a page break goes before the next text', async () => {
    const xml = readDocx(await writeDocx(pages(...blocks))).xml('word/document.xml');
    expect([...xml.matchAll(/<w:outlineLvl w:val="(\d)"\/>/g)].map(([, level]) => level)).toEqual(['0', '1']);
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
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
    const closing: Block = { kind: 'closing', right: { ...signature, authority: [given] } };
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
