import type { TemplateResult } from 'lit';

/** One heading of the printed page with its content. */
export interface PrintBlock {
  readonly heading: string;
  readonly level: 3 | 4;
  readonly entries: readonly PrintEntry[];
  /** content other than entries, such as running text or a table */
  readonly content?: TemplateResult;
  readonly blocks?: readonly PrintBlock[];
}

export interface PrintEntry {
  readonly label: string;
  /** `''`: not answered */
  readonly value: string;
}
