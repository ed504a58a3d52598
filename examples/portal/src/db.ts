import { readFile, readdir } from 'node:fs/promises';
import { PGlite, types } from '@electric-sql/pglite';
import pg from 'pg';
import { told } from './database-error.js';

export type Row = Record<string, unknown>;
export type Query = <R extends Row>(sql: string, values?: readonly unknown[]) => Promise<R[]>;

/**
 * The minimal database interface of the portal; the same SQL runs on PGlite and PostgreSQL. Errors are
 * `DatabaseError`s.
 */
export interface Database {
  query: Query;
  /** Runs `work` in a transaction, which is rolled back if it throws; the error is rethrown. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Where the database is: a PostgreSQL server, or a PGlite folder (default: in memory). */
export type DatabasePlace = { url: string } | { folder?: string };

/** Opens the database and migrates its tables. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = 'url' in place ? connectPostgres(place.url) : await openPGlite(place.folder);
  await migrate(database);
  return database;
}

function connectPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: WAIT_MS,
    statement_timeout: LONGEST_MS,
    idle_in_transaction_session_timeout: LONGEST_MS,
  });
  // The pool replaces connections lost while idle; if one is lost while in use, its next query fails. Without a
  // listener, either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    query: async (sql, values) => (await told(pool.query(sql, values ? [...values] : undefined))).rows,
    async transaction(work) {
      const client = await told(pool.connect());
      let broken = false;
      try {
        await told(client.query('begin'));
        const result = await work(
          async (sql, values) => (await told(client.query(sql, values ? [...values] : undefined))).rows,
        );
        await told(client.query('commit'));
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** Timeouts for a connection, then for one statement: an upload of 50 MB takes seconds. */
const WAIT_MS = 5000;
const LONGEST_MS = 60_000;

async function openPGlite(folder?: string): Promise<Database> {
  const lite = await PGlite.create({ ...(folder && { dataDir: folder }), serializers: HEX.out, parsers: HEX.in });
  return {
    query: queryOf(lite),
    async transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
      const ended = await told(
        lite.transaction(async (inside): Promise<{ result: T } | { error: unknown }> => {
          try {
            return { result: await work(queryOf(inside)) };
          } catch (error) {
            await inside.rollback();
            return { error };
          }
        }),
      );
      if ('error' in ended) throw ended.error;
      return ended.result;
    },
    close: () => lite.close(),
  };
}

/** PGlite's own conversion of `bytea` is byte by byte: ten times slower for a file of 10 MB. */
const HEX = {
  out: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}` },
  in: { [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') },
};

/** Like node-postgres: without parameters, a query may contain several statements. */
const queryOf =
  (lite: Pick<PGlite, 'query' | 'exec'>): Query =>
  async <R extends Row>(sql: string, values?: readonly unknown[]) =>
    values
      ? (await told(lite.query<R>(sql, [...values]))).rows
      : (((await told(lite.exec(sql))).at(-1)?.rows as R[] | undefined) ?? []);

/** Runs each file of `sql/` that has not run yet, in order of names. */
async function migrate(database: Database): Promise<void> {
  const folder = new URL('../sql/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const scripts = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  );
  await database.transaction(async (query) => {
    // Two servers may start on the same database at once.
    await query('select pg_advisory_xact_lock(5407001)');
    await query(
      'create table if not exists migration (name text primary key, ran_at timestamptz not null default now())',
    );
    const done = new Set((await query<{ name: string }>('select name from migration')).map((row) => row.name));
    for (const [name, script] of scripts) {
      if (done.has(name)) continue;
      await query(script);
      await query('insert into migration (name) values ($1)', [name]);
    }
  });
}
