import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  valueAt,
  asked,
  holds,
  questionnaire,
  type AskedPart,
  type Finding,
  type Lang,
  type Questionnaire,
  type Rulebook,
  type RulebookForm,
  type Submission,
  type Verdict,
} from '@kl01/rules';
import { DraftController } from '../drafts/draft.js';
import { FallbackController } from '../loading/fallback.js';
import { FilesController } from '../files/files.js';
import { FormAssociationController } from '../sending/form-association.js';
import { forgetDrafts, keptDrafts } from '../drafts/kept-drafts.js';
import { RulebookController } from '../loading/rulebook.js';
import { emit } from '../events.js';
import { stringsOf } from '../strings/languages.js';
import { formStyles } from '../styles/form-styles.js';
import { adopt, answeringUnit, type Adopted } from '../state/adopt.js';
import { Attachments } from '../files/attachments.js';
import { documentsBlock } from '../blocks/documents-block.js';
import { otherOwner } from '../drafts/other-owner.js';
import { Documents } from '../blocks/documents.js';
import type { FormContext } from '../state/form-context.js';
import { formHead } from '../blocks/form-head.js';
import type { FormPage, Ready } from '../drafts/form-page.js';
import { focusable, goTo } from './go-to.js';
import { issuerBlock } from '../blocks/issuer-block.js';
import { LegacyTexts } from '../findings/legacy-texts.js';
import type { Loading } from '../loading/load-rulebook.js';
import { draftNotices } from '../drafts/draft-notices.js';
import { printed } from '../print/print-view.js';
import { Printing } from '../print/printing.js';
import { Judgement } from '../findings/judgement.js';
import { HostElement } from '../sending/host-element.js';
import { HostForm } from '../sending/host-form.js';
import { AfterPress } from '../state/after-press.js';
import { Editing } from '../state/editing.js';
import { Sending } from '../sending/sending.js';
import type { ShownFinding } from '../findings/shown-findings.js';
import { submitBlock } from '../blocks/submit-block.js';
import { TypedWork } from '../drafts/typed-work.js';
import { findingsSummary } from '../blocks/findings-summary.js';
import { unitBlock } from '../blocks/unit-block.js';
import { windowBanner } from '../blocks/window-banner.js';

/**
 * What every form element shares: rulebook, submission, verdict, draft, files, the host's `<form>`, and the parts
 * of the page around the form itself. An element for one type of form adds:
 *
 *     readonly formType = 'report';
 *     protected blank(form) {…}                  // what a new submission holds: its lists
 *     protected renderBody(form: ReportContext) {…} // between the unit's block and the submit block
 *     protected openFor(path) {…}                 // unfolds what hides the control of a path, if it folds anything
 *
 * State is one immutable submission. A template tells `form.set(pointer, value)`; the element replaces the
 * submission, judges it once in the following update, and renders. Everything is in one shadow root, and whatever
 * shows the value at a JSON Pointer has that pointer as its `id`: that is how a finding finds its field.
 *
 * Revisions: `value` is the submission to be sent, so its `revision` is the one the server last stored + 1. The host
 * says it, the element keeps it; without a `value` it is 1. Giving back what was read changes nothing.
 *
 * Drafts: typed work is kept until the host calls `clearDraft()` after it has stored the submission, or until
 * the page comes back with a `value` that says the same. A failed POST therefore loses nothing.
 */
export abstract class FormElement<Form extends RulebookForm = RulebookForm> extends HostElement {
  static formAssociated = true;
  static override styles = formStyles;

  /** How many drafts this browser keeps under a `draft` key, or below it (`officer-17/…`), of all forms. */
  static keptDrafts(draft: string): number {
    return keptDrafts(draft).length;
  }

