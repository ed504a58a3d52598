/** What sentences are said of: the strings files answer each of these. */

/** Whose words a finding is that the host hands over: its server's, or those of an officer who read the submission. */
export type FindingSource = 'server' | 'officer';

/** How a unit stands, as the officer asks: did they answer? */
export type UnitState = 'answered' | 'late' | 'invalid' | 'missing' | 'may' | 'exempt';

/** Why a file, or all of them together, would not arrive. Sizes in bytes; the words are the strings files' affair. */
export type FileProblem =
  | { readonly kind: 'file-bytes'; readonly name: string; readonly size: number; readonly max: number }
  | { readonly kind: 'request-bytes'; readonly size: number; readonly max: number }
  | { readonly kind: 'files'; readonly count: number; readonly max: number }
  /** the file was moved, changed or locked after it was chosen */
  | { readonly kind: 'unreadable'; readonly name: string }
  /** nothing stands in the file */
  | { readonly kind: 'empty'; readonly name: string };
