import { canonicalJson } from '../../values/canonical.js';
import { isObject } from '../../values/plain.js';
import { call, formPost, NoAnswer, type Answer, type Part } from './client.js';
import type { Observations } from './observations.js';
import type { PointId } from './points.js';

export interface HostOptions {
  readonly address: URL;
  readonly form: string;
  readonly period: string | null;
  /** of the session, such as a cookie */
  readonly headers: Readonly<Record<string, string>>;
  /** fields that go before the submission, such as a token against forged posts */
  readonly fields: readonly Part[];
}

/** What a host says of a form: who is signed in, what stands. */
export interface State {
  readonly unit: { readonly id: string; readonly group: string };
  readonly rulebook: string;
  readonly now: string;
  readonly limits: { readonly requestBytes: number; readonly fileBytes: number; readonly files: number };
  readonly revision: number;
  readonly submission: Readonly<Record<string, unknown>> | null;
  readonly receipt: Receipt | null;
}

export interface Receipt {
  readonly id: string;
  readonly revision: number;
  readonly receivedAt: string;
  readonly href: string;
  readonly files: readonly { readonly sha256: string; readonly size: number; readonly href: string }[];
}

/** A post: the submission as a value or as text, files, and what else a client may try. */
export interface Post {
  readonly submission?: unknown;
  readonly text?: string | Uint8Array;
  readonly files?: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly fields?: readonly Part[];
  readonly query?: Readonly<Record<string, string>>;
  /** null: none */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** leaves out those of the options */
  readonly withoutFields?: boolean;
}

export type Host = ReturnType<typeof hostAt>;

/** The client of one session at one host. Whatever is answered is looked at for what holds of every answer. */
export function hostAt(options: HostOptions, observations: Observations) {
  const { address, form, period, headers, fields } = options;
  const see = (point: PointId, holds: boolean, seen: () => string) => observations.see(point, holds, seen);

  async function get(href: string | URL): Promise<Answer> {
    return call(new URL(href, address), { headers: { Accept: 'application/json', ...headers } });
  }

  function prepared({ submission, text, files = [], fields: more = [], query = {}, origin, ...post }: Post) {
    const { headers: typed, body } = formPost([
      ...(post.withoutFields ? [] : fields),
      ...more,
      ...(text === undefined && submission === undefined
        ? []
        : [{ name: 'submission', content: text ?? JSON.stringify(submission) }]),
      ...files.map(({ name, content }) => ({ name: 'submission_files[]', fileName: name, content })),
    ]);
    const from = origin === undefined ? { Origin: address.origin } : origin === null ? {} : { Origin: origin };
    const to = new URL(address);
    for (const [name, value] of Object.entries(query)) to.searchParams.set(name, value);
    return {
      to,
      call: {
        method: 'POST',
        headers: { Accept: 'application/json', ...headers, ...from, ...typed, ...post.headers },
        body,
      },
    };
  }

  async function send(to: URL, sent: Parameters<typeof call>[1]): Promise<Answer> {
    const answer = await call(to, sent);
    lookAt(answer, see);
    return answer;
  }

  return {
    options,
    get,
    prepared,
    send: (to: URL, sent: Parameters<typeof call>[1]) => send(to, sent),
    async post(post: Post): Promise<Answer> {
      const { to, call: sent } = prepared(post);
      return send(to, sent);
    },
    /** @param query what else the address says */
    async read(query: Readonly<Record<string, string>> = {}): Promise<{ answer: Answer; state: State | null }> {
      const at = new URL(address);
      const asked = { form, ...(period !== null && { period }), ...query };
      for (const [name, value] of Object.entries(asked)) at.searchParams.set(name, value);
      const answer = await get(at);
      see('answer/no-fault', answer.status < 500, () => `GET ${answer.status}`);
      return { answer, state: answer.status === 200 ? stateIn(answer.json) : null };
    },
  };
}

/** @throws NoAnswer where the host does not say what stands */
export async function stateOf(host: Host): Promise<State> {
  const { answer, state } = await host.read();
  if (!state) throw new NoAnswer(`GET ${answer.status}`);
  return state;
}

function stateIn(json: Answer['json']): State | null {
  if (!json) return null;
  const { unit, rulebook, now, limits, revision, submission, receipt } = json;
  const isWhole =
    isObject(unit) &&
    typeof unit['id'] === 'string' &&
    typeof unit['group'] === 'string' &&
    typeof rulebook === 'string' &&
    typeof now === 'string' &&
    isObject(limits) &&
    ['requestBytes', 'fileBytes', 'files'].every((name) => Number.isInteger(limits[name])) &&
    Number.isInteger(revision) &&
    (submission === null || isObject(submission)) &&
    (receipt === null || isReceipt(receipt));
  return isWhole ? (json as unknown as State) : null;
}

export function isReceipt(value: unknown): value is Receipt {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    Number.isInteger(value['revision']) &&
    typeof value['receivedAt'] === 'string' &&
    typeof value['href'] === 'string' &&
    Array.isArray(value['files'])
  );
}

/** The receipt of an answer to a post; null: none. */
export function receiptIn({ status, json }: Answer): Receipt | null {
  const receipt = json?.['receipt'];
  return status === 200 && isReceipt(receipt) ? receipt : null;
}

/** The findings of an answer; what is none of the right shape is left out. */
export function findingsIn({ json }: Answer): { rule: string; severity: string; path: string; message: string }[] {
  const findings = json?.['findings'];
  return Array.isArray(findings) ? findings.filter(isFinding) : [];
}

type AnyFinding = ReturnType<typeof findingsIn>[number];

function isFinding(value: unknown): value is AnyFinding {
  return (
    isObject(value) &&
    typeof value['rule'] === 'string' &&
    ['error', 'warning', 'advice'].includes(String(value['severity'])) &&
    typeof value['path'] === 'string' &&
    typeof value['message'] === 'string' &&
    value['message'] !== ''
  );
}

/** What a page of errors says when nobody caught it. */
const TRACE = /\bat [\w.$<>]+\(|\.(?:php|py|go|cs|java|js|ts):\d+|on line \d+|Traceback|Stack trace|Exception:/;

function lookAt(answer: Answer, see: (point: PointId, holds: boolean, seen: () => string) => void): void {
  const { status, headers, body, json } = answer;
  const said = () => `${status} ${body.toString('utf8').slice(0, SHOWN)}`;
  see('answer/no-fault', status < 500, said);
  see(
    'answer/json',
    /^application\/json\b/.test(headers['content-type'] ?? ''),
    () => `${status} ${headers['content-type'] ?? '–'}`,
  );
  see('answer/readable', json !== null, said);
  see('answer/no-traces', !TRACE.test(body.toString('utf8')), said);
  see(
    'answer/nosniff',
    headers['x-content-type-options'] === 'nosniff',
    () => `${status} ${headers['x-content-type-options'] ?? '–'}`,
  );
  see(
    'answer/not-kept',
    /no-store|no-cache|private/.test(headers['cache-control'] ?? ''),
    () => `${status} ${headers['cache-control'] ?? '–'}`,
  );
  if (!json) return;
  see('answer/valid', json['valid'] === (status === 200), () => `${status} valid: ${JSON.stringify(json['valid'])}`);
  const findings = json['findings'];
  see('answer/findings', Array.isArray(findings) && findings.every(isFinding), said);
  if (status !== 200)
    see(
      'answer/reason',
      findingsIn(answer).some(({ severity }) => severity === 'error'),
      said,
    );
}

const SHOWN = 120;

/** Whether two values are the same JSON. */
export const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);
