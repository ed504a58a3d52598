import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '@kl01/rules';
import { showDate } from '../controls/calendar-date.js';
import type { FormContext } from './form-context.js';

/** One heading of the printed page with what stands under it. */
export interface PrintBlock {
  readonly heading: string;
  readonly level: 3 | 4;
  readonly entries: readonly { readonly label: string; readonly value: string }[];
  /** what stands under the heading in a form of its own, such as running text or a table */
  readonly content?: TemplateResult;
  readonly blocks?: readonly PrintBlock[];
}

/** The whole submission as plain text for the browser's Print: nothing folded, nothing cut off by a box. */
export function printed(form: FormContext, blocks: readonly PrintBlock[]): TemplateResult {
  const { strings, submission, rulebook } = form;
  const { contact, unit } = submission;
  const group = rulebook.unitGroups.find(({ id }) => id === unit.group);
  const head: PrintBlock = {
    heading: strings.unit.heading,
    level: 3,
    entries: [
      { label: strings.unit.name, value: unit.name ?? unit.id ?? '' },
      { label: strings.unit.group, value: group?.label ?? unit.group ?? '' },
      { label: strings.unit.contactName, value: contact?.name ?? '' },
      { label: strings.unit.contactPhone, value: contact?.phone ?? '' },
      { label: strings.unit.contactEmail, value: contact?.email ?? '' },
    ],
  };
  return html`<div class="printed" part="print" lang=${form.lang}>
    <p>${strings.directive(rulebook.directive.number, showDate(rulebook.directive.date))}</p>
    <h2>${textIn(form.form.label, form.lang)}</h2>
    ${[head, ...blocks].map((each) => block(form, each))}
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
