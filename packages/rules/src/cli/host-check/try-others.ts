import { check } from '../../judge/check.js';
import type { Rulebook } from '../../rulebook.js';
import { isObject } from '../../values/plain.js';
import { call } from './client.js';
import { findingsIn, isReceipt, receiptIn, stateOf, type Host } from './host.js';
import { alike, claims } from './try-judging.js';
import { newFile, type Trial } from './trial.js';
import { tryingOf, type Try } from './try.js';

/** The same host, after the deadline. @param trialThere what is tried of it, once it answers */
export const tryLate =
  (host: Host, trialThere: () => Promise<Trial>, inTime: string): Try =>
  async (trying) => {
    const { answer, state } = await host.read();
    trying.see('late/reads', state !== null, () => String(answer.status));
    const late = await trialThere();
    const there = tryingOf(late, trying.see);
    const { revision } = await late.next();
    await alike(there, 'late/refused', late.content(revision));
    const said = claims({ now: inTime, receivedAt: inTime });
    const headers = { ...said.headers, Date: new Date(inTime).toUTCString() };
    await alike(there, 'late/claims', late.content(revision), { ...said, headers });
  };

/** Another unit, signed in too: it sees nothing of the first. */
export const tryOther =
  (other: Host): Try =>
  async ({ trial, see }) => {
    const { revision } = await trial.next();
    const file = newFile(7);
    const announced = trial.announcing(trial.content(revision), [file]);
    const answer = await trial.post(announced?.submission ?? trial.content(revision), {
      files: announced ? [file] : [],
    });
    const receipt = receiptIn(answer);
    const { answer: read, state } = await other.read();
    const isTheirs = state !== null && state.unit.id !== trial.unit.id && state.receipt?.id !== receipt?.id;
    see('other/reads-own', isTheirs, () => `${read.status} ${JSON.stringify(state?.unit ?? null)}`);
    if (!receipt) return;
    const { status } = await other.get(receipt.href);
    see('other/receipt', [403, 404].includes(status), () => String(status));
    for (const { href } of receipt.files) {
      const taken = await other.get(href);
      see('other/file', [403, 404].includes(taken.status), () => String(taken.status));
    }
    if (!announced || !state) return;
    // Whatever else is wrong with it for that unit: the file that only the first has sent is missing.
    const theirs = { ...announced.submission, revision: state.revision + 1, unit: { ...state.unit } };
    const known = await other.post({ submission: theirs });
    const isMissing = known.status === 422 && findingsIn(known).some(({ rule }) => rule === 'upload/missing');
    see('other/known-file', isMissing, () => `${known.status} ${known.body.toString('utf8').slice(0, 120)}`);
  };

export interface Desk {
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly rulebook: Rulebook;
}

/** What the committee's pages are given. */
export const tryDesk =
  ({ address, headers, rulebook }: Desk): Try =>
  async ({ trial, see }) => {
    const { revision } = await trial.next();
    await trial.post(trial.content(revision));
    const state = await stateOf(trial.host);
    const at = new URL(address);
    at.searchParams.set('form', trial.form.id);
    const period = trial.host.options.period;
    if (period !== null) at.searchParams.set('period', period);
    const answer = await call(at, { headers: { Accept: 'application/json', ...headers } });
    const received = answer.json?.['received'];
    const all = Array.isArray(received) ? received.filter(isReceived) : [];
    const told = () => `${answer.status} ${answer.body.toString('utf8').slice(0, 120)}`;
    see('desk/lists', Array.isArray(received) && all.length === received.length, told);
    const ours = all.filter(({ unit }) => unit.id === trial.unit.id);
    see('desk/lists', ours.length > 0, told);
    const isLast = ours.length === 1 && ours[0]?.receipt.id === state.receipt?.id;
    see('desk/last', isLast, () => `${ours.length} ≠ 1, or not revision ${state.revision}`);
    for (const { submission, at: now, unit } of all) {
      const isValid = check(rulebook, submission, { now, unit }).valid;
      see('desk/judged', isValid, () => JSON.stringify(unit));
    }
    if (JSON.stringify(headers) === JSON.stringify(trial.host.options.headers)) return;
    const { status } = await trial.host.get(at);
    see('desk/officers', [401, 403].includes(status), () => String(status));
  };

function isReceived(
  value: unknown,
): value is { submission: unknown; at: string; unit: { id: string; group: string }; receipt: { id: string } } {
  if (!isObject(value)) return false;
  const { submission, at, unit, receipt } = value;
  return (
    isObject(submission) &&
    typeof at === 'string' &&
    isObject(unit) &&
    typeof unit['id'] === 'string' &&
    typeof unit['group'] === 'string' &&
    isReceipt(receipt)
  );
}
