import type { Finding } from '@kl01/rules';

/** A finding that knows the cell it is about. */
export interface ImportFinding extends Finding {
  /** such as `Cá nhân!C7`; missing where the finding belongs to no cell */
  readonly cell?: string;
}

/** Values read from a part of a workbook: by JSON Pointer within that part, or within the submission. */
export interface ReadValues {
  /** what could be read; what could not is there as it was typed */
  readonly values: readonly ReadCell[];
  readonly problems: readonly ImportFinding[];
}

export interface ReadCell {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly cell: string;
  /** kept as typed, to be shown; not to be judged */
  readonly unread?: boolean;
}
