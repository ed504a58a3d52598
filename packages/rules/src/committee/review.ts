import { answersOf, type Answers } from './answers.js';
import { parseInstant } from '../calendar.js';
import type { Finding } from '../finding.js';
import { formOfType, periodOf } from '../form-of-type.js';
import { COMMITTEE, intake, windowFor, type Counted, type Refused } from './intake.js';
import { pointerToken } from '../values/pointer.js';
import { pastAwardFindings, repeatedFindings } from './nominee-findings.js';
import { ownMember } from '../values/own-member.js';
import { proposalEntry, proposalOf, type ProposalEntry, type Proposed } from './proposal.js';
import type { PastAward, Received, RosterUnit } from './received.js';
import type { Rulebook, RulebookForm, RulebookNomination } from '../rulebook.js';
import { candidateKey, select, type Picks, type Selected, type SelectionCount } from './select.js';
import { reviewing } from './strings/reviewing.js';
import type { Nominee } from '../submission.js';
import { compareText, fillTemplate, type Lang } from '../text.js';

/** Which nominations to review, as of when, and what else the committee knows. */
export interface ReviewOptions {
  /** ISO 8601 instant with an offset, for finding silent units; each submission is judged as of its own `at` */
  now: string;
  /** id of a nomination form */
  form: string;
  /** id of one of the form's periods, if it has any */
  period?: string | undefined;
  /** the committee's list of units; units named by the directive are always included */
  units?: Iterable<RosterUnit> | undefined;
  picks?: Picks | undefined;
  pastAwards?: Iterable<PastAward> | undefined;
  lang?: Lang | undefined;
}

/** The committee's view of a form's nominations. */
export interface Review {
  readonly form: string;
  readonly units: ReviewUnits;
  /** names by unit id, as known from the list, the directive or the submissions */
  readonly names: Readonly<Record<string, string>>;
  /** groups by unit id, likewise; some dates depend on the group */
  readonly groups: Readonly<Record<string, string>>;
  /** for every selection from this form: its counts, then its reserved places */
  readonly selections: Readonly<Record<string, readonly SelectionCount[]>>;
  /** everyone in the counted nominations and in reserved places, in office order */
  readonly proposal: readonly Proposed[];
  readonly findings: readonly Finding[];
}

/** Lists of ids, ordered by group and unit. */
export interface ReviewUnits {
  /** units of the list or the directive that sent anything, valid or not; other units that sent something valid */
  readonly answered: readonly string[];
  /** the units whose nomination counts although it arrived after its deadline */
  readonly late: readonly string[];
  /** must answer and sent nothing */
  readonly missing: readonly string[];
  /** not asked to answer this form */
  readonly exempt: readonly string[];
}

/**
 * The committee's view of a form's nominations: who answered, who is put forward, who was picked. No input is fatal:
 * problems become findings, whose paths begin with `/received/<position>`, `/units/<id>` or `/picks/<selection>`.
 *
 * @throws RangeError if `now` or an `at` is not an ISO 8601 instant with an offset, `form` is not a nomination form, or
 * `period` is not one of its periods
 */
export const review = (rulebook: Rulebook, received: Iterable<Received>, options: ReviewOptions): Review =>
  reviewDesk(rulebook, received, options)(options);

/**
 * `review` in two steps, for a page on which an officer picks: submissions are judged once, then reviewed again after
 * every pick.
 *
 * @returns a function that gives the review as of an instant, with the given picks
 * @throws RangeError as `review` does
 */
