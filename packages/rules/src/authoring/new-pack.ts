import { FORMAT } from '../pack/migrate.js';
import type { RulePack } from '../pack/pack.js';
import { plainCopy } from '../values/plain.js';
import { newPackNames as names, newPacking } from './strings/new-pack.js';
import type { Lang } from '../text.js';

/** Options for a new pack. */
export interface NewPackOptions {
  /** a pack whose structure to copy */
  readonly from?: RulePack;
  /** where editors find the JSON Schema of packs: a URL, or a path relative to the new file */
  readonly schema?: string;
  /** id of the pack; if absent, a placeholder */
  readonly id?: string;
  /** language of the comments */
  readonly lang?: Lang;
}

const SCHEMA = 'node_modules/@kl01/rules/schema/rule-pack.schema.json';
/** To be replaced; a valid id, so that the unmodified pack passes lint. */
const PLACEHOLDER_ID = 'tinh.co-quan.2025';
const FIRST_VERSION = '1.0.0';

/**
 * A starter pack, which parses, lints and compiles unmodified. A copy keeps the structure of its source, without what
 * applies only to the text of that directive: coverage, notes, amendments.
 */
export function newPack({ from, schema = SCHEMA, id = PLACEHOLDER_ID, lang = 'vi' }: NewPackOptions = {}): RulePack {
  return { ...(from ? copied(from, schema, lang) : starting(schema, lang)), id };
}

function copied(from: RulePack, schema: string, lang: Lang): RulePack {
  const { $schema: _schema, format, id, version: _version, description: _description, ...rest } = plainCopy(from);
  const { coverage: _coverage, notes: _notes, amendments: _amendments, ...structure } = rest;
  return {
    $schema: schema,
    format,
    id: PLACEHOLDER_ID,
    version: FIRST_VERSION,
    description: newPacking[lang].copied(id),
    ...structure,
  };
}

function starting(schema: string, lang: Lang): RulePack {
  const comments = newPacking[lang];
  return {
    $schema: schema,
    format: FORMAT,
    id: PLACEHOLDER_ID,
    version: FIRST_VERSION,
    description: comments.pack,
    timezone: 'Asia/Ho_Chi_Minh',
    layout: 'hd36-2018',
    directive: {
      number: names.number,
      date: '2025-01-02',
      title: names.title,
      committee: { name: names.committee, place: names.place },
    },
    unitGroups: [
      { id: 'dang-bo', label: names.partyCommittees, description: comments.group },
      { id: 'chi-bo', label: names.cells },
    ],
    awards: [{ id: 'giay-khen', label: names.award }],
    forms: [
      {
        id: 'de-nghi',
        type: 'nomination',
        label: names.nomination,
        cite: '1',
        description: comments.nomination,
        award: 'giay-khen',
        answeredBy: [{ groups: ['dang-bo', 'chi-bo'], duty: 'must' }],
        receivedBy: [{ label: names.receiver }],
        windows: [
          { id: 'nop', from: '2025-03-20', through: '2025-03-31', late: 'refuse', description: comments.window },
        ],
        nominees: {
          collective: { fields: ['name', 'summary'] },
          individual: {
            fields: [
              'name',
              'position',
              'workplace',
              'partyMember',
              { field: 'partyRating', year: 2024, when: { field: 'partyMember', is: true } },
              'summary',
            ],
          },
        },
        quotas: [
          {
            id: 'dang-bo',
            groups: ['dang-bo'],
            cite: '1.1',
            description: comments.quota,
            anyOf: [
              [
                { of: ['collective'], exactly: 1 },
                { of: ['individual'], min: 1, max: 2 },
              ],
            ],
          },
          {
            id: 'chi-bo',
            groups: ['chi-bo'],
            cite: '1.1',
            anyOf: [[{ of: ['collective'], exactly: 1 }], [{ of: ['individual'], exactly: 1 }]],
          },
        ],
        criteria: [
          {
            id: 'dang-vien-xuat-sac',
            of: ['individual'],
            when: { field: 'partyMember', is: true },
            field: 'partyRating',
            atLeast: 'excellent',
            cite: '1.2',
            description: comments.checked,
          },
          { id: 'guong-mau', label: names.attested, attest: true, cite: '1.2', description: comments.attested },
        ],
        dossier: {
          copies: 2,
          cite: '1.3',
          items: [
            { id: 'to-trinh', per: 'slate', as: ['print'], document: 'to-trinh', description: comments.item },
            { id: 'bao-cao-thanh-tich', per: 'nominee', as: ['upload'], document: 'bao-cao-thanh-tich' },
          ],
        },
      },
      {
        id: 'bao-cao',
        type: 'report',
        label: names.report,
        cite: '2',
        description: comments.report,
        receivedBy: [{ label: names.receiver }],
        windows: [{ id: 'nop', before: '2025-04-05', description: comments.before }],
        outline: names.outline.map((title, index) => ({
          id: ['i', 'ii', 'iii'][index]!,
          number: ['I', 'II', 'III'][index]!,
          title,
          ...(index === 0 && { description: comments.outline }),
        })),
        tables: [
          {
            id: 't1',
            number: '1',
            title: names.table,
            description: comments.table,
            rowHeader: names.rowHeader,
            rows: names.rows.map((label, index) => ({ id: `nam-${2024 + index}`, label })),
            totalRow: { label: names.total },
            columns: [
              { id: 'so-cuoc', label: names.meetings, type: 'count' },
              { id: 'so-nguoi', label: names.people, type: 'count' },
            ],
            checks: [
              {
                id: 'co-cuoc',
                at: 'so-nguoi',
                positiveNeeds: 'so-cuoc',
                severity: 'advice',
                description: comments.check,
              },
            ],
          },
        ],
      },
    ],
    coverage: {
      '1': ['de-nghi/windows/nop'],
      '1.1': ['de-nghi/quotas/dang-bo', 'de-nghi/quotas/chi-bo'],
      '1.2': ['de-nghi/criteria/dang-vien-xuat-sac', 'de-nghi/criteria/guong-mau'],
      '1.3': ['de-nghi/dossier/items/to-trinh', 'de-nghi/dossier/items/bao-cao-thanh-tich'],
      '2': ['bao-cao/windows/nop', 'bao-cao/outline/i', 'bao-cao/tables/t1'],
    },
  };
}
