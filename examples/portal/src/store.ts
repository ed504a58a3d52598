import { createHash, randomBytes } from 'node:crypto';
import type { Finding, Submission } from '@kl01/rules';
import type { Database, Query, Row } from './db.js';

/** Where a submission belongs: of all that a unit sends for it, one is current. */
export interface Place {
  rulebook: string;
  form: string;
  unit: string;
  /** '' where the form has no periods */
  period: string;
  /** whose plan it is; '' for what the unit answers as a whole */
  person: string;
}

/** What is to be kept of a submission that was judged. */
export interface Entry {
  revision: number;
  body: Submission;
  findings: readonly Finding[];
  sentBy: string;
  /** ISO 8601 instant of the portal's clock */
  receivedAt: string;
  /** the instant as of which it was judged; left out: `receivedAt` */
  judgedAt?: string | undefined;
  /** of an answer on paper, which an officer of the committee entered */
  paper?: Paper | null | undefined;
}

/** The document that an answer on paper came as. */
export interface Paper {
  number: string;
  /** calendar date on it, `YYYY-MM-DD` */
  date: string;
}

export interface Stored extends Place, Entry {
  judgedAt: string;
  paper: Paper | null;
  id: string;
  /** refused because another revision had come first */
  stale: boolean;
  withdrawn: { by: string; at: string } | null;
}

export interface StoredFile {
  id: string;
  submission: string;
  /** JSON Pointer of the entry that announces it */
  path: string;
  extension: string;
  size: number;
}

export interface NewFile {
  path: string;
  extension: string;
  size: number;
  sha256: string;
  /** gives the bytes; null where an earlier revision brought them */
  read: (() => Promise<Uint8Array>) | null;
}

export interface Kept {
  /** `repeated`: the same revision with the same content was stored before; `id` is that one's */
  outcome: 'stored' | 'repeated' | 'stale';
  id: string;
}

export type Store = ReturnType<typeof createStore>;

