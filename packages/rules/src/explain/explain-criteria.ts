import { kindsOf } from '../kinds/context.js';
import { compiling } from '../strings/compiling.js';
import { inSentence } from '../text.js';
import { boundsInWords, dayBoundsInWords } from '../kinds/computed-words.js';
import { dayBoundsOf, numberBounds, valueTests } from '../kinds/condition-shape.js';
import type { NominationForm } from '../pack/pack.js';
import { conditionAsList, conditionInWords, sourceNames, type ToldCondition } from './condition-words.js';
import { type ExplainingForm, cited, remark, sentence } from './explaining.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';
import { conditionNames, kindNames } from './pack-names.js';

export function criteriaPart(telling: ExplainingForm, form: NominationForm): ExplainedPart[] {
  const { words } = telling;
  const criteria = form.criteria ?? [];
  const attested = criteria.filter((entry) => 'attest' in entry);
  const logic = criteria.filter((entry) => 'assert' in entry);
  const checked = criteria.filter((entry) => !('attest' in entry || 'assert' in entry));
  const group = (label: string, lines: readonly ExplainedLine[]) =>
    lines.length > 0 ? [line('', { label, lines })] : [];
  const lineOf = (shape: (typeof criteria)[number]) => {
    const { text, lines } = criterionAsList(telling, shape);
    return line(text, {
      element: `${form.id}/criteria/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: [...lines, ...messageLine(telling, shape), ...remark(telling, shape.description)],
    });
  };
  const exclusions = (form.exclusions ?? []).map((shape) =>
    line(aboutWhom(telling, shape, shape.label), {
      element: `${form.id}/exclusions/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: remark(telling, shape.description),
    }),
  );
  const fieldOf = (field: string, of: PackCriterion['of']): string =>
    conditionNames(telling.pack, telling.form, telling.lang, of).field(field).label;
  return [
    ...partOf(
      words.criteria.heading,
      listOf([
        ...group(words.criteria.checked, checked.map(lineOf)),
        ...group(words.criteria.logic, logic.map(lineOf)),
        ...group(words.criteria.attested, attested.map(lineOf)),
      ]),
    ),
    ...partOf(
      words.criteria.repeats,
      listOf(
        (form.repeats ?? []).map((shape) =>
          line(
            sentence(
              words.criteria.repeated(
                shape.label ?? compiling[telling.lang].sameValues(shape.by.map((field) => fieldOf(field, shape.of))),
                shape.atMost,
              ),
            ),
            {
              element: `${form.id}/repeats/${shape.id}`,
              cite: cited(telling, shape.cite, form.cite),
              lines: remark(telling, shape.description),
            },
          ),
        ),
      ),
    ),
    ...partOf(words.criteria.exclusions, listOf(group(words.criteria.exclusionsLead, exclusions))),
  ];
}

type PackCriterion = NonNullable<NominationForm['criteria']>[number];

export function criterionText(telling: ExplainingForm, shape: PackCriterion): string {
  if ('attest' in shape || 'assert' in shape) return aboutWhom(telling, shape, shape.label);
  if ('require' in shape) {
    const names = conditionNames(telling.pack, telling.form, telling.lang, shape.of);
    const required = conditionInWords(shape.require, names, telling.lang);
    return aboutWhom(telling, shape, required, { label: shape.label, ofSlate: shape.per === 'slate' });
  }
  const test = testInWords(telling, shape);
  return aboutWhom(telling, shape, shape.label ? `${shape.label} (${test})` : test);
}

