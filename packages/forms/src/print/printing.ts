import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Detects that the browser is about to print, in time to render everything. */
export class Printing implements ReactiveController {
  now = false;
  readonly #renderAtOnce: () => void;

  /** @param renderAtOnce the browser prints as soon as its listeners return, so the update has to be synchronous */
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
