import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formOfType } from '../form-of-type.js';
import { askedColumns, columnLeaves, isAskedOf } from '../columns.js';
import { check } from '../judge/check.js';
import { compile } from '../compile/compile.js';
import { holds } from '../judge/evaluate.js';
import { ownReport } from './own-report.js';
import { parsePack } from '../pack/parse-pack.js';
import type { Logic, Rulebook, RulebookForm } from '../rulebook.js';
import { leaves } from '../section-leaves.js';
import { answerDuty } from '../judge/for-unit.js';

const NOW = '2023-03-20T08:00:00+07:00';
const packs = [
  'ben-tre.duk-co-quan-doanh-nghiep.2022',
  'hai-phong.kien-an.2023',
  'lai-chau.thanh-uy.2023',
  'nam-dinh.tinh-uy.2023',
  'thai-nguyen.duk-cac-co-quan.2024',
];
const rulebookOf = (id: string): Rulebook =>
  compile(parsePack(JSON.parse(readFileSync(new URL(`../../packs/${id}.json`, import.meta.url), 'utf8'))));
const forms = packs.flatMap((id) => {
  const rulebook = rulebookOf(id);
  return rulebook.forms
    .filter((form) => form.type === 'report')
    .map((form) => ({ name: `${id}, ${form.id}`, rulebook, form }));
});
const mention = (value: unknown) => JSON.stringify(value).includes('submission.unit.');

describe('a report form as the committee fills it in itself', () => {
  it.each(forms)('$name: nobody’s group, unit or deadline is left', ({ rulebook, form }) => {
    const own = formOfType(ownReport(rulebook, form.id), form.id, 'report');
    expect([own.windows, own.view.answeredBy, own.view.receivedBy, own.view.ifSilent]).toEqual([
      [],
      'committee',
      [],
      undefined,
    ]);
    expect(mention(own.rules) || mention(own.view.report)).toBe(false);
    expect(own.rules.filter(({ id }) => /^(unit|window)/.test(id))).toEqual([]);
  });

  it.each(forms)('$name: what some unit is asked is asked, and nothing else', ({ rulebook, form }) => {
    const own = formOfType(ownReport(rulebook, form.id), form.id, 'report').view.report;
    const { report } = form.view;
    const groups = rulebook.unitGroups.map(({ id }) => id).filter((id) => answerDuty(rulebook, form, id) !== 'exempt');
    const ofUnit = (when: Logic | undefined, group: string | null) =>
      when === undefined || holds(when, { submission: blank(rulebook, form, group) });
    for (const list of ['questions', 'outline'] as const) {
      const all = list === 'questions' ? report.questions : leaves(report.outline);
      const asked = list === 'questions' ? own.questions : leaves(own.outline);
      expect(asked.filter(({ when }) => ofUnit(when, null)).map(({ id }) => id)).toEqual(
        all.filter(({ when }) => groups.some((group) => ofUnit(when, group))).map(({ id }) => id),
      );
    }
    const cells = ({ tables }: typeof report, group?: string) =>
      tables
        .filter((table) => isAskedOf(table.groups, group))
        .flatMap((table) => columnLeaves(askedColumns(table.columns, group)).map(({ id }) => `${table.id}/${id}`));
    expect(new Set(cells(own))).toEqual(new Set(groups.flatMap((group) => cells(report, group))));
  });

  it('is judged as the report of every unit at once: Nam Định asks of the committee what it asks of its district committees', () => {
    const rulebook = rulebookOf('nam-dinh.tinh-uy.2023');
    const form = 'bao-cao-02-nam';
    const given = { rulebook: `${rulebook.id}@1.0.0`, form, unit: { id: 'committee', name: 'Tỉnh ủy' } };
    const rules = (submission: object) =>
      check(ownReport(rulebook, form), { ...given, ...submission }, { now: NOW }).findings.map(({ path }) => path);
    const missing = rules({});
    expect(missing).toContain('/answers/dung-ke-hoach-2a');
    expect(missing).not.toContain('/unit/group');
    expect(missing).not.toContain('/answers/cap-cham-2a');
    expect(rules({ answers: { 'dung-ke-hoach-2a': 'cham' } })).toContain('/answers/cap-cham-2a');
    expect(
      rules({ tables: { t2a: { huyen: { 'truc-tiep-so-cuoc': 1 } } } }).some((path) =>
        path.startsWith('/tables/t2a/huyen/'),
      ),
    ).toBe(true);
  });

  it('is made of a report form alone', () => {
    const rulebook = rulebookOf('nam-dinh.tinh-uy.2023');
    expect(() => ownReport(rulebook, 'de-nghi-bang-khen')).toThrow(RangeError);
    expect(() => ownReport(rulebook, 'khong-co')).toThrow('has no report form "khong-co"');
  });
});

const blank = ({ id }: Rulebook, form: RulebookForm, group: string | null) => ({
  rulebook: `${id}@1.0.0`,
  form: form.id,
  unit: { id: null, group },
});
