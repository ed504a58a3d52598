import { officialDate, offsetMinutes } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';

/** An instant as time and day in the rulebook's time zone: the machine's may differ. */
export function momentInWords(
  { strings, rulebook }: Pick<FormContext, 'strings' | 'rulebook'>,
  instant: string,
): string {
  const there = new Date(Date.parse(instant) + offsetMinutes(rulebook.utcOffset) * 60_000);
  if (Number.isNaN(there.getTime())) return instant;
  const iso = there.toISOString();
  return strings.moment(iso.slice(11, 16), officialDate(iso.slice(0, 10)));
}
