import { pointer, leaves, type Finding, type SectionView } from '@kl01/rules';
import type { FormContext, ReportContext } from '../state/form-context.js';

export type SectionState = 'written' | 'empty' | 'optional' | 'broken';

/** Path of a section's text in the submission. */
export function sectionPath({ id }: SectionView): string {
  return pointer('sections', id);
}

export function isAsked(form: FormContext, section: SectionView): boolean {
  return form.holds(section.when);
}

/**
 * The sections currently shown: those asked, and those that still have text although no longer asked. Text that would
 * be sent is never hidden.
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

/** Whitespace alone is not text: the rules reject it. */
const isWritten = (form: FormContext, section: SectionView): boolean => textOf(form, section).trim() !== '';

export function sectionState(form: FormContext, section: SectionView): SectionState {
  if (form.problems(sectionPath(section)).some(isError)) return 'broken';
  if (isWritten(form, section)) return 'written';
  return section.optional ? 'optional' : 'empty';
}

export interface Progress {
  readonly written: number;
  readonly due: number;
  /** asked, but optional */
  readonly optional: number;
}

/** Progress of the sections to be written. */
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
