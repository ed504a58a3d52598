import { escapeMarkup } from '../text/escape-markup.js';
import type { Sheet } from '../model/workbook.js';
import { XML } from '../text/xml-declaration.js';
import { sheetRelation } from './package-parts.js';
import { MAIN, RELATIONSHIPS } from './xml.js';

/** `xl/workbook.xml`: the sheets in order and their repeated print rows (element order: ECMA-376 part 1, 18.2.27). */
export function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, fixed }, index) =>
    fixed
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeMarkup(quoted(name))}!${rowsOf(fixed.headRows)}</definedName>`
      : [],
  );
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr/>` +
    `<bookViews><workbookView activeTab="${firstShown(sheets)}"/></bookViews>` +
    `<sheets>${sheets.map(sheetElement).join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    // Makes programs recompute all formulas on opening, regardless of the stored values.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

/** The workbook must open on a visible sheet; otherwise programs report the file as damaged. */
export const firstShown = (sheets: readonly Sheet[]) =>
  Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  );

const sheetElement = ({ name, hidden }: Sheet, index: number) =>
  `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="${sheetRelation(index)}"/>`;

/** A sheet name as written in formulas. */
export const quoted = (name: string) => `'${name.replace(/'/g, "''")}'`;

const rowsOf = ([first, last]: readonly [number, number]) => `$${first + 1}:$${last + 1}`;
