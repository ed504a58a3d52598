import type { ReactiveController } from 'lit';
import type { FormAssociationController } from './form-association.js';
import type { HostElement } from './host-element.js';

export interface Posting {
  /** writes what the form posts */
  readonly fillIn: (data: FormData) => void;
  /**
   * The host's form is about to be sent. Returns true if it may not be, and shows why; `unfinished`: an invalid
   * submission may be sent.
   */
  readonly refuse: (given: { unfinished: boolean }) => boolean;
  /**
   * The host's form is about to be sent. Returns true if it has to wait for something first; then `resume` sends it by
   * the same button.
   */
  readonly hold: (resume: () => void) => boolean;
  /** The host's form is about to be sent in an encoding without files. Returns true if it would lose some, and says so. */
  readonly keepFiles: () => boolean;
}

/** The `<form>` around the element: intercepts every submit, and adds to its data whenever they are read. */
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
   * On form-associated elements, HTML's attribute `form` is the id of a `<form>` elsewhere in the page; an element with
   * an unknown id belongs to no form, even inside one. Ours names a form of the rulebook. So inside a `<form>` the
   * attribute is replaced by `form-id`, which says the same and is there in a clone too (Turbo and htmx show clones of
   * pages left), and the element belongs to the surrounding form. A `standalone` element belongs to none.
   */
  join(): void {
    if (this.#host.standalone) return this.#watch(null);
    const parted = this.#host.hasAttribute('form') && this.#association.internals.form === null;
    if (parted && this.#host.closest('form')) {
      this.#host.setAttribute('form-id', this.#host.getAttribute('form') ?? '');
      this.#host.removeAttribute('form');
    }
    this.#watch(this.#association.internals.form);
  }

  #watch(htmlForm: HTMLFormElement | null): void {
    if (htmlForm === this.#htmlForm) return;
    // Capturing, so that this runs before the host's own listeners.
    this.#htmlForm?.removeEventListener('submit', this.#submits, true);
    this.#htmlForm?.removeEventListener('formdata', this.#fillsIn, true);
    this.#htmlForm = htmlForm;
    htmlForm?.addEventListener('submit', this.#submits, true);
    htmlForm?.addEventListener('formdata', this.#fillsIn, true);
  }

  /**
   * Written when the data are read: `setFormValue` would have to be called on every change, which is slow at 500
   * nominees, and a page that sets `value` and at once reads `FormData` would get the previous value.
   */
  readonly #fillsIn = (event: FormDataEvent): void => this.#posting.fillIn(event.formData);

  /**
   * The browser has already validated, unless the form has `novalidate`, which some frameworks add automatically: that
   * switches off the browser's bubbles, not this check. `formnovalidate` on a button deliberately stores unfinished
   * work.
   */
  readonly #submits = (event: SubmitEvent): void => {
    const htmlForm = event.target as HTMLFormElement;
    const unfinished = event.submitter?.hasAttribute('formnovalidate') ?? false;
    const stays =
      this.#posting.refuse({ unfinished }) || this.#posting.hold(() => htmlForm.requestSubmit(event.submitter));
    if (!stays) return this.#watchFiles(event, htmlForm);
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Asked after every listener of the page: one that sends the data by itself has prevented the default by then. */
  #watchFiles(event: SubmitEvent, htmlForm: HTMLFormElement): void {
    if (takesFiles(htmlForm, event.submitter)) return;
    const root = htmlForm.getRootNode();
    const outermost = root instanceof Document ? window : root;
    const last = (submitted: Event): void => {
      if (submitted === event && !event.defaultPrevented && this.#posting.keepFiles()) event.preventDefault();
    };
    outermost.addEventListener('submit', last, { once: true });
    setTimeout(() => outermost.removeEventListener('submit', last));
  }
}

/** Whether the form, or the button pressed, sends files: any other encoding sends their names alone. */
function takesFiles(htmlForm: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const said = (name: 'method' | 'enctype'): string =>
    (submitter?.getAttribute(`form${name}`) ?? htmlForm.getAttribute(name) ?? '').toLowerCase();
  return said('method') === 'dialog' || (said('method') === 'post' && said('enctype') === 'multipart/form-data');
}
