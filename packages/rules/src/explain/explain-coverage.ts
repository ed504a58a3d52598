import { findElement } from '../pack/element.js';
import type { RulePack } from '../pack/pack.js';
import { type Explaining, sentence } from './explaining.js';
import { line, listOf, partOf, type ExplainedPart } from './explanation.js';
import { elementName } from './pack-names.js';

/** What implements each clause, ordered by clause, then by form. */
export function coveragePart(original: RulePack, { pack, words, lang }: Explaining): ExplainedPart[] {
  const { coverage } = words;
  const nameOf = (address: string): string =>
    findElement(pack, address)
      ? elementName(pack, address, lang)
      : coverage.withdrawn(elementName(original, address, lang));
  const lines = byClause(Object.entries(pack.coverage ?? {})).map(([clause, carried]) => {
    const label = sentence(words.clause(clause, pack.directive.number));
    if (typeof carried === 'string') return line(coverage[carried], { label });
    const byForm = new Map<string, string[]>();
    for (const address of carried) {
      const [first, ...rest] = nameOf(address).split(' › ');
      byForm.set(first!, [...(byForm.get(first!) ?? []), rest.join(' › ') || coverage.whole]);
    }
    const told = [...byForm].map(([first, rest]) => {
      if (rest.every((name) => name === coverage.whole)) return line(first);
      return rest.length === 1
        ? line(rest[0]!, { label: first })
        : line('', { label: first, lines: rest.map((name) => line(name)) });
    });
    return line('', { label, lines: told });
  });
  return partOf(coverage.heading, listOf(lines));
}

/** Numbered clauses in order, the others in the pack's order; needed because JSON objects list "2" before "1.1". */
function byClause<T>(entries: readonly (readonly [clause: string, carried: T])[]): (readonly [string, T])[] {
  const numbers = (clause: string): number[] => (/^\d+(\.\d+)*/.exec(clause)?.[0] ?? '').split('.').map(Number);
  const isNumbered = ([clause]: readonly [string, T]): boolean => /^\d/.test(clause);
  const ordered = entries.filter(isNumbered).sort(([left], [right]) => {
    const [first, second] = [numbers(left), numbers(right)];
    const at = first.findIndex((value, index) => value !== second[index]);
    return at < 0 ? first.length - second.length : first[at]! - (second[at] ?? -1);
  });
  return [...ordered, ...entries.filter((entry) => !isNumbered(entry))];
}
