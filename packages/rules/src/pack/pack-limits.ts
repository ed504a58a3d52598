import type { Limit } from '../field-types/field-type.js';
import { fieldTypeNames, fieldTypes, scaleOf } from '../field-types/field-types.js';
import { storedNumber } from '../field-types/limits-in-words.js';
import type { PackField } from '../kinds/field.js';
import type { FieldType } from '../rulebook.js';
import { MAX_LISTED } from '../shape.js';
import type { Path, Report } from './pack-problem.js';

/** Members that only some types take. */
type Member = 'decimals' | 'range' | 'length' | 'mask' | 'options' | 'scale' | 'fields' | 'distinct';

/** Reports limits that the type of a field has no use for, that contradict each other, or that nothing can meet. */
export function checkLimits(field: PackField, type: FieldType, at: Path, report: Report): void {
  const { limits = [], options, maxLength = Infinity } = fieldTypes[type];
  for (const [member, ofTypes] of Object.entries(takenBy)) {
    if (field[member as Member] === undefined || ofTypes.includes(type)) continue;
    report([...at, member], 'limit-type', `${type}: "${member}"`, ofTypes);
  }
  if (options === 'own' && !field.options) report(at, 'options', field.field);
  if (limits.includes('fields') && !field.fields) report(at, 'list-fields', field.field);
  const { range, length, fields = [], distinct = [] } = field;
  const names = fields.map((own) => own.field);
  if (type === 'list') {
    distinct.forEach((name, index) => {
      if (!names.includes(name)) report([...at, 'distinct', index], 'reference', name, names);
    });
  }
  if (length) checkEnds(length, [...at, 'length'], report, maxLength);
  if (range) checkRange(range, type, scaleOf(type, field), [...at, 'range'], report);
}

const typesWith = (...named: Limit[]): FieldType[] =>
  fieldTypeNames.filter((type) => named.some((limit) => fieldTypes[type].limits?.includes(limit)));

/** The types that take a member. */
const takenBy: Readonly<Record<Member, readonly FieldType[]>> = {
  decimals: typesWith('decimals'),
  range: typesWith('range', 'items', 'days'),
  length: typesWith('length'),
  mask: typesWith('mask'),
  fields: typesWith('fields'),
  distinct: typesWith('fields'),
  options: fieldTypeNames.filter((type) => fieldTypes[type].options === 'own'),
  scale: fieldTypeNames.filter((type) => fieldTypes[type].options === 'scale'),
};

function checkRange(range: Range, type: FieldType, scale: number, at: Path, report: Report): void {
  const { limits = [] } = fieldTypes[type];
  const { from, through, ...ends } = range;
  const ofDays = limits.includes('days');
  const stray = Object.entries(ofDays ? ends : { from, through }).find(([, end]) => end !== undefined);
  if (stray) {
    return report([...at, stray[0]], 'limit-range', type, ofDays ? ['"from"', '"through"'] : ['"atLeast"', '"atMost"']);
  }
  if (ofDays) {
    if (from === undefined && through === undefined) report(at, 'days-none');
    else if (from !== undefined && through !== undefined && from > through) report(at, 'bounds-exclude');
    return;
  }
  checkEnds(ends, at, report, limits.includes('items') ? MAX_LISTED : Infinity);
  checkSteps(ends, scale, at, report);
}

type Range = NonNullable<PackField['range']>;

/** There must be an end, and something between the two. */
function checkEnds({ atLeast, atMost }: Ends, at: Path, report: Report, most: number): void {
  if (atLeast === undefined && atMost === undefined) report(at, 'bounds-none');
  else if (atLeast !== undefined && atLeast > Math.min(atMost ?? most, most)) report(at, 'bounds-exclude');
  else if (atMost !== undefined && atMost > most) report([...at, 'atMost'], 'limit-most', String(most));
}

interface Ends {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** A number with more decimals than can be answered would move when it is stored. */
export function checkSteps(numbers: object, scale: number, at: Path, report: Report): void {
  for (const [name, number] of Object.entries(numbers)) {
    if (typeof number !== 'number' || Math.abs(storedNumber(number, scale) / scale - number) < 1e-9) continue;
    report([...at, name], 'number-step', String(number));
  }
}
