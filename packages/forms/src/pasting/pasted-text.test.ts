import { expect } from '@open-wc/testing';
import { copiedFromOffice } from '../../test/copied-from-office.js';
import { pastedLine, pastedText } from './pasted-text.js';

/** A list item as Word 2016 copies it: the bullet is text in another font. */
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
    'Năm\tSố cuộc\n2022\t3',
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
  [
    'raised, lowered and struck signs, which their plain text does not tell apart',
    '<p>10<sup>3</sup> m<sub>2</sub>, 120<sup><b>1</b>,2</sup>, 30<sup>o</sup>C, 5<sup>th</sup>, <s>12</s>15, <strike>a<b>b</b></strike> c</p>',
    '',
    '10³ m₂, 120[1,2], 30°C, 5th, [gạch bỏ: 12]15, [gạch bỏ: ab] c',
  ],
  ['the same without a block', '120<sup>1</sup>', '1201', '120¹'],
  [
    'looks said by styles and classes, as web pages and Excel have them',
    `<style><!-- .font6, td.xl9 {color:black; vertical-align:super} .xl7 {text-decoration:line-through;} --></style>
     <p>10<span style="font-size:70%;VERTICAL-ALIGN: super">3</span> 120<font class="font6">1</font>
     <span class="a xl7">12</span>15 <span style='text-decoration:underline line-through'>7</span></p>`,
    '',
    '10³ 120¹ [gạch bỏ: 12]15 [gạch bỏ: 7]',
  ],
  [
    'a look that was never closed ends with its paragraph',
    '<p>Một <s>hai</p><p>Ba <sup>4</p><p>5<sup></p></sup>6',
    '',
    'Một [gạch bỏ: hai]\n\nBa ⁴\n\n5\n\n6',
  ],
  [
    'a struck paragraph, and a struck list',
    '<p style="text-decoration:line-through">Một <b>hai</b></p><s><ul><li>Ba</li></ul></s>Bốn',
    '',
    '[gạch bỏ: Một hai]\n\n- [gạch bỏ: Ba]\n\nBốn',
  ],
  [
    'signs of Word, in a font of signs',
    `<p>Đạt <span style='font-family:Symbol;mso-ascii-font-family:"Times New Roman";mso-char-type:symbol;mso-symbol-font-family:Symbol'><span
     style='mso-char-type:symbol;mso-symbol-font-family:Symbol'>³</span></span> 95% <span style='font-family:Wingdings;mso-char-type:symbol;mso-symbol-font-family:Wingdings'>à</span>
     tốt <font face="Symbol">&#163;</font> 5, <span style="font:12.0pt Symbol">a</span>, <span style='mso-symbol-font-family:"Wingdings 2"'>P</span></p>`,
    '',
    'Đạt ≥ 95% → tốt ≤ 5, α, ✓',
  ],
  [
    'a font of letters within one of signs; letters that no font of signs has',
    `<p><span style="font-family:Symbol">³<span style='font:7.0pt "Times New Roman"'>³ a</span>£</span> <span style="font-family:'Segoe UI Symbol'">a</span> <span style="font-family:Wingdings">ế</span></p>`,
    '',
    '≥³ a≤ a ế',
  ],
  [
    'a sign that is not known is no other letter',
    '<p>a<span style="mso-symbol-font-family:Wingdings">Z</span>b<span style="mso-symbol-font-family:\'Wingdings 3\'">g</span></p>',
    '',
    'a\uf05ab\uf067',
  ],
  [
    'bullets of Wingdings',
    `${wordItem('Wingdings', 'Ø', 'Một')}${wordItem('Wingdings', 'v', 'Hai')}${wordItem('Wingdings', 'Z', 'Ba')}${wordItem('Symbol', '-', 'Bốn')}`,
    '',
    '- Một\n- Hai\n- Ba\n- Bốn',
  ],
  [
    'names of signs',
    '<p>m&sup2; &frac12; &ge; &rarr; &alpha; &Omega; &there4; &dstrok;&abreve; &le; 5&nbsp;% &#150; &#x85; &khong; &amp;ge; R&D &copy 1</p>',
    '',
    'm² ½ ≥ → α Ω ∴ đă ≤ 5 % – … &khong; &ge; R&D © 1',
  ],
  ['nothing but a picture', '<img src="data:image/png;base64,AAAA">', '', ''],
];

describe('pasted text', () => {
  for (const [name, html, text, reduced] of cases) {
    it(`${name}`, () => expect(pastedText(html, text)).to.equal(reduced));
  }

  const lines: [name: string, html: string, text: string, line: string | null][] = [
    [
      'a note',
      '<html><body><!--StartFragment--><span>120</span><sup>1</sup><!--EndFragment--></body></html>',
      '1201',
      '120¹',
    ],
    ['a paragraph with a note', '<p class=MsoNormal>120<sup>1</sup><o:p></o:p></p>', '1201\r\n', '120¹'],
    [
      'words deleted while changes were tracked',
      '<p>Tổ chức <del>03</del><ins>05</ins></p>',
      'Tổ chức 0305',
      'Tổ chức 05',
    ],
    ['a sign of Word', '<p><span style="mso-symbol-font-family:Symbol">³</span> 95%</p>', '³ 95%', '≥ 95%'],
    ['what the plain text says as well', '<p>Đảng&nbsp;ủy <b>phường</b></p>', 'Đảng ủy phường', null],
    ['no HTML', '', '120', null],
  ];
  for (const [name, html, text, line] of lines) {
    it(`into one line: ${name}`, () => expect(pastedLine(html, text)).to.equal(line));
  }

  it('with very many elements, closed in no order, is answered', () => {
    const many = 100_000;
    const closing = '</b>'.repeat(many) + '</i>'.repeat(many);
    for (const html of [
      `<p>${'<b>'.repeat(many)}${'<i>'.repeat(many)}a${closing}</p>`,
      `<p>a${'<s>'.repeat(many)}</p>`,
    ]) {
      expect(pastedText(html, '')).to.equal('a');
    }
    expect(pastedText(`<p>${'<s>a'.repeat(many)}</p>`, '')).to.have.length(many + '[gạch bỏ: ]'.length);
    for (const sign of ['.a{', '.a', '<style>', '}', '<!--']) {
      expect(pastedText(`<style>${sign.repeat(many)}</style><p>a</p>`, '')).to.be.a('string');
    }
    expect(pastedText(`<p style="${'font:'.repeat(many)}${';'.repeat(many)}">a</p>`, '')).to.equal('a');
  });

  it('with millions of letters of deletions within deletions is answered', () => {
    expect(pastedText(`<p>a${'<del>'.repeat(400_000)}</p><p>b</p>`, '')).to.equal('a\n\nb');
  });

  it('of a size nobody writes is answered in its plain form', () => {
    expect(pastedText(`<p>${'a '.repeat(3_000_000)}</p>`, 'a')).to.equal('a');
  });
});
