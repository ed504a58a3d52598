import { html, nothing, type TemplateResult } from 'lit';
import { filePicker } from '../controls/file-picker.js';
import type { Documents, MakingDocument } from './documents.js';
import type { FormContext } from '../state/form-context.js';

/** A button for every document that can be made from the form, in each of its formats, and for the office's own. */
export function documentsBlock(
  form: FormContext,
  documents: Documents,
  importFile: (file: File) => void,
): TemplateResult | typeof nothing {
  const { rulebook, submission, lang, strings } = form;
  const { exporters, making } = documents;
  const known = exporters?.documentsFor(rulebook, form.definition.id, { lang }) ?? [];
  const { templates } = documents;
  const own = exporters?.fillTemplate
    ? templates.filter((each) => (each.form ?? form.definition.id) === form.definition.id)
    : [];
  if (known.length + own.length === 0) return nothing;
  const readable = exporters?.importXlsx !== undefined && known.some(({ id }) => id === WORKBOOK);
  return html`<section class="block" part="block" aria-labelledby="documents~heading">
    <h3 part="heading" id="documents~heading">${strings.print.documents}</h3>
    <p class="hint" part="hint">${strings.print.hint}</p>
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
      ${own.map(
        (template) =>
          html`<button
            type="button"
            part="button"
            aria-disabled=${making?.state === 'busy'}
            @click=${() => void documents.fill(rulebook, submission, template, lang)}
          >
            ${strings.print.button(template.label, 'docx')}
          </button>`,
      )}
      ${
        readable && !form.locked
          ? filePicker({
              label: strings.workbook.choose,
              name: strings.workbook.choose,
              accept: '.xlsx',
              chosen: ([file]) => file && importFile(file),
            })
          : nothing
      }
      ${
        exporters?.importDocx && form.definition.type === 'nomination' && !form.locked
          ? filePicker({
              label: strings.workbook.chooseWord,
              name: strings.workbook.chooseWord,
              accept: '.docx,.docm,.doc',
              chosen: ([file]) => file && importFile(file),
            })
          : nothing
      }
    </div>
    <div role="status" class=${making?.state === 'failed' || making?.state === 'unread' ? 'problem error' : 'hint'}>
      <p>${saying(form, making)}</p>
      ${making?.notices.map((notice) => html`<p>${notice}</p>`)}
    </div>
  </section>`;
}

/** The document that can be filled in offline and read back. */
const WORKBOOK = 'bieu-mau';

function saying({ strings }: FormContext, making: MakingDocument | null): string {
  if (making === null) return '';
  if (making.state === 'busy') return strings.print.busy;
  if (making.state === 'unread') return `${strings.workbook.unread} ${making.detail}`;
  return making.state === 'done' ? strings.print.done(making.detail) : `${strings.print.failed} ${making.detail}`;
}
