import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import { entryOf, multipart, nomination, OFFICER_A1, pdf, RULEBOOK } from './visitor.js';

const SERVER = fileURLToPath(new URL('../dist/server.js', import.meta.url));

describe('the portal as a process, with the data folder it makes by itself', () => {
  let data: string;
  let servers: ChildProcess[];
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'kl01-portal-data-'));
    servers = [];
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => stop(server, 'SIGKILL')));
    await rm(data, { recursive: true, force: true });
  });

  const start = async (): Promise<{ server: ChildProcess; address: string }> => {
    const server = startServer(data);
    servers.push(server);
    return { server, address: /http:\S+/.exec(await said(server))?.[0] ?? '' };
  };

  it('keeps submissions and sessions through a restart', async () => {
    const before = await start();
    const officer = await signIn(before.address);
    const { submission, files } = nomination();
    const sent = await send(before.address, officer, submission, files);
    expect(sent.status).toBe(303);
    await stop(before.server, 'SIGTERM');

    const after = await start();
    const receipt = await fetch(`${after.address}${sent.headers.get('location')}`, {
      headers: { cookie: officer.cookie },
    });
    expect(receipt.status).toBe(200);
  });

  it('finishes a post that is under way when it is told to stop, takes no other, and ends without a fault', async () => {
    const { server, address } = await start();
    const officer = await signIn(address);
    const { submission, files } = nomination();
    const { payload, type } = multipart({ _csrf: officer.token, submission: JSON.stringify(submission) }, files);
    const half = payload.length >> 1;
    const headers = { cookie: officer.cookie, 'content-type': type, 'content-length': payload.length };
    const post = request(`${address}/submissions`, { method: 'POST', headers });
    const [answer, exit] = [once(post, 'response'), once(server, 'exit')];
    post.write(payload.subarray(0, half));
    await pause(300);
    server.kill('SIGTERM');
    await pause(700);
    expect(await fetch(address).catch(() => 'refused')).toBe('refused');
    post.end(payload.subarray(half));
    const [{ statusCode }] = (await answer) as [IncomingMessage];
    expect(statusCode).toBe(303);
    expect(await exit).toEqual([0, null]);
    const database = await openDatabase({ folder: join(data, 'database') });
    expect(await database.query('select count(*)::int as stored from submission')).toEqual([{ stored: 1 }]);
    await database.close();
  });

  it('refuses to start a second time on the same folder, and says what to do', async () => {
    await start();
    const second = startServer(data);
    servers.push(second);
    expect(await said(second)).toMatch(/cannot start: process \d+ uses .*; stop it, or name another folder/);
    if (second.exitCode === null) await once(second, 'exit');
    expect(second.exitCode).toBe(1);
  });

  it.each([300, 700, 1100])('keeps all or nothing when killed %i ms into a post of 40 MB', async (milliseconds) => {
    const { server, address } = await start();
    const officer = await signIn(address);
    const proofs = Array.from({ length: 4 }, (_, at) => ({
      name: `Minh chứng ${at}.pdf`,
      bytes: Buffer.concat([pdf(String(at)), Buffer.alloc(9_000_000, at)]),
    }));
    const { submission, files } = nomination(({ nominees }) => {
      Object.assign(nominees![0]!.documents!, { 'minh-chung': proofs.map(entryOf) });
    });
    const posting = send(address, officer, submission, [...files, ...proofs]).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await stop(server, 'SIGKILL');
    const answer = await posting;

    const restarted = await start();
    expect(await readdir(join(data, 'incoming'))).toEqual([]);
    await stop(restarted.server, 'SIGTERM');
    const database = await openDatabase({ folder: join(data, 'database') });
    const [counts] = await database.query(
      `select (select count(*)::int from submission) submissions, (select count(*)::int from file) files, (select count(*)::int from content) contents`,
    );
    await database.close();
    expect([
      { submissions: 0, files: 0, contents: 0 },
      { submissions: 1, files: 7, contents: 7 },
    ]).toContainEqual(counts);
    if (answer) expect(counts).toMatchObject({ submissions: 1 });
  });
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function startServer(data: string): ChildProcess {
  // Port 0: any that is free.
  return spawn(process.execPath, [SERVER], {
    env: { ...process.env, KL01_DATA: data, PORT: '0', DATABASE_URL: '' },
    stdio: 'pipe',
  });
}

/** The first words of a server, or of its refusal to start. */
async function said(server: ChildProcess): Promise<string> {
  const [words] = await Promise.race([once(server.stdout!, 'data'), once(server.stderr!, 'data')]);
  return String(words);
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

interface SignedIn {
  cookie: string;
  token: string;
}

async function signIn(address: string): Promise<SignedIn> {
  const anonymous = await look(address, `/sign-in?directive=${RULEBOOK}`, '');
  const body = new URLSearchParams({ _csrf: anonymous.token, officer: OFFICER_A1 });
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie: anonymous.cookie },
  });
  return look(address, '/', cookieOf(answer));
}

async function look(address: string, path: string, cookie: string): Promise<SignedIn> {
  const answer = await fetch(`${address}${path}`, { headers: { cookie } });
  const token = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  return { cookie: cookie || cookieOf(answer), token };
}

const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

function send(
  address: string,
  { cookie, token }: SignedIn,
  submission: unknown,
  files: Parameters<typeof multipart>[1],
): Promise<Response> {
  const { payload, type } = multipart({ _csrf: token, submission: JSON.stringify(submission) }, files);
  const headers = { cookie, 'content-type': type };
  return fetch(`${address}/submissions`, {
    method: 'POST',
    body: new Uint8Array(payload),
    headers,
    redirect: 'manual',
  });
}
