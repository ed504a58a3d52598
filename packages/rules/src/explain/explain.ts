import { allocationInWords, allocations } from '../authoring/allocation.js';
import { amend } from '../pack/amend.js';
import { offsetMinutes, parseDay } from '../calendar.js';
import { compile } from '../compile/compile.js';
import { changesOf } from './pack-changes.js';
import { findElement } from '../pack/element.js';
import {
  answersPart,
  cited,
  criteriaPart,
  criterionText,
  dossierPart,
  nomineesPart,
  quotaPart,
  remark,
  sentence,
  windowFor,
  windowsPart,
  type Explaining,
  type ExplainingForm,
} from './explain-form.js';
import { outlinePart, planParts, questionsPart, tablesPart } from './explain-report.js';
import { lastMoment, windowConsequences, windowSentence } from './explain-window.js';
import {
  line,
  listOf,
  partOf,
  type ExplainedLine,
  type ExplainedPart,
  type ExplainedTable,
  type Explanation,
} from './explanation.js';
import { itemLabel } from '../kinds/dossier.js';
import { alternativesInWords, countView } from '../kinds/quota.js';
import { elementName, groupName, unitName } from './pack-names.js';
import type { RulePack } from '../pack/pack.js';
import type { RulebookWindow } from '../rulebook.js';
import { explaining } from '../strings/explain.js';
import { textIn, type Lang } from '../text.js';
import { officialDay, windowSaid } from '../judge/window-words.js';

/**
 * Tells a pack back to the officer who signs it off: who, how many, which papers, by when, what a report must contain,
 * from which clause, and what is left to judgement. What is allowed is tried out on the compiled rules.
 *
 * @param pack a pack that `parsePack` accepted
 * @returns plain data, all of it text for people; `explanationMarkdown` prints it
 */
export function explain(pack: RulePack, { lang = 'vi' }: { lang?: Lang } = {}): Explanation {
  const rulebook = compile(pack);
  const words = explaining[lang];
  const telling: Explaining = {
    pack: amend(pack).pack,
    rulebook,
    words,
    lang,
    offset: offsetMinutes(rulebook.utcOffset),
  };
  const { directive, forms } = telling.pack;
  return {
    pack: pack.id,
    version: pack.version,
    document: directive.number,
    lang,
    title: words.title(directive.number, officialDay(parseDay(directive.date)!)),
    lead: words.lead(pack.id, pack.version),
    parts: [
      ...directivePart(telling),
      ...whoPart(telling),
      ...datesPart(telling),
      ...forms.flatMap((form) =>
        formPart({ ...telling, form, compiled: rulebook.forms.find(({ id }) => id === form.id)! }),
      ),
      ...selectionsPart(telling),
      ...milestonesPart(telling),
      ...amendmentsPart(pack, telling),
      ...judgementPart(telling),
      ...coveragePart(pack, telling),
      ...partOf(words.notes, listOf((telling.pack.notes ?? []).map((note) => line(note)))),
      ...partOf(words.signOff.heading, listOf(words.signOff.lines.map((text) => line(text)))),
    ],
  };
}

function directivePart(telling: Explaining): ExplainedPart[] {
  const { pack, words } = telling;
  const { number, date, title, committee, basis } = pack.directive;
  const { directive: told } = words;
  return partOf(
    told.heading,
    listOf([
      line(told.numbered(number, officialDay(parseDay(date)!)), { label: told.number }),
      line(title, { label: told.title }),
      line(committee.name, { label: told.committee }),
      ...(committee.superior ? [line(committee.superior, { label: told.superior })] : []),
      ...(committee.place ? [line(committee.place, { label: told.place })] : []),
      ...(basis ? [line('', { label: told.basis, lines: basis.map((text) => line(text)) })] : []),
      line(layoutName(telling, pack.layout), { label: told.layout }),
      ...remark(telling, pack.description),
    ]),
  );
}

const layoutName = ({ words }: Explaining, layout: string): string =>
  Object.hasOwn(words.directive.layouts, layout) ? words.directive.layouts[layout]! : layout;

