import { describe, expect, test } from 'vitest';
import { packs } from '../lib/packs.js';
import { judgedPart, removals, withoutEachRule } from '../lib/removals.js';
import { runCases } from '../../src/authoring/cases.js';
import { compile } from '../../src/compile/compile.js';

/** A constraint that no case notices is one that nobody tried. */
describe.each(packs.map((entry) => [entry.id, entry] as const))('%s', (_id, { pack, rulebook, cases }) => {
  const judged = judgedPart(rulebook);
  // What a form prints or says, and what no rule comes from, binds nobody.
  const constraints = removals(pack)
    .map(({ name, pack: less }) => ({ name, rulebook: compile(less) }))
    .filter(({ rulebook: less }) => judgedPart(less) !== judged);

  test('has constraints', () => expect(constraints.length).toBeGreaterThan(0));

  test.each(constraints.map((entry) => [entry.name, entry] as const))('a case notices: %s', (_name, less) => {
    expect(failing(less.rulebook)).not.toEqual([]);
  });

  const rules = [...withoutEachRule(rulebook)];
  test.each(rules.map((entry) => [entry.name, entry] as const))('a case notices the rule %s', (_name, less) => {
    expect(failing(less.rulebook)).not.toEqual([]);
  });

  function failing(less: typeof rulebook): string[] {
    return runCases(less, cases)
      .filter(({ passed }) => !passed)
      .map(({ name }) => name);
  }
});
