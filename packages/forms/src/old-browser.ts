import { boardTags, tags } from './tags.js';
import { cannotSend, tooOld } from './strings/too-old.js';

/**
 * Whether there is a page to define elements in: not on a server, which only imports them, nor in a browser that is too
 * old, which the page then says.
 */
export function mayDefine(): boolean {
  if (typeof window === 'undefined') return false;
  const tooOldForUs = isTooOld();
  if (tooOldForUs) sayTooOld();
  return !tooOldForUs;
}

/**
 * Whether this browser lacks something the forms cannot do without. Features are asked, not versions: Chromium has all
 * of them from 99 on, Firefox from 101; what is promised and tested begins with Chromium 109 and Firefox ESR 115.
 */
function isTooOld(): boolean {
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
function sayTooOld(): void {
  const say = (): void => {
    for (const place of Array.from(document.querySelectorAll([...tags, ...boardTags].join()))) {
      const lang = place.getAttribute('lang') === 'en' ? 'en' : 'vi';
      place.textContent = tooOld[lang];
      place.setAttribute('role', 'alert');
      if (isForm(place) && place.closest('form')) place.appendChild(guard(lang));
    }
  };
  say();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', say);
}

function isForm(place: Element): boolean {
  return /-form$/.test(place.localName) && !place.hasAttribute('standalone');
}

/** A required choice that offers nothing to choose: no browser sends a form that holds it. */
function guard(lang: 'vi' | 'en'): HTMLSelectElement {
  const select = document.createElement('select');
  select.required = true;
  select.setAttribute('aria-label', cannotSend[lang]);
  select.add(new Option(cannotSend[lang], ''));
  return select;
}
