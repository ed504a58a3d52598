import type { Decision } from './decisions.js';
import { subjects } from './desk.js';
import type { Body } from './directory.js';
import { when } from './pages/layout.js';
import { asRecord } from './record.js';
import { vi } from './strings/vi.js';

/** A decision as an officer reads it. */
export const decisionInWords = (body: Body, { subject, body: decided }: Decision): string =>
  inWords(body, subject, decided);

/** What held before it; null: nothing. */
export const whatWas = (body: Body, { subject, was }: Decision): string | null =>
  was === null ? null : inWords(body, subject, was);

function inWords(body: Body, subject: string, decided: unknown): string {
  const words = vi.committee.decided;
  const facts = asRecord(decided);
  const [kind = '', id = ''] = subject.split(/\/(.*)/s);
  const unit = body.units.find((one) => one.id === id)?.name ?? id;
  if (subject === subjects.lock) return facts['locked'] === true ? words.locked : words.unlocked;
  if (kind === 'sets') return words.sets(unit, Number(facts['count']), String(facts['on'] ?? ''));
  if (kind === 'picks') {
    const label = body.rulebook.selections.find((selection) => selection.id === id)?.label ?? id;
    return words.picks(label, Array.isArray(facts['picks']) ? facts['picks'].length : 0);
  }
  if (typeof facts['submission'] !== 'string') return words.revoked(unit);
  return words.returned(unit, String(facts['reason']), when(body, String(facts['until'])));
}
