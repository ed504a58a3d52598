import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '@kl01/rules';
import type { UploadProgress } from '../files/files.js';
import { problems } from '../controls/frame.js';
import type { FormContext } from '../state/form-context.js';

export interface Submitting {
  /** findings that still block sending */
  readonly blocking: readonly Finding[];
  /** number of places that the server refused, unchanged since */
  readonly refused: number;
  /** number of places that the receiving office objected to, unchanged since */
  readonly remarks: number;
  /** names of blank entries that do not block sending */
  readonly blank: readonly string[];
  /** false inside a `<form>`: the host provides the button */
  readonly ownButton: boolean;
  readonly busy: boolean;
  readonly progress: UploadProgress | null;
  readonly submit: () => void;
}

export function submitBlock(form: FormContext, submitting: Submitting): TemplateResult | typeof nothing {
  const { ownButton, busy, progress, submit } = submitting;
  const words = form.strings.submit;
  if (form.locked) return nothing;
  return html`<section class="submit" part="submit" aria-label=${words.heading}>
    ${standing(form, submitting)}
    <div id="/documents~limits">${problems(form, '/documents')}</div>
    <div role="status">${progress ? uploading(form, progress) : nothing}</div>
    ${
      ownButton
        ? html`<button
            type="button"
            class="primary"
            part="button button-primary submit-button"
            aria-disabled=${busy}
            @click=${submit}
          >
            ${busy ? words.busy : words.button}
          </button>`
        : nothing
    }
  </section>`;
}

/** What still blocks sending, or else what to know before sending. */
function standing(form: FormContext, submitting: Submitting): TemplateResult {
  const words = form.strings.submit;
  const said = inTheWay(form, submitting);
  if (said !== null) return html`<p class="remaining">${said}</p>`;
  const { blank } = submitting;
  if (blank.length > 0) return html`<p class="remaining">${words.blank(blank)}</p>`;
  return html`<p class="remaining ready">${words.ready}</p>`;
}

function inTheWay(form: FormContext, { blocking, refused, remarks }: Submitting): string | null {
  const words = form.strings.submit;
  // It cannot be sent now even if completed, so promise nothing.
  const closed = blocking.find(({ rule }) => rule === 'window');
  if (closed) return words.closed(closed.message);
  if (blocking.length > 0) return words.remaining(blocking.length);
  if (refused > 0) return words.refused(refused);
  if (remarks > 0) return words.remarks(remarks);
  const isEmpty = form.definition.type === 'nomination' && (form.submission.nominees ?? []).length === 0;
  return isEmpty ? words.nobody : null;
}

function uploading(form: FormContext, { sent, total, name, failed }: UploadProgress): TemplateResult {
  const words = form.strings.files;
  if (failed) {
    return html`<p class="problem error" part="problem problem-error">
      ${words.uploadFailed(name ?? '', failed.retryAfterSeconds)} ${failed.message ? `(${failed.message})` : nothing}
    </p>`;
  }
  return html`<p>${words.uploading(sent, total, name ?? '')}</p>
    <progress max=${total} value=${sent} aria-label=${words.uploading(sent, total, name ?? '')}></progress>`;
}
