import { holds } from '../judge/evaluate.js';
import type { Finding } from '../finding.js';
import { ownMember } from '../values/own-member.js';
import type { ProposalEntry } from './proposal.js';
import { tellingFields } from '../judge/nominee-kinds.js';
import type { PastAward } from './received.js';
import type { CriterionView, Rulebook, RulebookNomination } from '../rulebook.js';
import { nameKey } from './same-name.js';
import { reviewing } from './strings/reviewing.js';
import { fillTemplate, type Lang } from '../text.js';

interface Telling {
  readonly names: Readonly<Record<string, string>>;
  /** name of the committee, which may nominate too */
  readonly committee: string;
  readonly lang: Lang;
}

/**
 * Reports nominees who were already put forward under the same name, in any spelling; the finding is on the later one.
 * If what tells people apart matches too, it is presumably the same person; otherwise it is only pointed out.
 */
export function repeatedFindings(
  form: RulebookNomination,
  entries: readonly ProposalEntry[],
  telling: Telling,
): Finding[] {
  const details = detailsOf(form);
  const { lang } = telling;
  const words = reviewing[lang];
  const byName = new Map<string, ProposalEntry[]>();
  return entries.flatMap((entry): Finding[] => {
    const { nominee, path } = entry;
    if (entry.name === '') return [];
    const name = `${nominee.kind} ${entry.nameKey}`;
    const earlier = byName.get(name);
    if (!earlier) {
      byName.set(name, [entry]);
      return [];
    }
    earlier.push(entry);
    const own = details(entry);
    const same = earlier.find((other) => other !== entry && details(other) === own);
    const other = same ?? earlier[0]!;
    const params = {
      name: entry.name,
      unit: unitName(entry, telling),
      other: other.name,
      otherUnit: unitName(other, telling),
      otherPath: other.path,
    };
    const [rule, severity, template] = same
      ? (['unique/nominee', 'warning', words.repeated] as const)
      : (['unique/name', 'advice', words.sameName] as const);
    return [{ rule, severity, path, message: fillTemplate(template, params), params }];
  });
}

/** What tells people of one name apart, as far as the form asks for it. */
function detailsOf({ view }: RulebookNomination): (entry: ProposalEntry) => string {
  const telling = tellingFields(view.nomination);
  return ({ nominee, like }) =>
    like === 'individual'
      ? telling
          .map((field) => nominee[field])
          .map((value) => (typeof value === 'string' ? nameKey(value) : ''))
          .join('|')
      : '';
}

/**
 * Reports nominees whom the committee's list of past awards excludes: an award of the exclusion, given in one of its
 * years. An exclusion without awards applies to any award, one without years to any year.
 */
export function pastAwardFindings(
  rulebook: Rulebook,
  form: RulebookNomination,
  entries: readonly ProposalEntry[],
  pastAwards: Iterable<PastAward>,
  lang: Lang,
): Finding[] {
  const exclusions = form.view.nomination.exclusions.filter(({ awards, years }) => awards ?? years);
  if (exclusions.length === 0) return [];
  const given = new Map<string, PastAward[]>();
  for (const award of pastAwards) {
    if (!isPastAward(award)) continue;
    const key = `${award.kind} ${nameKey(award.name)}`;
    given.set(key, [...(given.get(key) ?? []), award]);
  }
  return entries.flatMap(({ unit, group, nominee, name, nameKey: key, path }) =>
    exclusions.flatMap((exclusion): Finding[] => {
      const had = (given.get(`${nominee.kind} ${key}`) ?? []).find((award) => rulesOut(exclusion, award));
      if (!had) return [];
      if (!holds(exclusion.when, { submission: { unit: { id: unit, group } }, item: nominee })) return [];
      const award = rulebook.awards.find(({ id }) => id === had.award)?.label ?? had.award;
      const params = { name, award, year: had.year, exclusion: exclusion.label };
      return [
        {
          rule: `exclusion/${exclusion.id}`,
          severity: exclusion.severity,
          path,
          message: fillTemplate(reviewing[lang].pastAward, params),
          params,
          ...(exclusion.cite && { cite: exclusion.cite }),
        },
      ];
    }),
  );
}

const rulesOut = ({ awards, years }: CriterionView, { award, year }: PastAward): boolean =>
  (awards?.includes(award) ?? true) && (years?.includes(year) ?? true);

function isPastAward(entry: unknown): entry is PastAward {
  if (entry === null || typeof entry !== 'object') return false;
  const { kind, name, award, year } = entry as Partial<PastAward>;
  return typeof kind === 'string' && typeof name === 'string' && typeof award === 'string' && typeof year === 'number';
}

const unitName = ({ unit, reserved }: ProposalEntry, { names, committee }: Telling): string =>
  unit === null ? (reserved ?? committee) : (ownMember(names, unit) ?? unit);
