import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readEntries } from '../zip/zip-file.js';
import { readXlsx } from './read-xlsx.js';
import { unpackXlsx } from './unpack-xlsx.js';
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
    ['the last cell that there is', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['in single quotes', "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"],
    ['its name written as numbers of signs', '<row r="9"><c r="&#88;FD1048576"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="4000000001"><c r="A4000000001"><v>1</v></c></row>'],
    ['a row in the notation of scientists', '<row r="2"><c r="A1e9"><v>1</v></c></row>'],
    ['a column of other letters', '<row r="2"><c r="字字字2"><v>1</v></c></row>'],
    ['a column of very many letters', `<row r="2"><c r="${'Z'.repeat(200)}2"><v>1</v></c></row>`],
  ])('%s', async (_, rows) => {
    await expect(readXlsx(changed(rows))).rejects.toMatchObject({ reason: 'too-large' });
  });

  test('one large sheet under very many names', async () => {
    const relation = (id: number) =>
      `<Relationship Id="r${id}" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>`;
    const many = `<Relationships>${Array.from({ length: 9000 }, (_, id) => relation(id)).join('')}</Relationships>`;
    const rows = '<row r="900"><c r="A900"><v>1</v></c></row>';
    await expect(readXlsx(changed(rows, { 'xl/_rels/workbook.xml.rels': strToU8(many) }))).rejects.toMatchObject({
      reason: 'too-large',
    });
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

test('the reader unpacks nothing itself: it would start workers, which a strict policy refuses', () => {
  const long = strToU8(`<a>${'dài '.repeat(200_000)}</a>`);
  const picture = { 'xl/media/a.png': new Uint8Array(9), 'xl/vbaProject.bin': new Uint8Array(9) };
  const entries = readEntries(new Uint8Array(unpackXlsx(changed('', { 'xl/long.xml': long, ...picture }))));
  expect(entries.map(({ name, method }) => [name, method])).toEqual(
    [...Object.keys(parts).filter((name) => name !== '_rels/.rels'), 'xl/long.xml'].map((name) => [name, 0]),
  );
});
