import type { Finding, Submission } from '@kl01/rules';

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

/** What lists show of a submission: everything but what it says, which may be megabytes of each. */
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
}

export interface NewFile {
  path: string;
  extension: string;
  size: number;
  sha256: string;
  /** gives the bytes; null where an earlier revision brought them */
  read: (() => Promise<Uint8Array>) | null;
}

/**
 * `repeated`: the same revision with the same content was stored before, `id` is that one's. `full`: it came second, and the
 * unit has as much of that kept apart as it may have; nothing was kept.
 */
export type Kept = { outcome: 'stored' | 'repeated' | 'stale'; id: string } | { outcome: 'full' };

/** What may be kept apart of one unit for one rulebook; what was kept before it was reached stays. */
export const STALE_QUOTA = { submissions: 20, bytes: 50 * 1024 * 1024 } as const;
