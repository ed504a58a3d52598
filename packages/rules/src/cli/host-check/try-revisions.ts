import { parseInstant } from '../../calendar.js';
import { isObject } from '../../values/plain.js';
import { reordered } from './changed.js';
import { isSame, receiptIn, stateOf, type Receipt } from './host.js';
import { LETTERS, MARKUP, type Trial } from './trial.js';
import type { Try, Trying } from './try.js';

/** What is stored, in which order, under which receipt. */
export const tryRevisions: Try = async (trying) => {
  const { trial, see, refused } = trying;
  const { revision, state } = await trial.next();
  const first = trial.content(revision);
  const answer = await trial.post(first);
  const receipt = receiptIn(answer);
  const told = () => `${answer.status} ${answer.body.toString('utf8').slice(0, 120)}`;
  see('judge/valid', answer.status === 200, told);
  see('revision/next', answer.status === 200, told);
  see('receipt/shape', receipt !== null && receipt.revision === revision, told);
  if (!receipt) return;
  const shown = await stateOf(trial.host);
  const isShown = shown.revision === revision && isSame(shown.submission, first);
  see('revision/shown', isShown, () => `revision ${shown.revision} ≠ ${revision}, or other content`);
  see('receipt/time', isBetween(receipt.receivedAt, state.now, shown.now), () => receipt.receivedAt);
  see('receipt/id', receipt.id.length >= ID_LENGTH, () => receipt.id);
  await givesBack(trying, 'receipt/read', receipt, first);

  const taken = await refused('revision/taken', { submission: trial.content(revision), files: trial.files }, [409]);
  see('revision/told', taken.json?.['revision'] === revision, () => JSON.stringify(taken.json?.['revision'] ?? null));
  await refused('revision/ahead', { submission: trial.content(revision + 2), files: trial.files }, [409]);
  const { revision: _none, ...without } = trial.content(revision);
  await refused('revision/missing', { submission: without, files: trial.files }, [409, 422]);
  for (const odd of [0, -1, 1.5, Number.MAX_SAFE_INTEGER, String(revision + 1)]) {
    const submission = { ...trial.content(revision), revision: odd };
    await refused('revision/odd', { submission, files: trial.files }, [409, 422]);
  }

  const second = trial.content(revision + 1);
  const again = await trial.post(second);
  const after = await stateOf(trial.host);
  const isNext = again.status === 200 && after.revision === revision + 1 && isSame(after.submission, second);
  see(
    'revision/again',
    isNext,
    () => `${again.status}; revision ${after.revision} ≠ ${revision + 1}, or other content`,
  );
  see('receipt/own', receiptIn(again)?.id !== receipt.id, () => receipt.id);
  await givesBack(trying, 'revision/kept', receipt, first);
  const unknown = await trial.host.get(receipt.href.replace(receipt.id, [...receipt.id].reverse().join('')));
  see('receipt/unknown', unknown.status === 404, () => String(unknown.status));

  await tryDuplicates(trying, first, receipt);
  for (const [point, text] of [
    ['content/letters', LETTERS],
    ['content/markup', MARKUP],
  ] as const) {
    const next = await trial.next();
    const { status } = await trial.post(trial.content(next.revision, text));
    const kept = await stateOf(trial.host);
    see(
      point,
      status === 200 && trial.textIn(kept.submission) === text,
      () => `${status} ${JSON.stringify(trial.textIn(kept.submission))}`,
    );
  }
};

const ID_LENGTH = 16;

/** To the minute: a clock may be told without seconds. */
function isBetween(instant: string, from: string, until: string): boolean {
  try {
    const at = parseInstant(instant);
    return parseInstant(from) - 1 <= at && at <= parseInstant(until) + 1;
  } catch {
    return false;
  }
}

async function givesBack(
  { trial, see }: Trying,
  point: 'receipt/read' | 'revision/kept',
  receipt: Receipt,
  submission: unknown,
): Promise<void> {
  const { status, json } = await trial.host.get(receipt.href);
  const told = json?.['receipt'];
  const isOurs =
    status === 200 && isSame(json?.['submission'], submission) && isObject(told) && told['id'] === receipt.id;
  see(point, isOurs, () => `${status}, or other content`);
}

/** A line that broke, a second press of the button: the same is sent again. */
async function tryDuplicates({ trial, see }: Trying, first: object, receipt: Receipt): Promise<void> {
  const { revision, state } = await trial.next();
  const latest = state.submission ?? {};
  const sameReceipt = async (submission: unknown, wanted: string | undefined): Promise<[boolean, string]> => {
    const answer = await trial.post(submission);
    const id = receiptIn(answer)?.id;
    return [id !== undefined && id === wanted, `${answer.status}, receipt ${id ?? '–'} ≠ ${wanted ?? '–'}`];
  };
  const [isSameAgain, told] = await sameReceipt(latest, state.receipt?.id);
  see('duplicate/receipt', isSameAgain, () => told);
  const [isSameReordered, toldReordered] = await sameReceipt(reordered(latest), state.receipt?.id);
  see('duplicate/order', isSameReordered, () => toldReordered);
  const [isOlder, toldOlder] = await sameReceipt(first, receipt.id);
  see('duplicate/older', isOlder, () => toldOlder);
  const after = await stateOf(trial.host);
  const stands = after.revision === state.revision && isSame(after.submission, state.submission);
  see('duplicate/once', stands, () => `revision ${state.revision} → ${after.revision}`);
  see('duplicate/older', stands, () => `revision ${state.revision} → ${after.revision}`);

  for (let round = 0; round < ROUNDS; round++) {
    const content = trial.content(revision + round);
    const answers = await Promise.all([1, 2, 3, 4].map(() => trial.post(content)));
    const ids = new Set(answers.map((answer) => receiptIn(answer)?.id));
    const stood = await stateOf(trial.host);
    const isOne = ids.size === 1 && !ids.has(undefined) && stood.revision === revision + round;
    see(
      'duplicate/at-once',
      isOne,
      () => `${answers.map(({ status }) => status).join(' ')}, revision ${stood.revision}`,
    );
    if (!isOne) return;
  }
}

const ROUNDS = 3;
const AT_ONCE = 8;

/** Two officers of one unit press the button in the same moment: one slate may stand, or the quota is two. */
export const tryAtOnce: Try = async ({ trial, see }) => {
  for (let round = 0; round < ROUNDS; round++) {
    const { revision } = await trial.next();
    const contents = Array.from({ length: AT_ONCE }, () => trial.content(revision));
    const answers = await Promise.all(contents.map((content) => trial.post(content)));
    const statuses = answers.map(({ status }) => status);
    const told = () => statuses.join(' ');
    const winners = contents.filter((_content, index) => statuses[index] === 200);
    see('lock/one', winners.length === 1, told);
    see(
      'lock/others',
      statuses.every((status) => status === 200 || status === 409),
      told,
    );
    const { revision: stands, submission } = await stateOf(trial.host);
    see('lock/stands', stands === revision && isSame(submission, winners[0]), () => `${told()}, revision ${stands}`);
    await goesOn(trial, see);
  }
};

async function goesOn(trial: Trial, see: Trying['see']): Promise<void> {
  const { revision } = await trial.next();
  const { status } = await trial.post(trial.content(revision));
  see('lock/goes-on', status === 200, () => String(status));
}
