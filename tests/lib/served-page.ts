import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ROOT } from './source-files.ts';

/** The page of a backend, as its `serve` serves it. */
export interface ServedPage {
  readonly address: string;
  /** what the one in Java says it has accepted: `accepted <id>, files: <n>` */
  readonly accepted: readonly string[];
  stop: () => Promise<void>;
}

/**
 * @param now    the server's clock, ISO 8601 with offset
 * @param within an unpacked release, in place of the repository, where `node` ends whoever calls it
 */
export async function startServedPage(language: 'java' | 'dotnet', now: string, within?: string): Promise<ServedPage> {
  const folder = within ?? ROOT;
  const path = within ? [await folderWithoutNode(within), process.env['PATH']].join(delimiter) : process.env['PATH'];
  const server = spawn(join(folder, 'examples/backends', language, 'serve'), {
    env: { ...process.env, PATH: path, PORT: '0', KL01_NOW: now },
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

/** A folder to stand first on the path, where `node` is something that fails. */
async function folderWithoutNode(within: string): Promise<string> {
  const folder = join(within, 'no-node');
  await mkdir(folder, { recursive: true });
  for (const name of ['node', 'npm', 'npx']) {
    await writeFile(join(folder, name), '#!/bin/sh\necho "There is no Node here." >&2\nexit 1\n', { mode: 0o755 });
  }
  return folder;
}
