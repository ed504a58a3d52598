import type { FileEntry, Questionnaire, Rulebook, RulebookForm, Submission, Verdict } from '@kl01/rules';
import type { DraftController } from './draft.js';
import type { FilesController } from '../files/files.js';
import type { Adopted } from '../state/adopt.js';

/** The rulebook and the form of it that is shown. */
export interface Ready<Form extends RulebookForm = RulebookForm> {
  readonly rulebook: Rulebook;
  readonly form: Form;
  readonly questionnaire: Questionnaire;
}

/** The form element, as those of its parts see it that act on the submission as a whole. */
export interface FormPage<Form extends RulebookForm = RulebookForm> {
  readonly drafts: DraftController;
  readonly files: FilesController;
  ready(): Ready<Form> | null;
  submission(): Submission | null;
  verdict(): Verdict;
  /** what the host gave last */
  given(): unknown;
  /** the officer has changed something since this page was opened */
  typedHere(): boolean;
  /** what stands beside the submission; null: nothing */
  beside(): unknown;
  putBeside(beside: unknown): void;
  /** a submission of this form, made of any JSON */
  adopted(raw: unknown, into: Ready<Form>): Adopted;
  /** shows a submission in place of the one that is shown */
  show(raw: unknown): Pick<Adopted, 'dropped'>;
  /** the same submission, with what sending adds to it */
  replaceForSending(submission: Submission): void;
  /** neither here nor at the server: the file has to be chosen again */
  isGone(entry: FileEntry): boolean;
  requestUpdate(): void;
}
