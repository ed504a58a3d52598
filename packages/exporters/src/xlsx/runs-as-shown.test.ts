import { expect, test } from 'vitest';
import { runsAsShown } from './runs-as-shown.js';

const run = (look: string, text: string) => `<r><rPr>${look}<sz val="12"/></rPr><t>${text}</t></r>`;
const raised = '<vertAlign val="superscript"/>';
const lowered = '<vertAlign val="subscript"/>';

test.each<[what: string, runs: string, shown: string]>([
  ['no look of interest', run('<b/>', '1'), run('<b/>', '1')],
  ['a note', run('', '120') + run(raised, '1'), run('', '120') + run(raised, '¹')],
  ['notes', run(raised, '1,2'), run(raised, '[1,2]')],
  ['an index', run(lowered, '2'), run(lowered, '₂')],
  ['struck out', run('<strike/>', '12') + run('', '15'), run('<strike/>', '[gạch bỏ: 12]') + run('', '15')],
  ['struck out and raised', run(`<strike/>${raised}`, '1'), run(`<strike/>${raised}`, '[gạch bỏ: ¹]')],
  ['not struck out, as it is said', run('<strike val="0"/>', '12'), run('<strike val="0"/>', '12')],
  ['on its line, as it is said', run('<vertAlign val="baseline"/>', '1'), run('<vertAlign val="baseline"/>', '1')],
  ['raised words', run(raised, 'th'), run(raised, 'th')],
  ['a run without a look after one', run(raised, '1') + '<r><t>5</t></r>', run(raised, '¹') + '<r><t>5</t></r>'],
  ['a text that is no run', `${run(raised, '1')}</si><si><t>3</t>`, `${run(raised, '¹')}</si><si><t>3</t>`],
])('%s', (_, runs, shown) => {
  expect(runsAsShown(`<sst><si>${runs}</si></sst>`)).toBe(`<sst><si>${shown}</si></sst>`);
});

test('with a prefix, and in a sheet', () => {
  const sheet = (text: string) =>
    `<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:r><x:rPr><x:vertAlign val='superscript'/></x:rPr><x:t xml:space="preserve">${text}</x:t></x:r></x:is></x:c></x:row>`;
  expect(runsAsShown(sheet('1 '))).toBe(sheet('¹ '));
});

test('very many signs that begin something and never end it are answered', () => {
  for (const sign of ['<r>', '<r><strike/><t>', '<r><strike ', '<t ', '<x:']) {
    const text = `<vertAlign/>${sign.repeat(200_000)}`;
    expect(runsAsShown(text).length).toBeGreaterThanOrEqual(text.length);
  }
});
