import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ReportContext } from '../state/form-context.js';
import type { PastedReport, Preview } from './pasted-report.js';
import type { ReadGroup } from './read-values.js';

/** What a report says outside its sections: each table, the answers, the letterhead, to be taken over or not. */
export function groupsBlock(form: ReportContext, paste: PastedReport, stage: Preview): TemplateResult | typeof nothing {
  // A table that is printed blank says nothing.
  const groups = stage.groups.filter(({ values, left }) => values.length + left.length > 0);
  if (groups.length === 0) return nothing;
  return html`<fieldset class="field group">
    <legend class="label">${form.strings.reportPaste.values}</legend>
    <ul class="read-groups">
      ${groups.map((group) => groupItem(form, paste, stage, group))}
    </ul>
  </fieldset>`;
}

function groupItem(form: ReportContext, paste: PastedReport, { skipped }: Preview, group: ReadGroup): TemplateResult {
  const words = form.strings.reportPaste;
  const { id, name, sure, values, left } = group;
  return html`<li>
    <label class="option" part="option"
      ><input
        type="checkbox"
        .checked=${live(!skipped.includes(id))}
        @change=${(event: Event) => paste.choose(id, (event.target as HTMLInputElement).checked)}
      /><span>${words.group(name, values.length)}</span></label
    >
    ${sure ? nothing : html`<p class="problem warning" part="problem problem-warning">${words.groupUnsure}</p>`}
    ${left.length > 0 ? html`<p class="hint" part="hint">${words.groupLeft} ${left.join('; ')}</p>` : nothing}
    <details>
      <summary aria-label=${`${words.shown}: ${name}`}>${words.shown}</summary>
      <ul class="read-values">
        ${values.map(({ label, text }) => html`<li>${label}: <span class="piece-text">${text}</span></li>`)}
      </ul>
    </details>
  </li>`;
}
