import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What stands inside the element until its script has run: words, and a required control, so that the `<form>` around is
 * not sent without the element (see “Before the script has run” in the README). From here on the element itself sees to
 * that, and a control that nobody sees any more would hold the form for ever: so it is disabled. It is not removed, since
 * the page's framework may count on its nodes. Content for a slot stays as it is.
 */
export class FallbackController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** A script that is not deferred runs before the content has been read. */
  readonly #content = new MutationObserver(() => this.#switchOff());

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#switchOff();
    this.#content.observe(this.#host, { childList: true, subtree: true });
  }

  hostDisconnected(): void {
    this.#content.disconnect();
  }

  #switchOff(): void {
    const controls = this.#host.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'input, select, textarea',
    );
    for (const control of Array.from(controls)) {
      const slotted = control.closest('[slot]');
      if (slotted === null || slotted.contains(this.#host)) control.disabled = true;
    }
  }
}
