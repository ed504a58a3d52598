import { isObject } from '../../values/plain.js';
import { changes } from './changed.js';
import { findingsIn, type Post } from './host.js';
import type { PointId } from './points.js';
import type { Try, Trying } from './try.js';

type Plain = Readonly<Record<string, unknown>>;

/** Submissions that are changed or forged, each judged here too: a host finds the same. */
export const tryJudging: Try = async (trying) => {
  const { trial } = trying;
  const { revision } = await trial.next();
  const whole = trial.content(revision);
  await alike(trying, 'judge/rulebook', { ...whole, rulebook: 'kl01-host-check@1.0.0' });
  await alike(trying, 'judge/form', { ...whole, form: 'kl01-host-check' });
  for (const value of [[whole], 'x', 7, null]) await alike(trying, 'judge/no-object', value);
  for (const name of ['__proto__', 'constructor']) {
    const next = trial.content((await trial.next()).revision);
    const text = `{${JSON.stringify(name)}:{"valid":true},${JSON.stringify(next).slice(1)}`;
    await alike(trying, 'judge/prototype', JSON.parse(text), { text });
  }
  for (const [way, change] of Object.entries(changes) as [keyof typeof changes, (of: Plain) => Plain[]][]) {
    for (const changed of change(whole)) await alike(trying, `judge/${way}`, changed);
  }

  const forged: [point: PointId, unit: object][] = [
    ['unit/id', { id: 'kl01-host-check', group: trial.unit.group }],
    ['unit/group', { id: trial.unit.id, group: trial.otherGroup }],
    ['unit/beside', { id: 'kl01-host-check', group: trial.unit.group }],
  ];
  for (const [point, unit] of forged) {
    const beside = point === 'unit/beside' ? claims({ unit: 'kl01-host-check', 'unit-id': 'kl01-host-check' }) : {};
    await alike(trying, point, { ...whole, unit: { ...(whole['unit'] as Plain), ...unit } }, beside);
  }
};

/** The same said in the query, in fields and in headers. */
export const claims = (said: Readonly<Record<string, string>>): Post => ({
  query: said,
  fields: Object.entries(said).map(([name, content]) => ({ name, content })),
  headers: Object.fromEntries(Object.entries(said).map(([name, content]) => [`X-${name}`, content])),
});

/** Posts what a host must find the same in as we do; what is valid all the same is stored, and is the next revision. */
export async function alike(
  { trial, see, refused }: Trying,
  point: PointId,
  submission: unknown,
  post: Post = {},
): Promise<void> {
  // What was valid all the same is stored by now, and this is to be the next one.
  const { revision } = await trial.next();
  const sent = isObject(submission) && 'revision' in submission ? { ...submission, revision } : submission;
  const expected = await trial.judge(sent);
  if (!expected.some(({ severity }) => severity === 'error')) {
    const { status } = await trial.post(sent, post);
    return see(point, status === 200, () => `${status} ≠ 200: ${said(submission)}`);
  }
  const files = [...trial.files, ...(post.files ?? [])];
  const answer = await refused(point, { submission: sent, ...post, files }, [422]);
  if (answer.status !== 422) return;
  // Whether files came is the host's own finding; a changed submission may have lost sight of them.
  const found = findingsIn(answer).filter(({ rule }) => !rule.startsWith('upload/'));
  const lines = (of: typeof found) => of.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`).sort();
  const difference = firstDifference(lines(expected), lines(found));
  see(point, difference === null, () => difference ?? '');
  const sentences = (of: typeof found) =>
    of.flatMap(({ rule, message }) => (OWN_WORDS.includes(rule) ? [] : [message])).sort();
  const said_ = difference === null && firstDifference(sentences(expected), sentences(found));
  see('judge/sentences', !said_, () => said_ || (difference ?? ''));
}

/** What a judge says of a shape is in its own words; the sentences of rules stand in the rulebook. */
const OWN_WORDS = ['schema', 'rulebook', 'form'];

const said = (value: unknown): string => JSON.stringify(value).slice(0, 80);

function firstDifference(expected: readonly string[], found: readonly string[]): string | null {
  const missing = expected.find((line) => !found.includes(line));
  const extra = found.find((line) => !expected.includes(line));
  if (missing === undefined && extra === undefined) {
    return expected.length === found.length ? null : `${found.length} ≠ ${expected.length}`;
  }
  return `${extra === undefined ? '–' : extra} ≠ ${missing === undefined ? '–' : missing}`;
}
