import { isTooOld, sayTooOld } from './old-browser.js';

/**
 * Asked by the one-file script before anything else of it runs: false where another copy has defined the elements
 * already, and where the browser is too old, which the page then says.
 */
export function mayStart(tags: readonly string[]): boolean {
  if (isTooOld()) {
    sayTooOld();
    return false;
  }
  return tags.some((tag) => customElements.get(tag) === undefined);
}
