import { html, nothing, type TemplateResult } from 'lit';
import { windows, type WindowState } from '@kl01/rules';
import { citation, problems } from '../controls/frame.js';
import { capitalised } from '../strings/words.js';
import { daysLeft } from './days-left.js';
import type { FormContext } from './form-context.js';

/**
 * The deadline as the directive words it and what the words mean: "trước ngày 31/3/2023" ends with the 30th.
 * By the server's clock.
 *
 * @param now ISO 8601 instant
 */
export function windowBanner(form: FormContext, now: string): TemplateResult {
  const { rulebook, submission, view, lang } = form;
  const { id, group } = submission.unit;
  const unit = group ? { id: id ?? null, group } : undefined;
  const states = windows(rulebook, { now, unit, form: form.form.id, lang }).filter(
    ({ period }) => period === null || period === submission.period,
  );
  return html`<section class="windows" id="window" tabindex="-1" aria-label=${form.strings.window.heading}>
    ${
      view.periods.length > 0 && !submission.period
        ? html`<p class="hint">${form.strings.window.choosePeriod}</p>`
        : nothing
    }
    ${states.map((state) => banner(form, state, now))} ${problems(form, '')}
  </section>`;
}

/** A plan is due once: its later revisions, which carry its results, are not late. As the rule `window` has it. */
const isDone = ({ form, submission }: FormContext): boolean => form.type === 'plan' && (submission.revision ?? 1) > 1;

function banner(form: FormContext, state: WindowState, now: string): TemplateResult {
  const words = form.strings.window;
  if (isDone(form)) {
    return html`<div class="window done" part="window">
      <p class="window-said">${words.planSent} ${citation(form, state.cite)}</p>
    </div>`;
  }
  const left = words.left(state.state, state.minutesLeft, daysLeft(state, now, form.rulebook.utcOffset));
  const announced = state.until !== null;
  return html`<div class="window ${state.state}" part="window">
    <p class="window-state"><span class="tag">${words.state[state.state]}</span></p>
    <div>
      <p class="window-said">
        <strong>${announced ? capitalised(state.said) : words.state.unannounced}</strong>${
          announced
            ? html` – ${state.meaning}${left ? html`, <strong class="left">${left}</strong>` : nothing}`
            : nothing
        }
        ${citation(form, state.cite)}
      </p>
      ${
        announced
          ? html`<p class="hint">${state.late === 'refuse' ? words.lateRefused : words.lateAccepted}</p>`
          : nothing
      }
      ${state.provisional ? html`<p class="hint">${words.provisional}</p>` : nothing}
      ${state.amended ? html`<p class="hint">${words.amended(state.amended.was, state.amended.by)}</p>` : nothing}
    </div>
  </div>`;
}
