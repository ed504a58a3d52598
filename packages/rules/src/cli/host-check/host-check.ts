import type { CheckOptions } from '../../judge/check.js';
import type { Rulebook } from '../../rulebook.js';
import { NoAnswer } from './client.js';
import { hostAt, type HostOptions } from './host.js';
import { newObservations, type Observations } from './observations.js';
import { pointIds } from './points.js';
import { newTrial, type TrialOptions } from './trial.js';
import { tryFiles } from './try-files.js';
import { tryJudging } from './try-judging.js';
import { tryKilled } from './try-killed.js';
import { tryDesk, tryLate, tryOther } from './try-others.js';
import { tryAtOnce, tryRevisions } from './try-revisions.js';
import { tryState } from './try-state.js';
import { trySenders, tryTexts } from './try-texts.js';
import { tryingOf, type Try } from './try.js';

type Headers = Readonly<Record<string, string>>;
type Session = Pick<HostOptions, 'headers' | 'fields'>;

export interface HostCheckOptions {
  readonly address: URL;
  readonly rulebook: Rulebook;
  /** valid, of any unit and revision */
  readonly submission: Record<string, unknown>;
  /** instant of the host's clock */
  readonly now: string;
  readonly headers: Headers;
  readonly fields: HostOptions['fields'];
  readonly given?: CheckOptions['given'];
  readonly receiver?: string | undefined;
  /** the same host after the deadline */
  readonly late?: URL | undefined;
  /** the session of another unit */
  readonly other?: Session | undefined;
  readonly desk?: { readonly address: URL; readonly headers: Headers } | undefined;
}

/**
 * Plays a client whom the host does not know, and keeps what was seen of each point. What it sends is stored there.
 *
 * @throws NoAnswer where nothing answers there as the contract says; NothingToSend where the submission is not valid
 * by the host's clock; RangeError where the rulebook has no such form
 */
export async function hostCheck(options: HostCheckOptions): Promise<Observations> {
  const { address, rulebook, submission, now, headers, fields, given, receiver, late, other, desk } = options;
  const form = rulebook.forms.find(({ id }) => id === submission['form']);
  if (!form) throw new RangeError(`The rulebook has no form ${JSON.stringify(submission['form'])}.`);
  const period = typeof submission['period'] === 'string' ? submission['period'] : null;
  const observations = newObservations();
  const ours = { headers, fields };
  const at = (to: URL, session: Session = ours) =>
    hostAt({ address: to, form: form.id, period, ...session }, observations);
  const of: TrialOptions = { rulebook, form, submission, given, receiver };
  const trial = await newTrial(at(address), of);
  const trying = tryingOf(trial, observations.see);
  const run = async (points: readonly string[], attempt: Try): Promise<void> => {
    try {
      await attempt(trying);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const concerned = pointIds.filter((id) => points.some((each) => id === each || id.startsWith(`${each}/`)));
      for (const point of concerned) {
        if (observations.resultOf(point) === 'untried') observations.see(point, false, () => error.message);
      }
    }
  };
  const state = tryState(`${rulebook.id}@${rulebook.version}`, now);
  await run(['state', 'unit/reads-own'], state);
  await run(['judge/valid', 'revision', 'receipt', 'duplicate', 'content'], tryRevisions);
  await run(['lock'], tryAtOnce);
  await run(['text'], tryTexts);
  await run(['origin', 'method'], trySenders);
  await run(['judge', 'unit'], tryJudging);
  await run(['file', 'limit'], tryFiles);
  await run(['killed'], tryKilled);
  // Once more, now that something stands.
  await run([], state);
  if (other) await run(['other'], tryOther(at(address, other)));
  if (late) {
    const there = at(late);
    await run(
      ['late'],
      tryLate(there, () => newTrial(there, { ...of, validAt: now }), now),
    );
  }
  if (desk) await run(['desk'], tryDesk({ ...desk, rulebook }));
  return observations;
}
