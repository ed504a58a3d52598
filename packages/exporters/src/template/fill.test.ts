import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Submission } from '@kl01/rules';
import { nominee, rulebook, submission, submissionWith } from '../../fixtures/fixtures.js';
import { readDocx } from '../../fixtures/read-docx.js';
import {
  control,
  paragraph,
  relation,
  row,
  run,
  table,
  wordTemplate,
  type Given,
} from '../../fixtures/word-template.js';
import { fillTemplate, type FillOptions } from '../fill-template.js';

const filled = async (given: Given | string, of: Submission = submission, options: FillOptions = {}) => {
  const template = wordTemplate(typeof given === 'string' ? { body: given } : given);
  const { bytes, notices, fileName } = await fillTemplate(rulebook, template, of, options);
  return { ...readDocx(bytes), notices: notices.map(({ message }) => message), fileName };
};
const printed = async (body: string, of?: Submission) => (await filled(body, of)).paragraphs;

describe('a place between braces is replaced by the answer', () => {
  test.each([
    ['as a path', '{issuer/signer}', 'Lê Thị Ví Dụ'],
    ['as the key of an entry, with its slash', '{/issuer/signer}', 'Lê Thị Ví Dụ'],
    ['as the label on the form', '{Người ký}', 'Lê Thị Ví Dụ'],
    ['in other letters, with other spaces', '{ NGƯỜI  ký: }', 'Lê Thị Ví Dụ'],
    ['in doubled braces, as other programs want them', '{{issuer/signer}}', 'Lê Thị Ví Dụ'],
    ['within text', 'Ký tên: {issuer/signer}, {issuer/place}.', 'Ký tên: Lê Thị Ví Dụ, Sông Xanh.'],
    ['cut into runs', 'Ông {iss|uer/sig|ner}!', 'Ông Lê Thị Ví Dụ!'],
    ['with braces of their own runs', 'Ở |{|issuer/place|}|.', 'Ở Sông Xanh.'],
    ['of a date, as offices write it', '{issuer/date}', '05/3/2023'],
    [
      'by parts of a date',
      'ngày {issuer/date/day} tháng {issuer/date/month} năm {issuer/date/year}',
      'ngày 05 tháng 3 năm 2023',
    ],
    ['of the directive', '{directive/number}', rulebook.directive.number],
    ['counted', '{nominees/count}: {nominees/counts}', '03: 01 tập thể và 02 cá nhân'],
  ])('%s', async (_, text, expected) => expect(await printed(paragraph(text))).toEqual([expected]));

  test('through spelling marks, bookmarks and revisions', async () => {
    const marks = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="b"/>';
    const tracked = `<w:ins w:id="5" w:author="a">${run('uer/')}</w:ins><w:del w:id="6" w:author="a"><w:r><w:delText>xyz</w:delText></w:r></w:del>`;
    const { paragraphs, xml } = await filled(
      `<w:p>${run('Ông {iss')}${marks}${tracked}<w:bookmarkEnd w:id="1"/>${run('signer} ký')}</w:p>`,
    );
    expect(paragraphs).toEqual(['Ông Lê Thị Ví Dụ ký']);
    expect(xml('word/document.xml')).toContain(marks);
    expect(xml('word/document.xml')).toContain('<w:delText>xyz</w:delText>');
  });

  test('with the look of its first letter', async () => {
    const { xml } = await filled(`<w:p>${run('{issuer/', '<w:b/>')}${run('place}', '<w:i/>')}</w:p>`);
    expect(xml('word/document.xml')).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Sông Xanh</w:t>');
  });

  test('in headers and text boxes', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('{issuer/place}')}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>`;
    const { xml } = await filled({ body: box, header: paragraph('{issuer/name}') });
    expect(xml('word/header1.xml')).toContain('>ĐẢNG ỦY PHƯỜNG BẾN TRÚC<');
    expect(xml('word/document.xml')).toContain('>Sông Xanh<');
  });

  test('whatever the prefix of the namespace', async () => {
    const file = await filled({
      body: '',
      parts: {
        'word/document.xml':
          '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>{issuer/place}</x:t></x:r></x:p></x:body></x:document>',
      },
    });
    expect(file.xml('word/document.xml')).toContain('<x:t xml:space="preserve">Sông Xanh</x:t>');
  });

  test('text and not markup, and never a place itself', async () => {
    const { paragraphs } = await filled(
      paragraph('{issuer/signer}'),
      submissionWith({ issuer: { signer: '<w:br/>&{issuer/place}{#nominees}' } }),
    );
    expect(paragraphs).toEqual(['<w:br/>&{issuer/place}{#nominees}']);
  });
});

describe('several lines', () => {
  const of = submissionWith({ issuer: { ...submission.issuer, title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' } });

  test('are paragraphs where the place stands alone', async () =>
    expect(await printed(paragraph('{issuer/title}'), of)).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']));

  test('are breaks where it does not', async () => {
    const { xml } = await filled(paragraph('Chức vụ: {issuer/title}'), of);
    expect(xml('word/document.xml')).toContain('CHỦ TỊCH</w:t><w:br/><w:t xml:space="preserve">PHÓ CHỦ TỊCH</w:t>');
  });
});

describe('an answer that is missing', () => {
  const none = submissionWith({ issuer: null, nominees: [nominee({ name: null, note: null })] });

  test('is a dotted line where there must be one', async () =>
    expect(await printed(paragraph('{#nominees}{name}{/}'), none)).toEqual([expect.stringMatching(/^…+$/)]));

  test('is nothing where there may be none', async () =>
    expect(await printed(paragraph('({#nominees}{note}{/})'), none)).toEqual(['()']));

  test('is nothing where it is not asked of this kind', async () =>
    expect(await printed(paragraph('{#nominees/collective}({position}){/}'))).toEqual(['()']));
});

test('choices and lists of an answer without end do not take the place of its item', async () =>
  expect(await printed(paragraph('{#issuer/recipients}[{.}]{/}'))).toEqual([
    submission.issuer?.recipients?.map((name) => `[${name}]`).join(''),
  ]));

describe('a content control is filled by its tag', () => {
  test('within a paragraph', async () =>
    expect(await printed(`<w:p>${run('Ông ')}${control('issuer/signer', run('…'))}${run('!')}</w:p>`)).toEqual([
      'Ông Lê Thị Ví Dụ!',
    ]));

  test('around paragraphs, a cell, a row', async () => {
    const cells = `<w:tc>${paragraph('a')}</w:tc>${control('issuer/place', `<w:tc>${paragraph('b')}</w:tc>`)}`;
    const { paragraphs, rows } = await filled(
      control('issuer/recipients', paragraph('nơi nhận')) + `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`,
    );
    expect(paragraphs.slice(0, 3)).toEqual(submission.issuer?.recipients);
    expect(rows).toEqual([['a', 'Sông Xanh']]);
  });

  test('by its title where it has no tag', async () =>
    expect(
      await printed(
        `<w:p><w:sdt><w:sdtPr><w:alias w:val="Địa danh"/></w:sdtPr><w:sdtContent>${run('x')}</w:sdtContent></w:sdt></w:p>`,
      ),
    ).toEqual(['Sông Xanh']));

  test('with the look of its text, but not of its prompt', async () => {
    const prompt = '<w:rPr><w:b/></w:rPr><w:showingPlcHdr/>';
    const { xml } = await filled(
      `<w:p>${control('issuer/place', run('Bấm vào đây', '<w:rStyle w:val="Prompt"/>'), prompt)}${control('issuer/number', run('x', '<w:i/>'))}</w:p>`,
    );
    expect(xml('word/document.xml')).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Sông Xanh<');
    expect(xml('word/document.xml')).toContain('<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">12<');
  });

  test('as a box to tick', async () => {
    const box = control('partyMember', run('☐'), '<w14:checkbox/>');
    expect(await printed(control('nominees/individual', `<w:p>${box}</w:p>`))).toEqual(['☒', '☐']);
  });

  test('and left alone where its tag means nothing', async () => {
    const { xml, notices } = await filled(`<w:p>${control('hop-khac', run('nguyên văn'))}</w:p>`);
    expect(xml('word/document.xml')).toContain('<w:tag w:val="hop-khac"/>');
    expect(xml('word/document.xml')).toContain('nguyên văn');
    expect(notices).toEqual([expect.stringContaining('“hop-khac”')]);
  });
});

describe('what is about each nominee is repeated', () => {
  const names = ['Trần Văn Mẫu', 'Chi bộ Trường Tiểu học Bến Trúc', 'Nguyễn Thị Minh Hoạ'];
  const numbered = names.map((name, index) => [String(index + 1), name]);
  const head = ['TT', 'Họ và tên'];

  test.each([
    ['a row that names them by key', table(head, ['{nominees/*/stt}', '{nominees/*/name}'])],
    ['a row between marks in its cells', table(head, ['{#nominees}{stt}', '{name}{/}'])],
    ['a row between marks that stand alone in cells', table(head, ['{#nominees}{stt}', '{name}{/nominees}'])],
    ['rows between rows of marks', table(head, ['{#nominees}', ''], ['{stt}', '{name}'], ['', '{/}'])],
    ['a row in words', table(head, ['{mỗi nominees}{stt}', '{name}{hết}'])],
    ['a row in a content control', `<w:tbl>${row(head)}${control('nominees', row(['{stt}', '{name}']))}</w:tbl>`],
    [
      'a repeating section of Word',
      `<w:tbl>${row(head)}${control('nominees', control('', row(['{stt}', '{name}']), '<w15:repeatingSectionItem/>'), '<w15:repeatingSection/>')}</w:tbl>`,
    ],
    [
      'a row whose cells are controls',
      `<w:tbl>${row(head)}<w:tr><w:tc><w:p>${control('nominees/*/stt', run('1'))}</w:p></w:tc>${control('nominees/*/name', `<w:tc>${paragraph('tên')}</w:tc>`)}</w:tr></w:tbl>`,
    ],
  ])('%s', async (_, body) => expect((await filled(body)).rows).toEqual([head, ...numbered]));

  test('of one kind', async () => {
    const label = table(['{stt}. {Họ và tên}'].map((text) => text.replace('stt', 'nominees/individual/*/stt')));
    expect((await filled(label)).rows).toEqual([['1. Trần Văn Mẫu'], ['2. Nguyễn Thị Minh Hoạ']]);
  });

  test.each([
    ['paragraphs between paragraphs of marks', paragraph('{#nominees}') + paragraph('- {name}') + paragraph('{/}'), 3],
    ['a paragraph that names them', paragraph('- {nominees/*/name}'), 3],
  ])('%s', async (_, body) => expect(await printed(body)).toEqual(names.map((name) => `- ${name}`)));

  test('within a paragraph', async () =>
    expect(await printed(paragraph('Gồm: {#nominees}{name}; {/}hết.'))).toEqual([`Gồm: ${names.join('; ')}; hết.`]));

  test('lists within lists', async () => {
    const body = paragraph('{#nominees}') + table(['{name}', '{#issuer/recipients}{.}{/}']) + paragraph('{/}');
    const recipients = submission.issuer?.recipients?.join('');
    expect((await filled(body)).rows).toEqual(names.map((name) => [name, recipients]));
  });

  test('not at all if there are none, and no table without rows is left', async () => {
    const { xml, paragraphs } = await filled(
      table(['{nominees/*/name}']) + paragraph('hết'),
      submissionWith({ nominees: [] }),
    );
    expect(paragraphs).toEqual(['hết']);
    expect(xml('word/document.xml')).not.toContain('<w:tbl>');
  });

  test('for one nominee only, if asked', async () => {
    const { paragraphs } = await filled(paragraph('{nominees/*/name}'), submission, { nominee: 'n2' });
    expect(paragraphs).toEqual([names[1]]);
  });

  test('with bookmarks only once', async () => {
    const { xml } = await filled(
      `<w:p><w:bookmarkStart w:id="1" w:name="b"/>${run('{nominees/*/name}')}<w:bookmarkEnd w:id="1"/></w:p>`,
    );
    expect(xml('word/document.xml').match(/bookmarkStart/g)).toHaveLength(1);
  });
});

describe('what depends on an answer', () => {
  test.each([
    ['{?issuer/superior}Có {issuer/superior}{/}{!issuer/superior}Không{/}', 'Có Đảng bộ quận Sông Xanh'],
    ['{chỉ khi có contact/name}Liên hệ: {contact/name}{hết}{khi không có contact/name}Chưa rõ{hết}', 'Chưa rõ'],
    ['{#nominees/individual}{?partyMember}Đảng viên {name}{/}{/}', 'Đảng viên Trần Văn Mẫu'],
  ])('%s', async (text, expected) => expect(await printed(paragraph(text))).toEqual([expected]));

  test('rows and paragraphs', async () => {
    const body =
      table(['{?nominees/household}Hộ gia đình', '{/}'], ['{?nominees/collective}Tập thể', '{/}']) +
      paragraph('{?contact/name}') +
      paragraph('Chủ trì') +
      paragraph('{/}');
    const { rows, paragraphs } = await filled(body);
    expect(rows).toEqual([['Tập thể', '']]);
    expect(paragraphs).not.toContain('Chủ trì');
  });

  test('a content control', async () =>
    expect(await printed(control('?contact/name', paragraph('Chủ trì')) + paragraph('Hết'))).toEqual(['Hết']));
});

describe('is told', () => {
  test('what is called by a name that the form does not have, and it stays', async () => {
    const { paragraphs, notices } = await filled(paragraph('{người ký tên} và {0|1} {issuer/place}'));
    expect(paragraphs).toEqual(['{người ký tên} và {01} Sông Xanh']);
    expect(notices).toEqual([
      'Biểu mẫu không có nội dung nào mang tên: “người ký tên”, “01”; các chỗ này trong mẫu được giữ nguyên.',
    ]);
  });

  test('a beginning without an end, and what stands after it is printed', async () => {
    const { paragraphs, notices } = await filled(paragraph('{#nominees}a') + paragraph('b{/}{/}'));
    expect(paragraphs).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(notices).toEqual([expect.stringContaining('bị bỏ qua: {/}')]);
  });
});

describe('a template that would do something is refused', () => {
  const instruction = (text: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${text}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

  test.each<[string, Given]>([
    ['a field that fetches', { body: instruction(' INCLUDETEXT "c:\\\\x.docx" ') }],
    ['a field that runs', { body: instruction('DDE|AUTO c:\\\\x'.replace('|', '')) }],
    ['its name cut into pieces', { body: instruction('D</w:instrText></w:r><w:r><w:instrText>DEAUTO cmd') }],
    [
      'its name made by another field',
      {
        body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${instruction('QUOTE 68 68 69').slice(5, -6)}<w:r><w:instrText> cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      },
    ],
    [
      'a simple field',
      { body: `<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://a&quot;">${run('x')}</w:fldSimple></w:p>` },
    ],
    ['a link to a file', { body: instruction('HYPERLINK "file:///c:/x"') }],
    ['a picture from elsewhere', { body: '', relations: relation('image', 'http://a.example/x.png', 'External') }],
    [
      'an address in a drawing',
      { body: '<w:p><w:r><w:pict><v:imagedata src="http://a.example/x"/></w:pict></w:r></w:p>' },
    ],
    ['another file', { body: '<w:altChunk/>' }],
    ['an embedded object', { body: '<w:p><w:r><w:object/></w:r></w:p>', relations: relation('oleObject', 'x.bin') }],
    [
      'a macro of a form field',
      {
        body: '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:fldChar></w:r></w:p>',
      },
    ],
    ['macros', { body: '', type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }],
    ['a project of macros', { body: '', relations: relation('vbaProject', 'vbaProject.bin') }],
    ['an add-in', { body: '', relations: relation('webextensiontaskpanes', 'x.xml') }],
    [
      'a source of mails',
      {
        body: '',
        parts: {
          'word/settings.xml':
            '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:mailMerge/></w:settings>',
        },
      },
    ],
  ])('%s', async (_, given) => {
    await expect(filled(given)).rejects.toMatchObject({ name: 'ExportError', code: 'template' });
  });

  test.each<[string, Given]>([
    ['page numbers', { body: instruction(' PAGE \\* MERGEFORMAT ') }],
    ['links to be followed', { body: '', relations: relation('hyperlink', 'https://a.example', 'External') }],
    [
      'a Word template (.dotx)',
      { body: '', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml' },
    ],
  ])('not %s', async (_, given) => {
    const { entries, xml } = await filled(given);
    expect(entries).toContain('word/document.xml');
    expect(xml('[Content_Types].xml')).not.toContain('template.main');
  });

  test('the name of the template of the author is left out', async () => {
    const { xml } = await filled({
      body: '',
      relations: relation('attachedTemplate', 'file:///C:/Users/a/Normal.dotm', 'External'),
      parts: {
        'word/settings.xml':
          '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:attachedTemplate/></w:settings>',
      },
    });
    expect(xml('word/_rels/document.xml.rels')).not.toContain('Normal.dotm');
    expect(xml('word/settings.xml')).not.toContain('attachedTemplate');
  });

  test.each([
    ['no archive', new TextEncoder().encode('{\\rtf1}')],
    ['an archive of something else', wordTemplate({ body: '', type: 'application/xml' })],
    ['XML that is cut off', wordTemplate({ body: '', parts: { 'word/document.xml': '<w:document' } })],
    [
      'a document type',
      wordTemplate({ body: '', parts: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
    ],
  ])('%s', async (_, bytes) => {
    await expect(fillTemplate(rulebook, bytes, submission)).rejects.toMatchObject({ code: 'template' });
  });
});

test('equal input gives equal bytes, and everything else of the file stays', async () => {
  const template = wordTemplate({
    body: paragraph('{issuer/place}'),
    parts: { 'word/media/image1.png': 'x', 'word/styles.xml': '<a/>' },
  });
  const [one, other] = await Promise.all([0, 1].map(() => fillTemplate(rulebook, template, submission)));
  expect(one?.bytes).toEqual(other?.bytes);
  expect(one?.fileName).toBe('de-nghi-dang-uy-phuong-ben-truc.docx');
  expect(strFromU8(unzipSync(one?.bytes ?? new Uint8Array())['word/media/image1.png'] ?? new Uint8Array())).toBe('x');
});
