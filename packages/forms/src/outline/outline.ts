import { pointer, leaves, type Finding, type SectionView } from '@kl01/rules';
import type { FormContext, ReportContext } from '../state/form-context.js';

export type SectionState = 'written' | 'empty' | 'optional' | 'broken';

/** Where the text of a section lies in the submission. */
export function sectionPath({ id }: SectionView): string {
  return pointer('sections', id);
}

export function isAsked(form: FormContext, section: SectionView): boolean {
  return form.holds(section.when);
}

/**
 * The outline as it is shown now: what is asked, and what holds text although it is not asked any more. Text that
 * would be sent is never out of sight.
 */
export function shownSections(form: FormContext, sections: readonly SectionView[]): readonly SectionView[] {
  return sections.flatMap((section) => {
    if (section.sections.length === 0) return isAsked(form, section) || textOf(form, section) !== '' ? [section] : [];
    const below = shownSections(form, section.sections);
    return below.length > 0 ? [{ ...section, sections: below }] : [];
  });
}

export function textOf(form: FormContext, section: SectionView): string {
  const text = form.valueAt(sectionPath(section));
  return typeof text === 'string' ? text : '';
}

/** Blanks alone are no text: the rules refuse them. */
const isWritten = (form: FormContext, section: SectionView): boolean => textOf(form, section).trim() !== '';

export function sectionState(form: FormContext, section: SectionView): SectionState {
  if (form.problems(sectionPath(section)).some(isError)) return 'broken';
  if (isWritten(form, section)) return 'written';
  return section.optional ? 'optional' : 'empty';
}

export interface Progress {
  readonly written: number;
  readonly due: number;
  /** asked, but may be left out */
  readonly optional: number;
}

/** How much of what has to be written is written. */
export function progressOf(form: ReportContext): Progress {
  const asked = leaves(form.view.report.outline).filter((section) => isAsked(form, section));
  const due = asked.filter(({ optional }) => !optional);
  return {
    written: due.filter((section) => isWritten(form, section)).length,
    due: due.length,
    optional: asked.length - due.length,
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
