import type { SectionView } from './rulebook.js';

/** Sections that hold text, in order; headings are skipped. */
export const leaves = (sections: readonly SectionView[]): SectionView[] =>
  sections.flatMap((section) => (section.sections.length > 0 ? leaves(section.sections) : [section]));
