import { z } from 'zod';
import { parseDay, parseMoment, parseSpan } from '../calendar.js';
import { usualKinds } from '../submission.js';

/** Shapes shared by all rule kinds. Refinements report codes; the messages are in `strings/authoring.ts`. */

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
const free = (name: string) => !inherited.has(name);

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id')
  .refine(free, 'reserved')
  .describe('Lower-case letters, digits and single hyphens; never changed once units have answered');

export const fieldName = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'field')
  .refine(free, 'reserved')
  .describe('A field: camelCase');

export const packId = z
  .string()
  .max(160)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/, 'pack-id')
  .describe('Ids joined by dots, such as "tinh.co-quan.2023"');

export const label = z.string().min(1).max(2000);
export const cite = z
  .string()
  .min(1)
  .max(200)
  .describe('The clause as printed, such as "II.2.1"; inherited from the element around');
export const day = z
  .string()
  .refine((text) => parseDay(text) !== null, 'day')
  .describe('Calendar day, YYYY-MM-DD');
export const moment = z
  .string()
  .refine((text) => parseMoment(text) !== null, 'moment')
  .describe('Calendar day, YYYY-MM-DD, or with a time of day, YYYY-MM-DDThh:mm');
export const span = z
  .string()
  .refine((text) => parseSpan(text) !== null, 'span')
  .describe('A month, quarter or year: 2023-05, 2023-Q2, 2023');

export const severity = z.enum(['error', 'warning', 'advice']).describe('"error" unless said');
export const kind = id.meta({ examples: [...usualKinds] }).describe('A usual kind of nominee, or one of "kinds"');
export const kinds = z.array(kind).min(1);
export const ids = z.array(id).min(1);

/** Members that any element may have. */
export const element = {
  id,
  cite: cite.optional(),
  description: z.string().optional().describe('For whoever maintains the pack; never shown to units'),
};

export const limit = z.strictObject({
  pages: z.number().positive().optional(),
  characters: z.int().positive().optional(),
});

export const rounding = z.enum(['down', 'up', 'nearest']);
export const part = z.tuple([z.int().min(0).max(10_000), z.int().min(1).max(10_000)]).describe('[2, 3] is two thirds');
export const percentage = z
  .number({ error: ({ code }) => (code === 'invalid_type' ? 'percent' : undefined) })
  .refine((value) => value === 0 || value >= 1, 'percent')
  .min(0)
  .max(1000)
  .multipleOf(0.01)
  .describe('15 or 97.5: up to two decimals');
const shareOf = z.string().min(1).max(80).describe('"members", or a count among the facts of the form');

export const bound = z
  .union([
    z.int().min(0).max(100_000),
    z.strictObject({ percent: percentage.max(100), of: shareOf, round: rounding }),
    z.strictObject({ share: part, of: shareOf, round: rounding }),
  ])
  .describe('A whole number, or a share of the unit’s members or of a fact');

export const count = z.strictObject({
  of: kinds,
  exactly: bound.optional(),
  min: bound.optional().describe('0 without "max": the directive gives no number'),
  max: bound.optional(),
});

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
  sections: z.record(kind, z.array(templateSection).min(1)),
});

export type PackTemplate = z.infer<typeof template>;

/** Sections that hold text; headings are skipped. */
export const templateLeaves = (sections: readonly PackTemplateSection[]): PackTemplateSection[] =>
  sections.flatMap((section) => (section.sections ? templateLeaves(section.sections) : [section]));
