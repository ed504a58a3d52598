/**
 * A submission as our forms write it and servers store it. These types describe valid input; data received over a
 * network is `unknown` until `check` has judged it. Missing values are null or absent; lists are always present.
 */

export type FormType = 'nomination' | 'report' | 'plan';
/**
 * The kinds that every pack may use without defining them: a collective, an individual, a household, or a model (a way
 * of working that others can copy). A kind of the pack's own is laid out, sorted and signed like one of these.
 */
export type UsualKind = 'collective' | 'individual' | 'household' | 'model';
/** The kinds of nominee that need no definition in a pack. */
export const usualKinds = ['collective', 'individual', 'household', 'model'] as const satisfies readonly UsualKind[];
/** A kind of nominee: one of the usual ones (`UsualKind`), or the id of a kind that the pack defines. */
export type Kind = string;

/** An uploaded file as referenced in a submission. The server matches it to the received bytes by `sha256`. */
export interface FileEntry {
  name: string;
  /** in bytes */
  size: number;
  type: string;
  /** lower-case hexadecimal SHA-256 of the file's bytes */
  sha256: string;
  /** what the host's own `upload` returned, if files are uploaded one by one */
  ref?: string | null;
}

/** Files by the id of the dossier item or enclosure they belong to. */
export type Documents = Record<string, FileEntry[] | null>;

/** What the unit declares without proof, by the declared element's id. Missing or null is neither yes nor no. */
export type Declared = Record<string, boolean | null>;

/** A person, collective, household or model put forward. */
export interface Nominee {
  /** random, assigned once and never changed */
  id: string;
  kind: Kind;
  declared?: Declared | null;
  sections?: Record<string, string | null> | null;
  documents?: Documents | null;
  /** values of the form's fields, by field name */
  [field: string]: unknown;
}

/** The meeting that decided on the nominees, for the minutes. */
export interface Meeting {
  date?: string | null;
  present?: number | null;
  absent?: number | null;
  chair?: string | null;
  secretary?: string | null;
  votes?: { nominee: string; for: number; against: number }[] | null;
}

/** The answering unit; `id` is the pack's if the directive names units, otherwise the host's key. */
export interface SubmittingUnit {
  id?: string | null;
  group?: string | null;
  name?: string | null;
  members?: number | null;
}

/** Letterhead and signature, prefilled by the host if known; unknown parts print as dotted lines. */
export interface Issuer {
  superior?: string | null;
  name?: string | null;
  place?: string | null;
  number?: string | null;
  symbol?: string | null;
  /** calendar date, `YYYY-MM-DD` */
  date?: string | null;
  /** signing authority, such as "T/M BAN THƯỜNG VỤ" */
  authority?: string | null;
  title?: string | null;
  signer?: string | null;
  recipients?: string[] | null;
}

/** The person the receiving office can ask about the submission. */
export interface Contact {
  name?: string | null;
  phone?: string | null;
  email?: string | null;
}

/** The cells of a row, by column. */
export type TableRow = Record<string, number | boolean | string | null>;

/** One unit's answer to one form. Anything may be missing or null: presence is checked by rules. */
export interface Submission {
  id?: string | null;
  /** the last stored revision + 1 */
  revision?: number | null;
  /** `<rulebook id>@<version>` */
  rulebook: string;
  form: string;
  period?: string | null;
  unit: SubmittingUnit;
  contact?: Contact | null;
  issuer?: Issuer | null;
  declared?: Declared | null;
  documents?: Documents | null;
  /** the unit's values, by the id of the fact */
  facts?: Record<string, unknown> | null;
  /** nomination */
  nominees?: Nominee[];
  meeting?: Meeting | null;
  /** report */
  answers?: Record<string, string | null> | null;
  /** report, plan: text by section id; a blank line separates paragraphs, a leading `-` or `+` starts a list item */
  sections?: Record<string, string | null> | null;
  /** report: table id → row id → column id → cell; of open rows, a list of rows */
  tables?: Record<string, Record<string, TableRow | null> | TableRow[] | null> | null;
  /** plan */
  person?: Record<string, unknown> | null;
  commitments?: { group?: string | null; title?: string | null; result?: string | null }[];
  /** plan: its outcome, written in a later revision */
  result?: string | null;
  adoption?: { body?: string | null; date?: string | null } | null;
}
