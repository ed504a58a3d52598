import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { WrittenBlock, WrittenParagraph } from '@kl01/rules/reading';
import { p, r, relations, wordFile } from '../../fixtures/word-file.js';
import { readDocument } from '../index.js';
import { readDocx } from './read-docx.js';
import { UnreadableDocument } from './unreadable-document.js';

const read = (body: string, parts?: Record<string, string>) => readDocx(wordFile(body, parts)).blocks;
const paragraphs = (blocks: readonly WrittenBlock[]) =>
  blocks.filter((each): each is WrittenParagraph => each.kind === 'paragraph');
const texts = (body: string, parts?: Record<string, string>) => paragraphs(read(body, parts)).map(({ text }) => text);
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

describe('the text of a paragraph is what was seen', () => {
  test.each<[string, string, string[]]>([
    ['text in several runs', `<w:p>${r('Đảng ')}<w:proofErr w:type="spellStart"/>${r('bộ')}</w:p>`, ['Đảng bộ']],
    [
      'a tab, a line break and a hyphen',
      '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>',
      ['a\tb\nc-d'],
    ],
    ['a link', `<w:p><w:hyperlink r:id="x">${r('thu')}</w:hyperlink></w:p>`, ['thu']],
    ['a sign of Symbol', '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90</w:t></w:r></w:p>', ['≥ 90']],
    ['letters set in Wingdings', p('\uf0fe', '', '<w:rFonts w:ascii="Wingdings"/>'), ['☑']],
    ['a sign of a font of text', '<w:p><w:r><w:sym w:font="Arial" w:char="2265"/></w:r></w:p>', ['≥']],
    ['a raised note', `<w:p>${r('120')}${r('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`, ['120¹']],
    ['struck-out text', `<w:p>${r('12', '<w:strike/>')}</w:p>`, ['[gạch bỏ: 12]']],
    [
      'the result of a field',
      `<w:p>${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${field('separate')}${r('7')}${field('end')}</w:p>`,
      ['7'],
    ],
    [
      'a field in the instructions of another',
      `<w:p>${field('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${field('separate')}${r('3')}${field('end')}${field('separate')}${r('đúng')}${field('end')}</w:p>`,
      ['đúng'],
    ],
    ['a field that never ends', `<w:p>${field('begin')}${r('a')}</w:p>${p('b')}`, ['', 'b']],
    ['a simple field', `<w:p><w:fldSimple w:instr="DATE">${r('1/2/2023')}</w:fldSimple></w:p>`, ['1/2/2023']],
    [
      'a box to tick',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ['☒'],
    ],
    [
      'an item chosen from a list',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Có"/><w:listEntry w:val="Không"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ['Không'],
    ],
    [
      'a fraction and a power',
      '<w:p><m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>',
      ['2/3m²'],
    ],
    [
      'content controls around words, paragraphs and all',
      `<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtPr/><w:sdtContent>${r('a')}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
      ['a'],
    ],
    [
      'two paragraphs whose mark was deleted',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('a')}</w:p>${p('b')}`,
      ['ab'],
    ],
    ['no text at all', '<w:p/>', []],
  ])('%s', (_, body, expected) => expect(texts(body)).toEqual(expected));

  test('what is not the text stands apart', () => {
    const tracked = `<w:p>${r('Có ')}<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>${r('12')}</w:ins>${r(' mô hình')}${r('ẩn', '<w:vanish/>')}</w:p>`;
    expect(read(tracked)[0]).toMatchObject({
      text: 'Có 12 mô hình',
      apart: [
        { as: 'deleted', text: '10' },
        { as: 'inserted', text: '12' },
        { as: 'hidden', text: 'ẩn' },
      ],
    });
    const prompt = `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Bấm để nhập')}</w:sdtContent></w:sdt></w:p>`;
    expect(read(prompt)).toEqual([{ kind: 'paragraph', text: '', apart: [{ as: 'prompt', text: 'Bấm để nhập' }] }]);
  });

  test('alternate contents are said once, the first that has text', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const both = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('hộp')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('hộp')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('neo')}</w:p>`;
    expect(read(both).map((each) => [each.place, each.kind === 'paragraph' && each.text])).toEqual([
      [undefined, 'neo'],
      ['text-box', 'hộp'],
    ]);
    const later = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textpath string="CHỮ"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(texts(later)).toEqual(['CHỮ']);
  });

  test('notes follow the text with their marks, separators do not', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="5">${p('Theo báo cáo.')}</w:footnote>`;
    const body = `<w:p>${r('12')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="5"/></w:r></w:p>`;
    expect(paragraphs(read(body, { footnotes })).map(({ text, place }) => [text, place])).toEqual([
      ['12[1]', undefined],
      ['[1] Theo báo cáo.', 'footnote'],
    ]);
  });
});

