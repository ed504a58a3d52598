import type { Rulebook, Submission } from '@kl01/rules';
import { PlanForm } from '../src/plan-form/plan-form.js';
import { officer, type Showing, type Shown } from './fixture.js';

if (!customElements.get('kl01-plan-form')) customElements.define('kl01-plan-form', PlanForm);

export type ShownPlan = Shown<PlanForm>;

export const PLAN_NOW = '2023-01-05T08:00:00+07:00';

/** The plan of a real directive, as the rules package publishes it: of a person, and of a body. */
export async function laiChau(): Promise<Rulebook> {
  const address = new URL('../../rules/dist/rulebooks/lai-chau.thanh-uy.2023.json', import.meta.url);
  return (await (await fetch(address)).json()) as Rulebook;
}

export async function showPlan({
  form = 'ke-hoach-ca-nhan',
  group = 'dang-bo-co-so',
  value = null,
  findings = [],
  attributes = {},
  into = document.body,
  ...showing
}: Showing = {}): Promise<ShownPlan> {
  const element = document.createElement('kl01-plan-form');
  const given = {
    form,
    'unit-id': 'dang-bo-1',
    'unit-group': group,
    'unit-name': 'Đảng bộ Một',
    'person-id': 'can-bo-17',
    now: PLAN_NOW,
    ...attributes,
  };
  for (const [name, text] of Object.entries(given)) element.setAttribute(name, text);
  element.value = value as Submission | null;
  element.findings = findings;
  element.rulebook = showing.rulebook ?? (await laiChau());
  const ready = new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));
  into.append(element);
  await ready;
  return officer(element);
}

/** A plan of somebody who holds a post that commits, that may be sent as it is. */
export function completePlan(more: Partial<Submission> = {}): Partial<Submission> {
  return {
    id: 'ban-1',
    revision: 1,
    person: {
      id: 'can-bo-17',
      name: 'Người Một',
      workplace: 'Đảng bộ Một',
      civilServant: true,
      partyMember: true,
      exemptFromActivities: false,
      hamletCell: false,
      headOfOffice: false,
      posts: ['dung-dau-chi-bo'],
    },
    sections: {
      'tu-tuong': 'Một.',
      'phe-binh': 'Hai.',
      'nhan-dan': 'Ba.',
      'trach-nhiem': 'Bốn.',
      'ky-luat': 'Năm.',
    },
    commitments: [{ group: 'khac-phuc', title: 'Giải quyết dứt điểm một việc tồn đọng.' }],
    adoption: { body: 'Chi bộ Một', date: '2023-01-04' },
    ...more,
  };
}
