import { setTimeout as after } from 'node:timers/promises';
import { cutOff } from './client.js';
import { isSame, receiptIn, stateOf } from './host.js';
import { newFile } from './trial.js';
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

  const file = newFile(8);
  const announced = trial.announcing(trial.content(revision), [file]);
  const whole = trial.host.prepared({
    submission: announced?.submission ?? content,
    files: [...trial.files, ...(announced ? [file] : [])],
  });
  const text = Buffer.from(JSON.stringify(announced?.submission ?? content));
  const ends = [whole.call.body.indexOf(text) + text.length - 1];
  if (announced) ends.push(whole.call.body.lastIndexOf(file.content) + file.content.length - 1);
  for (const short of ends) {
    const before = await stateOf(trial.host);
    const { status } = await trial.host.send(whole.to, { ...whole.call, body: whole.call.body.subarray(0, short) });
    const kept = await stateOf(trial.host);
    see('killed/short', status === 400 || status === 422, () => String(status));
    see('killed/short', isSame(before.submission, kept.submission), () => `${status}; revision ${kept.revision}`);
  }

  const next = await trial.next();
  const last = trial.content(next.revision);
  const sentLast = trial.host.prepared({ submission: last, files: trial.files });
  await cutOff(sentLast.to, sentLast.call, sentLast.call.body.length);
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
