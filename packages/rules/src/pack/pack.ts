import { z } from 'zod';
import { cite, count, day, element, id, ids, kind, kinds, label, packId } from '../kinds/common.js';
import { condition } from '../kinds/condition-shape.js';
import { criterion, exclusion } from '../kinds/criterion.js';
import { item } from '../kinds/dossier.js';
import { fact, given } from '../kinds/facts.js';
import { fields, option } from '../kinds/field.js';
import { outline, section } from '../kinds/outline.js';
import { period } from '../kinds/period.js';
import { plan } from '../kinds/plan.js';
import { quota } from '../kinds/quota.js';
import { columnSets, table } from '../kinds/table.js';
import { repeats } from '../kinds/repeats.js';
import { template } from '../kinds/common.js';
import { windows } from '../kinds/window.js';
import { FORMAT } from './migrate.js';
import { usualKinds } from '../submission.js';
import { vocabulary } from '../strings/vocabulary.js';

/** The pack format: shapes only. References are checked in `parse-pack.ts`. */

const receiver = z.strictObject({
  id: id.optional().describe('Where windows name it'),
  label,
  groups: ids.optional(),
  units: ids.optional(),
  when: condition.optional(),
  copies: z.int().positive().optional(),
  cite: cite.optional(),
});

const formElement = {
  ...element,
  label,
  title: label.optional().describe('Heading of the printed document; of a nomination what it asks for'),
  award: id.optional(),
  answeredBy: z
    .union([
      z.literal('committee'),
      z.array(z.strictObject({ groups: ids, duty: z.enum(['must', 'may', 'exempt']), cite: cite.optional() })).min(1),
    ])
    .optional()
    .describe('Left out: all groups must'),
  receivedBy: z.array(receiver).optional(),
  facts: z.array(fact).min(1).optional().describe('Asked once of the unit, for conditions and shares'),
  given: z.array(given).min(1).optional().describe('Known to the host, which hands it to the judge'),
  windows: windows.optional(),
  periods: z.array(period).min(1).optional(),
  ifSilent: z.strictObject({ label, cite: cite.optional() }).optional(),
  dossier: z
    .strictObject({ copies: z.int().positive().optional(), cite: cite.optional(), items: z.array(item).min(1) })
    .optional(),
};

const nominationForm = z.strictObject({
  ...formElement,
  type: z.literal('nomination'),
  achievements: z
    .strictObject({ from: day.optional(), through: day.optional(), label: label.optional(), cite: cite.optional() })
    .optional(),
  nominees: z.record(kind, z.strictObject({ label: label.optional(), fields })),
  quotas: z.array(quota).optional(),
  criteria: z.array(criterion).optional(),
  exclusions: z.array(exclusion).optional(),
  repeats: z.array(repeats).min(1).optional().describe('How often the same person or thing may be nominated'),
});

const question = z.strictObject({
  ...element,
  label,
  options: z.array(option).min(2),
  when: condition.optional(),
  optional: z.boolean().optional(),
});

const reportForm = z.strictObject({
  ...formElement,
  type: z.literal('report'),
  preamble: label.optional(),
  questions: z.array(question).optional(),
  outline: z
    .array(section)
    .optional()
    .describe('One section unless said; none, of a report that consists of tables or questions alone'),
  columnSets: columnSets.optional(),
  tables: z.array(table).optional(),
});

const planForm = z.strictObject({
  ...formElement,
  type: z.literal('plan'),
  ...plan,
  outline: outline.optional(),
});

export const form = z.discriminatedUnion('type', [nominationForm, reportForm, planForm]);

const selection = z.strictObject({
  ...element,
  label,
  award: id.optional(),
  from: id.describe('A nomination form, or another selection whose picks are picked from; never itself'),
  counts: z.array(z.strictObject({ ...count.shape, allocated: z.boolean().optional() })).min(1),
  reserved: z
    .array(z.strictObject({ ...element, of: kinds, count: z.int().positive(), by: label.optional() }))
    .optional(),
  to: label.optional(),
  matter: label
    .regex(/^[^{}]*(?:\{nominees\}[^{}]*)?$/, 'matter')
    .optional()
    .describe(
      'What is done for those picked, as papers say it, with {nominees} where they are named; left out: the label',
    ),
  sentAs: z
    .enum(['to-trinh', 'cong-van'])
    .optional()
    .describe(
      'The letter that goes with it: a submission, to-trinh, upwards, as is usual; a plain letter, cong-van, across and downwards',
    ),
});

