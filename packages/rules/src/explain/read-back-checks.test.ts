import { describe, expect, test } from 'vitest';
import { seeded } from '../../bin/vectors/random.mjs';
import { readArithmetic, type Cells } from '../../test/lib/read-arithmetic.js';
import { packOf } from '../../test/lib/small-pack.js';
import { compile } from '../compile/compile.js';
import { check } from '../judge/check.js';
import type { Operand } from '../strings/operands.js';
import type { ExplainedLine, ExplainedPart } from './explanation.js';
import { explain } from './explain.js';

const COLUMNS = ['nhat', 'nhi', 'ba', 'tu', 'tong'] as const;
const LABELS: Readonly<Record<string, string>> = { nhat: 'Nhất', nhi: 'Nhì', ba: 'Ba', tu: 'Tư', tong: 'Tổng số giải' };
const ROWS = ['huyen', 'xa', 'truong'] as const;
const ROW_LABELS: Readonly<Record<string, string>> = { huyen: '- Huyện', xa: '- Xã', truong: 'Trường' };
const FACT = 'Số thí sinh';
const JUDGED = 'tong';

const checksOf = (bound: string, other: Operand): Record<string, unknown>[] => [
  { id: 'so', at: JUDGED, rows: ['huyen'], [bound]: other },
];

const formOf = (checks: readonly Record<string, unknown>[], required: readonly string[] = []) => ({
  type: 'report',
  facts: [{ id: 'thi-sinh', type: 'count', label: FACT }],
  tables: [
    {
      id: 'giai',
      number: '1',
      title: 'Giải',
      rowHeader: 'Nơi',
      rows: ROWS.map((id) => ({ id, label: ROW_LABELS[id], required: required.includes(id) })),
      columns: COLUMNS.map((id) => ({ id, label: LABELS[id] })),
      checks,
    },
  ],
});

const linesOf = (parts: readonly ExplainedPart[]): ExplainedLine[] => {
  const below = (lines: readonly ExplainedLine[]): ExplainedLine[] => lines.flatMap((line) => [line, ...below(line.lines ?? [])]); // prettier-ignore
  return parts.flatMap(({ blocks, parts: inner }) => [
    ...blocks.flatMap((block) => (block.type === 'list' ? below(block.lines) : [])),
    ...linesOf(inner),
  ]);
};

/** What the officer and the unit read of a check, without what is compared. */
function sentences(bound: string, other: Operand) {
  const pack = packOf(formOf(checksOf(bound, other)));
  const rulebook = compile(pack);
  const told = linesOf(explain(pack).parts).find(({ element }) => element?.endsWith('/checks/so'))!.text;
  const { message } = rulebook.forms[0]!.rules.find(({ id }) => id === 'table/giai/so')!;
  return { rulebook, told, vi: message.vi, en: message.en! };
}

describe('arithmetic is told as it is judged', () => {
  test.each<[other: Operand, told: string]>([
    [{ minus: ['nhat', { sum: ['nhi', 'ba'] }] }, '“Nhất” − (“Nhì” + “Ba”)'],
    [{ minus: ['nhat', { minus: ['nhi', 'ba'] }] }, '“Nhất” − (“Nhì” − “Ba”)'],
    [{ minus: [{ minus: ['nhat', 'nhi'] }, 'ba'] }, '“Nhất” − “Nhì” − “Ba”'],
    [{ minus: [{ sum: ['nhat', 'nhi'] }, 'ba'] }, '“Nhất” + “Nhì” − “Ba”'],
    [{ percent: 10, of: { sum: ['ba', 'tu'] } }, '10% của (“Ba” + “Tư”)'],
    [{ percent: 10, of: 'ba' }, '10% “Ba”'],
    [{ sum: [{ percent: 10, of: 'ba' }, 'tu'] }, '(10% “Ba”) + “Tư”'],
    [{ share: [1, 2], of: { share: [1, 3], of: 'ba' } }, '1/2 của (1/3 “Ba”)'],
    [{ share: [12, 1], of: 'ba' }, '12 lần “Ba”'],
    [{ sum: ['nhat', { sum: ['nhi', 'ba'] }] }, '“Nhất” + “Nhì” + “Ba”'],
    [{ sum: ['nhat', 'nhi', 'ba', 'tu'] }, 'tổng các cột số còn lại'],
    [{ sum: ['nhat', 'nhi', 'ba', { column: 'ba' }] }, 'tổng các cột “Nhất”, “Nhì”, “Ba” và “Ba”'],
    [{ sum: [{ row: 'xa' }, { row: 'truong' }] }, 'tổng các dòng “Xã” và “Trường”'],
    [{ minus: ['nhat', { sum: [{ row: 'xa' }, { row: 'truong' }] }] }, '“Nhất” − (tổng các dòng “Xã” và “Trường”)'],
    [{ row: 'xa' }, 'số ở dòng “Xã”'],
    [{ column: 'ba', row: 'xa' }, '“Ba” dòng “Xã”'],
    [1500, '1.500'],
    [{ sum: ['nhat', 'nhi', -1] }, '“Nhất” + “Nhì” − 1'],
    [{ minus: ['nhat', -1] }, '“Nhất” − (-1)'],
  ])('%j', (other, expected) => {
    const { told, vi } = sentences('is', other);
    expect(told).toBe(`Ở dòng “Huyện”: “Tổng số giải” phải bằng ${expected}`);
    expect(vi).toBe(`1, dòng “{item}”: “Tổng số giải” phải bằng ${expected}.`);
  });
});

