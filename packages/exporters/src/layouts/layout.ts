/** A style sheet of printed documents, as data. A new one is a value of this type, listed in `index.ts`. */
export interface Layout {
  readonly id: string;
  readonly font: string;
  readonly page: {
    readonly marginsMm: {
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };
    /** page numbers: centred in the top margin, on every page of a part but its first */
    readonly number: { readonly sizePt: number; readonly fromTopMm: number };
  };
  /** rows of the block at the top of page 1; what stands in one row is level */
  readonly letterhead: {
    /** width of the left column as a share of the text's width */
    readonly leftShare: number;
    /** before the matter of a letter without a title: "V/v", "Về việc" */
    readonly about: string;
    readonly rows: readonly { readonly left: readonly LetterheadLine[]; readonly right: readonly LetterheadLine[] }[];
  };
  readonly number: NumberStyle;
  readonly title: {
    readonly name: TextStyle;
    /** "về việc …" with the Party, "Về việc …" with the State */
    readonly subject: TextStyle & { readonly firstCapital?: boolean };
    readonly note: TextStyle;
    /** width of the line beneath */
    readonly ruleMm: number;
  };
  readonly addressees: TextStyle;
  readonly headings: readonly [TextStyle, TextStyle, TextStyle];
  readonly body: TextStyle & { readonly firstLineMm: number; readonly afterPt: number; readonly lineAtLeastPt: number };
  readonly table: {
    readonly head: TextStyle;
    readonly cell: TextStyle;
    readonly group: TextStyle;
    /** of what explains a table, below it */
    readonly note: TextStyle;
  };
  readonly closing: {
    readonly leftShare: number;
    readonly recipientsLabel: TextStyle;
    readonly recipients: TextStyle;
    readonly authority: TextStyle;
    /** of the office that signs; left out: as the authority */
    readonly title?: TextStyle;
    readonly signer: TextStyle;
    /** room left for signature and seal */
    readonly signatureMm: number;
    /** between the letters of "on behalf of" and "by order of": `T/M` or `TM.` */
    readonly authorityMark: 'slash' | 'full-stop';
  };
  /** signs after each name of a list of addressees or recipients, and after its last */
  readonly list: { readonly each: string; readonly last: string };
  /** closes the last sentence of a document */
  readonly end: string;
}

/** How a run of text looks. */
export interface TextStyle {
  readonly sizePt: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly caps?: boolean;
}

/** `ifKnown`: an office may have none of it, so that a dotted line would ask for too much. */
export type LetterheadLine =
  | ({
      readonly slot: 'superior' | 'issuer' | 'number' | 'subject' | 'placeAndDate';
      readonly ifKnown?: boolean;
    } & TextStyle)
  | ({ readonly text: string } & TextStyle)
  | { readonly ruleMm: number };

/** How number, type and office are joined: `{number}-{type}/{office}`. */
export interface NumberStyle {
  readonly label: string;
  readonly pattern: string;
  /** between the number and a symbol that is known as a whole */
  readonly separator: string;
}
