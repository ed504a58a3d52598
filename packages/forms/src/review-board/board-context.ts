import type { Finding, Rulebook, RulebookNomination, Selection } from '@kl01/rules';
import type { Review } from '@kl01/rules/committee';
import type { Strings } from '../strings/strings.js';
import type { BoardModel, Candidate } from './board-model.js';
import type { BoardStrings } from '../strings/board.js';

/** What the board's parts are given. */
export interface BoardContext {
  readonly rulebook: Rulebook;
  readonly form: RulebookNomination;
  readonly lang: 'vi' | 'en';
  readonly strings: Strings;
  readonly words: BoardStrings;
  readonly review: Review;
  readonly model: BoardModel;
  readonly locked: boolean;
  /** the host's words and addresses, by unit id */
  readonly notes: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  /** the selection that is being picked for */
  readonly active: Selection | null;
  isPicked(candidate: Candidate): boolean;
  /** why somebody who was to be picked is not: what the selection would then be found to be; none: nobody was refused */
  whyRefused(candidate: Candidate): readonly Finding[];
  /** how a group's time stands, in words; '' where it is everybody's */
  timeOf(group: string): string;
}

/** A host's word about a unit, whatever the unit's id is. */
export function wordOf(map: Readonly<Record<string, string>>, unit: string): string | null {
  return Object.hasOwn(map, unit) ? (map[unit] ?? null) : null;
}
