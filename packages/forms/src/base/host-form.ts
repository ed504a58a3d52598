import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormAssociationController } from '../controllers/form-association.js';

export interface Posting {
  /** writes what the form will post */
  readonly post: () => void;
  /**
   * The host's form is about to be sent. Gives true where it has to wait for something first; then `resume` sends it
   * by the same button.
   */
  readonly hold: (resume: () => void) => boolean;
}

/** The `<form>` around the element: written to after every change, and before every submit. */
export class HostForm implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #association: FormAssociationController;
  readonly #posting: Posting;
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, association: FormAssociationController, posting: Posting) {
    this.#host = host;
    this.#association = association;
    this.#posting = posting;
    host.addController(this);
  }

  hostConnected(): void {
    this.join();
  }

  hostDisconnected(): void {
    this.#watch(null);
  }

  /**
   * HTML has an attribute `form` of its own on elements that take part in forms: the id of a `<form>` elsewhere in
   * the page, and an element whose `form` names none belongs to no form at all, even inside one. Ours names a form of
   * the rulebook. So inside a `<form>` the attribute goes, its value stays as the property, and the element belongs to
   * the form around it.
   */
  join(): void {
    const parted = this.#host.hasAttribute('form') && this.#association.internals.form === null;
    if (parted && this.#host.closest('form')) this.#host.removeAttribute('form');
    this.#watch(this.#association.internals.form);
  }

  /** Writes after the change is painted: at 500 nominees it is long. */
  postLater(): void {
    if (!this.#association.insideForm || this.#timer !== null) return;
    // A page that is not seen is not painted either.
    if (document.hidden) return this.#postNow();
    this.#timer = setTimeout(() => requestAnimationFrame(() => this.#postNow()));
  }

  #postNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#posting.post();
  }

  #watch(form: HTMLFormElement | null): void {
    // Capturing, so that the form is written before any listener of the host's reads it.
    this.#form?.removeEventListener('submit', this.#submits, true);
    this.#form = form;
    form?.addEventListener('submit', this.#submits, true);
  }

  readonly #submits = (event: SubmitEvent): void => {
    this.#postNow();
    const form = event.target as HTMLFormElement;
    if (!this.#posting.hold(() => form.requestSubmit(event.submitter))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
