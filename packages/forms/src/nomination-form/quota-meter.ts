import { html, nothing, type TemplateResult } from 'lit';
import { kindLabel, textIn, type Kind, type Slate, type SlateCount } from '@kl01/rules';
import type { NominationContext } from '../state/form-context.js';
import { citation, problems } from '../controls/frame.js';
import { capitalised, lowered } from '../strings/words.js';

/** The quota in words, with a meter for each count of its alternatives. */
export function quotaMeter(form: NominationContext, { quota, alternatives }: Slate): TemplateResult {
  const words = form.strings.nominees;
  if (quota === null) {
    const known = form.submission.unit.group != null;
    return html`<div class="quota" part="quota">
      <p>${known ? words.noQuota : words.chooseGroup}</p>
      ${problems(form, '/nominees')}
    </div>`;
  }
  return html`<div class="quota" part="quota">
    <p class="quota-words"><strong>${words.quota}: ${quota.label[form.lang]}</strong> ${citation(form, quota.cite)}</p>
    ${alternatives.map(
      ({ counts, holds }, index) =>
        html`${index > 0 ? html`<p class="or">${words.or}</p>` : nothing}
          <ul class="counts ${holds ? 'holds' : ''}">
            ${counts.map((count) => html`<li>${countMeter(form, count)}</li>`)}
          </ul>`,
    )}
    ${problems(form, '/nominees')}
  </div>`;
}

function countMeter(form: NominationContext, { of, count, min, max }: SlateCount): TemplateResult {
  const kinds = of.map((kind) => kindInWords(form, kind)).join(', ');
  const sentence = form.strings.nominees.counted(capitalised(kinds), count, min, max);
  return html`<span class="count-words">${sentence}</span> ${
      max === null || max === 0
        ? nothing
        : html`<meter
            part="meter"
            min="0"
            max=${max}
            low=${min}
            high=${max}
            optimum=${max}
            value=${Math.min(count, max)}
            aria-hidden="true"
          ></meter>`
    }`;
}

/** The pack's name for a kind, in lower case: "cá nhân". */
export const kindInWords = (form: NominationContext, kind: Kind): string =>
  lowered(textIn(kindLabel(form.view.nomination, kind), form.lang));
