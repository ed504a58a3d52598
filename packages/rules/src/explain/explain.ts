import { allocationInWords, allocations } from '../authoring/allocation.js';
import { offsetMinutes, parseDay } from '../calendar.js';
import { compile } from '../compile/compile.js';
import { officialDay } from '../official-date.js';
import { alternativesInWords } from '../kinds/quota.js';
import { amend } from '../pack/amend.js';
import { laterCites } from '../pack/later-cite.js';
import type { RulePack } from '../pack/pack.js';
import { explaining } from './strings/explain.js';
import { kindLabel } from '../judge/nominee-kinds.js';
import { sourceForm } from '../form-of-type.js';
import type { Kind } from '../submission.js';
import { fillTemplate, type Lang } from '../text.js';
import { coveragePart } from './explain-coverage.js';
import { criteriaPart } from './explain-criteria.js';
import { datesPart, milestoneWho } from './explain-dates.js';
import { dossierPart } from './explain-dossier.js';
import { answersPart, factsPart, windowsPart, nomineesPart } from './explain-form.js';
import { judgementPart } from './explain-judgement.js';
import { quotaPart } from './explain-quotas.js';
import { outlinePart, planParts, questionsPart, tablesPart } from './explain-report.js';
import { windowConsequences, windowSentence } from './explain-window.js';
import { cited, remark, type Explaining, type ExplainingForm } from './explaining.js';
import {
  line,
  listOf,
  partOf,
  type ExplainedLine,
  type ExplainedPart,
  type ExplainedTable,
  type Explanation,
} from './explanation.js';
import { changesOf } from './pack-changes.js';
import { ownMember } from '../values/own-member.js';

/**
 * Explains a pack to the officer who signs it off: who, how many, which papers, by when, what a report must contain,
 * from which clause, and what is left to judgement. What a quota allows is found by evaluating the compiled rules.
 *
 * @param pack a pack accepted by `parsePack`
 * @returns plain data consisting of text for people; `explanationMarkdown` renders it
 */
export function explain(pack: RulePack, { lang = 'vi' }: { lang?: Lang } = {}): Explanation {
  const rulebook = compile(pack);
  const words = explaining[lang];
  const amended = amend(pack);
  const telling: Explaining = {
    pack: amended.pack,
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
    parts: laterCites(amended).in([
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
    ]),
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
  ownMember<string>(words.directive.layouts, layout) ?? layout;

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

function formPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, compiled, words } = telling;
  const parts = [
    ...answersPart(telling),
    ...factsPart(telling),
    ...windowsPart(telling),
    ...(form.type === 'nomination' && compiled.type === 'nomination'
      ? [
          ...quotaPart(telling, form, compiled),
          ...nomineesPart(telling, form, compiled),
          ...criteriaPart(telling, form),
        ]
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
    const kinds = sourceForm(rulebook, view)?.view.nomination ?? { kinds: [] };
    const kindOf = (kind: Kind) => kindLabel(kinds, kind);
    const counts = [
      alternativesInWords([{ counts: view.counts }], lang, kindOf),
      ...allocations(rulebook, view).map((sum) => told.allocated(allocationInWords(sum, lang))),
      ...(view.counts.some(({ min, max }) => typeof (max ?? min) === 'object' || typeof min === 'object')
        ? [told.ofMembers]
        : []),
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
              alternativesInWords(
                [{ counts: [{ of: reserved.of, min: reserved.count, max: reserved.count }] }],
                lang,
                kindOf,
              ),
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
        ...(selection.matter
          ? [line(fillTemplate(selection.matter, { nominees: told.nominees }), { label: told.matter })]
          : []),
        ...(selection.to ? [line(selection.to, { label: told.to[selection.sentAs ?? 'to-trinh'] })] : []),
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

/** What each later document changed, worded as in `diff`. */
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
