import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Submission } from '@kl01/rules';

/** examples/backends/php, served by `php -S` with what its php.ini allows. */
export interface PhpPage {
  readonly address: string;
  /** what the server has stored; null: nothing */
  stored: () => Promise<Submission | null>;
  /** the bytes it keeps, by their SHA-256 */
  files: () => Promise<Record<string, string>>;
  stop: () => Promise<void>;
}

/** @param now the server's clock, ISO 8601 with offset */
export async function startPhpPage(now: string): Promise<PhpPage> {
  const folder = fileURLToPath(new URL('../../examples/backends/php/', import.meta.url));
  const data = await mkdtemp(join(tmpdir(), 'kl01-php-'));
  const port = await freePort();
  const server = spawn('php', ['-c', 'php.ini', '-S', `127.0.0.1:${port}`, 'public/index.php'], {
    cwd: folder,
    env: { ...process.env, KL01_NOW: now, KL01_DATA: data },
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const address = `http://127.0.0.1:${port}/`;
  await Promise.race([
    answers(`${address}page.css`),
    ended.then(() => Promise.reject(new Error('php -S did not start'))),
  ]);
  const unit = join(data, 'dang-bo-phuong-so-1');
  return {
    address,
    stored: async () => {
      const answer = await fetch(`${address}?form=de-nghi-cap-quan`, { headers: { Accept: 'application/json' } });
      return ((await answer.json()) as { submission: Submission | null }).submission;
    },
    files: async () => {
      const names = await readdir(join(unit, 'files'));
      const contents = names.map((name) => readFile(join(unit, 'files', name), 'utf8'));
      return Object.fromEntries((await Promise.all(contents)).map((content, index) => [names[index], content]));
    },
    stop: async () => {
      server.kill();
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once something is served there. */
export async function answers(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
