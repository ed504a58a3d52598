import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The page of a backend, as its `serve` serves it. */
export interface ServedPage {
  readonly address: string;
  /** what the one in Java says it has accepted: `accepted <id>, files: <n>` */
  readonly accepted: readonly string[];
  stop: () => Promise<void>;
}

/** @param now the server's clock, ISO 8601 with offset */
export async function startServedPage(language: 'java' | 'dotnet', now: string): Promise<ServedPage> {
  const server = spawn(fileURLToPath(new URL(`../../examples/backends/${language}/serve`, import.meta.url)), {
    env: { ...process.env, PORT: '0', KL01_NOW: now },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const lines = createInterface(server.stdout);
  const [address] = (await Promise.race([
    once(lines, 'line'),
    ended.then(([status]) =>
      Promise.reject(new Error(`examples/backends/${language}/serve ended with status ${status}`)),
    ),
  ])) as [string];
  const accepted: string[] = [];
  lines.on('line', (line) => accepted.push(line));
  return {
    address,
    accepted,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
