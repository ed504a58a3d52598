import { afterAll, describe, expect, test } from 'vitest';
import type { HostReport } from '../../src/cli/host-check/check-host.js';
import { pointIds, type PointId } from '../../src/cli/host-check/points.js';
import { checked, stopHosts } from '../lib/checked-host.js';

afterAll(stopHosts);

const failing = ({ points }: HostReport): string[] =>
  points.filter(({ result }) => result === 'fails').map(({ id }) => id);

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

test('every point tells of some fault', () => {
  const told = new Set(FAULTS.flatMap(([, ...points]) => points));
  expect(pointIds.filter((id) => !told.has(id))).toEqual([]);
});
