import { html, nothing, type TemplateResult } from 'lit';
import { citation } from '../controls/frame.js';
import type { FormContext } from '../state/form-context.js';
import { nomineeOf } from '../state/name-of.js';
import { inReadingOrder } from './reading-order.js';
import type { ShownFinding } from '../findings/shown-findings.js';

/** Number of findings listed; the rest are shown beside their fields and move up as these are fixed. */
const MOST = 50;

export interface Summed {
  /** a submit was attempted and refused */
  readonly attempted: boolean;
  /** number of findings that block sending, shown or not */
  readonly remaining: number;
}

/**
 * After a failed submit: everything that is wrong, each entry a link to its field. Takes focus. Before that, only the
 * findings set by the host: what the server refused and, separately, an officer's remarks.
 */
export function findingsSummary(
  form: FormContext,
  visible: readonly ShownFinding[],
  { attempted, remaining }: Summed,
): TemplateResult | typeof nothing {
  const received = visible.some(({ from }) => from !== undefined);
  if (!attempted && !received) return nothing;
  const words = form.strings.summary;
  const remarks = visible.filter(({ from }) => from === 'officer');
  const shown = attempted ? visible : visible.filter(({ from }) => from !== undefined);
  const errors = shown.filter(({ severity, from }) => severity === 'error' && from !== 'officer');
  const others = shown.filter(({ severity, from }) => severity !== 'error' && from !== 'officer');
  const heading = headingOf(form, { attempted, remaining, errors: errors.length, remarks: remarks.length });
  return html`<section
    class="summary ${errors.length > 0 ? 'error' : 'calm'}"
    part="summary ${errors.length > 0 ? 'summary-error' : ''}"
    id="summary"
    tabindex="-1"
    aria-labelledby="summary~heading"
  >
    <h3 part="heading" id="summary~heading">${heading}</h3>
    ${list(form, errors)}
    ${
      remarks.length > 0
        ? html`${heading === words.remarks ? nothing : html`<p class="summary-other">${words.remarks}</p>`}
          ${list(form, remarks)}`
        : nothing
    }
    ${
      others.length > 0
        ? html`<p class="summary-other">${words.other}</p>
            ${list(form, others)}`
        : nothing
    }
  </section>`;
}

/** Says that the form may be sent only if no findings, shown or not, block it. */
function headingOf(
  { strings: { summary: words } }: FormContext,
  { attempted, remaining, errors, remarks }: Summed & { errors: number; remarks: number },
): string {
  if (attempted && remaining > 0) return errors > 0 ? words.heading(errors) : words.othersLeft(remaining);
  if (errors > 0) return words.refused(errors);
  if (remarks > 0) return words.remarks;
  return attempted ? words.nothingLeft : words.fromServer;
}

function list(form: FormContext, findings: readonly ShownFinding[]): TemplateResult | typeof nothing {
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

function follow(form: FormContext, event: Event, finding: ShownFinding): void {
  // The target is inside this shadow root, which the browser's own links cannot reach, and may be folded.
  event.preventDefault();
  form.reveal(finding.path);
}

/**
 * What an entry is about: the host's name for the place, if given (not with a comment such as "kiểm tra lại"), else the
 * nominee's name.
 */
function whose(form: FormContext, { path, params }: ShownFinding): string {
  const { place } = params;
  const name = typeof place === 'string' ? place : nomineeOf(form, path);
  return name === null ? '' : `${name}: `;
}
