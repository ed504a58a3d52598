import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { checked, rulebook, startHost, stopHosts, submission, unit } from '../../../test/lib/checked-host.js';
import { checkHost, hostReportLines, UnusableHost } from './check-host.js';
import { groupOf, pointIds, POINTS } from './points.js';
import { hostCheckStrings } from './strings/host-check.js';

afterAll(stopHosts);

test('a host that keeps the contract: every point holds, and again on what is there by then', async () => {
  const report = await checked();
  expect(report.points.filter(({ result }) => result !== 'holds').map(({ id, seen }) => ({ id, seen }))).toEqual([]);
  expect(report.holds).toBe(pointIds.length);
  expect([...hostReportLines(report, 'vi')].at(-1)).toBe(`${pointIds.length} điểm đạt, 0 không đạt, 0 chưa thử`);
});

test('docs/storage-contract.md lists the points', () => {
  const page = readFileSync(new URL('../../../../../docs/storage-contract.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z0-9/-]+)` \| (.+) \|$/gm)].map(([, id, told]) => [id, told]);
  expect(rows).toEqual(Object.entries(POINTS));
});

test('the words of both languages are of the same points', () => {
  for (const { what, why } of Object.values(hostCheckStrings)) {
    expect(Object.keys(what)).toEqual(pointIds);
    expect(Object.keys(why)).toEqual([...new Set(pointIds.map(groupOf))]);
  }
});

test.each([
  ['an address that is none', { address: 'cong/nop' }, /không phải địa chỉ/],
  ['a header that is none', { header: ['phiên'] }, /không phải tiêu đề HTTP/],
  ['a field that is none', { field: ['x'] }, /không phải trường/],
  ['nobody there', { address: 'http://127.0.0.1:1/' }, /không trả lời như thoả thuận/],
  ['a form that is none', { submission: { form: 'khac' } }, /không thuộc biểu mẫu nào/],
  ['a submission that is not valid', { submission: { ...submission, nominees: [] } }, /chưa hợp lệ[^]*\/nominees/],
])('%s is told', async (_name, change, sentence) => {
  const { address } = await startHost();
  const header = [`Cookie: session=${unit.id}`];
  const call = checkHost({ address, rulebook, submission, header, ...change }, 'vi');
  await expect(call).rejects.toThrow(sentence);
  await expect(call).rejects.toThrow(UnusableHost);
});
