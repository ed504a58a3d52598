import { html, nothing, type TemplateResult } from 'lit';
import type { Documents } from '../blocks/documents.js';
import { documentsBlock } from '../blocks/documents-block.js';
import { filesStay } from '../blocks/files-stay.js';
import { findingsSummary } from '../blocks/findings-summary.js';
import { formHead } from '../blocks/form-head.js';
import { factsBlock } from '../blocks/facts-block.js';
import { issuerBlock } from '../blocks/issuer-block.js';
import { submitBlock } from '../blocks/submit-block.js';
import { unitBlock } from '../blocks/unit-block.js';
import { windowBanner, type Dating } from '../blocks/window-banner.js';
import { draftNotices } from '../drafts/draft-notices.js';
import type { Judgement } from '../findings/judgement.js';
import { printed } from '../print/print-view.js';
import type { Answering } from '../state/adopt.js';
import type { FormContext } from '../state/form-context.js';
import type { Opening } from './opening.js';

export interface WholeForm extends Dating {
  readonly opening: Opening;
  readonly judgement: Judgement;
  readonly documents: Documents;
  readonly answering: Answering;
  /** what the element for this type of form renders */
  readonly body: unknown;
  /** a submit was attempted and refused */
  readonly attempted: boolean;
  readonly printing: boolean;
  readonly announcement: string;
  /** the page named a group that the directive does not have */
  readonly wrongGroup: unknown;
  /** the page was about to send the submission without its files */
  readonly filesStay: boolean;
  readonly submit: Omit<Parameters<typeof submitBlock>[1], 'blocking' | 'progress'>;
}

/** The whole form, from its title to the submit button. */
export function wholeForm(form: FormContext, shown: WholeForm): TemplateResult {
  const { opening, judgement, documents } = shown;
  const { blocking } = judgement;
  const { work, drafts } = opening;
  return html`
    <div class="form screen" part="form" lang=${form.lang}>
      ${formHead(form)}
      <slot name="help"></slot>
      ${shown.wrongGroup}
      <div class="told" role="alert">${filesStay(form, shown.filesStay)}</div>
      ${draftNotices(form, work.notice, drafts, {
        take: () => void work.takeDraft(),
        discard: () => {
          form.announce(form.strings.draft.discarded);
          void work.discardDraft();
        },
        keepShown: () => work.keepShown(),
        bringBack: (before) => work.bringBack(before),
        close: () => work.say(null),
      })}
      ${findingsSummary(form, judgement.visible, { attempted: shown.attempted, remaining: blocking.length })}
      ${windowBanner(form, shown)} ${unitBlock(form, shown.answering)} ${factsBlock(form)} ${shown.body}
      ${issuerBlock(form)} ${documentsBlock(form, documents, (file) => void opening.importWorkbook(file))}
      ${submitBlock(form, { ...shown.submit, blocking, progress: opening.files.progress })}
      <p class="hidden" role="status" aria-live="polite">${shown.announcement}</p>
    </div>
    ${shown.printing ? printed(form) : nothing}
  `;
}
