import { columnName, type CellLimit, type Sheet, type Workbook } from '../workbook.js';
import { LISTS, listOf, listsOf } from './with-lists.js';

/** Cells of this colour, and no others, can be changed in a locked sheet: the library knows no other mark. */
export const OPEN_COLOUR = '#FFFDF2';

/**
 * What the library does not write by itself: hidden rows, columns and sheets, locked sheets, limits of cells, rows
 * repeated on paper. Elements stand in the order that ECMA-376 part 1, 18.3.1.99 (worksheet) and 18.2.27 (workbook)
 * prescribes, else Excel calls the file damaged.
 */
export function sheetFeature(workbook: Workbook) {
  const { sheets } = workbook;
  const lists = listsOf(workbook).map((list) => JSON.stringify(list));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes(
            tag: string,
            attributes: Record<string, string | number>,
            index: number | undefined,
            _: unknown,
            { sheetIndex }: { sheetIndex: number },
          ) {
            const sheet = sheets[sheetIndex];
            const hidden =
              index !== undefined &&
              ((tag === 'row' && sheet?.rows[index]?.hidden) || (tag === 'col' && sheet?.columns[index]?.hidden));
            return hidden ? { ...attributes, hidden: 1 } : attributes;
          },
          transform(xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) {
            const sheet = sheets[sheetIndex];
            if (!sheet) return xml;
            const fitted = xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace(/<pageSetup [^>]*\/>|(?=<\/worksheet>)/, pageSetup(sheet));
            return fitted
              .replace('</sheetData>', `</sheetData>${sheet.locked ? protection : ''}`)
              .replace('<pageMargins', `${limits(sheet, lists)}<pageMargins`);
          },
        },
        '[Content_Types].xml': { insert: () => coreType },
        '_rels/.rels': { insert: () => coreRelation },
        'xl/workbook.xml': { transform: (xml: string) => workbookXml(xml, sheets) },
        'xl/styles.xml': { transform: openCells },
      },
    },
  };
}

/** The properties that `repeatableZip` writes. */
const coreType =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';
const coreRelation =
  '<Relationship Id="rId-core" Target="docProps/core.xml" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>';

/** Rows may be made higher and columns wider; what the cells say is protected, from slips rather than from intent. */
const protection = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';

function pageSetup({ landscape }: Sheet): string {
  return `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`;
}

function limits({ limits: all = [] }: Sheet, lists: readonly string[]): string {
  if (all.length === 0) return '';
  const elements = all.map((limit) => {
    const name = columnName(limit.column);
    const range = `${name}${limit.rows[0] + 1}:${name}${limit.rows[1] + 1}`;
    return `<dataValidation ${limitXml(limit, lists).replace('><', ` allowBlank="1" showErrorMessage="1" sqref="${range}"><`)}</dataValidation>`;
  });
  return `<dataValidations count="${elements.length}">${elements.join('')}</dataValidations>`;
}

function limitXml({ takes }: CellLimit, lists: readonly string[]): string {
  const list = listOf(takes);
  if (list) {
    const column = columnName(lists.indexOf(JSON.stringify(list)));
    return `type="list"><formula1>'${LISTS}'!$${column}$1:$${column}$${list.length}</formula1>`;
  }
  const type = takes === 'count' ? 'whole' : 'decimal';
  return `type="${type}" operator="greaterThanOrEqual"><formula1>0</formula1>`;
}

function workbookXml(xml: string, sheets: readonly Sheet[]): string {
  const states = sheets.reduce(
    (text, { hidden }, index) =>
      hidden ? text.replace(`<sheet r:id="rId${index + 1}"`, `<sheet state="hidden" r:id="rId${index + 1}"`) : text,
    xml,
  );
  const names = sheets.flatMap(({ name, fixed }, index) =>
    fixed
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$${fixed.headRows[0] + 1}:$${fixed.headRows[1] + 1}</definedName>`
      : [],
  );
  // Programs that keep no computed values compute the totals when they open the file.
  return states
    .replace('<definedNames/>', names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '')
    .replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>');
}

/** Marks the styles of open cells, told by their colour, as those that a locked sheet lets change. */
function openCells(xml: string): string {
  const fills = xml.match(/<fill>.*?<\/fill>/gs) ?? [];
  const open = fills.findIndex((fill) => fill.includes(`FF${OPEN_COLOUR.slice(1)}`));
  if (open < 0) return xml;
  return xml.replace(/<xf ([^>]*)>(.*?)<\/xf>/gs, (whole, attributes: string, inner: string) =>
    attributes.includes(`fillId="${open}"`)
      ? `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`
      : whole,
  );
}

const escaped = (name: string) =>
  name.replace(/'/g, "''").replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
