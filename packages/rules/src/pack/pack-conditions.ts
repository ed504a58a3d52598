import { fieldTypes } from '../field-types/field-types.js';
import {
  boundDays,
  boundNames,
  boundsExclude,
  computes,
  dayBoundNames,
  dayBoundsOf,
  valueTests,
  type Bounds,
  type Condition,
  type Day,
  type DayBounds,
  type ListSource,
  type Period,
  type Source,
  type Tests,
  type Value,
} from '../kinds/condition-shape.js';
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
  /** of a list: what can be read of its items */
  readonly items?: ReadonlyMap<string, Readable>;
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
  /** what the host knows; absent where nothing is judged, since what is asked must not change before it is received */
  readonly given?: ReadonlyMap<string, Readable>;
  /** numbers and days that are stated may be computed with, though nothing is judged */
  readonly computed?: true;
}

const mayCompute = ({ given, computed }: Place): boolean => given !== undefined || computed === true;

/** Reports conditions that would silently never hold: they read something missing, or use an unsuitable comparison. */
export function checkCondition(when: Condition | undefined, place: Place, path: Path, report: Report): void {
  if (!when) return;
  if ('all' in when) when.all.forEach((part, index) => checkCondition(part, place, [...path, 'all', index], report));
  else if ('any' in when) {
    when.any.forEach((part, index) => checkCondition(part, place, [...path, 'any', index], report));
  } else if ('not' in when) checkCondition(when.not, place, [...path, 'not'], report);
  else if ('count' in when) {
    if (computes(when) && !mayCompute(place)) report(path, 'condition-computed');
    else checkCount(when, place, path, report);
  } else if ('of' in when) {
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
  } else if (computes(when) && !mayCompute(place)) report(path, 'condition-computed');
  else if ('span' in when) {
    checkDay(when.from, place, [...path, 'from'], report);
    checkDay(when.to, place, [...path, 'to'], report);
    checkUnits([when.from, when.to, { on: 'receipt', [when.span]: 1 }], path, report);
    checkBounds(when, place, path, report);
  } else if ('day' in when) {
    checkDay(when.day, place, [...path, 'day'], report);
    if (!dayBoundsOf(when)) report(path, 'day-bounds-none');
    checkDayBounds(when.day, when, place, path, report);
  } else if ('value' in when) {
    checkValue(when.value, place, [...path, 'value'], report);
    checkBounds(when, place, path, report);
  } else if ('fact' in when) checkTests(when, { fact: when.fact }, place, path, report);
  else if ('given' in when) checkTests(when, { given: when.given }, place, path, report);
  else checkTests(when, { field: when.field }, place, path, report);
}

/** Counting is possible only where all nominees are available, and inside a count only the nominee can be read. */
function checkCount(when: Extract<Condition, { count: unknown }>, place: Place, path: Path, report: Report): void {
  checkCounted(when.count, place, [...path, 'count'], report);
  checkBounds(when, place, path, report);
}

function checkCounted(
  { of, items, where }: Extract<Condition, { count: unknown }>['count'],
  place: Place,
  path: Path,
  report: Report,
): void {
  if (items) {
    const ofItem = itemPlace(items, place, [...path, 'items'], report);
    if (ofItem) checkCondition(where, ofItem, [...path, 'where'], report);
    return;
  }
  if (!place.nominees) return report(path, 'condition-place', 'count');
  const { fields } = place.nominees(of);
  const { facts, given } = place;
  const inside: Place = { fields, unit: false, ...(given && { given, ...(facts && { facts }) }) };
  // A filter of the list sees nothing around it; computing does.
  checkCondition(where, computes(where) ? inside : { fields, unit: false }, [...path, 'where'], report);
}

/** What can be read of the items of a list; what is no list is reported. */
function itemPlace(items: ListSource, place: Place, path: Path, report: Report): Place | undefined {
  const read = readAt(items, place, path, report);
  if (!read) return undefined;
  if (!read.items) {
    report(
      path,
      'not-list',
      nameOf(items),
      namesOf(items, place, (other) => other.items !== undefined),
    );
    return undefined;
  }
  const { facts, given } = place;
  return { fields: read.items, unit: false, ...(given && { given, ...(facts && { facts }) }) };
}

/** There must be a bound, and a number within all of them. */
function checkBounds(bounds: Bounds, place: Place, path: Path, report: Report, scale = 1): void {
  if (boundNames.every((name) => bounds[name] === undefined)) report(path, 'bounds-none');
  else if (boundsExclude(bounds, scale)) report(path, 'bounds-exclude');
  for (const name of boundNames) {
    const bound = bounds[name];
    if (bound !== undefined) checkValue(bound, place, [...path, name], report);
  }
}

