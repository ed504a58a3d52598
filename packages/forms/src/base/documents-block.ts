import { html, type TemplateResult } from 'lit';
import type { Rulebook, Submission } from '@kl01/rules';
import type { FormContext } from './form-context.js';

/** What the forms need of `@kl01/exporters`; the host gives it, so that pages without it load nothing of it. */
export interface ExportersModule {
  readonly exportDocument: (
    rulebook: Rulebook,
    submission: Submission,
    wanted: { readonly document: string; readonly format: 'docx' },
  ) => Promise<{ readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }>;
}

export type Exporters = () => Promise<ExportersModule>;

/** A document being made, made, or not to be made. */
export interface MakingDocument {
  readonly document: string;
  readonly state: 'busy' | 'done' | 'failed';
  /** name of the file, or why there is none */
  readonly detail: string;
}

/** A button for every document of the dossier that is made from the form. */
export function documentsBlock(
  form: FormContext,
  exporters: Exporters,
  making: MakingDocument | null,
  report: (making: MakingDocument) => void,
): TemplateResult {
  const words = form.strings.print;
  const items = form.view.dossier.items.filter((item) => item.document !== undefined && item.as.includes('print'));
  const documents = items.filter(({ document }, at) => items.findIndex((item) => item.document === document) === at);
  return html`<section class="block" part="block" aria-labelledby="documents~heading">
    <h3 id="documents~heading">${words.documents}</h3>
    <div class="actions">
      ${documents.map(
        ({ document = '', label }) =>
          html`<button
            type="button"
            part="button"
            aria-disabled=${making?.state === 'busy'}
            @click=${() => (making?.state === 'busy' ? undefined : void make(form, exporters, document, report))}
          >
            ${words.button(label)}
          </button>`,
      )}
    </div>
    <p role="status" class=${making?.state === 'failed' ? 'problem error' : 'hint'}>${saying(form, making)}</p>
  </section>`;
}

function saying({ strings }: FormContext, making: MakingDocument | null): string {
  if (making === null) return '';
  if (making.state === 'busy') return strings.print.busy;
  return making.state === 'done' ? strings.print.done(making.detail) : `${strings.print.failed} ${making.detail}`;
}

async function make(
  form: FormContext,
  exporters: Exporters,
  document: string,
  report: (making: MakingDocument) => void,
): Promise<void> {
  report({ document, state: 'busy', detail: '' });
  try {
    const { exportDocument } = await exporters();
    const file = await exportDocument(form.rulebook, form.submission, { document, format: 'docx' });
    download(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.mediaType }), file.fileName);
    report({ document, state: 'done', detail: file.fileName });
  } catch (error) {
    report({ document, state: 'failed', detail: error instanceof Error ? `(${error.message})` : '' });
  }
}

function download(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun by then; until then the address must stay.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
