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
