import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgresFolder } from './programs.mjs';

export interface TestPostgres {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  /** Shuts the server down as an administrator does, which cuts every client off, and starts it again; missing where it is not ours. */
  restart?(): Promise<void>;
  /** Drops those databases and stops the server, where it is ours. */
  stop(): Promise<void>;
}

interface Server {
  url: string;
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

interface Account {
  uid?: number;
  gid?: number;
}

/**
 * Runs the server until its own input ends, which happens however the test ends: stopped, forgotten or killed. A line of
 * input starts it anew. SIGINT is PostgreSQL's fast shutdown: clients are cut off, nothing is left running.
 */
const GUARD = `
  folder=$1; shift
  exec 3<&0
  while
    "$@" </dev/null 3<&- &
    server=$!
    read -r _ <&3
  do
    kill -INT $server; wait $server
  done
  kill -INT $server; wait $server
  cd / && rm -rf "$folder"`;

/**
 * A PostgreSQL server for one test file: the one named by `KL01_POSTGRES_URL` (its user may create databases), else a
 * private one in a temporary folder, on a free port of 127.0.0.1.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['KL01_POSTGRES_URL'];
  const server = given ? { url: given, stop: async () => {} } : await startPrivateServer();
  const names: string[] = [];
  return {
    ...(server.restart && { restart: server.restart }),
    async createDatabase() {
      const name = `kl01_test_${randomBytes(6).toString('hex')}`;
      await query(server.url, `CREATE DATABASE ${name}`);
      names.push(name);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      for (const name of names) await query(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function startPrivateServer(): Promise<Server> {
  const programs = findPostgresFolder();
  if (!programs) throw new Error('PostgreSQL is missing: install postgresql, or name a server in KL01_POSTGRES_URL.');
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), 'kl01-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const cluster = ['-D', data, '-U', 'kl01', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), cluster, { ...account, cwd: folder, stdio: 'pipe' });

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'log_min_messages=fatal'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const command = ['-c', GUARD, 'guard', folder, join(programs, 'postgres'), ...args];
  const guard = spawn('sh', command, { ...account, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();

  const url = `postgres://kl01@127.0.0.1:${port}/postgres`;
  await waitUntilReady(url);
  const restart = async () => {
    const started = await startOf(url);
    guard.stdin?.write('\n');
    for (let attempt = 0; attempt < 450; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = await startOf(url).catch(() => started);
      if (now !== started) return;
    }
    throw new Error('PostgreSQL was not back after 45 seconds.');
  };
  return { url, restart, stop: () => stopped(guard) };
}

/** PostgreSQL refuses to run as root; as root we become `postgres`, the user Debian's package makes, else `nobody`. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root: make a user named "postgres".');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    try {
      await query(url, 'SELECT 1');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('PostgreSQL was not ready after 15 seconds.');
}

function stopped(guard: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    guard.ref();
    guard.once('exit', () => resolve());
    guard.stdin?.end();
  });
}

const startOf = async (url: string): Promise<string> =>
  String((await query(url, 'SELECT pg_postmaster_start_time()::text AS started'))[0]?.['started']);

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
