import { formOfType } from '../form-of-type.js';
import { either, every } from '../logic.js';
import { specialised, type Known } from '../specialised.js';
import { answerDuty } from '../judge/answer-duty.js';
import type {
  ColumnView,
  ItemView,
  Logic,
  ReportView,
  Rule,
  Rulebook,
  RulebookReport,
  SectionView,
} from '../rulebook.js';

/**
 * A report form as the committee that asked for it fills it in itself, one level up: no unit, group, deadline, receiver or
 * dossier of the units holds, and of sections, questions, tables and columns whatever some unit is asked is asked.
 *
 * @param form a report form of the rulebook
 * @returns a rulebook of the same name with that form alone, for `<kl01-report-form>`, `check` and the exporters
 * @throws RangeError when the rulebook has no such report form
 */
export function ownReport(rulebook: Rulebook, form: string): Rulebook {
  const asked = formOfType(rulebook, form, 'report');
  const answering = answerersOf(rulebook, asked);
  const ofAnybody = (when: Logic): Logic => either(forEach(answering, when));
  const { report, preamble: _preamble, ifSilent: _ifSilent, ...view } = asked.view;
  const own: RulebookReport = {
    ...asked,
    windows: [],
    rules: asked.rules.filter(isNoUnits).map((rule) => ofEverybody(answering, rule)),
    view: {
      ...view,
      answeredBy: 'committee',
      receivedBy: [],
      dossier: { items: view.dossier.items.filter(({ document }) => document !== undefined).map(printedAlone) },
      report: reportOf(report, ofAnybody),
    },
  };
  return { ...rulebook, forms: [own], selections: [], milestones: [] };
}

/** What conditions read of whoever answers: each group that does, and each named unit. */
function answerersOf(rulebook: Rulebook, form: RulebookReport): Known[] {
  const groups = rulebook.unitGroups.map(({ id }) => id).filter((id) => answerDuty(rulebook, form, id) !== 'exempt');
  const units = rulebook.units.filter(({ group }) => groups.includes(group));
  return [...groups.map((group) => ({ group, id: null })), ...units].map(({ group, id }) => ({
    'submission.unit.group': group,
    'submission.unit.id': id,
  }));
}

/** Sorts of rules about the unit itself, its time and its papers: the committee has none of these. */
const OF_UNITS: readonly (string | undefined)[] = ['unit', 'window', 'dossier', 'endorsed'];

const isNoUnits = ({ id }: Rule): boolean => !OF_UNITS.includes(id.split('/')[0]);

/** A rule that holds as it would for each of those who answer. */
function ofEverybody(answering: readonly Known[], rule: Rule): Rule {
  const needs = Object.entries(rule.needs).filter(([path]) => !path.startsWith('submission.unit.'));
  if (rule.assert === undefined) return rule;
  return { ...rule, needs: Object.fromEntries(needs), assert: every(forEach(answering, rule.assert)) };
}

const printedAlone = (item: ItemView): ItemView => ({
  ...item,
  as: ['print'],
  enclosures: [],
});

function reportOf({ questions, outline, tables }: ReportView, ofAnybody: (when: Logic) => Logic): ReportView {
  const asked = <T extends { readonly when?: Logic }>({ when, ...rest }: T): T => {
    const own = when === undefined ? true : ofAnybody(when);
    return (own === true ? rest : { ...rest, when: own }) as T;
  };
  const section = (each: SectionView): SectionView => ({ ...asked(each), sections: each.sections.map(section) });
  const column = ({ groups: _groups, ...rest }: ColumnView): ColumnView =>
    rest.columns ? { ...rest, columns: rest.columns.map(column) } : rest;
  return {
    questions: questions.map(asked),
    outline: outline.map(section),
    tables: tables.map(({ groups: _groups, ...table }) => ({ ...table, columns: table.columns.map(column) })),
  };
}

/** A condition as it stands for each of several, each way of standing once. */
function forEach(answering: readonly Known[], logic: Logic): Logic[] {
  const ways = new Map(answering.map((known) => specialised(logic, known)).map((way) => [JSON.stringify(way), way]));
  return [...ways.values()];
}
