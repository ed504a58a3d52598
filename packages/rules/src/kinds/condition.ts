import { countWhere, either, equals, every, given, not, oneOf, variable } from '../logic.js';
import type { ColumnView, Logic, NeededType } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { dayTest, isOfItem, spanTest, valueTest, type Computing, type Operand } from './computed.js';
import {
  computes,
  dayBoundsOf,
  isWritten,
  numberBounds,
  storedBounds,
  valueTests,
  type Condition,
  type Counted,
  type ListSource,
  type NumberBounds,
  type Source,
  type Tests,
  type ValueTest,
} from './condition-shape.js';
import type { Derivations } from './computed.js';

/** How the names in a condition map to a submission. */
export interface Naming {
  /** `var` path of a field or question */
  path: (field: string) => string;
  /** the field's options at or above the given one, or null if the field has no scale */
  atOrAbove: (field: string, value: string) => string[] | null;
  /** restricts a field's value to those who are asked for it; if absent, everyone is */
  asked?: (field: string) => Logic;
  /** how many of what a field stores make one: 10 for one decimal; 1 unless said */
  scale?: (field: string) => number;
  /** the same for a fact */
  factScale?: (fact: string) => number;
  /** the type of what the host gives */
  givenType?: (given: string) => NeededType;
  /** where computed values are kept */
  derivations: Derivations;
  /** JSON Pointer of the list whose items are read as `item`, if any */
  each?: string;
  /** the list that `items` names, and how conditions read an item of it */
  items?: (list: ListSource) => ItemNaming;
  /** for `count`: how conditions over a nominee of these kinds are read, inside a filter of the list and per item */
  counted?: (of: readonly Kind[] | undefined) => { inside: Naming; perItem: Naming; kinds: readonly Kind[] | null };
  /**
   * for `used`: every cell of the given columns, by table, or of open rows the cell of each column in any item of a list;
   * tick cells count if ticked, text cells if filled
   */
  cells?: (table: string, columns: string[]) => UsedCell[];
}

/** How conditions read the items of a list. */
interface ItemNaming {
  /** `var` path of the list */
  readonly list: string;
  /** the same of the marks of its items */
  readonly marks: string;
  /** inside a filter of the list, and per item */
  readonly inside: Naming;
  readonly perItem: Naming;
}

/** Compiles a condition of the pack. Numbers are checked to be present first, in the same `and`. */
export function compileCondition(when: Condition | undefined, naming: Naming): Logic {
  if (!when) return true;
  if ('all' in when) return every(when.all.map((part) => compileCondition(part, naming)));
  if ('any' in when) return either(when.any.map((part) => compileCondition(part, naming)));
  if ('not' in when) return not(compileCondition(when.not, naming));
  if ('span' in when) return equals(spanTest(when, computing(naming)), true);
  if ('day' in when) return equals(dayTest(when.day, when, computing(naming)), true);
  if ('value' in when) return equals(valueTest(when.value, when, computing(naming)), true);
  if ('count' in when) {
    if (!isWritten(when)) return equals(valueTest({ count: when.count }, when, computing(naming)), true);
    const { list, number } = countOf(when.count, naming);
    return every([list === undefined ? true : given(list), ...boundsHold(number, when)]);
  }
  if ('of' in when) {
    const parts = when.of.map((part) => compileCondition(part, naming));
    return atLeastOf(when.atLeast, parts);
  }
  if ('groups' in when) return oneOf('submission.unit.group', when.groups);
  if ('units' in when) return oneOf('submission.unit.id', when.units);
  if ('table' in when) return either((naming.cells?.(when.table, when.used) ?? []).map(cellUsed));
  const asked = 'field' in when ? (naming.asked?.(when.field) ?? true) : true;
  return every([asked, compileTests(when, 'field' in when ? { field: when.field } : sourceOf(when), naming)]);
}

const sourceOf = (when: { fact: string } | { given: string }): Source =>
  'fact' in when ? { fact: when.fact } : { given: when.given };

/** Compiles the tests of one value, shared by conditions and checked criteria; includes guards for numbers and lists. */
export function compileTests(tests: Tests, source: Source, naming: Naming): Logic {
  const path = pathOf(source, naming);
  const numbers = numberBounds(tests);
  const days = dayBoundsOf(tests);
  const scale = scaleOf(source, naming);
  const written = numbers && isWritten(numbers) ? storedBounds(numbers, scale) : undefined;
  return every([
    ...valueTests(tests).map((test) => compileValueTest(test, source, naming)),
    ...(written ? [given(path), ...boundsHold(variable(path), written)] : []),
    ...(numbers && !written ? [equals(valueTest(source, numbers, computing(naming)), true)] : []),
    ...(days ? [equals(dayTest(source, days, computing(naming)), true)] : []),
  ]);
}

function compileValueTest(test: ValueTest, source: Source, naming: Naming): Logic {
  const path = pathOf(source, naming);
  if ('in' in test) return either(test.in.map((value) => equals(path, value)));
  if ('has' in test) return every([given(path), { some: [variable(path), { '===': [variable(''), test.has] }] }]);
  if ('is' in test) return equals(path, test.is);
  const atOrAbove = 'field' in source ? naming.atOrAbove(source.field, test.atLeast) : null;
  return either((atOrAbove ?? []).map((value) => equals(path, value)));
}

