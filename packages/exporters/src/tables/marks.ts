import { textOf, membersOf } from '../documents/parts/text.js';

/** Begins the hidden row that names the columns of a sheet; what follows is the kind of nominee, or the table's id. */
export const MARK = 'kl01:';
/** What the hidden row of the sheet of single values says; no id of a table or kind has this sign. */
export const ANSWERS = '~answers';
/** Hidden sheet that says which form of which rulebook, whose unit, and which revision the workbook is. */
export const ABOUT_SHEET = 'kl01';

/** What the hidden sheet says, line by line. */
export function aboutRows(submission: Readonly<Record<string, unknown>>): [name: string, value: string][] {
  const unit = membersOf(submission['unit']);
  const revision = submission['revision'];
  const all: [string, string | undefined][] = [
    ['rulebook', textOf(submission['rulebook'])],
    ['form', textOf(submission['form'])],
    ['period', textOf(submission['period'])],
    ['id', textOf(submission['id'])],
    ['revision', typeof revision === 'number' ? String(revision) : undefined],
    ['unit.id', textOf(unit['id'])],
    ['unit.group', textOf(unit['group'])],
    ['unit.name', textOf(unit['name'])],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
