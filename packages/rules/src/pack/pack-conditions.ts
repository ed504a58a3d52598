import type { Condition } from '../kinds/condition.js';
import type { Path, Report } from './pack-problem.js';
import type { FieldType } from '../rulebook.js';

/** A value that conditions of some place can read. */
export interface Readable {
  readonly type: FieldType;
  /** what may be chosen, where something is */
  readonly options?: readonly string[] | undefined;
}

/** What can be read where a condition stands. */
export interface Place {
  readonly fields: ReadonlyMap<string, Readable>;
  /** leaf columns by table, where cells can be read */
  readonly tables?: ReadonlyMap<string, readonly string[]>;
  /** false where the unit answering is not known: in duties */
  readonly unit?: false;
}

/** A condition that reads what is not there, or compares it as it cannot be compared, would never hold, silently. */
export function checkCondition(when: Condition | undefined, place: Place, path: Path, report: Report): void {
  if (!when) return;
  if ('all' in when) when.all.forEach((part, index) => checkCondition(part, place, [...path, 'all', index], report));
  else if ('any' in when) {
    when.any.forEach((part, index) => checkCondition(part, place, [...path, 'any', index], report));
  } else if ('not' in when) checkCondition(when.not, place, [...path, 'not'], report);
  else if ('groups' in when || 'units' in when) {
    const name = 'groups' in when ? 'groups' : 'units';
    if (place.unit === false) report([...path, name], 'condition-place', name);
  } else if ('table' in when) {
    const { tables } = place;
    if (!tables) return report([...path, 'table'], 'condition-place', 'table');
    const columns = tables.get(when.table);
    if (!columns) return report([...path, 'table'], 'reference', when.table, [...tables.keys()]);
    when.used.forEach((column, index) => {
      if (!columns.includes(column)) report([...path, 'used', index], 'reference', column, columns);
    });
  } else checkTest(when, place, path, report);
}

interface Test {
  field: string;
  is?: string | boolean | number | undefined;
  in?: readonly string[] | undefined;
  atLeast?: string | number | undefined;
  has?: string | undefined;
}

/** One comparison, of a condition or of a criterion. */
export function checkTest(test: Test, { fields }: Place, path: Path, report: Report): void {
  const read = fields.get(test.field);
  if (!read) {
    const code = fields.size === 0 ? 'condition-place' : 'reference';
    return report([...path, 'field'], code, test.field, [...fields.keys()]);
  }
  const name = (['is', 'in', 'atLeast', 'has'] as const).find((entry) => test[entry] !== undefined);
  if (!name) return;
  const value = test[name]!;
  const fits = comparisons[read.type].some((entry) => entry.name === name && entry.fits(value));
  if (!fits) {
    const allowed = comparisons[read.type].map((entry) => entry.example);
    return report([...path, name], 'condition-test', test.field, allowed);
  }
  const { options } = read;
  if (!options) return;
  const values = Array.isArray(value) ? (value as string[]) : [value as string];
  values.forEach((entry, index) => {
    if (options.includes(entry)) return;
    report([...path, name, ...(Array.isArray(value) ? [index] : [])], 'option', entry, options);
  });
}

interface Comparison {
  name: 'is' | 'in' | 'atLeast' | 'has';
  fits: (value: unknown) => boolean;
  example: string;
}
const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const words: Comparison[] = [
  { name: 'is', fits: isText, example: '"is": "…"' },
  { name: 'in', fits: Array.isArray, example: '"in": ["…"]' },
];
const comparisons: Record<FieldType, readonly Comparison[]> = {
  text: words,
  'long-text': words,
  phone: words,
  date: words,
  choice: words,
  rating: [...words, { name: 'atLeast', fits: isText, example: '"atLeast": "…"' }],
  choices: [{ name: 'has', fits: isText, example: '"has": "…"' }],
  'yes-no': [{ name: 'is', fits: (value) => typeof value === 'boolean', example: '"is": true' }],
  count: [
    { name: 'is', fits: isNumber, example: '"is": 1' },
    { name: 'atLeast', fits: isNumber, example: '"atLeast": 1' },
  ],
};
