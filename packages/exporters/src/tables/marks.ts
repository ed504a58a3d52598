import { textOf, membersOf } from '../documents/parts/text.js';

/** Prefix of the hidden row with the column ids of a sheet, followed by the kind of nominee or the table id. */
export const MARK = 'kl01:';
/** Marks the answers sheet; ids of tables and kinds cannot contain this character. */
export const ANSWERS = '~answers';
/** Hidden sheet with the rulebook, form, unit and revision of the workbook. */
export const ABOUT_SHEET = 'kl01';

/** The rows of the hidden sheet. */
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
