import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readXlsx } from './read-xlsx.js';
import { writeXlsx } from './write-xlsx.js';

const { bytes } = await writeXlsx({
  title: 'Ví dụ',
  sheets: [{ name: 'Một', columns: [{ letters: 9 }], rows: [{ cells: [{ value: 'a', role: 'plain' }] }] }],
});
const parts = unzipSync(bytes);
const SHEET = 'xl/worksheets/sheet1.xml';

/** The workbook with additional rows or other parts. */
const changed = (rows: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    ...parts,
    [SHEET]: strToU8(strFromU8(parts[SHEET]!).replace('</sheetData>', `${rows}</sheetData>`)),
    ...more,
  });

const rowsOf = async (file: Uint8Array) => (await readXlsx(file))[0]!.rows;

describe('a few kilobytes that would fill the memory are refused', () => {
  test.each<[string, string]>([
    ['a row beyond the last', '<row r="4000000001"><c><v>1</v></c></row>'],
    ['a cell in a row beyond the last', '<row r="9"><c r="A1048577"><v>1</v></c></row>'],
    ['a column beyond the last', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
  ])('%s', async (_, rows) => {
    await expect(readXlsx(changed(rows))).rejects.toMatchObject({ reason: 'damaged' });
  });

  test('the last column in each of very many rows', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `<row r="${row + 2}"><c r="XFD${row + 2}"><v>1</v></c></row>`);
    await expect(readXlsx(changed(rows.join('')))).rejects.toMatchObject({ reason: 'too-large' });
  });

  test('very many sheets', async () => {
    const sheets = Array.from({ length: 9000 }, (_, id) => `<sheet name="${id}" r:id="rId1"/>`).join('');
    const workbook = strToU8(strFromU8(parts['xl/workbook.xml']!).replace('</sheets>', `${sheets}</sheets>`));
    await expect(readXlsx(changed('', { 'xl/workbook.xml': workbook }))).rejects.toMatchObject({ reason: 'too-large' });
  });

  test('one text of 30,000 letters in each of 3,000 cells', async () => {
    const sheets = [
      {
        name: 'Một',
        columns: [{ letters: 9 }],
        rows: Array.from({ length: 3000 }, () => ({ cells: [{ value: 'x'.repeat(30_000), role: 'plain' as const }] })),
      },
    ];
    const long = await writeXlsx({ title: '', sheets });
    expect(long.bytes.length).toBeLessThan(100_000);
    await expect(readXlsx(long.bytes)).rejects.toMatchObject({ reason: 'too-large' });
  });

  test('what unpacks to more than it says', async () => {
    const file = changed('', { [SHEET]: strToU8(`<worksheet>${' '.repeat(1_000_000)}</worksheet>`) });
    const view = new DataView(file.buffer, file.byteOffset);
    // The size in the central directory, 22 bytes before the name (APPNOTE 4.3.12).
    const name = Buffer.from(file).lastIndexOf(SHEET);
    expect(view.getUint32(name - 22, true)).toBeGreaterThan(1_000_000);
    view.setUint32(name - 22, 100, true);
    await expect(readXlsx(file)).rejects.toMatchObject({ name: 'UnreadableWorkbook' });
  });

  test('entities that stand for more entities', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "ha">]><worksheet>&a;</worksheet>';
    await expect(readXlsx(changed('', { [SHEET]: strToU8(bomb) }))).rejects.toMatchObject({ reason: 'damaged' });
  });
});

