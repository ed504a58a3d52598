import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows when the browser prints the page, in time for everything to be written out. */
export class Printing implements ReactiveController {
  now = false;
  readonly #renderAtOnce: () => void;

  /** @param renderAtOnce the browser prints as soon as its listeners return, so an update may not wait */
  constructor(host: ReactiveControllerHost, renderAtOnce: () => void) {
    this.#renderAtOnce = renderAtOnce;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#begins);
    window.addEventListener('afterprint', this.#ends);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#begins);
    window.removeEventListener('afterprint', this.#ends);
  }

  readonly #begins = (): void => this.#turn(true);
  readonly #ends = (): void => this.#turn(false);

  #turn(now: boolean): void {
    this.now = now;
    this.#renderAtOnce();
  }
}
