import { cellName, type CellLimit } from '../model/workbook.js';
import type { ChoiceLists } from './choice-lists.js';
import { counted } from './xml.js';

/**
 * `dataValidations` of a sheet: the values its cells accept (ECMA-376 part 1, 18.3.1.32). Blank cells are always valid.
 */
export function limitsXml(limits: readonly CellLimit[], lists: ChoiceLists): string {
  return counted(
    'dataValidations',
    limits.map(({ rows: [first, last], column, takes }) => {
      const cells = `${cellName(first, column)}:${cellName(last, column)}`;
      return `<dataValidation ${kindOf(takes)} allowBlank="1" showErrorMessage="1" sqref="${cells}">${formulaOf(takes, lists)}</dataValidation>`;
    }),
  );
}

function kindOf(takes: CellLimit['takes']): string {
  if (typeof takes !== 'string') return 'type="list"';
  return `type="${takes === 'count' ? 'whole' : 'decimal'}" operator="greaterThanOrEqual"`;
}

const formulaOf = (takes: CellLimit['takes'], lists: ChoiceLists) =>
  `<formula1>${typeof takes === 'string' ? '0' : lists.rangeOf(takes.list)}</formula1>`;
