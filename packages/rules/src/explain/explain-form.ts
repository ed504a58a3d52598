import { parseDay } from '../calendar.js';
import { officialDay } from '../official-date.js';
import { fieldTypes } from '../field-types/field-types.js';
import { fieldWords } from '../field-types/strings/field-words.js';
import { distinctInWords, limitsInWords } from '../field-types/limits-in-words.js';
import { typeOfField } from '../field-types/type-of-field.js';
import { expandField, limitsOf, type PackField } from '../kinds/field.js';
import { periodsOf } from '../kinds/period.js';
import type { NominationForm } from '../pack/pack.js';
import { judging } from '../judge/strings/judging.js';
import type { RulebookForm, RulebookNomination, RulebookWindow } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { inSentence, textIn } from '../text.js';
import { windowConsequences, windowSentence } from './explain-window.js';
import { type Explaining, type ExplainingForm, cited, remark, sentence, ifInWords } from './explaining.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';
import { fieldName, groupName, unitName } from './pack-names.js';

/** Who sends the form, to whom, and for what. */
export function answersPart(telling: ExplainingForm): ExplainedPart[] {
  const { pack, form, words } = telling;
  const names = (groups: readonly string[]) => groups.map((group) => groupName(pack, group)).join('; ');
  const duties =
    form.answeredBy === 'committee'
      ? [line(words.form.committee)]
      : (
          form.answeredBy ?? [{ groups: pack.unitGroups.map(({ id }) => id), duty: 'must' as const, cite: undefined }]
        ).map(({ groups, duty, cite }) =>
          line(names(groups), { label: words.form[duty], cite: cited(telling, cite, form.cite) }),
        );
  const award = pack.awards?.find(({ id }) => id === form.award);
  const lines: ExplainedLine[] = [
    ...duties,
    ...(form.ifSilent
      ? [line(form.ifSilent.label, { label: words.form.ifSilent, cite: cited(telling, form.ifSilent.cite, form.cite) })]
      : []),
    ...(form.receivedBy ?? []).map(({ label, groups, units, when, copies, cite }) =>
      line(
        words.form.receiver(label, [
          ...(groups ? [words.form.forWhom(groups.map((group) => groupName(pack, group)))] : []),
          ...(units ? [words.form.forWhom(units.map((unit) => unitName(pack, unit)))] : []),
          ...ifInWords(telling, when),
          ...(copies ? [words.form.copies(copies)] : []),
        ]),
        { label: words.form.receivedBy, cite: cited(telling, cite, form.cite) },
      ),
    ),
    ...(award ? [line(award.label, { label: words.form.award, cite: cited(telling, award.cite, form.cite) })] : []),
    ...achievementLines(telling),
    ...(form.title ? [line(form.title, { label: words.form.printedTitle })] : []),
    ...(form.type === 'report' && form.preamble ? [line(form.preamble, { label: words.form.preamble })] : []),
    ...remark(telling, form.description),
  ];
  return partOf(words.form.answers, listOf(lines));
}

function achievementLines(telling: ExplainingForm): ExplainedLine[] {
  const { form, words } = telling;
  if (form.type !== 'nomination' || !form.achievements) return [];
  const { from, through, label, cite } = form.achievements;
  const day = (text: string) => officialDay(parseDay(text)!);
  const { period } = words.form;
  const span =
    from && through
      ? period.both(day(from), day(through))
      : from
        ? period.from(day(from))
        : through
          ? period.through(day(through))
          : undefined;
  const told = span ? words.form.achievementsText(label, span) : (label ?? '');
  return [
    line(`${told}; ${words.form.shownOnly}`, {
      label: words.form.achievements,
      cite: cited(telling, cite, form.cite),
    }),
  ];
}

/** The receiver and the units that a window is for, or null if everyone has the same one. */
export function windowFor(
  { pack, words, lang }: Explaining,
  window: RulebookWindow,
  { windows, view }: Pick<RulebookForm, 'windows' | 'view'>,
): string | null {
  const ofPeriod = windows.filter((other) => other.period === window.period);
  const receiver = view.receivedBy.find(({ id }) => id !== undefined && id === window.receiver);
  const units = [
    ...(window.units ?? []).map((unit) => unitName(pack, unit)),
    ...(window.groups ?? []).map((group) => groupName(pack, group)),
  ];
  const hasRivals = ofPeriod.filter((other) => other.receiver === window.receiver).length > 1;
  const to = receiver ? judging[lang].window.to(receiver.label) : words.dates.otherReceivers;
  const whose = (units.length > 0 || !hasRivals ? units : [words.dates.everybodyElse]).join('; ');
  if (ofPeriod.every((other) => other.receiver === window.receiver)) return whose || null;
  return whose === '' ? sentence(to) : `${whose}, ${to}`;
}

