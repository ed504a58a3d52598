import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '@kl01/rules';
import { fieldControl } from '../controls/field.js';
import type { FormContext } from '../state/form-context.js';

/** The unit's facts, which conditions and shares use. */
export function factsBlock(form: FormContext): TemplateResult | typeof nothing {
  const part = form.parts.find(({ owner }) => owner === 'figures');
  if (!part) return nothing;
  const asked = new Set(part.entries.map(({ path }) => path));
  const facts = (form.view.facts ?? []).filter(({ field }) => asked.has(`/facts/${field}`));
  return html`<section class="block" part="block" id="/facts" tabindex="-1" aria-labelledby="facts~heading">
    <h3 part="heading" id="facts~heading">${textIn(part.label, form.lang)}</h3>
    <div class="fields">${facts.map((fact) => fieldControl(form, fact, `/facts/${fact.field}`))}</div>
  </section>`;
}
