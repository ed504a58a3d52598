import { holds, type SectionView, type TemplateSection } from '@kl01/rules';
import type { Block } from '../../model/document.js';
import type { Members } from './facts.js';
import { membersOf, textOf } from './text.js';
import { dottedBlock, textBlocks } from './text-blocks.js';

/**
 * The text of a report or plan under the headings of its outline. Sections that are not required of this unit, or
 * optional and empty, are omitted; required but empty ones leave space.
 *
 * @param texts by section id
 */
export function outlineBlocks(sections: readonly SectionView[], texts: unknown, submission: Members): Block[] {
  const blocks = blocksOf(sections, { texts: membersOf(texts), submission, level: 1 });
  return isOnePart(sections) ? blocks.slice(1) : blocks;
}

/** A section of a pack's template, as the outlines of reports have theirs. */
export const sectionView = ({
  id,
  number = '',
  title,
  optional = false,
  sections = [],
}: TemplateSection): SectionView => ({
  element: id,
  id,
  number,
  title,
  optional,
  sections: sections.map(sectionView),
});

/** A report without an outline is a single section, printed without a heading. */
const isOnePart = ([only, ...others]: readonly SectionView[]) =>
  others.length === 0 && only?.number === '' && only.sections.length === 0;

interface Place {
  readonly texts: Members;
  readonly submission: Members;
  readonly level: 1 | 2 | 3;
}

function blocksOf(sections: readonly SectionView[], place: Place): Block[] {
  const { texts, submission, level } = place;
  return sections.flatMap((section): Block[] => {
    if (!holds(section.when, { submission })) return [];
    const text = textOf(texts[section.id]);
    const below = blocksOf(section.sections, { ...place, level: level === 1 ? 2 : 3 });
    if (section.sections.length > 0 ? below.length === 0 : !text && section.optional) return [];
    const own = section.sections.length > 0 ? below : text ? textBlocks(text) : [dottedBlock];
    return [{ kind: 'heading', level, number: section.number, text: section.title }, ...own];
  });
}