/** Reports what a number cannot be computed from in its place. */
export function checkValue(value: Value, place: Place, path: Path, report: Report): void {
  if (typeof value === 'number') return;
  if ('then' in value) {
    checkCondition(value.when, place, [...path, 'when'], report);
    checkValue(value.then, place, [...path, 'then'], report);
    if (value.else !== undefined) checkValue(value.else, place, [...path, 'else'], report);
    return;
  }
  if ('sum' in value)
    return value.sum.forEach((part, index) => checkValue(part, place, [...path, 'sum', index], report));
  if ('minus' in value) {
    return value.minus.forEach((part, index) => checkValue(part, place, [...path, 'minus', index], report));
  }
  if ('count' in value) return checkCounted(value.count, place, [...path, 'count'], report);
  if ('yearOf' in value) {
    checkDay(value.yearOf, place, [...path, 'yearOf'], report);
    return checkUnits([value.yearOf, { on: 'receipt', months: 0 }], [...path, 'yearOf'], report);
  }
  if ('total' in value) {
    const ofItem = itemPlace(value.items, place, [...path, 'items'], report);
    if (!ofItem) return;
    const summed = readAt({ field: value.total }, ofItem, path, report);
    if (summed && !isNumber(summed)) {
      report([...path, 'total'], 'not-number', value.total, namesOf({ field: '' }, ofItem, isNumber));
    }
    return checkCondition(value.where, ofItem, [...path, 'where'], report);
  }
  if ('of' in value) return checkValue(value.of, place, [...path, 'of'], report);
  const read = readAt(value, place, path, report);
  if (read && !isNumber(read)) report(path, 'not-number', nameOf(value), namesOf(value, place, isNumber));
}

function checkDayBounds(day: Day, bounds: DayBounds, place: Place, path: Path, report: Report): void {
  const { within } = bounds;
  for (const name of dayBoundNames) {
    const bound = name === 'within' ? (within?.after ?? within?.before) : bounds[name];
    if (bound === undefined) continue;
    const edge = name === 'within' ? [name, within?.after === undefined ? 'before' : 'after'] : [name];
    checkDay(bound, place, [...path, ...edge], report);
  }
  const { after: _after, before: _before, ...period } = within ?? {};
  checkUnits([day, ...boundDays(bounds), ...(within ? [{ on: 'receipt', ...period }] : [])], path, report);
}

function checkDay(day: Day, place: Place, path: Path, report: Report): void {
  if (day === 'receipt' && !place.given) return report(path, 'condition-computed');
  if (typeof day === 'string') return;
  if ('on' in day) return checkDay(day.on, place, [...path, 'on'], report);
  const read = readAt(day, place, path, report);
  if (read && read.type !== 'date') report(path, 'not-date', nameOf(day), namesOf(day, place, isDate));
}

/** Days and months are counted differently, and never on one value. */
function checkUnits(days: readonly Day[], path: Path, report: Report): void {
  const shifts = days.flatMap((day): Period[] => (typeof day === 'object' && 'on' in day ? [day] : []));
  const inDays = shifts.filter(({ days: count }) => count !== undefined);
  if (inDays.length > 0 && inDays.length < shifts.length) report(path, 'period-mixed');
}

const isNumber = ({ type }: Readable): boolean => fieldTypes[type].needs === 'integer';
const isDate = ({ type }: Readable): boolean => type === 'date';
const nameOf = (source: Source): string => Object.values(source)[0] as string;

function readablesOf(source: Source, { fields, facts, given }: Place): ReadonlyMap<string, Readable> | undefined {
  if ('field' in source) return fields;
  return 'fact' in source ? facts : given;
}

const namesOf = (source: Source, place: Place, fits: (read: Readable) => boolean): string[] =>
  [...(readablesOf(source, place) ?? [])].flatMap(([name, read]) => (fits(read) ? [name] : []));

/** What a source reads in its place; a source that does not exist there is reported. */
function readAt(source: Source, place: Place, path: Path, report: Report): Readable | undefined {
  const [member] = Object.keys(source) as [string];
  const known = readablesOf(source, place);
  const read = known?.get(nameOf(source));
  if (read) return read;
  if (!known || (known.size === 0 && member === 'field'))
    report([...path, member], 'condition-place', member === 'field' ? nameOf(source) : member); // prettier-ignore
  else report([...path, member], 'reference', nameOf(source), [...known.keys()]);
  return undefined;
}

/** Checks the tests of one value, of a condition or a criterion. */
export function checkTests(tests: Tests, source: Source, place: Place, path: Path, report: Report): void {
  const read = readAt(source, place, path, report);
  if (!read) return;
  const named = TESTS.filter((name) => tests[name] !== undefined);
  const fitting = fieldTypes[read.type].tests;
  const allowed = fitting.map((entry) => entry.example);
  if (named.length === 0) return report(path, 'criterion-test', nameOf(source), allowed);
  const unfit = named.find((name) => !fitting.some((entry) => entry.name === name && entry.fits(tests[name])));
  if (unfit) {
    const isOfField = typeof tests[unfit] === 'object' && fitting.some(({ name }) => name === unfit);
    return report([...path, unfit], isOfField ? 'fixed-value' : 'condition-test', nameOf(source), allowed);
  }
  if (isNumber(read)) {
    const { is, atLeast, atMost, above, below } = tests as Bounds;
    checkSteps({ is, atLeast, atMost, above, below }, read.scale ?? 1, path, report);
    return checkBounds({ is, atLeast, atMost, above, below }, place, path, report, read.scale);
  }
  if (valueTests(tests).length > 1) return report(path, 'criterion-test', nameOf(source), allowed);
  if (dayBoundsOf(tests)) checkDayBounds(source, tests, place, path, report);
  for (const name of ['is', 'in', 'has', 'atLeast'] as const) checkOptions(tests[name], name, read, path, report);
}

function checkOptions(value: unknown, name: string, { options }: Readable, path: Path, report: Report): void {
  if (!options || value === undefined) return;
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  values.forEach((entry, index) => {
    if (typeof entry !== 'string' || options.includes(entry)) return;
    report([...path, name, ...(Array.isArray(value) ? [index] : [])], 'option', entry, options);
  });
}

const TESTS = [...boundNames, ...dayBoundNames, 'in', 'has'] as const;
