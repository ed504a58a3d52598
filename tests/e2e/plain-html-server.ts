import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface PlainHtml {
  readonly address: string;
  stop: () => Promise<void>;
}

/** Starts examples/plain-html as its README says, on a free port. */
export async function startPlainHtml(): Promise<PlainHtml> {
  const folder = fileURLToPath(new URL('../../examples/plain-html/', import.meta.url));
  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: folder,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const lines = createInterface(server.stdout);
  const [address] = (await Promise.race([
    once(lines, 'line'),
    ended.then(([status]) => Promise.reject(new Error(`examples/plain-html ended with status ${status}`))),
  ])) as [string];
  return {
    address,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
