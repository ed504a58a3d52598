import type { Condition } from '../kinds/condition-shape.js';
import { itemLabel } from '../kinds/dossier.js';
import { criterionText } from './explain-criteria.js';
import { type Explaining, type ExplainingForm, cited, sentence } from './explaining.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';

/** What depends on the unit's word, on an assumption, or on an annex that is not available. */
export function judgementPart(telling: Explaining): ExplainedPart[] {
  const { pack, rulebook, words, lang } = telling;
  const { judgement } = words;
  const group = (label: string, lines: readonly ExplainedLine[]) =>
    lines.length > 0 ? [line('', { label, lines })] : [];
  const forms = pack.forms.map((form): ExplainingForm => ({
    ...telling,
    form,
    compiled: rulebook.forms.find(({ id }) => id === form.id)!,
  }));
  const within = (form: ExplainingForm['form'], text: string) => `${form.label}: ${text}`;
  const criteria = forms.flatMap((entry) =>
    entry.form.type === 'nomination'
      ? (entry.form.criteria ?? []).map((shape) => ({ entry, form: entry.form, shape }))
      : [],
  );
  const criterionLine = ({ entry, form, shape }: (typeof criteria)[number]) =>
    line(within(form, criterionText(entry, shape)), {
      element: `${form.id}/criteria/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
    });
  const items = pack.forms.flatMap((form) =>
    (form.dossier?.items ?? [])
      .filter(({ by }) => !by)
      .map((item) => ({
        form,
        item,
        element: `${form.id}/dossier/items/${item.id}`,
        cite: cited(telling, item.cite, form.dossier!.cite, form.cite),
      })),
  );
  const lines = [
    ...group(judgement.attested, criteria.filter(({ shape }) => 'attest' in shape).map(criterionLine)),
    ...group(
      judgement.declared,
      criteria.filter(({ shape }) => !('attest' in shape || 'assert' in shape) && isDeclared(shape)).map(criterionLine),
    ),
    ...group(
      judgement.exclusions,
      pack.forms.flatMap((form) =>
        form.type === 'nomination'
          ? (form.exclusions ?? []).map(({ id, label, cite }) =>
              line(within(form, label), {
                element: `${form.id}/exclusions/${id}`,
                cite: cited(telling, cite, form.cite),
              }),
            )
          : [],
      ),
    ),
    ...group(
      judgement.endorsed,
      items.flatMap(({ form, item, element, cite }) =>
        item.endorsedBy
          ? [
              line(within(form, `${itemLabel(item, lang)}; ${words.dossier.endorsed(item.endorsedBy.label, [])}`), {
                element,
                cite,
              }),
            ]
          : [],
      ),
    ),
    ...group(
      judgement.paper,
      items.flatMap(({ form, item, element, cite }) =>
        item.as.includes('paper') ? [line(within(form, itemLabel(item, lang)), { element, cite })] : [],
      ),
    ),
    ...group(
      judgement.assumed,
      pack.unitGroups.flatMap(({ id, label, assumed, cite }) =>
        assumed ? [line(`${label}: ${assumed}`, { element: `unitGroups/${id}`, cite: cited(telling, cite) })] : [],
      ),
    ),
    ...group(
      judgement.clauses,
      Object.entries(pack.coverage ?? {}).flatMap(([clause, carried]) =>
        carried === 'attested'
          ? [line(`${sentence(words.clause(clause, pack.directive.number))}: ${judgement.clauseAttested}`)]
          : [],
      ),
    ),
  ];
  return lines.length > 0 ? partOf(judgement.heading, listOf([line(judgement.lead), ...lines])) : [];
}

/** Whether nothing but a yes or no decides: a declaration, though it is held against the criterion. */
function isDeclared(shape: Condition | { readonly require: Condition }): boolean {
  if ('require' in shape) return isDeclared(shape.require);
  if ('all' in shape) return shape.all.every(isDeclared);
  return 'is' in shape && typeof shape.is === 'boolean';
}
