import type { Finding, Rulebook, RulebookNomination, Selection } from '@kl01/rules';
import type { Review } from '@kl01/rules/committee';
import type { Strings } from '../strings/strings.js';
import type { BoardModel, Candidate } from './board-model.js';
import type { BoardStrings } from '../strings/board.js';

/** The context passed to the board's parts. */
export interface BoardContext {
  readonly rulebook: Rulebook;
  readonly form: RulebookNomination;
  readonly lang: 'vi' | 'en';
  readonly strings: Strings;
  readonly words: BoardStrings;
  readonly review: Review;
  readonly model: BoardModel;
  readonly locked: boolean;
  /** the host's notes and links, by unit id */
  readonly notes: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  /** the selection currently being filled */
  readonly active: Selection | null;
  isPicked(candidate: Candidate): boolean;
  /** why a pick of this candidate was refused: the findings the selection would have; empty: not refused */
  whyRefused(candidate: Candidate): readonly Finding[];
  /** state of a group's own deadline, in words; '' if the general one applies */
  timeOf(group: string): string;
}

/** The host's text about a unit; safe for any unit id. */
export function wordOf(map: Readonly<Record<string, string>>, unit: string): string | null {
  return Object.hasOwn(map, unit) ? (map[unit] ?? null) : null;
}
