import { cellName, type Sheet } from '../model/workbook.js';
import { XML } from '../text/xml-declaration.js';
import { limitsXml } from './cell-limits.js';
import type { CellStyles } from './cell-styles.js';
import type { ChoiceLists } from './choice-lists.js';
import { pageSetup } from './page-setup.js';
import { rowHeights } from './row-heights.js';
import { rowsXml } from './rows-xml.js';
import type { SharedStrings } from './shared-strings.js';
import { counted, MAIN } from './xml.js';

/** Shared by all sheets of a workbook. */
export interface Shared {
  readonly styles: CellStyles;
  readonly strings: SharedStrings;
  readonly lists: ChoiceLists;
}

/**
 * `xl/worksheets/sheet….xml`, in chunks. Elements are in the order of ECMA-376 part 1, 18.3.1.99; otherwise Excel
 * reports the file as damaged.
 *
 * @param selected whether the workbook opens on this sheet
 */
export function* sheetXml(sheet: Sheet, shared: Shared, { selected }: { selected: boolean }): Generator<string> {
  const { columns, rows, limits = [], locked } = sheet;
  const heights = rowHeights(sheet);
  const page = pageSetup(sheet, heights);
  const merged: string[] = [];
  const all = `A1:${cellName(Math.max(0, rows.length - 1), Math.max(0, columns.length - 1))}`;
  yield `${XML}<worksheet xmlns="${MAIN}">${page.properties}<dimension ref="${all}"/>`;
  yield `${viewXml(sheet, { heights, selected })}<sheetFormatPr defaultRowHeight="15.75"/>${columnsXml(columns)}<sheetData>`;
  yield* rowsXml(rows, { ...shared, heights, merged });
  yield `</sheetData>${locked ? PROTECTION : ''}${counted('mergeCells', merged)}`;
  yield `${limitsXml(limits, shared.lists)}${page.xml}`;
  // Numbers as text are intended: telephone numbers, row numbers.
  yield `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

/** Rows and columns can be resized; cell contents are protected against slips, not intent. */
const PROTECTION = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';

/**
 * Frozen rows leave space for others on a screen of 768 pixels, a third of which is taken by the program's toolbars.
 */
const MOST_FIXED_POINTS = 225;

function viewXml(
  { fixed, rows: all }: Sheet,
  { heights, selected }: { heights: readonly number[]; selected: boolean },
): string {
  const begin = `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">`;
  const shown = all.slice(0, fixed?.rows).reduce((sum, { hidden }, row) => sum + (hidden ? 0 : (heights[row] ?? 0)), 0);
  const rows = shown > MOST_FIXED_POINTS ? 0 : (fixed?.rows ?? 0);
  const columns = fixed?.columns ?? 0;
  if (rows + columns === 0) return `${begin}</sheetView></sheetViews>`;
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const first = cellName(rows, columns);
  return (
    `${begin}<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`
  );
}

function columnsXml(columns: Sheet['columns']): string {
  if (columns.length === 0) return '';
  const elements = columns.map(
    ({ letters, hidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${letters}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
  );
  return `<cols>${elements.join('')}</cols>`;
}
