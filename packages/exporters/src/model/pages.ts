import type { Align } from './document.js';
import type { StyleName, TextStyleName } from './styles.js';

/** Laid-out pages: what remains for a writer once a layout has been applied. Measures are millimetres and points. */
export interface Pages {
  readonly title: string;
  readonly font: string;
  /** what the names of paragraphs mean; a part by another layout, such as a school's, says what is otherwise with it */
  readonly styles: PageStyles;
  readonly pageNumber: { readonly fromTopMm: number };
  readonly parts: readonly PagesPart[];
}

export interface PagesPart {
  readonly landscape: boolean;
  /** as the page is held, width before height */
  readonly paperMm: { readonly width: number; readonly height: number };
  readonly marginsMm: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly blocks: readonly (PageParagraph | PageTable)[];
}

/** How letters look. */
export interface PageLook {
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline?: boolean;
}

export interface PageText extends PageLook {
  readonly text: string;
  /** left out: as its paragraph */
  readonly style?: TextStyleName;
}

/** Where a paragraph stands on its page. */
export interface PagePlace {
  readonly align: Align;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly firstLineMm: number;
  readonly beforePt: number;
  readonly afterPt: number;
  /** least distance of lines; 0: as the letters need */
  readonly lineAtLeastPt: number;
  /** it is their distance, whatever the letters need */
  readonly lineExactly?: boolean;
  /** not parted from what follows */
  readonly withNext: boolean;
  /** place in the outline of the document, for navigation and screen readers */
  readonly outlineLevel?: 1 | 2 | 3;
}

/** A named style with all that it has from those it is based on. */
export interface PageStyle {
  readonly place: PagePlace;
  readonly look: PageLook;
  /** its letters are capitals, in the texts already */
  readonly caps: boolean;
}

export type PageStyles = Readonly<Record<StyleName, PageStyle>>;

/** Its place is that of its style, but for what only this one needs, as the name of an office that is broken well. */
export interface PageParagraph extends PagePlace {
  readonly kind: 'paragraph';
  readonly style: StyleName;
  readonly texts: readonly PageText[];
  /** a line under the text, centred, instead of text */
  readonly ruleMm?: number;
  readonly breakBefore?: boolean;
}

export interface PageTable {
  readonly kind: 'table';
  readonly widthsMm: readonly number[];
  readonly bordered: boolean;
  /** kept on one page as a whole */
  readonly together?: boolean;
  /** its last row stays on the page of what follows */
  readonly withNext?: boolean;
  /** how many of the first rows are repeated on every page */
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
  /** without lines around it but the one above: what stands below a table and is never parted from it */
  readonly bare?: boolean;
  readonly paragraphs: readonly PageParagraph[];
}