test('a label stands before the sentence, so that two columns do not read alike', () => {
  const form = formOf([{ id: 'so', label: 'Huyện như xã', at: ['nhat', 'nhi'], rows: ['huyen'], is: 1 }]);
  const { rules } = compile(packOf(form)).forms[0]!;
  expect(rules.filter(({ id }) => id === 'table/giai/so').map(({ message }) => message.vi)).toEqual([
    'Huyện như xã. 1, dòng “{item}”: “Nhất” phải bằng 1.',
    'Huyện như xã. 1, dòng “{item}”: “Nhì” phải bằng 1.',
  ]);
});

test.each<[required: readonly string[], told: RegExp | null]>([
  [[], /^Dòng không phát sinh có thể để trống cả dòng/],
  [['xa'], /^Dòng không ghi “bắt buộc ghi”, nếu không phát sinh, có thể để trống cả dòng/],
  [ROWS, null],
])('of rows of which %j are required, it is told which may stay blank', (required, told) => {
  const form = formOf(checksOf('is', 1), required);
  const texts = linesOf(explain(packOf(form)).parts).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('để trống cả dòng'))).toEqual(told ? [expect.stringMatching(told)] : []);
  expect(texts.filter((text) => text.includes('còn ô trống thì chưa xét'))).toHaveLength(1);
});

const BOUNDS = [
  ['is', 'phải bằng', 'must equal', (sign: number) => sign === 0],
  ['atMost', 'không được lớn hơn', 'may not exceed', (sign: number) => sign <= 0],
  ['atLeast', 'không được nhỏ hơn', 'may not be less than', (sign: number) => sign >= 0],
  ['above', 'phải lớn hơn', 'must be more than', (sign: number) => sign > 0],
  ['below', 'phải nhỏ hơn', 'must be less than', (sign: number) => sign < 0],
] as const;

test('sums and shares of any depth, read back and worked out, give the verdict', () => {
  const random = seeded(7);
  const written = (): number => random.below(20) - 5;
  const column = (): string => random.pick(COLUMNS.filter((id) => id !== JUDGED));
  const row = (): string => random.pick(ROWS.filter((id) => id !== 'huyen'));
  const operand = (depth: number): Operand => {
    const inner = (): Operand => operand(depth - 1);
    const leaves: (() => Operand)[] = [
      written,
      column,
      column,
      () => ({ column: column(), row: row() }),
      () => ({ row: row() }),
      () => ({ total: column() }),
      () => ({ fact: 'thi-sinh' }),
    ];
    if (depth === 0) return random.pick(leaves)();
    return random.pick<() => Operand>([
      ...leaves,
      () => ({ sum: Array.from({ length: 1 + random.below(5) }, inner) }),
      () => ({ sum: Array.from({ length: 2 + random.below(4) }, column) }),
      () => ({ sum: Array.from({ length: 2 }, () => ({ row: row() })) }),
      () => ({ minus: [inner(), inner()] }),
      () => ({ minus: [inner(), inner()] }),
      () => ({ percent: 1 + random.below(150), of: inner() }),
      () => ({ share: [1 + random.below(12), 1 + random.below(4)], of: inner() }),
    ])();
  };
  for (let round = 0; round < 150; round++) {
    const [bound, vi, en, holds] = random.pick(BOUNDS);
    const said = sentences(bound, operand(4));
    const cells = Object.fromEntries(
      ROWS.map((id) => [id, Object.fromEntries(COLUMNS.map((each) => [each, random.below(40)]))]),
    ) as Record<string, Record<string, number>>;
    const fact = random.below(300);
    const idOf = (labels: Readonly<Record<string, string>>, label: string): string =>
      Object.keys(labels).find((id) => labels[id]!.replace(/^- /, '') === label)!;
    const reader: Cells = {
      cell: (label, at) =>
        cells[at === undefined ? 'huyen' : idOf(ROW_LABELS, at)]![label === undefined ? JUDGED : idOf(LABELS, label)]!,
      total: (label) => ROWS.reduce((sum, id) => sum + cells[id]![idOf(LABELS, label)]!, 0),
      fact: (label) => (label === FACT ? fact : undefined),
      others: COLUMNS.filter((id) => id !== JUDGED).map((id) => LABELS[id]!),
    };
    const read = (sentence: string, lang: 'vi' | 'en', words: string): number =>
      readArithmetic(sentence.slice(sentence.indexOf(words) + words.length + 1).replace(/\.$/, ''), lang, reader);
    const value = read(said.told, 'vi', vi);
    expect(read(said.vi, 'vi', vi), said.vi).toBeCloseTo(value, 6);
    expect(read(said.en, 'en', en), said.en).toBeCloseTo(value, 6);
    for (const near of [Math.floor(value) - 1, Math.floor(value), Math.ceil(value), Math.ceil(value) + 1]) {
      if (near < 0) continue;
      cells['huyen']![JUDGED] = near;
      const { findings } = check(
        said.rulebook,
        {
          rulebook: 'vi-du.2023@1.0.0',
          form: 'mau',
          id: 'a',
          revision: 1,
          unit: { id: 'xa-mot', group: 'xa', name: 'Xã Một' },
          facts: { 'thi-sinh': fact },
          tables: { giai: cells },
        },
        { now: '2023-03-24T09:00:00+07:00' },
      );
      const sign = Math.abs(near - value) < 1e-6 ? 0 : near - value;
      expect({ near, broken: findings.some(({ rule }) => rule === 'table/giai/so') }, said.told).toEqual({ near, broken: !holds(sign) }); // prettier-ignore
    }
  }
});
