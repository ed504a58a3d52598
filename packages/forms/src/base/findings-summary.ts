import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '@kl01/rules';
import { citation } from '../controls/frame.js';
import type { FormContext } from './form-context.js';
import { nomineeOf } from './name-of.js';
import { inReadingOrder } from './reading-order.js';

/** Findings listed at once; the rest stand beside their fields and come up as these are put right. */
const MOST = 50;

/**
 * After a submit that failed: everything that is wrong, each entry a link to its field. Takes focus.
 * Before that, only what the server said.
 */
export function findingsSummary(
  form: FormContext,
  visible: readonly Finding[],
  { attempted, received }: { attempted: boolean; received: boolean },
): TemplateResult | typeof nothing {
  const errors = visible.filter(({ severity }) => severity === 'error');
  const others = visible.filter(({ severity }) => severity !== 'error');
  if (!attempted && !received) return nothing;
  const words = form.strings.summary;
  const heading = !attempted ? words.received : errors.length > 0 ? words.heading(errors.length) : words.nothingLeft;
  return html`<section
    class="summary ${errors.length > 0 ? 'error' : 'calm'}"
    part="summary"
    id="summary"
    tabindex="-1"
    aria-labelledby="summary~heading"
  >
    <h3 id="summary~heading">${heading}</h3>
    ${list(form, errors)}
    ${
      others.length > 0
        ? html`<p class="summary-other">${words.other}</p>
            ${list(form, others)}`
        : nothing
    }
  </section>`;
}

function list(form: FormContext, findings: readonly Finding[]): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const rest = findings.length - MOST;
  return html`<ul>
    ${inReadingOrder(form, findings)
      .slice(0, MOST)
      .map(
        (finding) =>
          html`<li>
            <a href="#${finding.path}" @click=${(event: Event) => follow(form, event, finding)}
              >${whose(form, finding)}${finding.message}</a
            >
            ${citation(form, finding.cite)}
          </li>`,
      )}
    ${rest > 0 ? html`<li>${form.strings.nominees.more(rest)}</li>` : nothing}
  </ul>`;
}

function follow(form: FormContext, event: Event, finding: Finding): void {
  // The place is inside this shadow root, where the browser's own links do not reach, and may be folded.
  event.preventDefault();
  form.reveal(finding.path);
}

/** What an entry is about: as the host names the place (a comment such as "kiểm tra lại" does not), else the nominee's name. */
function whose(form: FormContext, { path, params }: Finding): string {
  const { place } = params;
  const name = typeof place === 'string' ? place : nomineeOf(form, path);
  return name === null ? '' : `${name}: `;
}
