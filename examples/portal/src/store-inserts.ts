import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, type Submission } from '@kl01/rules';
import type { Query } from './db.js';
import { AT_PLACE, placeValues } from './store-rows.js';
import { STALE_QUOTA } from './stored.js';
import type { Entry, NewFile, Place } from './stored.js';

const INSERT = `insert into submission (rulebook, form, unit, period, person, id, revision, stale, content_sha256, body, findings,
  sent_by, received_at, judged_at, paper)`;

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
 * The id, or undefined if the revision is not the next one. If two officers post at once, the second waits here for the
 * first to commit and then finds its revision taken.
 */
export async function insertCurrent(
  query: Query,
  place: Place,
  entry: Entry,
  hash: string,
): Promise<string | undefined> {
  const rows = await query<{ id: string }>(
    `${INSERT} select $1, $2, $3, $4, $5, $6, $7::integer, false, $8, $9, $10, $11, $12::timestamptz, $13::timestamptz, $14
     where $7::integer = 1 + (select coalesce(max(revision), 0) from submission where ${AT_PLACE} and not stale)
     on conflict (rulebook, form, unit, period, person, revision) where not stale do nothing returning id`,
    submissionValues(place, entry, hash),
  );
  return rows[0]?.id;
}

/** Stores a stale submission separately; null, and nothing stored, if the unit has reached its quota. */
export async function insertStale(
  query: Query,
  place: Place,
  entry: Entry,
  hash: string,
): Promise<{ id: string; isNew: boolean } | null> {
  const before = await sameContent(query, place, entry.revision, hash, true);
  if (before) return { id: before, isNew: false };
  // Serializes the posts of one unit; otherwise concurrent ones could all pass the quota check.
  await query('select pg_advisory_xact_lock(5407002, hashtext($1))', [`${place.rulebook}/${place.unit}`]);
  if (await isFull(query, place)) return null;
  const rows = await query<{ id: string }>(
    `${INSERT} values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12, $13, $14)
     on conflict (rulebook, form, unit, period, person, revision, content_sha256) where stale do nothing returning id`,
    submissionValues(place, entry, hash),
  );
  const id = rows[0]?.id ?? (await sameContent(query, place, entry.revision, hash, true));
  if (!id) throw new Error('a stale submission was neither new nor there before');
  return { id, isNew: rows.length === 1 };
}

async function isFull(query: Query, { rulebook, unit }: Place): Promise<boolean> {
  const [kept] = await query<{ submissions: number; bytes: number }>(
    `select count(*)::integer as submissions, coalesce(sum(octet_length(body) + octet_length(findings)
       + (select coalesce(sum(size), 0) from file where submission = submission.id)), 0)::float8 as bytes
     from submission where rulebook = $1 and unit = $2 and stale`,
    [rulebook, unit],
  );
  return kept !== undefined && (kept.submissions >= STALE_QUOTA.submissions || kept.bytes >= STALE_QUOTA.bytes);
}

export async function sameContent(
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

export async function insertFiles(query: Query, submission: string, files: readonly NewFile[]): Promise<void> {
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

/** Equal for equal JSON, in whatever order its members were sent. */
export const hashOf = (body: Submission): string => createHash('sha256').update(canonicalJson(body)).digest('hex');

/** 128 random bits, so that addresses cannot be guessed. */
const newId = (): string => randomBytes(16).toString('base64url');
