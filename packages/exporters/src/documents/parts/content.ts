import type { Block } from '../../model/document.js';
import type { Messages, UnknownPart } from '../../strings/messages.js';

/** What a document says, and what whoever prints it should know. */
export interface Content<Model> {
  readonly model: Model;
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
