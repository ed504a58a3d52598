/** Lets the page paint and the caller cancel during long work. */
export class Breather {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Yields to the event loop if the work has taken longer than a frame.
   *
   * @throws the signal's reason if aborted
   */
  async breathe(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#since < FRAME_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
    this.#signal?.throwIfAborted();
  }
}

const FRAME_MS = 12;
