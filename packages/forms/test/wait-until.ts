import { waitUntil as wait } from '@open-wc/testing';

/** Waits for a condition as long as a busy machine may need: a second, the library's own measure, is not always enough. */
export const waitUntil = (holds: () => unknown, message?: string): Promise<void> =>
  wait(holds as () => boolean, message, { timeout: 8000 });
