import type { ReactiveController } from 'lit';
import type { FormAssociationController } from './form-association.js';
import type { HostElement } from './host-element.js';

export interface Posting {
  /** writes what the form posts */
  readonly fillIn: (data: FormData) => void;
  /**
   * The host's form is about to be sent. Gives true where it may not be, and says why; `unfinished` says that what is
   * still invalid may go.
   */
  readonly refuse: (given: { unfinished: boolean }) => boolean;
  /**
   * The host's form is about to be sent. Gives true where it has to wait for something first; then `resume` sends it
   * by the same button.
   */
  readonly hold: (resume: () => void) => boolean;
}

/** The `<form>` around the element: asked before every submit, and written to whenever its data are asked for. */
export class HostForm implements ReactiveController {
  readonly #host: HostElement;
  readonly #association: FormAssociationController;
  readonly #posting: Posting;
  #htmlForm: HTMLFormElement | null = null;

  constructor(host: HostElement, association: FormAssociationController, posting: Posting) {
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
   * the form around it. One that is `standalone` belongs to none.
   */
  join(): void {
    if (this.#host.standalone) return this.#watch(null);
    const parted = this.#host.hasAttribute('form') && this.#association.internals.form === null;
    if (parted && this.#host.closest('form')) this.#host.removeAttribute('form');
    this.#watch(this.#association.internals.form);
  }

  #watch(htmlForm: HTMLFormElement | null): void {
    if (htmlForm === this.#htmlForm) return;
    // Capturing, so that any listener of the host's finds what is decided and written here.
    this.#htmlForm?.removeEventListener('submit', this.#submits, true);
    this.#htmlForm?.removeEventListener('formdata', this.#fillsIn, true);
    this.#htmlForm = htmlForm;
    htmlForm?.addEventListener('submit', this.#submits, true);
    htmlForm?.addEventListener('formdata', this.#fillsIn, true);
  }

  /**
   * What stands at the moment when it is asked for: `setFormValue` would have to be given every change, which is long
   * at 500 nominees, and a page that sets `value` and reads `FormData` in one go would get the one before.
   */
  readonly #fillsIn = (event: FormDataEvent): void => this.#posting.fillIn(event.formData);

  /**
   * Validation has had its word, unless the form says `novalidate`, which frameworks write into it unasked: that switches
   * off the browser's bubbles, not this. `formnovalidate` on a button is somebody's wish to store what is unfinished.
   */
  readonly #submits = (event: SubmitEvent): void => {
    const htmlForm = event.target as HTMLFormElement;
    const unfinished = event.submitter?.hasAttribute('formnovalidate') ?? false;
    const stays =
      this.#posting.refuse({ unfinished }) || this.#posting.hold(() => htmlForm.requestSubmit(event.submitter));
    if (!stays) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
