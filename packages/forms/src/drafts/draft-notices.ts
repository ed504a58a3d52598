import { html, nothing, type TemplateResult } from 'lit';
import type { DraftController } from './draft.js';
import type { FormContext } from '../state/form-context.js';
import { importNotice, type ImportNotice } from './import-notice.js';
import { momentInWords } from '../controls/moment-in-words.js';
import { box, button } from '../controls/notice-box.js';
import { nameOf, nomineeOf } from '../state/name-of.js';
import type { Work } from '../state/work.js';

/** What the officer has to know about saved drafts. */
export type DraftNotice =
  | {
      readonly kind: 'restored';
      readonly savedAt: string;
      /** version of the rulebook it was typed under, if different */
      readonly olderVersion: string | null;
      readonly dropped: readonly { path: string; value: unknown }[];
      /** names of files that must be chosen again */
      readonly missing: readonly string[];
    }
  /** there is a draft, but the host gave a different submission */
  | { readonly kind: 'found'; readonly savedAt: string }
  | ImportNotice
  | { readonly kind: 'discarded'; readonly before: Work };

export interface DraftAnswers {
  readonly take: () => void;
  readonly discard: () => void;
  readonly keepShown: () => void;
  readonly bringBack: (before: Work) => void;
  readonly close: () => void;
}

export function draftNotices(
  form: FormContext,
  notice: DraftNotice | null,
  { status, filesKept }: DraftController,
  answers: DraftAnswers,
): TemplateResult {
  const words = form.strings.draft;
  const when = (instant: string): string => momentInWords(form, instant);
  // Notices that appear unprompted are announced: as for any live region, the container is always in the page. Replies
  // to the officer's actions are announced by the code that carries them out.
  return html`<div class="told" role="status">
      ${
        status.state === 'conflict'
          ? box('warning', words.conflict(when(status.savedAt)), [
              button(words.useOther, answers.take),
              ...(form.locked ? [] : [button(words.keepMine, answers.keepShown)]),
            ])
          : nothing
      }
      ${
        status.state === 'failed'
          ? box('warning', status.reason === 'full' ? words.full : words.unavailable, [])
          : nothing
      }
      ${filesKept ? nothing : box('warning', words.filesNotKept, [])}
    </div>
    ${
      notice?.kind === 'found'
        ? box('warning', words.foundBeside(when(notice.savedAt)), [
            button(words.useDraft, answers.take),
            // If nothing can be typed, nothing is saved either, so the draft stays.
            ...(form.locked ? [] : [button(words.dropDraft, answers.keepShown)]),
          ])
        : nothing
    }
    ${notice?.kind === 'restored' && status.state !== 'conflict' ? restored(form, notice, when, answers) : nothing}
    ${
      notice?.kind === 'discarded'
        ? box('calm', words.discarded, [
            button(words.bringBack, () => answers.bringBack(notice.before)),
            button(words.close, answers.close),
          ])
        : nothing
    }
    ${notice?.kind === 'imported' ? importNotice(form, notice, answers) : nothing}`;
}

function restored(
  form: FormContext,
  notice: Extract<DraftNotice, { kind: 'restored' }>,
  when: (instant: string) => string,
  answers: DraftAnswers,
): TemplateResult {
  const words = form.strings.draft;
  return box(
    notice.missing.length > 0 || notice.dropped.length > 0 ? 'warning' : 'calm',
    words.restored(when(notice.savedAt)),
    [...(form.locked ? [] : [button(words.startAgain, answers.discard)]), button(words.close, answers.close)],
    html`${notice.olderVersion === null ? nothing : html`<p>${words.older(notice.olderVersion)}</p>`}
    ${
      notice.dropped.length === 0
        ? nothing
        : html`<p>${words.dropped}</p>
            <dl class="dropped">
              ${notice.dropped.map(
                ({ path, value }) =>
                  html`<dt>${[nomineeOf(form, path), nameOf(form, path)].filter(Boolean).join(': ')}</dt>
                    <dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`,
              )}
            </dl>`
    }
    ${
      notice.missing.length === 0
        ? nothing
        : html`<p>${words.missingFiles}</p>
            <ul>
              ${notice.missing.map((name) => html`<li>${name}</li>`)}
            </ul>`
    }`,
  );
}
