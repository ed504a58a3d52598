import type { Row } from './db.js';
import type { Paper, Place, Stored, StoredFile } from './stored.js';

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

export interface SubmissionRow extends Row {
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

export type FileRow = StoredFile & Row;

export const toStored = (row: SubmissionRow): Stored => ({
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
