import type { Addressed, Align, LayoutWord } from '../model/document.js';
import type { StyleName } from '../model/styles.js';

/**
 * A layout as data: how each named style looks, and the layout's own wording. To add one, write a value of this type
 * and list it in `layouts.ts`.
 */
export interface Layout {
  readonly id: string;
  readonly font: string;
  /** paragraph styles, where they differ from `usual-styles.ts` */
  readonly styles: Styles;
  /**
   * Prefixes of the names of bodies that use this letterhead. A nominee with another name uses the layout of its kind,
   * otherwise the State's, so that a school does not print under the Party's title. If omitted, any body
   */
  readonly bodies?: readonly string[];
  readonly page: {
    readonly marginsMm: {
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };
    /** page numbers, centred in the top margin on all but the first page of a part */
    readonly number: { readonly fromTopMm: number };
  };
  /** rows of the letterhead on page 1; the two columns of a row are aligned */
  readonly letterhead: {
    /** width of the left column as a fraction of the text width */
    readonly leftShare: number;
    /** precedes the matter of a letter without a title: "V/v", "về việc" */
    readonly about: string;
    /** documents without place and date in the letterhead */
    readonly undated?: readonly 'minutes'[];
    readonly rows: readonly { readonly left: readonly LetterheadLine[]; readonly right: readonly LetterheadLine[] }[];
  };
  readonly number: NumberStyle;
  readonly title: {
    /** "về việc …" for the Party, "Về việc …" for the State */
    readonly subjectCapital?: boolean;
    /** what is below the title: a line of this width, or hyphens */
    readonly below: { readonly ruleMm: number } | { readonly text: string };
  };
  readonly addressees: {
    /** label before the names, by what the document is; if omitted, such documents have no addressees above the text */
    readonly labels: Readonly<Partial<Record<Addressed, string>>>;
    /** punctuation of several names, one per line */
    readonly list: ListSigns;
    /** follows a single name, which is on the line of the label */
    readonly only?: string;
  };
  readonly closing: {
    readonly leftShare: number;
    /** "Nơi nhận:" */
    readonly recipientsLabel: string;
    readonly recipients: ListSigns;
    /** the last recipient: the filing office; `{keeper}` is filled in */
    readonly filing: string;
    /** space for signature and seal */
    readonly signatureMm: number;
    /** separator in "on behalf of" and "by order of": `T/M` or `TM.` */
    readonly authorityMark: 'slash' | 'full-stop';
  };
  readonly words: Readonly<Record<LayoutWord['word'], string>>;
  /** end mark after the last sentence of a document */
  readonly end: string;
}

/** The look of one paragraph style; omitted values are inherited from its base style (`model/styles.ts`). */
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
  /** exact line height instead of a minimum */
  readonly lineExactlyPt?: number;
  /** kept with the next block */
  readonly withNext?: boolean;
  readonly outlineLevel?: 1 | 2 | 3;
}

/** Looks of named styles; one that is left out looks as is usual. */
export type Styles = { readonly [Name in StyleName]?: Style };

/** Punctuation after each name of a list, and after its last. */
export interface ListSigns {
  readonly each: string;
  readonly last: string;
}

/** `ifKnown`: omitted if unknown, without a dotted line, since an office may not have one. */
export type LetterheadLine =
  | {
      readonly slot: 'superior' | 'issuer' | 'number' | 'subject' | 'placeAndDate';
      readonly ifKnown?: boolean;
    }
  | { readonly text: string; readonly as: 'letterhead-title' | 'letterhead-motto' | 'letterhead-mark' }
  | { readonly ruleMm: number };

/** Format of the document number: `{number}-{type}/{office}`. */
export interface NumberStyle {
  readonly label: string;
  readonly pattern: string;
  /** separates the number from a complete symbol */
  readonly separator: string;
}
