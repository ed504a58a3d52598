import { boardTags, tags } from './tags.js';
import { tooOld } from './strings/too-old.js';

/**
 * Whether this browser lacks something the forms cannot do without. Features are asked, not versions: Chromium has all
 * of them from 99 on, Firefox from 101; what is promised and tested begins with Chromium 109 and Firefox ESR 115.
 */
export function isTooOld(): boolean {
  return !(
    'customElements' in window &&
    'attachInternals' in HTMLElement.prototype &&
    // Without it Lit writes <style> elements, which a strict policy refuses.
    'adoptedStyleSheets' in Document.prototype &&
    'structuredClone' in window &&
    'hasOwn' in Object
  );
}

/** Puts a sentence in place of every form of the page, now and when the page has been read to its end. */
export function sayTooOld(): void {
  const say = (): void => {
    for (const place of Array.from(document.querySelectorAll([...tags, ...boardTags].join()))) {
      place.textContent = place.getAttribute('lang') === 'en' ? tooOld.en : tooOld.vi;
      place.setAttribute('role', 'alert');
    }
  };
  say();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', say);
}
