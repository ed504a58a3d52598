import { z } from 'zod';
import { element, id, kind, label } from './common.js';

export interface PackTemplateSection {
  id: string;
  number?: string | undefined;
  title: string;
  guidance?: string | undefined;
  optional?: boolean | undefined;
  sections?: PackTemplateSection[] | undefined;
}
const templateSection: z.ZodType<PackTemplateSection> = z.lazy(() =>
  z.strictObject({
    id,
    number: z.string().max(20).optional(),
    title: label,
    guidance: label.optional(),
    optional: z.boolean().optional(),
    sections: z.array(templateSection).min(1).optional(),
  }),
);

/** Outline of a document about one nominee. */
export const template = z.strictObject({
  ...element,
  label,
  sections: z.partialRecord(kind, z.array(templateSection).min(1)),
});

export type PackTemplate = z.infer<typeof template>;

/** Sections that hold text; headings are skipped. */
export const templateLeaves = (sections: readonly PackTemplateSection[]): PackTemplateSection[] =>
  sections.flatMap((section) => (section.sections ? templateLeaves(section.sections) : [section]));
