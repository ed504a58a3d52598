import { html, nothing, type TemplateResult } from 'lit';
import type { Nominee, TemplateSection } from '@kl01/rules';
import type { NominationContext } from '../state/form-context.js';
import { declaredField, yesNoField } from '../controls/choice.js';
import { dossierItem, itemsAsked } from '../controls/dossier-item.js';
import { fieldControl } from '../controls/field.js';
import { longTextField } from '../controls/text-box.js';
import { criteriaAsked, documentsAsked, fieldsAsked } from './nominee.js';

/** Everything asked about one nominee; rendered only while the row is open. */
export function nomineeBody(form: NominationContext, nominee: Nominee, root: string): TemplateResult {
  const words = form.strings.nominees;
  const criteria = criteriaAsked(form, 'criteria', nominee);
  const exclusions = criteriaAsked(form, 'exclusions', nominee);
  const items = itemsAsked(form, 'nominee', nominee);
  return html`
    ${part(
      words.facts,
      html`<div class="fields">
        ${fieldsAsked(form, nominee).map((field) => fieldControl(form, field, `${root}/${field.field}`))}
      </div>`,
    )}
    ${
      criteria.length === 0
        ? nothing
        : part(
            words.criteria,
            criteria.map(({ id, label }) =>
              declaredField(form, { path: `${root}/declared/${id}`, label: words.commit(label) }),
            ),
          )
    }
    ${
      exclusions.length === 0
        ? nothing
        : part(
            words.exclusions,
            exclusions.map(({ id, label }) => yesNoField(form, { path: `${root}/declared/${id}`, label })),
            words.exclusionsHint,
          )
    }
    ${documentsAsked(form, nominee).map(({ label, sections }) =>
      part(
        label,
        sections.map((section) => sectionText(form, section, root)),
      ),
    )}
    ${
      items.length === 0
        ? nothing
        : part(
            words.documents,
            items.map((item) => dossierItem(form, item, root, nominee)),
          )
    }
  `;
}

function part(heading: string, content: unknown, hint?: string): TemplateResult {
  return html`<fieldset class="sub">
    <legend>${heading}</legend>
    ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing} ${content}
  </fieldset>`;
}

/** A section of a document's outline; a heading with subsections has no text of its own. */
function sectionText(form: NominationContext, section: TemplateSection, root: string): TemplateResult {
  const title = section.number ? `${section.number}. ${section.title}` : section.title;
  if (section.sections && section.sections.length > 0) {
    return html`<div class="outline" role="group" aria-label=${title}>
      <p class="outline-heading">${title}</p>
      ${section.guidance ? html`<p class="hint" part="hint">${section.guidance}</p>` : nothing}
      ${section.sections.map((each) => sectionText(form, each, root))}
    </div>`;
  }
  return longTextField(form, {
    path: `${root}/sections/${section.id}`,
    label: title,
    hint: section.guidance,
    optional: section.optional,
    rows: 4,
  });
}
