import { mayDefine } from './old-browser.js';

/**
 * Checked by the one-file script before the rest of it runs: false if there is nothing to do or another copy has
 * already defined the elements.
 */
export function mayStart(tags: readonly string[]): boolean {
  return mayDefine() && tags.some((tag) => customElements.get(tag) === undefined);
}
