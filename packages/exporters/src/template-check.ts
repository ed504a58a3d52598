import type { Lang, Rulebook, RulebookForm } from '@kl01/rules';
import { ExportError } from './export-error.js';
import { messagesIn } from './strings/messages-in.js';
import type { CheckedTemplate } from './template/check.js';

/** What a template asks for, and what it leaves out. */
export interface TemplateCheck extends CheckedTemplate {
  /** all of it in sentences, for whoever made the template */
  readonly messages: readonly string[];
}

/**
 * Looks through an office's own Word file before it is used: names that mean nothing in the form, with the nearest that
 * does and where they stand; beginnings without an end; what the form asks and the template never prints.
 *
 * @param formId form whose answers the template is to print
 * @throws ExportError with the code `template` if the file is no Word file or not safe; `form` if the form does not exist
 */
export async function checkTemplate(
  rulebook: Rulebook,
  formId: string,
  template: Uint8Array,
  { lang = 'vi' }: { readonly lang?: Lang } = {},
): Promise<TemplateCheck> {
  const form = formOf(rulebook, formId, lang);
  const [{ readTemplate }, { check }] = await Promise.all([
    import('./template/fill.js'),
    import('./template/check.js'),
  ]);
  const checked = check(readTemplate(template, rulebook, form, lang));
  const say = messagesIn(lang).template;
  return {
    ...checked,
    messages: [
      say.places(checked.places),
      ...checked.unknown.map((each) => say.unknown(each)),
      ...checked.unpaired.map((each) => say.unpaired(each)),
      ...(checked.unprinted.length > 0 ? [say.unprinted(checked.unprinted)] : []),
    ],
  };
}

/** The form with this id. */
export function formOf(rulebook: Rulebook, id: string, lang: Lang): RulebookForm {
  const form = rulebook.forms.find((each) => each.id === id);
  if (form) return form;
  const { form: problem } = messagesIn(lang).errors;
  throw new ExportError('form', problem(id, rulebook.forms.map((each) => each.id).join(', ')));
}
