import type { Addressed, Align, LayoutWord } from '../model/document.js';
import type { StyleName } from '../model/styles.js';

/**
 * A style sheet of printed documents, as data, with the words that are its own: how each named style looks. A new one is a value of this type, listed
 * in `layouts.ts`.
 */
export interface Layout {
  readonly id: string;
  readonly font: string;
  /** how each paragraph looks by what it is, where that is otherwise than usual (`usual-styles.ts`) */
  readonly styles: Styles;
  /**
   * How the names of bodies begin whose documents are headed so. A nominee of another name prints as its own kind does,
   * else as the State: no school is headed by the Party's title. Left out: whoever prints by it
   */
  readonly bodies?: readonly string[];
  readonly page: {
    readonly marginsMm: {
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };
    /** page numbers: centred in the top margin, on every page of a part but its first */
    readonly number: { readonly fromTopMm: number };
  };
  /** rows of the block at the top of page 1; what stands in one row is level */
  readonly letterhead: {
    /** width of the left column as a share of the text's width */
    readonly leftShare: number;
    /** before the matter of a letter without a title: "V/v", "về việc" */
    readonly about: string;
    /** documents without place and date at their head */
    readonly undated?: readonly 'minutes'[];
    readonly rows: readonly { readonly left: readonly LetterheadLine[]; readonly right: readonly LetterheadLine[] }[];
  };
  readonly number: NumberStyle;
  readonly title: {
    /** "về việc …" with the Party, "Về việc …" with the State */
    readonly subjectCapital?: boolean;
    /** a line of this width beneath, or hyphens */
    readonly below: { readonly ruleMm: number } | { readonly text: string };
  };
  readonly addressees: {
    /** before the names, by what the document is; left out: such a document names nobody above its text */
    readonly labels: Readonly<Partial<Record<Addressed, string>>>;
    /** of several, each on a line of its own */
    readonly list: ListSigns;
    /** after a single name, which stands beside the label */
    readonly only?: string;
  };
  readonly closing: {
    readonly leftShare: number;
    /** "Nơi nhận:" */
    readonly recipientsLabel: string;
    readonly recipients: ListSigns;
    /** who files it: the last recipient; `{keeper}` is to be filled in */
    readonly filing: string;
    /** room left for signature and seal */
    readonly signatureMm: number;
    /** between the letters of "on behalf of" and "by order of": `T/M` or `TM.` */
    readonly authorityMark: 'slash' | 'full-stop';
  };
  readonly words: Readonly<Record<LayoutWord['word'], string>>;
  /** closes the last sentence of a document */
  readonly end: string;
}

/** How a paragraph of one name looks; what is left out is as with the style that it is based on (`model/styles.ts`). */
export interface Style {
  readonly sizePt?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly caps?: boolean;
  readonly align?: Align;
  readonly leftMm?: number;
  readonly firstLineMm?: number;
  readonly beforePt?: number;
  readonly afterPt?: number;
  readonly lineAtLeastPt?: number;
  /** lines stand exactly so far apart, whatever the letters need, instead of at least */
  readonly lineExactlyPt?: number;
  /** stays on the page of what follows */
  readonly withNext?: boolean;
  readonly outlineLevel?: 1 | 2 | 3;
}

/** Looks of named styles; one that is left out looks as is usual. */
export type Styles = { readonly [Name in StyleName]?: Style };

/** Signs after each name of a list, and after its last. */
export interface ListSigns {
  readonly each: string;
  readonly last: string;
}

/** `ifKnown`: an office may have none of it, so that a dotted line would ask for too much. */
export type LetterheadLine =
  | {
      readonly slot: 'superior' | 'issuer' | 'number' | 'subject' | 'placeAndDate';
      readonly ifKnown?: boolean;
    }
  | { readonly text: string; readonly as: 'letterhead-title' | 'letterhead-motto' | 'letterhead-mark' }
  | { readonly ruleMm: number };

/** How number, type and office are joined: `{number}-{type}/{office}`. */
export interface NumberStyle {
  readonly label: string;
  readonly pattern: string;
  /** between the number and a symbol that is known as a whole */
  readonly separator: string;
}
