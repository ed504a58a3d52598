import type { Text } from '../text.js';
import { vocabulary } from '../strings/vocabulary.js';

/** The scales of a pack, by name; lowest step first. */
export interface Scales {
  readonly scales?:
    Readonly<Record<string, readonly (string | { readonly id: string; readonly label: string })[]>> | undefined;
}

/** The steps of a scale with their labels; well-known ratings need not be defined in the pack. */
export function scaleSteps(pack: Scales, scale: string): { value: string; label: Text }[] | null {
  const steps = Object.hasOwn(pack.scales ?? {}, scale)
    ? pack.scales![scale]!
    : scale === 'rating'
      ? DEFAULT_RATING
      : null;
  return (
    steps?.map((step) =>
      typeof step === 'string'
        ? { value: step, label: Object.hasOwn(vocabulary.ratings, step) ? vocabulary.ratings[step]! : step }
        : { value: step.id, label: step.label },
    ) ?? null
  );
}

/**
 * The four levels for cadres, Party members, Party organisations and collectives; lowest first.
 * @source Quy định 124-QĐ/TW ngày 04/10/2023, preceded by Quy định 132-QĐ/TW (2018)
 */
const DEFAULT_RATING = ['failed', 'completed', 'good', 'excellent'];

/** The steps of a scale from the given one upward; null if the scale or step does not exist. */
export function atOrAbove(pack: Scales, scale: string | undefined, step: string): string[] | null {
  const steps = scaleSteps(pack, scale ?? 'rating')?.map(({ value }) => value);
  const from = steps?.indexOf(step) ?? -1;
  return from < 0 ? null : steps!.slice(from);
}
