import { expect, test } from 'vitest';
import { saidInText } from './said-in-text.js';

test.each<[what: string, cells: string, said: string]>([
  ['a value', '<c r="A1" s="2"><v>1</v></c>', '<c r="A1" s="2"><v>1</v></c>'],
  ['a formula with its result', '<c r="A1"><f>1+1</f><v>2</v></c>', '<c r="A1"><f>1+1</f><v>2</v></c>'],
  ['one that gives no text', '<c r="A1" t="str"><f>B1</f><v></v></c>', '<c r="A1" t="str"><f>B1</f><v></v></c>'],
  [
    'a formula that nobody computed',
    '<c r="A1" s="6"><f>5+6</f><v /></c>',
    '<c r="A1" s="6" t="inlineStr"><is><t>=5+6</t></is></c>',
  ],
  ['without any result', '<c r="A1" t="str"><f>B1</f></c>', '<c r="A1" t="inlineStr"><is><t>=B1</t></is></c>'],
  ['part of a shared one', '<c r="A1"><f t="shared" si="0"/></c>', '<c r="A1" t="inlineStr"><is><t>=</t></is></c>'],
  ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="A1" t="inlineStr"><is><t>#DIV/0!</t></is></c>'],
  [
    'with a prefix, as some libraries write',
    '<x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>',
    '<x:c r="A1" t="inlineStr"><x:is><x:t>#N/A</x:t></x:is></x:c>',
  ],
  ['with its type first', '<c t="str" r="A1"><f>B1</f><v/></c>', '<c t="str" r="A1"><f>B1</f><v/></c>'],
  ['in single quotes', "<c r='A1' t='e'><v>#N/A</v></c>", `<c r='A1' t="inlineStr"><is><t>#N/A</t></is></c>`],
  ['without a name of its own', '<c><f>1</f></c>', '<c t="inlineStr"><is><t>=1</t></is></c>'],
  ['a cell that only has a look', '<c r="XFD1" s="3"/><c r="XFE1"><v>1</v></c>', '<c r="XFE1"><v>1</v></c>'],
])('%s', (_, cells, said) => {
  expect(saidInText(`<row r="1">${cells}</row>`)).toBe(`<row r="1">${said}</row>`);
});

test('rows in which nothing stands are left out', () => {
  expect(
    saidInText(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="9"/><row r="1048576"><c r="A1048576" s="1"/></row>',
    ),
  ).toBe('<row r="1"><c r="A1"><v>1</v></c></row>');
});
