import { expect } from '@open-wc/testing';
import { MOST_CELLS, readBlock, writeBlock, type CopiedCell } from './clipboard-block.js';

const cells = (text: string, html = ''): string[][] =>
  readBlock(text, html).rows.map((row) => row.map(({ text: words }) => words));

describe('a copied block of cells', () => {
  const texts: [name: string, text: string, rows: string[][]][] = [
    ['one cell', '12', [['12']]],
    ['one cell of Excel, which ends with a new line', '12\r\n', [['12']]],
    ['a row', '1\t2\t3', [['1', '2', '3']]],
    [
      'rows',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'line ends of Linux',
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'blank cells',
      '1\t\r\n\t4\r\n',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    ['a tab and a new line inside quotes', '"a\tb"\t"c\nd"\r\n', [['a\tb', 'c\nd']]],
    ['quotes', '"nói ""có"""\tx', [['nói "có"', 'x']]],
    ['a quote in the middle', 'mô hình "xanh"\tx', [['mô hình "xanh"', 'x']]],
    ['a quote that never ends', '"12\t3', [['"12', '3']]],
    ['nothing', '', []],
  ];
  for (const [name, text, rows] of texts) it(`${name}`, () => expect(cells(text)).to.deep.equal(rows));

  it('of HTML: names of letters, lines in a cell, merged cells keep their place', () => {
    const html = `<html><head><style>td { color: red }</style></head><body><table>
      <tr><th rowspan="2">N&#259;m</th><th colspan=2>H&#7897;i ngh&#7883; &amp; h&ocirc;m nay</th></tr>
      <tr><td>S&#7889; cu&#7897;c</td><td>a<br>b</td></tr></table></body></html>`;
    expect(cells('', html)).to.deep.equal([
      ['Năm', 'Hội nghị & hôm nay', ''],
      ['', 'Số cuộc', 'a\nb'],
    ]);
  });

  const looks: [name: string, text: string, html: string, rows: string[][]][] = [
    [
      'notes, indexes and what was struck out, in cells',
      '1201\t1215\t23',
      '<table><tr><td>120<font class="font6"><sup>1</sup></font></td><td><s>12</s>15</td><td>2<sub>3</sub></td></tr></table>',
      [['120¹', '[gạch bỏ: 12]15', '2₃']],
    ],
    [
      'a cell struck out',
      '12',
      '<style>.xl7 {text-decoration:line-through}</style><table><tr><td class=xl7>12<td>3',
      [['[gạch bỏ: 12]', '3']],
    ],
    [
      'a number that LibreOffice says, struck out',
      '12',
      '<table><tr><td sdval="12"><strike>12</strike></td></tr></table>',
      [['[gạch bỏ: 12]']],
    ],
    ['a number with its note, out of a text', '1201', '<span>120</span><sup>1</sup>', [['120¹']]],
    ['two lines of a text', '1201\n5', '<p>120<sup>1</sup></p><p>5</p>', [['120¹'], ['5']]],
    ['a tick of Wingdings', 'ü', '<table><tr><td style="font-family:Wingdings">ü</td></tr></table>', [['✓']]],
    ['text without a look', '120\t1', '<p>120<b> 1</b></p>', [['120', '1']]],
  ];
  for (const [name, text, html, rows] of looks)
    it(`of HTML: ${name}`, () => expect(cells(text, html)).to.deep.equal(rows));

  it('of HTML: the number behind the text, where the program says it; not that of a date', () => {
    const html = `<table><tr><td sdval="1234" sdnum="1033;0;#,##0">1,234</td><td x:num="0.975">97.5%</td>
      <td sdval="44927" sdnum="1033;1033;DD/MM/YYYY">01/01/2023</td><td>12</td></tr></table>`;
    expect(readBlock('', html).rows[0]).to.deep.equal([
      { text: '1,234', exact: '1234' },
      { text: '97.5%', exact: '97,5%' },
      { text: '01/01/2023' },
      { text: '12' },
    ]);
  });

  it('of HTML: scripts, styles, comments and markup in a cell are no cells and do nothing', () => {
    const html = `<table><!-- <tr><td>no</td></tr> --><tr><td><script>alert("</td>")</script><b onclick='x(">")'>12</b></td>
      <td><style>x{}</style><img src=x onerror=alert(1)>3 &lt;b&gt;</td></tr></table>`;
    expect(cells('', html)).to.deep.equal([['12', '3 <b>']]);
  });

  it('of HTML: comments, tracked deletions and hidden rows of Word and Excel are no values', () => {
    const html = `<table class=MsoTableGrid><tr><td width=90><p class=MsoNormal><span class=msoDel><del cite="mailto:CV"
      datetime="2023-04-05T08:00">2</del></span><ins cite="mailto:CV">3</ins><span class=MsoCommentReference><a
      class=msocomanchor href="#_msocom_1">[NVA1]</a></span><o:p></o:p></p></td><td class=xl65 align=right>12<![if
      !supportAnnotations]><span class=msocomspan1><span class=msocomspan2 id="_anchor_1"><a class=msocomanch
      href="#_msocom_1" name="_msoanchor_1">[1]</a></span></span><![endif]></td><td>Đảng ủy<span style='display:none'> phường</span></td></tr>
      <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=90></td><td></td><td></td></tr><![endif]></table>
      <div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>[NVA1]Sai</p></div></div>`;
    expect(cells('', html)).to.deep.equal([['3', '12', 'Đảng ủy phường']]);
  });

  it('of HTML: the mark of a footnote is no digit', () => {
    const html = '<table><tr><td>95<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></td></tr></table>';
    expect(cells('', html)).to.deep.equal([['95[1]']]);
  });

  it('without a table in its HTML is read from its text', () => {
    expect(cells('1\t2', '<p>1 2</p>')).to.deep.equal([['1', '2']]);
  });

  it('of 10,000 × 50 cells is read up to a bound, in text and in HTML', () => {
    const text = `${Array(50).fill('7').join('\t')}\r\n`.repeat(10_000);
    const html = `<table>${`<tr>${'<td>7</td>'.repeat(50)}</tr>`.repeat(10_000)}</table>`;
    for (const block of [readBlock(text, ''), readBlock('', html.slice(0, 3_900_000))]) {
      expect(block.cut).to.equal(true);
      expect(block.rows.length).to.equal(MOST_CELLS / 50);
    }
  });

  it('that is written and read again is the same, in text as in HTML, whatever stands in it', () => {
    const random = generator(20230405);
    for (let round = 0; round < 300; round += 1) {
      const rows = Array.from({ length: 1 + random(4) }, () => Array.from({ length: 3 }, () => anyCell(random)));
      const written = writeBlock(rows);
      expect(readBlock(written.text, '').rows.map(textsOf)).to.deep.equal(rows.map(textsOf));
      expect(readBlock(written.text, written.html).rows.map(textsOf)).to.deep.equal(rows.map(textsOf));
    }
  });
});

const textsOf = (row: readonly CopiedCell[]): string[] => row.map(({ text }) => text);

function anyCell(random: (below: number) => number): CopiedCell {
  const pieces = ['', '"', '""', '\t', '\n', ' ', 'x', '<b>', '&amp;', 'ủy', '12', '1.234', '97,5', '=1+1'];
  const text = Array.from({ length: random(4) }, () => pieces[random(pieces.length)]).join('');
  return { text };
}

/** A reproducible sequence of numbers. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
