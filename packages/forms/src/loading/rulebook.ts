import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CheckOptions, Lang, Rulebook, RulebookForm } from '@kl01/rules';
import { loadingFailure, loadRulebook, type Failure, type Loading } from './load-rulebook.js';
import { box, button } from '../controls/notice-box.js';
import { emit } from '../events.js';
import { languageOf, stringsOf } from '../strings/languages.js';
import { ClockController, millisecondsOf } from './clock.js';

type Given = NonNullable<CheckOptions['given']>;
type Host = ReactiveControllerHost & HTMLElement;

/** The rulebook and the clock that a host gives an element, and the errors reported if they are invalid. */
export class RulebookController implements ReactiveController {
  readonly clock: ClockController;
  /** null: not loaded yet, or failed */
  rulebook: Rulebook | null = null;
  /** what the host knows and the directive asks it for */
  given: Given | null = null;
  /** why there is nothing to show; null: loaded or loading */
  failure: Failure | null = null;

  readonly #host: Host;
  #run = 0;
  #waiting = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.clock = new ClockController(host);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#waiting) this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#patience);
  }

  /** Loads another rulebook. @returns null if it could not be loaded or yet another one was requested meanwhile */
  async load(source: string | Rulebook | null, loading: Loading = {}): Promise<Rulebook | null> {
    const run = ++this.#run;
    this.rulebook = null;
    this.failure = null;
    this.#host.requestUpdate();
    clearTimeout(this.#patience);
    this.#waiting = !source;
    if (!source) {
      this.#wait();
      return null;
    }
    try {
      const rulebook = await loadRulebook(source, loading);
      if (run !== this.#run) return null;
      this.rulebook = rulebook;
      this.#host.requestUpdate();
      return rulebook;
    } catch (error) {
      if (run === this.#run) this.fail(loadingFailure(error, stringsOf[this.lang]), error);
      return null;
    }
  }

  /** A page may give the rulebook later, when it has fetched it by itself. One that never does has forgotten it. */
  #wait(): void {
    this.#patience = setTimeout(() => {
      this.#waiting = false;
      this.fail({ sentence: stringsOf[this.lang].failed.noRulebook, detail: 'rulebook' }, null);
    }, PATIENCE_MS);
  }

  /** Shows what is wrong in place of the element and notifies the host. */
  fail(failure: Failure, cause: unknown): void {
    const { sentence, detail } = failure;
    this.failure = failure;
    this.#host.requestUpdate();
    emit(this.#host, 'kl01-error', { message: detail === null ? sentence : `${sentence} (${detail})`, cause });
  }

  /** An instant from another attribute; if it is invalid, null, and the host is notified. */
  instant(name: string, given: string | null): string | null {
    if (given === null) return null;
    try {
      millisecondsOf(given, name);
      return given;
    } catch (error) {
      this.#tell(error);
      return null;
    }
  }

  /** Takes what the host hands over, an object or JSON of one; if it is neither, notifies the host. */
  setGiven(given: string | Given | null): void {
    const known = typeof given === 'string' ? parsed(given) : given;
    this.given = isGiven(known) ? known : null;
    if (known === null || this.given !== null) return;
    emit(this.#host, 'kl01-error', { message: stringsOf[this.lang].failed.given, cause: null });
  }

  /** Notifies the host of what it hands over and nobody asks for, and of a receiver that there is not. */
  checkGiven(forms: readonly Pick<RulebookForm, 'view'>[], receiver: string | null): void {
    const { failed } = stringsOf[this.lang];
    const asked = new Set(forms.flatMap(({ view }) => view.given?.map(({ id }) => id) ?? []));
    const unknown = Object.keys(this.given ?? {}).filter((id) => !asked.has(id));
    const tell = (message: string) => emit(this.#host, 'kl01-error', { message, cause: null });
    if (unknown.length > 0) tell(failed.givenUnknown(unknown.join(', ')));
    const isThere = forms.some(({ view }) => view.receivedBy.some(({ id }) => id === receiver));
    if (receiver !== null && !isThere) tell(failed.receiver(receiver));
  }

  /** Sets the clock to the `now` attribute; if that is invalid, notifies the host and leaves the clock unchanged. */
  setClock(now: string | null): void {
    try {
      this.clock.set(now);
    } catch (error) {
      this.#tell(error);
    }
  }

  /** Notifies the host of a language that there is not; the element then speaks Vietnamese. */
  checkLanguage(): void {
    const { lang } = this.#host;
    if (lang === '' || languageOf(lang) !== null) return;
    emit(this.#host, 'kl01-error', { message: stringsOf[this.lang].failed.lang(lang), cause: null });
  }

  /** Notifies the host of a group that the directive does not name; see `wrongGroup`. */
  checkGroup(group: string | null): void {
    if (group === null || this.#knowsGroup(group)) return;
    emit(this.#host, 'kl01-error', { message: stringsOf[this.lang].failed.unitGroup(group), cause: null });
  }

  /** A notice of that for officers, who cannot correct it, and of whom the form would ask what is not theirs. */
  wrongGroup(group: string | null): TemplateResult | typeof nothing {
    if (group === null || this.#knowsGroup(group)) return nothing;
    const { failed } = stringsOf[this.lang];
    return box('warning', `${failed.unitGroup(group)} ${failed.tellAdministrator}`, []);
  }

  #knowsGroup(group: string): boolean {
    return this.rulebook === null || this.rulebook.unitGroups.some(({ id }) => id === group);
  }

  #tell(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    emit(this.#host, 'kl01-error', { message: `${stringsOf[this.lang].failed.now} ${why}`, cause: error });
  }

  get lang(): Lang {
    return languageOf(this.#host.lang) ?? 'vi';
  }

  /** Shown in place of the element until the rulebook is loaded. */
  waiting(words: string): TemplateResult {
    return html`<p class="loading" role="status" id=${standsIn} tabindex="-1">${words}</p>`;
  }

  /**
   * Shown in place of the element after `fail`.
   *
   * @param reload loads again; null: there is no URL to load from
   */
  notice(reload: (() => Promise<void>) | null): TemplateResult {
    const words = stringsOf[this.lang].failed;
    return html`<div
      class="notice error"
      part="notice notice-error"
      role="alert"
      lang=${this.lang}
      id=${standsIn}
      tabindex="-1"
    >
      <p>${this.failure?.sentence}</p>
      <p>${reload ? words.retryAdvice : words.advice}</p>
      ${this.failure?.detail ? html`<p class="hint" part="hint">${words.detail} <code>${this.failure.detail}</code></p>` : nothing}
      ${reload ? html`<div class="actions">${button(words.retry, () => void this.#retry(reload))}</div>` : nothing}
    </div>`;
  }

  /** The placeholder for the element, as anchor of validation messages and focus; null: the element itself is shown. */
  get standIn(): HTMLElement | null {
    return this.#host.shadowRoot?.getElementById(standsIn) ?? null;
  }

  /** The pressed button disappears at once, so the focus moves to the placeholder, then to what replaces it. */
  async #retry(reload: () => Promise<void>): Promise<void> {
    const done = reload();
    await this.#host.updateComplete;
    this.standIn?.focus();
    await done;
    await this.#host.updateComplete;
    (this.standIn ?? this.#host).focus();
  }
}

/** DOM id */
const standsIn = 'stand-in';

/** How long an element without a `rulebook` waits before it says so. */
const PATIENCE_MS = 5000;

/** The value of a JSON text; undefined if it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => each === null || ['string', 'number', 'boolean'].includes(typeof each));
