import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '@kl01/rules';
import { citation } from '../controls/frame.js';
import type { BoardContext } from './board-context.js';

/** Findings shown as in the forms, each with its clause. */
export function problemsOf(
  { strings }: Pick<BoardContext, 'strings'>,
  findings: readonly Finding[],
): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<ul class="problems">
    ${findings.map(
      ({ message, severity, cite }) =>
        html`<li
          class="problem ${severity}"
          part="problem ${severity === 'error' ? 'problem-error' : 'problem-warning'}"
        >
          <span class="severity">${strings.severity[severity]}:</span> ${message} ${citation({ strings }, cite)}
        </li>`,
    )}
  </ul>`;
}
