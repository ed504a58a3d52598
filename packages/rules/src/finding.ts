import type { Cite, Severity } from './rulebook.js';

/** What is wrong, where, and which clause says so. A value about someone's data, never an exception. */
export interface Finding {
  /** kind of finding, such as `quota/dang-bo`, `required/name`, `schema` */
  rule: string;
  severity: Severity;
  /** absolute JSON Pointer into the submission; `""` is the whole submission */
  path: string;
  message: string;
  params: Record<string, string | number>;
  cite?: Cite;
}

/** The result of judging a submission. */
export interface Verdict {
  /** whether there are no findings of severity `error` */
  valid: boolean;
  findings: Finding[];
}

/** The unit as the host authenticated it. */
export interface AuthenticatedUnit {
  id: string;
  group: string;
}

/** One date of a directive for one unit, and its state at an instant. */
export interface WindowState {
  /** address of the window's pack element */
  element: string;
  id: string;
  /** form the window belongs to, or null for a milestone */
  form: string | null;
  milestone: string | null;
  period: string | null;
  /** the only receiver that it is for */
  receiver: { id: string; label: string } | null;
  label: string;
  state: 'unannounced' | 'upcoming' | 'open' | 'closing' | 'late' | 'closed';
  /** ISO 8601 with the rulebook's offset: first instant, first instant too late, end of the period for late answers */
  from: string | null;
  until: string | null;
  lateUntil: string | null;
  /** whole minutes until `until`, negative once past; null if unannounced */
  minutesLeft: number | null;
  /** the last calendar day that still counts, `YYYY-MM-DD` */
  lastDay: string | null;
  /** the directive's wording, dates in dd/m/yyyy: "trước ngày 31/3/2023" */
  said: string;
  /** in full: the last moment that counts, with its weekday */
  meaning: string;
  early: 'warn' | 'refuse';
  late: 'accept' | 'refuse';
  provisional: boolean;
  amended: { was: string; by: Cite } | null;
  cite?: Cite;
}
