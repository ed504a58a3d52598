import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parseInstant } from '../../src/calendar.js';
import type { AuthenticatedUnit, Finding } from '../../src/finding.js';
import { check } from '../../src/judge/check.js';
import { readJson } from '../../src/reading/read-json.js';
import type { Rulebook } from '../../src/rulebook.js';
import { canonicalJson } from '../../src/values/canonical.js';
import { findingsOfFiles, storedFiles, type ArrivedFile } from './storage-files.js';

/**
 * A host that keeps the storage contract (docs/storage-contract.md) in memory, and that can be told to do one thing
 * wrong, so that `kl01 host-check` can be seen to notice it. The session is a cookie: the id of a unit, or `desk`.
 */
export interface StorageHost {
  readonly address: string;
  stop(): Promise<void>;
}

export interface StorageHostOptions {
  readonly rulebook: Rulebook;
  readonly units: readonly AuthenticatedUnit[];
  readonly now: string;
  /** the one thing; host-check.test.ts lists them */
  readonly fault?: string | undefined;
}

interface Receipt {
  readonly id: string;
  readonly revision: number;
  readonly receivedAt: string;
  readonly href: string;
  readonly files: readonly { sha256: string; size: number; href: string }[];
}

interface Stored {
  readonly receipt: Receipt;
  readonly submission: Plain;
  /** canonical */
  readonly content: string;
}

type Plain = Record<string, unknown>;

const LIMITS = { requestBytes: 6_000_000, fileBytes: 200_000, files: 10 };
const AFTER_ALL = '2023-06-01T00:00:00Z';

class Refusal extends Error {
  readonly status: number;
  readonly findings: readonly Finding[];
  readonly more: object;
  constructor(status: number, findings: readonly Finding[] | string, more: object = {}) {
    super(String(status));
    this.status = status;
    this.findings = typeof findings === 'string' ? [said(findings)] : findings;
    this.more = more;
  }
}

const said = (rule: string): Finding => ({
  rule,
  severity: 'error',
  path: '',
  message: `Không nhận: ${rule}.`,
  params: {},
});

