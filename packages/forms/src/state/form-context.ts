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
 * What a template function needs to show one part of a form and to tell what the officer did there.
 * Paths are JSON Pointers into the submission. Whatever shows the value at a path has that path as its DOM id,
 * which is how a link of the summary finds it.
 */
export interface FormContext<Form extends RulebookForm = RulebookForm> {
  readonly rulebook: Rulebook;
  /** the form as the rulebook has it */
  readonly definition: Form;
  readonly view: Form['view'];
  readonly submission: Submission;
  /** what is asked of it, from top to bottom of the page */
  readonly parts: readonly AskedPart[];
  readonly lang: Lang;
  readonly strings: Strings;
  /** shown, not to be changed: the element is read-only or disabled */
  readonly locked: boolean;
  readonly disabled: boolean;
  valueAt(path: string): unknown;
  /** replaces the value at a path; null says nothing is there */
  set(path: string, value: unknown): void;
  /** the officer has been at this place: its findings may be shown from now on */
  touch(path: string): void;
  /** findings that may be shown at exactly this path now */
  problems(path: string): readonly ShownFinding[];
  /** evaluates a view's `when`; no condition holds always */
  holds(when: Logic | undefined, item?: unknown): boolean;
  /** says a sentence to screen readers */
  announce(sentence: string): void;
  /** opens what is folded around a path, goes there and focuses its control */
  reveal(path: string): void;
  /** reads the text at a path from the old encoding it was typed in; or puts it back as it was */
  readLegacy(path: string): void;
  putBackLegacy(path: string): void;
  readonly attachments: Attachments;
  readonly fileLimits: FileLimits;
  /** reads chosen files into the list of entries at a path, in place of `replaced` where that is given */
  attach(path: string, chosen: readonly File[], replaced?: FileEntry): Promise<void>;
}

export type NominationContext = FormContext<RulebookNomination>;
export type ReportContext = FormContext<RulebookReport>;
export type PlanContext = FormContext<RulebookPlan>;
