import { fieldTypes } from '../field-types/field-types.js';
import { boundsExclude, type Bounds, type Condition } from '../kinds/condition.js';
import { checkSteps } from './pack-limits.js';
import type { Path, Report } from './pack-problem.js';
import type { FieldType } from '../rulebook.js';
import type { Kind } from '../submission.js';

/** A value that conditions in a given place can read. */
export interface Readable {
  readonly type: FieldType;
  /** the possible choices, if any */
  readonly options?: readonly string[] | undefined;
  /** how many of what is stored make one; 1 unless said */
  readonly scale?: number;
}

/** What a condition can read in its place. */
export interface Place {
  readonly fields: ReadonlyMap<string, Readable>;
  /** what is asked once of the unit, including `members`; absent if the answering unit is unknown */
  readonly facts?: ReadonlyMap<string, Readable>;
  /** leaf columns by table, if cells can be read */
  readonly tables?: ReadonlyMap<string, readonly string[]>;
  /** what can be read about nominees of the given kinds, if nominees can be counted */
  readonly nominees?: (of?: readonly Kind[]) => Place;
  /** false if the answering unit is unknown, as in duties */
  readonly unit?: false;
}

/** Reports conditions that would silently never hold: they read something missing, or use an unsuitable comparison. */
export function checkCondition(when: Condition | undefined, place: Place, path: Path, report: Report): void {
  if (!when) return;
  if ('all' in when) when.all.forEach((part, index) => checkCondition(part, place, [...path, 'all', index], report));
  else if ('any' in when) {
    when.any.forEach((part, index) => checkCondition(part, place, [...path, 'any', index], report));
  } else if ('not' in when) checkCondition(when.not, place, [...path, 'not'], report);
  else if ('count' in when) checkCount(when, place, path, report);
  else if ('of' in when) {
    when.of.forEach((part, index) => checkCondition(part, place, [...path, 'of', index], report));
    if (when.atLeast > when.of.length) report([...path, 'atLeast'], 'at-least-of', String(when.of.length));
  } else if ('groups' in when || 'units' in when) {
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
  } else if ('fact' in when) {
    if (!place.facts) return report([...path, 'fact'], 'condition-place', 'fact');
    checkTest({ ...when, field: when.fact }, { fields: place.facts }, path, report, 'fact');
  } else checkTest(when, place, path, report);
}

/** Counting is possible only where all nominees are available, and inside a count only the nominee can be read. */
function checkCount(when: Extract<Condition, { count: unknown }>, place: Place, path: Path, report: Report): void {
  const here = [...path, 'count'];
  if (!place.nominees) return report(here, 'condition-place', 'count');
  checkBounds(when, path, report);
  const { fields } = place.nominees(when.count.of);
  checkCondition(when.count.where, { fields, unit: false }, [...here, 'where'], report);
}

const BOUNDS = ['is', 'atLeast', 'atMost', 'above', 'below'] as const;

/** There must be a bound, and a number within all of them. */
function checkBounds(bounds: Bounds, path: Path, report: Report, scale = 1): void {
  if (BOUNDS.every((name) => bounds[name] === undefined)) report(path, 'bounds-none');
  else if (boundsExclude(bounds, scale)) report(path, 'bounds-exclude');
}

interface FieldTest {
  field: string;
  is?: string | boolean | number | undefined;
  in?: readonly string[] | undefined;
  atLeast?: string | number | undefined;
  atMost?: number | undefined;
  above?: number | undefined;
  below?: number | undefined;
  has?: string | undefined;
}

/** Checks one comparison, of a condition or a criterion. */
export function checkTest(
  test: FieldTest,
  { fields }: Place,
  path: Path,
  report: Report,
  member: 'field' | 'fact' = 'field',
): void {
  const read = fields.get(test.field);
  if (!read) {
    const code = fields.size === 0 ? 'condition-place' : 'reference';
    return report([...path, member], code, test.field, [...fields.keys()]);
  }
  const named = TESTS.filter((entry) => test[entry] !== undefined);
  const { tests, needs } = fieldTypes[read.type];
  const allowed = tests.map((entry) => entry.example);
  const [name] = named;
  if (!name) return report(path, 'condition-test', test.field, allowed);
  const unfit = named.find((name) => {
    const value = test[name];
    return !tests.some((entry) => entry.name === name && entry.fits(value));
  });
  if (unfit) return report([...path, unfit], 'condition-test', test.field, allowed);
  if (needs === 'integer') {
    const { is, atLeast, atMost, above, below } = test as Bounds;
    const bounds = { is, atLeast, atMost, above, below };
    checkSteps(bounds, read.scale ?? 1, path, report);
    return checkBounds(bounds, path, report, read.scale);
  }
  const value = test[name];
  const { options } = read;
  if (!options) return;
  const values = Array.isArray(value) ? (value as string[]) : [value as string];
  values.forEach((entry, index) => {
    if (options.includes(entry)) return;
    report([...path, name, ...(Array.isArray(value) ? [index] : [])], 'option', entry, options);
  });
}

const TESTS = [...BOUNDS, 'in', 'has'] as const;