const milestone = z.strictObject({
  ...element,
  label,
  by: z.union([z.literal('committee'), z.strictObject({ groups: ids.optional(), units: ids.optional() })]).optional(),
  windows: windows.optional(),
  provisional: z.boolean().optional(),
  selection: id.optional().describe('The selection that is made by then'),
});

export const amendment = z.strictObject({
  number: label,
  date: day,
  cite: cite.optional(),
  description: z.string().optional(),
  changes: z
    .array(
      z.union([
        z.strictObject({ element: z.string().min(1), to: z.record(z.string(), z.json()), cite: cite.optional() }),
        z.strictObject({ element: z.string().min(1), withdrawn: z.literal(true), cite: cite.optional() }),
        z.strictObject({
          element: z.string().min(1).describe('Address of a list, also one that is not there yet'),
          add: z.union([id, z.string().max(60), z.record(z.string(), z.json())]),
          before: z.string().min(1).optional().describe('Id of the entry before which it stands; left out, last'),
          after: z.string().min(1).optional(),
          cite: cite.optional(),
        }),
      ]),
    )
    .min(1),
});

/** A kind of nominee that the usual ones do not name: pupils, projects, branches of a union. */
const ownKind = z.strictObject({
  ...element,
  label: label.describe('A noun as it stands within a sentence'),
  like: z.enum(usualKinds).describe('The usual kind that it is laid out, sorted and signed like'),
});

const layout = id.meta({ examples: [...vocabulary.layouts] });

const scaleStep = z.union([id, z.strictObject({ id, label })]);

export const rulePack = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(FORMAT).describe('Format of the pack; `kl01 migrate` rewrites older packs'),
  id: packId,
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'version')
    .describe('Raised whenever the pack changes'),
  description: z.string().optional(),
  timezone: z.enum(['Asia/Ho_Chi_Minh']).describe('Zone of every date in the pack'),
  layout: layout.describe('Style sheet of printed documents; a host may add its own'),
  directive: z.strictObject({
    number: label,
    date: day,
    title: label,
    committee: z.strictObject({ name: label, superior: label.optional(), place: label.optional() }),
    basis: z.array(label).optional(),
  }),
  unitGroups: z
    .array(
      z.strictObject({
        ...element,
        label,
        layout: layout.optional().describe('Where this group prints in another style'),
        size: z.int().positive().optional().describe('Number of units, where no unit of the group is named'),
        assumed: label.optional().describe('Why that size, when the directive does not say'),
      }),
    )
    .min(1),
  units: z
    .array(
      z.strictObject({
        ...element,
        label,
        group: id,
        layout: layout.optional().describe('Where this unit prints in another style than its group'),
      }),
    )
    .optional(),
  scales: z.record(id, z.array(scaleStep).min(2)).optional().describe('Lowest first'),
  kinds: z.array(ownKind).min(1).optional().describe('Kinds of nominee beside the usual ones'),
  awards: z.array(z.strictObject({ ...element, label })).optional(),
  templates: z.array(template).optional(),
  forms: z.array(form).min(1),
  selections: z.array(selection).optional(),
  milestones: z.array(milestone).optional(),
  amendments: z.array(amendment).optional(),
  coverage: z
    .record(z.string(), z.union([z.array(z.string()).min(1), z.enum(['informative', 'attested'])]))
    .optional()
    .describe('Clause → the elements that carry it'),
  notes: z.array(label).optional().describe('Misprints mended, readings chosen'),
});

/** A rule pack as returned by `parsePack`; docs/rule-pack.md describes every member. */
export type RulePack = z.infer<typeof rulePack>;
export type PackForm = z.infer<typeof form>;
export type NominationForm = z.infer<typeof nominationForm>;
export type ReportForm = z.infer<typeof reportForm>;
export type PlanForm = z.infer<typeof planForm>;
