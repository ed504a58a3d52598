import { html, nothing, type TemplateResult } from 'lit';
import { holds } from '@kl01/rules';
import type { PlanContext } from '../state/form-context.js';
import { nameOf } from '../state/name-of.js';
import { citation, problems } from '../controls/frame.js';
import { dateField, textField } from '../controls/text-box.js';

/** To whom the plan was presented, and when. */
export function adoptionBlock(form: PlanContext): TemplateResult | typeof nothing {
  const adoption = form.view.plan.adoption;
  if (!adoption) return nothing;
  const about = (part: 'body' | 'date') => ({
    path: `/adoption/${part}`,
    label: nameOf(form, `/adoption/${part}`),
    optional: !isDue(form, part),
  });
  return html`<section class="block" part="block" id="/adoption" tabindex="-1" aria-labelledby="adoption~heading">
    <h3 part="heading" id="adoption~heading">${nameOf(form, '/adoption')}</h3>
    <p>${adoption.by} ${citation(form, adoption.cite)}</p>
    ${problems(form, '/adoption')}
    <div class="fields">${textField(form, about('body'))} ${dateField(form, about('date'))}</div>
  </section>`;
}

/** Whether this unit has to answer: leaving it blank would break a rule. */
function isDue({ definition, submission }: PlanContext, part: 'body' | 'date'): boolean {
  const rule = definition.rules.find(({ path, id }) => path === `/adoption/${part}` && id === `required/${part}`);
  return rule?.assert !== undefined && !holds(rule.assert, { submission: { ...submission, adoption: null } });
}
