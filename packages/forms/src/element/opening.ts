import { canonicalJson, questionnaire, valueAt, type FileEntry, type Rulebook, type RulebookForm } from '@kl01/rules';
import type { Submission } from '@kl01/rules';
import type { Documents } from '../blocks/documents.js';
import type { DraftController } from '../drafts/draft.js';
import type { FormPage, Ready } from '../drafts/form-page.js';
import { otherOwner } from '../drafts/other-owner.js';
import { TypedWork } from '../drafts/typed-work.js';
import { emit } from '../events.js';
import type { Attachments } from '../files/attachments.js';
import type { FilesController } from '../files/files.js';
import type { Loading } from '../loading/load-rulebook.js';
import type { RulebookController } from '../loading/rulebook.js';
import type { HostElement } from '../sending/host-element.js';
import { adopt, type Adopted, type Answering } from '../state/adopt.js';
import type { FormStore } from '../state/store.js';
import { stringsOf } from '../strings/languages.js';

/** The part of the element that opening depends on. */
export interface Opens<Form extends RulebookForm> {
  readonly host: HostElement;
  readonly fromHost: RulebookController;
  readonly store: FormStore;
  readonly drafts: DraftController;
  readonly files: FilesController;
  readonly attachments: Attachments;
  readonly documents: Documents;
  formType(): Form['type'];
  answering(): Answering;
  isLocked(): boolean;
  announce(sentence: string): void;
  /** initial content of a new submission: its lists */
  blank(definition: Form): Partial<Submission>;
  /** the submission with the host's values for who answers */
  asHostKnows(submission: Submission): Submission;
}

/** Chooses what the element shows: a form of the rulebook, filled from the host's value, a draft, or a workbook. */
export class Opening<Form extends RulebookForm = RulebookForm> implements FormPage<Form> {
  ready: Ready<Form> | null = null;
  given: unknown = null;
  readonly store: FormStore;
  readonly drafts: DraftController;
  readonly files: FilesController;
  readonly work = new TypedWork(this);
  readonly #opens: Opens<Form>;
  #given: string | null = null;
  #run = 0;

  constructor(opens: Opens<Form>) {
    this.#opens = opens;
    this.store = opens.store;
    this.drafts = opens.drafts;
    this.files = opens.files;
  }

  /** Loads the host's rulebook and opens its form. */
  async load(loading: Loading = {}): Promise<void> {
    this.#run += 1;
    this.ready = null;
    const rulebook = await this.#opens.fromHost.load(this.#opens.host.rulebook, loading);
    if (rulebook !== null) await this.begin(rulebook);
  }

  /** Called when the host sets a submission. */
  give(value: Submission | null): void {
    const before = this.#given;
    this.given = value;
    // Compared as text: the host may have changed the object that it gave before.
    this.#given = value === null ? null : canonicalJson(value);
    const { submission } = this.store;
    const again = this.#given !== null && this.#given === before;
    const echo = submission !== null && this.#given === canonicalJson(submission);
    if (this.ready === null || again || echo) return;
    // Immediately, so that `value` returns it from now on; its draft takes a moment to load.
    this.show(value);
    void this.begin(this.ready.rulebook, true);
  }

  /** Shows what the host gave, or its draft. @param shown what the host gave is already shown */
  async begin(rulebook: Rulebook, shown = false): Promise<void> {
    const { host, fromHost } = this.#opens;
    const run = ++this.#run;
    const named = rulebook.forms.filter(({ id }) => id === host.form);
    const definition = named.find((one): one is Form => one.type === this.#opens.formType());
    if (!definition) {
      const { failed } = stringsOf[fromHost.lang];
      this.ready = null;
      const sentence = named[0] ? failed.formType(named[0].id) : failed.form(host.form ?? '');
      return fromHost.fail({ sentence, detail: null }, null);
    }
    fromHost.checkGroup(host.unitGroup);
    fromHost.checkGiven([definition], host.receiver);
    const { draft: key, period } = host;
    const draft = await this.drafts.open(
      key === null ? null : { draft: key, rulebook: rulebook.id, formId: definition.id, period },
    );
    if (run !== this.#run) return;
    const first = this.ready === null;
    fromHost.failure = null;
    this.ready = { rulebook, definition, questionnaire: questionnaire(rulebook, definition) };
    if (!shown) this.show(this.given);
    if (draft) await this.work.meet(draft);
    if (!first) return;
    await host.updateComplete;
    emit(host, 'kl01-ready', { rulebook: rulebook.id, form: definition.id });
  }

  adopted(raw: unknown, { rulebook, definition }: Ready<Form>): Adopted {
    return adopt(raw, rulebook, definition, this.#opens.answering(), this.#opens.blank(definition));
  }

  show(raw: unknown, more?: { readonly beside?: unknown; readonly edited?: boolean }): Pick<Adopted, 'dropped'> {
    if (this.ready === null) return { dropped: [] };
    const { submission, dropped } = this.adopted(raw, this.ready);
    const revision = valueAt(this.given, '/revision');
    const numbered = typeof revision === 'number' ? { ...submission, revision } : submission;
    this.#opens.attachments.hosts(this.given);
    this.work.say(null);
    this.store.show(this.#opens.asHostKnows(numbered), more);
    return { dropped };
  }

  /** Shows the content of a workbook or a Word file if it belongs to this form and unit. */
  async importWorkbook(file: File): Promise<void> {
    const { documents, fromHost, isLocked } = this.#opens;
    const { submission } = this.store;
    if (this.ready === null || submission === null || isLocked()) return;
    const { rulebook, definition } = this.ready;
    const read = await documents.read(file, { rulebook, submission, now: fromHost.clock.now(), lang: fromHost.lang });
    if (read === null || isLocked()) return;
    const words = stringsOf[fromHost.lang].workbook;
    const other = otherOwner(read.submission, submission, definition.id);
    if (other !== null) return documents.refuse(words.other[other]);
    this.#opens.announce(words.imported(file.name));
    this.work.replaceBy(read.submission, {
      fileName: file.name,
      problems: read.findings.filter(({ rule }) => /^(?:cell|word)\//.test(rule)).map(({ message }) => message),
      leftOut: read.leftOut,
    });
  }

  isGone(entry: FileEntry): boolean {
    return this.#opens.attachments.place(entry) === 'gone';
  }

  keep(): void {
    this.work.keep();
  }

  requestUpdate(): void {
    this.#opens.host.requestUpdate();
  }
}
