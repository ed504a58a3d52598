import type { PointId } from './points.js';
import type { Try } from './try.js';

/** What nobody may judge, who may post, and what a host answers to other methods. */
export const tryTexts: Try = async ({ trial, see, refused }) => {
  const { revision } = await trial.next();
  const whole = JSON.stringify(trial.content(revision));
  const texts: [point: PointId, text: string | Uint8Array, statuses?: readonly number[]][] = [
    ['text/empty', ''],
    ['text/not-json', whole.slice(0, -1)],
    ['text/not-json', `${whole} {}`],
    ['text/not-utf8', Buffer.concat([Buffer.from(whole.slice(0, -1)), Buffer.from(',"x":"\xff"}', 'latin1')])],
    ['text/deep', '['.repeat(DEEP) + ']'.repeat(DEEP)],
    ['text/number', `${whole.slice(0, -1)},"x":9007199254740992}`],
    ['text/surrogate', `${whole.slice(0, -1)},"x":"\\ud83d"}`],
    ['text/values', `[${'0,'.repeat(VALUES)}0]`, [400, 413]],
  ];
  for (const [point, text, statuses = [400]] of texts) await refused(point, { text }, statuses);
  if (trial.limits.requestBytes > LARGE + 100_000)
    await refused('text/large', { text: `"${'a'.repeat(LARGE)}"` }, [400, 413]);
  await refused('text/missing', {}, [400]);
  const { to, call: sent } = trial.host.prepared({});
  const body = Buffer.from(whole);
  const asJson = { ...sent, headers: { ...sent.headers, 'Content-Type': 'application/json' }, body };
  const answer = await trial.host.send(to, asJson);
  see('text/no-form', [400, 415].includes(answer.status), () => String(answer.status));
};

const DEEP = 100_000;
const VALUES = 100_000;
const LARGE = 5_000_001;

export const trySenders: Try = async ({ trial, see, refused }) => {
  const { revision } = await trial.next();
  const submission = trial.content(revision);
  const { host: name, protocol } = trial.host.options.address;
  const origins: [point: PointId, origin: string][] = [
    ['origin/other', 'https://vi-du.example'],
    ['origin/null', 'null'],
    ['origin/alike', `${protocol}//${name}.vi-du.example`],
    ['origin/alike', `${protocol}//vi-du-${name}`],
  ];
  for (const [point, origin] of origins) await refused(point, { submission, origin }, [403]);
  // A token of the page's own says as well as the origin does where a post comes from.
  await refused('origin/missing', { submission, origin: null, withoutFields: true }, [403]);
  if (Object.keys(trial.host.options.headers).length > 0) {
    const { to, call: sent } = trial.host.prepared({ submission });
    const names = Object.keys(trial.host.options.headers);
    const anonymous = Object.fromEntries(Object.entries(sent.headers).filter(([each]) => !names.includes(each)));
    const answer = await trial.host.send(to, { ...sent, headers: anonymous });
    see('session/none', [401, 403].includes(answer.status), () => `POST ${answer.status}`);
  }
  for (const method of ['PUT', 'DELETE']) {
    const headers = { Accept: 'application/json', ...trial.host.options.headers };
    const answer = await trial.host.send(trial.host.options.address, { method, headers });
    see('method/other', answer.status === 405, () => `${method} ${answer.status}`);
  }
};
