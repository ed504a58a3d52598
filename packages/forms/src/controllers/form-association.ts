import type { Submission } from '@kl01/rules';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Takes part in a plain `<form>` through ElementInternals: posts `<name>` (JSON) and `<name>_files[]`, and stops the
 * host's own submit button while the submission is invalid.
 *
 * The browser calls form callbacks on the element itself, so its class adds:
 *
 *     static formAssociated = true;
 *     readonly association = new FormAssociationController(this, ({ focus }) => …show errors, focus the summary if asked…);
 *     formAssociatedCallback() { this.requestUpdate(); }          // `insideForm` may have changed
 *     formResetCallback() { …back to the host's value… }
 *     formDisabledCallback(disabled: boolean) { …show fields disabled… }
 */
export class FormAssociationController implements ReactiveController {
  readonly internals: ElementInternals;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onInvalid: (event: { focus: boolean }) => void;

  /**
   * @param onInvalid the host's form was about to be sent, but the submission is invalid: show the findings.
   *   `focus` is false where an earlier control of the same form is invalid too and gets the browser's focus
   */
  constructor(host: ReactiveControllerHost & HTMLElement, onInvalid: (event: { focus: boolean }) => void) {
    this.#host = host;
    this.#onInvalid = onInvalid;
    this.internals = host.attachInternals();
    // Firefox tells screen readers of every element that may not be sent yet, and they would call a form that nobody has
    // touched an invalid entry. What is wrong is said at its field, once it is shown there.
    this.internals.role = 'none';
    host.addController(this);
  }

  /** Inside a form the element has no submit button of its own. */
  get insideForm(): boolean {
    return this.internals.form !== null;
  }

  /**
   * What the form will post.
   *
   * @param name       the element's `name`; without one nothing is posted, as with native controls
   * @param submission null: nothing to post yet
   * @param files      as `FilesController.outgoing` orders them
   */
  setValue(name: string | null, submission: Submission | null, files: readonly File[]): void {
    if (!name || submission === null) return this.internals.setFormValue(null);
    const data = new FormData();
    data.append(name, JSON.stringify(submission));
    for (const file of files) data.append(`${name}_files[]`, file, file.name);
    this.internals.setFormValue(data);
  }

  /**
   * Says whether the form may be sent.
   *
   * @param message a sentence on what is wrong; null: the form may be sent
   * @param anchor  element of the shadow root where a browser would point
   */
  setValidity(message: string | null, anchor?: HTMLElement): void {
    if (message === null) this.internals.setValidity({});
    else if (anchor) this.internals.setValidity({ customError: true }, message, anchor);
    else this.internals.setValidity({ customError: true }, message);
  }

  hostConnected(): void {
    this.#host.addEventListener('invalid', this.#handleInvalid);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('invalid', this.#handleInvalid);
  }

  readonly #handleInvalid = (event: Event): void => {
    if (event.target !== this.#host) return;
    // Our summary says more than the browser's bubble, which cannot point into a folded row.
    event.preventDefault();
    this.#onInvalid({ focus: firstInvalid(this.internals.form) === this.#host || !this.insideForm });
  };
}

function firstInvalid(form: HTMLFormElement | null): Element | undefined {
  return Array.from(form?.elements ?? []).find(
    (control) => control.localName !== 'fieldset' && control.matches(':invalid'),
  );
}
