import type { Finding } from '@kl01/rules';
import type { Picks, Received, RosterUnit } from '@kl01/rules/committee';
import type { Decision, Desk } from './decisions.js';
import type { Body, Unit } from './directory.js';
import { asRecord } from './record.js';
import type { Place, Stored } from './stored.js';

/** A submission returned to its unit, with what to correct and the deadline for sending it again. */
export interface Returned {
  submission: string;
  reason: string;
  /** shown beside the fields of the form */
  findings: readonly Finding[];
  /** ISO 8601 instant */
  until: string;
}

/** Received sets of paper. */
export interface Sets {
  count: number;
  /** calendar date */
  on: string;
}

export const subjects = {
  lock: 'lock',
  pastAwards: 'past-awards',
  answer: (unit: string): string => `answer/${unit}`,
  sets: (unit: string): string => `sets/${unit}`,
  picks: (selection: string): string => `picks/${selection}`,
} as const;

/** The committee's decisions that concern one place. */
export interface Standing {
  locked: boolean;
  /** null: not returned, or answered since */
  returned: Returned | null;
}

export const nothingDecided: Standing = { locked: false, returned: null };

type Standings = ReadonlyMap<string, Decision>;

export const deskOf = ({ rulebook, form, period }: Place): Desk => ({ rulebook, form, period });

export function standingOf(decisions: Standings, unit: string, latest: Pick<Stored, 'id'> | undefined): Standing {
  const returned = returnedOf(decisions, unit);
  return { locked: isLocked(decisions), returned: returned?.submission === latest?.id ? returned : null };
}

export const isLocked = (decisions: Standings): boolean =>
  asRecord(decisions.get(subjects.lock)?.body)['locked'] === true;

/** The latest return for a unit, answered or not; null: none, or revoked. */
export function returnedOf(decisions: Standings, unit: string): Returned | null {
  const body = decisions.get(subjects.answer(unit))?.body;
  return typeof asRecord(body)['submission'] === 'string' ? (body as Returned) : null;
}

/** Whether a returned submission may still be sent again. */
export const mayComeAgain = ({ returned }: Standing, now: string): boolean =>
  returned !== null && Date.parse(now) < Date.parse(returned.until);

export function picksOf(decisions: Standings): Picks {
  const prefix = subjects.picks('');
  return Object.fromEntries(
    [...decisions.values()]
      .filter(({ subject }) => subject.startsWith(prefix))
      .map(({ subject, body }) => [subject.slice(prefix.length), asRecord(body)['picks']]),
  ) as Picks;
}

/** The submissions that count at a desk: the latest of each unit, unless withdrawn or returned. */
export function receivedAt(body: Pick<Body, 'units'>, stored: readonly Stored[], decisions: Standings): Received[] {
  return stored.flatMap((one) => {
    const unit = body.units.find(({ id }) => id === one.unit);
    if (!unit || one.withdrawn || standingOf(decisions, one.unit, one).returned) return [];
    return [{ submission: one.body, at: one.judgedAt, unit: { id: unit.id, group: unit.group } }];
  });
}

export const rosterOf = ({ units }: Pick<Body, 'units'>): RosterUnit[] =>
  units.map(({ id, group, name }: Unit) => ({ id, group, name }));