export function windowsPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, compiled, words } = telling;
  const periods = periodsOf(form.periods);
  const lineOf = (window: RulebookWindow, label?: string) => {
    const whose = windowFor(telling, window, compiled);
    return line(sentence(windowSentence(window, telling)), {
      label: whose ?? label ?? (window.label ? textIn(window.label) : undefined),
      element: window.element,
      cite: window.cite,
      lines: windowConsequences(window, telling),
    });
  };
  const own = compiled.windows.filter(({ period }) => period === undefined);
  const lines = [
    ...own.map((window) => lineOf(window)),
    ...periods.flatMap((period) => {
      const windows = compiled.windows.filter((window) => window.period === period.id);
      const element = `${form.id}/periods/${period.source}`;
      const cite = cited(telling, period.cite, form.cite);
      if (windows.length === 1 && windowFor(telling, windows[0]!, compiled) === null) {
        const only = lineOf(windows[0]!, period.label);
        return [{ ...only, lines: [...(only.lines ?? []), ...remark(telling, period.description)] }];
      }
      return [
        line('', {
          label: period.label,
          element,
          cite,
          lines: [...windows.map((window) => lineOf(window)), ...remark(telling, period.description)],
        }),
      ];
    }),
  ];
  return partOf(periods.length > 0 ? words.form.periods : words.form.windows, listOf(lines));
}

/** What is asked once per unit. */
export function factsPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, words } = telling;
  const lines = (form.facts ?? []).map(({ id: field, ...fact }) =>
    line(sentence(fieldText(telling, { field, ...fact })), {
      element: `${form.id}/facts/${field}`,
      cite: cited(telling, fact.cite, form.cite),
      lines: remark(telling, fact.description),
    }),
  );
  const given = (form.given ?? []).map(({ id, label, cite, description }) =>
    line(sentence(label), {
      element: `${form.id}/given/${id}`,
      cite: cited(telling, cite, form.cite),
      lines: remark(telling, description),
    }),
  );
  return [...partOf(words.facts, listOf(lines)), ...partOf(words.given, listOf(given))];
}

/** What is asked about each nominee, kind by kind. */
export function nomineesPart(
  telling: ExplainingForm,
  form: NominationForm,
  compiled: RulebookNomination,
): ExplainedPart[] {
  const { words, lang } = telling;
  const lines = compiled.view.nomination.kinds.map(({ kind, label, fields }) => {
    const own = form.nominees[kind]!.fields.map(expandField);
    // The form also asks for what a printed document needs, even if the pack does not list it.
    const printed = fields.filter((view) => !own.some(({ field }) => field === view.field));
    const told = [
      ...own.map((field) => fieldText(telling, field, kind)),
      ...printed.map((view) => textIn(view.label, lang)),
    ];
    return line(told.join('; '), {
      label: sentence(textIn(label, lang)),
      element: `${form.id}/nominees/${kind}`,
    });
  });
  return partOf(words.nominee.heading, listOf(lines));
}

export function fieldText(telling: ExplainingForm, field: PackField, kind?: Kind): string {
  const { pack, form, words, lang } = telling;
  const type = typeOfField(field);
  const options = (field.options ?? []).map(({ label }) => label);
  const { pages, characters } = field.limit ?? {};
  const asks = fieldWords[lang].asks[type];
  const limits = limitsInWords({ type, ...limitsOf(field, type) }, lang);
  const parts = (field.fields ?? []).map((own) => inSentence(fieldText(telling, own)));
  const apart = distinctInWords(field, lang);
  return words.nominee.fieldWhen(fieldName(pack, form, field, lang, kind), [
    ...ifInWords(telling, field.when, kind === undefined ? undefined : [kind]),
    ...(options.length > 0 ? [words.nominee.options(options, fieldTypes[type].several ?? false)] : []),
    ...(asks === undefined ? [] : [asks]),
    ...(parts.length > 0 ? [fieldWords[lang].each(parts.join(', '))] : []),
    ...(apart === '' ? [] : [apart]),
    ...(limits === '' ? [] : [limits]),
    ...(pages === undefined ? [] : [words.nominee.limit.pages(pages)]),
    ...(characters === undefined ? [] : [words.nominee.limit.characters(characters)]),
    ...(field.hint ? [field.hint] : []),
    ...(field.optional ? [words.form.optional] : []),
  ]);
}
