import type { Finding, Submission } from '@kl01/rules';

/** Where a submission belongs: of all submissions of a unit for it, one is current. */
export interface Place {
  rulebook: string;
  form: string;
  unit: string;
  /** '' if the form has no periods */
  period: string;
  /** whose plan it is; '' for answers of the unit as a whole */
  person: string;
}

/** What to store of a judged submission. */
export interface Entry {
  revision: number;
  body: Submission;
  findings: readonly Finding[];
  sentBy: string;
  /** ISO 8601 instant of the portal's clock */
  receivedAt: string;
  /** the instant it was judged by; default: `receivedAt` */
  judgedAt?: string | undefined;
  /** set for an answer on paper, entered by an officer of the committee */
  paper?: Paper | null | undefined;
}

/** The letter that an answer on paper came with. */
export interface Paper {
  number: string;
  /** date on it, `YYYY-MM-DD` */
  date: string;
}

export interface Stored extends Place, Entry {
  judgedAt: string;
  paper: Paper | null;
  id: string;
  /** refused because another revision came first */
  stale: boolean;
  withdrawn: { by: string; at: string } | null;
}

/** What lists show of a submission: everything except its content, which can be megabytes. */
export type Listed = Omit<Stored, 'body' | 'findings'> & {
  findingCount: number;
};

export interface StoredFile {
  id: string;
  submission: string;
  /** JSON Pointer of the entry that announces it */
  path: string;
  extension: string;
  size: number;
  sha256: string;
}

export interface NewFile {
  path: string;
  extension: string;
  size: number;
  sha256: string;
  /** reads the bytes; null if an earlier revision sent them */
  read: (() => Promise<Uint8Array>) | null;
}

/**
 * `repeated`: the same revision with identical content was stored before, under `id`. `full`: it is stale and the unit
 * has reached its quota; nothing was stored.
 */
export type Kept = { outcome: 'stored' | 'repeated' | 'stale'; id: string } | { outcome: 'full' };

/** Limit of stale submissions per unit and rulebook; those stored before it was reached remain. */
export const STALE_QUOTA = { submissions: 20, bytes: 50 * 1024 * 1024 } as const;
