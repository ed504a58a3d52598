import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RulebookPlan, Submission } from '@kl01/rules';
import type { PlanContext } from '../state/form-context.js';
import type { Step } from '../state/store.js';
import { FormElement } from '../element/form-element.js';
import { problems } from '../controls/frame.js';
import { slateDossier } from '../controls/slate-dossier.js';
import { shownSections } from '../outline/outline.js';
import { outlineStyles } from '../outline/outline-styles.js';
import { outlinePart } from '../outline/section.js';
import { formStyles } from '../styles/form-styles.js';
import { adoptionBlock } from './adoption-block.js';
import { commitmentsBlock, type Commitment } from './commitments-block.js';
import { personBlock, unitDuty } from './person-block.js';
import { planStyles } from './plan-styles.js';
import { resultBlock } from './result-block.js';

/**
 * A form for the plan of a person or a body: who makes it and whether it is required, its content by the directive's
 * outline, the commitments, who has seen it and when. Everything it asks comes from the rulebook.
 *
 *     <kl01-plan-form rulebook="/rulebooks/lai-chau.thanh-uy.2023.json" form="ke-hoach-ca-nhan" person-id="can-bo-17"
 *       unit-id="dang-bo-a" unit-group="dang-bo-co-so" unit-name="Đảng bộ A" name="submission"
 *       now="2023-01-05T08:00:00+07:00" draft="can-bo-17"></kl01-plan-form>
 *
 * There is one plan per person: a server finds it by rulebook, form and `person.id`. A plan that was stored before (its
 * `revision` is above 1) also has room for the result of each commitment and, if the pack has `result`, of the whole
 * plan, to be added at the end of the year.
 *
 * Inside a `<form>` it posts `<name>` (JSON) and `<name>_files[]`; outside one, or `standalone`, it shows its own
 * submit button. Attributes and properties are those of `HostElement`, and `person-id`.
 *
 * @fires kl01-ready  - the form is shown: `{ rulebook, form }`
 * @fires kl01-change - something was changed: `{ submission, verdict }`
 * @fires kl01-submit - outside a `<form>`, or `standalone`: the host has to send it: `{ submission, verdict, files }`
 * @fires kl01-error  - the host has to fix something: `{ message, cause }`
 *
 * @slot help - the host's own guidance, below the title
 *
 * @csspart duty       - whether the plan is required, and by which clause
 * @csspart section    - a section of the outline: title, guidance, box, findings
 * @csspart commitment - one commitment
 *
 * The other parts, and the custom properties, are those of `<kl01-nomination-form>`.
 */
export class PlanForm extends FormElement<RulebookPlan> {
  static override styles: CSSResultGroup = [formStyles, outlineStyles, planStyles];

  readonly formType = 'plan';

  /** The host's key of the person whose plan it is; without it the officer is asked. Overrides what `value` says. */
  @property({ attribute: 'person-id' }) personId: string | null = null;

  /** a removed commitment, and where it was */
  @state() private removed: { readonly index: number; readonly step: Step } | null = null;

  protected override readonly hostKnows: readonly string[] = ['unitId', 'unitGroup', 'unitName', 'personId'];

  protected override blank({ view }: RulebookPlan): Partial<Submission> {
    return { sections: {}, ...(view.plan.commitments && { commitments: [] }) };
  }

  protected override asHostKnows(submission: Submission): Submission {
    const known = super.asHostKnows(submission);
    // The plan of a body has no person.
    const person = this.ready?.definition.view.plan.person !== undefined;
    return this.personId === null || !person ? known : { ...known, person: { ...known.person, id: this.personId } };
  }

  protected override submissionShown(): void {
    this.removed = null;
  }

  protected override renderBody(form: PlanContext): TemplateResult {
    const words = form.strings.plan;
    return html`${form.view.plan.person ? personBlock(form, this.personId) : unitDuty(form)}
      <section class="block" part="block" id="/sections" tabindex="-1" aria-labelledby="sections~heading">
        <h3 part="heading" id="sections~heading">${words.outline}</h3>
        ${form.locked ? nothing : html`<p class="hint" part="hint">${form.strings.report.outlineHint}</p>`}
        ${problems(form, '/sections')}
        ${shownSections(form, form.view.plan.outline).map((section) => outlinePart(form, section))}
      </section>
      ${commitmentsBlock(form, this.removed !== null, {
        add: () => this.#add(form),
        remove: (index) => this.#remove(form, index),
        restore: () => this.#restore(form),
      })}
      ${resultBlock(form)} ${adoptionBlock(form)} ${slateDossier(form)}`;
  }

  get #commitments(): readonly Commitment[] {
    return this.value?.commitments ?? [];
  }

  #add(form: PlanContext): void {
    const at = this.#commitments.length;
    this.removed = null;
    this.store.set('/commitments', [...this.#commitments, { group: null, title: null }]);
    form.announce(form.strings.plan.added(at + 1));
    this.reveal(`/commitments/${at}/group`);
  }

  #remove(form: PlanContext, index: number): void {
    const item = this.#commitments[index];
    if (!item) return;
    this.removed = { index, step: this.store.remove([{ list: '/commitments', item }]) };
    form.announce(form.strings.plan.removed);
    this.#focusAfterUpdate('restore');
  }

  #restore(form: PlanContext): void {
    if (this.removed === null) return;
    const { index, step } = this.removed;
    this.removed = null;
    this.store.takeBack(step);
    form.announce(form.strings.plan.restored(index + 1));
    this.reveal(`/commitments/${index}/title`);
  }

  #focusAfterUpdate(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus());
  }
}