/** Starts one on a free port. */
export async function startStorageHost({ rulebook, units, now, fault }: StorageHostOptions): Promise<StorageHost> {
  const does = (name: string): boolean => fault === name;
  /** what was stored, oldest first, by unit, form and period */
  const places = new Map<string, Stored[]>();
  /** by unit and digest */
  const kept = new Map<string, ArrivedFile>();
  let turn: Promise<unknown> = Promise.resolve();
  let inside = 0;
  let isStuck = false;

  const sessionOf = ({ headers }: IncomingMessage): string => /session=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
  const placeOf = (unit: string, form: unknown, period: unknown): string =>
    JSON.stringify([does('one-place') ? units[0]?.id : unit, form, period ?? null]);
  const fileKey = (unit: string, sha256: string): string => (does('files-of-all') ? sha256 : `${unit}/${sha256}`);

  function unitOf(request: IncomingMessage, query: URLSearchParams): AuthenticatedUnit {
    const session = does('anybody') ? sessionOf(request) || units[0]?.id : sessionOf(request);
    const unit = units.find(({ id }) => id === session);
    if (!unit) throw new Refusal(401, 'session');
    return does('unit-of-query') ? { ...unit, id: query.get('unit') ?? unit.id } : unit;
  }

  function mustBeFromHere({ headers: { origin, host = '' } }: IncomingMessage): void {
    const from = origin?.replace(/^https?:\/\//, '');
    if (does('any-origin') || (does('no-origin') && from === undefined)) return;
    if (does('origin-prefix') ? !from?.startsWith(host) : from !== host) throw new Refusal(403, 'origin');
  }

  async function receive(request: IncomingMessage, unit: AuthenticatedUnit): Promise<object> {
    mustBeFromHere(request);
    const { text, files } = partsOf(request, await bodyOf(request));
    const isTooMuch = files.length > LIMITS.files || files.some(({ bytes }) => bytes.length > LIMITS.fileBytes);
    if (does('more-files') ? false : isTooMuch && !does('no-limits')) throw new Refusal(413, 'too-large');
    const submission = readText(text);
    if (does('no-lock')) return store(submission, files, unit, request);
    if (does('locks-for-good')) await pause(5);
    if (does('locks-for-good') && (isStuck ||= inside > 1)) throw new Refusal(503, 'locked');
    // One after the other: judged, compared and stored without anybody between.
    const mine = turn.then(() => store(submission, files, unit, request));
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function store(
    submission: unknown,
    files: readonly ArrivedFile[],
    unit: AuthenticatedUnit,
    request: IncomingMessage,
  ): Promise<object> {
    const { form, period, revision } = (submission ?? {}) as Plain;
    const key = placeOf(unit.id, form, period);
    const stored = places.get(key) ?? [];
    const content = does('order-counts') ? JSON.stringify(submission) : canonicalJson(submission ?? null);
    const known = does('double-receipt') ? [] : does('last-only') ? stored.slice(-1) : stored;
    const before = known.find(({ receipt, content: its }) => receipt.revision === revision && its === content);
    const one = () => newStored(submission as Plain, files, unit, content);
    if (before) {
      const standing = stored.at(-1)?.receipt.revision ?? 0;
      if (does('stores-again'))
        places.set(key, [...stored, { ...one(), receipt: { ...before.receipt, revision: standing + 1 } }]);
      return { receipt: before.receipt };
    }
    if (does('half-store') && form !== undefined) places.set(key, [...stored, one()]);
    const findings = judged(submission, files, unit, request);
    if (does('refuses-all') || findings.some(({ severity }) => severity === 'error')) {
      throw new Refusal(does('told-ok') ? 200 : 422, told(findings));
    }
    const standing = stored.at(-1)?.receipt.revision ?? 0;
    if (does('no-lock')) await pause(5);
    const sent =
      does('revision-optional') && !(Number(revision) > 0 && Number.isInteger(revision)) ? standing + 1 : revision;
    const isNext =
      (does('overwrites') && Number(sent) === standing) ||
      (does('any-revision') ? Number(sent) > standing : sent === standing + 1);
    if (!isNext) throw new Refusal(409, 'revision', does('no-current') ? {} : { revision: standing });
    const last = does('forgets') ? [] : (places.get(key) ?? []);
    const newest = { ...one() };
    places.set(key, [...last.filter(({ receipt }) => receipt.revision !== sent), newest]);
    return does('no-receipt') ? {} : { receipt: newest.receipt };
  }

  function judged(
    submission: unknown,
    files: readonly ArrivedFile[],
    unit: AuthenticatedUnit,
    { headers }: IncomingMessage,
  ): Finding[] {
    if (does('fault-on-list') && Array.isArray(submission)) throw new TypeError('a list');
    const at = does('clock-of-client') && headers['x-now'] ? String(headers['x-now']) : now;
    const read = does('blank-is-null')
      ? (JSON.parse(JSON.stringify(submission), (_name, value: unknown) => (value === ' ' ? null : value)) as unknown)
      : submission;
    const { findings } = check(rulebook, read, { now: at, unit: does('forged-unit') ? null : unit });
    const isKept = (sha256: string) => !does('needs-again') && kept.has(fileKey(unit.id, sha256));
    const all = [...findings, ...(does('ignores-files') ? [] : findingsOfFiles(submission, files, isKept, fault))];
    return all.filter(({ rule }) => !does(`without:${rule.split('/')[0]}`));
  }

  function told(findings: readonly Finding[]): readonly Finding[] {
    if (does('no-findings')) return [];
    if (does('bare-findings')) return findings.map(({ message }) => ({ message }) as Finding);
    return does('other-sentences') ? findings.map((finding) => ({ ...finding, message: 'Sai.' })) : findings;
  }

  function newStored(body: Plain, files: readonly ArrivedFile[], unit: AuthenticatedUnit, content: string): Stored {
    const random = randomBytes(16).toString('hex');
    const id = does('numbered')
      ? String(kept.size + places.size)
      : does('one-receipt')
        ? 'always-the-same-one'
        : random;
    const entries = storedFiles(body, files, (sha256) => kept.get(fileKey(unit.id, sha256)));
    for (const file of does('drops-files') ? [] : entries) kept.set(fileKey(unit.id, file.sha256), file);
    const named = entries.map(({ sha256, bytes }) => ({ sha256, size: bytes.length, href: `?file=${sha256}` }));
    const receivedAt = does('other-clock') ? '2031-01-01T00:00:00Z' : now;
    const receipt = {
      id,
      revision: Number(body['revision']),
      receivedAt,
      href: `?receipt=${id}`,
      files: does('no-digests') ? [] : named,
    };
    const json = JSON.stringify(body);
    const kept_ = does('normalizes')
      ? json.normalize('NFC')
      : does('strips-markup')
        ? json.replace(/<[^>]*>/g, '')
        : json;
    const submission = JSON.parse(kept_) as Plain;
    return { receipt, submission: does('adds-members') ? { ...submission, stored: true } : submission, content };
  }

  function read(query: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    if (query.has('desk')) return readDesk(query.get('form') ?? '', request, response);
    const unit = unitOf(request, query);
    if (does('closed-after') && parseInstant(now) > parseInstant(AFTER_ALL)) throw new Refusal(403, 'closed');
    const isOurs = (key: string) => does('reads-of-all') || key.startsWith(`[${JSON.stringify(unit.id)}`);
    const all = [...places].filter(([key]) => isOurs(key)).flatMap(([, stored]) => stored);
    if (query.has('file')) return readFile(kept.get(fileKey(unit.id, query.get('file') ?? '')), response);
    if (query.has('receipt')) {
      const found =
        all.find(({ receipt }) => receipt.id === query.get('receipt')) ??
        (does('any-receipt') ? all.at(-1) : undefined);
      if (!found) throw new Refusal(404, 'receipt');
      return send(response, 200, { submission: found.submission, receipt: found.receipt });
    }
    const form =
      rulebook.forms.find(({ id }) => id === query.get('form')) ?? (does('any-form') ? rulebook.forms[0] : undefined);
    if (!form) throw new Refusal(404, 'form');
    const stored = places.get(placeOf(unit.id, form.id, query.get('period'))) ?? [];
    const last = does('shows-first') ? stored[0] : stored.at(-1);
    send(response, 200, {
      rulebook: `${rulebook.id}@${does('other-version') ? '9.9.9' : rulebook.version}`,
      form: does('other-form') ? 'x' : form.id,
      unit,
      now: does('wrong-clock') ? new Date(Date.parse(now) + 86_400_000).toISOString() : now,
      limits: does('small-limits') ? { ...LIMITS, requestBytes: 1000 } : LIMITS,
      revision: last?.receipt.revision ?? 0,
      submission: last?.submission ?? null,
      receipt: does('no-old-receipt') ? null : (last?.receipt ?? null),
    });
  }

  function readDesk(form: string, request: IncomingMessage, response: ServerResponse): void {
    if (sessionOf(request) !== 'desk' && !does('desk-for-all')) throw new Refusal(403, 'desk');
    const received = [...places].flatMap(([key, stored]) => {
      const [id, its] = JSON.parse(key) as [string, string];
      const unit = units.find((each) => each.id === id);
      const counted = does('desk-of-all') ? stored : does('desk-empty') || its !== form ? [] : stored.slice(-1);
      return counted.map(({ submission, receipt }) => ({ submission, at: receipt.receivedAt, unit, receipt }));
    });
    send(response, 200, { received });
  }

  function readFile(file: ArrivedFile | undefined, response: ServerResponse): void {
    if (!file) throw new Refusal(does('fault-on-file') ? 500 : 404, 'file');
    response.writeHead(200, {
      'Content-Type': does('runs-files') ? 'text/html' : 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      ...(!does('runs-files') && { 'Content-Disposition': 'attachment' }),
    });
    response.end(does('mends-files') ? file.bytes.toString('utf8') : file.bytes);
  }

  function send(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, {
      'Content-Type': does('html') ? 'text/html' : 'application/json',
      ...(!does('sniff') && { 'X-Content-Type-Options': 'nosniff' }),
      ...(!does('cached') && { 'Cache-Control': 'no-store' }),
    });
    const trace = does('trace') && status >= 400 ? { trace: 'at Store.put(store.php:17)' } : {};
    response.end(does('no-json') && status >= 400 ? 'Sai.' : JSON.stringify({ ...body, ...trace }));
  }

  async function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    const most = does('no-limits') ? Infinity : LIMITS.requestBytes;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size <= most) chunks.push(chunk);
      }
    } catch (error) {
      if (does('dies-after-cut')) server.close();
      if (!does('takes-halves')) throw error;
    }
    if (size > most) throw new Refusal(413, 'too-large');
    return Buffer.concat(chunks);
  }

  function partsOf({ headers }: IncomingMessage, body: Buffer): { text: Buffer | null; files: ArrivedFile[] } {
    const boundary = /boundary=(\S+)/.exec(headers['content-type'] ?? '')?.[1];
    if (boundary === undefined && does('json-body')) return { text: body, files: [] };
    if (boundary === undefined) throw new Refusal(400, 'no-form');
    const end = `--${boundary}--\r\n`;
    const isWhole = body.subarray(-end.length).toString('latin1') === end;
    if (!isWhole && !does('takes-halves')) throw new Refusal(400, 'cut-off');
    let text: Buffer | null = null;
    const files: ArrivedFile[] = [];
    // One character for each byte.
    for (const part of body.toString('latin1').split(`--${boundary}`).slice(1)) {
      const at = part.indexOf('\r\n\r\n');
      const content = Buffer.from(part.slice(at + 4, part.endsWith('\r\n') ? -2 : undefined), 'latin1');
      if (at < 0) continue;
      const name = /filename="([^"]*)"/.exec(part.slice(0, at))?.[1];
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (name !== undefined) files.push({ name, bytes: content, sha256 });
      else if (part.slice(0, at).includes('name="submission"')) text = content;
    }
    return { text, files };
  }

  function readText(text: Buffer | null): unknown {
    if (text === null && does('missing-as-empty')) return {};
    if (text === null) throw new Refusal(400, 'missing');
    try {
      const value = does('lenient') ? (JSON.parse(text.toString('utf8')) as unknown) : readJson(text);
      // As an assignment to an object does.
      if (does('strips-proto')) Reflect.deleteProperty(value as object, '__proto__');
      return value;
    } catch {
      if (does('mends-text')) return {};
      throw new Refusal(400, 'unreadable');
    }
  }

  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://host');
    inside++;
    const answer = async (): Promise<void> => {
      if (request.method === 'GET') return read(searchParams, request, response);
      if (request.method !== 'POST') throw new Refusal(does('any-method') ? 404 : 405, 'method');
      const taken = await receive(request, unitOf(request, searchParams));
      send(response, 200, { valid: true, findings: [], ...taken });
    };
    answer()
      .catch((error: unknown) => {
        request.resume();
        const { status, findings, more } = error instanceof Refusal ? error : new Refusal(500, 'fault');
        send(response, status, { valid: false, findings, ...more });
      })
      .finally(() => inside--);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/submissions`,
    async stop() {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}
