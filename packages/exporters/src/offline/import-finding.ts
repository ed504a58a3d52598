import type { Finding } from '@kl01/rules';

/** A finding with the address of its cell. */
export interface ImportFinding extends Finding {
  /** such as `Cá nhân!C7`; absent if the finding concerns no single cell */
  readonly cell?: string;
}

/** Values read from a part of a workbook; paths are relative to that part or to the submission. */
export interface ReadValues {
  /** values, including unreadable ones as typed */
  readonly values: readonly ReadCell[];
  readonly problems: readonly ImportFinding[];
}

export interface ReadCell {
  readonly path: readonly string[];
  readonly value: unknown;
  /** empty for what no single cell says */
  readonly cell: string;
  /** unreadable: kept as typed for display, excluded from judging */
  readonly unread?: boolean;
}
