import { expect, test } from 'vitest';
import { cellLooks, type CellLook } from './cell-looks.js';

const stylesOf = (format: string, font = '<sz val="12"/>') =>
  '<styleSheet xmlns="x">' +
  `<numFmts count="1"><numFmt numFmtId="170" formatCode="${format}"/></numFmts>` +
  `<fonts count="2"><font><sz val="12"/></font><font>${font}</font></fonts>` +
  '<cellStyleXfs count="1"><xf numFmtId="9" fontId="1"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" xfId="0"/>' +
  '<xf numFmtId="170" fontId="1" xfId="0"><alignment wrapText="1"/></xf></cellXfs>' +
  '<dxfs count="1"><dxf><font><strike/></font></dxf></dxfs></styleSheet>';

test.each<[format: string, percent: CellLook['percent'], moment: CellLook['moment']]>([
  ['General', null, null],
  ['0.00', null, null],
  ['0.00E+00', null, null],
  ['#,##0.0%', 'fraction', null],
  ['0.0 %', 'fraction', null],
  ['0%;[Red]-0%', 'fraction', null],
  ['0.0%;-0.0%;&quot;–&quot;', 'fraction', null],
  ['[&gt;=1]0%;General', null, null],
  ['0&quot;%&quot;', 'written', null],
  ['0,0\\%', 'written', null],
  ['0&quot; phần trăm&quot;', null, null],
  ['&quot;tỷ lệ % &quot;@', null, null],
  ['#,##0\\ &quot;đ&quot;', null, null],
  ['[Red]0', null, null],
  ['dd/mm/yyyy', null, 'day'],
  ['dd/mm/yyyy hh:mm', null, 'day'],
  ['[$-1010000]d/m/yyyy;@', null, 'day'],
  ['&quot;ngày&quot; dd &quot;tháng&quot; mm &quot;năm&quot; yyyy', null, 'day'],
  ['mm-yy', null, 'day'],
  ['mmmm', null, 'day'],
  ['h:mm', null, 'time'],
  ['h:mm AM/PM', null, 'time'],
  ['mm:ss.0', null, 'time'],
  ['hh&quot; giờ &quot;mm', null, 'time'],
  ['[h]:mm:ss', null, 'hours'],
])('a number with the format %s: percent %s, moment %s', (format, percent, moment) => {
  expect(cellLooks(stylesOf(format))[1]).toEqual({ percent, moment, isStruck: false, font: null });
});

test.each([
  ['<strike/>', true],
  ['<strike val="1"/>', true],
  ["<b/><strike val='true'/>", true],
  ['<strike val="0"/>', false],
  ['<strike val="false"/>', false],
])('a font with %s', (font, isStruck) => {
  expect(cellLooks(stylesOf('0', font)).map((look) => look.isStruck)).toEqual([false, isStruck]);
});

test('a font of signs', () => {
  const fontOf = (name: string) => cellLooks(stylesOf('0', `<name val="${name}"/>`))[1]?.font;
  expect(['Times New Roman', 'Wingdings', 'symbol', 'Wingdings 2'].map(fontOf)).toEqual([
    null,
    'wingdings',
    'symbol',
    'wingdings 2',
  ]);
});

test('formats that every program knows, with a prefix as some write, and no styles at all', () => {
  const xf = (id: number) => `<x:xf numFmtId='${id}' fontId='0'/>`;
  const looks = cellLooks(
    `<x:styleSheet><x:cellXfs>${[0, 9, 10, 20, 14, 22, 46].map(xf).join('')}</x:cellXfs></x:styleSheet>`,
  );
  expect(looks.map(({ percent, moment }) => percent ?? moment)).toEqual([
    null,
    'fraction',
    'fraction',
    'time',
    'day',
    'day',
    'hours',
  ]);
  expect(cellLooks('<styleSheet/>')).toEqual([]);
});

test('very many signs that begin something and never end it are answered', () => {
  expect(cellLooks(stylesOf('[&quot;\\'.repeat(200_000)))[1]?.percent).toBeNull();
});
