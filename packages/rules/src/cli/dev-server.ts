import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { isInstant } from '../calendar.js';
import { PackCasesError } from '../authoring/parse-cases.js';
import type { AuthenticatedUnit } from '../finding.js';
import { check, type CheckOptions } from '../judge/check.js';
import { readJson, UnreadableError } from '../reading/read-json.js';
import type { Lang } from '../text.js';
import { isObject } from '../values/plain.js';
import { addCase, caseOf, CaseRefused } from './dev-cases.js';
import type { PackOnDisk } from './dev-state.js';
import { UnusableInput, type Shell } from './files.js';
import { cliStrings } from './strings/cli.js';
import { devStrings } from './strings/dev.js';

export interface DevServer {
  readonly server: Server;
  /** tells open pages that the files changed */
  readonly tell: () => void;
}

interface Serving {
  readonly pack: PackOnDisk;
  /** path of the forms' script */
  readonly forms: string;
  /** language of the page unless its address says another */
  readonly lang: Lang;
}

const PAGE = new URL('../../dev-page/', import.meta.url);

/** Our own scripts and styles alone; no other page may frame this one. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** More than a submission may have, which is judged rather than refused here. */
const MAX_BYTES = 6_000_000;

/**
 * The server of `kl01 dev`. It reads the pack and its cases, writes cases, and opens no file that a request names.
 * Requests of other sites are refused: by `Host`, so that no name can be pointed here, and by `Origin`.
 */
export function devServer(serving: Serving): DevServer {
  const listeners = new Set<ServerResponse>();
  /** cases are added one after another */
  let adding: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = adding.then(work);
    adding = done.catch(() => undefined);
    return done;
  };

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const failed = (error: unknown) => answerJson(response, 500, { message: String(error) });
    answer(request, response).catch(failed);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurs(request, server)) return void response.writeHead(403).end();
    const [pathname = '/', query] = (request.url ?? '/').split('?');
    const asked = new URLSearchParams(query).get('lang');
    const lang = asked === 'vi' || asked === 'en' ? asked : serving.lang;
    const files: Record<string, () => Promise<readonly [type: string, content: string | Buffer]>> = {
      '/': () => Promise.resolve(['text/html', pageOf(lang, serving.pack)]),
      '/page.js': async () => ['text/javascript', await readFile(new URL('page.js', PAGE))],
      '/page.css': async () => ['text/css', await readFile(new URL('page.css', PAGE))],
      '/kl01-forms.js': async () => ['text/javascript', await readFile(serving.forms)],
      '/favicon.ico': () => Promise.resolve(['image/x-icon', '']),
    };
    if (request.method === 'POST') return receive(pathname, lang, request, response);
    if (request.method !== 'GET') return void response.writeHead(405).end();
    if (pathname === '/state') {
      const state = await serving.pack.state(lang);
      return answerJson(response, 200, { ...state, words: devStrings[lang].page });
    }
    if (pathname === '/events') return listen(response);
    const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
    if (!file) return void response.writeHead(404).end();
    const [type, content] = await file();
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(content);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(`retry: 1000\ndata: ${serving.pack.revision}\n\n`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  async function receive(
    pathname: string,
    lang: Lang,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const shell: Shell = { words: cliStrings[lang], lang };
    try {
      const body = await readBody(request);
      if (body === null) return void response.writeHead(413).end();
      const asked = readJson(body);
      const { rulebook } = serving.pack;
      if (!isObject(asked) || rulebook === null) return void response.writeHead(400).end();
      if (pathname === '/check') {
        const { now, submission } = asked;
        if (typeof now !== 'string' || !isInstant(now)) return void response.writeHead(400).end();
        const options: CheckOptions = {
          now,
          unit: unitIn(asked['unit']),
          given: givenIn(asked['given']),
          receiver: typeof asked['receiver'] === 'string' ? asked['receiver'] : null,
          lang,
        };
        return answerJson(response, 200, check(rulebook, submission, options));
      }
      if (pathname !== '/cases') return void response.writeHead(404).end();
      const { mistakes } = await serving.pack.state(lang);
      if (mistakes.length > 0) throw new CaseRefused(devStrings[lang].brokenPack);
      const entry = caseOf(rulebook, asked, shell);
      await inTurn(() => addCase(serving.pack.cases, entry, shell));
      answerJson(response, 200, { name: entry.name, file: basename(serving.pack.cases) });
    } catch (error) {
      const told = [CaseRefused, PackCasesError, UnusableInput, UnreadableError].some((kind) => error instanceof kind);
      const code = (error as NodeJS.ErrnoException).code;
      if (!told && code === undefined) throw error;
      answerJson(response, 422, { message: (error as Error).message });
    }
  }

  const tell = (): void => {
    for (const response of listeners) response.write(`data: ${serving.pack.revision}\n\n`);
  };
  return { server, tell };
}

/** Asked of this address by this page: a name that another site points at 127.0.0.1 is not ours. */
function isOurs({ headers, method }: IncomingMessage, server: Server): boolean {
  const { port } = server.address() as AddressInfo;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && headers['sec-fetch-mode'] !== 'navigate') {
    return false;
  }
  if (method === 'POST') return origin === `http://${host}` && headers['content-type'] === 'application/json';
  return origin === undefined || origin === `http://${host}`;
}

/** @returns null when it is larger than `MAX_BYTES`; then the rest is read but not kept */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= MAX_BYTES) chunks.push(chunk as Buffer);
    else chunks.length = 0;
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks) : null;
}

function unitIn(unit: unknown): AuthenticatedUnit | null {
  if (!isObject(unit)) return null;
  const { id, group } = unit;
  return typeof id === 'string' && typeof group === 'string' ? { id, group } : null;
}

function givenIn(given: unknown): CheckOptions['given'] {
  if (!isObject(given)) return null;
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[id, value]] : [],
    ),
  );
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

function pageOf(lang: Lang, pack: PackOnDisk): string {
  const title = devStrings[lang].page.title.replace('{pack}', basename(pack.file));
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
    <link rel="stylesheet" href="/page.css" />
    <script src="/kl01-forms.js" defer></script>
    <script src="/page.js" type="module"></script>
  </head>
  <body></body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