test('the last cell of the last row takes no more room than any', async () => {
  const rows = await rowsOf(changed('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
  expect([rows.length, rows.at(-1)?.length, rows.at(-1)?.at(-1)]).toEqual([1_048_576, 16_384, 1]);
});

test('a look far away takes no room', async () => {
  expect(await rowsOf(changed('<row r="1048576" ht="12"><c r="XFD1048576" s="1"/></row>'))).toEqual([['a']]);
});

test('a text that looks like part of the file is a text', async () => {
  expect(await rowsOf(changed('<row r="2"><c r="A2" t="inlineStr"><is><t>xem r="abc"</t></is></c></row>'))).toEqual([
    ['a'],
    ['xem r="abc"'],
  ]);
});

test('a bit that changed on the way is not another number', async () => {
  const file = zipSync({
    ...parts,
    [SHEET]: [strToU8('<worksheet><sheetData><row><c><v>1230</v></c></row></sheetData></worksheet>'), { level: 0 }],
  });
  const at = Buffer.from(file).indexOf('1230');
  file[at] = '9'.charCodeAt(0);
  await expect(readXlsx(file)).rejects.toMatchObject({ reason: 'damaged' });
});

/** A package as the standard allows it, with as few parts as it needs. */
interface Given {
  readonly rows?: string;
  readonly workbook?: string;
  readonly styles?: string;
  readonly texts?: string;
  /** of the sheet, with the relations to them */
  readonly comments?: Readonly<Record<string, string>>;
  readonly names?: (name: string) => string;
  readonly targets?: (target: string, from: string) => string;
  readonly encode?: (xml: string) => Uint8Array;
  readonly namespace?: string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

function packageOf(given: Given): Uint8Array {
  const { names = (name) => name, targets = (target) => target, encode = strToU8 } = given;
  const space = given.namespace ?? TRANSITIONAL;
  const relations = (from: string, all: readonly (readonly [type: string, target: string])[]) =>
    `<Relationships>${all
      .map(
        ([type, target], at) =>
          `<Relationship Id="r${at + 1}" Type="${space}/${type}" Target="${targets(target, from)}"/>`,
      )
      .join('')}</Relationships>`;
  const comments = Object.entries(given.comments ?? {});
  const all: Record<string, string> = {
    '_rels/.rels': relations('', [['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      given.workbook ?? '<workbook><sheets><sheet name="Một" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('xl/', [
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['dialogsheet', 'dialogsheets/sheet1.xml'],
    ]),
    'xl/styles.xml': given.styles ?? '<styleSheet/>',
    'xl/sharedStrings.xml': given.texts ?? '<sst/>',
    [SHEET]: `<worksheet><sheetData>${given.rows ?? '<row r="1"><c r="A1"><v>7</v></c></row>'}</sheetData></worksheet>`,
    'xl/dialogsheets/sheet1.xml': '<dialogsheet/>',
    ...(comments.length > 0 && {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        'xl/worksheets/',
        comments.map(([type]) => [type, `../${type}1.xml`] as const),
      ),
    }),
    ...Object.fromEntries(comments.map(([type, xml]) => [`xl/${type}1.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [names(name), encode(xml)])));
}

const utf16 = (littleEndian: boolean, mark: boolean) => (xml: string) => {
  const text = (mark ? '\ufeff' : '') + xml;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((_, at) => view.setUint16(at * 2, text.charCodeAt(at), littleEndian));
  return bytes;
};

describe('any legal package opens', () => {
  test.each<[what: string, given: Given]>([
    ['the usual names', {}],
    ['the strict edition', { namespace: STRICT }],
    ['backslashes in names of parts', { names: (name) => name.replaceAll('/', '\\') }],
    ['backslashes in relations', { targets: (target) => target.replaceAll('/', '\\') }],
    ['names in other letters', { names: (name) => name.toUpperCase() }],
    [
      'another name of the workbook',
      {
        names: (name) => name.replace('workbook', 'workbook22'),
        targets: (target) => target.replace('workbook', 'workbook22'),
      },
    ],
    [
      'the workbook at the root',
      {
        names: (name) => name.replace(/^xl\/(workbook|_rels)/, '$1'),
        targets: (target, from) => (from === 'xl/' ? `xl/${target}` : target.replace('xl/', '')),
      },
    ],
    [
      'a sheet of another ending',
      {
        names: (name) => name.replace('sheet1.xml', 'sheet1.part'),
        targets: (target) => target.replace('sheet1.xml', 'sheet1.part'),
      },
    ],
    [
      'a name with blanks and marks',
      {
        names: (name) => name.replace('worksheets/sheet1', 'worksheets/trang một'),
        targets: (target) => target.replace('worksheets/sheet1', 'worksheets/trang%20m%E1%BB%99t'),
      },
    ],
    ['targets from the root', { targets: (target, from) => `/${from}${target}` }],
    ['targets with dots', { targets: (target, from) => (from === '' ? `./${target}` : `./../xl/./${target}`) }],
    ['UTF-8 with its mark', { encode: (xml) => strToU8(`\ufeff${xml}`) }],
    ['UTF-16 of both kinds', { encode: utf16(true, true) }],
    ['UTF-16, the other way round', { encode: utf16(false, true) }],
    ['UTF-16 without its mark', { encode: utf16(false, false) }],
    [
      'comments, instructions, blanks',
      { encode: (xml) => strToU8(`<?xml version="1.0"?>\n<!-- > -->\n${xml}\n<!---->\n`) },
    ],
  ])('%s', async (_, given) => {
    const [sheet] = await readXlsx(packageOf(given));
    expect(sheet).toMatchObject({ name: 'Một', rows: [[7]], hasCells: true });
  });

  test('no relation of the package: the content type says which part is the workbook', async () => {
    const files = unzipSync(packageOf({}));
    const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
    const { '_rels/.rels': __, ...others } = files;
    expect(await rowsOf(zipSync({ ...others, '[Content_Types].xml': strToU8(types) }))).toEqual([[7]]);
  });

  test('sheets without cells are named, in their order; one that is not there too', async () => {
    const sheets = [
      ['Hộp', 'r4'],
      ['Một', 'r1'],
      ['Mất', 'r9'],
      ['Lại', 'r1'],
    ]
      .map(([name, id]) => `<sheet name="${name}" x:id="${id}"/>`)
      .join('');
    const read = await readXlsx(packageOf({ workbook: `<workbook><sheets>${sheets}</sheets></workbook>` }));
    expect(read.map(({ name, hasCells, rows }) => [name, hasCells, rows.flat()])).toEqual([
      ['Hộp', false, []],
      ['Một', true, [7]],
      ['Mất', false, []],
      ['Lại', true, [7]],
    ]);
  });

  test('a document of another kind is none', async () => {
    await expect(readXlsx(packageOf({ workbook: '<document/>' }))).rejects.toMatchObject({ reason: 'no-xlsx' });
  });
});

const styles = (...xfs: [format: string, font?: string][]) =>
  `<styleSheet><numFmts>${xfs.map(([code], at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
  `<fonts>${xfs.map(([, font = '']) => `<font>${font}</font>`).join('')}</fonts>` +
  `<cellXfs>${xfs.map((_, at) => `<xf numFmtId="${200 + at}" fontId="${at}"/>`).join('')}</cellXfs></styleSheet>`;

const LOOKS = styles(
  ['General'],
  ['0.00%'],
  ['0&quot;%&quot;'],
  ['h:mm'],
  ['dd/mm/yyyy'],
  ['dd/mm/yyyy hh:mm'],
  ['[h]:mm'],
  ['mm:ss.0'],
  ['[$-42A]d mmmm yyyy;@'],
  ['#,##0 &quot;ngày&quot;'],
  ['General', '<name val="Wingdings"/>'],
  ['General', '<name val="Symbol"/>'],
);
const TEXTS =
  '<sst><si><t>chữ</t></si><si><r><t>120</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>' +
  '<si><t>a_x000D__x005F_x0041_</t></si><si><t>ü</t></si><si><r><t>ü</t></r></si>' +
  '<si><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></si><si><t><![CDATA[A < B & C]]></t></si></sst>';

const day = (iso: string) => new Date(`${iso}Z`);

describe('a cell is what is seen in it', () => {
  test.each<[what: string, cell: string, value: unknown]>([
    ['a number', '<c r="A1"><v>1.5</v></c>', 1.5],
    ['a number in the notation of scientists', '<c r="A1"><v>1.5E+3</v></c>', 1500],
    ['a number that is none', '<c r="A1"><v>0x10</v></c>', '0x10'],
    ['a number with a comma', '<c r="A1"><v>1,5</v></c>', '1,5'],
    ['a look that is not there', '<c r="A1" s="99"><v>0.5</v></c>', 0.5],
    ['a look that is empty', '<c r="A1" s=""><v>0.5</v></c>', 0.5],
    ['a share', '<c r="A1" s="1"><v>0.975</v></c>', '97,5%'],
    ['a share with the noise of computing', '<c r="A1" s="1"><v>0.29000000000000004</v></c>', '29%'],
    ['a share that a formula gives', '<c r="A1" s="1"><f>1/2</f><v>0.5</v></c>', '50%'],
    ['a share in single quotes', "<c r='A1' s='1' t='n'><v>1</v></c>", '100%'],
    ['percent of which only the sign is written', '<c r="A1" s="2"><v>97.5</v></c>', '97,5%'],
    ['an hour by itself', '<c r="A1" s="3"><v>0.4375</v></c>', '10:30:00'],
    ['hours beyond a day', '<c r="A1" s="6"><v>1.5</v></c>', '36:00:00'],
    ['minutes and seconds', '<c r="A1" s="7"><v>0.0007</v></c>', '00:01:00'],
    ['a day shown by its hour', '<c r="A1" s="3"><v>45009.4375</v></c>', day('2023-03-24T10:30:00')],
    ['a day', '<c r="A1" s="4"><v>45009</v></c>', day('2023-03-24T00:00:00')],
    ['a day in Vietnamese', '<c r="A1" s="8"><v>45009</v></c>', day('2023-03-24T00:00:00')],
    ['the day before the one that never was', '<c r="A1" s="4"><v>59</v></c>', day('1900-02-28T00:00:00')],
    ['the day that never was', '<c r="A1" s="4"><v>60</v></c>', 60],
    ['the day after it', '<c r="A1" s="4"><v>61</v></c>', day('1900-03-01T00:00:00')],
    ['a number with the word for days', '<c r="A1" s="9"><v>45009</v></c>', 45009],
    ['a text with the look of a share', '<c r="A1" s="1" t="s"><v>0</v></c>', 'chữ'],
    ['a note behind a number', '<c r="A1" t="s"><v>1</v></c>', '120¹'],
    ['signs that XML cannot hold', '<c r="A1" t="s"><v>2</v></c>', 'a\r_x0041_'],
    ['half of a sign', '<c r="A1" t="str"><v>a_xD83D_</v></c>', 'a\ufffd'],
    ['a tick of Wingdings', '<c r="A1" s="10" t="s"><v>3</v></c>', '✓'],
    ['a run that has its own font', '<c r="A1" s="10" t="s"><v>4</v></c>', 'ü'],
    ['a sign of Symbol', '<c r="A1" s="11" t="str"><v>³</v></c>', '≥'],
    ['a text with its reading', '<c r="A1" t="s"><v>5</v></c>', '漢'],
    ['a text as it stands', '<c r="A1" t="s"><v>6</v></c>', 'A < B & C'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', true],
    ['yes as a word', '<c r="A1" t="b"><v>true</v></c>', true],
    ['no as a word', '<c r="A1" t="b"><v>FALSE</v></c>', false],
    ['a prefix', '<x:c r="A1" t="b"><x:v>true</x:v></x:c>', true],
    ['a day as text', '<c r="A1" t="d"><v>2023-03-24</v></c>', day('2023-03-24T00:00:00')],
    ['a day in the early morning', '<c r="A1" t="d"><v>2023-03-24T06:30:00.250</v></c>', day('2023-03-24T00:00:00')],
    ['the end of a day', '<c r="A1" t="d"><v>2023-03-24T24:00:00</v></c>', day('2023-03-24T00:00:00')],
    ['a day of another zone', '<c r="A1" t="d"><v>2023-03-24T01:30+07:00</v></c>', day('2023-03-24T00:00:00')],
    ['an hour as text', '<c r="A1" t="d"><v>10:30:00</v></c>', '10:30:00'],
    ['a day that the calendar has not', '<c r="A1" t="d"><v>2023-02-30T00:00:00</v></c>', '2023-02-30T00:00:00'],
    [
      'an inline text of runs',
      '<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>12</t></r><r><t>15</t></r></is></c>',
      '[gạch bỏ: 12]15',
    ],
    ['an inline text as a value', '<c r="A1" t="inlineStr"><v>a &amp; b &#x1EC7;</v></c>', 'a & b ệ'],
    ['what follows in an extension', '<c r="A1"><v>1</v><extLst><ext><v>9</v></ext></extLst></c>', 1],
    ['no name of its own', '<c><v>1</v></c>', 1],
    ['the number of its column for a name', '<c r="0"><v>1</v></c>', 1],
    ['a name of other letters', '<c r="字字2"><v>1</v></c>', 1],
  ])('%s', async (_, cell, value) => {
    const rows = await rowsOf(packageOf({ rows: `<row r="1">${cell}</row>`, styles: LOOKS, texts: TEXTS }));
    expect(rows).toEqual([[value]]);
  });

  test.each([
    ['43547', '2023-03-24'],
    ['0', '1904-01-01'],
  ])('a workbook that counts its days from 1904: %s', async (serial, iso) => {
    const workbook = '<workbook><workbookPr date1904="true"/><sheets><sheet name="Một" r:id="r1"/></sheets></workbook>';
    const [sheet] = await readXlsx(
      packageOf({ workbook, styles: LOOKS, rows: `<row><c s="4"><v>${serial}</v></c></row>` }),
    );
    expect(sheet?.rows).toEqual([[day(`${iso}T00:00:00`)]]);
    expect(sheet?.dayOf(Number(serial))).toEqual(day(`${iso}T00:00:00`));
  });

  test('rows and cells without names stand behind one another, others in their place', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(await rowsOf(packageOf({ rows }))).toEqual([[1, null, null, 2, 3], [], [null, 4], [5]]);
  });

  test('a text that is not there is damage, not a blank', async () => {
    const file = packageOf({ rows: '<row><c t="s"><v>3</v></c></row>' });
    await expect(readXlsx(file)).rejects.toMatchObject({ reason: 'damaged' });
  });
});

describe('what there is to a cell beside its value', () => {
  const marksOf = async (given: Given) => Object.fromEntries((await readXlsx(packageOf(given)))[0]!.marks);
  test.each<[what: string, cell: string, value: unknown, marks: object | undefined]>([
    ['a value', '<c r="A1"><v>1</v></c>', 1, undefined],
    ['a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', 2, { formula: '1+1' }],
    ['no text', '<c r="A1" t="str"><f>B1</f><v></v></c>', '', { formula: 'B1' }],
    ['a formula nobody computed', '<c r="A1"><f>5+6</f><v /></c>', '=5+6', { formula: '5+6', unknown: 'uncomputed' }],
    ['no result at all', '<c r="A1" t="str"><f>B1</f></c>', '=B1', { formula: 'B1', unknown: 'uncomputed' }],
    ['a shared formula', '<c r="A1"><f t="shared" si="0"/><v>3</v></c>', 3, { formula: '' }],
    ['a formula of arrays', '<c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>4</v></c>', 4, { formula: 'B1:B3*2' }],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', { formula: '1/0', unknown: 'error' }],
    ['an error without its formula', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A', { unknown: 'error' }],
    ['a cell struck out', '<c r="A1" s="1"><v>1.5</v></c>', 1.5, { isStruck: true }],
  ])('%s', async (_, cell, value, marks) => {
    const given = { rows: `<row r="1">${cell}</row>`, styles: styles(['0'], ['0', '<strike/>']) };
    expect(await rowsOf(packageOf(given))).toEqual([[value]]);
    expect((await marksOf(given))['A1']).toEqual(marks);
  });

  const comment =
    '<comments><commentList><comment ref="A1"><text><r><t>Xem </t></r><r><t>lại</t></r></text></comment></commentList></comments>';
  test.each<[what: string, comments: Record<string, string>, text: string]>([
    ['a note', { comments: comment }, 'Xem lại'],
    [
      'a conversation, which the note only names',
      {
        threadedComment:
          '<ThreadedComments><threadedComment ref="A1"><text>Sai?</text></threadedComment><threadedComment ref="A1"><text>Đúng</text></threadedComment></ThreadedComments>',
        comments: comment,
      },
      'Sai?\nĐúng',
    ],
  ])('%s', async (_, comments, text) => {
    expect(await marksOf({ comments })).toEqual({ A1: { comment: text } });
  });

  test('rows that are not shown', async () => {
    const rows = '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"/><row r="3" hidden="true"/>';
    expect([...(await readXlsx(packageOf({ rows })))[0]!.hiddenRows]).toEqual([0, 2]);
  });
});

test('parts that are cut off, or no XML, are damage', async () => {
  for (const xml of [
    '',
    '<worksheet>',
    '<worksheet></sheet>',
    'foo<worksheet/>',
    '<worksheet',
    '<a/><b/>',
    '<a><!--</a>',
  ]) {
    await expect(readXlsx(changed('', { [SHEET]: strToU8(xml) }))).rejects.toMatchObject({ reason: 'damaged' });
  }
});
