import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePort } from './php-page.ts';
import { ROOT } from './source-files.ts';

/** examples/portal as a program of its own, on a database of its own. */
export interface PortalServer {
  readonly address: string;
  /** Signs in. @returns what goes with each request, and with each post */
  session: (officer: string) => Promise<{ cookie: string; token: string }>;
  stop: () => Promise<void>;
}

/** @param now the server's clock, ISO 8601 with offset; all servers of a test take each other's sessions */
export async function startPortalServer(now: string): Promise<PortalServer> {
  const data = await mkdtemp(join(tmpdir(), 'kl01-portal-'));
  const port = await freePort();
  const server = spawn(process.execPath, [join(ROOT, 'examples/portal/dist/server.js')], {
    env: { ...process.env, PORT: String(port), KL01_DATA: data, KL01_NOW: now, KL01_SECRET: SECRET, DATABASE_URL: '' },
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const address = `http://127.0.0.1:${port}/`;
  await Promise.race([answers(address), ended.then(() => Promise.reject(new Error('the portal did not start')))]);
  return {
    address,
    async session(officer) {
      const seen = await fetch(`${address}sign-in?directive=${officer.split('/')[0]}`);
      const fields = new URLSearchParams({ _csrf: tokenIn(await seen.text()), officer });
      const headers = { Cookie: cookieOf(seen), Origin: new URL(address).origin };
      const signedIn = await fetch(`${address}sign-in`, { method: 'POST', body: fields, headers, redirect: 'manual' });
      const cookie = cookieOf(signedIn);
      const page = await fetch(`${address}received`, { headers: { Cookie: cookie } });
      return { cookie, token: tokenIn(await page.text()) };
    },
    async stop() {
      server.kill();
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

const SECRET = 'a secret of the tests, long enough';

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const tokenIn = (page: string): string => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
