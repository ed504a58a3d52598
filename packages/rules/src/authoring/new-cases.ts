import { runCases, type PackCase } from './cases.js';
import { compile } from '../compile/compile.js';
import type { RulePack } from '../pack/pack.js';
import { newCaseNames as names } from './strings/new-pack.js';

/** Cases and the pack they were written for. */
export interface CasesOf {
  readonly pack: RulePack;
  readonly cases: readonly PackCase[];
}

/**
 * Starter cases, all of which pass.
 *
 * @param pack a pack made by `newPack`
 * @param from the pack it was copied from, with its cases; if absent, the cases of the starter pack are used
 */
export function newCases(pack: RulePack, from?: CasesOf): PackCase[] {
  const cases = from ? renamed(from, pack) : starting();
  const results = runCases(compile(pack), cases);
  return cases.filter((_, index) => results[index]!.passed);
}

/** Replaces names of the other pack with those of this one. */
function renamed({ pack: from, cases }: CasesOf, pack: RulePack): PackCase[] {
  const json = JSON.stringify(cases)
    .replaceAll(`"${from.id}@${from.version}"`, `"${pack.id}@${pack.version}"`)
    .replaceAll(`"${from.id}@`, `"${pack.id}@`);
  return JSON.parse(json) as PackCase[];
}

const DURING = '2025-03-24T09:00:00+07:00';

const unit = { id: 'dang-bo-mot', group: 'dang-bo', name: names.unit };
const report = { name: 'bao-cao.docx', size: 18211, type: names.wordType, sha256: '0'.repeat(64) };
const everyNominee = { declared: { 'guong-mau': true }, documents: { 'bao-cao-thanh-tich': [report] } };
const collective = { kind: 'collective', name: names.collective, summary: names.summary, ...everyNominee };
const individual = {
  kind: 'individual',
  name: names.individual,
  position: names.position,
  workplace: names.collective,
  partyMember: true,
  partyRating: 'excellent',
  summary: names.summary,
  ...everyNominee,
};
const sections = { i: names.text, ii: names.text, iii: names.text };

function starting(): PackCase[] {
  const nomination = (name: string, nominees: object[], findings: { rule: string; path: string }[], now = DURING) => ({
    name,
    form: 'de-nghi',
    now,
    submission: { unit, nominees },
    expect: { valid: findings.length === 0, findings },
  });
  return [
    nomination(names.cases.valid, [collective, individual], []),
    nomination(
      names.cases.quota,
      [collective, collective, individual],
      [
        { rule: 'quota/dang-bo', path: '/nominees' },
        { rule: 'unique/nominee', path: '/nominees/1' },
      ],
    ),
    nomination(
      names.cases.rating,
      [collective, { ...individual, partyRating: 'good' }],
      [{ rule: 'criterion/dang-vien-xuat-sac', path: '/nominees/1/partyRating' }],
    ),
    nomination(names.cases.late, [collective, individual], [{ rule: 'window', path: '' }], '2025-04-01T00:00:00+07:00'),
    {
      name: names.cases.report,
      form: 'bao-cao',
      now: DURING,
      submission: { unit, sections },
      expect: { valid: true, findings: [] },
    },
    {
      name: names.cases.section,
      form: 'bao-cao',
      now: DURING,
      submission: { unit, sections: { ...sections, ii: null } },
      expect: { valid: false, findings: [{ rule: 'outline/ii', path: '/sections/ii' }] },
    },
  ];
}
