import type { Submission } from '@kl01/rules';
import type { Database } from './db.js';
import { hashOf, insertCurrent, insertFiles, insertStale, sameContent } from './store-inserts.js';
import { AT_PLACE, IS_LATEST, placeValues, SELECT, SELECT_LISTED, toListed, toStored } from './store-rows.js';
import type { FileRow, ListedRow, SubmissionRow } from './store-rows.js';
import type { Entry, Kept, Listed, NewFile, Paper, Place, Stored, StoredFile } from './stored.js';

export type Store = ReturnType<typeof createStore>;

export interface NomineeNamed {
  unit: string;
  nominee: string;
  name: string;
}

const NEWEST_FIRST = 'order by submission.revision desc, submission.stored_at desc';

export function createStore(database: Database) {
  const { query } = database;
  const select = async (where: string, values: readonly unknown[]): Promise<Stored[]> =>
    (await query<SubmissionRow>(`${SELECT} where ${where} ${NEWEST_FIRST}`, values)).map(toStored);
  const list = async (where: string, values: readonly unknown[]): Promise<Listed[]> =>
    (await query<ListedRow>(`${SELECT_LISTED} where ${where} ${NEWEST_FIRST}`, values)).map(toListed);

  return {
    /** The highest revision stored, withdrawn or not; undefined if there is none. */
    async latest(place: Place): Promise<Stored | undefined> {
      return (await select(`${AT_PLACE} and ${IS_LATEST}`, placeValues(place)))[0];
    },

    /** Everything sent for one place, including refused submissions, newest first. */
    history: (place: Place): Promise<Listed[]> => list(AT_PLACE, placeValues(place)),

    /** Names of nominees of some units, by the latest revision that contains them. */
    async nomineesNamed(
      rulebook: string,
      nominees: readonly { unit: string; nominee: string }[],
    ): Promise<NomineeNamed[]> {
      // Ids are compared in their JSON form, since PostgreSQL cannot unpack one with U+0000.
      const rows = await query<{ unit: string; id: string; name: string | null }>(
        `select unit, (nominee->'id')::text as id, (nominee->'name')::text as name
         from submission, json_array_elements(
           case when json_typeof(body::json->'nominees') = 'array' then body::json->'nominees' else '[]' end) as nominee
         where rulebook = $1 and unit = any($2) and not stale and (nominee->'id')::text = any($3)
         order by revision desc, stored_at desc`,
        [rulebook, nominees.map(({ unit }) => unit), nominees.map(({ nominee }) => JSON.stringify(nominee))],
      );
      return rows.map(({ unit, id, name }) => ({
        unit,
        nominee: String(JSON.parse(id)),
        name: String(JSON.parse(name ?? 'null') ?? ''),
      }));
    },

    /** The instant of each unit's first submission for a form and period, by unit. */
    async firstOf({ rulebook, form, period }: Omit<Place, 'unit' | 'person'>): Promise<ReadonlyMap<string, string>> {
      const rows = await query<{ unit: string; first: Date }>(
        `select unit, min(received_at) as first from submission
         where rulebook = $1 and form = $2 and period = $3 and not stale group by unit`,
        [rulebook, form, period],
      );
      return new Map(rows.map(({ unit, first }) => [unit, first.toISOString()]));
    },

    async byId(id: string): Promise<Stored | undefined> {
      return (await select('submission.id = $1', [id]))[0];
    },

    /** The highest revision of every place of a rulebook, withdrawn or not; limited to one unit or form if given. */
    latestOfAll: (
      rulebook: string,
      only: { unit?: string | undefined; form?: string | undefined } = {},
    ): Promise<Stored[]> =>
      select(
        `submission.rulebook = $1 and ($2::text is null or submission.unit = $2) and ($3::text is null or submission.form = $3)
           and ${IS_LATEST}`,
        [rulebook, only.unit ?? null, only.form ?? null],
      ),

    /** The same without their content. */
    listOfAll: (rulebook: string, only: { unit?: string | undefined } = {}): Promise<Listed[]> =>
      list(`submission.rulebook = $1 and ($2::text is null or submission.unit = $2) and ${IS_LATEST}`, [
        rulebook,
        only.unit ?? null,
      ]),

    /** Papers of a date that answers were entered from, except superseded or withdrawn ones. */
    papersOf: async (rulebook: string, date: string): Promise<(Listed & { paper: Paper })[]> =>
      (
        await list(`submission.rulebook = $1 and paper::json->>'date' = $2 and withdrawn_at is null and ${IS_LATEST}`, [
          rulebook,
          date,
        ])
      ).flatMap((listed) => (listed.paper ? [{ ...listed, paper: listed.paper }] : [])),

    /** The id of identical content sent before as this revision, if any. */
    async sameAgain(place: Place, revision: number, body: Submission): Promise<string | undefined> {
      return sameContent(query, place, revision, hashOf(body));
    },

    /**
     * Stores a submission and its files in one transaction.
     *
     * Stored if its revision is the highest stored + 1; otherwise stored separately as stale, unless it repeats what is
     * stored or the unit has reached `STALE_QUOTA`.
     */
    keep(place: Place, entry: Entry, files: readonly NewFile[]): Promise<Kept> {
      const hash = hashOf(entry.body);
      return database.transaction(async (inside) => {
        const stored = await insertCurrent(inside, place, entry, hash);
        if (stored) {
          await insertFiles(inside, stored, files);
          return { outcome: 'stored', id: stored };
        }
        const same = await sameContent(inside, place, entry.revision, hash);
        if (same) return { outcome: 'repeated', id: same };
        const stale = await insertStale(inside, place, entry, hash);
        if (!stale) return { outcome: 'full' };
        if (stale.isNew) await insertFiles(inside, stale.id, files);
        return { outcome: 'stale', id: stale.id };
      });
    },

    /** Records a withdrawal; false if the submission is not the current one of its place. */
    async withdraw(submission: Place & { id: string }, by: string, at: string): Promise<boolean> {
      const rows = await query(
        `insert into withdrawal (submission, withdrawn_by, withdrawn_at)
         select id, $7, $8::timestamptz from submission where id = $6 and not stale
           and revision = (select max(revision) from submission where ${AT_PLACE} and not stale)
         on conflict do nothing returning submission`,
        [...placeValues(submission), submission.id, by, at],
      );
      return rows.length === 1;
    },

    files: (submission: string): Promise<StoredFile[]> =>
      query<FileRow>(
        'select id, submission, path, extension, size, sha256 from file where submission = $1 order by path',
        [submission],
      ),

    async file(id: string): Promise<(StoredFile & { bytes: Uint8Array }) | undefined> {
      const rows = await query<FileRow & { bytes: Uint8Array }>(
        'select id, submission, path, extension, size, sha256, bytes from file join content using (sha256) where id = $1',
        [id],
      );
      return rows[0];
    },

    /** Files that a unit has already sent for a place: a correction need not send them again. */
    async contentAt(place: Place): Promise<Map<string, { extension: string; size: number }>> {
      const rows = await query<{ sha256: string; extension: string; size: number }>(
        `select distinct file.sha256, file.extension, file.size from file join submission on submission.id = file.submission where ${AT_PLACE}`,
        placeValues(place),
      );
      return new Map(rows.map(({ sha256, extension, size }) => [sha256, { extension, size }]));
    },
  };
}
