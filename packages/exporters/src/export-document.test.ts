import { describe, expect, test } from 'vitest';
import type { Submission } from '@kl01/rules';
import { nominee, rulebook, submission, submissionWith } from '../fixtures/fixtures.js';
import { readDocx } from '../fixtures/read-docx.js';
import { documentsFor, exportDocument, ExportError, type ExportOptions, type Layout } from './index.js';
import { hd36 } from './layouts/hd36-2018.js';

const toWord = { document: 'to-trinh', format: 'docx' };
const print = async (given: Submission, options: ExportOptions = toWord) => exportDocument(rulebook, given, options);
const summaryOf = async (summary: string) => {
  const { bytes, notices } = await print(submissionWith({ nominees: [nominee({ summary })] }));
  return { text: readDocx(bytes).rows.at(-1)?.[4], notices: notices.map(({ id }) => id) };
};

test('says which documents a form has', () => {
  const label = 'Tờ trình, kèm danh sách trích ngang';
  expect(documentsFor(rulebook, 'de-nghi')).toContainEqual({ id: 'to-trinh', label, formats: ['docx', 'html'] });
  expect(documentsFor(rulebook, 'bao-cao').map(({ id }) => id)).toEqual(['bao-cao']);
  expect(documentsFor(rulebook, 'khong-co')).toEqual([]);
});

test('gives a file name that every system can store, and the type of the file', async () => {
  const { fileName, mediaType } = await print(submission);
  expect(fileName).toBe('to-trinh-dang-uy-phuong-ben-truc.docx');
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
});

test('equal input gives equal bytes, whatever the time and the time zone', async () => {
  const first = await print(submission);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'America/St_Johns';
  await new Promise((resolve) => setTimeout(resolve, 2100)); // ZIP entries keep time in steps of two seconds
  const second = await print(structuredClone(submission));
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
});

