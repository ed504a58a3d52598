import type { Block } from '../../model/document.js';
import type { Messages, UnknownPart } from '../../strings/messages.js';

/** The content of a document, with remarks for the person who prints it. */
export interface Content<Model> {
  readonly model: Model;
  /** letterhead and signature values that print as dotted lines */
  readonly unknown?: readonly UnknownPart[];
  readonly remarks?: readonly Remark[];
  /** texts with a maximum number of pages */
  readonly limits?: readonly PageLimit[];
}

/** A remark for the person who prints. */
export interface Remark {
  readonly id: NoticeId;
  readonly say: (words: Messages['notices']) => string;
}

export type NoticeId = keyof Messages['notices'];

export interface PageLimit {
  /** the person or body the text is about */
  readonly name: string;
  /** such as 0.5 */
  readonly pages: number;
  readonly blocks: readonly Block[];
}
