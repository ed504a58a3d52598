import type { FormType } from '@kl01/rules';
import type { OfficialDocument } from '../document.js';
import type { Messages } from '../strings/messages.js';
import type { Source, UnknownPart } from './source.js';

/** One official document: what it is made from and how. It names no directive and draws no page. */
export interface DocumentKind {
  readonly id: keyof Messages['documents'];
  readonly formType: FormType;
  readonly formats: readonly Format[];
  readonly make: (source: Source) => Made;
}

export interface Made {
  readonly document: OfficialDocument;
  /** parts of letterhead and signature that print as dotted lines */
  readonly unknown: readonly UnknownPart[];
  /** nobody is on its list */
  readonly isEmpty: boolean;
}

export type Format = 'docx' | 'html';
