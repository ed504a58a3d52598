import type { RulebookForm } from '@kl01/rules';
import type { Bundle } from './bundle.js';
import type { Calendar } from '../../model/calendar.js';
import type { OfficialDocument } from '../../model/document.js';
import type { Messages } from '../../strings/messages.js';
import type { Workbook } from '../../model/workbook.js';
import type { Content } from './content.js';
import type { Origin, FactsBy } from './facts.js';

/** One official document: what it is made from and how. It names no directive, no format and draws no page. */
export interface DocumentKind {
  readonly id: DocumentId;
  /** by what it is made from; several where the same document comes from one submission and from many */
  readonly from: { readonly [From in Origin]?: Makers<FactsBy[From]> };
  /** whose layout and letterhead it has, where the submission that it is made from is another's; left out: the unit's */
  readonly issuedBy?: 'committee';
  /** left out: every format that its contents can be written in */
  readonly formats?: readonly string[];
  /** whether a form has what the document prints; left out: every form has */
  readonly fits?: (form: RulebookForm) => boolean;
}

export type DocumentId = keyof Messages['documents'];

/** What writers can write: a format is one way of writing one of these. */
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

/** How a document says what it says, for every model that it has; one whose code is loaded on demand says it later. */
export type Makers<From> = {
  readonly [Name in ModelName]?: (facts: From) => Content<Models[Name]> | Promise<Content<Models[Name]>>;
};
