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

test.each<[format: string, percent: CellLook['percent'], isTime: boolean]>([
  ['General', null, false],
  ['0.00', null, false],
  ['#,##0.0%', 'fraction', false],
  ['0.0 %', 'fraction', false],
  ['0%;[Red]-0%', 'fraction', false],
  ['0.0%;-0.0%;&quot;–&quot;', 'fraction', false],
  ['[&gt;=1]0%;General', null, false],
  ['0&quot;%&quot;', 'written', false],
  ['0,0\\%', 'written', false],
  ['0&quot; phần trăm&quot;', null, false],
  ['&quot;tỷ lệ % &quot;@', null, false],
  ['dd/mm/yyyy', null, false],
  ['dd/mm/yyyy hh:mm', null, false],
  ['h:mm', null, true],
  ['[h]:mm:ss', null, true],
  ['hh&quot; giờ &quot;mm', null, true],
  ['[Red]0', null, false],
])('a number with the format %s: percent %s, time %s', (format, percent, isTime) => {
  expect(cellLooks(stylesOf(format))[1]).toEqual({ percent, isTime, isStruck: false });
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

test('formats that every program knows, with a prefix as some write, and no styles at all', () => {
  const xf = (id: number) => `<x:xf numFmtId='${id}' fontId='0'/>`;
  const looks = cellLooks(`<x:styleSheet><x:cellXfs>${[0, 9, 10, 20, 14].map(xf).join('')}</x:cellXfs></x:styleSheet>`);
  expect(looks.map(({ percent, isTime }) => percent ?? isTime)).toEqual([false, 'fraction', 'fraction', true, false]);
  expect(cellLooks('')).toEqual([]);
});

test('very many signs that begin something and never end it are answered', () => {
  const many = 200_000;
  for (const sign of ['<numFmt ', '<fonts>', '<font ', '<cellXfs><xf ', '<cellXfs>', '<a:'])
    expect(cellLooks(sign.repeat(many))).toEqual([]);
  expect(cellLooks(stylesOf('[&quot;\\'.repeat(many)))[1]?.percent).toBeNull();
});
