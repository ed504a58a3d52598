import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The server's clock, so that a wrong clock in the browser cannot move a deadline: the time the page was generated (the
 * `now` attribute) plus the time elapsed since. The browser's own clock is used only if the host gives no time.
 *
 * Updates its host once a minute and when the page becomes visible again, so that "days left" stays correct.
 */
export class ClockController implements ReactiveController {
  /** milliseconds since 1970 at the moment of `set`, or null: the browser's clock */
  #start: number | null = null;
  #monotonicStart = 0;
  #wallStart = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Sets the clock. Call it when the `now` attribute is set or changes.
   *
   * @param now the server's time, ISO 8601 with offset, such as `2023-03-30T23:59:00+07:00`; null: the browser's clock
   * @throws RangeError if it is anything else
   */
  set(now: string | null): void {
    this.#start = now === null ? null : millisecondsOf(now);
    this.#monotonicStart = performance.now();
    this.#wallStart = Date.now();
  }

  /** The current time, ISO 8601 in UTC, as `check` and `windows` expect it. */
  now(): string {
    return new Date(this.#start === null ? Date.now() : this.#start + this.#elapsed()).toISOString();
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#tick, MINUTE);
    document.addEventListener('visibilitychange', this.#tick);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#tick);
  }

  readonly #tick = (): void => {
    if (document.visibilityState === 'visible') this.#host.requestUpdate();
  };

  /**
   * `performance.now()` stops on some systems while the machine sleeps (w3c/hr-time#115), so if the wall clock is ahead
   * by less than a day, the gap counts as sleep. A larger gap is a clock correction and is ignored.
   */
  #elapsed(): number {
    const monotonic = performance.now() - this.#monotonicStart;
    const asleep = Date.now() - this.#wallStart - monotonic;
    return asleep > MINUTE && asleep < DAY ? monotonic + asleep : monotonic;
  }
}

/**
 * Milliseconds since 1970, although the rules count minutes: a page may be generated a second before a deadline.
 *
 * @throws RangeError if it is not an ISO 8601 instant with an offset
 */
export function millisecondsOf(text: string, name = 'now'): number {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) {
    throw new RangeError(`${name}="${text}" is not an instant with offset, such as 2023-03-30T23:59:00+07:00`);
  }
  return instant;
}
