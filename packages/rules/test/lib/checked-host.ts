import { packs, submissionCases } from './packs.js';
import { startStorageHost, type StorageHost } from './storage-host.js';
import { checkHost, type HostReport } from '../../src/cli/host-check/check-host.js';

const IN_TIME = '2023-03-24T09:00:00+07:00';
const TOO_LATE = '2023-07-01T00:00:00+07:00';
const OTHER = { id: 'dang-bo-b', group: 'dang-bo' };

const pack = packs.find(
  ({ id, cases }) => id.endsWith('2023') && cases.some((entry) => 'now' in entry && entry.now === IN_TIME),
)!;
const [first] = submissionCases(pack, { valid: true });
export const { rulebook } = pack;
export const submission = first!.submission;
export const unit = first!.entry.unit ?? (submission['unit'] as { id: string; group: string });

const started: StorageHost[] = [];
/** Ends the hosts that `startHost` started. */
export const stopHosts = async (): Promise<void> =>
  void (await Promise.all(started.splice(0).map((host) => host.stop())));

/** A host inside the window of the form, unless told otherwise. */
export async function startHost(fault?: string, now = IN_TIME): Promise<StorageHost> {
  const host = await startStorageHost({ rulebook, units: [unit, OTHER], now, fault });
  started.push(host);
  return host;
}

/** What `kl01 host-check` says of a host with a fault, or with none. */
export async function checked(fault?: string): Promise<HostReport> {
  const [host, late] = await Promise.all([startHost(fault), startHost(fault, TOO_LATE)]);
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
