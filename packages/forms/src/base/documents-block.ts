import { html, nothing, type TemplateResult } from 'lit';
import type { Lang, Rulebook, Submission } from '@kl01/rules';
import type { FormContext } from './form-context.js';

/** What the forms need of `@kl01/exporters`; the host gives it, so that pages without it load nothing of it. */
export interface ExportersModule {
  readonly documentsFor: (
    rulebook: Rulebook,
    form: string,
    options: { readonly lang: Lang },
  ) => readonly { readonly id: string; readonly label: string; readonly formats: readonly string[] }[];
  readonly exportDocument: (
    rulebook: Rulebook,
    submission: Submission,
    options: { readonly document: string; readonly format: string; readonly lang: Lang },
  ) => Promise<{
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly mediaType: string;
    readonly notices: readonly { readonly message: string }[];
  }>;
}

export type Exporters = () => Promise<ExportersModule>;

/** A document being made, made, or not to be made. */
export interface MakingDocument {
  readonly state: 'busy' | 'done' | 'failed';
  /** name of the file, or why there is none */
  readonly detail: string;
  readonly notices: readonly string[];
}

/** A button for every document that can be made from the form, in every format it is made in. */
export function documentsBlock(
  form: FormContext,
  exporting: ExportersModule,
  making: MakingDocument | null,
  report: (making: MakingDocument) => void,
): TemplateResult | typeof nothing {
  const words = form.strings.print;
  const documents = exporting.documentsFor(form.rulebook, form.form.id, { lang: form.lang });
  if (documents.length === 0) return nothing;
  const busy = making?.state === 'busy';
  return html`<section class="block" part="block" aria-labelledby="documents~heading">
    <h3 id="documents~heading">${words.documents}</h3>
    <p class="hint">${words.hint}</p>
    <div class="actions">
      ${documents.flatMap(({ id, label, formats }) =>
        formats.map(
          (format) =>
            html`<button
              type="button"
              part="button"
              aria-disabled=${busy}
              @click=${() => (busy ? undefined : void make(form, exporting, id, format, report))}
            >
              ${words.button(label, format)}
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

async function make(
  { rulebook, submission, lang }: FormContext,
  { exportDocument }: ExportersModule,
  document: string,
  format: string,
  report: (making: MakingDocument) => void,
): Promise<void> {
  report({ state: 'busy', detail: '', notices: [] });
  try {
    const { bytes, fileName, mediaType, notices } = await exportDocument(rulebook, submission, {
      document,
      format,
      lang,
    });
    download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), fileName);
    report({ state: 'done', detail: fileName, notices: notices.map(({ message }) => message) });
  } catch (error) {
    report({ state: 'failed', detail: error instanceof Error ? `(${error.message})` : '', notices: [] });
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
