import { offsetMinutes } from '../calendar.js';
import { parted } from '../logic.js';
import type { Logic, Rule, Rulebook, RulebookForm } from '../rulebook.js';
import { block, type Parts } from './parts.js';
import { basesOf, Block, scopeReader } from './scope.js';
import { writeDerived } from './write-derived.js';
import { writeFinding } from './write-finding.js';
import { conditionOf, needsOf, writeLogic, type Written } from './write-logic.js';
import { readSteps, writePlaces } from './write-places.js';

/** The rules of a form as a function over a submission of the right shape. */
export function writeRules(form: RulebookForm, { utcOffset }: Rulebook, parts: Parts): string {
  const all = new Block();
  const derived = writeDerived(form, offsetMinutes(utcOffset));
  const groups = groupedByPlaces(form.rules).map((rules) => writeGroup(rules, form, all, parts));
  const lines = [
    'const { unit, now, given, receiver, lang } = sent;',
    ...derived,
    ...all.declarations(),
    ...groups.flat(),
  ];
  return parts.function('judge', block('(submission, sent, findings)', lines).join('\n'));
}

function groupedByPlaces(rules: readonly Rule[]): Rule[][] {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.each, rule.keys]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

/** Rules with the same places: those about repetition one after another, then the others item by item. */
function writeGroup(rules: readonly Rule[], form: RulebookForm, outer: Block, parts: Parts): string[] {
  const [places] = rules as [Rule];
  const repeats = rules.filter((rule) => rule.repeats);
  const others = rules.filter((rule) => !rule.repeats);
  const statements = (inner: Block | null, place: string) =>
    writeClusters(others, form, { outer, inner, place }, parts);
  if (places.each === undefined) return statements(null, '""');
  return [
    ...repeats.flatMap((rule) => writeRepeats(rule, form, outer, parts)),
    ...(others.length > 0 ? writePlaces(places, form, statements) : []),
  ];
}

interface Blocks {
  readonly outer: Block;
  readonly inner: Block | null;
  /** an expression: JSON Pointer of the item */
  readonly place: string;
}

/** Rules behind the same condition are judged behind one `if`. */
function writeClusters(rules: readonly Rule[], form: RulebookForm, blocks: Blocks, parts: Parts): string[] {
  const clusters = new Map<string, { readonly condition: Logic; readonly statements: string[] }>();
  const reader = scopeReader(basesOf(form, rules[0] ?? {}), blocks.outer, blocks.inner);
  for (const rule of rules) {
    const { condition, body } = parted(rule.assert === undefined ? true : rule.assert);
    const key = JSON.stringify(condition);
    const cluster = clusters.get(key) ?? { condition, statements: [] };
    clusters.set(key, cluster);
    const broken = isNotTrue(writeLogic(body, reader));
    const tests = [...needsOf(rule.needs, reader), ...(broken === 'true' ? [] : [broken])];
    if (broken !== 'false')
      cluster.statements.push(...ifAll(tests, [writeFinding(rule, form, { reader, place: blocks.place }, parts)]));
  }
  return [...clusters.values()].flatMap(({ condition, statements }) => {
    if (condition === true || statements.length === 0) return statements;
    return block(`if (${conditionOf(writeLogic(condition, reader))})`, statements);
  });
}

function isNotTrue(written: Written): string {
  if (written.code === 'true' || written.code === 'false') return String(written.code === 'false');
  return written.known === 'boolean' ? `!(${written.code})` : `(${written.code}) !== true`;
}

const ifAll = (tests: readonly string[], lines: readonly string[]): string[] =>
  tests.length === 0 ? [...lines] : block(`if (${tests.join(' && ')})`, lines);

/** Broken for each item whose values exactly repeat those of as many earlier items as are allowed. */
function writeRepeats(rule: Rule, form: RulebookForm, outer: Block, parts: Parts): string[] {
  const { of, atMost, where = true } = rule.repeats!;
  const lines = writePlaces(rule, form, (inner, place) => {
    const reader = scopeReader(basesOf(form, rule), outer, inner);
    const keys = of.map((path) => `keyOf(${reader.read(path).code})`);
    const counted = isNotTrue(writeLogic(where, reader));
    const tests = [...needsOf(rule.needs, reader), ...(counted === 'false' ? [] : [`!(${counted})`])];
    return ifAll(tests, [
      `const key = ${keys.join(' + "," + ') || '""'};`,
      'const times = (seen.get(key) ?? 0) + 1;',
      'seen.set(key, times);',
      ...block(`if (times > ${atMost})`, [writeFinding(rule, form, { reader, place }, parts)]),
    ]);
  });
  return block(apart(rule, form, parts), ['const seen = new Map();', ...lines]);
}

/** The condition under which repetition has to be looked for: mostly a name or an id alone tells all items apart. */
function apart(rule: Rule, form: RulebookForm, parts: Parts): string {
  const { each = '', keys, repeats } = rule;
  const values = repeats!.of.map((path) => scopeReader(basesOf(form, rule), null, null).read(path));
  const isOfItem = repeats!.of.every((path) => path.startsWith('item.'));
  if (keys || each.includes('*') || !isOfItem || values.some(({ known }) => known === 'any')) return '';
  const list = readSteps({ code: 'submission', of: form.schema }, each);
  return `if (!(${values.map(({ code }) => `${parts.function('areApart', apartBy(code))}(${list})`).join(' || ')}))`;
}

/** Few are compared one by one faster than put into a set. */
const FEW = 8;

/** A function that tells whether a value differs from item to item. */
const apartBy = (value: string): string =>
  block('(list)', [
    'if (!Array.isArray(list)) return true;',
    `const valueOf = (item) => ${value};`,
    ...block(`if (list.length > ${FEW})`, [
      'const seen = new Set();',
      'for (let i = 0; i < list.length; i++) if (seen.add(valueOf(list[i])).size === i) return false;',
      'return true;',
    ]),
    'for (let i = 1; i < list.length; i++) {',
    '  const value = valueOf(list[i]);',
    '  for (let j = 0; j < i; j++) if (valueOf(list[j]) === value) return false;',
    '}',
    'return true;',
  ]).join('\n');
