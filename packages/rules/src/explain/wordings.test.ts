import { describe, expect, test } from 'vitest';
import { packOf } from '../../test/lib/small-pack.js';
import { compile } from '../compile/compile.js';
import type { Lang } from '../text.js';
import { explain } from './explain.js';
import type { ExplainedLine, ExplainedPart } from './explanation.js';

const FIELDS = [
  'name',
  { field: 'mot', type: 'count', label: 'Số tháng ở xã' },
  { field: 'hai', type: 'count', label: 'Số tháng ở huyện' },
  { field: 'ngay', type: 'date', label: 'Ngày thi' },
  { field: 'viet', type: 'choice', label: 'Cách trình bày', options: [{ id: 'tay', label: 'Viết tay' }, { id: 'may', label: 'Đánh máy' }] }, // prettier-ignore
  { field: 'phat', type: 'list', label: 'Các lần bị kỷ luật', optional: true, fields: [{ field: 'nam', type: 'year', label: 'Năm' }] }, // prettier-ignore
  { field: 'hoc', type: 'yes-no', label: 'Đang học' },
];

/** A nomination with one criterion. */
const formOf = (criterion: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'nomination',
  title: 'Đề nghị khen thưởng',
  facts: [
    {
      id: 'noi',
      type: 'choice',
      label: 'Huyện',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
  ],
  quotas: [{ id: 'chung', anyOf: [[{ of: ['individual'], min: 1 }]] }],
  nominees: { individual: { fields: FIELDS } },
  criteria: [{ id: 'mot', ...criterion }],
  ...more,
});

const below = (lines: readonly ExplainedLine[]): ExplainedLine[] =>
  lines.flatMap((line) => [line, ...below(line.lines ?? [])]);
const linesOf = (parts: readonly ExplainedPart[]): ExplainedLine[] =>
  parts.flatMap(({ blocks, parts: inner }) => [
    ...blocks.flatMap((block) => (block.type === 'list' ? below(block.lines) : [])),
    ...linesOf(inner),
  ]);

/** The line that tells a criterion, with those below it. */
function told(criterion: Record<string, unknown>, lang: Lang = 'vi'): ExplainedLine {
  const { parts } = explain(packOf(formOf(criterion)), { lang });
  return linesOf(parts).find(({ element }) => element === 'mau/criteria/mot')!;
}

const found = (criterion: Record<string, unknown>): string =>
  compile(packOf(formOf(criterion))).forms[0]!.rules.find(({ id }) => id === 'criterion/mot')!.message.vi;

describe('computed numbers are told with brackets', () => {
  const mot = { field: 'mot' };
  const hai = { field: 'hai' };
  test.each<[value: unknown, vi: string, en: string]>([
    [{ minus: [mot, { sum: [hai, 5] }] }, 'hiệu của “số tháng ở xã” và (tổng của “số tháng ở huyện” và 5)', '“số tháng ở xã” less (the sum of “số tháng ở huyện” and 5)'], // prettier-ignore
    [{ minus: [mot, { minus: [hai, mot] }] }, 'hiệu của “số tháng ở xã” và (hiệu của “số tháng ở huyện” và “số tháng ở xã”)', '“số tháng ở xã” less (“số tháng ở huyện” less “số tháng ở xã”)'], // prettier-ignore
    [{ share: [1, 2], of: { sum: [mot, hai] }, round: 'down' }, '1/2 (tổng của “số tháng ở xã” và “số tháng ở huyện”) (làm tròn xuống)', '1/2 of (the sum of “số tháng ở xã” and “số tháng ở huyện”) (rounded down)'], // prettier-ignore
    [{ sum: [{ share: [12, 1], of: mot, round: 'down' }, hai] }, 'tổng của (12 lần “số tháng ở xã”) và “số tháng ở huyện”', 'the sum of (12 times “số tháng ở xã”) and “số tháng ở huyện”'], // prettier-ignore
    [{ sum: [mot, -1] }, '“số tháng ở xã” trừ 1', '“số tháng ở xã” less 1'],
    [{ sum: [mot, hai, -1] }, '(tổng của “số tháng ở xã” và “số tháng ở huyện”) trừ 1', '(the sum of “số tháng ở xã” and “số tháng ở huyện”) less 1'], // prettier-ignore
  ])('%j', (value, vi, en) => {
    const criterion = { label: 'Thời gian', require: { value, atLeast: 240 } };
    expect(told(criterion).text).toBe(`Thời gian: ${vi} từ 240 trở lên`);
    expect(told(criterion, 'en').text).toBe(`Thời gian: ${en} is 240 or more`);
  });
});

describe('conditions are told as they are meant', () => {
  test.each<[name: string, require: unknown, vi: string]>([
    ['two lists of values side by side', { any: [{ units: ['xa-mot', 'xa-hai'] }, { fact: 'noi', in: ['a', 'b'] }] }, '(đơn vị là Xã Một hoặc Xã Hai) hoặc (huyện là “A” hoặc “B”)'], // prettier-ignore
    ['two groups', { groups: ['xa', 'phuong'] }, 'đơn vị thuộc nhóm “Các xã” hoặc “Các phường”'],
    ['no entry', { count: { items: { field: 'phat' } }, is: 0 }, 'không có mục nào của “các lần bị kỷ luật”'],
    ['entries', { count: { items: { field: 'phat' } }, atMost: 2 }, 'số mục của “các lần bị kỷ luật” không quá 2'],
    ['a day that is named', { field: 'ngay', is: '2021-03-06' }, 'ngày thi là “06/3/2021”'],
    ['a last day', { field: 'ngay', through: 'receipt' }, 'ngày thi không sau ngày cơ quan nhận hồ sơ'],
    ['a time between days', { span: 'years', from: { field: 'ngay' }, to: 'receipt', atLeast: 10 }, 'thời gian từ “ngày thi” đến ngày cơ quan nhận hồ sơ từ đủ 10 năm trở lên'], // prettier-ignore
    ['one number, one way of writing it', { count: {}, atLeast: 1, atMost: 12 }, 'số cá nhân từ 1 đến 12'],
  ])('%s', (_name, require, vi) => {
    const slate = JSON.stringify(require).includes('"count":{}') ? { per: 'slate' } : {};
    expect(told({ label: 'Yêu cầu', require, ...slate }).text.replace('Đối với cả danh sách: y', 'Y')).toBe(`Yêu cầu: ${vi}`); // prettier-ignore
  });
});

