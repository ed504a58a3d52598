import { html, nothing, type TemplateResult } from 'lit';
import { officialDate, textIn } from '@kl01/rules';
import { citation } from '../controls/frame.js';
import type { FormContext } from '../state/form-context.js';

/** The form's title, its directive, and what the directive says about the form as a whole. */
export function formHead(form: FormContext): TemplateResult {
  const { strings, view, rulebook } = form;
  const preamble = form.definition.type === 'report' ? form.definition.view.preamble : undefined;
  const { number, date } = rulebook.directive;
  const { unit } = form.submission;
  const receivers = view.receivedBy.filter(
    ({ groups, units, when }) =>
      (!groups || groups.includes(unit.group ?? '')) && (!units || units.includes(unit.id ?? '')) && form.holds(when),
  );
  const lines = [
    view.award ? strings.award(view.award.label) : null,
    achievements(form),
    receivers.length > 0 ? strings.receivedBy(receivers.map(({ label }) => label).join('; ')) : null,
    view.dossier.copies ? strings.copies(view.dossier.copies) : null,
  ].filter((line) => line !== null);
  return html`<header class="head" part="head">
    <p class="directive">${strings.directive(number, officialDate(date))}</p>
    <h2 class="title" part="title">${textIn(form.definition.label, form.lang)}</h2>
    ${
      lines.length > 0
        ? html`<ul class="facts">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing
    }
    ${preamble ? html`<p class="preamble">${preamble}</p>` : nothing}
    ${view.ifSilent ? html`<p class="hint" part="hint">${view.ifSilent.label} ${citation(form, view.ifSilent.cite)}</p>` : nothing}
  </header>`;
}

function achievements({ strings, definition }: FormContext): string | null {
  if (definition.type !== 'nomination' || !definition.view.achievements) return null;
  const { from, through, label } = definition.view.achievements;
  const when = strings.achievements(day(from), day(through));
  return label === undefined ? when : `${label}. ${when}`;
}

function day(date: string | undefined): string | null {
  return date === undefined ? null : officialDate(date);
}