describe('numbers that Word writes itself', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1"/><w:pStyle w:val="Muc"/></w:lvl></w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>',
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
  ].join('');
  const item = (num: number, at: number, text: string) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${num}"/></w:numPr>`);

  test('count on, begin anew below a higher one, and go on after another list', () => {
    const body = [
      item(1, 0, 'a'),
      item(1, 1, 'b'),
      item(1, 1, 'c'),
      item(2, 0, 'd'),
      item(1, 2, 'e'),
      item(1, 0, 'f'),
      item(1, 1, 'g'),
      item(1, 3, 'h'),
      item(4, 0, 'i'),
      item(4, 0, 'k'),
    ];
    expect(texts(body.join(''), { numbering })).toEqual([
      'I. a',
      '1. b',
      '2. c',
      '• d',
      'a) e',
      'II. f',
      '1. g',
      '2.1 h',
      'V. i',
      'VI. k',
    ]);
  });

  test('come from the style of a heading too', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Goc"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:jc w:val="center"/></w:pPr></w:style>';
    const [first, second] = read(
      p('Ưu điểm', '<w:pStyle w:val="Muc"/>') +
        p('riêng', '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      { styles, numbering },
    );
    expect(first).toEqual({
      kind: 'paragraph',
      text: '01 Ưu điểm',
      numbering: '01',
      level: 2,
      bold: true,
      centered: true,
    });
    expect(second).toMatchObject({ text: 'riêng', level: 2 });
  });

  test('styles in a circle, and two bold ones', () => {
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>' +
      '<w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style>';
    const blocks = paragraphs(
      read(p('x', '<w:pStyle w:val="B"/>') + p('x', '<w:pStyle w:val="A"/>', '<w:rStyle w:val="C"/>'), { styles }),
    );
    expect(blocks.map(({ bold }) => bold)).toEqual([true, undefined]);
  });
});

describe('tables', () => {
  const cell = (text: string, tcPr = '') => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${p(text)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

  test('merged cells are one, wherever they begin', () => {
    const [table] = read(
      `<w:tbl>${row(cell('TT', '<w:vMerge w:val="restart"/>'), cell('Số lượng', '<w:gridSpan w:val="2"/>'))}` +
        `${row(cell('', '<w:vMerge/>'), cell('Nam'), cell('Nữ'))}` +
        `<w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1')}${cell('2')}</w:tr></w:sdtContent></w:sdt></w:tbl>`,
    );
    const shown =
      table?.kind === 'table'
        ? table.rows.map(({ cells }) =>
            cells.map(({ column, across, down, blocks }) => [column, across, down, paragraphs(blocks)[0]?.text]),
          )
        : [];
    expect(shown).toEqual([
      [
        [0, 1, 2, 'TT'],
        [1, 2, 1, 'Số lượng'],
      ],
      [
        [1, 1, 1, 'Nam'],
        [2, 1, 1, 'Nữ'],
      ],
      [
        [1, 1, 1, '1'],
        [2, 1, 1, '2'],
      ],
    ]);
  });

  test('a deleted row stands apart, a table within a cell is kept', () => {
    const [table] = read(
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('cũ')}</w:tr><w:tr><w:tc><w:tbl>${row(cell('trong'))}</w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
    );
    expect(table).toMatchObject({
      rows: [
        { apart: 'deleted' },
        { cells: [{ blocks: [{ kind: 'table', rows: [{ cells: [{ blocks: [{ text: 'trong' }] }] }] }] }] },
      ],
    });
  });
});

