import type { RulebookForm } from '@kl01/rules';
import type { Bundle } from './bundle.js';
import type { Calendar } from '../../model/calendar.js';
import type { OfficialDocument } from '../../model/document.js';
import type { Messages } from '../../strings/messages.js';
import type { Workbook } from '../../model/workbook.js';
import type { Content } from './content.js';
import type { Origin, FactsBy } from './facts.js';

/** A kind of official document: what it is made from and how. Independent of directives, formats and page layout. */
export interface DocumentKind {
  readonly id: DocumentId;
  /** makers by origin; several if the same document can be made from one submission and from many */
  readonly from: { readonly [From in Origin]?: Makers<FactsBy[From]> };
  /** whose layout and letterhead to use if the input is another body's submission; default: the unit's */
  readonly issuedBy?: 'committee';
  /** default: every format that can write its contents */
  readonly formats?: readonly string[];
  /** whether the form has what the document prints; default: always */
  readonly fits?: (form: RulebookForm) => boolean;
}

export type DocumentId = keyof Messages['documents'];

/** Content models: each format writes one of these. */
export interface Models {
  /** text on pages: Word, HTML, PDF */
  readonly pages: OfficialDocument;
  /** cells on sheets: Excel, CSV */
  readonly workbook: Workbook;
  /** dates: iCalendar */
  readonly calendar: Calendar;
  /** documents and files together: ZIP */
  readonly bundle: Bundle;
}

export type ModelName = keyof Models;

/** Makes the content of a document, by content model; asynchronous if the code is loaded on demand. */
export type Makers<From> = {
  readonly [Name in ModelName]?: (facts: From) => Content<Models[Name]> | Promise<Content<Models[Name]>>;
};