export function createStore(database: Database) {
  const { query } = database;
  const select = async (where: string, values: readonly unknown[]): Promise<Stored[]> =>
    (
      await query<SubmissionRow>(
        `${SELECT} where ${where} order by submission.revision desc, submission.stored_at desc`,
        values,
      )
    ).map(toStored);

  return {
    /** The highest revision stored, withdrawn or not; undefined when there is none. */
    async latest(place: Place): Promise<Stored | undefined> {
      return (await select(`${AT_PLACE} and not stale`, placeValues(place)))[0];
    },

    /** All that was sent for one place, refused ones too, newest first. */
    history: (place: Place): Promise<Stored[]> => select(AT_PLACE, placeValues(place)),

    /** Every submission of a rulebook, refused and superseded ones too, in the order they came last first. */
    everything: (rulebook: string): Promise<Stored[]> => select('submission.rulebook = $1', [rulebook]),

    async byId(id: string): Promise<Stored | undefined> {
      return (await select('submission.id = $1', [id]))[0];
    },

    /** The highest revision of every place of a rulebook, withdrawn or not; of one unit or one form only when it is named. */
    latestOfAll: (
      rulebook: string,
      only: { unit?: string | undefined; form?: string | undefined } = {},
    ): Promise<Stored[]> =>
      select(
        `submission.rulebook = $1 and ($2::text is null or submission.unit = $2) and ($3::text is null or submission.form = $3)
           and not stale and revision =
           (select max(revision) from submission s where s.rulebook = submission.rulebook and s.form = submission.form
             and s.unit = submission.unit and s.period = submission.period and s.person = submission.person and not s.stale)`,
        [rulebook, only.unit ?? null, only.form ?? null],
      ),

    /** The very same content sent before as this revision, if it was. */
    async sameAgain(place: Place, revision: number, body: Submission): Promise<string | undefined> {
      return sameContent(query, place, revision, hashOf(body));
    },

    /**
     * Keeps a submission and its files, all of it or nothing.
     *
     * Stored when its revision is the highest stored + 1; else kept apart as stale, unless it repeats what is stored.
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
        if (stale.isNew) await insertFiles(inside, stale.id, files);
        return { outcome: 'stale', id: stale.id };
      });
    },

    /** Records a withdrawal; false where the submission is not the current one of its place. */
    async withdraw(submission: Stored, by: string, at: string): Promise<boolean> {
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
      query<FileRow>('select id, submission, path, extension, size from file where submission = $1 order by path', [
        submission,
      ]),

    async file(id: string): Promise<(StoredFile & { bytes: Uint8Array }) | undefined> {
      const rows = await query<FileRow & { bytes: Uint8Array }>(
        'select id, submission, path, extension, size, bytes from file join content using (sha256) where id = $1',
        [id],
      );
      return rows[0];
    },

    /** What a unit has already sent for a place: a correction need not bring it again. */
    async contentAt(place: Place): Promise<Map<string, { extension: string; size: number }>> {
      const rows = await query<{ sha256: string; extension: string; size: number }>(
        `select distinct file.sha256, file.extension, file.size from file join submission on submission.id = file.submission where ${AT_PLACE}`,
        placeValues(place),
      );
      return new Map(rows.map(({ sha256, extension, size }) => [sha256, { extension, size }]));
    },
  };
}

const AT_PLACE = `submission.rulebook = $1 and submission.form = $2 and submission.unit = $3 and submission.period = $4
  and submission.person = $5`;

const placeValues = ({ rulebook, form, unit, period, person }: Place): string[] => [
  rulebook,
  form,
  unit,
  period,
  person,
];

const SELECT = `select submission.*, withdrawn_by, withdrawn_at from submission left join withdrawal on withdrawal.submission = submission.id`;

const INSERT = `insert into submission (rulebook, form, unit, period, person, id, revision, stale, content_sha256, body, findings,
  sent_by, received_at, judged_at, paper)`;

interface SubmissionRow extends Row {
  id: string;
  rulebook: string;
  form: string;
  unit: string;
  period: string;
  person: string;
  revision: number;
  stale: boolean;
  body: string;
  findings: string;
  sent_by: string;
  received_at: Date;
  judged_at: Date;
  paper: string | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
}

type FileRow = StoredFile & Row;

const toStored = (row: SubmissionRow): Stored => ({
  id: row.id,
  rulebook: row.rulebook,
  form: row.form,
  unit: row.unit,
  period: row.period,
  person: row.person,
  revision: row.revision,
  stale: row.stale,
  body: JSON.parse(row.body),
  findings: JSON.parse(row.findings),
  sentBy: row.sent_by,
  receivedAt: row.received_at.toISOString(),
  judgedAt: row.judged_at.toISOString(),
  paper: row.paper === null ? null : (JSON.parse(row.paper) as Paper),
  withdrawn: row.withdrawn_at ? { by: row.withdrawn_by ?? '', at: row.withdrawn_at.toISOString() } : null,
});

const submissionValues = (place: Place, entry: Entry, hash: string): unknown[] => [
  ...placeValues(place),
  newId(),
  entry.revision,
  hash,
  JSON.stringify(entry.body),
  JSON.stringify(entry.findings),
  entry.sentBy,
  entry.receivedAt,
  entry.judgedAt ?? entry.receivedAt,
  entry.paper ? JSON.stringify(entry.paper) : null,
];

/**
 * The id, or undefined when the revision is not the next one. Where two officers post at once, the second waits here for
 * the first to commit and then finds its revision taken.
 */
async function insertCurrent(query: Query, place: Place, entry: Entry, hash: string): Promise<string | undefined> {
  const rows = await query<{ id: string }>(
    `${INSERT} select $1, $2, $3, $4, $5, $6, $7::integer, false, $8, $9, $10, $11, $12::timestamptz, $13::timestamptz, $14
     where $7::integer = 1 + (select coalesce(max(revision), 0) from submission where ${AT_PLACE} and not stale)
     on conflict (rulebook, form, unit, period, person, revision) where not stale do nothing returning id`,
    submissionValues(place, entry, hash),
  );
  return rows[0]?.id;
}

async function insertStale(
  query: Query,
  place: Place,
  entry: Entry,
  hash: string,
): Promise<{ id: string; isNew: boolean }> {
  const rows = await query<{ id: string }>(
    `${INSERT} values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12, $13, $14)
     on conflict (rulebook, form, unit, period, person, revision, content_sha256) where stale do nothing returning id`,
    submissionValues(place, entry, hash),
  );
  const id = rows[0]?.id ?? (await sameContent(query, place, entry.revision, hash, true));
  if (!id) throw new Error('a stale submission was neither new nor there before');
  return { id, isNew: rows.length === 1 };
}

async function sameContent(
  query: Query,
  place: Place,
  revision: number,
  hash: string,
  stale = false,
): Promise<string | undefined> {
  const rows = await query<{ id: string }>(
    `select id from submission where ${AT_PLACE} and revision = $6 and content_sha256 = $7 and stale = $8`,
    [...placeValues(place), revision, hash, stale],
  );
  return rows[0]?.id;
}

async function insertFiles(query: Query, submission: string, files: readonly NewFile[]): Promise<void> {
  for (const file of files) {
    if (file.read) {
      const bytes = await file.read();
      await query('insert into content (sha256, bytes) values ($1, $2) on conflict do nothing', [file.sha256, bytes]);
    }
    await query('insert into file (id, submission, path, extension, size, sha256) values ($1, $2, $3, $4, $5, $6)', [
      newId(),
      submission,
      file.path,
      file.extension,
      file.size,
      file.sha256,
    ]);
  }
}

const hashOf = (body: Submission): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** 128 random bits: nobody guesses an address. */
const newId = (): string => randomBytes(16).toString('base64url');
