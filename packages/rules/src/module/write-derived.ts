import { pathsRead } from '../logic.js';
import type { Derive, Logic, Rule, RulebookForm } from '../rulebook.js';
import { literal } from './literal.js';
import { basesOf, isMarked, scopeReader, type Block } from './scope.js';
import { needsOf, writeLogic, type Reader } from './write-logic.js';
import { writePlaces } from './write-places.js';

/** Derived values in their order: those of the submission in `derived`, those of items in `marks`. */
export function writeDerived(form: RulebookForm, offset: number): string[] {
  const { derive = [] } = form;
  const reads = [...form.rules.flatMap(logicOf), ...derive.flatMap(logicOf)].flatMap((logic) => pathsRead(logic));
  const needs = [...form.rules, ...derive].flatMap(({ needs = {} }) => Object.keys(needs));
  const days = derive.flatMap(({ days = '', months = '' }) => [days, months]);
  const of = form.rules.flatMap(({ repeats }) => repeats?.of ?? []);
  const roots = new Set([...reads, ...needs, ...days, ...of].map((path) => path.split('.')[0]));
  const lines =
    roots.has('derived') || derive.some(({ each }) => each === undefined)
      ? [`const derived = Object.assign(newMark(), todayOf(now, ${offset}));`]
      : [];
  if (isMarked(form)) lines.push('const marks = newMark();');
  for (const entry of derive) lines.push(...writeEntry(entry, form));
  return lines;
}

const logicOf = ({ assert, repeats, params, share, logic }: Partial<Rule & Derive>): Logic[] =>
  [assert, repeats?.where, ...Object.values(params ?? {}), share?.of, logic].filter((each) => each !== undefined);

function writeEntry(entry: Derive, form: RulebookForm): string[] {
  const bases = basesOf(form, entry);
  const set = (target: string, inner: Block | null): string => {
    const reader = scopeReader(bases, null, inner);
    const needs = needsOf(entry.needs ?? {}, reader);
    const value = valueOf(entry, reader);
    return `${target}[${literal(entry.as)}] = ${needs.length > 0 ? `${needs.join(' && ')} ? ${value} : null` : value};`;
  };
  if (entry.each === undefined) return [set('derived', null)];
  return writePlaces(entry, form, (inner) => [set('mark', inner)]);
}

function valueOf({ days, months, share, logic }: Derive, reader: Reader): string {
  if (days !== undefined) return `daysOf(${reader.read(days).code})`;
  if (months !== undefined) return `monthsOf(${reader.read(months).code})`;
  if (!share) return `(${writeLogic(logic, reader).code})`;
  return `partOf(${writeLogic(share.of, reader).code}, ${literal(share.part)}, ${literal(share.round)})`;
}