function whoPart(telling: Explaining): ExplainedPart[] {
  const { pack, words } = telling;
  const { who } = words;
  const groups = pack.unitGroups.map((group) => {
    const units = (pack.units ?? [])
      .filter((unit) => unit.group === group.id)
      .map(({ label, layout }) => (layout ? `${label} (${who.layout(layoutName(telling, layout))})` : label));
    const details = [
      ...(units.length > 0 ? [who.units(units)] : []),
      ...(group.size ? [who.size(group.size, group.assumed)] : []),
      ...(group.layout && group.layout !== pack.layout ? [who.layout(layoutName(telling, group.layout))] : []),
    ];
    return line(details.length > 0 ? `${group.label}: ${details.join('; ')}` : group.label, {
      element: `unitGroups/${group.id}`,
      cite: cited(telling, group.cite),
      lines: remark(telling, group.description),
    });
  });
  const duties: ExplainedTable = {
    type: 'table',
    caption: who.duties,
    header: [who.group, ...pack.forms.map(({ label }) => label)],
    rows: pack.unitGroups.map((group) => [
      group.label,
      ...pack.forms.map((form) => {
        if (form.answeredBy === undefined) return who.duty.must;
        if (form.answeredBy === 'committee') return who.duty.none;
        return who.duty[form.answeredBy.find(({ groups: named }) => named.includes(group.id))?.duty ?? 'none'];
      }),
    ]),
  };
  return partOf(who.heading, [...listOf([line('', { label: who.groups, lines: groups })]), duties]);
}

interface Dated {
  readonly window: RulebookWindow;
  readonly what: string;
  readonly who: string;
}

/** All dates of forms and milestones in order; those without a date last. */
function datesPart(telling: Explaining): ExplainedPart[] {
  const { rulebook, words, lang } = telling;
  const { dates } = words;
  const ofForms = rulebook.forms.flatMap((form) =>
    form.windows.map((window): Dated => {
      const period = form.view.periods.find(({ id }) => id === window.period)?.label;
      const who = windowFor(telling, window, form.windows);
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
        last === null ? sentence(dates.undated) : sentence(last),
        what,
        who,
        [
          window.until === undefined ? '' : windowSaid(window.said, lang),
          window.provisional ? `(${dates.provisional})` : '',
        ]
          .filter(Boolean)
          .join(' '),
        window.cite ? clauseText(telling, window.cite) : '',
      ];
    });
  return rows.length > 0 ? partOf(dates.heading, [{ type: 'table', header: dates.header, rows }]) : [];
}

const order = ({ until }: RulebookWindow): number => until ?? Number.MAX_SAFE_INTEGER;

const clauseText = ({ rulebook }: Explaining, { document, clause }: NonNullable<RulebookWindow['cite']>): string =>
  document === rulebook.directive.number ? clause : [clause, document].filter(Boolean).join(', ');

function milestoneWho(
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

function formPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, words } = telling;
  const parts = [
    ...answersPart(telling),
    ...windowsPart(telling),
    ...(form.type === 'nomination'
      ? [...quotaPart(telling, form), ...nomineesPart(telling, form), ...criteriaPart(telling, form)]
      : []),
    ...(form.type === 'report'
      ? [...questionsPart(telling, form), ...outlinePart(telling, form), ...tablesPart(telling, form)]
      : []),
    ...(form.type === 'plan' ? planParts(telling, form) : []),
    ...dossierPart(telling),
  ];
  return partOf(words.form.heading(form.label, form.type), [], {
    element: form.id,
    cite: cited(telling, form.cite),
    parts,
  });
}

