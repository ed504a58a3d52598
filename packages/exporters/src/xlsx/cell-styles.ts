import type { CellFormat, CellRole, SheetCell } from '../model/workbook.js';
import { XML } from '../text/xml-declaration.js';
import { counted, MAIN } from './xml.js';

/**
 * `xl/styles.xml` (ECMA-376 part 1, 18.8): cell styles by role, format and alignment. Every style in use has a number
 * by which cells refer to it.
 */
export class CellStyles {
  /** 0 is the style of cells without one */
  readonly #looks = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  readonly #numbers = new Map<string, number>();

  numberOf({ role, format = 'text', align }: SheetCell): number {
    const key = `${role} ${format} ${align}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#looks.push(lookXml(role, format, align)) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  xml(): string {
    return (
      `${XML}<styleSheet xmlns="${MAIN}">` +
      counted('numFmts', ownFormats) +
      counted('fonts', Object.values(fonts)) +
      counted('fills', Object.values(fills)) +
      counted('borders', Object.values(borders)) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      counted('cellXfs', this.#looks) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

function lookXml(role: CellRole, format: CellFormat, align: SheetCell['align']): string {
  const { font = 'plain', fill = 'none', border = 'none', horizontal, vertical, wrap, open } = looks[role];
  const across = align ?? horizontal;
  const alignment =
    (across ? ` horizontal="${across}"` : '') +
    (vertical ? ` vertical="${vertical}"` : '') +
    (wrap ? ' wrapText="1"' : '');
  return (
    `<xf numFmtId="${formats[format]}" fontId="${placeIn(fonts, font)}" fillId="${placeIn(fills, fill)}"` +
    ` borderId="${placeIn(borders, border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
    ` applyAlignment="1" applyProtection="1">` +
    (alignment ? `<alignment${alignment}/>` : '') +
    // Only these are editable in a locked sheet.
    (open ? '<protection locked="0"/>' : '') +
    '</xf>'
  );
}

const placeIn = <Name extends string>(known: Readonly<Record<Name, string>>, name: Name) =>
  Object.keys(known).indexOf(name);

interface Look {
  readonly font?: keyof typeof fonts;
  readonly fill?: keyof typeof fills;
  readonly border?: keyof typeof borders;
  readonly horizontal?: 'center';
  readonly vertical?: 'center' | 'top';
  readonly wrap?: boolean;
  readonly open?: boolean;
}

/** for borders and machine-readable cells */
const INK = 'FF8A8A8A';
const font = (letters: string, { size = 12, colour = '' } = {}) =>
  `<font>${letters}<sz val="${size}"/>${colour}<name val="Times New Roman"/><family val="1"/></font>`;
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const edge = (side: string) => `<${side} style="thin"><color rgb="${INK}"/></${side}>`;

/** The first font is the workbook's default: column widths are counted in its digits. */
const fonts = {
  plain: font(''),
  title: font('<b/>', { size: 14 }),
  bold: font('<b/>'),
  italic: font('<i/>'),
  faint: font('', { colour: `<color rgb="${INK}"/>` }),
};

/** Programs always use these two patterns for the first two fills. */
const fills = {
  none: '<fill><patternFill patternType="none"/></fill>',
  dots: '<fill><patternFill patternType="gray125"/></fill>',
  head: fill('FFF1F1EE'),
  label: fill('FFF8F8F6'),
  open: fill('FFFFFDF2'),
};

const borders = {
  none: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  thin: `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`,
};

/**
 * Numbers below 164 are built in (18.8.30); dates are always written in the official form, whatever the system
 * language.
 */
const formats: Readonly<Record<CellFormat, number>> = {
  text: 49,
  count: 3,
  number: 0,
  percent: 10,
  day: 164,
  tick: 165,
};
const ownFormats = [
  '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>',
  '<numFmt numFmtId="165" formatCode="&quot;X&quot;;;"/>',
];

const looks: Readonly<Record<CellRole, Look>> = {
  title: { font: 'title', vertical: 'center', wrap: true },
  note: { font: 'italic', vertical: 'top', wrap: true },
  head: { font: 'bold', fill: 'head', border: 'thin', horizontal: 'center', vertical: 'center', wrap: true },
  label: { fill: 'label', border: 'thin', vertical: 'top', wrap: true },
  plain: { border: 'thin', vertical: 'top', wrap: true },
  open: { fill: 'open', border: 'thin', vertical: 'top', wrap: true, open: true },
  total: { font: 'bold', fill: 'head', border: 'thin', vertical: 'top' },
  id: { font: 'faint' },
};
