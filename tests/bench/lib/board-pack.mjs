import { compile, parsePack } from '@kl01/rules/compile';

/** A rulebook of no committee: units nominate two people and a collective; the committee picks 60, two of them kept for others. */
export const boardRulebook = () =>
  compile(
    parsePack({
      $schema: '../schema/rule-pack.schema.json',
      format: 2,
      id: 'vi-du.xet-chon',
      version: '1.0.0',
      timezone: 'Asia/Ho_Chi_Minh',
      layout: 'hd36-2018',
      directive: { number: '01-CV/VD', date: '2023-02-01', title: 'Ví dụ', committee: { name: 'Cấp ủy ví dụ' } },
      unitGroups: [{ id: 'dang-bo', label: 'Đảng bộ' }],
      awards: [{ id: 'bang-khen', label: 'Bằng khen' }],
      forms: [
        {
          id: 'de-nghi',
          type: 'nomination',
          label: 'Đề nghị',
          cite: 'I',
          award: 'bang-khen',
          answeredBy: [{ groups: ['dang-bo'], duty: 'must' }],
          windows: [{ id: 'nop', before: '2023-12-31' }],
          nominees: {
            collective: { fields: ['name', 'workplace'] },
            individual: { fields: ['name', 'position', 'workplace'] },
          },
          quotas: [
            {
              id: 'so-luong',
              anyOf: [
                [
                  { of: ['collective'], max: 1 },
                  { of: ['individual'], max: 2 },
                ],
              ],
            },
          ],
        },
      ],
      selections: [
        {
          id: 'khen',
          label: 'Khen thưởng',
          from: 'de-nghi',
          award: 'bang-khen',
          cite: 'II',
          counts: [{ of: ['collective', 'individual'], max: 60 }],
          reserved: [{ id: 'tham-muu', of: ['individual'], count: 2, by: 'cơ quan tham mưu' }],
        },
      ],
    }),
  );

/** What so many units sent, three nominees each, and the list of the units. */
export function boardData(/** @type {number} */ count) {
  const units = Array.from({ length: count }, (_, at) => ({
    id: `don-vi-${at}`,
    group: 'dang-bo',
    name: `Đảng bộ ${at}`,
  }));
  const received = units.map((unit) => ({
    at: '2023-03-10T08:00:00+07:00',
    unit: { id: unit.id, group: unit.group },
    submission: {
      id: `ban-${unit.id}`,
      revision: 1,
      rulebook: 'vi-du.xet-chon@1.0.0',
      form: 'de-nghi',
      period: null,
      unit,
      nominees: ['collective', 'individual', 'individual'].map((kind, at) => ({
        id: `${unit.id}-${at}`,
        kind,
        name: `${kind === 'collective' ? 'Chi bộ' : 'Nguyễn Văn'} ${at} ${unit.id}`,
        ...(kind === 'individual' && { position: 'Chuyên viên' }),
        workplace: unit.name,
      })),
    },
  }));
  return { units, received };
}
