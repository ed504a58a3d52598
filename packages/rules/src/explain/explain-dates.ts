import { windowSaid } from '../judge/window-words.js';
import type { RulebookWindow } from '../rulebook.js';
import { textIn } from '../text.js';
import { windowFor } from './explain-form.js';
import { lastMoment, momentBefore } from './explain-window.js';
import { type Explaining, sentence } from './explaining.js';
import { partOf, type ExplainedPart } from './explanation.js';
import { groupName, unitName } from './pack-names.js';

interface Dated {
  readonly window: RulebookWindow;
  readonly what: string;
  readonly who: string;
}

/** All dates of forms and milestones in order; those without a date last. */
export function datesPart(telling: Explaining): ExplainedPart[] {
  const { rulebook, words, lang } = telling;
  const { dates } = words;
  const ofForms = rulebook.forms.flatMap((form) =>
    form.windows.map((window): Dated => {
      const period = form.view.periods.find(({ id }) => id === window.period)?.label;
      const who = windowFor(telling, window, form);
      const everybody = form.view.answeredBy === 'committee' ? dates.committee : dates.everybody;
      return { window, what: [textIn(form.label, lang), period].filter(Boolean).join(': '), who: who ?? everybody };
    }),
  );
  const ofMilestones = rulebook.milestones.flatMap((milestone) =>
    milestone.windows.map((window): Dated => ({
      window,
      what: milestone.label,
      who: milestoneWho(telling, milestone.by),
    })),
  );
  const rows = [...ofForms, ...ofMilestones]
    .map((entry, index) => ({ ...entry, index }))
    .sort((left, right) => order(left.window) - order(right.window) || left.index - right.index)
    .map(({ window, what, who }) => {
      const last = lastMoment(window, telling);
      return [
        sentence(last ?? dates[window.after ? 'byEvent' : window.from === undefined ? 'undated' : 'openEnded']),
        what,
        who,
        wordsOfDirective(telling, window),
        window.cite ? clauseText(telling, window.cite) : '',
      ];
    });
  return rows.length > 0 ? partOf(dates.heading, [{ type: 'table', header: dates.header, rows }]) : [];
}

/** The deadline as the directive puts it, until when late answers are taken, and whether it may change. */
function wordsOfDirective(telling: Explaining, { said, lateUntil, provisional, unannounced }: RulebookWindow): string {
  const { dates } = telling.words;
  const told = [
    ...(unannounced ? [] : [windowSaid(said, telling.lang)]),
    ...(lateUntil === undefined ? [] : [dates.takenUntil(momentBefore(lateUntil, true, telling))]),
  ];
  return [told.join('; '), ...(provisional ? [`(${dates.provisional})`] : [])].filter(Boolean).join(' ');
}

const order = ({ until }: RulebookWindow): number => until ?? Number.MAX_SAFE_INTEGER;

const clauseText = ({ rulebook }: Explaining, { document, clause }: NonNullable<RulebookWindow['cite']>): string =>
  document === rulebook.directive.number ? clause : [clause, document].filter(Boolean).join(', ');

export function milestoneWho(
  { pack, words }: Explaining,
  by: { groups?: readonly string[]; units?: readonly string[]; committee?: boolean } | undefined,
): string {
  if (!by) return words.dates.everybody;
  if (by.committee) return words.dates.committee;
  if (!by.units && pack.unitGroups.every(({ id }) => by.groups?.includes(id))) return words.dates.allGroups;
  return [
    ...(by.units ?? []).map((unit) => unitName(pack, unit)),
    ...(by.groups ?? []).map((group) => groupName(pack, group)),
  ].join('; ');
}
