import type { Row } from './db.js';
import type { Listed, Paper, Place, Stored, StoredFile } from './stored.js';

export const AT_PLACE = `submission.rulebook = $1 and submission.form = $2 and submission.unit = $3 and submission.period = $4
  and submission.person = $5`;

/** The highest revision of its place, withdrawn or not. */
export const IS_LATEST = `not stale and revision =
  (select max(revision) from submission s where s.rulebook = submission.rulebook and s.form = submission.form
    and s.unit = submission.unit and s.period = submission.period and s.person = submission.person and not s.stale)`;

export const placeValues = ({ rulebook, form, unit, period, person }: Place): string[] => [
  rulebook,
  form,
  unit,
  period,
  person,
];

export const SELECT = `select submission.*, withdrawn_by, withdrawn_at from submission left join withdrawal on withdrawal.submission = submission.id`;

/** Without `body` and `findings`, which lists do not need. */
export const SELECT_LISTED = `select submission.id, rulebook, form, unit, period, person, revision, stale, sent_by, received_at, judged_at,
  paper, json_array_length(findings::json) as finding_count, withdrawn_by, withdrawn_at
  from submission left join withdrawal on withdrawal.submission = submission.id`;

interface FactsRow extends Row {
  id: string;
  rulebook: string;
  form: string;
  unit: string;
  period: string;
  person: string;
  revision: number;
  stale: boolean;
  sent_by: string;
  received_at: Date;
  judged_at: Date;
  paper: string | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
}

export interface ListedRow extends FactsRow {
  finding_count: number;
}

export interface SubmissionRow extends FactsRow {
  body: string;
  findings: string;
}

export type FileRow = StoredFile & Row;

export const toStored = (row: SubmissionRow): Stored => ({
  ...factsOf(row),
  body: JSON.parse(row.body),
  findings: JSON.parse(row.findings),
});

export const toListed = (row: ListedRow): Listed => ({ ...factsOf(row), findingCount: row.finding_count });

const factsOf = (row: FactsRow) => ({
  id: row.id,
  rulebook: row.rulebook,
  form: row.form,
  unit: row.unit,
  period: row.period,
  person: row.person,
  revision: row.revision,
  stale: row.stale,
  sentBy: row.sent_by,
  receivedAt: row.received_at.toISOString(),
  judgedAt: row.judged_at.toISOString(),
  paper: row.paper === null ? null : (JSON.parse(row.paper) as Paper),
  withdrawn: row.withdrawn_at ? { by: row.withdrawn_by ?? '', at: row.withdrawn_at.toISOString() } : null,
});
