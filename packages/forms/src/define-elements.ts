import { Deadlines } from './deadlines/deadlines.js';
import { NominationForm } from './nomination-form/nomination-form.js';
import { mayDefine } from './old-browser.js';
import { PlanForm } from './plan-form/plan-form.js';
import { ReportForm } from './report-form/report-form.js';
import type { Tag } from './tags.js';

declare global {
  interface HTMLElementTagNameMap {
    'kl01-deadlines': Deadlines;
    'kl01-nomination-form': NominationForm;
    'kl01-plan-form': PlanForm;
    'kl01-report-form': ReportForm;
  }
}

const elements: Readonly<Record<Tag, CustomElementConstructor>> = {
  'kl01-deadlines': Deadlines,
  'kl01-nomination-form': NominationForm,
  'kl01-plan-form': PlanForm,
  'kl01-report-form': ReportForm,
};

/**
 * Defines the elements. Safe to call twice, and by two versions of this package in one page: the first wins. In a
 * browser that is too old, shows a message instead; on a server, does nothing.
 */
export function define(): void {
  if (!mayDefine()) return;
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
