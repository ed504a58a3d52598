import { ownMember } from '../values/own-member.js';
import { shareOf, submissionScope } from './derive.js';
import { holds } from './evaluate.js';
import { nearestForUnit } from './for-unit.js';
import type { Bound, CountView, QuotaView, RulebookNomination } from '../rulebook.js';
import type { Kind, Submission } from '../submission.js';

/** One count of an alternative, compared with the current nominees. */
export interface SlateCount {
  readonly of: readonly Kind[];
  readonly count: number;
  readonly min: number;
  /** null: no upper bound, or a share of an unknown number */
  readonly max: number | null;
}

/** A unit's list of nominees, measured against its quota. */
export interface Slate {
  /** null: the unit has no quota and may not nominate */
  readonly quota: QuotaView | null;
  /** those open to the unit */
  readonly alternatives: readonly { readonly counts: readonly SlateCount[]; readonly holds: boolean }[];
  /** how many more of each kind can be added with some alternative still achievable */
  readonly room: Readonly<Partial<Record<Kind, number>>>;
}

/** The quota of a nomination's unit, and how much room is left. Reads only plain values from the input. */
export function slate(form: RulebookNomination, submission: Pick<Submission, 'unit' | 'nominees' | 'facts'>): Slate {
  const { kinds: asked, quotas, maxNominees } = form.view.nomination;
  const kinds = asked.map(({ kind }) => kind);
  const nominees = Array.isArray(submission.nominees) ? submission.nominees : [];
  const count = (of: readonly Kind[]) => nominees.filter((nominee) => of.includes(nominee?.kind)).length;
  const quota = nearestForUnit(quotas, submission.unit) ?? null;
  const scope = submissionScope(form, submission);
  const whole = wholeOf(submission, scope.derived);
  const open = (quota?.anyOf ?? []).filter(({ when }) => holds(when, scope));
  const alternatives = open.map(({ counts }) => {
    const unmentioned = kinds.filter((kind) => !counts.some(({ of }) => of.includes(kind)));
    const entries = counts.map((entry) => slateCount(entry, count(entry.of), whole));
    const rest = unmentioned.map((kind): SlateCount => ({ of: [kind], count: count([kind]), min: 0, max: 0 }));
    return {
      counts: entries,
      all: [...entries, ...rest],
      holds: [...entries, ...rest].every(({ count: n, min, max }) => n >= min && (max === null || n <= max)),
    };
  });

  const room: Partial<Record<Kind, number>> = {};
  for (const kind of kinds) {
    const rooms = alternatives
      .filter(({ all }) => all.every(({ count: n, max }) => max === null || n <= max))
      .map(({ all }) =>
        Math.min(...all.filter(({ of }) => of.includes(kind)).map(({ count: n, max }) => (max ?? maxNominees) - n)),
      );
    room[kind] = Math.max(0, ...rooms);
  }
  return { quota, alternatives: alternatives.map(({ counts, holds }) => ({ counts, holds })), room };
}

function slateCount({ of, min, max }: CountView, count: number, whole: Whole): SlateCount {
  return { of, count, min: boundNumber(min, whole) ?? 0, max: boundNumber(max, whole) };
}

/** The numbers that bounds are based on, by name or by `var` path if they are derived; null if unknown. */
export type Whole = (of: string) => number | null;

/** The number of the unit's members, one of its facts, or one that is derived. */
const wholeOf =
  ({ unit, facts }: Pick<Submission, 'unit' | 'facts'>, derived: Readonly<Record<string, unknown>>): Whole =>
  (of) => {
    const [root, name = ''] = of.split('.');
    const known = root === 'derived' && name !== '' ? derived[name] : facts ? ownMember(facts, of) : null;
    const value: unknown = of === 'members' ? unit?.members : known;
    return typeof value === 'number' ? value : null;
  };

/** A bound as a number; null if there is none, or it is based on an unknown number. */
export function boundNumber(bound: Bound | undefined, whole: Whole): number | null {
  if (bound === undefined || typeof bound === 'number') return bound ?? null;
  if ('amount' in bound) return whole(bound.amount);
  const known = whole(bound.of);
  if (known === null) return null;
  return shareOf(known, bound.part, bound.round);
}