describe('the page', async () => {
  const { bytes } = await print(submission);
  const word = readDocx(bytes);
  const body = word.xml('word/document.xml');

  test('has margins of 20, 20, 30 and 15 mm, on both orientations', () => {
    const margins = [...body.matchAll(/<w:pgMar ([^>]*)\/>/g)].map(([, attributes]) => attributes);
    expect(margins).toHaveLength(2);
    for (const attributes of margins) {
      expect(attributes).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
    }
  });

  test('is A4 upright, and on its side for a wide list', () => {
    expect([...body.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes]) => attributes)).toEqual([
      'w:w="11906" w:h="16838" w:orient="portrait"',
      'w:w="16838" w:h="11906" w:orient="landscape"',
    ]);
  });

  test('has its number in the top margin, not on the first page', () => {
    expect(body.match(/<w:titlePg\/>/g)).toHaveLength(2);
    expect(word.entries.filter((entry) => word.xml(entry).includes('PAGE'))).toHaveLength(2);
  });

  test('is set in Times New Roman', () => {
    expect(word.xml('word/styles.xml')).toContain('w:ascii="Times New Roman"');
  });

  test('repeats the head of the list and keeps short rows whole', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(body.match(/<w:tr>/g)!.length);
  });

  test('carries no date of its own', () => {
    expect(word.xml('docProps/core.xml')).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

describe('text of any kind prints as text', () => {
  test.each([
    ['markup', '<b>đậm</b> & <script>alert(1)</script> ]]> &lt;'],
    ['what a field of Word begins with', '{ INCLUDETEXT "C:\\\\x" } %PDF ${a} {{b}} {unknown}'],
    ['emoji', 'Xuất sắc 🎉👩🏽‍🌾'],
    ['quotes', '“ngoặc” "kép" ‘đơn’ \'nháy\''],
    ['100,000 letters', 'ữ'.repeat(100_000)],
  ])('%s', async (_, summary) => {
    expect(await summaryOf(summary)).toEqual({ text: summary, notices: [] });
  });

  test('decomposed Unicode comes out composed', async () => {
    expect(await summaryOf('Nguyễn Thị Đường'.normalize('NFD'))).toEqual({ text: 'Nguyễn Thị Đường', notices: [] });
  });

  test.each([
    ['control characters are left out', 'a\u0000b\u0008c\u001bd\u007f', 'abcd'],
    ['half of a surrogate pair becomes a mark', 'a\ud83cb', 'a\ufffdb'],
    ['marks of direction are left out', 'tên\u202egnus', 'têngnus'],
    ['characters that XML forbids are left out', 'a\uffffb\ufffe', 'ab'],
  ])('%s, with a notice', async (_, summary, text) => {
    expect(await summaryOf(summary)).toEqual({ text, notices: ['cleaned'] });
  });

  test('signs of fonts of signs are printed in Unicode where they are known, and told where not', async () => {
    expect(await summaryOf('Tỷ lệ \uf0b3 95%')).toEqual({ text: 'Tỷ lệ ≥ 95%', notices: [] });
    expect(await summaryOf('a \uf045 b')).toEqual({ text: 'a \uf045 b', notices: ['private-signs'] });
  });

  test('tabs and the line ends of other systems part words', async () => {
    expect(await summaryOf('a\tb\r\nc')).toEqual({ text: 'a b\nc', notices: [] });
  });

  test('values of the wrong type are unknown', async () => {
    const odd = {
      ...submission,
      issuer: 'x',
      unit: [],
      meeting: 7,
      nominees: [null, 3, nominee({ name: 12, position: {} })],
    };
    const { bytes } = await print(odd as unknown as Submission);
    const [place, name, position] = readDocx(bytes).rows.at(-1) ?? [];
    expect(place).toBe('1');
    expect(`${name} ${position}`).toMatch(/^…+ …+$/);
  });
});

describe('a layout', () => {
  const own: Layout = {
    ...hd36,
    id: 'rieng',
    end: ' !',
    page: { ...hd36.page, marginsMm: { top: 25, bottom: 25, left: 35, right: 20 } },
  };
  const given = submissionWith({ unit: { id: 'x', group: 'la', name: 'Hội X' } });

  test('is added by data alone', async () => {
    const { bytes } = await print(given, { ...toWord, layouts: [own] });
    const word = readDocx(bytes);
    expect(word.xml('word/document.xml')).toContain('w:top="1417" w:right="1134" w:bottom="1417" w:left="1984"');
    expect(word.paragraphs).toContain('Hội X kính trình Ban Tuyên giáo Quận ủy xem xét, quyết định !');
  });

  test('that nobody knows is an error that names those there are', async () => {
    await expect(print(given)).rejects.toMatchObject({
      code: 'layout',
      where: 'rulebook.unitGroups[2].layout',
      what: expect.stringContaining('“rieng”'),
      remedy: expect.stringContaining('hd36-2018, hd05-2026, nd30-2020, doan-2013'),
    });
    await expect(exportDocument({ ...rulebook, layout: 'hd36-2019' }, submission, toWord)).rejects.toMatchObject({
      code: 'layout',
      where: 'rulebook.layout',
      what: expect.stringContaining('“hd36-2019”'),
    });
  });
});

describe('an ExportError says what is wrong, where and what to do', () => {
  test.each([
    ['document', submission, { ...toWord, document: 'to-roi' }, 'document'],
    ['format', submission, { ...toWord, format: 'odt' }, 'format'],
    ['form', submissionWith({ form: 'khac' }), toWord, 'submission.form'],
    ['form-type', submissionWith({ form: 'bao-cao' }), toWord, 'document'],
    ['rulebook', submissionWith({ rulebook: 'khac.2023@1.0.0' }), toWord, 'submission.rulebook'],
    ['submission', 'x' as unknown as Submission, toWord, 'submission'],
    ['form-type', null as unknown as Submission, toWord, 'document'],
    ['submission', {} as Submission, toWord, 'submission'],
  ])('%s', async (code, given, options, where) => {
    for (const lang of ['vi', 'en'] as const) {
      const error = await print(given, { ...options, lang }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ExportError);
      expect(error).toMatchObject({
        code,
        where,
        what: expect.stringMatching(/\.$/),
        remedy: expect.stringMatching(/\.$/),
      });
    }
  });

  test('another version of the same rulebook is none', async () => {
    await expect(print(submissionWith({ rulebook: 'vi-du.2023@9.0.0' }))).resolves.toHaveProperty('bytes');
  });
});
