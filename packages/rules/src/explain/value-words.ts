import { canonicalJson } from '../values/canonical.js';
import { parseMoment, type CalendarDay } from '../calendar.js';
import { grouped } from '../grouped.js';
import { windowSaid } from '../judge/window-words.js';
import { officialDay } from '../official-date.js';
import type { Condition } from '../kinds/condition-shape.js';
import type { CellTest } from '../kinds/table-check.js';
import { namedKind } from '../kinds/context.js';
import { valueInWords as numberInWords } from '../kinds/computed-words.js';
import {
  alternativesInWords,
  boundView,
  countView,
  countsOf,
  isComputed,
  type Count,
  type PackQuota,
} from '../kinds/quota.js';
import type { NominationForm, PlanForm, RulePack } from '../pack/pack.js';
import { wordsOf } from '../kinds/window.js';
import { isObject } from '../values/plain.js';
import { differing } from './strings/diff.js';
import { explaining } from './strings/explain.js';
import { judging } from '../judge/strings/judging.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn, type Lang } from '../text.js';
import { conditionInWords, sourceNames } from './condition-words.js';
import { cellInWords, commitmentsInWords, type CommitmentCount } from './explain-report.js';
import { conditionNames, elementName, groupName, kindNames, shortened, unitName } from './pack-names.js';

/** The location of a value, which determines how it is worded. */
export interface ValuePlace {
  readonly pack: RulePack;
  /** address of the nearest element, and the members from there */
  readonly element: string;
  readonly member: readonly string[];
  readonly lang: Lang;
}

/** Defaults of absent members. */
const UNSAID: Readonly<Record<string, unknown>> = {
  severity: 'error',
  early: 'warn',
  late: 'accept',
  optional: false,
  required: false,
  provisional: false,
  bound: false,
  commits: false,
  allocated: false,
  sentAs: 'to-trinh',
};

/** A value of a pack in words for officers. */
export function valueInWords(value: unknown, place: ValuePlace): string {
  const { lang } = place;
  const words = differing[lang];
  const member = place.member.at(-1) ?? '';
  if (value === undefined || value === null) {
    const unsaid = Object.hasOwn(UNSAID, member) ? UNSAID[member] : undefined;
    return unsaid === undefined ? words.none : valueInWords(unsaid, place);
  }
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (member === 'when') {
    return isObject(value) && 'at' in value
      ? cellText(value as unknown as CellTest, place)
      : conditionText(value as Condition, place);
  }
  if (member === 'anyOf') return quotaInWords(value as PackQuota['anyOf'], place);
  if (member === 'counts') return countsText(value as (Count | CommitmentCount)[], place);
  if (member === 'commitments' && isObject(value)) return commitmentsText(value as unknown as Commitments, place);
  // The expression itself is what was written: it has no other words.
  if (member === 'assert' || member === 'needs') return shortened(canonicalJson(value));
  if (value === 'unannounced') return windowSaid(undefined, lang);
  if (Array.isArray(value)) return (value as unknown[]).map((entry) => valueInWords(entry, place)).join('; ');
  if (isObject(value)) return objectText(value, place);
  if (typeof value === 'string') return namedValue(value, member, place);
  return typeof value === 'number' && !Number.isInteger(value) && lang === 'vi' ? grouped(value) : String(value);
}

/** Lists each member of an object by name. */
function objectText(value: Readonly<Record<string, unknown>>, place: ValuePlace): string {
  const { lang } = place;
  const words = differing[lang];
  if (typeof value['round'] === 'string') {
    const max = value as unknown as NonNullable<Count['max']>;
    return quotaInWords([[{ of: [], max }]], place).trim();
  }
  const said = wordsOf(value);
  if (Object.keys(said).length > 0 && [...place.element.split('/'), ...place.member].includes('windows'))
    return windowSaid(said, lang);
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, part]) => {
      const told = valueInWords(part, { ...place, member: [...place.member, name] });
      return name === 'label' ? told : `${Object.hasOwn(words.members, name) ? words.members[name]! : name} ${told}`;
    })
    .join(', ');
}

function conditionText(when: Condition, { element, pack, lang }: ValuePlace): string {
  const form = pack.forms.find(({ id }) => id === element.split('/')[0]);
  return conditionInWords(when, conditionNames(pack, form, lang), lang);
}

/** The rows for which a table check is judged. */
function cellText(when: CellTest, { element, pack, lang }: ValuePlace): string {
  const [id, , tableId] = element.split('/');
  const form = pack.forms.find((entry) => entry.id === id);
  const table = form?.type === 'report' ? form.tables?.find((entry) => entry.id === tableId) : undefined;
  if (form?.type !== 'report' || !table) return shortened(canonicalJson(when));
  const [column, value] = cellInWords(explaining[lang], form, table, when);
  return `${quoted(column, lang)} ${value}`;
}

