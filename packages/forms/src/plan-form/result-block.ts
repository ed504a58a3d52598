import { html, nothing, type TemplateResult } from 'lit';
import type { PlanContext } from '../state/form-context.js';
import { nameOf } from '../state/name-of.js';
import { citation, controlAria, optionalMarkOf, problems } from '../controls/frame.js';
import { textArea } from '../controls/text-box.js';

/** A plan is stored when it is made; its results are added in a later revision. */
export function asksResult({ submission }: PlanContext, written: unknown): boolean {
  return (submission.revision ?? 1) > 1 || (written ?? null) !== null;
}

/** The result of the whole plan, whether or not commitments were required. */
export function resultBlock(form: PlanContext): TemplateResult | typeof nothing {
  const result = form.view.plan.result;
  if (!result || !asksResult(form, form.submission.result)) return nothing;
  const path = '/result';
  const hint = result.guidance ?? form.strings.plan.resultHint;
  const about = { path, label: nameOf(form, path), hint, optional: true, rows: 6 };
  return html`<section class="block" part="block" aria-labelledby="result~heading">
    <h3 part="heading" id="result~heading"><label for=${path}>${about.label}</label>${optionalMarkOf(form, about)}</h3>
    <p class="hint guidance" part="hint" id="${path}~hint">
      <span lang=${result.guidance ? 'vi' : nothing}>${hint}</span> ${citation(form, result.cite)}
    </p>
    <div class="grows" data-text=${String(form.valueAt(path) ?? '')}>
      ${textArea(form, about, controlAria(form, about))}
    </div>
    ${problems(form, path)}
  </section>`;
}
