import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { FileEntry, Nominee, Submission } from '@kl01/rules';
import { buildApp } from '../src/app.js';
import type { Database } from '../src/db.js';
import { readDirectory } from '../src/directory.js';

export const RULEBOOK = 'hai-phong.kien-an.2023';
export const FORM = 'de-nghi-cap-quan';
export const INSIDE_THE_WINDOW = '2023-03-22T08:00:00+07:00';
export const AFTER_THE_WINDOW = '2023-04-03T08:00:00+07:00';

export const OFFICER_A1 = `${RULEBOOK}/dang-bo-phuong-a/1`;
export const OFFICER_A2 = `${RULEBOOK}/dang-bo-phuong-a/2`;
export const OFFICER_B = `${RULEBOOK}/dang-bo-phuong-b/1`;
export const COMMITTEE = `${RULEBOOK}/committee`;

export interface Upload {
  name: string;
  bytes: Buffer;
}

export interface TestPortal {
  app: FastifyInstance;
  incoming: string;
  visitor(officer?: string): Promise<Visitor>;
  close(): Promise<void>;
}

/** A portal on a database, at an instant. */
export async function openPortal(database: Database, now = INSIDE_THE_WINDOW): Promise<TestPortal> {
  const incoming = await mkdtemp(join(tmpdir(), 'kl01-portal-test-'));
  const app = await buildApp({
    directory: await readDirectory(now),
    database,
    secret: 'a secret of the tests, long enough',
    incoming,
  });
  return {
    app,
    incoming,
    async visitor(officer) {
      const visitor = new Visitor(app);
      if (officer) await visitor.signIn(officer);
      return visitor;
    },
    async close() {
      await app.close();
      await rm(incoming, { recursive: true, force: true });
    },
  };
}

/** A browser, as far as the portal can tell: keeps its cookie and reads the token out of pages. */
export class Visitor {
  cookie = '';
  token = '';

  constructor(private readonly app: FastifyInstance) {}

  async signIn(officer: string): Promise<void> {
    await this.get('/sign-in');
    await this.post('/sign-in', { officer });
    await this.get('/received');
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.keep(await this.app.inject({ url, headers: { cookie: this.cookie } }));
  }

  async post(
    url: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const payload = new URLSearchParams({ _csrf: this.token, ...fields }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.keep(
      await this.app.inject({ method: 'POST', url, payload, headers: { cookie: this.cookie, ...type, ...headers } }),
    );
  }

  /** Posts a submission as a browser does: the token, the JSON, the files. */
  send(
    submission: unknown,
    files: readonly Upload[] = [],
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    return this.sendText(typeof submission === 'string' ? submission : JSON.stringify(submission), files, headers);
  }

  async sendText(
    json: string,
    files: readonly Upload[],
    headers: Record<string, string>,
  ): Promise<LightMyRequestResponse> {
    const { payload, type } = multipart({ _csrf: this.token, submission: json }, files);
    const all = { cookie: this.cookie, 'content-type': type, ...headers };
    return this.keep(await this.app.inject({ method: 'POST', url: '/submissions', payload, headers: all }));
  }

  private keep(response: LightMyRequestResponse): LightMyRequestResponse {
    const [cookie] = response.cookies;
    if (cookie) this.cookie = `${cookie.name}=${encodeURIComponent(cookie.value)}`;
    this.token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token;
    return response;
  }
}

export function multipart(
  fields: Record<string, string>,
  files: readonly Upload[] = [],
): { payload: Buffer; type: string } {
  const boundary = `----kl01${randomBytes(8).toString('hex')}`;
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="submission_files[]"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
}

export const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}`);

export const entryOf = ({ name, bytes }: Upload): FileEntry => ({
  name,
  size: bytes.length,
  type: 'application/pdf',
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

interface Case {
  form: string;
  submission: Partial<Submission>;
  expect: { valid: boolean; findings: unknown[] };
}

/**
 * A valid nomination of the unit, from the pack's own cases, with files that exist.
 *
 * @param change made before the files are announced
 */
export function nomination(change: (submission: Submission) => void = () => {}): {
  submission: Submission;
  files: Upload[];
} {
  const cases: Case[] = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve(`@kl01/rules/packs/${RULEBOOK}.cases.json`), 'utf8'),
  );
  const found = cases.find(
    ({ form, expect, submission }) =>
      form === FORM && expect.valid && submission.unit?.group === 'dang-bo' && expect.findings.length === 0,
  );
  if (!found) throw new Error(`the cases of ${RULEBOOK} have no valid nomination of the group dang-bo`);
  const submission: Submission = {
    id: 'bai-thu',
    revision: 1,
    rulebook: `${RULEBOOK}@1.0.0`,
    declared: {},
    documents: {},
    ...structuredClone(found.submission),
    form: FORM,
    unit: { ...found.submission.unit, id: 'dang-bo-phuong-a', group: 'dang-bo' },
  };
  submission.nominees = (submission.nominees ?? []).map((nominee, at) => ({ ...nominee, id: nominee.id ?? `n${at}` }));
  change(submission);
  return { submission, files: bringFiles(submission) };
}

/** Puts real files in the place of those that a case only describes. */
function bringFiles(submission: Submission): Upload[] {
  const files: Upload[] = [];
  for (const { documents } of [submission, ...(submission.nominees ?? [])] as (Submission | Nominee)[]) {
    for (const entries of Object.values(documents ?? {})) {
      entries?.forEach((_entry, at) => {
        const upload = { name: `Tệp số ${files.length + 1}.pdf`, bytes: pdf(`nội dung ${files.length + 1}`) };
        files.push(upload);
        entries[at] = entryOf(upload);
      });
    }
  }
  return files;
}
