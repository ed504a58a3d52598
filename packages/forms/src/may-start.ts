import { mayDefine } from './old-browser.js';

/**
 * Asked by the one-file script before anything else of it runs: false where it has nothing to do, and where another copy
 * has defined the elements already.
 */
export function mayStart(tags: readonly string[]): boolean {
  return mayDefine() && tags.some((tag) => customElements.get(tag) === undefined);
}
