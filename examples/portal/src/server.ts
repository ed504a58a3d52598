import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.js';
import { openDatabase } from './db.js';
import { readDirectory } from './directory.js';
import { drained } from './drained.js';

const { DATABASE_URL, HOST = '127.0.0.1', KL01_DATA, KL01_NOW, KL01_SECRET, PORT } = process.env;

try {
  await start();
} catch (error) {
  console.error(`The portal cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const data = KL01_DATA ?? fileURLToPath(new URL('../.kl01/portal', import.meta.url));
  await mkdir(data, { recursive: true });
  const release = await lock(join(data, 'lock'));
  const incoming = await emptyFolder(join(data, 'incoming'));
  const database = await openDatabase(DATABASE_URL ? { url: DATABASE_URL } : { folder: join(data, 'database') });
  const secret = KL01_SECRET ?? (await keptSecret(join(data, 'secret')));
  const app = await buildApp({ directory: await readDirectory(KL01_NOW), database, secret, incoming });
  const address = await listen(app);
  console.log(`The portal is at ${address}`);
  console.log(
    `Its data are in ${DATABASE_URL ? 'the PostgreSQL database of DATABASE_URL' : data}. Stop it with Ctrl+C.`,
  );

  const stop = async () => {
    await drained(app, DRAIN_MS);
    await database.close();
    await release();
    process.exit(0);
  };
  // A second signal ends the process at once.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Service managers kill processes that have not ended after a minute and a half. */
const DRAIN_MS = 60_000;

/** PGlite's folder supports only one process. The lock of a process that has ended is taken over. */
async function lock(path: string): Promise<() => Promise<void>> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(await readFile(path, 'utf8'));
    if (isRunning(owner))
      throw new Error(
        `process ${owner} uses ${path}; stop it, or name another folder in KL01_DATA. If it is no portal, delete that file.`,
      );
    await writeFile(path, String(process.pid));
  }
  return () => rm(path, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Deletes partial uploads left by a crash. */
async function emptyFolder(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  return path;
}

/** A stored secret, so that sessions survive a restart. */
async function keptSecret(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept) return kept;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(path, secret, { mode: 0o600 });
  return secret;
}

/** Listens on PORT; if not set, on 8080 or the next free port. */
async function listen(app: FastifyInstance): Promise<string> {
  if (PORT) return app.listen({ port: Number(PORT), host: HOST });
  for (let port = 8080; port < 8100; port += 1) {
    try {
      return await app.listen({ port, host: HOST });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  throw new Error('ports 8080 to 8099 are taken; name a free one in PORT.');
}
