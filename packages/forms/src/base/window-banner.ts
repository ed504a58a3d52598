import { html, nothing, type TemplateResult } from 'lit';
import { offsetMinutes, windows, type WindowState } from '@kl01/rules';
import { citation, problems } from '../controls/frame.js';
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

function banner(form: FormContext, state: WindowState, now: string): TemplateResult {
  const words = form.strings.window;
  const left = words.left(state.state, state.minutesLeft, daysLeft(state, now, form.rulebook.utcOffset));
  const announced = state.until !== null;
  return html`<div class="window ${state.state}" part="window">
    <p class="window-state"><span class="tag">${words.state[state.state]}</span></p>
    <div>
      <p class="window-said">
        <strong>${announced ? sentenceCase(state.said) : words.state.unannounced}</strong>${
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

/** Whole calendar days from today to the last day that counts, where the rulebook is at home; null: unannounced. */
function daysLeft({ lastDay }: WindowState, now: string, utcOffset: string): number | null {
  if (lastDay === null) return null;
  const today = new Date(Date.parse(now) + offsetMinutes(utcOffset) * 60_000).toISOString().slice(0, 10);
  return Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000);
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
