import type {
  AskedPart,
  FileEntry,
  Lang,
  Logic,
  Rulebook,
  RulebookForm,
  RulebookNomination,
  RulebookPlan,
  RulebookReport,
  Submission,
} from '@kl01/rules';
import type { FileLimits } from '../files/files.js';
import type { Strings } from '../strings/strings.js';
import type { Attachments } from '../files/attachments.js';
import type { ShownFinding } from '../findings/shown-findings.js';

/**
 * What a template function needs to show one part of a form and to report what the officer did there. Paths are JSON
 * Pointers into the submission. The node that shows the value at a path has that path as its DOM id, which the links of
 * the summary use.
 */
export interface FormContext<Form extends RulebookForm = RulebookForm> {
  readonly rulebook: Rulebook;
  /** the form as the rulebook has it */
  readonly definition: Form;
  readonly view: Form['view'];
  readonly submission: Submission;
  /** what it asks, from top to bottom of the page */
  readonly parts: readonly AskedPart[];
  readonly lang: Lang;
  readonly strings: Strings;
  /** `YYYY-MM-DD`, where the directive applies */
  readonly today: string;
  /** no changes allowed: the element is read-only or disabled */
  readonly locked: boolean;
  readonly disabled: boolean;
  valueAt(path: string): unknown;
  /** replaces the value at a path; null: no value */
  set(path: string, value: unknown): void;
  /** marks a place as visited: its findings may be shown from now on */
  touch(path: string): void;
  /** findings that may now be shown at exactly this path */
  problems(path: string): readonly ShownFinding[];
  /** evaluates a view's `when`; true without a condition */
  holds(when: Logic | undefined, item?: unknown): boolean;
  /** announces a sentence to screen readers */
  announce(sentence: string): void;
  /** unfolds and scrolls to a path and focuses its control */
  reveal(path: string): void;
  /** converts the text at a path from its old encoding, or reverts that */
  readLegacy(path: string): void;
  putBackLegacy(path: string): void;
  readonly attachments: Attachments;
  readonly fileLimits: FileLimits;
  /** reads chosen files into the list of entries at a path, replacing `replaced` if given */
  attach(path: string, chosen: readonly File[], replaced?: FileEntry): Promise<void>;
}

export type NominationContext = FormContext<RulebookNomination>;
export type ReportContext = FormContext<RulebookReport>;
export type PlanContext = FormContext<RulebookPlan>;
