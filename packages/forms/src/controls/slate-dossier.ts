import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from '../state/form-context.js';
import { dossierItem, itemsAsked } from './dossier-item.js';
import { citation } from './frame.js';

/** The dossier items of the slate as a whole, or of a report. */
export function slateDossier(form: FormContext): TemplateResult | typeof nothing {
  const { strings, view } = form;
  const items = itemsAsked(form, 'slate');
  if (items.length === 0) return nothing;
  return html`<section class="block" part="block" id="/dossier" tabindex="-1" aria-labelledby="dossier~heading">
    <h3 part="heading" id="dossier~heading">${strings.dossier.heading}</h3>
    ${
      view.dossier.copies === undefined
        ? nothing
        : html`<p class="hint" part="hint">
            ${strings.dossier.copiesOf(view.dossier.copies)} ${citation(form, view.dossier.cite)}
          </p>`
    }
    ${items.map((item) => dossierItem(form, item, ''))}
  </section>`;
}
