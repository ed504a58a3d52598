import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Disables the fallback content inside the element: words and a required control that keep the surrounding `<form>`
 * from being sent before the script has run (see “Before the script has run” in the README). Now the element itself
 * does that, and an invisible required control would block the form for ever. It is not removed, since the page's
 * framework may rely on its nodes. Slotted content is left unchanged.
 */
export class FallbackController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** A script that is not deferred runs before the content has been parsed. */
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
