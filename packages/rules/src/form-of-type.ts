import type { Rulebook, RulebookForm, RulebookNomination, Selection } from './rulebook.js';
import type { FormType } from './submission.js';

/** A form of one type, such as `FormOf<'report'>`. */
export type FormOf<Type extends FormType> = Extract<RulebookForm, { readonly type: Type }>;

/**
 * The form of a rulebook with this id and type.
 *
 * @throws RangeError if the rulebook has no such form, or it is of another type
 */
export function formOfType<Type extends FormType>(rulebook: Rulebook, id: string, type: Type): FormOf<Type> {
  const form = rulebook.forms.find((one): one is FormOf<Type> => one.id === id && one.type === type);
  if (!form) throw new RangeError(`the rulebook ${rulebook.id} has no ${type} form "${id}"`);
  return form;
}

/**
 * The period that is asked for, if the form has any.
 *
 * @throws RangeError if it is not one of the form's periods
 */
export function periodOf(form: RulebookForm, period: string | undefined): string | null {
  const periods = form.view.periods.map(({ id }) => id);
  if (periods.length === 0 ? period === undefined : period !== undefined && periods.includes(period)) {
    return period ?? null;
  }
  throw new RangeError(`the form "${form.id}" has these periods: ${periods.join(', ') || 'none'}; not "${period}"`);
}

/** The nomination whose nominees a selection picks from, directly or through other selections. */
export function sourceForm(
  { forms, selections }: Pick<Rulebook, 'forms' | 'selections'>,
  { from }: Pick<Selection, 'from'>,
): RulebookNomination | undefined {
  const above = selections.find(({ id }) => id === from);
  if (above) return sourceForm({ forms, selections }, above);
  return forms.find((form): form is RulebookNomination => form.type === 'nomination' && form.id === from);
}