export function reviewDesk(
  rulebook: Rulebook,
  received: Iterable<Received>,
  { form: formId, period, units, pastAwards, lang = 'vi' }: Omit<ReviewOptions, 'now' | 'picks'>,
): (look: Pick<ReviewOptions, 'now' | 'picks'>) => Review {
  const form = formOfType(rulebook, formId, 'nomination');
  const ofPeriod = periodOf(form, period);
  const desk = intake<Nominated>(rulebook, form, {
    period: ofPeriod,
    lang,
    ofCommittee: true,
    keep: ({ nominees, unit }) => ({ nominees: nominees ?? [], members: unit?.members ?? null }),
    compare: (left, right) => compareText(JSON.stringify(left), JSON.stringify(right)),
  });
  for (const item of received) desk.take(item);

  const answers = answersOf(rulebook, form, desk, { units, lang });
  const ofUnits = answers.counted.flatMap((answer) => entriesOf(form, answer));
  const candidates = new Map(ofUnits.map(({ key, nominee, name }) => [key, { kind: nominee.kind, name }]));
  const telling = { names: answers.names, committee: rulebook.directive.committee.name, lang };
  const refused = desk.refused.flatMap((entry) => refusedFinding(entry, form, telling));
  const members = membersOf(answers.counted);
  const awards = [...(pastAwards ?? [])];

  return ({ now, picks }) => {
    const minute = parseInstant(now);
    const { selected, findings: ofPicks } = select(rulebook, form, { candidates, members, picks, lang });
    const entries = [...ofUnits, ...reservedEntries(form, selected)];
    return {
      form: form.id,
      units: { answered: answers.answered, late: answers.late, missing: answers.missing, exempt: answers.exempt },
      names: answers.names,
      groups: answers.groups,
      selections: Object.fromEntries([...selected].map(([id, { counts }]) => [id, counts])),
      proposal: proposalOf(form, entries, selected),
      findings: [
        ...refused,
        ...answers.findings,
        ...silentFindings(form, ofPeriod, answers, { minute, lang }),
        ...repeatedFindings(form, entries, telling),
        ...pastAwardFindings(rulebook, form, entries, awards, lang),
        ...ofPicks,
      ],
    };
  };
}

/** What is kept of a nomination: its nominees, and the unit's number of members. */
interface Nominated {
  readonly nominees: readonly Nominee[];
  readonly members: number | null;
}

/** Total members of all units whose nominations count; null if any of them does not say how many it has. */
const membersOf = (counted: readonly Counted<Nominated>[]): number | null =>
  counted.reduce<number | null>(
    (sum, { kept }) => (sum === null || kept.members === null ? null : sum + kept.members),
    0,
  );

function entriesOf(form: RulebookNomination, { id, group, index, late, kept }: Counted<Nominated>): ProposalEntry[] {
  const unit = id === COMMITTEE ? null : id;
  return kept.nominees.map((nominee, place) =>
    proposalEntry(form, {
      unit,
      group: unit === null ? null : group,
      reserved: null,
      nominee,
      late,
      key: candidateKey(unit, nominee.id),
      path: `/received/${index}/submission/nominees/${place}`,
    }),
  );
}

/** Nominees in reserved places, each listed once, even if picked in several selections. */
function reservedEntries(form: RulebookNomination, selected: ReadonlyMap<string, Selected>): ProposalEntry[] {
  const entries = new Map<string, ProposalEntry>();
  for (const { key, reserved, nominee, path } of [...selected.values()].flatMap(({ picked }) => picked)) {
    if (reserved === null || entries.has(key)) continue;
    entries.set(
      key,
      proposalEntry(form, {
        unit: null,
        group: null,
        reserved,
        nominee: nominee as Nominee,
        late: false,
        key,
        path: `${path}/nominee`,
      }),
    );
  }
  return [...entries.values()];
}

function refusedFinding(
  { reason, index, source, unit, because }: Refused,
  { view }: RulebookForm,
  { names, committee, lang }: { names: Review['names']; committee: string; lang: Lang },
): Finding[] {
  if (reason !== 'invalid' && reason !== 'exempt' && reason !== 'unreadable') return [];
  const params = {
    source,
    unit:
      unit === undefined
        ? view.answeredBy === 'committee'
          ? committee
          : String(source)
        : (ownMember(names, unit) ?? unit),
    ...(because && { why: because.message }),
  };
  const message = fillTemplate(reviewing[lang][reason], params);
  return [{ rule: `received/${reason}`, severity: 'warning', path: `/received/${index}`, message, params }];
}

/** Units that had to answer, sent nothing, and no longer can. */
function silentFindings(
  form: RulebookForm,
  period: string | null,
  answers: Answers<unknown>,
  { minute, lang }: { minute: number; lang: Lang },
): Finding[] {
  const { ifSilent } = form.view;
  const missing = new Set(answers.missing);
  return answers.roster.units
    .filter(({ id }) => missing.has(id))
    .flatMap((unit): Finding[] => {
      const window = windowFor(form, period, unit);
      const end = window?.lateUntil ?? window?.until;
      if (end === undefined || minute < end) return [];
      const params = {
        unit: ownMember(answers.names, unit.id) ?? unit.id,
        ...(ifSilent && { meaning: ifSilent.label }),
      };
      return [
        {
          rule: 'silent',
          severity: 'warning',
          path: `/units/${pointerToken(unit.id)}`,
          message: fillTemplate(reviewing[lang][ifSilent ? 'silentMeans' : 'silent'], params),
          params,
          ...(ifSilent?.cite && { cite: ifSilent.cite }),
        },
      ];
    });
}
