import { html, nothing, type TemplateResult } from 'lit';
import type { UploadProgress } from '../controllers/files.js';
import { problems } from '../controls/frame.js';
import type { FormContext } from './form-context.js';

export interface Submitting {
  /** findings that still stand in the way */
  readonly remaining: number;
  /** places that the receiving office objected to, unchanged since */
  readonly remarks: number;
  /** false inside a `<form>`: the host has its own */
  readonly ownButton: boolean;
  readonly busy: boolean;
  readonly progress: UploadProgress | null;
  readonly submit: () => void;
}

export function submitBlock(
  form: FormContext,
  { remaining, remarks, ownButton, busy, progress, submit }: Submitting,
): TemplateResult | typeof nothing {
  const words = form.strings.submit;
  if (form.locked) return nothing;
  return html`<section class="submit" part="submit" aria-label=${words.heading}>
    ${standing(form, remaining, remarks)}
    <div id="/documents~limits">${problems(form, '/documents')}</div>
    <div role="status">${progress ? uploading(form, progress) : nothing}</div>
    ${
      ownButton
        ? html`<button type="button" class="primary" part="button submit-button" aria-disabled=${busy} @click=${submit}>
            ${busy ? words.busy : words.button}
          </button>`
        : nothing
    }
  </section>`;
}

/** What still stands in the way of sending; where nothing does, what there is to know before one sends. */
function standing(form: FormContext, remaining: number, remarks: number): TemplateResult {
  const words = form.strings.submit;
  const isEmpty = form.form.type === 'nomination' && (form.submission.nominees ?? []).length === 0;
  const said =
    remaining > 0 ? words.remaining(remaining) : remarks > 0 ? words.remarks(remarks) : isEmpty ? words.nobody : null;
  return html`<p class="remaining ${said === null ? 'ready' : ''}">${said ?? words.ready}</p>`;
}

function uploading(form: FormContext, { sent, total, name, failed }: UploadProgress): TemplateResult {
  const words = form.strings.files;
  if (failed) {
    return html`<p class="problem error">
      ${words.uploadFailed(name ?? '', failed.retryAfterSeconds)} ${failed.message ? `(${failed.message})` : nothing}
    </p>`;
  }
  return html`<p>${words.uploading(sent, total, name ?? '')}</p>
    <progress max=${total} value=${sent} aria-label=${words.uploading(sent, total, name ?? '')}></progress>`;
}
