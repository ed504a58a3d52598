import type { TemplateResult } from 'lit';

/** One heading of the printed page with what stands under it. */
export interface PrintBlock {
  readonly heading: string;
  readonly level: 3 | 4;
  readonly entries: readonly PrintEntry[];
  /** what stands under the heading in a form of its own, such as running text or a table */
  readonly content?: TemplateResult;
  readonly blocks?: readonly PrintBlock[];
}

export interface PrintEntry {
  readonly label: string;
  /** `''`: not answered */
  readonly value: string;
}
