import type { FieldView, RulebookForm } from '../rulebook.js';

/**
 * The field whose answer stands at a path, which may be in an item of a list: `/nominees/0/awards/1/year`. Judging needs
 * no view, so a rulebook may lack one.
 */
export function fieldAt(form: RulebookForm, path: string): FieldView | undefined {
  const [, root, ...steps] = path.split('/');
  if (root === 'facts') return within(form.view.facts, steps);
  if (root === 'nominees' && form.type === 'nomination') {
    const kinds: RulebookForm['view'] & { nomination?: typeof form.view.nomination } = form.view;
    return within(
      kinds.nomination?.kinds.flatMap(({ fields }) => fields),
      steps.slice(1),
    );
  }
  if (root !== 'person' || form.type !== 'plan') return undefined;
  const { plan }: { plan?: typeof form.view.plan } = form.view;
  return within(plan?.person?.fields, steps);
}

function within(fields: readonly FieldView[] | undefined, [name, , ...rest]: readonly string[]): FieldView | undefined {
  const view = fields?.find(({ field }) => field === name);
  return rest.length === 0 ? view : within(view?.fields, rest);
}
