import { html, nothing, type TemplateResult } from 'lit';
import { officialDate, textIn } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import type { PrintBlock } from './print-block.js';
import { printBlocks } from './print-blocks.js';

/** The whole submission as plain text for printing from the browser: nothing folded, nothing cut off by a box. */
export function printed(form: FormContext): TemplateResult {
  const { strings, rulebook } = form;
  return html`<div class="printed" part="print" lang=${form.lang}>
    <p>${strings.directive(rulebook.directive.number, officialDate(rulebook.directive.date))}</p>
    <h2>${textIn(form.definition.label, form.lang)}</h2>
    ${printBlocks(form).map((each) => block(form, each))}
  </div>`;
}

function block(form: FormContext, { heading, level, entries, content, blocks = [] }: PrintBlock): TemplateResult {
  return html`<section>
    ${level === 3 ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`}
    ${
      entries.length > 0
        ? html`<dl>
            ${entries.map(
              ({ label, value }) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd>${value === '' ? html`<span class="blank">${form.strings.notAnswered}</span>` : value}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    ${content ?? nothing} ${blocks.map((each) => block(form, each))}
  </section>`;
}
