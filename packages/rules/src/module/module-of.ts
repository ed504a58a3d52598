import { mustBeForm, mustBeRulebook } from '../judge/read-rulebook.js';
import { judging } from '../judge/strings/judging.js';
import type { Rulebook, RulebookForm, Schema } from '../rulebook.js';
import { isInherited, literal, member } from './literal.js';
import { block, Parts } from './parts.js';
import { writeRules } from './write-rules.js';
import { saidOfPlaces, writeGlance } from './write-shape.js';

/**
 * A rulebook as an ES module that imports nothing and evaluates no text: `check(submission, context)` judges like `check`
 * of @kl01/rules, `forms["<id>"]` submissions of one form only.
 *
 * @param head what `bin/module-head.mjs` made of `head.ts`
 * @throws RulebookError for a malformed rulebook
 */
export function moduleOf(rulebook: Rulebook, head: string): string {
  mustBeRulebook(rulebook);
  const { id, version, forms } = rulebook;
  forms.forEach((form, index) => mustBeForm(form, `/forms/${index}`));
  const parts = new Parts();
  const book = parts.constant('BOOK', bookOf(rulebook, parts));
  const names = forms.map((form) => parts.constant('FORM', writeForm(form, rulebook, parts)));
  const checks = forms.map(
    (form, index) =>
      `[${literal(form.id)}]: (submission, context) => judgeBy(${book}, [${names[index]!}], submission, context),`,
  );
  return [
    '// Made by `kl01 compile --module`; changes belong into the pack.',
    head,
    parts.toString(),
    `export const rulebook = ${literal(`${id}@${version}`)};`,
    `export const check = (submission, context) => judgeBy(${book}, [${names.join(', ')}], submission, context);`,
    ...block('export const forms = Object.freeze(', ['__proto__: null,', ...checks]),
  ]
    .join('\n')
    .concat(');\n');
}

function bookOf({ id, version, forms }: Rulebook, parts: Parts): string {
  const words = new Set(forms.flatMap(({ schema }) => wordsOf(schema)));
  const members = [...words].filter((name) => !isInherited(name)).sort();
  const tests = members.map((name) => `nothing${member(name)} !== undefined`);
  const isLent = parts.function('isLent', `(nothing) { return ${tests.join(' || ') || 'false'}; }`);
  const envelope = { vi: judging.vi.envelope, en: judging.en.envelope };
  const longestName = Math.max(0, ...[...words].map(({ length }) => length));
  const data = literal({ id, version, name: `${id}@${version}`, envelope, longestName });
  return `{ ...${data}, isLent: ${isLent} }`;
}

/** Names of members, and options of choices, which are counted as if they were as long as the longest. */
const wordsOf = ({ properties = {}, items, enum: options = [] }: Schema): string[] => [
  ...Object.entries(properties).flatMap(([name, member]) => [name, ...wordsOf(member)]),
  ...options.filter((option) => option !== null),
  ...(items ? wordsOf(items) : []),
];

function writeForm(form: RulebookForm, rulebook: Rulebook, parts: Parts): string {
  const { places, said } = saidOfPlaces(form);
  const members = [
    `id: ${literal(form.id)},`,
    `schema: ${literal(form.schema)},`,
    `places: ${literal(places)},`,
    `said: ${literal(said)},`,
    `glance: ${writeGlance(form.schema, parts)},`,
    `judge: ${writeRules(form, rulebook, parts)},`,
  ];
  return block('', members).join('\n');
}
