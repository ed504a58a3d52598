/** What the strings files have sentences about: each of these values has one. */

/** Who reported a finding that the host sets: its server, or an officer who read the submission. */
export type FindingSource = 'server' | 'officer';

/** Whether and how a unit has answered. */
export type UnitState = 'answered' | 'late' | 'invalid' | 'missing' | 'may' | 'exempt';

/** Why a file, or all of them together, cannot be sent. Sizes in bytes; the strings files word them. */
export type FileProblem =
  | { readonly kind: 'file-bytes'; readonly name: string; readonly size: number; readonly max: number }
  | { readonly kind: 'request-bytes'; readonly size: number; readonly max: number }
  | { readonly kind: 'files'; readonly count: number; readonly max: number }
  /** the file was moved, changed or locked after it was chosen */
  | { readonly kind: 'unreadable'; readonly name: string }
  /** the file is empty */
  | { readonly kind: 'empty'; readonly name: string };
