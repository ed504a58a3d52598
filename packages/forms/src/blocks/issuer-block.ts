import { html, nothing, type TemplateResult } from 'lit';
import { dateField, longTextField, textField } from '../controls/text-box.js';
import type { FormContext } from '../state/form-context.js';

const lines = ['superior', 'name', 'place', 'number', 'symbol'] as const;
const signature = ['authority', 'title', 'signer'] as const;

/** Letterhead and signature of the documents made from the form; folded, since the host usually knows them. */
export function issuerBlock(form: FormContext): TemplateResult | typeof nothing {
  if (!form.view.dossier.items.some(({ as }) => as.includes('print'))) return nothing;
  const words = form.strings.issuer;
  const line = (part: (typeof lines)[number] | (typeof signature)[number]): TemplateResult =>
    textField(form, { path: `/issuer/${part}`, label: words[part], optional: true });
  return html`<details class="block" part="block" id="/issuer">
    <summary>
      <h3 part="heading">${words.heading}</h3>
    </summary>
    <p class="hint" part="hint">${words.hint}</p>
    <div class="fields">
      ${lines.map(line)} ${dateField(form, { path: '/issuer/date', label: words.date, optional: true })}
      ${signature.map(line)}
    </div>
    ${longTextField(recipientsAsText(form), {
      path: '/issuer/recipients',
      label: words.recipients,
      hint: words.recipientsHint,
      optional: true,
      rows: 3,
    })}
  </details>`;
}

/** The list of recipients as one text, one per line. */
function recipientsAsText(form: FormContext): FormContext {
  return {
    ...form,
    valueAt: (path) => {
      const list = form.valueAt(path);
      return Array.isArray(list) ? list.join('\n') : null;
    },
    set: (path, text) => form.set(path, typeof text === 'string' ? text.split('\n') : null),
  };
}
