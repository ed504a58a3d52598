import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Takes part in the validation of a plain `<form>` through ElementInternals: blocks the host's own submit button while
 * there is no valid submission. The posted data are written by `HostForm`.
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
  readonly #onInvalid: (event: { focus: boolean }) => boolean;
  /** the validation method currently called on the element itself: silent check, or report */
  #asked: 'check' | 'report' | null = null;

  /**
   * @param onInvalid the host's form was about to be sent, but there is no valid submission: show why. `focus` is false
   *   if an earlier control of the same form is invalid too and gets the browser's focus. Returns false if there is
   *   nothing to show: then the browser points at the anchor with its own bubble
   */
  constructor(host: ReactiveControllerHost & HTMLElement, onInvalid: (event: { focus: boolean }) => boolean) {
    this.#host = host;
    this.#onInvalid = onInvalid;
    this.internals = host.attachInternals();
    // Firefox exposes every invalid element to screen readers, which would announce an untouched form as an invalid
    // entry. Findings are announced at their fields, once shown there.
    this.internals.role = 'none';
    host.addController(this);
  }

  /** Whether there is a surrounding form; then the element shows no submit button. */
  get insideForm(): boolean {
    return this.internals.form !== null;
  }

  /**
   * Sets whether the form may be sent.
   *
   * @param message a sentence on what is wrong; null: the form may be sent
   * @param anchor  element of the shadow root that the browser's bubble points at
   */
  setValidity(message: string | null, anchor?: HTMLElement): void {
    if (message === null) this.internals.setValidity({});
    else if (anchor) this.internals.setValidity({ customError: true }, message, anchor);
    else this.internals.setValidity({ customError: true }, message);
  }

  /** Like `checkValidity()` and `reportValidity()` of native controls. */
  ask(asked: 'check' | 'report'): boolean {
    this.#asked = asked;
    try {
      return asked === 'check' ? this.internals.checkValidity() : this.internals.reportValidity();
    } finally {
      this.#asked = null;
    }
  }

  hostConnected(): void {
    this.#host.addEventListener('invalid', this.#handleInvalid);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('invalid', this.#handleInvalid);
  }

  readonly #handleInvalid = (event: Event): void => {
    // A page that prevents the default reports what is wrong itself.
    if (event.target !== this.#host || this.#asked === 'check' || event.defaultPrevented) return;
    const focus = this.#asked === 'report' || !this.insideForm || firstInvalid(this.internals.form) === this.#host;
    // Our summary says more than the browser's bubble, which cannot point into a folded row.
    if (this.#onInvalid({ focus })) event.preventDefault();
  };
}

function firstInvalid(htmlForm: HTMLFormElement | null): Element | undefined {
  return Array.from(htmlForm?.elements ?? []).find(
    (control) => control.localName !== 'fieldset' && control.matches(':invalid'),
  );
}