function selectionsPart(telling: Explaining): ExplainedPart[] {
  const { pack, rulebook, words, lang } = telling;
  const { selections: told } = words;
  const lines = (pack.selections ?? []).map((selection, index): ExplainedLine => {
    const view = rulebook.selections[index]!;
    const counts = [
      alternativesInWords([view.counts], lang),
      ...allocations(rulebook, view).map((sum) => told.allocated(allocationInWords(sum, lang))),
      told.from(words.quoted(sourceName(pack, selection.from))),
    ];
    return line(`${told.pick} ${counts.join('; ')}`, {
      label: selection.label,
      element: view.element,
      cite: view.cite,
      lines: [
        ...(selection.reserved ?? []).map((reserved) =>
          line(
            [
              alternativesInWords([[countView({ of: reserved.of, exactly: reserved.count })]], lang),
              ...(reserved.by ? [told.by(reserved.by)] : []),
            ].join(', '),
            {
              label: told.reserved,
              element: `${view.element}/reserved/${reserved.id}`,
              cite: cited(telling, reserved.cite, selection.cite),
              lines: remark(telling, reserved.description),
            },
          ),
        ),
        ...(view.award ? [line(view.award.label, { label: told.award })] : []),
        ...(selection.to ? [line(selection.to, { label: told.to })] : []),
        ...remark(telling, selection.description),
      ],
    });
  });
  return partOf(told.heading, listOf(lines));
}

const sourceName = (pack: RulePack, id: string): string =>
  pack.forms.find((form) => form.id === id)?.label ?? pack.selections?.find((entry) => entry.id === id)?.label ?? id;

function milestonesPart(telling: Explaining): ExplainedPart[] {
  const { pack, rulebook, words } = telling;
  const lines = (pack.milestones ?? []).map((milestone, index) => {
    const { windows, by, cite, element } = rulebook.milestones[index]!;
    const dates = windows.map((window) => windowSentence(window, telling));
    const amended = windows.flatMap((window) =>
      windowConsequences(window, telling)
        .slice(-1)
        .filter(() => window.amended),
    );
    return line(`${milestoneWho(telling, by)}; ${dates.length > 0 ? dates.join('; ') : words.milestones.undated}`, {
      label: milestone.label,
      element,
      cite: windows[0]?.cite ?? cite,
      lines: [...amended, ...remark(telling, milestone.description)],
    });
  });
  return partOf(words.milestones.heading, listOf(lines));
}

/** What each later document changed, told as `diff` tells it. */
function amendmentsPart(original: RulePack, { words, lang }: Explaining): ExplainedPart[] {
  const amendments = original.amendments ?? [];
  const after = (count: number): RulePack => amend({ ...original, amendments: amendments.slice(0, count) }).pack;
  const lines = amendments.map((amendment, index) => {
    const changes = changesOf(
      { ...after(index), amendments: undefined },
      { ...after(index + 1), amendments: undefined },
      { lang },
    );
    const label = words.amendments.by(amendment.number, officialDay(parseDay(amendment.date)!));
    return line(amendment.description ?? '', {
      label,
      ...(amendment.cite !== undefined && { cite: { document: amendment.number, clause: amendment.cite } }),
      lines: changes.map(({ element, text }) => line(text, { element })),
    });
  });
  return partOf(words.amendments.heading, listOf(lines));
}

