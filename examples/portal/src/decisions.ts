import { randomBytes } from 'node:crypto';
import type { Database, Row } from './db.js';

/** What a committee decides on together: one form, for one of its periods if it has any. */
export interface Desk {
  rulebook: string;
  form: string;
  /** '' if the form has no periods */
  period: string;
}

/** A decision: who made it, when, and what it replaced. */
export interface Decision extends Desk {
  id: string;
  /** what it is about, such as `answer/<unit>` or `picks/<selection>` */
  subject: string;
  /** 1, 2, …: the latest is in force */
  version: number;
  body: unknown;
  /** null: no previous decision */
  was: unknown;
  by: string;
  /** ISO 8601 instant of the portal's clock */
  at: string;
}

export interface Deciding {
  subject: string;
  /** the version that the officer saw; 0: none */
  seen: number;
  body: unknown;
  by: string;
  at: string;
}

export type Decisions = ReturnType<typeof createDecisions>;

/** Decisions are append-only: the latest of each subject is in force, the rest is history. */
export function createDecisions({ query }: Database) {
  return {
    /** Decisions in force at a desk, by subject. */
    async standing({ rulebook, form, period }: Desk): Promise<ReadonlyMap<string, Decision>> {
      const rows = await query<DecisionRow>(
        `select * from decision d where rulebook = $1 and form = $2 and period = $3 and version =
           (select max(version) from decision where rulebook = d.rulebook and form = d.form and period = d.period and subject = d.subject)`,
        [rulebook, form, period],
      );
      return new Map(rows.map((row) => [row.subject, toDecision(row)]));
    },

    /** All decisions on some subjects of a desk, latest first. */
    async log({ rulebook, form, period }: Desk, subjects: readonly string[]): Promise<Decision[]> {
      const rows = await query<DecisionRow>(
        `select * from decision where rulebook = $1 and form = $2 and period = $3 and subject = any($4)
         order by stored_at desc, version desc`,
        [rulebook, form, period, subjects],
      );
      return rows.map(toDecision);
    },

    /** Records a decision; null if there has been another one since the officer looked. */
    async decide(desk: Desk, { subject, seen, body, by, at }: Deciding): Promise<Decision | null> {
      const same = 'rulebook = $2 and form = $3 and period = $4 and subject = $5';
      const rows = await query<DecisionRow>(
        `insert into decision (id, rulebook, form, period, subject, version, body, was, decided_by, decided_at)
         select $1, $2, $3, $4, $5, $6::integer + 1, $7, (select body from decision where ${same} and version = $6::integer),
           $8, $9::timestamptz
         where $6::integer = (select coalesce(max(version), 0) from decision where ${same})
         on conflict (rulebook, form, period, subject, version) do nothing returning *`,
        [newId(), desk.rulebook, desk.form, desk.period, subject, seen, JSON.stringify(body), by, at],
      );
      return rows[0] ? toDecision(rows[0]) : null;
    },
  };
}

export interface DecisionRow extends Row {
  id: string;
  rulebook: string;
  form: string;
  period: string;
  subject: string;
  version: number;
  body: string;
  was: string | null;
  decided_by: string;
  decided_at: Date;
}

export const toDecision = (row: DecisionRow): Decision => ({
  id: row.id,
  rulebook: row.rulebook,
  form: row.form,
  period: row.period,
  subject: row.subject,
  version: row.version,
  body: JSON.parse(row.body),
  was: row.was === null ? null : JSON.parse(row.was),
  by: row.decided_by,
  at: row.decided_at.toISOString(),
});

const newId = (): string => randomBytes(16).toString('base64url');
