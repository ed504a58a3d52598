import { leaves, type SectionView } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import { isAsked } from '../outline/outline.js';

/** Finds sections that an answer or a cell has just made visible, far from where the officer is. */
export class NewSections {
  #asked: ReadonlySet<string> | null = null;

  /** Another submission is shown: its sections do not count as new. */
  forget(): void {
    this.#asked = null;
  }

  /** The sections that are asked now but were not at the last call. */
  since(form: ReportContext): readonly SectionView[] {
    const asked = leaves(form.view.report.outline).filter((section) => isAsked(form, section));
    const before = this.#asked;
    this.#asked = new Set(asked.map(({ id }) => id));
    return before === null ? [] : asked.filter(({ id }) => !before.has(id));
  }
}
