import { z } from 'zod';
import { either, equals, every, given, not, oneOf, variable } from '../logic.js';
import type { Logic } from '../rulebook.js';
import { id, ids } from './common.js';

/** When something is asked or due. A missing value makes every question false. */
export type Condition =
  | { field: string; is: string | boolean | number }
  | { field: string; in: string[] }
  | { field: string; atLeast: string | number }
  | { field: string; has: string }
  | { table: string; used: string[] }
  | { groups: string[] }
  | { units: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const fieldOrQuestion = z
  .string()
  .min(1)
  .max(80)
  .describe('A field of the nominee (or "kind") or of the person (or "posts"), or a question of the report');

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldOrQuestion, is: z.union([z.string(), z.boolean(), z.int()]) }),
    z.strictObject({ field: fieldOrQuestion, in: z.array(z.string()).min(1) }),
    z.strictObject({ field: fieldOrQuestion, atLeast: z.union([z.string(), z.int()]) }),
    z.strictObject({ field: fieldOrQuestion, has: z.string() }),
    z.strictObject({ table: id, used: z.array(id).min(1) }),
    z.strictObject({ groups: ids.describe('The unit answering is of one of these groups') }),
    z.strictObject({ units: ids.describe('The unit answering is one of these named units') }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

/** Where the names of a condition point to in a submission. */
export interface Naming {
  /** `var` path of a field or question */
  path: (field: string) => string;
  /** the options at or above one of the field's scale, or null when the field has no scale */
  atOrAbove: (field: string, value: string) => string[] | null;
  /** narrows what a field says to those who are asked for it; left out: all are */
  asked?: (field: string) => Logic;
  /** for `used`: every cell of those columns, by table; tick cells count when ticked, text cells when filled */
  cells?: (table: string, columns: string[]) => { path: string; type: 'count' | 'tick' | 'percent' | 'text' }[];
}

/** Compiles a condition of the pack. Numbers are asked for first, in the same `and`. */
export function compileCondition(when: Condition | undefined, naming: Naming): Logic {
  if (!when) return true;
  if ('all' in when) return every(when.all.map((part) => compileCondition(part, naming)));
  if ('any' in when) return either(when.any.map((part) => compileCondition(part, naming)));
  if ('not' in when) return not(compileCondition(when.not, naming));
  if ('groups' in when) return oneOf('submission.unit.group', when.groups);
  if ('units' in when) return oneOf('submission.unit.id', when.units);
  if ('table' in when) return either((naming.cells?.(when.table, when.used) ?? []).map(cellUsed));
  return every([naming.asked?.(when.field) ?? true, compileTest(when, naming)]);
}

/** The test of one value, as conditions and checked criteria share it; it guards numbers and lists itself. */
export function compileTest(test: Extract<Condition, { field: string }>, naming: Naming): Logic {
  const path = naming.path(test.field);
  if ('in' in test) return either(test.in.map((value) => equals(path, value)));
  if ('has' in test) return every([given(path), { some: [variable(path), { '===': [variable(''), test.has] }] }]);
  if ('is' in test) {
    if (typeof test.is !== 'number') return equals(path, test.is);
    return every([given(path), { '<=': [variable(path), test.is] }, { '>=': [variable(path), test.is] }]);
  }
  if (typeof test.atLeast === 'number') return every([given(path), { '>=': [variable(path), test.atLeast] }]);
  return either((naming.atOrAbove(test.field, test.atLeast) ?? []).map((value) => equals(path, value)));
}

/** Every field a condition reads. */
export function fieldsRead(when: Condition | undefined): string[] {
  if (!when) return [];
  if ('all' in when) return when.all.flatMap(fieldsRead);
  if ('any' in when) return when.any.flatMap(fieldsRead);
  if ('not' in when) return fieldsRead(when.not);
  return 'field' in when ? [when.field] : [];
}

/** Every column of a table whose use a condition asks about. */
export function columnsRead(when: Condition | undefined): { table: string; columns: string[] }[] {
  if (!when) return [];
  if ('all' in when) return when.all.flatMap(columnsRead);
  if ('any' in when) return when.any.flatMap(columnsRead);
  if ('not' in when) return columnsRead(when.not);
  return 'table' in when ? [{ table: when.table, columns: when.used }] : [];
}

function cellUsed({ path, type }: { path: string; type: 'count' | 'tick' | 'percent' | 'text' }): Logic {
  if (type === 'tick') return equals(path, true);
  if (type === 'text') return given(path);
  return every([given(path), { '>': [variable(path), 0] }]);
}
