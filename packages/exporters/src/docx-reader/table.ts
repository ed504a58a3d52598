import type { WrittenBlock, WrittenCell, WrittenRow } from '@kl01/rules/reading';
import type { XmlElement } from '../xml/xml-element.js';
import { isOn } from './styles.js';

/** More columns than any paper has room for. */
const MAX_COLUMNS = 500;

type Cell = { -readonly [Name in keyof WrittenCell]: WrittenCell[Name] } & { blocks: WrittenBlock[] };

/** The rows of a table, with merged cells as one. What a cell that is covered by the one above still holds goes there. */
export function readTable(
  table: XmlElement,
  readCell: (cell: XmlElement) => WrittenBlock[],
  isDeleted: boolean,
): WrittenRow[] {
  const above = new Map<number, Cell>();
  return within(table, 'w:tr').flatMap((row): WrittenRow[] => {
    const properties = row.child('w:trPr');
    let column = count(properties?.child('w:gridBefore')?.get('w:val'), 0);
    const cells: Cell[] = [];
    for (const element of within(row, 'w:tc')) {
      const tcPr = element.child('w:tcPr');
      const across = count(tcPr?.child('w:gridSpan')?.get('w:val'), 1) || 1;
      const blocks = readCell(element);
      const [down, left] = [tcPr?.child('w:vMerge'), tcPr?.child('w:hMerge')];
      const isRestart = (merge: XmlElement) => merge.get('w:val') === 'restart';
      const upper = above.get(column);
      const before = cells.at(-1);
      if (left && !isRestart(left) && before) {
        before.across += across;
        before.blocks.push(...blocks);
      } else if (down && !isRestart(down) && upper) {
        upper.down += 1;
        upper.blocks.push(...blocks);
      } else {
        const cell: Cell = { column, across, down: 1, blocks };
        cells.push(cell);
        if (down) above.set(column, cell);
        else above.delete(column);
      }
      column += across;
      if (column > MAX_COLUMNS) column = MAX_COLUMNS;
    }
    const hidden = properties?.child('w:hidden');
    const apart =
      isDeleted || properties?.child('w:del')
        ? 'deleted'
        : hidden && isOn(hidden.get('w:val') ?? '1')
          ? 'hidden'
          : null;
    return cells.length > 0 ? [{ cells, ...(apart && { apart }) }] : [];
  });
}

/** Rows and cells may stand in content controls and the like. */
function within(container: XmlElement, name: string): XmlElement[] {
  return container.elements().flatMap((each) => {
    if (each.name === name) return [each];
    return /^w:(?:sdt|sdtContent|customXml|ins|del|moveTo|moveFrom|smartTag)$/.test(each.name)
      ? within(each, name)
      : [];
  });
}

const count = (value: string | undefined, usual: number): number => {
  const number = Number(value ?? usual);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, MAX_COLUMNS) : usual;
};
