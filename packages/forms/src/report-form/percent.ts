/**
 * A share as officers write it, stored in hundredths of a percent: `97,5` and `97.5 %` are 9750.
 *
 * @returns whole hundredths; what was typed where it is no share, for the rulebook to object to; null for blanks
 */
export function readPercent(typed: string): number | string | null {
  const text = typed.trim();
  if (text === '') return null;
  const parts = /^(\d{1,9})(?:[.,](\d{1,2}))?\s*%?$/.exec(text);
  if (!parts) return text;
  const [, whole = '', fraction = ''] = parts;
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** 9750 → `97,5`; anything else as it is. */
export function showPercent(stored: unknown): string {
  if (typeof stored !== 'number') return String(stored ?? '');
  return String(stored / 100).replace('.', ',');
}
