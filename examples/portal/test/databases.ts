import { afterAll, beforeAll, describe } from 'vitest';
import { needs } from '@kl01/tests/needs';
import { startPostgres } from '@kl01/tests/postgres';
import type { TestPostgres } from '@kl01/tests/postgres';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';

/** Runs the same tests on PGlite in memory and on a real PostgreSQL server; names the latter as skipped where there is none. */
export function onBothDatabases(name: string, tests: (database: () => Database) => void): void {
  describe(`${name}, on PGlite`, () => {
    let database: Database;
    beforeAll(async () => void (database = await openDatabase({})));
    afterAll(() => database.close());
    tests(() => database);
  });

  const missing = needs.postgres();
  describe.skipIf(missing)(`${name}, on PostgreSQL${missing ? ` (${missing})` : ''}`, () => {
    let postgres: TestPostgres;
    let database: Database;
    beforeAll(async () => {
      postgres = await startPostgres();
      const url = await postgres.createDatabase();
      // Two servers that start at once on an empty database both find its tables made, once.
      const [first, second] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
      await second.close();
      database = first;
    }, 60_000);
    afterAll(async () => {
      await database?.close();
      await postgres?.stop();
    });
    tests(() => database);
  });
}
