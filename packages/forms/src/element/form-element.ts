import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  asked,
  holds,
  isoInstant,
  parseInstant,
  type AskedPart,
  type Finding,
  type Lang,
  type Questionnaire,
  type RulebookForm,
  type Submission,
  type Verdict,
} from '@kl01/rules';
import { Documents } from '../blocks/documents.js';
import { DraftController } from '../drafts/draft.js';
import type { Ready } from '../drafts/form-page.js';
import { forgetDrafts, keptDrafts } from '../drafts/kept-drafts.js';
import { emit } from '../events.js';
import { Attachments } from '../files/attachments.js';
import { FilesController } from '../files/files.js';
import { Judgement } from '../findings/judgement.js';
import { LegacyTexts } from '../findings/legacy-texts.js';
import type { ReceivedFinding, ShownFinding } from '../findings/shown-findings.js';
import { FallbackController } from '../loading/fallback.js';
import { RulebookController } from '../loading/rulebook.js';
import { Printing } from '../print/printing.js';
import { FormAssociationController } from '../sending/form-association.js';
import { HostElement } from '../sending/host-element.js';
import { HostForm } from '../sending/host-form.js';
import { Sending } from '../sending/sending.js';
import { answeringUnit } from '../state/adopt.js';
import { AfterPress } from '../state/after-press.js';
import { attach } from '../state/attach.js';
import type { FormContext } from '../state/form-context.js';
import { sameValue } from '../same-value.js';
import { FormStore, type News } from '../state/store.js';
import { stringsOf } from '../strings/languages.js';
import { formStyles } from '../styles/form-styles.js';
import { focusable, goTo, showFromItsTop } from './go-to.js';
import { Opening } from './opening.js';
import { wholeForm } from './whole-form.js';

/**
 * Base class of the form elements: rulebook, submission, verdict, draft, files, the host's `<form>`, and the parts of
 * the page around the form itself. A subclass for one type of form adds:
 *
 *     readonly formType = 'report';
 *     protected blank(definition) {…}                  // content of a new submission: its lists
 *     protected renderBody(form: ReportContext) {…} // between the unit's block and the submit block
 *     protected openFor(path) {…}                 // unfolds anything that hides the control of a path
 *
 * State is one immutable submission in a `FormStore`. A template calls the store's `form.set(pointer, value)`; the
 * element is notified, saves the draft, judges the submission once in the next update, and renders. Everything is in
 * one shadow root, and the node that shows the value at a JSON Pointer has that pointer as its `id`, which links a
 * finding to its field.
 *
 * Revisions: `value` is the submission to be sent, so its `revision` is the one the server last stored + 1. The host
 * sets it and the element leaves it unchanged; without a `value` it is 1. Setting `value` to what was read from it
 * changes nothing.
 *
 * Drafts: typed work is kept until the host calls `clearDraft()` after storing the submission, or until the page is
 * loaded again with a `value` of the same content. A failed POST therefore loses nothing.
 */
export abstract class FormElement<Form extends RulebookForm = RulebookForm> extends HostElement {
  static formAssociated = true;

  /** What `form` says, where a `<form>` around the element must not read it. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'form-id'];
  }

  static override styles = formStyles;

  /** Number of drafts of all forms that this browser keeps under a `draft` key or below it (`officer-17/…`). */
  static keptDrafts(draft: string): number {
    return keptDrafts(draft).length;
  }

  /** Deletes them all, with their files: at sign-out, once the officer has confirmed. None may be shown in the page. */
  static forgetDrafts(draft: string): Promise<void> {
    return forgetDrafts(draft);
  }