describe('whatever the package looks like', () => {
  const said = (bytes: Uint8Array) => paragraphs(readDocx(bytes).blocks).map(({ text }) => text);
  const usual = unzipSync(wordFile(p('a &amp; b')));
  const documentXml = strFromU8(usual['word/document.xml']!);
  const main = (xml: string | Uint8Array) =>
    zipSync({ ...usual, 'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml });
  const utf16 = (text: string) => {
    const bytes = new Uint8Array(
      new Uint16Array([0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))]).buffer,
    );
    return bytes;
  };

  test.each<[string, Uint8Array]>([
    ['another prefix', main(documentXml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='))],
    [
      'strict',
      main(
        documentXml.replace(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        ),
      ),
    ],
    ['UTF-16', main(utf16(documentXml))],
    ['a byte order mark', main(`\ufeff<?xml version="1.0" encoding="UTF-8"?>${documentXml}`)],
    ['CDATA and comments', main(documentXml.replace('a &amp; b', '<!-- x --><![CDATA[a & b]]>'))],
    [
      'other names of parts',
      zipSync({
        '_rels/.rels': relations([['officeDocument', '/Tai%20lieu/van-ban.xml'.replace('%20', '-')]]),
        'tai-lieu/Van-Ban.xml': usual['word/document.xml']!,
      }),
    ],
    ['no relations', zipSync({ 'word/document.xml': usual['word/document.xml']! })],
    [
      'styles that are damaged',
      zipSync({ ...unzipSync(wordFile(p('a &amp; b'), { styles: '' })), 'word/styles.xml': strToU8('<') }),
    ],
    [
      'no other part',
      zipSync({ '_rels/.rels': usual['_rels/.rels']!, 'word\\document.xml': usual['word/document.xml']! }),
    ],
  ])('%s', (_, bytes) => expect(said(bytes)).toEqual(['a & b']));
});

describe('what cannot be read is named', () => {
  const ole = (stream: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from(stream).flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
  const body = (xml: string) => wordFile(xml);
  const cases: [string, Uint8Array, string][] = [
    ['a document of Word 97', ole('WordDocument'), 'old-word'],
    ['one with a password', ole('EncryptedPackage'), 'encrypted'],
    ['an old workbook', ole('Workbook'), 'no-docx'],
    ['a PDF', strToU8('%PDF-1.7'), 'no-docx'],
    ['nothing', new Uint8Array(), 'no-docx'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'no-docx'],
    ['half a file', wordFile(p('x')).slice(0, 300), 'damaged'],
    ['a tag that does not end', body('<w:p'), 'damaged'],
    ['tags in the wrong order', body('<w:p><w:r></w:p></w:r>'), 'damaged'],
    [
      'a document type',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'damaged',
    ],
    ['a thousand elements in one another', body('<w:p>'.repeat(1000)), 'too-large'],
    ['60 MB of blanks', body(' '.repeat(60_000_000)), 'too-large'],
  ];
  test.each(cases)('%s', (_, bytes, reason) => {
    expect(() => readDocx(bytes)).toThrow(expect.objectContaining({ name: 'UnreadableDocument', reason }));
  });

  test('in words, with the remedy', async () => {
    await expect(readDocument(ole('WordDocument'))).rejects.toMatchObject({
      code: 'word-file',
      remedy: expect.stringContaining('.docx'),
    });
    await expect(readDocument(ole('WordDocument'), { lang: 'en' })).rejects.toThrow('Save As');
  });

  test('a file with any other byte is read or refused, and never anything else', () => {
    const sound = wordFile(p('Kết quả', '<w:pStyle w:val="A"/>'), {
      styles: '<w:style w:styleId="A"><w:name w:val="heading 1"/></w:style>',
      numbering: '<w:num w:numId="1"/>',
    });
    const parts = unzipSync(sound);
    let seed = 7;
    const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    for (let turn = 0; turn < 600; turn += 1) {
      const name = Object.keys(parts)[next(Object.keys(parts).length)]!;
      const part = parts[name]!.slice();
      part[next(part.length)] = next(256);
      const whole = sound.slice();
      whole[next(whole.length)] = next(256);
      for (const bytes of [zipSync({ ...parts, [name]: part }), whole]) {
        try {
          readDocx(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDocument);
        }
      }
    }
  });
});