  /** Forgets them all, with their files: at sign-out, once the officer has said so. A page must not show one of them. */
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
  readonly #editing = new Editing({
    attachments: this.#attachments,
    legacyTexts: this.#legacyTexts,
    shown: this.#judgement.shown,
    afterPress: new AfterPress(this),
    isLocked: () => this.isLocked,
    keep: () => this.#work.keep(),
    requestUpdate: () => this.requestUpdate(),
  });
  readonly #documents = new Documents(this);
  readonly #printing = new Printing(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  readonly #page = this.#asPage();
  readonly #work = new TypedWork(this.#page);
  readonly #sending = new Sending(this, this.#page);
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
      return !this.isLocked && this.#sending.hold(resume);
    },
  });

  protected readonly fallback = new FallbackController(this);

  /** null: on the way, or failed */
  @state() protected ready: Ready<Form> | null = null;
  @state() private attempted = false;
  @state() private announcement = '';

  /** what the host gave last */
  #given: unknown = null;
  #run = 0;
  #until: string | null = null;
  #judgedAt: string | null = null;
  #asked: { submission: Submission; questionnaire: Questionnaire; parts: readonly AskedPart[] } | null = null;
  readonly #begun = new Promise<void>((resolve) => {
    for (const name of ['kl01-ready', 'kl01-error']) this.addEventListener(name, () => resolve(), { once: true });
  });

  abstract readonly formType: Form['type'];
  protected abstract blank(form: Form): Partial<Submission>;
  protected abstract renderBody(form: FormContext<Form>): unknown;
  /** Unfolds whatever hides the control of a path. */
  protected openFor(_path: string): void {}
  /** Properties that say who answers. */
  protected readonly hostKnows: readonly string[] = ['unitId', 'unitGroup', 'unitName'];
  /** Who answers is what the host says, whatever was typed or stored. */
  protected asHostKnows(submission: Submission): Submission {
    return { ...submission, unit: answeringUnit(submission.unit, this.answering) };
  }
  /** A finding in words that fit the place where it is shown; by default those of the rulebook. */
  protected reworded(finding: ShownFinding): ShownFinding {
    return finding;
  }
  /** Names of what is asked and left blank, though it may be sent so. */
  protected leftBlank(_form: FormContext<Form>): readonly string[] {
    return [];
  }
  /** What an element keeps beside the submission, as JSON that outlives a reload; null: nothing. */
  protected beside(): unknown {
    return null;
  }
  /** Takes what `beside` gave, perhaps of an older version. */
  protected putBeside(_beside: unknown): void {}
  /** Keeps what is typed; called for whatever stands beside the submission. */
  protected keepBeside(): void {
    if (this.isLocked || !this.#work.keepBeside()) return;
    this.#editing.typedHere = true;
  }
  /** A new submission is shown: of the host, of a draft, or blank. */
  protected submissionAdopted(_submission: Submission): void {}

  /** The submission as it would be sent now; null until the rulebook is there. Setting it shows another one. */
  get value(): Submission | null {
    return this.#submission;
  }

  set value(value: Submission | null) {
    this.#given = value;
    const echo = this.#submission !== null && value !== null && sameValue(value, this.#submission);
    if (this.ready === null || echo) return;
    // At once, so that whoever asks next is told of this one; its draft takes a moment.
    this.#show(value);
    void this.#begin(this.ready.rulebook, true);
  }

  /** All findings about the submission as it is now, those not shown yet included. */
  protected get verdict(): Verdict {
    return this.#judgement.verdict;
  }

  /** Judges the submission as it is now. Shows nothing. */
  check(): Verdict {
    if (this.#submission !== null) this.#judge();
    return this.#judgement.verdict;
  }

  /** Forgets what was kept of typed work: after a successful submit, and at sign-out. */
  async clearDraft(): Promise<void> {
    // Where the draft lies depends on the rulebook, which may still be on its way.
    if (this.ready === null && this.#fromHost.failure === null && this.rulebook !== null) await this.#begun;
    this.#work.say(null);
    await this.#drafts.clear();
  }

  /**
   * As on native controls: whether the submission is there and may be sent. Where not, the event `invalid` is fired;
   * nothing is shown.
   */
  checkValidity(): boolean {
    return this.#ask('check');
  }

  /** As on native controls: like `checkValidity`, and shows what is wrong, with the focus there. */
  reportValidity(): boolean {
    return this.#ask('report');
  }

  /**
   * Does what the officer's press of the submit button does: sends the `<form>` around, by `requestSubmit()`; outside one
   * and where `standalone`, fires `kl01-submit`. Where something is wrong, that is shown instead.
   */
  submit(): void {
    const { form } = this.#association.internals;
    this.#settle();
    if (form && !this.standalone) form.requestSubmit();
    else if (this.#isThere) void this.#submit();
    else this.reportValidity();
  }

  /** The focus goes to the first control that takes it; where there is no form yet, to what stands there instead. */
  override focus(options?: FocusOptions): void {
    const controls = this.shadowRoot?.querySelectorAll<HTMLElement>(focusable) ?? [];
    for (const control of [...Array.from(controls), this.#fromHost.standIn]) {
      control?.focus(options);
      if (control && this.shadowRoot?.activeElement === control) return;
    }
  }

  // --- lifecycle -----------------------------------------------------------------------------------------------------

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    // Taken over inside a `<form>`, see `HostForm.join`: the property stays.
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
    void this.#drafts.clear().then(() => this.#begin(rulebook));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('standalone')) this.#hostForm.join();
    if (changed.has('now')) this.#fromHost.setClock(this.now);
    if (changed.has('until')) this.#until = this.#fromHost.instant('until', this.until);
    if (changed.has('judgedAt')) this.#judgedAt = this.#fromHost.instant('judged-at', this.judgedAt);
    this.#files.limits = {
      maxFileBytes: this.maxFileBytes,
      maxRequestBytes: this.maxRequestBytes,
      maxFiles: this.maxFiles,
    };
    if (changed.has('exporters')) void this.#loadExporters();
    if (changed.has('rulebook')) void this.#load();
    const another = (['form', 'period', 'draft'] as const).some((name) => changed.has(name));
    if (another && !changed.has('rulebook') && this.#fromHost.rulebook !== null) {
      void this.#begin(this.#fromHost.rulebook);
    }
    if (this.ready === null || this.#submission === null) return;
    if (this.hostKnows.some((name) => changed.has(name as keyof FormElement))) {
      this.#editing.submission = this.asHostKnows(this.#submission);
    }
    if (changed.has('findings')) this.#judgement.shown.receive(this.findings, this.#submission);
    this.#judge();
  }

  protected override updated(): void {
    this.#tellForm(this.standalone ? null : this.#obstacle);
    if (!this.#editing.edited || this.#submission === null) return;
    this.#editing.edited = false;
    emit(this, 'kl01-change', { submission: this.#submission, verdict: this.#judgement.verdict });
  }

  // --- loading -------------------------------------------------------------------------------------------------------

  async #load(loading: Loading = {}): Promise<void> {
    this.#run += 1;
    this.ready = null;
    const rulebook = await this.#fromHost.load(this.rulebook, loading);
    if (rulebook !== null) await this.#begin(rulebook);
  }

  /** Shows what the host gave, or the draft of it. @param shown what the host gave is shown already */
  async #begin(rulebook: Rulebook, shown = false): Promise<void> {
    const run = ++this.#run;
    const named = rulebook.forms.filter(({ id }) => id === this.form);
    const form = named.find((one): one is Form => one.type === this.formType);
    if (!form) {
      const { failed } = stringsOf[this.#lang];
      this.ready = null;
      const sentence = named[0] ? failed.formType(named[0].id) : failed.form(this.form ?? '');
      return this.#fromHost.fail({ sentence, detail: null }, null);
    }
    this.#checkGroup(rulebook);
    const draft = await this.#drafts.open(
      this.draft === null ? null : { draft: this.draft, rulebook: rulebook.id, form: form.id, period: this.period },
    );
    if (run !== this.#run) return;
    const first = this.ready === null;
    this.#fromHost.failure = null;
    this.ready = { rulebook, form, questionnaire: questionnaire(rulebook, form) };
    if (!shown) this.#show(this.#given);
    if (draft) await this.#work.meet(draft);
    if (!first) return;
    await this.updateComplete;
    emit(this, 'kl01-ready', { rulebook: rulebook.id, form: form.id });
  }

  /** Shows what a workbook says, where it belongs to this form and unit. */
  async #importWorkbook(file: File): Promise<void> {
    if (this.ready === null || this.#submission === null || this.isLocked) return;
    const { rulebook, form } = this.ready;
    const before = this.#submission;
    const options = { rulebook, submission: before, now: this.#fromHost.clock.now(), lang: this.#lang };
    const read = await this.#documents.read(file, options);
    if (read === null || this.isLocked) return;
    const other = otherOwner(read.submission, before, form.id);
    if (other !== null) return this.#documents.refuse(stringsOf[this.#lang].workbook.other[other]);
    this.announce(stringsOf[this.#lang].workbook.imported(file.name));
    this.#work.replaceBy(read.submission, {
      fileName: file.name,
      problems: read.findings.filter(({ rule }) => rule.startsWith('cell/')).map(({ message }) => message),
      leftOut: read.leftOut,
    });
    this.#editing.changed();
  }

  /** Shows a submission from outside: the host's, or a draft of it. */
  #show(raw: unknown): Pick<Adopted, 'dropped'> {
    if (this.ready === null) return { dropped: [] };
    const { submission, dropped } = this.#adopted(raw, this.ready);
    const revision = valueAt(this.#given, '/revision');
    const shown = this.asHostKnows(typeof revision === 'number' ? { ...submission, revision } : submission);
    this.#editing.submission = shown;
    this.#attachments.hosts(this.#given);
    this.#judgement.shown.forget();
    this.#judgement.shown.receive(this.findings, shown);
    this.attempted = false;
    this.#editing.edited = false;
    this.#work.say(null);
    this.submissionAdopted(shown);
    this.requestUpdate();
    return { dropped };
  }

  #adopted(raw: unknown, { rulebook, form }: Ready<Form>): Adopted {
    return adopt(raw, rulebook, form, this.answering, this.blank(form));
  }

  /** This element, as its parts see it. */
  #asPage(): FormPage<Form> {
    return {
      drafts: this.#drafts,
      files: this.#files,
      ready: () => this.ready,
      submission: () => this.#submission,
      verdict: () => this.#judgement.verdict,
      given: () => this.#given,
      typedHere: () => this.#editing.typedHere,
      beside: () => this.beside(),
      putBeside: (beside) => this.putBeside(beside),
      adopted: (raw, into) => this.#adopted(raw, into),
      show: (raw) => this.#show(raw),
      replaceForSending: (submission) => {
        this.#editing.submission = submission;
        this.#work.keep();
      },
      isGone: (entry) => this.#attachments.place(entry) === 'gone',
      requestUpdate: () => this.requestUpdate(),
    };
  }

  /** A group the directive does not name is the page's mistake: officers can mend nothing about it. */
  #checkGroup(rulebook: Rulebook): void {
    const { unitGroup } = this;
    if (unitGroup === null || rulebook.unitGroups.some(({ id }) => id === unitGroup)) return;
    emit(this, 'kl01-error', { message: stringsOf[this.#lang].failed.unitGroup(unitGroup), cause: null });
  }

  async #loadExporters(): Promise<void> {
    try {
      await this.#documents.load(this.exporters);
    } catch (error) {
      emit(this, 'kl01-error', { message: stringsOf[this.#lang].print.unavailable, cause: error });
    }
  }

  get #submission(): Submission | null {
    return this.#editing.submission;
  }

  get #lang(): Lang {
    return this.#fromHost.lang;
  }

  // --- what the officer does -----------------------------------------------------------------------------------------

  protected set(path: string, value: unknown): void {
    this.#editing.set(path, value);
  }

  protected announce(sentence: string): void {
    // The same sentence twice is said twice: a blank at its end makes it another text.
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
    const { rulebook, form } = this.ready;
    this.#judgement.judge({
      rulebook,
      form,
      submission: this.#submission,
      now: this.#judgedAt ?? this.#fromHost.clock.now(),
      lang: this.#lang,
      oneByOne: this.upload !== null,
      reword: (finding) => this.reworded(finding),
    });
  }

  // --- whether it may be sent ----------------------------------------------------------------------------------------

  /** There is a form, and a submission of it. */
  get #isThere(): boolean {
    return this.ready !== null && this.#submission !== null;
  }

  /** Why the form around may not be sent, in a sentence; null: it may. */
  get #obstacle(): string | null {
    const words = stringsOf[this.#lang].submit;
    // As with native controls: what is disabled has no say, and what is not to be changed is not asked whether it is right.
    if (this.isDisabled || (this.readonly && (this.#isThere || !this.name))) return null;
    if (!this.#isThere) return this.#fromHost.failure === null ? words.loading : words.notLoaded;
    return this.#judgement.blocking.length > 0 ? words.invalid : null;
  }

  #tellForm(obstacle: string | null): void {
    this.#association.setValidity(obstacle, this.#fromHost.standIn ?? undefined);
  }

  /** What was set a moment ago counts. */
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

  /** A submit was tried and cannot be: says why. @returns false where there is no form yet, and nothing to say about it */
  #refuse(focus: boolean): boolean {
    if (this.#submission === null || this.ready === null) return false;
    this.#judge();
    this.#judgement.attempt(this.#submission);
    this.attempted = true;
    // A second attempt finds other things than the first.
    this.requestUpdate();
    if (focus) void this.updateComplete.then(() => this.shadowRoot?.getElementById('summary')?.focus());
    return true;
  }

  // --- sending -------------------------------------------------------------------------------------------------------

  async #submit(): Promise<void> {
    if (this.#submission === null || this.isLocked || this.#sending.busy) return;
    this.#judgement.forget();
    this.#judge();
    if (this.#judgement.blocking.length > 0) return void this.#refuse(true);
    await this.#sending.submit();
  }

  // --- rendering -----------------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    const strings = stringsOf[this.#lang];
    if (this.#fromHost.failure !== null) {
      const reload = typeof this.rulebook === 'string' ? () => this.#load({ again: true }) : null;
      return html`<div class="form" part="form" lang=${this.#lang}>${this.#fromHost.notice(reload)}</div>`;
    }
    const form = this.context;
    if (form === null) {
      const waiting = this.#fromHost.waiting(strings.loading);
      return html`<div class="form" part="form" lang=${this.#lang}>${waiting}</div>`;
    }
    return html`
      <div class="form screen" part="form" lang=${this.#lang}>
        ${formHead(form)}
        <slot name="help"></slot>
        ${draftNotices(form, this.#work.notice, this.#drafts, {
          take: () => void this.#work.takeDraft(),
          discard: () => {
            this.announce(form.strings.draft.discarded);
            void this.#work.discardDraft();
          },
          keepShown: () => this.#work.keepShown(),
          bringBack: (before) => this.#work.bringBack(before),
          close: () => this.#work.say(null),
        })}
        ${findingsSummary(form, this.#judgement.visible, {
          attempted: this.attempted,
          remaining: this.#judgement.blocking.length,
        })}
        ${windowBanner(form, this.#fromHost.clock.now(), this.#until)} ${unitBlock(form, this.answering)}
        ${this.renderBody(form)} ${issuerBlock(form)}
        ${documentsBlock(form, this.#documents, (file) => void this.#importWorkbook(file))}
        ${submitBlock(form, {
          blocking: this.#judgement.blocking,
          refused: this.refused.length,
          remarks: this.remarks.length,
          blank: this.leftBlank(form),
          ownButton: this.standalone || !this.#association.insideForm,
          busy: this.#sending.busy,
          progress: this.#files.progress,
          submit: () => void this.#submit(),
        })}
        <p class="hidden" role="status" aria-live="polite">${this.announcement}</p>
      </div>
      ${this.#printing.now ? printed(form) : nothing}
    `;
  }

  /** What templates are given; null until the rulebook is there. */
  protected get context(): FormContext<Form> | null {
    if (this.ready === null || this.#submission === null) return null;
    const { rulebook, form } = this.ready;
    const submission = this.#submission;
    const parts = this.#partsOf(this.ready, submission);
    return {
      rulebook,
      form,
      view: form.view,
      get parts() {
        return parts();
      },
      submission,
      lang: this.#lang,
      strings: stringsOf[this.#lang],
      locked: this.isLocked,
      disabled: this.isDisabled,
      valueAt: (path) => valueAt(submission, path),
      set: (path, value) => this.set(path, value),
      touch: (path) => this.#editing.touch(path),
      problems: (path) => this.#judgement.at(path),
      holds: (when, item) => when === undefined || holds(when, { submission, item }),
      announce: (sentence) => this.announce(sentence),
      reveal: (path) => this.reveal(path),
      readLegacy: (path) => this.#editing.readLegacy(path),
      putBackLegacy: (path) => this.#editing.putBackLegacy(path),
      attachments: this.#attachments,
      fileLimits: this.#files.limits,
      attach: (path, chosen, replaced) => this.#editing.attach(path, chosen, replaced),
    };
  }

  /** What is asked of a submission, worked out once however many templates read it. */
  #partsOf({ questionnaire }: Pick<Ready, 'questionnaire'>, submission: Submission): () => readonly AskedPart[] {
    return () => {
      if (this.#asked?.submission !== submission || this.#asked.questionnaire !== questionnaire) {
        this.#asked = { submission, questionnaire, parts: asked(questionnaire, submission) };
      }
      return this.#asked.parts;
    };
  }

  /** Findings of severity `error`, shown or not: what is still missing. */
  protected get blocking(): readonly Finding[] {
    return this.#judgement.blocking;
  }

  /** What the server refused and nobody has changed since: it would refuse that again. */
  protected get refused(): readonly Finding[] {
    return this.#judgement.received.filter(({ severity, from }) => severity === 'error' && from === 'server');
  }

  /** What the receiving office objects to and nobody has changed since; it stops no sending. */
  protected get remarks(): readonly Finding[] {
    return this.#judgement.received.filter(({ severity, from }) => severity === 'error' && from === 'officer');
  }
}

function sameValue(given: Submission, current: Submission): boolean {
  return given === current || JSON.stringify(given) === JSON.stringify(current);
}
