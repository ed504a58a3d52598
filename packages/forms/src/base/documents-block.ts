import { html, nothing, type TemplateResult } from 'lit';
import type { Documents, MakingDocument } from './documents.js';
import type { FormContext } from './form-context.js';

/** A button for every document that can be made from the form, in every format it is made in. */
export function documentsBlock(form: FormContext, documents: Documents): TemplateResult | typeof nothing {
  const { rulebook, submission, lang, strings } = form;
  const { exporters, making } = documents;
  const known = exporters?.documentsFor(rulebook, form.form.id, { lang }) ?? [];
  if (known.length === 0) return nothing;
  return html`<section class="block" part="block" aria-labelledby="documents~heading">
    <h3 id="documents~heading">${strings.print.documents}</h3>
    <p class="hint">${strings.print.hint}</p>
    <div class="actions">
      ${known.flatMap(({ id, label, formats }) =>
        formats.map(
          (format) =>
            html`<button
              type="button"
              part="button"
              aria-disabled=${making?.state === 'busy'}
              @click=${() => void documents.make(rulebook, submission, { document: id, format, lang })}
            >
              ${strings.print.button(label, format)}
            </button>`,
        ),
      )}
    </div>
    <div role="status" class=${making?.state === 'failed' ? 'problem error' : 'hint'}>
      <p>${saying(form, making)}</p>
      ${making?.notices.map((notice) => html`<p>${notice}</p>`)}
    </div>
  </section>`;
}

function saying({ strings }: FormContext, making: MakingDocument | null): string {
  if (making === null) return '';
  if (making.state === 'busy') return strings.print.busy;
  return making.state === 'done' ? strings.print.done(making.detail) : `${strings.print.failed} ${making.detail}`;
}
