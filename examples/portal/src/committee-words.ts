import type { Decision } from './decisions.js';
import { subjects } from './desk.js';
import type { Body } from './directory.js';
import { when } from './pages/layout.js';
import { asRecord } from './record.js';
import type { NomineeNamed } from './store.js';
import { vi } from './strings/vi.js';

/** A decision in words, for officers. */
export const decisionInWords = (body: Body, { subject, body: decided }: Decision): string =>
  inWords(body, subject, decided);

/** The ids of nominees in a change of picks. */
export function nomineesOfChange({ subject, body, was }: Decision): { unit: string; nominee: string }[] {
  if (!subject.startsWith(subjects.picks(''))) return [];
  const { added, removed } = changeOf(body, was);
  return [...added.slice(0, NAMED), ...removed.slice(0, NAMED)].flatMap((pick) => {
    const { unit, nominee } = asRecord(pick);
    return typeof unit === 'string' && typeof nominee === 'string' ? [{ unit, nominee }] : [];
  });
}

/** The names added and removed by a change of picks; null for other decisions. */
export function pickChange({ subject, body, was }: Decision, named: readonly NomineeNamed[]): string | null {
  if (!subject.startsWith(subjects.picks(''))) return null;
  const { added, removed } = changeOf(body, was);
  const names = (picks: readonly unknown[]): string =>
    [...picks.slice(0, NAMED).map((pick) => nameOf(pick, named)), ...(picks.length > NAMED ? ['…'] : [])].join('; ');
  return vi.committee.decided.change(names(added), names(removed));
}

const NAMED = 5;

function changeOf(body: unknown, was: unknown): { added: readonly unknown[]; removed: readonly unknown[] } {
  const [after, before] = [picksIn(body), picksIn(was)];
  const key = (pick: unknown): string => JSON.stringify(pick);
  const without = (list: readonly unknown[], other: readonly unknown[]): readonly unknown[] => {
    const known = new Set(other.map(key));
    return list.filter((pick) => !known.has(key(pick)));
  };
  return { added: without(after, before), removed: without(before, after) };
}

const picksIn = (decided: unknown): readonly unknown[] => {
  const { picks } = asRecord(decided);
  return Array.isArray(picks) ? picks : [];
};

function nameOf(pick: unknown, named: readonly NomineeNamed[]): string {
  const { unit, nominee } = asRecord(pick);
  if (typeof nominee !== 'string') return String(asRecord(nominee)['name'] ?? '');
  return named.find((one) => one.unit === unit && one.nominee === nominee)?.name || nominee;
}

/** The previous decision in words; null if there was none. */
export const whatWas = (body: Body, { subject, was }: Decision): string | null =>
  was === null ? null : inWords(body, subject, was);

function inWords(body: Body, subject: string, decided: unknown): string {
  const words = vi.committee.decided;
  const facts = asRecord(decided);
  const [kind = '', id = ''] = subject.split(/\/(.*)/s);
  const unit = body.units.find((one) => one.id === id)?.name ?? id;
  if (subject === subjects.lock) return facts['locked'] === true ? words.locked : words.unlocked;
  if (subject === subjects.pastAwards) {
    return words.pastAwards(Array.isArray(facts['awards']) ? facts['awards'].length : 0);
  }
  if (kind === 'sets') return words.sets(unit, Number(facts['count']), String(facts['on'] ?? ''));
  if (kind === 'picks') {
    const label = body.rulebook.selections.find((selection) => selection.id === id)?.label ?? id;
    return words.picks(label, Array.isArray(facts['picks']) ? facts['picks'].length : 0);
  }
  if (typeof facts['submission'] !== 'string') return words.revoked(unit);
  const comments = Array.isArray(facts['findings']) ? facts['findings'].length : 0;
  const said = comments > 0 ? vi.committee.commentCount(comments) : '';
  return words.returned(unit, String(facts['reason']), said, when(body, String(facts['until'])));
}
