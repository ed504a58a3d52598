import { needs } from '@kl01/tests/needs';
import { startPostgres } from '@kl01/tests/postgres';
import type { TestPostgres } from '@kl01/tests/postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseError } from '../src/database-error.js';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import { onBothDatabases } from './databases.js';
import { nomination, OFFICER_A1, openPortal } from './visitor.js';
import type { TestPortal } from './visitor.js';

const missing = needs.postgres();
describe.skipIf(missing)(`a PostgreSQL that is restarted${missing ? ` (${missing})` : ''}`, () => {
  let postgres: TestPostgres;
  let database: Database;
  let portal: TestPortal;
  beforeAll(async () => {
    postgres = await startPostgres();
    database = await openDatabase({ url: await postgres.createDatabase() });
    portal = await openPortal(database, undefined, undefined, undefined, { write: () => {} });
  }, 60_000);
  afterAll(async () => {
    await portal?.close();
    await database?.close();
    await postgres?.stop();
  });

  it('fails what was under way and nothing after it, whether its connection was in use or not', async ({ skip }) => {
    if (!postgres.restart) return skip('the server of KL01_POSTGRES_URL is not ours to restart');
    const inUse = database.transaction(async (query) => {
      await query('select 1');
      await postgres.restart?.();
      return query('select 1');
    });
    await expect(inUse).rejects.toMatchObject({ name: 'DatabaseError', statusCode: 503 });
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is answered by 503 and when to come again, to posts as well, and then as before', async ({ skip }) => {
    if (!postgres.restart) return skip('the server of KL01_POSTGRES_URL is not ours to restart');
    const officer = await portal.visitor(OFFICER_A1);
    const answers: { status: number; again: unknown }[] = [];
    let isOver = false;
    const visit = async (at: number) => {
      while (!isOver) {
        const { submission, files } = nomination((one) => (one.contact = { name: `Lần ${at}` }));
        const answer = await (at % 2 ? officer.get('/received') : officer.send(submission, files));
        answers.push({ status: answer.statusCode, again: answer.headers['retry-after'] });
        // Refused at once, it would leave the server no time to come back.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const visits = Array.from({ length: 12 }, (_, at) => visit(at));
    await postgres.restart().finally(() => (isOver = true));
    await Promise.all(visits);
    const refused = answers.filter(({ status }) => status >= 500);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) expect(answer).toEqual({ status: 503, again: '30' });
    expect((await officer.get('/received')).statusCode).toBe(200);
  });
});

onBothDatabases('what goes wrong with the database', (database) => {
  const sentence = 'Số điện thoại 0912345678';
  afterEach(() => database().query('alter table submission drop constraint if exists refuse'));

  it('is said without what was in the query', async () => {
    const query = database().query('select $1::integer', [sentence]);
    const error: unknown = await query.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ code: '22P02', statusCode: 500 });
    expect(JSON.stringify(Object.entries(error as object)) + String(error) + (error as Error).stack).not.toContain(
      '0912',
    );
  });

  it('leaves an error of the work within a transaction what it was', async () => {
    const own = new RangeError('not a fault of the database');
    await expect(database().transaction(() => Promise.reject(own))).rejects.toBe(own);
  });

  it('is logged in one short line: what, where, and nothing that anybody sent', async () => {
    const lines: string[] = [];
    const portal = await openPortal(database(), undefined, undefined, undefined, {
      write: (line) => void lines.push(line),
    });
    const officer = await portal.visitor(OFFICER_A1);
    await database().query('alter table submission add constraint refuse check (length(body) < 10)');
    const { submission, files } = nomination((one) => (one.contact = { name: sentence }));
    const answer = await officer.send(submission, files);
    await portal.close();
    expect(answer.statusCode).toBe(500);
    expect(lines).toHaveLength(1);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({ method: 'POST', route: '/submissions', err: { code: '23514' } });
    expect(line.length).toBeLessThan(5000);
    for (const sent of ['0912', '0900', 'Minh Họa', 'phuong-a', 'PDF']) expect(line).not.toContain(sent);
  });
});
