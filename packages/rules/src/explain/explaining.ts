import type { Condition } from '../kinds/condition-shape.js';
import { kindsOf } from '../kinds/context.js';
import type { PackForm, RulePack } from '../pack/pack.js';
import type { Cite, Rulebook, RulebookForm } from '../rulebook.js';
import type { ExplainStrings } from './strings/explain.js';
import type { Kind } from '../submission.js';
import type { Lang } from '../text.js';
import { conditionInWords } from './condition-words.js';
import { line, type ExplainedLine } from './explanation.js';
import { conditionNames, groupName, kindNames } from './pack-names.js';

/** Context shared by every part of the explanation. */
export interface Explaining {
  /** with amendments applied */
  readonly pack: RulePack;
  readonly rulebook: Rulebook;
  readonly words: ExplainStrings;
  readonly lang: Lang;
  /** minutes east of UTC */
  readonly offset: number;
}

export interface ExplainingForm extends Explaining {
  readonly form: PackForm;
  readonly compiled: RulebookForm;
}

export function cited({ rulebook }: Explaining, ...clauses: (string | undefined)[]): Cite | undefined {
  const clause = clauses.find((entry) => entry !== undefined);
  return clause === undefined ? undefined : { document: rulebook.directive.number, clause };
}

/** Remarks by the author of the pack, shown to the officer too. */
export const remark = ({ words }: Explaining, description: string | undefined): ExplainedLine[] =>
  description ? [line(description, { label: words.form.author })] : [];

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const ifInWords = (
  { pack, form, lang, words }: ExplainingForm,
  when: Condition | undefined,
  of?: readonly Kind[],
): string[] => (when ? [words.condition.if(conditionInWords(when, conditionNames(pack, form, lang, of), lang))] : []);

/** Who an element applies to: kinds, groups, a condition. */
export function forWhom(
  telling: ExplainingForm,
  { of, groups, when }: { of?: Kind[] | undefined; groups?: string[] | undefined; when?: Condition | undefined },
): string[] {
  const { pack, form, lang, words } = telling;
  const all = form.type === 'nomination' ? kindsOf(form) : [];
  const narrowed = of && !all.every((kind) => of.includes(kind));
  return [
    ...(narrowed ? [words.form.forWhom([kindNames(pack, form, of, lang)])] : []),
    ...(groups ? [words.form.forWhom(groups.map((group) => groupName(pack, group)))] : []),
    ...ifInWords(telling, when, of),
  ];
}
