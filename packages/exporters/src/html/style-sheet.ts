import type { PageLook, PagePlace, PageStyles } from '../model/pages.js';
import { styleNames, type StyleName, type TextStyleName } from '../model/styles.js';

/**
 * The style sheet of a page: a class for each style in use, then one for each set of declarations by which a paragraph
 * differs from its style. A content security policy need not allow inline styles.
 */
export class StyleSheet {
  readonly #styles: PageStyles;
  readonly #used = new Set<StyleName | TextStyleName>();
  readonly #classes = new Map<string, string>();

  constructor(styles: PageStyles) {
    this.#styles = styles;
  }

  /** Returns the class of a style and adds it to the sheet. */
  named(name: StyleName | TextStyleName): string {
    this.#used.add(name);
    return name;
  }

  /** @param declarations such as `text-align: center`; empty ones are ignored. @returns undefined if there are none */
  classFor(...declarations: readonly (string | false)[]): string | undefined {
    const body = declarations.filter(Boolean).join('; ');
    if (!body) return undefined;
    const known = this.#classes.get(body) ?? `s${this.#classes.size}`;
    this.#classes.set(body, known);
    return known;
  }

  rules(): string[] {
    const styles = styleNames.filter((name) => this.#used.has(name)).map((name) => this.#rule(name));
    const texts = Object.entries(this.#texts()).filter(([name]) => this.#used.has(name as TextStyleName));
    const own = [...this.#classes].map(([body, name]) => `.${name} { ${body} }`);
    return [...styles, ...texts.map(([name, body]) => `.${name} { ${body} }`), ...own];
  }

  #rule(name: StyleName): string {
    const { place, look } = this.#styles[name];
    const declared = [...placeDeclarations(place), ...lookDeclarations(look)];
    return `.${name} { ${declared.filter(Boolean).join('; ')} }`;
  }

  #texts(): Readonly<Record<TextStyleName, string>> {
    const label = this.#styles['addressees-head'].look;
    return {
      strong: 'font-weight: bold',
      emphasis: 'font-style: italic',
      'addressees-label': lookDeclarations(label).filter(Boolean).join('; '),
    };
  }
}

/** Declarations of a paragraph's formatting, or only those that differ from its style. */
export function placeDeclarations(place: PagePlace, style?: PagePlace): (string | false)[] {
  const differs = (...names: (keyof PagePlace)[]) => !style || names.some((name) => place[name] !== style[name]);
  const { align, beforePt, rightMm, afterPt, leftMm, firstLineMm, lineAtLeastPt, withNext, outlineLevel } = place;
  // Not for the text before a signature: if both must be kept whole, Chromium splits the signature.
  const kept = outlineLevel ? 'break-after: avoid; break-inside: avoid' : 'break-after: avoid';
  return [
    differs('align') && `text-align: ${align}`,
    differs('beforePt', 'rightMm', 'afterPt', 'leftMm') &&
      `margin: ${round(beforePt)}pt ${round(rightMm)}mm ${afterPt}pt ${round(leftMm)}mm`,
    differs('firstLineMm') && (firstLineMm > 0 || style !== undefined) && `text-indent: ${firstLineMm}mm`,
    differs('lineAtLeastPt') && lineAtLeastPt > 0 && `line-height: ${lineAtLeastPt}pt`,
    differs('withNext') && (withNext ? kept : style !== undefined && 'break-after: auto'),
  ];
}

const lookDeclarations = ({ sizePt, bold, italic, underline }: PageLook): (string | false)[] => [
  `font-size: ${sizePt}pt`,
  bold && 'font-weight: bold',
  italic && 'font-style: italic',
  underline === true && 'text-decoration: underline',
];

export const round = (measure: number) => Math.round(measure * 100) / 100;
