import { isoInstant, offsetMinutes } from '../calendar.js';
import { datedWindow } from '../judge/window-date.js';
import { windowFor } from './intake.js';
import type { Rulebook, RulebookForm } from '../rulebook.js';

/**
 * An instant at which a submission is in time: the last minute of its unit's window in the submission's period. For
 * submissions known to have arrived in time but without a recorded instant, such as files.
 *
 * @returns ISO 8601 with the rulebook's offset; null if no date is announced
 */
export function inTime(rulebook: Rulebook, form: RulebookForm, submission: unknown): string | null {
  const { period, unit } = Object(submission) as { period?: unknown; unit?: unknown };
  const { id, group } = Object(unit) as { id?: unknown; group?: unknown };
  const named = { id: typeof id === 'string' ? id : '', group: typeof group === 'string' ? group : '' };
  const offset = offsetMinutes(rulebook.utcOffset);
  const until = windowFor(form, typeof period === 'string' ? period : null, named, null, (window) =>
    datedWindow(window, { submission }, offset),
  )?.until;
  return until === undefined ? null : isoInstant(until - 1, rulebook.utcOffset);
}
