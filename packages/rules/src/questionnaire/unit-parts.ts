import type { Rulebook, RulebookForm } from '../rulebook.js';
import { fieldEntry } from './field-entry.js';
import { asking } from './strings/asking.js';
import { fixedEntry, requiredBy } from './fixed-entry.js';
import type { Part } from './part.js';

/** Who answers, for which period, and whom to contact; part of every form. */
export function unitParts(rulebook: Rulebook, form: RulebookForm): Part[] {
  const { view } = form;
  const label = (path: string) => view.labels[path] ?? path;
  const entry = fixedEntry.bind(null, form);
  const options = (list: readonly { id: string; label: string }[]) => ({
    options: list.map(({ id: value, label }) => ({ value, label })),
  });
  // A form that the committee answers itself has no unit.
  const identity =
    view.answeredBy === 'committee'
      ? []
      : [entry('/unit/group', 'choice', options(answeringGroups(rulebook, form))), entry('/unit/id', 'text')];
  return [
    {
      owner: 'unit',
      path: '/unit',
      label: label('/unit'),
      entries: [
        ...(view.periods.length > 0 ? [entry('/period', 'choice', options(view.periods))] : []),
        ...identity,
        entry('/unit/name', 'text'),
        // Only if a rule judges a share of them, of nominees or of what is selected.
        ...(requiredBy(form, '/unit/members') === undefined ? [] : [entry('/unit/members', 'count')]),
      ],
      parts: [],
    },
    {
      owner: 'contact',
      path: '/contact',
      label: label('/contact'),
      entries: [entry('/contact/name', 'text'), entry('/contact/phone', 'phone'), entry('/contact/email', 'email')],
      parts: [],
    },
    ...(view.facts
      ? [
          {
            owner: 'figures' as const,
            path: '/facts',
            label: asking.figures,
            entries: view.facts.map((fact) => fieldEntry(form, fact, '/facts')),
            parts: [],
          },
        ]
      : []),
  ];
}

/** Groups that answer this form: those listed, or all if none are listed. */
function answeringGroups({ unitGroups }: Rulebook, { view: { answeredBy } }: RulebookForm) {
  if (answeredBy === undefined || answeredBy === 'committee') return unitGroups;
  const groups = answeredBy.flatMap(({ groups, duty }) => (duty === 'exempt' ? [] : groups));
  return unitGroups.filter(({ id }) => groups.includes(id));
}
