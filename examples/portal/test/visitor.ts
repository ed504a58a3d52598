import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { FileEntry, Submission } from '@kl01/rules';
import { buildApp } from '../src/app.js';
import type { Database } from '../src/db.js';
import { readDirectory } from '../src/directory.js';
import type { Directory } from '../src/directory.js';
import type { Settings } from '../src/portal.js';

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
export async function openPortal(
  database: Database,
  now = INSIDE_THE_WINDOW,
  onRoute?: Settings['onRoute'],
  directory?: Directory,
  log?: Settings['log'],
): Promise<TestPortal> {
  const incoming = await mkdtemp(join(tmpdir(), 'kl01-portal-test-'));
  const app = await buildApp({
    directory: directory ?? (await readDirectory(now)),
    database,
    secret: 'a secret of the tests, long enough',
    incoming,
    ...(onRoute && { onRoute }),
    ...(log && { log }),
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

  private readonly app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.app = app;
  }

  async signIn(officer: string): Promise<void> {
    await this.get(`/sign-in?directive=${officer.split('/')[0]}`);
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

/**
 * A valid nomination of the unit: one collective and one individual, each with its report, and a confirmation for the slate.
 *
 * @param change made before it is sent
 */
export function nomination(change: (submission: Submission) => void = () => {}): {
  submission: Submission;
  files: Upload[];
} {
  const files = ['Báo cáo tập thể', 'Báo cáo cá nhân', 'Xác nhận'].map((name) => ({
    name: `${name}.pdf`,
    bytes: pdf(name),
  }));
  const [collective, individual, confirmation] = files.map(entryOf);
  const submission: Submission = {
    id: 'bai-thu',
    revision: 1,
    rulebook: `${RULEBOOK}@1.0.0`,
    form: FORM,
    period: null,
    unit: { id: 'dang-bo-phuong-a', group: 'dang-bo', name: 'Đảng bộ phường A (minh họa)' },
    contact: { name: 'Văn phòng Đảng ủy phường A', phone: '0900000001' },
    nominees: [
      {
        id: 'n1',
        kind: 'collective',
        name: 'Chi bộ 5',
        workplace: 'Đảng bộ phường A',
        summary: 'Mô hình “Dân vận khéo” giúp 12 hộ thoát nghèo.',
        phone: '0900000011',
        declared: { 'theo-kh-95': true, 'bao-cao-thanh-tich': true },
        documents: { 'bao-cao-thanh-tich': [collective!] },
      },
      {
        id: 'n2',
        kind: 'individual',
        name: 'Đồng chí Minh Họa',
        position: 'Bí thư Chi bộ 5',
        workplace: 'Đảng bộ phường A',
        summary: 'Tận tụy với công việc, gương mẫu trong mọi phong trào.',
        phone: '0900000012',
        declared: { 'theo-kh-95': true, 'bao-cao-thanh-tich': true },
        documents: { 'bao-cao-thanh-tich': [individual!] },
      },
    ],
    declared: {},
    documents: { 'xac-nhan-nganh-doc': [confirmation!] },
  };
  change(submission);
  return { submission, files };
}
