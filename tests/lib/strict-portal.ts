import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Submission } from '@kl01/rules';

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** A page of a portal that is not ours, under the strict policy, with the published one-file script. */
export interface Portal {
  readonly address: string;
  readonly posts: { submission: Submission; files: string[]; sha256: string[] }[];
  /** true: posts fail, as when a server is down */
  refuse: boolean;
  /** paths that are not there, as after a mistake in setting up */
  readonly missing: Set<string>;
  close: () => Promise<void>;
}

/**
 * Starts a portal whose one page holds the given element in a plain `<form>` and hands it what was stored last.
 *
 * @param element  HTML of the element, named `submission`
 * @param rulebook id of a rulebook that the rules package publishes
 * @param exporters whether the page hands the element the exporters, to make documents and read workbooks
 * @param missing what is not there, at first
 */
export async function startPortal(
  element: string,
  rulebook: string,
  { exporters = false, missing = [] }: { exporters?: boolean; missing?: readonly string[] } = {},
): Promise<Portal> {
  const posts: Portal['posts'] = [];
  const portal: Portal = {
    address: '',
    posts,
    refuse: false,
    missing: new Set(missing),
    close: () => close(server),
  };
  const server = createServer((request, response) => {
    answer(portal, pageOf(element, exporters), rulebook, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(portal, { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

async function answer(
  portal: Portal,
  page: string,
  rulebook: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Content-Security-Policy', POLICY);
  if (request.method === 'POST') return receive(portal, request, response);
  const stored = portal.posts.at(-1)?.submission;
  const files: Record<string, [type: string, content: string | Buffer]> = {
    '/': ['text/html', page],
    '/page.js': ['text/javascript', SCRIPT],
    '/exporters.js': ['text/javascript', EXPORTERS],
    '/favicon.ico': ['image/x-icon', ''],
    '/stored.json': [
      'application/json',
      JSON.stringify(stored ? { ...stored, revision: (stored.revision ?? 0) + 1 } : null),
    ],
  };
  const published: Record<string, [type: string, module: string]> = {
    '/kl01-forms.js': ['text/javascript', '@kl01/forms/kl01-forms.js'],
    '/rulebook.json': ['application/json', `@kl01/rules/rulebooks/${rulebook}.json`],
  };
  const path = request.url ?? '/';
  const part = /^\/exporters\/([\w-]+\.js)$/.exec(path)?.[1];
  const file: [string, string] | undefined = part
    ? ['text/javascript', `@kl01/exporters/browser/${part}`]
    : published[path];
  const found = file ? ([file[0], await readFile(fileURLToPath(import.meta.resolve(file[1])))] as const) : files[path];
  if (!found || portal.missing.has(path)) return void response.writeHead(404).end();
  response.setHeader('Content-Type', `${found[0]}; charset=utf-8`).end(found[1]);
}

async function receive(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (portal.refuse)
    return void response.writeHead(503).end('<!doctype html><title>503</title>Tạm thời không nhận được');
  const form = await new Response(Buffer.concat(chunks), {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData();
  const text = form.get('submission');
  if (text === null) return void response.writeHead(400).end('<!doctype html><title>400</title>Không có hồ sơ nào');
  const submission = JSON.parse(String(text)) as Submission;
  const files = form.getAll('submission_files[]').filter((file) => typeof file !== 'string');
  const bytes = await Promise.all(files.map((file) => file.arrayBuffer()));
  portal.posts.push({
    submission,
    files: files.map(({ name }) => name),
    sha256: bytes.map((each) => createHash('sha256').update(Buffer.from(each)).digest('hex')),
  });
  response.end(`<!doctype html><title>Đã nhận</title>Đã nhận bản số ${submission.revision}`);
}

function pageOf(element: string, exporters: boolean): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <script src="/kl01-forms.js" defer></script><script src="/page.js" defer></script>${exporters ? '<script src="/exporters.js" defer></script>' : ''}</head>
    <body><h1>Cổng thông tin</h1><form method="post" enctype="multipart/form-data">
    ${element}
    <button>Gửi hồ sơ</button></form></body></html>`;
}

const SCRIPT = `
  const form = document.querySelector('body form > :first-child');
  fetch('/stored.json').then((response) => response.json()).then((stored) => {
    form.value = stored;
    form.rulebook = '/rulebook.json';
  });`;

const EXPORTERS = `
  document.querySelector('body form > :first-child').exporters = () => import('/exporters/kl01-exporters.js');`;

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
