import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Defers updates while a pointer is down. A message that appears because a field was left would move the button being
 * pressed away from under the pointer, and the press would have no effect. The button may be the page's own, below the
 * form, so this listens on the whole window.
 */
export class AfterPress implements ReactiveController {
  #pressing = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Runs now, or after the click if a pointer is down. */
  run(news: () => void): void {
    if (this.#pressing) this.#waiting.push(news);
    else news();
  }

  hostConnected(): void {
    // Capturing: a page may stop propagation.
    window.addEventListener('pointerdown', this.#pressed, true);
    window.addEventListener('pointerup', this.#released);
    window.addEventListener('pointercancel', this.#released);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.#pressed, true);
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
