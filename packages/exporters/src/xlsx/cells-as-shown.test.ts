import { expect, test } from 'vitest';
import type { CellLook } from './cell-looks.js';
import { cellsAsShown } from './cells-as-shown.js';

const plain: CellLook = { percent: null, isTime: false, isStruck: false };
const LOOKS: readonly CellLook[] = [
  plain,
  { ...plain, percent: 'fraction' },
  { ...plain, percent: 'written' },
  { ...plain, isTime: true },
  { ...plain, isStruck: true },
  { ...plain, percent: 'fraction', isStruck: true },
];
const text = (said: string, s = '') => `<c r="A1"${s} t="inlineStr"><is><t>${said}</t></is></c>`;
const day = (said: string) => `<c r="A1" t="d"><v>${said}</v></c>`;

test.each<[what: string, cell: string, shown: string]>([
  ['a number', '<c r="A1" s="0"><v>1</v></c>', '<c r="A1" s="0"><v>1</v></c>'],
  ['a number without a look', '<c r="A1"><v>0.5</v></c>', '<c r="A1"><v>0.5</v></c>'],
  ['a look that is not there', '<c r="A1" s="99"><v>0.5</v></c>', '<c r="A1" s="99"><v>0.5</v></c>'],
  ['a share', '<c r="A1" s="1"><v>0.975</v></c>', text('97,5%', ' s="1"')],
  ['a share with the noise of computing', '<c r="A1" s="1"><v>0.29000000000000004</v></c>', text('29%', ' s="1"')],
  ['a share that a formula gives', '<c r="A1" s="1"><f>1/2</f><v>0.5</v></c>', text('50%', ' s="1"')],
  [
    'a share in single quotes',
    "<c r='A1' s='1' t='n'><v>1</v></c>",
    "<c r='A1' s='1' t=\"inlineStr\"><is><t>100%</t></is></c>",
  ],
  ['percent of which only the sign is written', '<c r="A1" s="2"><v>97.5</v></c>', text('97,5%', ' s="2"')],
  ['an hour by itself', '<c r="A1" s="3"><v>0.4375</v></c>', text('10:30:00', ' s="3"')],
  ['a day shown by its hour', '<c r="A1" s="3"><v>45009.4375</v></c>', '<c r="A1" s="3"><v>45009.4375</v></c>'],
  ['a number struck out', '<c r="A1" s="4"><v>1.5</v></c>', text('[gạch bỏ: 1,5]', ' s="4"')],
  ['a share struck out', '<c r="A1" s="5"><v>0.5</v></c>', text('[gạch bỏ: 50%]', ' s="5"')],
  ['a text with the look of a share', '<c r="A1" s="1" t="s"><v>3</v></c>', '<c r="A1" s="1" t="s"><v>3</v></c>'],
  ['a formula nobody computed', '<c r="A1" s="1"><f>B1</f><v></v></c>', '<c r="A1" s="1"><f>B1</f><v></v></c>'],
  ['a cell in which nothing stands', '<c r="A1" s="1"/>', '<c r="A1" s="1"/>'],
  ['yes as a word', '<c r="A1" t="b"><v>true</v></c>', '<c r="A1" t="b"><v>1</v></c>'],
  ['no as a word', '<c r="A1" t="b"><v>false</v></c>', '<c r="A1" t="b"><v>0</v></c>'],
  ['yes as a number', '<c r="A1" t="b"><v>1</v></c>', '<c r="A1" t="b"><v>1</v></c>'],
  ['with a prefix', '<x:c r="A1" t="b"><x:v>true</x:v></x:c>', '<x:c r="A1" t="b"><x:v>1</x:v></x:c>'],
  ['a day', day('2023-03-24'), day('2023-03-24')],
  ['a day at midnight', day('2023-03-24T00:00:00'), day('2023-03-24T00:00:00Z')],
  ['a day in the early morning', day('2023-03-24T06:30:00.250'), day('2023-03-24T06:30:00Z')],
  ['a day shortly before midnight', day('2023-03-24T23:59:59.999999'), day('2023-03-24T23:59:59Z')],
  ['the end of a day', day('2023-03-24T24:00:00'), day('2023-03-24')],
  ['a day of UTC', day('2023-03-24T23:30:00Z'), day('2023-03-24T23:30:00Z')],
  ['a day of another zone', day('2023-03-24T01:30+07:00'), day('2023-03-24T01:30Z')],
  ['a day with blanks around it', day('\n 2023-03-24T06:30:00 '), day('2023-03-24T06:30:00Z')],
  ['an hour', day('10:30:00'), text('10:30:00')],
  ['a day that the calendar has not', day('2023-02-30T00:00:00'), text('2023-02-30T00:00:00')],
  ['words', day('hôm nay &amp; mai'), text('hôm nay &amp; mai')],
])('%s', (_, cell, shown) => {
  expect(cellsAsShown(`<row r="1">${cell}<c r="B1"><v>7</v></c></row>`, LOOKS)).toBe(
    `<row r="1">${shown}<c r="B1"><v>7</v></c></row>`,
  );
});

test('very many signs that begin something and never end it are answered', () => {
  const many = 200_000;
  for (const sign of ['<c ', '<c r="A1" s="1">', '<c s="1"><f>', '<c s="1"><v>', '<c s="1"><v> ', '<x:c ']) {
    const sheet = sign.repeat(many);
    expect(cellsAsShown(sheet, LOOKS)).toBe(sheet);
  }
});
