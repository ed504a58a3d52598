import { escapeMarkup } from '../text/escape-markup.js';
import type { Sheet } from '../model/workbook.js';
import { XML } from '../text/xml-declaration.js';
import { sheetRelation } from './package-parts.js';
import { MAIN, RELATIONSHIPS } from './xml.js';

/** `xl/workbook.xml`: the sheets in order and the rows repeated on paper (ECMA-376 part 1, 18.2.27 for the order). */
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
    // A program computes all formulas when it opens the file, whatever it thinks of the values that stand there.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

/** A program opens a sheet that is shown, or calls the file damaged. */
export const firstShown = (sheets: readonly Sheet[]) =>
  Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  );

const sheetElement = ({ name, hidden }: Sheet, index: number) =>
  `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="${sheetRelation(index)}"/>`;

/** The name of a sheet as formulas write it. */
export const quoted = (name: string) => `'${name.replace(/'/g, "''")}'`;

const rowsOf = ([first, last]: readonly [number, number]) => `$${first + 1}:$${last + 1}`;
