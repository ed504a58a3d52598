import type { FileEntry, Questionnaire, Rulebook, RulebookForm } from '@kl01/rules';
import type { DraftController } from './draft.js';
import type { FilesController } from '../files/files.js';
import type { Adopted } from '../state/adopt.js';
import type { FormStore } from '../state/store.js';

/** The rulebook and the form of it that is shown. */
export interface Ready<Form extends RulebookForm = RulebookForm> {
  readonly rulebook: Rulebook;
  readonly definition: Form;
  readonly questionnaire: Questionnaire;
}

/** The form element, as those of its parts see it that act on the submission as a whole. */
export interface FormPage<Form extends RulebookForm = RulebookForm> {
  readonly drafts: DraftController;
  readonly files: FilesController;
  readonly store: FormStore;
  /** null: on the way, or failed */
  readonly ready: Ready<Form> | null;
  /** what the host gave last */
  readonly given: unknown;
  /** a submission of this form, made of any JSON */
  adopted(raw: unknown, into: Ready<Form>): Adopted;
  /** shows a submission in place of the one that is shown, and what stands beside it */
  show(raw: unknown, more?: { readonly beside?: unknown; readonly edited?: boolean }): Pick<Adopted, 'dropped'>;
  /** neither here nor at the server: the file has to be chosen again */
  isGone(entry: FileEntry): boolean;
  /** keeps what is typed */
  keep(): void;
  requestUpdate(): void;
}
