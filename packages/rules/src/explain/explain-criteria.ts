import { kindsOf } from '../kinds/context.js';
import { inSentence } from '../text.js';
import { boundsInWords } from '../kinds/criterion.js';
import type { NominationForm } from '../pack/pack.js';
import { conditionInWords } from './condition-words.js';
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
  const lineOf = (shape: (typeof criteria)[number]) =>
    line(criterionText(telling, shape), {
      element: `${form.id}/criteria/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: remark(telling, shape.description),
    });
  const exclusions = (form.exclusions ?? []).map((shape) =>
    line(aboutWhom(telling, shape, shape.label), {
      element: `${form.id}/exclusions/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: remark(telling, shape.description),
    }),
  );
  return [
    ...partOf(
      words.criteria.heading,
      listOf([
        ...group(words.criteria.checked, checked.map(lineOf)),
        ...group(words.criteria.logic, logic.map(lineOf)),
        ...group(words.criteria.attested, attested.map(lineOf)),
      ]),
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

function testInWords(telling: ExplainingForm, shape: Extract<PackCriterion, { field: string }>): string {
  const { pack, form, lang, words } = telling;
  const { must } = words.criteria;
  const { label, value, highest } = conditionNames(pack, form, lang, shape.of).field(shape.field);
  if (typeof shape.is === 'boolean') return shape.is ? must.yes(label) : must.no(label);
  if (typeof shape.is === 'string') return must.is(label, value(shape.is));
  if (shape.in !== undefined) return must.in(label, shape.in.map(value));
  if (shape.has !== undefined) return must.has(label, value(shape.has));
  if (typeof shape.atLeast === 'string') {
    return (highest(shape.atLeast) ? must.highest : must.atLeast)(label, value(shape.atLeast));
  }
  return must.number(label, boundsInWords({ ...shape, is: shape.is, atLeast: shape.atLeast }, lang));
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
  const said = label === undefined ? judged : `${inSentence(label)}: ${judged}`;
  const narrowed = shape.of && !all.every((kind) => shape.of!.includes(kind));
  const weight = shape.severity && shape.severity !== 'error' ? ` (${words.form.severity[shape.severity]})` : '';
  if (ofSlate) return `${words.criteria.forSlate}: ${inSentence(said)}${weight}`;
  return narrowed
    ? `${words.criteria.forKinds(kindNames(shape.of!, lang))}: ${inSentence(said)}${weight}`
    : `${sentence(said)}${weight}`;
}
