import { XML } from '../text/xml-declaration.js';
import { RELATIONSHIPS } from './xml.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-';

export const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;
export const sheetRelation = (index: number) => `rId${index + 1}`;

/** `[Content_Types].xml`: the type of each part (ECMA-376 part 2, 10.1.2.2). */
export function contentTypes(sheetCount: number): string {
  const spreadsheet = `${TYPE}officedocument.spreadsheetml.`;
  const parts = [
    ['xl/workbook.xml', `${spreadsheet}sheet.main`],
    ...range(sheetCount).map((index) => [`xl/${sheetPath(index)}`, `${spreadsheet}worksheet`] as const),
    ['xl/styles.xml', `${spreadsheet}styles`],
    ['xl/sharedStrings.xml', `${spreadsheet}sharedStrings`],
    ['docProps/core.xml', `${TYPE}package.core-properties`],
  ] as const;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="${TYPE}package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}+xml"/>`).join('') +
    '</Types>'
  );
}

/** `_rels/.rels`: the entry points of the package. */
export const packageRelations = (): string =>
  relations([
    ['rId1', `${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);

/** `xl/_rels/workbook.xml.rels`: the parts of the workbook. */
export const workbookRelations = (sheetCount: number): string =>
  relations([
    ...range(sheetCount).map(
      (index) => [sheetRelation(index), `${RELATIONSHIPS}/worksheet`, sheetPath(index)] as const,
    ),
    ['rId-styles', `${RELATIONSHIPS}/styles`, 'styles.xml'],
    ['rId-strings', `${RELATIONSHIPS}/sharedStrings`, 'sharedStrings.xml'],
  ]);

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('') +
  '</Relationships>';

const range = (length: number) => Array.from({ length }, (_, index) => index);
