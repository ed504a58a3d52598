import type { FileEntry, Questionnaire, Rulebook, RulebookForm } from '@kl01/rules';
import type { DraftController } from './draft.js';
import type { FilesController } from '../files/files.js';
import type { Adopted } from '../state/adopt.js';
import type { FormStore } from '../state/store.js';

/** The rulebook and the form that is shown. */
export interface Ready<Form extends RulebookForm = RulebookForm> {
  readonly rulebook: Rulebook;
  readonly definition: Form;
  readonly questionnaire: Questionnaire;
}

/** The form element, as seen by the parts that act on the submission as a whole. */
export interface FormPage<Form extends RulebookForm = RulebookForm> {
  readonly drafts: DraftController;
  readonly files: FilesController;
  readonly store: FormStore;
  /** null: loading, or failed */
  readonly ready: Ready<Form> | null;
  /** the value last set by the host */
  readonly given: unknown;
  /** a submission of this form, made from arbitrary JSON */
  adopted(raw: unknown, into: Ready<Form>): Adopted;
  /** replaces the submission shown and the data kept with it */
  show(raw: unknown, more?: { readonly beside?: unknown; readonly edited?: boolean }): Pick<Adopted, 'dropped'>;
  /** neither here nor on the server: the file must be chosen again */
  isGone(entry: FileEntry): boolean;
  /** saves the draft */
  keep(): void;
  requestUpdate(): void;
}