const pathOf = (source: Source, naming: Naming): string => {
  if ('field' in source) return naming.path(source.field);
  return 'fact' in source ? factPath(source.fact) : `given.${source.given}`;
};

function scaleOf(source: Source, naming: Naming): number {
  if ('field' in source) return naming.scale?.(source.field) ?? 1;
  return 'fact' in source ? (naming.factScale?.(source.fact) ?? 1) : 1;
}

export const computing = (naming: Naming): Computing => ({
  derivations: naming.derivations,
  each: naming.each,
  path: (source) => pathOf(source, naming),
  scale: (source) => scaleOf(source, naming),
  holds: (when) => compileCondition(when, naming),
  givenType: (given) => naming.givenType?.(given) ?? 'integer',
  count: (counted): Operand => {
    const { list, number } = countOf(counted, naming);
    const perItem = counted.items !== undefined && isOfItem(naming.items!(counted.items).list);
    return { logic: number, needs: list === undefined ? {} : { [list]: 'list' }, scale: 1, perItem };
  },
  total: ({ total, items, where }): Operand => {
    const { marks, perItem } = naming.items!(items);
    const path = perItem.path(total);
    const as = naming.derivations.add({
      each: perItem.each!,
      needs: { [path]: 'integer' },
      logic: { if: [compileCondition(where, perItem), variable(path), 0] },
    });
    const mark = `current.${as}`;
    const sum: Logic = {
      reduce: [variable(marks), { '+': [variable('accumulator'), { if: [given(mark), variable(mark), 0] }] }, 0],
    };
    return {
      logic: orZero(marks, sum, naming),
      needs: {},
      scale: perItem.scale?.(total) ?? 1,
      perItem: isOfItem(marks),
    };
  },
});

/** A number of a list; where there is no list, there is nothing to count. */
function orZero(list: string, logic: Logic, { derivations, each }: Naming): Logic {
  const path = derivations.path({
    ...(isOfItem(list) && each !== undefined && { each }),
    needs: { [list]: 'list' },
    logic,
  });
  return { if: [given(path), variable(path), 0] };
}

const boundsHold = (number: Logic, { is, atLeast, atMost, above, below }: NumberBounds): Logic[] => [
  ...(is === undefined ? [] : [{ '<=': [number, is] }, { '>=': [number, is] }]),
  ...(atLeast === undefined ? [] : [{ '>=': [number, atLeast] }]),
  ...(above === undefined ? [] : [{ '>': [number, above] }]),
  ...(atMost === undefined ? [] : [{ '<=': [number, atMost] }]),
  ...(below === undefined ? [] : [{ '<': [number, below] }]),
];

/** The unit's number of members, as it states it. */
export const MEMBERS = 'submission.unit.members';

/** Path of a fact; `members` is a fact of every unit. */
export const factPath = (fact: string): string => (fact === 'members' ? MEMBERS : `submission.facts.${fact}`);

const NOMINEES = 'submission.nominees';

/** The number that a condition counts, and the list that must be there for it to be counted, if one must. */
export function countOf({ of, items, where }: Counted, naming: Naming): { list?: string; number: Logic } {
  if (items) return { number: countOfItems(naming.items!(items), where, naming) };
  const counted = naming.counted?.(of) ?? { inside: naming, perItem: naming, kinds: of ?? null };
  const ofKinds = (prefix: string): Logic => (counted.kinds ? oneOf(`${prefix}kind`, counted.kinds) : true);
  if (!computes(where)) {
    const test = every([ofKinds(''), compileCondition(where, counted.inside)]);
    return { list: NOMINEES, number: countWhere(NOMINEES, test) };
  }
  const logic = every([ofKinds('item.'), compileCondition(where, counted.perItem)]);
  return countMarked(logic, naming.derivations);
}

function countOfItems(
  { list, marks, inside, perItem }: ItemNaming,
  where: Condition | undefined,
  naming: Naming,
): Logic {
  if (!computes(where)) return orZero(list, countWhere(list, compileCondition(where, inside)), naming);
  const as = naming.derivations.add({ each: perItem.each!, logic: compileCondition(where, perItem) });
  return orZero(marks, countWhere(marks, equals(as, true)), naming);
}

/** The number of nominees for whom a condition holds that a filter cannot evaluate. */
export function countMarked(logic: Logic, derivations: Derivations): { list: string; number: Logic } {
  const as = derivations.add({ each: '/nominees', logic });
  return { list: MARKS, number: countWhere(MARKS, equals(as, true)) };
}

/** The nominees' marks. */
export const MARKS = 'marks.nominees';

/** At least `least` of the parts, in one pass: each part is counted as an `if` of 1 or 0. */
const atLeastOf = (least: number, parts: readonly Logic[]): Logic => ({
  '>=': [{ '+': parts.map((part): Logic => ({ if: [part, 1, 0] })) }, least],
});

interface UsedCell {
  readonly path: string;
  readonly type: NonNullable<ColumnView['type']>;
  readonly list?: string;
}

function cellUsed({ path, type, list }: UsedCell): Logic {
  if (list !== undefined) return every([given(list), { some: [variable(list), cellUsed({ path, type })] }]);
  if (type === 'yes-no') return equals(path, true);
  if (type !== 'count' && type !== 'percent') return given(path);
  return every([given(path), { '>': [variable(path), 0] }]);
}
