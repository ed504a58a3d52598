import type { Finding } from '@kl01/rules';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';

/** Findings, each with its clause. Messages contain user input: they are text, never markup. */
export const findingList = (findings: readonly Finding[]): Html =>
  html`<ul class="portal-findings">
    ${findings.map(
      ({ severity, message, cite }) =>
        html`<li class="portal-${severity}">
          <strong>${vi.severities[severity]}:</strong> ${message}
          ${cite && html`<span class="text-secondary">(${vi.forms.cite(cite.clause, cite.document)})</span>`}
        </li>`,
    )}
  </ul>`;

const MOST_LISTED = 50;

/** The first findings, and how many more there are. */
export const firstFindings = (findings: readonly Finding[]): Html =>
  html`${findingList(findings.slice(0, MOST_LISTED))}
  ${findings.length > MOST_LISTED && html`<p>${vi.refusedPlain.more(findings.length - MOST_LISTED)}</p>`}`;
