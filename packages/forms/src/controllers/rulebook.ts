import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Lang, Rulebook } from '@kl01/rules';
import { loadingFailure, loadRulebook } from '../base/load-rulebook.js';
import { emit } from '../events.js';
import { stringsOf } from '../strings/languages.js';
import { ClockController } from './clock.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * The rulebook and the clock that a host gives an element, and what it is told when they are no good.
 */
export class RulebookController {
  readonly clock: ClockController;
  /** null: not there yet, or failed */
  rulebook: Rulebook | null = null;
  /** why there is nothing to show, in words; null: there is, or will be */
  failure: string | null = null;

  readonly #host: Host;
  #run = 0;

  constructor(host: Host) {
    this.#host = host;
    this.clock = new ClockController(host);
  }

  /** Loads another rulebook. @returns null where it could not be loaded, or yet another one was asked for meanwhile */
  async load(source: string | Rulebook | null): Promise<Rulebook | null> {
    const run = ++this.#run;
    this.rulebook = null;
    this.failure = null;
    if (source === null) return null;
    try {
      const rulebook = await loadRulebook(source);
      if (run !== this.#run) return null;
      this.rulebook = rulebook;
      this.#host.requestUpdate();
      return rulebook;
    } catch (error) {
      if (run === this.#run) this.fail(loadingFailure(error, stringsOf[this.lang]), error);
      return null;
    }
  }

  /** Shows a sentence in place of the element and tells the host. */
  fail(sentence: string, cause: unknown): void {
    this.failure = sentence;
    this.#host.requestUpdate();
    emit(this.#host, 'kl01-error', { message: sentence, cause });
  }

  /** Sets the clock to the `now` attribute; what is no instant is told to the host, and the clock stays. */
  setClock(now: string | null): void {
    try {
      this.clock.set(now);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      emit(this.#host, 'kl01-error', { message: `${stringsOf[this.lang].failed.now} ${why}`, cause: error });
    }
  }

  get lang(): Lang {
    return this.#host.lang === 'en' ? 'en' : 'vi';
  }

  /** What stands in place of the element after `fail`. */
  notice(): TemplateResult {
    return html`<div class="notice error" part="notice" role="alert" lang=${this.lang}>
      <p>${this.failure}</p>
      <p>${stringsOf[this.lang].failed.advice}</p>
    </div>`;
  }
}
