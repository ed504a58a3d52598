import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Defers updates while a pointer is down. A sentence that appears because a field was left would move the button that
 * is just being pressed away from under the pointer, and the press would do nothing. The button may be the page's own,
 * below the form: so the whole window is listened to.
 */
export class AfterPress implements ReactiveController {
  #pressing = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Now, or after the click that the pointer which is down makes. */
  run(news: () => void): void {
    if (this.#pressing) this.#waiting.push(news);
    else news();
  }

  hostConnected(): void {
    // Capturing: a page may stop the event on its way.
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
