import { profileOperators } from '../judge/evaluate.js';
import type { Logic, Rule, Schema } from '../rulebook.js';

/**
 * What leaves the portable profile, in words for an engineer: the reasons why some backend would judge otherwise.
 * @source docs/rulebook.md, "Portable profile"
 */
export function outsideProfile(rule: Pick<Rule, 'assert' | 'params' | 'needs'>): string[] {
  const reasons: string[] = [];
  const needed = new Set(Object.keys(rule.needs));
  const visit = (node: Logic | readonly Logic[], guarded: ReadonlySet<string>, within?: string): void => {
    if (Array.isArray(node)) return node.forEach((part: Logic) => visit(part, guarded, within));
    if (node === null || typeof node !== 'object') {
      if (typeof node === 'number' && !Number.isSafeInteger(node)) reasons.push(`number ${node}`);
      return;
    }
    const entries = Object.entries(node as Record<string, Logic | readonly Logic[]>);
    const [operator, operands] = entries[0] ?? ['', null];
    if (entries.length !== 1) reasons.push('an object that is not one operation');
    if (!profileOperators.has(operator)) reasons.push(`operator "${operator}"`);
    if (operator === 'var') {
      if (typeof operands !== 'string') reasons.push('"var" whose path is not plain text');
      else if (/(^|\.)(length|constructor|__proto__|prototype)(\.|$)/.test(operands))
        reasons.push(`path "${operands}"`);
      // Go's jsonlogic looks for what the item lacks in the data around the list.
      else if (within && OUTER.has(operands.split('.')[0]!)) reasons.push(`path "${operands}" inside "${within}"`);
      return;
    }
    const list = (Array.isArray(operands) ? operands : [operands]) as readonly Logic[];
    if (!testsOf(operator, list).every(isTest)) {
      reasons.push(`"${operator}" of something that is not true or false by itself`);
    }
    if ((operator === 'and' || operator === 'or') && list.length < 2) reasons.push(`"${operator}" of one operand`);
    if (operator === 'and') {
      const known = new Set(guarded);
      for (const part of list) {
        visit(part, known, within);
        const path = guardOf(part);
        if (path !== null) known.add(path);
      }
      return;
    }
    if (NUMERIC.has(operator)) {
      // An engine that evaluates every operand of an `and` can compare what is missing, but not add it up.
      const sure = ARITHMETIC.has(operator) ? needed : guarded;
      for (const part of list) {
        const path = variableOf(part);
        if (path !== null && !sure.has(path) && path !== 'accumulator') {
          reasons.push(`"${operator}" with "${path}", which may be missing`);
        }
      }
    }
    if (operator === 'reduce' && list[2] !== 0) reasons.push('"reduce" that does not start at 0');
    if (operator === '===' || operator === '!==') {
      if (list.some((part) => typeof part === 'number')) reasons.push(`"${operator}" with a number`);
    }
    if (OVER_ITEMS.has(operator)) {
      // Go's jsonlogic cannot evaluate a constant there.
      if (list[1] === null || typeof list[1] !== 'object') reasons.push(`"${operator}" with a constant for each item`);
      list.forEach((part, index) => visit(part, guarded, index === 1 ? operator : within));
      return;
    }
    list.forEach((part) => visit(part, guarded, within));
  };
  if (rule.assert !== undefined) visit(rule.assert, needed);
  for (const param of Object.values(rule.params ?? {})) visit(param, needed);
  return [...new Set(reasons)];
}

/** The operands that an operator takes for true or false: what else engines take for true differs. */
function testsOf(operator: string, operands: readonly Logic[]): readonly Logic[] {
  if (operator === 'and' || operator === 'or' || operator === '!') return operands;
  if (operator === 'if') return operands.filter((_, at) => at % 2 === 0 && at < operands.length - 1);
  return operator === 'filter' || operator === 'some' || operator === 'none' ? operands.slice(1, 2) : [];
}

/** True or false whatever the data: a comparison, a test of a list, or a combination of such. */
function isTest(node: Logic): boolean {
  if (typeof node === 'boolean') return true;
  if (node === null || typeof node !== 'object') return false;
  const [operator = '', operands] = Object.entries(node)[0] ?? [];
  if (operator !== 'if') return TESTS.has(operator);
  const values = (operands as readonly Logic[]).filter((_, at, all) => at % 2 === 1 || at === all.length - 1);
  return values.every(isTest);
}

const TESTS = new Set(['===', '!==', '<', '<=', '>', '>=', 'and', 'or', '!', 'some', 'none']);
const ARITHMETIC = new Set(['+', '-', '*']);
const NUMERIC = new Set(['<', '<=', '>', '>=', ...ARITHMETIC]);

const OVER_ITEMS = new Set(['filter', 'map', 'reduce', 'some', 'none']);
const OUTER = new Set(['submission', 'unit', 'now', 'item', 'index']);

const variableOf = (node: Logic): string | null =>
  node !== null && typeof node === 'object' && typeof node['var'] === 'string' ? node['var'] : null;

/** The path that `{ "!==": [{ var }, null] }` makes sure of. */
function guardOf(node: Logic): string | null {
  if (node === null || typeof node !== 'object') return null;
  const operands = node['!=='];
  return Array.isArray(operands) && operands[1] === null ? variableOf(operands[0] as Logic) : null;
}

const KEYWORDS = new Set([
  '$schema',
  'type',
  'properties',
  'additionalProperties',
  'items',
  'enum',
  'minimum',
  'maximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'maxItems',
  'pattern',
]);

/** Keywords and patterns of a schema that validators read differently. */
export function schemaOutsideProfile(schema: Schema, path = ''): string[] {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const here = (reason: string) => `${path || '/'}: ${reason}`;
  return [
    ...Object.keys(schema)
      .filter((keyword) => !KEYWORDS.has(keyword))
      .map((keyword) => here(`keyword "${keyword}"`)),
    ...(schema.pattern !== undefined && schema.maxLength === undefined ? [here('"pattern" without "maxLength"')] : []),
    ...(/\\[dswpuDSWP]/.test(schema.pattern ?? '') ? [here('a class of letters in "pattern"')] : []),
    ...(types.filter((type) => type !== 'null').length === 1 ? [] : [here('a place for values of several types')]),
    ...(schema.enum && !types.includes('string') ? [here('"enum" of what is no text')] : []),
    ...(types.includes('number') && (schema.minimum === undefined || schema.maximum === undefined)
      ? [here('a number without limits')]
      : []),
    ...(types.includes('array') && schema.maxItems === undefined ? [here('a list without "maxItems"')] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
      schemaOutsideProfile(member, `${path}/${name}`),
    ),
    ...(schema.items ? schemaOutsideProfile(schema.items, `${path}/*`) : []),
  ];
}
