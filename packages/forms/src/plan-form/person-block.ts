import { html, nothing, type TemplateResult } from 'lit';
import { answerDuty, commitments, duty, type Duty } from '@kl01/rules';
import type { PlanContext } from '../state/form-context.js';
import { nameOf } from '../state/name-of.js';
import { knownValue } from '../blocks/unit-block.js';
import { fieldControl } from '../controls/field.js';
import { citation, problems } from '../controls/frame.js';
import { textField } from '../controls/text-box.js';
import { lowered } from '../strings/words.js';
import { postsField } from './posts-field.js';

/**
 * Who makes the plan, and whether it is required, by which post.
 *
 * @param personId the person's id set by the host; null: the person is asked for
 */
export function personBlock(form: PlanContext, personId: string | null): TemplateResult {
  const { view } = form;
  const fields = view.plan.person?.fields.filter(({ when }) => form.holds(when)) ?? [];
  return html`<section class="block" part="block" id="/person" tabindex="-1" aria-labelledby="person~heading">
    <h3 part="heading" id="person~heading">${nameOf(form, '/person')}</h3>
    ${problems(form, '/person')}
    <div class="fields">
      ${
        personId === null
          ? textField(form, { path: '/person/id', label: nameOf(form, '/person/id') })
          : knownValue(nameOf(form, '/person/id'), personId)
      }
      ${fields.map((field) => fieldControl(form, field, `/person/${field.field}`))}
    </div>
    ${personId === null ? nothing : problems(form, '/person/id')}
    ${view.plan.posts.length > 0 ? postsField(form) : nothing} ${personDuty(form)} ${highestPost(form)}
  </section>`;
}

/** Whether the directive requires the body's group to make the plan. */
export function unitDuty(form: PlanContext): TemplateResult | typeof nothing {
  const { group } = form.submission.unit;
  if (group === null || group === undefined) return nothing;
  const found = answerDuty(form.rulebook, form.definition, group);
  if (found === null) return nothing;
  return html`<p class="duty ${found}" part="duty" role="status">
    ${form.strings.plan.unitDuty[found]} ${citation(form, form.view.cite)}
  </p>`;
}

/** Always the same paragraph: screen readers announce changes in it, but not a new one that replaces it. */
function personDuty(form: PlanContext): TemplateResult | typeof nothing {
  if (form.definition.duty.length === 0) return nothing;
  const found = duty(form.rulebook, form.definition.id, form.submission.person ?? null);
  const open = found.unanswered.map((field) => lowered(nameOf(form, `/person/${field}`)));
  return html`<p class="duty ${open.length > 0 ? 'open' : found.duty}" part="duty" role="status">
    ${
      open.length > 0
        ? form.strings.plan.dutyOpen(open.join('; '))
        : html`${sentence(form, found)} ${citation(form, found.cite ?? form.view.cite)}`
    }
  </p>`;
}

function sentence(form: PlanContext, found: Duty): TemplateResult {
  const words = form.strings.plan;
  if (found.duty === 'encouraged') return html`${words.encouraged}`;
  return html`<strong>${words.must}</strong>${found.label ? ` ${words.mustAs(found.label)}` : nothing}`;
}

/** A person with several posts makes one plan. */
function highestPost(form: PlanContext): TemplateResult {
  const { highest, held } = commitments(form.definition, form.submission.person);
  return html`<div role="status">
    ${
      highest !== null && held > 1
        ? html`<p class="duty" part="duty">
            ${form.strings.plan.highest(highest.label)} ${citation(form, highest.cite)}
          </p>`
        : nothing
    }
  </div>`;
}
