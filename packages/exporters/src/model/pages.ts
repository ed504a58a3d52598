import type { Align } from './document.js';
import type { StyleName, TextStyleName } from './styles.js';

/** Laid-out pages: what a writer receives after a layout has been applied. Units are millimetres and points. */
export interface Pages {
  readonly title: string;
  readonly font: string;
  /** the look of each paragraph style; a part with another layout, such as a school's, lists what differs */
  readonly styles: PageStyles;
  readonly pageNumber: { readonly fromTopMm: number };
  readonly parts: readonly PagesPart[];
}

export interface PagesPart {
  readonly landscape: boolean;
  /** as displayed, width before height */
  readonly paperMm: { readonly width: number; readonly height: number };
  readonly marginsMm: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly blocks: readonly (PageParagraph | PageTable)[];
}

/** Character formatting. */
export interface PageLook {
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline?: boolean;
}

export interface PageText extends PageLook {
  readonly text: string;
  /** default: that of its paragraph */
  readonly style?: TextStyleName;
}

/** Paragraph formatting. */
export interface PagePlace {
  readonly align: Align;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly firstLineMm: number;
  readonly beforePt: number;
  readonly afterPt: number;
  /** minimum line height; 0: as high as the font needs */
  readonly lineAtLeastPt: number;
  /** the line height is exact, not a minimum */
  readonly lineExactly?: boolean;
  /** kept with the next block */
  readonly withNext: boolean;
  /** outline level, for navigation and screen readers */
  readonly outlineLevel?: 1 | 2 | 3;
}

/** A named style, including everything it inherits. */
export interface PageStyle {
  readonly place: PagePlace;
  readonly look: PageLook;
  /** printed in capitals; the texts are already upper-case */
  readonly caps: boolean;
}

export type PageStyles = Readonly<Record<StyleName, PageStyle>>;

/** Same formatting as its style except where this paragraph needs more, such as a balanced office name. */
export interface PageParagraph extends PagePlace {
  readonly kind: 'paragraph';
  readonly style: StyleName;
  readonly texts: readonly PageText[];
  /** a centred horizontal line instead of text */
  readonly ruleMm?: number;
  readonly breakBefore?: boolean;
}

export interface PageTable {
  readonly kind: 'table';
  readonly widthsMm: readonly number[];
  readonly bordered: boolean;
  /** the table is kept on one page */
  readonly together?: boolean;
  /** its last row is kept with the next block */
  readonly withNext?: boolean;
  /** number of first rows that repeat on every page */
  readonly headRows: number;
  readonly rows: readonly PageRow[];
}

export interface PageRow {
  /** kept on one page */
  readonly whole: boolean;
  readonly cells: readonly PageCell[];
}

export interface PageCell {
  readonly across: number;
  readonly down: number;
  readonly widthMm: number;
  readonly middle: boolean;
  /** without borders except the top one: for text below a table that is kept with it */
  readonly bare?: boolean;
  readonly paragraphs: readonly PageParagraph[];
}
