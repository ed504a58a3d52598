import { formOfType } from '../form-of-type.js';
import { either, every } from '../logic.js';
import { specialised, type Known } from '../specialised.js';
import { answerDuty } from '../judge/for-unit.js';
import type {
  ColumnView,
  Derive,
  ItemView,
  Logic,
  ReportView,
  Rule,
  Rulebook,
  RulebookReport,
  SectionView,
} from '../rulebook.js';

/**
 * A report form, adapted for the committee itself to fill in for the next level up. Units, groups, deadlines, receivers
 * and dossiers no longer apply; sections, questions, tables and columns are included if any unit is asked for them.
 *
 * @param form a report form of the rulebook
 * @returns a rulebook of the same name with only that form, for `<kl01-report-form>`, `check` and the exporters
 * @throws RangeError if the rulebook has no such report form
 */
export function ownReport(rulebook: Rulebook, form: string): Rulebook {
  const asked = formOfType(rulebook, form, 'report');
  const answering = answerersOf(rulebook, asked);
  const ofAnybody = (when: Logic): Logic => either(forEach(answering, when));
  const { report, preamble: _preamble, ifSilent: _ifSilent, ...view } = asked.view;
  const own: RulebookReport = {
    ...asked,
    windows: [],
    ...(asked.derive && { derive: asked.derive.map((value) => ofAnybodyAsked(value, ofAnybody)) }),
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

/** The values that conditions read about answering units: one for each group that answers, one for each named unit. */
function answerersOf(rulebook: Rulebook, form: RulebookReport): Known[] {
  const groups = rulebook.unitGroups.map(({ id }) => id).filter((id) => answerDuty(rulebook, form, id) !== 'exempt');
  const units = rulebook.units.filter(({ group }) => groups.includes(group));
  return [...groups.map((group) => ({ group, id: null })), ...units].map(({ group, id }) => ({
    'submission.unit.group': group,
    'submission.unit.id': id,
  }));
}

/** Kinds of rules about the unit itself, its deadlines and its papers; the committee has none of these. */
const OF_UNITS: readonly (string | undefined)[] = ['unit', 'window', 'dossier', 'endorsed'];

const isNoUnits = ({ id }: Rule): boolean => !OF_UNITS.includes(id.split('/')[0]);

/** Makes a rule hold for all of those who answer. */
function ofEverybody(answering: readonly Known[], rule: Rule): Rule {
  const needs = Object.entries(rule.needs).filter(([path]) => !path.startsWith('submission.unit.'));
  if (rule.assert === undefined) return rule;
  return { ...rule, needs: Object.fromEntries(needs), assert: every(forEach(answering, rule.assert)) };
}

/** What a value depends on, such as whether a cell is due, is so if it is so for any of those who answer. */
function ofAnybodyAsked(value: Derive, ofAnybody: (when: Logic) => Logic): Derive {
  const choice = (logic: Logic): Logic => {
    const parts: unknown = typeof logic === 'object' && logic !== null ? logic['if'] : undefined;
    if (!Array.isArray(parts)) return logic;
    const isCondition = (at: number): boolean => at % 2 === 0 && at < parts.length - 1;
    return { if: parts.map((part: Logic, at) => (isCondition(at) ? ofAnybody(part) : choice(part))) };
  };
  return value.logic === undefined ? value : { ...value, logic: choice(value.logic) };
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

/** A condition specialised for each answering unit, without duplicates. */
function forEach(answering: readonly Known[], logic: Logic): Logic[] {
  const ways = new Map(answering.map((known) => specialised(logic, known)).map((way) => [JSON.stringify(way), way]));
  return [...ways.values()];
}