/** The sentence of a criterion, or its beginning with the parts of a long condition below it. */
function criterionAsList(telling: ExplainingForm, shape: PackCriterion): { text: string; lines: ExplainedLine[] } {
  if (!('require' in shape)) return { text: criterionText(telling, shape), lines: [] };
  const { pack, form, lang, words } = telling;
  const names = conditionNames(pack, form, lang, shape.of);
  const required = conditionAsList(shape.require, names, lang);
  const asked = shape.when && conditionAsList(shape.when, names, lang);
  if (required.lines.length === 0 && (asked?.lines ?? []).length === 0) {
    return { text: criterionText(telling, shape), lines: [] };
  }
  const linesOf = (told: ToldCondition): ExplainedLine[] =>
    told.lines.map((part) => line(sentence(part.text), { lines: linesOf(part) }));
  const { asksIf, asksThen } = words.criteria;
  return {
    text: aboutWhom(telling, { ...shape, when: undefined }, required.text, {
      label: shape.label,
      ofSlate: shape.per === 'slate',
    }),
    lines: [
      ...(asked ? [line(asked.text, { label: asksIf, lines: linesOf(asked) })] : []),
      ...(asked && required.lines.length > 0
        ? [line(required.text, { label: asksThen, lines: linesOf(required) })]
        : linesOf(required)),
    ],
  };
}

/** What the author lets the unit read, since it is not made of the rule. */
const messageLine = ({ words }: ExplainingForm, shape: PackCriterion): ExplainedLine[] =>
  'message' in shape && shape.message !== undefined
    ? [line(words.quoted(shape.message), { label: words.criteria.message })]
    : [];

function testInWords(telling: ExplainingForm, shape: Extract<PackCriterion, { field: string }>): string {
  const { pack, form, lang, words } = telling;
  const must = words.criteria[shape.severity === 'advice' ? 'should' : 'must'];
  const names = conditionNames(pack, form, lang, shape.of);
  const named = names.field(shape.field);
  const { label, value, highest } = named;
  const numbers = numberBounds(shape);
  const days = dayBoundsOf(shape);
  const parts = [
    ...valueTests(shape).map((test) => {
      if ('in' in test) return must.in(label, test.in.map(value));
      if ('has' in test) return must.has(label, value(test.has));
      if ('atLeast' in test) return (highest(test.atLeast) ? must.highest : must.atLeast)(label, value(test.atLeast));
      if (typeof test.is === 'boolean') return test.is ? must.yes(label) : must.no(label);
      return must.is(label, value(test.is));
    }),
    ...(numbers ? [must.number(label, boundsInWords(numbers, lang, sourceNames(names, lang), named))] : []),
    ...(days ? [must.number(label, dayBoundsInWords(days, lang, sourceNames(names, lang)))] : []),
  ];
  return parts.length === 1 ? parts[0]! : words.condition.all(parts);
}

/** "Đối với cá nhân: nếu là đảng viên thì …", with its severity if it is not binding. */
function aboutWhom(
  telling: ExplainingForm,
  shape: Pick<PackCriterion, 'of' | 'when' | 'severity'>,
  body: string,
  { label, ofSlate = false }: { label?: string; ofSlate?: boolean } = {},
): string {
  const { pack, form, lang, words } = telling;
  const all = form.type === 'nomination' ? kindsOf(form) : [];
  const condition = shape.when && conditionInWords(shape.when, conditionNames(pack, form, lang, shape.of), lang);
  const judged = condition === undefined ? body : words.criteria.given(condition, body);
  // A label that the sentence begins with anyway would be said twice.
  const isSaid = label !== undefined && inSentence(body).startsWith(`${inSentence(label)} `);
  const said = label === undefined || isSaid ? judged : `${inSentence(label)}: ${judged}`;
  const narrowed = shape.of && !all.every((kind) => shape.of!.includes(kind));
  const weight = shape.severity && shape.severity !== 'error' ? ` (${words.form.severity[shape.severity]})` : '';
  if (ofSlate) return `${words.criteria.forSlate}: ${inSentence(said)}${weight}`;
  return narrowed
    ? `${words.criteria.forKinds(kindNames(pack, form, shape.of!, lang))}: ${inSentence(said)}${weight}`
    : `${sentence(said)}${weight}`;
}
