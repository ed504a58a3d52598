import type { RulebookForm } from '@kl01/rules';
import type { Block, OfficialDocument } from '../document.js';
import type { Messages } from '../strings/messages.js';
import type { Workbook } from '../workbook.js';
import type { Origin, Sources, UnknownPart } from './sources.js';

/** One official document: what it is made from and how. It names no directive, no format and draws no page. */
export interface DocumentKind {
  readonly id: DocumentId;
  /** by what it is made from; several where the same document comes from one submission and from many */
  readonly from: { readonly [From in Origin]?: Makers<Sources[From]> };
  /** whether a form has what the document prints; left out: every form has */
  readonly fits?: (form: RulebookForm) => boolean;
}

export type DocumentId = keyof Messages['documents'];

/** What writers can write: a format is one way of writing one of these. */
export interface Contents {
  /** text on pages: Word, HTML, PDF */
  readonly pages: OfficialDocument;
  /** cells on sheets: Excel, CSV */
  readonly workbook: Workbook;
}

export type ContentName = keyof Contents;

/** How a document says what it says, for every kind of content that it has. */
export type Makers<From> = { readonly [Name in ContentName]?: (source: From) => Made<Contents[Name]> };

export interface Made<Content> {
  readonly content: Content;
  /** parts of letterhead and signature that print as dotted lines */
  readonly unknown?: readonly UnknownPart[];
  readonly remarks?: readonly Remark[];
  /** texts that may not print longer than so many pages */
  readonly limits?: readonly PageLimit[];
}

/** Something that whoever prints should know. */
export interface Remark {
  readonly id: NoticeId;
  readonly say: (words: Messages['notices']) => string;
}

export type NoticeId = keyof Messages['notices'];

export interface PageLimit {
  /** whose text it is */
  readonly name: string;
  /** such as 0.5 */
  readonly pages: number;
  readonly blocks: readonly Block[];
}
