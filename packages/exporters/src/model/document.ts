import type { ParagraphName, TextStyleName } from './styles.js';

/**
 * A document as plain data: what it says, in the order of reading, and what each paragraph is (`styles.ts`), never how it
 * looks: that a layout decides (`layouts/`). A writer (`docx/`, `html/`) turns the laid-out pages into bytes.
 */
export interface OfficialDocument {
  /** name in the file's properties */
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A run of pages of one orientation. Every part begins on a page of its own, numbered from 1. */
export interface Part {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export type Block = Letterhead | Title | Addressees | Heading | Paragraph | Dash | Table | Closing | PageBreak;

/** Text, text with emphasis, an unknown to be filled in by hand, the document's own number, or a word of the layout. */
export type Inline = string | Emphasis | Unknown | Reference | LayoutWord;

export interface Emphasis {
  readonly text: string;
  readonly as: Exclude<TextStyleName, 'addressees-label'>;
}

/** Prints as a dotted line about as wide as this many letters. */
export interface Unknown {
  readonly unknown: number;
}

/** Number and symbol of a document; how they are joined is the layout's. */
export interface Reference {
  readonly reference: {
    /** abbreviation of the type of document, such as `TTr` */
    readonly type: string;
    /** such as `12`; left out: unknown */
    readonly number?: string;
    /** such as `TTr/QU`, or the office alone, `QU`; left out: unknown */
    readonly symbol?: string;
  };
}

/** What one house calls so and another otherwise: the layout says how. */
export interface LayoutWord {
  readonly word: 'asAbove' | 'minutesRecorder' | 'minutesChair';
}

export type Line = readonly Inline[];

export interface Letterhead {
  readonly kind: 'letterhead';
  /** where layouts head it otherwise than their other documents; left out: as those */
  readonly of?: 'minutes';
  /** a body that does not issue documents by this layout: whether it prints by it, its name tells */
  readonly nominee?: {
    readonly name: string;
    /** known to be an organisation of the Party, whatever it is called */
    readonly isParty: boolean;
  };
  /** who stands above the issuing body; left out: nobody */
  readonly superior?: readonly Inline[];
  readonly issuer: readonly Inline[];
  /** left out: the document is not numbered, as minutes in some houses are */
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

/** What a document is to whom it goes; layouts name the addressees above its text by this, each in words of its own. */
export type Addressed = 'letter' | 'submission' | 'report';

/** "Kính gửi: …", "Kính trình: …", or nothing, as the layout has it. */
export interface Addressees {
  readonly kind: 'addressees';
  readonly as: Addressed;
  /** none: unknown */
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
   * what it is; left out: `body`. `lead-in` announces what follows and stays on its page; `after-table` speaks of the
   * table above; `table-note` and `table-sum` belong to that and are never parted from its last row
   */
  readonly as?: ParagraphName;
  readonly inlines: readonly Inline[];
  /** the last words of the document's text: closed as the layout closes a document */
  readonly last?: boolean;
}

/** One item of a list: "-" on the first level, "+" on the second. */
export interface Dash {
  readonly kind: 'dash';
  readonly level: 1 | 2;
  readonly inlines: readonly Inline[];
  /** stays on the page of what follows, as what announces a list does */
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
  /** a group's name and a total stand out; a group's name stays with the row after it */
  readonly role: 'plain' | 'group' | 'total';
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** one list of inlines per line */
  readonly lines: readonly (readonly Inline[])[];
  /** columns covered, 1 when left out */
  readonly across?: number;
  /** rows covered, 1 when left out; a covered place has no cell of its own */
  readonly down?: number;
  readonly align?: Align;
}

/** The end of a document: recipients or a signature on the left, the signature on the right. */
export interface Closing {
  readonly kind: 'closing';
  readonly left?: Recipients | Signature;
  readonly right: Signature;
}

/** "Nơi nhận": as the office gave it, else whom the document goes to and who files it. */
export interface Recipients {
  readonly kind: 'recipients';
  /** a name each, without dashes and signs, or the word for those named above; none: not known */
  readonly given: readonly (string | LayoutWord)[];
  /** to whom it goes; the layout says of what is addressed `as` this whether they are named above its text already */
  readonly to: readonly string[];
  readonly as?: Addressed;
}

export interface Signature {
  readonly kind: 'signature';
  /** lines such as "T/M BAN THƯỜNG VỤ"; with the State "TM. ỦY BAN NHÂN DÂN", then "KT. CHỦ TỊCH" */
  readonly authority?: readonly Line[];
  readonly title: readonly Line[];
  /** in italics under the title, such as "(Ký, ghi rõ họ tên)" */
  readonly note?: readonly Inline[];
  readonly signer: readonly Inline[];
}

export interface PageBreak {
  readonly kind: 'page-break';
}