/** What rests on the unit's word, on an assumption, or on an annex nobody has at hand. */
function judgementPart(telling: Explaining): ExplainedPart[] {
  const { pack, rulebook, words, lang } = telling;
  const { judgement } = words;
  const group = (label: string, lines: readonly ExplainedLine[]) =>
    lines.length > 0 ? [line('', { label, lines })] : [];
  const forms = pack.forms.map((form): ExplainingForm => ({
    ...telling,
    form,
    compiled: rulebook.forms.find(({ id }) => id === form.id)!,
  }));
  const within = (form: ExplainingForm['form'], text: string) => `${form.label}: ${text}`;
  const criteria = forms.flatMap((entry) =>
    entry.form.type === 'nomination'
      ? (entry.form.criteria ?? []).map((shape) => ({ entry, form: entry.form, shape }))
      : [],
  );
  const criterionLine = ({ entry, form, shape }: (typeof criteria)[number]) =>
    line(within(form, criterionText(entry, shape)), {
      element: `${form.id}/criteria/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
    });
  const items = pack.forms.flatMap((form) =>
    (form.dossier?.items ?? [])
      .filter(({ by }) => !by)
      .map((item) => ({
        form,
        item,
        element: `${form.id}/dossier/items/${item.id}`,
        cite: cited(telling, item.cite, form.dossier!.cite, form.cite),
      })),
  );
  const lines = [
    ...group(judgement.attested, criteria.filter(({ shape }) => 'attest' in shape).map(criterionLine)),
    ...group(
      judgement.exclusions,
      pack.forms.flatMap((form) =>
        form.type === 'nomination'
          ? (form.exclusions ?? []).map(({ id, label, cite }) =>
              line(within(form, label), {
                element: `${form.id}/exclusions/${id}`,
                cite: cited(telling, cite, form.cite),
              }),
            )
          : [],
      ),
    ),
    ...group(
      judgement.endorsed,
      items.flatMap(({ form, item, element, cite }) =>
        item.endorsedBy
          ? [
              line(within(form, `${itemLabel(item, lang)}; ${words.dossier.endorsed(item.endorsedBy.label, [])}`), {
                element,
                cite,
              }),
            ]
          : [],
      ),
    ),
    ...group(
      judgement.paper,
      items.flatMap(({ form, item, element, cite }) =>
        item.as.includes('paper') ? [line(within(form, itemLabel(item, lang)), { element, cite })] : [],
      ),
    ),
    ...group(judgement.logic, criteria.filter(({ shape }) => 'assert' in shape).map(criterionLine)),
    ...group(
      judgement.assumed,
      pack.unitGroups.flatMap(({ id, label, assumed, cite }) =>
        assumed ? [line(`${label}: ${assumed}`, { element: `unitGroups/${id}`, cite: cited(telling, cite) })] : [],
      ),
    ),
    ...group(
      judgement.clauses,
      Object.entries(pack.coverage ?? {}).flatMap(([clause, carried]) =>
        carried === 'attested' ? [line(`${sentence(words.clause(clause))}: ${judgement.clauseAttested}`)] : [],
      ),
    ),
  ];
  return lines.length > 0 ? partOf(judgement.heading, listOf([line(judgement.lead), ...lines])) : [];
}

/** By clause, then by form: what carries it. */
function coveragePart(original: RulePack, { pack, words, lang }: Explaining): ExplainedPart[] {
  const { coverage } = words;
  const nameOf = (address: string): string =>
    findElement(pack, address)
      ? elementName(pack, address, lang)
      : coverage.withdrawn(elementName(original, address, lang));
  const lines = byClause(Object.entries(pack.coverage ?? {})).map(([clause, carried]) => {
    const label = sentence(words.clause(clause));
    if (typeof carried === 'string') return line(coverage[carried], { label });
    const byForm = new Map<string, string[]>();
    for (const address of carried) {
      const [first, ...rest] = nameOf(address).split(' › ');
      byForm.set(first!, [...(byForm.get(first!) ?? []), rest.join(' › ') || coverage.whole]);
    }
    const told = [...byForm].map(([first, rest]) => {
      if (rest.every((name) => name === coverage.whole)) return line(first);
      return rest.length === 1
        ? line(rest[0]!, { label: first })
        : line('', { label: first, lines: rest.map((name) => line(name)) });
    });
    return line('', { label, lines: told });
  });
  return partOf(coverage.heading, listOf(lines));
}

/** Clauses that begin with a number in their order, the others as the pack has them: JSON puts "2" before "1.1". */
function byClause<T>(entries: readonly (readonly [clause: string, carried: T])[]): (readonly [string, T])[] {
  const numbers = (clause: string): number[] => (/^\d+(\.\d+)*/.exec(clause)?.[0] ?? '').split('.').map(Number);
  const isNumbered = ([clause]: readonly [string, T]): boolean => /^\d/.test(clause);
  const ordered = entries.filter(isNumbered).sort(([left], [right]) => {
    const [first, second] = [numbers(left), numbers(right)];
    const at = first.findIndex((value, index) => value !== second[index]);
    return at < 0 ? first.length - second.length : first[at]! - (second[at] ?? -1);
  });
  return [...ordered, ...entries.filter((entry) => !isNumbered(entry))];
}
