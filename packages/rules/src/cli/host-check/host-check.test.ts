import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { startStorageHost, type StorageHost } from '../../../test/lib/storage-host.js';
import { packs, submissionCases } from '../../../test/lib/packs.js';
import { checkHost, hostReportLines, UnusableHost, type HostReport } from './check-host.js';
import { groupOf, pointIds, POINTS, type PointId } from './points.js';
import { hostCheckStrings } from './strings/host-check.js';

const IN_TIME = '2023-03-24T09:00:00+07:00';
const TOO_LATE = '2023-07-01T00:00:00+07:00';
const OTHER = { id: 'dang-bo-b', group: 'dang-bo' };

const pack = packs.find(
  ({ id, cases }) => id.endsWith('2023') && cases.some((entry) => 'now' in entry && entry.now === IN_TIME),
)!;
const [first] = submissionCases(pack, { valid: true });
const { rulebook } = pack;
const submission = first!.submission;
const unit = first!.entry.unit ?? (submission['unit'] as { id: string; group: string });

const started: StorageHost[] = [];
afterAll(async () => {
  await Promise.all(started.splice(0).map((host) => host.stop()));
});

async function start(fault?: string, now = IN_TIME): Promise<StorageHost> {
  const host = await startStorageHost({ rulebook, units: [unit, OTHER], now, fault });
  started.push(host);
  return host;
}

async function checked(fault?: string): Promise<HostReport> {
  const [host, late] = await Promise.all([start(fault), start(fault, TOO_LATE)]);
  const call = {
    address: host.address,
    rulebook,
    submission,
    now: IN_TIME,
    header: [`Cookie: session=${unit.id}`],
    'other-header': [`Cookie: session=${OTHER.id}`],
    late: late.address,
    desk: `${host.address}?desk=1`,
    'desk-header': ['Cookie: session=desk'],
  };
  return checkHost(call, 'en');
}

const failing = ({ points }: HostReport): string[] =>
  points.filter(({ result }) => result === 'fails').map(({ id }) => id);

test('a host that keeps the contract: every point holds, and again on what is there by then', async () => {
  const report = await checked();
  expect(report.points.filter(({ result }) => result !== 'holds').map(({ id, seen }) => ({ id, seen }))).toEqual([]);
  expect(report.holds).toBe(pointIds.length);
  expect([...hostReportLines(report, 'vi')].at(-1)).toBe(`${pointIds.length} điểm đạt, 0 không đạt, 0 chưa thử`);
});

/** What a host may do wrong, and the points that tell of it; others may fail with them. */
const FAULTS: readonly [fault: string, ...points: PointId[]][] = [
  ['html', 'answer/json'],
  ['sniff', 'answer/nosniff'],
  ['cached', 'answer/not-kept'],
  ['trace', 'answer/no-traces'],
  ['no-findings', 'answer/reason'],
  ['bare-findings', 'answer/findings'],
  ['told-ok', 'answer/valid', 'judge/removed'],
  ['no-json', 'answer/readable'],
  ['fault-on-file', 'file/unknown', 'file/no-path'],
  ['any-method', 'method/other'],
  ['other-version', 'state/rulebook'],
  ['wrong-clock', 'state/clock'],
  ['small-limits', 'state/limits'],
  ['other-form', 'state/shape'],
  ['no-old-receipt', 'state/whole'],
  ['any-form', 'state/no-form'],
  ['any-origin', 'origin/other', 'origin/null', 'origin/missing', 'origin/alike'],
  ['no-origin', 'origin/missing'],
  ['origin-prefix', 'origin/alike'],
  ['anybody', 'session/none'],
  ['unit-of-query', 'unit/reads-own', 'unit/beside'],
  ['forged-unit', 'unit/id', 'unit/group'],
  ['one-place', 'other/reads-own'],
  ['reads-of-all', 'other/receipt'],
  ['files-of-all', 'other/file', 'other/known-file'],
  ['missing-as-empty', 'text/missing'],
  ['json-body', 'text/no-form'],
  ['lenient', 'text/number', 'text/surrogate', 'text/not-utf8', 'text/values', 'text/deep', 'text/large'],
  ['mends-text', 'text/not-json', 'text/empty'],
  ['without:rulebook', 'judge/rulebook'],
  ['without:form', 'judge/form'],
  ['without:schema', 'judge/type', 'judge/unknown', 'judge/no-object', 'judge/prototype'],
  ['without:required', 'judge/removed'],
  ['without:quota', 'judge/repeated'],
  ['fault-on-list', 'answer/no-fault', 'judge/no-object'],
  ['strips-proto', 'judge/prototype'],
  ['blank-is-null', 'judge/blank'],
  ['other-sentences', 'judge/sentences'],
  ['refuses-all', 'judge/valid', 'revision/next'],
  ['without:window', 'late/refused', 'late/claims'],
  ['clock-of-client', 'late/claims'],
  ['closed-after', 'late/reads'],
  ['shows-first', 'revision/again', 'lock/stands'],
  ['adds-members', 'revision/shown', 'receipt/read'],
  ['overwrites', 'revision/taken', 'revision/kept'],
  ['any-revision', 'revision/ahead'],
  ['revision-optional', 'revision/missing', 'revision/odd'],
  ['no-current', 'revision/told'],
  ['forgets', 'revision/kept'],
  ['double-receipt', 'duplicate/receipt', 'duplicate/at-once', 'killed/answer'],
  ['stores-again', 'duplicate/once'],
  ['order-counts', 'duplicate/order'],
  ['last-only', 'duplicate/older'],
  ['no-lock', 'lock/one', 'lock/stands'],
  ['locks-for-good', 'lock/goes-on', 'lock/others'],
  ['half-store', 'text/missing'],
  ['no-receipt', 'receipt/shape'],
  ['other-clock', 'receipt/time', 'desk/judged'],
  ['one-receipt', 'receipt/own'],
  ['numbered', 'receipt/id'],
  ['any-receipt', 'receipt/unknown'],
  ['ignores-files', 'file/missing', 'file/unannounced'],
  ['trusts-names', 'file/changed'],
  ['misplaces-files', 'file/place'],
  ['takes-strangers', 'file/unannounced'],
  ['refuses-names', 'file/name'],
  ['counts-files', 'file/twice'],
  ['needs-again', 'file/again'],
  ['drops-files', 'file/kept'],
  ['no-digests', 'file/receipt'],
  ['mends-files', 'file/bytes'],
  ['runs-files', 'file/download'],
  ['no-limits', 'limit/file', 'limit/request'],
  ['more-files', 'limit/files'],
  ['takes-halves', 'killed/half', 'killed/short'],
  ['dies-after-cut', 'killed/alive'],
  ['normalizes', 'content/letters'],
  ['strips-markup', 'content/markup'],
  ['desk-empty', 'desk/lists'],
  ['desk-of-all', 'desk/last'],
  ['desk-for-all', 'desk/officers'],
];

describe.concurrent('a fault of the host is found', () => {
  test.each(FAULTS)('%s → %s', async (fault, ...points) => {
    expect(failing(await checked(fault))).toEqual(expect.arrayContaining(points));
  });
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
  const { address } = await start();
  const header = [`Cookie: session=${unit.id}`];
  const call = checkHost({ address, rulebook, submission, header, ...change }, 'vi');
  await expect(call).rejects.toThrow(sentence);
  await expect(call).rejects.toThrow(UnusableHost);
});

test('every point tells of some fault', () => {
  const told = new Set(FAULTS.flatMap(([, ...points]) => points));
  expect(pointIds.filter((id) => !told.has(id))).toEqual([]);
});
