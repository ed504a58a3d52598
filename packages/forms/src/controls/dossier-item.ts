import { html, nothing, type TemplateResult } from 'lit';
import type { ItemView } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { declaredField } from './choice.js';
import { filesField } from './files.js';

/**
 * One item of the dossier with how it is answered (made here, a file, on paper), who endorses it, and its enclosures.
 *
 * @param root `""` for the slate's items, `/nominees/<index>` for a nominee's
 * @param item the nominee that conditions refer to
 */
export function dossierItem(form: FormContext, view: ItemView, root: string, item?: unknown): TemplateResult {
  const words = form.strings.dossier;
  const { as } = view;
  const upload = as.includes('upload');
  const print = as.includes('print');
  const declared = `${root}/declared/${view.id}`;
  const facts = [
    view.copies === undefined ? null : words.copies(view.copies),
    view.bound ? words.bound : null,
    view.soft === undefined ? null : words.soft(view.soft),
  ].filter((fact) => fact !== null);
  const enclosures = view.enclosures.filter(({ when }) => form.holds(when, item));
  return html`<div class="item" part="item">
    <p class="item-label">
      ${view.label}${view.duty === 'if-any' ? html` <span class="optional" part="optional">${words.ifAny}</span>` : nothing}
      ${facts.length > 0 ? html`<span class="hint" part="hint">– ${facts.join(', ')}</span>` : nothing}
    </p>
    ${
      print
        ? html`<p class="hint" part="hint">
            ${upload ? words.either : view.template === undefined ? words.printed : words.printedFromSections}
          </p>`
        : nothing
    }
    ${upload ? filesField(form, { path: `${root}/documents/${view.id}`, label: view.label }) : nothing}
    ${as.includes('paper') ? declaredField(form, { path: declared, label: words.paper(view.label) }) : nothing}
    ${
      view.endorsedBy && form.holds(view.endorsedBy.when, item)
        ? declaredField(form, { path: declared, label: words.endorsed(view.label, view.endorsedBy.label) })
        : nothing
    }
    ${
      enclosures.length > 0
        ? html`<div class="enclosures" role="group" aria-label=${words.enclosures}>
            <p class="enclosures-label">${words.enclosures}</p>
            ${enclosures.map(
              ({ id, label, duty }) =>
                html`<div class="enclosure">
                  <p class="item-label">
                    ${label}${duty === 'if-any' ? html` <span class="optional" part="optional">${words.ifAny}</span>` : nothing}
                  </p>
                  ${filesField(form, { path: `${root}/documents/${id}`, label })}
                </div>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}

/** Items that the unit has to answer here now: not the committee's own, and not those whose condition does not hold. */
export function itemsAsked(form: FormContext, per: ItemView['per'], item?: unknown): readonly ItemView[] {
  return form.view.dossier.items.filter(
    (view) => view.per === per && view.by !== 'committee' && view.as.length > 0 && form.holds(view.when, item),
  );
}
