/** Lets a page paint, and a caller cancel, in the middle of long work. */
export class Breather {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Waits a turn of the event loop where the work has gone on for longer than a frame.
   *
   * @throws the signal's reason once it is aborted
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
