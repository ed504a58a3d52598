import {
  textIn,
  type FieldView,
  type Kind,
  type Nominee,
  type NominationView,
  type TemplateSection,
} from '@kl01/rules';
import type { NominationContext } from '../state/form-context.js';
import { randomId } from '../state/adopt.js';
import { nameOf } from '../state/name-of.js';
import { capitalised } from '../strings/words.js';
import { kindInWords } from './quota-meter.js';

/** Display name of a nominee: its name, else its kind. */
export function nomineeName(form: NominationContext, { name, kind }: Nominee): string {
  return typeof name === 'string' && name !== ''
    ? name
    : form.strings.nominees.unnamed(capitalised(kindInWords(form, kind)));
}

export function newNominee(kind: Kind): Nominee {
  return { id: randomId(), kind };
}

/** A similar nominee: what is specific to one (name, declarations, files) is not copied. */
export function similarNominee(nominee: Nominee): Nominee {
  return { ...nominee, id: randomId(), name: null, declared: null, documents: null };
}

/** The fields currently asked about a nominee of this kind. */
export function fieldsAsked(form: NominationContext, nominee: Nominee): readonly FieldView[] {
  const fields = form.view.nomination.kinds.find(({ kind }) => kind === nominee.kind)?.fields ?? [];
  return fields.filter(({ when }) => form.holds(when, nominee));
}

/** Short name of what a nominee lacks: each kind may name a shared field differently. */
export function lackName(form: NominationContext, nominee: Nominee, path: string): string {
  const field = fieldsAsked(form, nominee).find((each) => path.endsWith(`/${each.field}`));
  return field === undefined ? nameOf(form, path) : textIn(field.label, form.lang);
}

/** Criteria to attest, or exclusions to answer, currently asked for this nominee. */
export function criteriaAsked(
  form: NominationContext,
  which: keyof Pick<NominationView, 'criteria' | 'exclusions'>,
  nominee: Nominee,
): NominationView['criteria'] {
  return form.view.nomination[which].filter(
    ({ attest, when }) => (attest || which === 'exclusions') && form.holds(when, nominee),
  );
}

export interface NomineeDocument {
  readonly label: string;
  readonly sections: readonly TemplateSection[];
}

/** Documents about this nominee that are made from sections written in the form. */
export function documentsAsked(form: NominationContext, nominee: Nominee): readonly NomineeDocument[] {
  return form.view.dossier.items
    .filter(
      ({ per, as, template, when }) =>
        per === 'nominee' && as.includes('print') && template && form.holds(when, nominee),
    )
    .flatMap((item) => {
      const template = form.rulebook.templates.find(({ id }) => id === item.template);
      const sections = template?.sections[nominee.kind] ?? [];
      return template && sections.length > 0 ? [{ label: template.label, sections }] : [];
    });
}
