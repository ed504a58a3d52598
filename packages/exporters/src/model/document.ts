import type { ParagraphName, TextStyleName } from './styles.js';

/**
 * A document as plain data: its content in reading order and the role of each paragraph (`styles.ts`), not its
 * appearance, which the layout defines (`layouts/`). Writers (`docx/`, `html/`) turn the laid-out pages into bytes.
 */
export interface OfficialDocument {
  /** title in the file's properties */
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Pages of one orientation. Every part starts on a new page, numbered from 1. */
export interface Part {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export type Block = Letterhead | Title | Addressees | Heading | Paragraph | Dash | Table | Closing | PageBreak;

/** Text, text with emphasis, a blank to be filled in by hand, the document's number, or a term of the layout. */
export type Inline = string | Emphasis | Unknown | Reference | LayoutWord;

export interface Emphasis {
  readonly text: string;
  readonly as: Exclude<TextStyleName, 'addressees-label'>;
}

/** Prints as a dotted line about this many characters wide. */
export interface Unknown {
  readonly unknown: number;
}

/** Number and symbol of a document; the layout defines how they are joined. */
export interface Reference {
  readonly reference: {
    /** abbreviated document type, such as `TTr` */
    readonly type: string;
    /** such as `12`; left out: unknown */
    readonly number?: string;
    /** such as `TTr/QU`, or the office alone, `QU`; left out: unknown */
    readonly symbol?: string;
  };
}

/** A term that differs between layouts. */
export interface LayoutWord {
  readonly word: 'asAbove' | 'minutesRecorder' | 'minutesChair';
}

export type Line = readonly Inline[];

export interface Letterhead {
  readonly kind: 'letterhead';
  /** for documents whose letterhead may differ from the layout's other documents */
  readonly of?: 'minutes';
  /** a body other than the issuer of the layout's documents; its name decides whether this layout applies */
  readonly nominee?: {
    readonly name: string;
    /** known to be a Party organisation, whatever its name */
    readonly isParty: boolean;
  };
  /** the body above the issuer; if omitted, there is none */
  readonly superior?: readonly Inline[];
  readonly issuer: readonly Inline[];
  /** if omitted, the document is not numbered, like the minutes of some offices */
  readonly number?: Reference | undefined;
  /** the matter of a letter without a title, printed under its number after "V/v" */
  readonly subject?: readonly Inline[];
  readonly placeAndDate: readonly Inline[];
}

export interface Title {
  readonly kind: 'title';
  readonly name: string;
  readonly subject?: readonly Inline[];
  /** in italics under the subject, such as "(Kèm theo Tờ trình …)" */
  readonly note?: readonly Inline[];
}

/** What a document is to its addressees; each layout has its own wording above the text. */
export type Addressed = 'letter' | 'submission' | 'report';

/** "Kính gửi: …", "Kính trình: …", or nothing, depending on the layout. */
export interface Addressees {
  readonly kind: 'addressees';
  readonly as: Addressed;
  /** empty: unknown */
  readonly names: readonly string[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  /** as printed, such as "II" or "1"; empty: none */
  readonly number: string;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /**
   * role; default: `body`. `lead-in` introduces what follows and stays on its page; `after-table` refers to the table
   * above; `table-note` and `table-sum` belong to the table and are kept with its last row
   */
  readonly as?: ParagraphName;
  readonly inlines: readonly Inline[];
  /** ends the text of the document: followed by the layout's end mark */
  readonly last?: boolean;
}

/** One item of a list: "-" on the first level, "+" on the second. */
export interface Dash {
  readonly kind: 'dash';
  readonly level: 1 | 2;
  readonly inlines: readonly Inline[];
  /** kept with the next block, as for the introduction of a list */
  readonly withNext?: boolean;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly { readonly share: number; readonly align: Align }[];
  /** repeated at the top of every page; cells may span rows and columns */
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** group names and totals are emphasized; a group name is kept with the row after it */
  readonly role: 'plain' | 'group' | 'total';
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** one array of inlines per line */
  readonly lines: readonly (readonly Inline[])[];
  /** column span; default: 1 */
  readonly across?: number;
  /** row span; default: 1. Covered positions have no cell */
  readonly down?: number;
  readonly align?: Align;
}

/** The end of a document: recipients or a signature on the left, the signature on the right. */
export interface Closing {
  readonly kind: 'closing';
  readonly left?: Recipients | Signature;
  readonly right: Signature;
}

/** "Nơi nhận": as given by the office, otherwise the receivers and the filing office. */
export interface Recipients {
  readonly kind: 'recipients';
  /** one name each, without dashes and punctuation, or the term for the addressees above; empty: unknown */
  readonly given: readonly (string | LayoutWord)[];
  /** the receivers; by `as`, the layout decides whether they are already named above the text */
  readonly to: readonly string[];
  readonly as?: Addressed;
}

export interface Signature {
  readonly kind: 'signature';
  /** lines such as "T/M BAN THƯỜNG VỤ"; for State offices "TM. ỦY BAN NHÂN DÂN", then "KT. CHỦ TỊCH" */
  readonly authority?: readonly Line[];
  readonly title: readonly Line[];
  /** in italics under the title, such as "(Ký, ghi rõ họ tên)" */
  readonly note?: readonly Inline[];
  readonly signer: readonly Inline[];
}

export interface PageBreak {
  readonly kind: 'page-break';
}
