import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Puts news off while a pointer is down. A sentence that appears because a field was left would move the button that
 * is just being pressed away from under the pointer, and the press would do nothing.
 */
export class AfterPress implements ReactiveController {
  #pressing = false;
  #waiting: (() => void)[] = [];
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Now, or after the click that the pointer which is down makes. */
  run(news: () => void): void {
    if (this.#pressing) this.#waiting.push(news);
    else news();
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#pressed);
    window.addEventListener('pointerup', this.#released);
    window.addEventListener('pointercancel', this.#released);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#pressed);
    window.removeEventListener('pointerup', this.#released);
    window.removeEventListener('pointercancel', this.#released);
    this.#released();
  }

  readonly #pressed = (): void => {
    this.#pressing = true;
  };

  readonly #released = (): void => {
    this.#pressing = false;
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    setTimeout(() => waiting.forEach((news) => news()));
  };
}