  readonly #fromHost = new RulebookController(this);
  readonly #drafts = new DraftController(this, () => this.#fromHost.clock.now());
  readonly #files = new FilesController(this);
  readonly #association = new FormAssociationController(this, ({ focus }) => this.#refuse(focus));
  readonly #attachments = new Attachments(this.#files, () => this.#touchFiles());
  readonly #legacyTexts = new LegacyTexts();
  readonly #judgement = new Judgement(this.#attachments, this.#legacyTexts);
  readonly #afterPress = new AfterPress(this);
  protected readonly store = new FormStore({
    isLocked: () => this.isLocked,
    defer: (news) => this.#afterPress.run(news),
  });
  /** what the host's exporters make and read */
  protected readonly documents = new Documents(this);
  readonly #printing = new Printing(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  readonly #opening = new Opening<Form>({
    host: this,
    fromHost: this.#fromHost,
    store: this.store,
    drafts: this.#drafts,
    files: this.#files,
    attachments: this.#attachments,
    documents: this.documents,
    formType: () => this.formType,
    answering: () => this.answering,
    isLocked: () => this.isLocked,
    announce: (sentence) => this.announce(sentence),
    blank: (definition) => this.blank(definition),
    asHostKnows: (submission) => this.asHostKnows(submission),
  });
  readonly #sending = new Sending(this, this.#opening, () => this.#judgement.verdict);
  readonly #hostForm = new HostForm(this, this.#association, {
    fillIn: (data) => {
      if (!this.isDisabled) this.#sending.fillIn(data);
    },
    refuse: ({ unfinished }) => {
      this.#settle();
      if (this.#obstacle === null || (unfinished && this.#isThere)) return false;
      this.reportValidity();
      return true;
    },
    hold: (resume) => {
      this.#drafts.flush();
      this.#sentSince = true;
      return !this.isLocked && this.#sending.hold(resume);
    },
    keepFiles: () => {
      this.filesStay = !this.isDisabled && this.#sending.hasFiles;
      if (this.filesStay) emit(this, 'kl01-error', { message: stringsOf[this.#lang].failed.enctype, cause: null });
      return this.filesStay;
    },
  });

  protected readonly fallback = new FallbackController(this);

  @state() private attempted = false;
  @state() private announcement = '';
  /** the page was about to send the submission without its files */
  @state() private filesStay = false;

  /** changed, but the host has not been notified yet */
  #edited = false;
  /** the findings shown last, and whether something was sent or another submission shown since */
  #received: readonly ReceivedFinding[] = [];
  #sentSince = false;
  #until: string | null = null;
  #judgedAt: string | null = null;
  #asked: { submission: Submission; questionnaire: Questionnaire; parts: readonly AskedPart[] } | null = null;
  readonly #begun = new Promise<void>((resolve) => {
    for (const name of ['kl01-ready', 'kl01-error']) this.addEventListener(name, () => resolve(), { once: true });
  });

  abstract readonly formType: Form['type'];
  protected abstract blank(definition: Form): Partial<Submission>;
  protected abstract renderBody(form: FormContext<Form>): unknown;
  /** Unfolds anything that hides the control for a path. */
  protected openFor(_path: string): void {}
  /** Properties that identify who answers. */
  protected readonly hostKnows: readonly string[] = ['unitId', 'unitGroup', 'unitName'];
  /** The submission with the host's values for who answers; they override what was typed or stored. */
  protected asHostKnows(submission: Submission): Submission {
    return { ...submission, unit: answeringUnit(submission.unit, this.answering) };
  }
  /** A finding in wording that suits the place where it is shown; by default the rulebook's. */
  protected reworded(finding: ShownFinding): ShownFinding {
    return finding;
  }
  /** Names of blank entries that do not block sending. */
  protected leftBlank(_form: FormContext<Form>): readonly string[] {
    return [];
  }

  /** Called when another submission is shown: the host's, a draft's, or a blank one. */
  protected submissionShown(_submission: Submission): void {}

  constructor() {
    super();
    this.store.subscribe((news) => this.#hear(news));
  }

  /** The submission as it would be sent now; null until the rulebook is loaded. Setting it shows another one. */
  get value(): Submission | null {
    return this.#submission;
  }

  set value(value: Submission | null) {
    this.#opening.give(value);
  }

  /** The rulebook and its form; null: loading, or failed. */
  protected get ready(): Ready<Form> | null {
    return this.#opening.ready;
  }

  /** All findings about the current submission, including those not shown yet. */
  protected get verdict(): Verdict {
    return this.#judgement.verdict;
  }

  /** Judges the current submission without showing anything. */
  check(): Verdict {
    if (this.#submission !== null) this.#judge();
    return this.#judgement.verdict;
  }

  /** Deletes the draft: call it after a successful submit, and at sign-out. */
  async clearDraft(): Promise<void> {
    // The draft's key depends on the rulebook, which may still be loading.
    if (this.ready === null && this.#fromHost.failure === null && this.rulebook !== null) await this.#begun;
    this.#opening.work.say(null);
    await this.#drafts.clear();
  }

  /**
   * As on native controls: whether there is a submission and it may be sent. If not, fires `invalid`; shows nothing.
   */
  checkValidity(): boolean {
    return this.#ask('check');
  }

  /** As on native controls: like `checkValidity`, but also shows what is wrong and moves the focus there. */
  reportValidity(): boolean {
    return this.#ask('report');
  }

  /**
   * Does what pressing the submit button does: submits the surrounding `<form>` by `requestSubmit()`; outside one, or
   * if `standalone`, fires `kl01-submit`. If something is wrong, shows that instead.
   */
  submit(): void {
    const { form: htmlForm } = this.#association.internals;
    this.#settle();
    if (htmlForm && !this.standalone) htmlForm.requestSubmit();
    else if (this.#isThere) void this.#submit();
    else this.reportValidity();
  }

  /** Focuses the first focusable control, or the placeholder if there is no form yet. */
  override focus(options?: FocusOptions): void {
    const controls = this.shadowRoot?.querySelectorAll<HTMLElement>(focusable) ?? [];
    for (const control of [...Array.from(controls), this.#fromHost.standIn]) {
      control?.focus(options);
      if (control && this.shadowRoot?.activeElement === control) return;
    }
  }

  // --- lifecycle -----------------------------------------------------------------------------------------------------

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name === 'form-id') {
      if (after !== null) this.form = after;
      return;
    }
    // `HostForm.join` replaces the attribute inside a `<form>`; the property stays.
    if (name === 'form' && after === null) return;
    super.attributeChangedCallback(name, before, after);
    if (name === 'form') this.#hostForm.join();
  }

  formAssociatedCallback(): void {
    this.#hostForm.join();
    this.requestUpdate();
  }

  formResetCallback(): void {
    if (this.ready === null || this.standalone) return;
    const { rulebook } = this.ready;
    void this.#drafts.clear().then(() => this.#opening.begin(rulebook));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('standalone')) this.#hostForm.join();
    if (changed.has('form') && this.hasAttribute('form-id')) this.setAttribute('form-id', this.form ?? '');
    if (changed.has('now')) this.#fromHost.setClock(this.now);
    if (changed.has('until')) this.#until = this.#fromHost.instant('until', this.until);
    if (changed.has('given')) this.#fromHost.setGiven(this.given);
    if (changed.has('judgedAt')) this.#judgedAt = this.#fromHost.instant('judged-at', this.judgedAt);
    this.#files.limits = {
      maxFileBytes: this.maxFileBytes,
      maxRequestBytes: this.maxRequestBytes,
      maxFiles: this.maxFiles,
    };
    if (changed.has('lang')) this.#fromHost.checkLanguage();
    if (changed.has('exporters')) void this.#loadExporters();
    this.documents.templates = this.templates;
    if (changed.has('rulebook')) void this.#opening.load();
    const another = (['form', 'period', 'draft'] as const).some((name) => changed.has(name));
    if (another && !changed.has('rulebook') && this.#fromHost.rulebook !== null) {
      void this.#opening.begin(this.#fromHost.rulebook);
    }
    if (this.ready === null || this.#submission === null) return;
    if (this.hostKnows.some((name) => changed.has(name as keyof FormElement))) {
      this.store.complete(this.asHostKnows(this.#submission));
    }
    if (changed.has('unitGroup')) this.#fromHost.checkGroup(this.unitGroup);
    if (changed.has('given') || changed.has('receiver')) {
      this.#fromHost.checkGiven([this.ready.definition], this.receiver);
    }
    if (changed.has('findings')) this.#receive(this.#submission);
    this.#judge();
  }

  protected override updated(): void {
    this.#tellForm(this.standalone ? null : this.#obstacle);
    if (!this.#edited || this.#submission === null) return;
    this.#edited = false;
    emit(this, 'kl01-change', { submission: this.#submission, verdict: this.#judgement.verdict });
  }

  /** Saves and shows what happened to the submission. */
  #hear(news: News): void {
    if (news === 'shown' && this.#submission !== null) {
      this.#sentSince = true;
      this.#receive(this.#submission);
      this.attempted = false;
      this.#edited = false;
      this.submissionShown(this.#submission);
    }
    if (news === 'edited') this.#edited = true;
    if (news === 'edited' || news === 'beside') this.#opening.work.keep();
    this.requestUpdate();
  }

  async #loadExporters(): Promise<void> {
    const failure = await this.documents.load(this.exporters);
    if (failure) emit(this, 'kl01-error', { message: stringsOf[this.#lang].print.unavailable, cause: failure.cause });
  }

  /** Equal findings are news only after something was sent: the server may refuse the same again. */
  #receive(submission: Submission): void {
    if (!this.#sentSince && sameValue(this.findings, this.#received)) return;
    this.#sentSince = false;
    this.#received = this.findings;
    this.#judgement.shown.receive(this.findings, submission);
  }

  get #submission(): Submission | null {
    return this.store.submission;
  }

  get #lang(): Lang {
    return this.#fromHost.lang;
  }

  // --- what the officer does -----------------------------------------------------------------------------------------

  protected announce(sentence: string): void {
    // A trailing space makes a repeated sentence a different text, so that it is announced again.
    this.announcement = this.announcement === sentence ? `${sentence}\u00a0` : sentence;
  }

  protected reveal(path: string): void {
    this.openFor(path);
    void this.updateComplete.then(() => goTo(this.shadowRoot, path));
  }

  #touchFiles(): void {
    this.#judgement.forget();
    this.requestUpdate();
  }

  // --- judging -------------------------------------------------------------------------------------------------------

  #judge(): void {
    if (this.ready === null || this.#submission === null) return;
    const { rulebook, definition } = this.ready;
    this.#judgement.judge({
      rulebook,
      definition,
      submission: this.#submission,
      touched: this.store.touched,
      now: this.#judgedAt ?? this.#fromHost.clock.now(),
      given: this.#fromHost.given,
      receiver: this.receiver,
      lang: this.#lang,
      oneByOne: this.upload !== null,
      reword: (finding) => this.reworded(finding),
    });
  }

  // --- whether it may be sent ----------------------------------------------------------------------------------------

  /** Whether there is a form and a submission of it. */
  get #isThere(): boolean {
    return this.ready !== null && this.#submission !== null;
  }

  /** Why the surrounding form may not be sent, in a sentence; null: it may. */
  get #obstacle(): string | null {
    const words = stringsOf[this.#lang].submit;
    // As with native controls: disabled elements do not take part, and read-only ones are not validated.
    if (this.isDisabled || (this.readonly && (this.#isThere || !this.name))) return null;
    if (!this.#isThere) return this.#fromHost.failure === null ? words.loading : words.notLoaded;
    return this.#judgement.blocking.length > 0 ? words.invalid : null;
  }

  #tellForm(obstacle: string | null): void {
    this.#association.setValidity(obstacle, this.#fromHost.standIn ?? undefined);
  }

  /** Takes values that were just set into account. */
  #settle(): void {
    if (this.hasUpdated && this.isUpdatePending) this.performUpdate();
  }

  #ask(asked: 'check' | 'report'): boolean {
    this.#settle();
    this.#tellForm(this.#obstacle);
    try {
      return this.#association.ask(asked);
    } finally {
      if (this.standalone) this.#tellForm(null);
    }
  }

  /** Shows why an attempted submit is not possible. @returns false if there is no form yet and nothing to report */
  #refuse(focus: boolean): boolean {
    if (this.#submission === null || this.ready === null) return false;
    this.#judge();
    // A second attempt may bring other findings than the first.
    this.store.touchAll(this.#judgement.all.map(({ path }) => path));
    this.attempted = true;
    if (focus) void this.updateComplete.then(() => showFromItsTop(this.shadowRoot?.getElementById('summary')));
    return true;
  }

  // --- sending -------------------------------------------------------------------------------------------------------

  async #submit(): Promise<void> {
    if (this.#submission === null || this.isLocked || this.#sending.busy) return;
    this.#judgement.forget();
    this.#judge();
    if (this.#judgement.blocking.length > 0) return void this.#refuse(true);
    this.#sentSince = true;
    await this.#sending.submit();
  }

  // --- rendering -----------------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    const strings = stringsOf[this.#lang];
    if (this.#fromHost.failure !== null) {
      const reload = typeof this.rulebook === 'string' ? () => this.#opening.load({ again: true }) : null;
      return html`<div class="form" part="form" lang=${this.#lang}>${this.#fromHost.notice(reload)}</div>`;
    }
    const form = this.context;
    if (form === null) {
      const waiting = this.#fromHost.waiting(strings.loading);
      return html`<div class="form" part="form" lang=${this.#lang}>${waiting}</div>`;
    }
    return wholeForm(form, {
      opening: this.#opening,
      judgement: this.#judgement,
      documents: this.documents,
      answering: this.answering,
      body: this.renderBody(form),
      attempted: this.attempted,
      now: this.#fromHost.clock.now(),
      until: this.#until,
      given: this.#fromHost.given,
      receiver: this.receiver,
      printing: this.#printing.now,
      announcement: this.announcement,
      wrongGroup: this.#fromHost.wrongGroup(this.unitGroup),
      filesStay: this.filesStay,
      submit: {
        refused: this.refused.length,
        remarks: this.remarks.length,
        blank: this.leftBlank(form),
        ownButton: this.standalone || !this.#association.insideForm,
        busy: this.#sending.busy,
        submit: () => void this.#submit(),
      },
    });
  }

  /** The templates' context; null until the rulebook is loaded. */
  protected get context(): FormContext<Form> | null {
    const { store } = this;
    const { submission } = store;
    if (this.ready === null || submission === null) return null;
    const { rulebook, definition } = this.ready;
    const parts = this.#partsOf(this.ready, submission);
    return {
      rulebook,
      definition,
      view: definition.view,
      get parts() {
        return parts();
      },
      submission,
      lang: this.#lang,
      strings: stringsOf[this.#lang],
      today: isoInstant(parseInstant(this.#fromHost.clock.now()), rulebook.utcOffset).slice(0, 10),
      locked: this.isLocked,
      disabled: this.isDisabled,
      valueAt: (path) => store.valueAt(path),
      set: (path, value) => store.set(path, value),
      touch: (path) => store.touch(path),
      problems: (path) => this.#judgement.at(path),
      holds: (when, item) => when === undefined || holds(when, { submission, item }),
      announce: (sentence) => this.announce(sentence),
      reveal: (path) => this.reveal(path),
      readLegacy: (path) => store.set(path, this.#legacyTexts.read(submission, path)),
      putBackLegacy: (path) => store.set(path, this.#legacyTexts.unread(submission, path)),
      attachments: this.#attachments,
      fileLimits: this.#files.limits,
      attach: (path, chosen, replaced) => attach(store, this.#attachments, { path, chosen, replaced }),
    };
  }

  /** The parts asked of a submission, computed once however many templates read them. */
  #partsOf({ questionnaire }: Pick<Ready, 'questionnaire'>, submission: Submission): () => readonly AskedPart[] {
    return () => {
      if (this.#asked?.submission !== submission || this.#asked.questionnaire !== questionnaire) {
        this.#asked = { submission, questionnaire, parts: asked(questionnaire, submission) };
      }
      return this.#asked.parts;
    };
  }

  /** Findings of severity `error`, shown or not: what still has to be fixed. */
  protected get blocking(): readonly Finding[] {
    return this.#judgement.blocking;
  }

  /** What the server refused and has not been changed since: it would be refused again. */
  protected get refused(): readonly Finding[] {
    return this.#judgement.received.filter(({ severity, from }) => severity === 'error' && from === 'server');
  }

  /** What the receiving office objected to and has not been changed since; it does not block sending. */
  protected get remarks(): readonly Finding[] {
    return this.#judgement.received.filter(({ severity, from }) => severity === 'error' && from === 'officer');
  }
}
