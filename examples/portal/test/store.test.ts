import { createHash } from 'node:crypto';
import type { Submission } from '@kl01/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { createActs } from '../src/acts.js';
import type { Database, Row } from '../src/db.js';
import { createStore } from '../src/store.js';
import type { Store } from '../src/store.js';
import { STALE_QUOTA } from '../src/stored.js';
import type { Entry, Kept, NewFile, Place } from '../src/stored.js';
import { onBothDatabases } from './databases.js';

let unit = 0;

const submission = (text: string): Submission => ({
  rulebook: 'vi-du@1.0.0',
  form: 'de-nghi',
  unit: { id: 'a' },
  sections: { text },
});
const entry = (revision: number, text: string): Entry => ({
  revision,
  body: submission(text),
  findings: [],
  sentBy: 'can-bo-1',
  receivedAt: '2023-03-22T01:00:00.000Z',
});

const file = (text: string, read?: () => Promise<Uint8Array>): NewFile => {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    path: `/documents/tep/${text}`,
    extension: 'pdf',
    size: bytes.length,
    sha256,
    read: read ?? (async () => bytes),
  };
};

const idOf = (kept: Kept): string => ('id' in kept ? kept.id : '');

onBothDatabases('the store', (database) => {
  let store: Store;
  let place: Place;
  beforeEach(() => {
    store = createStore(database());
    place = { rulebook: 'vi-du', form: 'de-nghi', unit: `don-vi-${(unit += 1)}`, period: '', person: '' };
  });

  it('stores revision 1, then 2; the highest is current and the history keeps both', async () => {
    expect((await store.keep(place, entry(1, 'một'), [])).outcome).toBe('stored');
    expect((await store.keep(place, entry(2, 'hai'), [])).outcome).toBe('stored');
    expect((await store.latest(place))?.body).toEqual(submission('hai'));
    expect((await store.history(place)).map(({ revision }) => revision)).toEqual([2, 1]);
  });

  it('stores the same revision with the same content once, and answers with the same id', async () => {
    const first = await store.keep(place, entry(1, 'một'), [file('tệp')]);
    const second = await store.keep(place, entry(1, 'một'), [file('tệp')]);
    expect(second).toEqual({ outcome: 'repeated', id: idOf(first) });
    expect(await store.history(place)).toHaveLength(1);
    expect(await store.files(idOf(first))).toHaveLength(1);
  });

  it.each([
    { name: 'another content under a number already taken', revision: 1 },
    { name: 'a number that leaves one out', revision: 3 },
  ])('keeps apart as stale $name, once however often it is sent', async ({ revision }) => {
    await store.keep(place, entry(1, 'một'), []);
    const refused = await store.keep(place, entry(revision, 'khác'), [file('tệp khác')]);
    expect(refused.outcome).toBe('stale');
    expect(await store.keep(place, entry(revision, 'khác'), [])).toEqual(refused);
    expect((await store.latest(place))?.body).toEqual(submission('một'));
    expect((await store.history(place)).map(({ stale }) => stale).sort()).toEqual([false, true]);
    expect(await store.files(idOf(refused))).toHaveLength(1);
  });

  it('lets one of many officers who send at once be first, and keeps all the others', async () => {
    const kept = await Promise.all(
      Array.from({ length: 8 }, (_, at) => store.keep(place, entry(1, `bản ${at}`), [file(`tệp ${at}`)])),
    );
    expect(kept.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    expect(kept.filter(({ outcome }) => outcome === 'stale')).toHaveLength(7);
    expect(await store.history(place)).toHaveLength(8);
  });

  describe('keeps apart no more than a unit may have of that', () => {
    beforeEach(() => store.keep(place, entry(1, 'một'), []));

    it('by number, however many are sent at once; what it kept is still there, and known again', async () => {
      const { submissions } = STALE_QUOTA;
      const kept = await Promise.all(
        Array.from({ length: submissions + 5 }, (_, at) => store.keep(place, entry(1, `bản ${at}`), [])),
      );
      expect(kept.filter(({ outcome }) => outcome === 'stale')).toHaveLength(submissions);
      expect(kept.filter(({ outcome }) => outcome === 'full')).toHaveLength(5);
      expect(await store.history(place)).toHaveLength(submissions + 1);
      const first = kept.findIndex(({ outcome }) => outcome === 'stale');
      expect(await store.keep(place, entry(1, `bản ${first}`), [])).toEqual(kept[first]);
    });

    it('by size, with their files', async () => {
      const large = { ...file('tệp lớn'), size: STALE_QUOTA.bytes };
      expect((await store.keep(place, entry(1, 'hai'), [large])).outcome).toBe('stale');
      expect(await store.keep(place, entry(1, 'ba'), [file('tệp khác')])).toEqual({ outcome: 'full' });
    });

    it('of all its forms together; the next revision is stored all the same, and another unit is not touched', async () => {
      const large = { ...file('tệp lớn'), size: STALE_QUOTA.bytes };
      await store.keep(place, entry(1, 'hai'), [large]);
      const form = { ...place, form: 'bao-cao' };
      expect((await store.keep(form, entry(7, 'ba'), [])).outcome).toBe('full');
      expect((await store.keep(place, entry(2, 'ba'), [])).outcome).toBe('stored');
      expect((await store.keep({ ...form, unit: `${place.unit}-khac` }, entry(7, 'ba'), [])).outcome).toBe('stale');
    });
  });

  it('reads one row for what is current, and no content for what is listed', async () => {
    const large = 'x'.repeat(1_000_000);
    for (const revision of [1, 2, 3]) await store.keep(place, entry(revision, `${large}${revision}`), []);
    const read: Row[][] = [];
    const counting: Database = {
      ...database(),
      query: async <R extends Row>(sql: string, values?: readonly unknown[]) => {
        const rows = await database().query<R>(sql, values);
        read.push(rows);
        return rows;
      },
    };
    const counted = createStore(counting);
    expect((await counted.latest(place))?.revision).toBe(3);
    expect(read.flat()).toHaveLength(1);

    read.length = 0;
    expect(await counted.history(place)).toHaveLength(3);
    expect(await counted.listOfAll(place.rulebook, { unit: place.unit })).toHaveLength(1);
    await counted.papersOf(place.rulebook, '2023-03-22');
    await createActs(counting).page(place.rulebook, 1);
    expect(JSON.stringify(read).length).toBeLessThan(100_000);
  });

  it('lets the same post sent twice at once be stored once', async () => {
    const kept = await Promise.all([1, 2].map(() => store.keep(place, entry(1, 'một'), [file('tệp')])));
    expect(kept.map(({ outcome }) => outcome).sort()).toEqual(['repeated', 'stored']);
    expect(kept.map(idOf)).toEqual([idOf(kept[0]!), idOf(kept[0]!)]);
  });

  it('keeps nothing at all when something breaks after the first file', async () => {
    const broken = file('hỏng', async () => Promise.reject(new Error('the disk is gone')));
    await expect(store.keep(place, entry(1, 'một'), [file('tốt'), broken])).rejects.toThrow('the disk is gone');
    expect(await store.history(place)).toEqual([]);
    expect(await store.contentAt(place)).toEqual(new Map());
    expect((await store.keep(place, entry(1, 'một'), [file('tốt')])).outcome).toBe('stored');
  });

  it('gives back a file byte for byte, ten megabytes too', async () => {
    const bytes = Buffer.alloc(10_000_000, 'kl01\0');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const large: NewFile = {
      path: '/documents/tep/0',
      extension: 'pdf',
      size: bytes.length,
      sha256,
      read: async () => bytes,
    };
    const [listed] = await store.files(idOf(await store.keep(place, entry(1, 'một'), [large])));
    const stored = await store.file(listed?.id ?? '');
    expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it('records a withdrawal once and brings no earlier revision back', async () => {
    await store.keep(place, entry(1, 'một'), []);
    await store.keep(place, entry(2, 'hai'), []);
    const [current, earlier] = await store.history(place);
    expect(earlier && (await store.withdraw(earlier, 'can-bo-1', '2023-03-23T01:00:00Z'))).toBe(false);
    expect(current && (await store.withdraw(current, 'can-bo-1', '2023-03-23T01:00:00Z'))).toBe(true);
    expect(current && (await store.withdraw(current, 'can-bo-2', '2023-03-23T02:00:00Z'))).toBe(false);
    const latest = await store.latest(place);
    expect(latest).toMatchObject({ revision: 2, withdrawn: { by: 'can-bo-1', at: '2023-03-23T01:00:00.000Z' } });
    expect((await store.keep(place, entry(3, 'ba'), [])).outcome).toBe('stored');
  });

  it('keeps one plan for each person: the revisions of one are not the other’s', async () => {
    const [first, second] = ['can-bo-1', 'can-bo-2'].map((person) => ({ ...place, person }));
    expect((await store.keep(first!, entry(1, 'một'), [])).outcome).toBe('stored');
    expect((await store.keep(second!, entry(1, 'một'), [])).outcome).toBe('stored');
    expect((await store.keep(first!, entry(2, 'hai'), [])).outcome).toBe('stored');
    expect((await store.latest(second!))?.revision).toBe(1);
    const all = await store.latestOfAll(place.rulebook, { unit: place.unit });
    expect(all.map(({ person, revision }) => [person, revision]).sort()).toEqual([
      ['can-bo-1', 2],
      ['can-bo-2', 1],
    ]);
  });

  it('keeps every letter and every control character of a text', async () => {
    const text = '<b>Đặng "Thị" \u0000 \u2028 𝒳 e\u0302\u0301';
    const id = idOf(await store.keep(place, entry(1, text), []));
    expect((await store.byId(id))?.body).toEqual(submission(text));
  });
});