test('a long requirement is a list, with the author’s sentence below it', () => {
  const part = (number: number) => ({ value: { sum: [{ field: 'mot' }, { field: 'hai' }] }, atLeast: number });
  const line = told({
    label: 'Thời gian công tác',
    when: { any: [part(1), { all: [part(2), { field: 'hoc', is: true }] }, part(3), part(4)] },
    require: { all: [part(5), part(6), part(7), part(8)] },
    message: 'Chưa đủ thời gian công tác.',
  });
  expect(line.text).toBe('Thời gian công tác: có đủ các điều sau');
  expect(line.lines!.map(({ label, text, lines = [] }) => [label, text, lines.length])).toEqual([
    ['Chỉ xét khi', 'có ít nhất một trong các điều sau', 4],
    ['Phải', 'có đủ các điều sau', 4],
    ['Khi không đạt, hệ thống báo', '“Chưa đủ thời gian công tác.”', 0],
  ]);
  expect(line.lines![1]!.lines![0]!.text).toBe('Tổng của “số tháng ở xã” và “số tháng ở huyện” từ 5 trở lên');
});

test('what is only advised is not told as a demand', () => {
  const criterion = { field: 'viet', is: 'tay', severity: 'advice' };
  expect(told(criterion).text).toBe('Cách trình bày nên là “Viết tay” (chỉ gợi ý, vẫn gửi được)');
  expect(found(criterion)).toBe('Đề nghị xem lại: Cách trình bày nên là “Viết tay”.');
  expect(found({ ...criterion, severity: 'warning' })).toBe('Chưa đạt tiêu chuẩn: Cách trình bày phải là “Viết tay”.');
});

test('a day in a finding is written as officers write it', () => {
  expect(found({ field: 'ngay', is: '2021-03-06' })).toBe('Chưa đạt tiêu chuẩn: Ngày thi phải là “06/3/2021”.');
});

test('a finding stands at what is required, not at what makes it due', () => {
  const rules = (criterion: Record<string, unknown>) =>
    compile(packOf(formOf(criterion))).forms[0]!.rules.filter(({ id }) => id === 'criterion/mot');
  const when = { field: 'hoc', is: true };
  expect(rules({ label: 'A', when, require: { field: 'mot', atLeast: { field: 'hai' } } })[0]!.path).toBe('/mot');
  expect(rules({ when, field: 'hai', atLeast: { field: 'mot' } })[0]!.path).toBe('/hai');
});

test('how many is not told as if criteria of the whole list did not bound it', () => {
  const texts = (criterion: Record<string, unknown>) =>
    linesOf(explain(packOf(formOf(criterion))).parts).map(({ text }) => text);
  const also = expect.stringContaining('còn phải đạt tiêu chuẩn đối với cả danh sách') as string;
  expect(texts({ label: 'A', per: 'slate', require: { count: {}, atMost: 3 } })).toContainEqual(also);
  expect(texts({ field: 'hoc', is: true })).not.toContainEqual(also);
});

test('a yes or no that is declared is named among what the system cannot check', () => {
  const { parts } = explain(packOf(formOf({ field: 'hoc', is: true })));
  const judgement = parts.find(({ heading }) => heading === 'Những điều hệ thống không tự kiểm tra được')!;
  expect(linesOf([judgement]).map(({ element }) => element)).toContain('mau/criteria/mot');
});

test('a form of the committee is not told as asked of units', () => {
  const pack = packOf(formOf({ field: 'hoc', is: true }, { answeredBy: 'committee' }));
  const headings = (parts: readonly ExplainedPart[]): string[] =>
    parts.flatMap(({ heading, parts: inner }) => [heading, ...headings(inner)]);
  const form = explain(pack).parts.find(({ element }) => element === 'mau')!;
  const said = [...headings([form]), ...linesOf([form]).flatMap(({ label = '', text }) => [label, text])];
  expect(said.filter((text) => /đơn vị/i.test(text))).toEqual(['Do cơ quan ban hành lập, không yêu cầu đơn vị']);
});

test('repeats name every value that tells people apart', () => {
  const pack = packOf(formOf({ field: 'hoc', is: true }, { repeats: [{ id: 'nguoi', by: ['name', 'viet'], atMost: 1 }] })); // prettier-ignore
  const line = linesOf(explain(pack).parts).find(({ element }) => element === 'mau/repeats/nguoi')!;
  expect(line.text).toBe('Mỗi bộ “họ và tên; cách trình bày” không quá 01 lần trong một danh sách');
  const rule = compile(pack).forms[0]!.rules.find(({ id }) => id === 'repeats/nguoi')!;
  expect(rule.message.vi).toMatch(/^Mỗi bộ “họ và tên; cách trình bày” không quá 01 lần/);
});
