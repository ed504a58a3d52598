import { expect } from '@open-wc/testing';
import { copiedFromOffice } from '../../test/copied-from-office.js';
import { pastedText } from './pasted-text.js';

/** As Word 2016 puts a list on the clipboard: the bullet is text of another font. */
const wordItem = (font: string, bullet: string, text: string): string =>
  `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
  style='font-family:${font};mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;

const cases: [name: string, html: string, text: string, reduced: string][] = [
  ['plain text stays as it is', '', 'Một\r\n\r\nHai', 'Một\n\nHai'],
  [
    'dashes of plain text',
    '',
    '-Tổ chức\n–  Quán triệt\n•\tHọc tập\n+Làm theo\n-5 độ',
    '- Tổ chức\n- Quán triệt\n- Học tập\n+ Làm theo\n-5 độ',
  ],
  [
    'paragraphs of Word: fonts and line breaks of the source go',
    `<html xmlns:o="urn:x"><head><style><!-- p {font-size:14pt} --></style><xml><w:View>Normal</w:View></xml></head><body>
     <p class=MsoNormal style='text-align:justify'><b><span style='font-size:14.0pt'>1. Kết quả</span></b></p>
     <p class=MsoNormal>Cấp ủy đã
     ban hành&nbsp;02 kế hoạch.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>Hai<br>dòng</p></body></html>`,
    '',
    '1. Kết quả\n\nCấp ủy đã ban hành 02 kế hoạch.\n\nHai\ndòng',
  ],
  [
    'lists of Word, whose bullets are letters',
    `<p>Gồm:</p>${wordItem('Symbol', '·', 'Một')}${wordItem('"Courier New"', 'o', 'Hai')}${wordItem('Wingdings', '§', 'Ba')}${wordItem('"Times New Roman"', '+', 'Bốn')}${wordItem('"Times New Roman"', '-', 'Năm')}`,
    '',
    'Gồm:\n\n- Một\n- Hai\n- Ba\n+ Bốn\n- Năm',
  ],
  [
    'lists of LibreOffice and of web pages',
    '<ul><li><p>Một</p><ul><li>Một rưỡi</li></ul></li><li>Hai</li></ul><ol><li>Ba</li><li><p>Bốn</p></li></ol>',
    '',
    '- Một\n+ Một rưỡi\n- Hai\n\n1. Ba\n\n2. Bốn',
  ],
  [
    'numbered lists go on where they were broken, with letters and Roman numbers',
    '<ol><li>Một</li><li><ol type="a"><li>Ý a</li><li>Ý b</li></ol></li></ol><p>Xen giữa</p><ol start="3"><li>Ba</li></ol><ol type="I"><li value="4">Bốn</li></ol><ol type="i"><li value="200">Xa</li></ol>',
    '',
    '1. Một\n\n2.\n\na. Ý a\n\nb. Ý b\n\nXen giữa\n\n3. Ba\n\nIV. Bốn\n\n200. Xa',
  ],
  [
    'a deletion that never ends loses no more than its paragraph; no end without a beginning loses any',
    '<p>Một <del>hai</p><p>Ba</del> bốn</p><div style="mso-element:comment">Lời bình<p>năm</p></div><p>Sáu</p>',
    '',
    'Một\n\nBa bốn\n\nSáu',
  ],
  [
    'a table: one row, one line',
    '<table><tr><td><p>Năm</p></td><td>Số cuộc</td></tr><tr><td>2022</td><td>3</td></tr></table>',
    '',
    'Năm Số cuộc\n\n2022 3',
  ],
  [
    'scripts and what a page would run are not text',
    '<p>A<script>alert(1)</script><img src=x onerror=alert(1)></p><p>&lt;b&gt; stays a text</p>',
    '',
    'A\n\n<b> stays a text',
  ],
  ...Object.entries(copiedFromOffice).map(([name, { html, reduced }]): (typeof cases)[number] => [
    name,
    html,
    '',
    reduced,
  ]),
  ['nothing but a picture', '<img src="data:image/png;base64,AAAA">', '', ''],
];

describe('pasted text', () => {
  for (const [name, html, text, reduced] of cases) {
    it(`${name}`, () => expect(pastedText(html, text)).to.equal(reduced));
  }

  it('with millions of letters of deletions within deletions is answered', () => {
    expect(pastedText(`<p>a${'<del>'.repeat(400_000)}</p><p>b</p>`, '')).to.equal('a\n\nb');
  });

  it('of a size nobody writes is answered in its plain form', () => {
    expect(pastedText(`<p>${'a '.repeat(3_000_000)}</p>`, 'a')).to.equal('a');
  });
});
