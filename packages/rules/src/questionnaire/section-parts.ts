import type { Logic, SectionView, TemplateSection } from '../rulebook.js';
import type { Part } from './part.js';

/** A section of an outline or a template; a template's sections apply to everyone and have no cite. */
interface AnySection extends Omit<TemplateSection, 'sections'>, Pick<Partial<SectionView>, 'when' | 'cite'> {
  readonly sections?: readonly AnySection[];
}

/** A section as printed: "II. Kết quả", "1. Công tác …", "– Kết quả …". */
export function sectionName({ number = '', title }: Pick<TemplateSection, 'number' | 'title'>): string {
  if (number === '') return title;
  if (number === '-') return `– ${title}`;
  return /[.)]$/.test(number) ? `${number} ${title}` : `${number}. ${title}`;
}

/**
 * Sections as parts: a heading with its subsections, or a text to be written.
 *
 * @param root JSON Pointer of what they are about
 * @param dueBy if something else may be sent instead: what the rules assert of the text at a path
 */
export function sectionParts(
  sections: readonly AnySection[],
  root: string,
  dueBy: (path: string) => Logic | undefined = () => undefined,
): Part[] {
  return sections.map((section): Part => {
    const { id, guidance, optional = false, sections: below = [], when, cite } = section;
    const path = `${root}/sections/${id}`;
    const label = sectionName(section);
    const common = {
      owner: 'section' as const,
      path,
      label,
      ...(guidance !== undefined && { guidance }),
      ...(cite && { cite }),
    };
    if (below.length > 0) return { ...common, entries: [], parts: sectionParts(below, root, dueBy) };
    const unless = dueBy(path);
    const entry = {
      key: path,
      path,
      type: 'long-text' as const,
      label,
      optional,
      ...(guidance !== undefined && { hint: guidance }),
      ...(when !== undefined && { when }),
      ...(unless !== undefined && { unless }),
      ...(cite && { cite }),
    };
    return { ...common, entries: [entry], parts: [] };
  });
}
