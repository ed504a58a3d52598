/**
 * A submission as our forms write it and servers store it. These types describe good input;
 * what arrives over a network is `unknown` until `check` has judged it.
 * Missing values are null or left out; lists are always there.
 */

export type FormType = 'nomination' | 'report' | 'plan';
/** Kinds of nominee: a collective, an individual, a household, a model (a way of working that others can copy). */
export type Kind = 'collective' | 'individual' | 'household' | 'model';

/** An uploaded file as a submission names it. The server matches the bytes it received by `sha256`. */
export interface FileEntry {
  name: string;
  /** bytes */
  size: number;
  type: string;
  /** lower-case hexadecimal SHA-256 of the file's bytes */
  sha256: string;
  /** what the host's own `upload` answered, where files go one by one */
  ref?: string | null;
}

/** Files by the id of the dossier item or enclosure they answer. */
export type Documents = Record<string, FileEntry[] | null>;

/** What the unit merely declares, by the id of the element declared. Silence (null, missing) is neither yes nor no. */
export type Declared = Record<string, boolean | null>;

/** Somebody or something nominated. */
export interface Nominee {
  /** random, given once, kept for ever */
  id: string;
  kind: Kind;
  declared?: Declared | null;
  sections?: Record<string, string | null> | null;
  documents?: Documents | null;
  /** values of the fields that the form asks for, by field name */
  [field: string]: unknown;
}

/** The meeting that decided on the nominees, for its minutes. */
export interface Meeting {
  date?: string | null;
  present?: number | null;
  absent?: number | null;
  chair?: string | null;
  secretary?: string | null;
  votes?: { nominee: string; for: number; against: number }[] | null;
}

/** The unit answering; `id` is the pack's where the directive names units, else the host's key. */
export interface SubmittingUnit {
  id?: string | null;
  group?: string | null;
  name?: string | null;
  members?: number | null;
}

/** Letterhead and signature, filled in by the host where it knows them; unknown parts print as dotted lines. */
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

/** Whom the receiving office asks about the submission. */
export interface Contact {
  name?: string | null;
  phone?: string | null;
  email?: string | null;
}

/** One unit’s answer to one form. Anything may be missing or null: presence is a matter of rules. */
export interface Submission {
  id?: string | null;
  /** the one the server last stored + 1 */
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
  /** from a fact's id to what the unit says */
  facts?: Record<string, unknown> | null;
  /** nomination */
  nominees?: Nominee[];
  meeting?: Meeting | null;
  /** report */
  answers?: Record<string, string | null> | null;
  /** report, plan: text by section id; a blank line parts paragraphs, leading `-` and `+` are dashes */
  sections?: Record<string, string | null> | null;
  /** report: table id → row id → column id → cell */
  tables?: Record<string, Record<string, Record<string, number | boolean | string | null> | null> | null> | null;
  /** plan */
  person?: Record<string, unknown> | null;
  commitments?: { group?: string | null; title?: string | null; result?: string | null }[];
  /** plan: what came of it, written into a later revision */
  result?: string | null;
  adoption?: { body?: string | null; date?: string | null } | null;
}