/** How many of each kind of nominee or, in a plan, how many commitments of whom. */
function countsText(counts: readonly (Count | CommitmentCount)[], place: ValuePlace): string {
  const { lang } = place;
  const ofCommitments = (count: Count | CommitmentCount): count is CommitmentCount => !('of' in count);
  if (!counts.some(ofCommitments)) return quotaInWords([counts as Count[]], place);
  const { plan } = explaining[lang];
  return counts
    .filter(ofCommitments)
    .map((count) => `${plan.count[count.ifPost ?? 'all']}: ${commitmentsInWords(count, lang)}`)
    .join('; ');
}

type Commitments = NonNullable<PlanForm['commitments']>;

const commitmentsText = ({ groups, counts }: Commitments, place: ValuePlace): string =>
  `${countsText(counts, place)}; ${explaining[place.lang].plan.groups}: ${groups.map(({ label }) => label).join('; ')}`;

function namedValue(value: string, member: string, { element, pack, lang }: ValuePlace): string {
  if (member === 'groups' || member === 'group') return quoted(groupName(pack, value), lang);
  if (member === 'units') return quoted(unitName(pack, value), lang);
  if (member === 'of') return kindNames(pack, nominationAt(pack, element), [value], lang);
  if (member === 'award' || member === 'awards') {
    return quoted(pack.awards?.find(({ id }) => id === value)?.label ?? value, lang);
  }
  if (member === 'document' && Object.hasOwn(vocabulary.documents, value)) {
    return quoted(textIn(vocabulary.documents[value]!, lang), lang);
  }
  const criterion = CRITERION.exec(element);
  if (criterion && ['is', 'in', 'has', 'atLeast'].includes(member)) {
    const form = pack.forms.find(({ id }) => id === criterion[1]);
    const shape = form?.type === 'nomination' ? form.criteria?.find(({ id }) => id === criterion[2]) : undefined;
    if (shape && 'field' in shape) {
      return quoted(conditionNames(pack, form, lang, shape.of).field(shape.field).value(value), lang);
    }
  }
  const values = differing[lang].values[Object.hasOwn(differing[lang].values, member) ? member : ''];
  if (values && Object.hasOwn(values, value)) return values[value]!;
  if (element.split('/')[0] === 'coverage') return coverageText(value, pack, lang);
  const moment = parseMoment(value);
  if (moment) return momentText(moment, lang);
  return PLAIN.has(member) ? value : quoted(value, lang);
}

const CRITERION = /^([^/]+)\/criteria\/([^/]+)$/;

/** Members whose values are codes rather than words. */
const PLAIN = new Set([
  'version',
  'id',
  'layout',
  'number',
  'cite',
  'field',
  'type',
  'scale',
  'template',
  'soft',
  'timezone',
]);

function coverageText(value: string, pack: RulePack, lang: Lang): string {
  const known = differing[lang].values['coverage'] ?? {};
  return Object.hasOwn(known, value) ? known[value]! : elementName(pack, value, lang);
}

function momentText({ day, time }: { day: CalendarDay; time?: number }, lang: Lang): string {
  const words = judging[lang].window;
  if (time === undefined) return officialDay(day);
  return words.dateTime(words.clock(Math.floor(time / 60), time % 60), officialDay(day));
}

/** The alternatives of a quota as written in a pack, in the wording of its finding. */
export function quotaInWords(
  anyOf: PackQuota['anyOf'],
  { pack, element, lang }: Pick<ValuePlace, 'pack' | 'element' | 'lang'>,
): string {
  const form = nominationAt(pack, element);
  const names = sourceNames(conditionNames(pack, form, lang), lang);
  return alternativesInWords(
    anyOf.map((alternative) => ({
      ...('label' in alternative && { label: alternative.label }),
      counts: countsOf(alternative).map((count) =>
        countView(count, (bound) =>
          isComputed(bound) ? { amount: '', label: numberInWords(bound, lang, names) } : boundView(bound),
        ),
      ),
    })),
    lang,
    (kind) => namedKind(pack, form ?? {}, kind).label,
  );
}

/** The nomination that an element belongs to or, for a selection, picks from. */
function nominationAt(pack: RulePack, element: string): NominationForm | undefined {
  const [first, second] = element.split('/');
  const id = first === 'selections' ? pack.selections?.find((selection) => selection.id === second)?.from : first;
  const form = pack.forms.find((entry) => entry.id === id);
  return form?.type === 'nomination' ? form : undefined;
}

export const quoted = (text: string, lang: Lang): string => explaining[lang].quoted(text);
