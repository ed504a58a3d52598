import { html, nothing, type TemplateResult } from 'lit';
import { windows, type CheckOptions, type WindowState } from '@kl01/rules';
import { citation, problems } from '../controls/frame.js';
import { capitalised } from '../strings/words.js';
import { daysLeft } from './days-left.js';
import { momentInWords } from '../controls/moment-in-words.js';
import type { FormContext } from '../state/form-context.js';

/** What deadlines depend on besides the submission. */
export interface Dating {
  /** ISO 8601 instant */
  readonly now: string;
  /** ISO 8601 instant: deadline of a returned submission, which overrides the directive's window; null: not returned */
  readonly until?: string | null;
  readonly given?: CheckOptions['given'];
  readonly receiver?: string | null;
}

/**
 * The deadline in the directive's wording, and what it means: "trước ngày 31/3/2023" ends with the 30th. By the
 * server's clock.
 */
export function windowBanner(form: FormContext, { now, until = null, given, receiver }: Dating): TemplateResult {
  const { rulebook, submission, view, lang } = form;
  const { id, group } = submission.unit;
  const unit = group ? { id: id ?? null, group } : undefined;
  const dating = { now, unit, form: form.definition.id, submission, given, receiver: receiver ?? undefined, lang };
  const states = windows(rulebook, dating).filter(({ period }) => period === null || period === submission.period);
  return html`<section class="windows" id="window" tabindex="-1" aria-label=${form.strings.window.heading}>
    ${
      view.periods.length > 0 && !submission.period
        ? html`<p class="hint" part="hint">${form.strings.window.choosePeriod}</p>`
        : nothing
    }
    ${until === null ? states.map((state) => banner(form, state, now)) : returned(form, now, until)}
    ${problems(form, '')}
  </section>`;
}

/** A returned submission has only the deadline set on its return. */
function returned(form: FormContext, now: string, until: string): TemplateResult {
  const words = form.strings.window;
  const minutesLeft = Math.floor((Date.parse(until) - Date.parse(now)) / 60_000);
  const state = minutesLeft > 0 ? 'closing' : 'closed';
  const daysLeft = minutesLeft >= MINUTES_A_DAY ? Math.floor(minutesLeft / MINUTES_A_DAY) : 0;
  return html`<div class="window ${state}" part="window ${state === 'closed' ? 'window-closed' : 'window-closing'}">
    <p class="window-state">
      <span class="tag" part="tag">${minutesLeft > 0 ? words.returned : words.state.closed}</span>
    </p>
    <div>
      <p class="window-said">
        <strong>${words.comeAgain(momentInWords(form, until))}</strong>,
        <strong class="left">${words.left(state, minutesLeft, daysLeft)}</strong>
      </p>
      <p class="hint" part="hint">${words.judgedAsFirst}</p>
    </div>
  </div>`;
}

const MINUTES_A_DAY = 1440;

/** A plan is due once: its later revisions, which add its results, are not late. Same as in the rule `window`. */
const isDone = ({ definition, submission }: FormContext): boolean =>
  definition.type === 'plan' && (submission.revision ?? 1) > 1;

function banner(form: FormContext, state: WindowState, now: string): TemplateResult {
  const words = form.strings.window;
  if (isDone(form)) {
    return html`<div class="window done" part="window">
      <p class="window-said">${words.planSent} ${citation(form, state.cite)}</p>
    </div>`;
  }
  const left = words.left(state.state, state.minutesLeft, daysLeft(state, now, form.rulebook.utcOffset));
  const announced = state.state !== 'unannounced';
  return html`<div
    class="window ${state.state}"
    part="window ${state.state === 'closed' ? 'window-closed' : ''} ${state.state === 'closing' ? 'window-closing' : ''} ${state.state === 'late' ? 'window-late' : ''}"
  >
    <p class="window-state"><span class="tag" part="tag">${words.state[state.state]}</span></p>
    <div>
      <p class="window-said">
        ${state.receiver ? html`${form.strings.receivedBy(state.receiver.label)} – ` : nothing}<strong>${announced ? capitalised(state.said) : words.state.unannounced}</strong>${
          announced
            ? html` – ${state.meaning}${left ? html`, <strong class="left">${left}</strong>` : nothing}`
            : nothing
        }
        ${citation(form, state.cite)}
      </p>
      ${
        state.until !== null
          ? html`<p class="hint" part="hint">${state.late === 'refuse' ? words.lateRefused : words.lateAccepted}</p>`
          : nothing
      }
      ${state.provisional ? html`<p class="hint" part="hint">${words.provisional}</p>` : nothing}
      ${state.amended ? html`<p class="hint" part="hint">${words.amended(state.amended.was, state.amended.by)}</p>` : nothing}
    </div>
  </div>`;
}
