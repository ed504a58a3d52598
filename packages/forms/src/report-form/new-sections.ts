import { leaves, type SectionView } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import { isAsked } from '../outline/outline.js';

/** Which sections an answer or a cell has just called for: they come up far from where the officer is. */
export class NewSections {
  #asked: ReadonlySet<string> | null = null;

  /** Another submission is shown: what it asks is not new. */
  forget(): void {
    this.#asked = null;
  }

  /** The sections that are asked now and were not a moment ago. */
  since(form: ReportContext): readonly SectionView[] {
    const asked = leaves(form.view.report.outline).filter((section) => isAsked(form, section));
    const before = this.#asked;
    this.#asked = new Set(asked.map(({ id }) => id));
    return before === null ? [] : asked.filter(({ id }) => !before.has(id));
  }
}
