import { setTimeout as after } from 'node:timers/promises';
import { cutOff } from './client.js';
import { isSame, receiptIn, stateOf } from './host.js';
import type { Try } from './try.js';

/** Long enough for a host to notice that the line is gone. */
const NOTICE_MS = 300;

/** Lines that break, and processes that are killed: all is stored, or nothing. */
export const tryKilled: Try = async ({ trial, see }) => {
  const { revision } = await trial.next();
  const content = trial.content(revision);
  const { to, call: sent } = trial.host.prepared({ submission: content, files: trial.files });
  const end = sent.body.lastIndexOf('--kl01-');
  for (const bytes of [Math.floor(sent.body.length / 2), end]) {
    await cutOff(to, sent, bytes);
    await after(NOTICE_MS);
    const state = await stateOf(trial.host);
    see('killed/half', state.revision === revision - 1, () => `revision ${state.revision}`);
    see('killed/alive', true, String);
  }

  const before = await stateOf(trial.host);
  const short = await trial.host.send(to, { ...sent, body: sent.body.subarray(0, end) });
  see('killed/short', short.status === 400, () => String(short.status));
  const kept = await stateOf(trial.host);
  see('killed/short', isSame(before.submission, kept.submission), () => `${short.status}; revision ${kept.revision}`);

  const next = await trial.next();
  const last = trial.content(next.revision);
  const whole = trial.host.prepared({ submission: last, files: trial.files });
  await cutOff(whole.to, whole.call, whole.call.body.length);
  await after(NOTICE_MS);
  const again = await trial.post(last);
  const state = await stateOf(trial.host);
  const isOnce = receiptIn(again)?.id === state.receipt?.id && state.revision === next.revision;
  see(
    'killed/answer',
    again.status === 200 && isOnce,
    () => `${again.status}, revision ${state.revision} ≠ ${next.revision}`,
  );
};
