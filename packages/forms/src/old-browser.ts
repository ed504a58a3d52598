import { boardTags, tags } from './tags.js';
import { cannotSend, tooOld } from './strings/too-old.js';

/**
 * Whether elements can be defined: not on a server, which only imports them, nor in a browser that is too old, where
 * the page shows a message instead.
 */
export function mayDefine(): boolean {
  if (typeof window === 'undefined') return false;
  const tooOldForUs = isTooOld();
  if (tooOldForUs) sayTooOld();
  return !tooOldForUs;
}

/**
 * Whether this browser lacks something the forms require. Features are tested, not versions: Chromium has all of them
 * since 99, Firefox since 101; supported and tested are Chromium 109 and Firefox ESR 115 onwards.
 */
function isTooOld(): boolean {
  return !(
    'customElements' in window &&
    'attachInternals' in HTMLElement.prototype &&
    // Without it Lit inserts <style> elements, which a strict content security policy blocks.
    'adoptedStyleSheets' in Document.prototype &&
    'structuredClone' in window &&
    'hasOwn' in Object
  );
}

/** Replaces every form of the page by a sentence, now and once the page has been parsed completely. */
function sayTooOld(): void {
  const say = (): void => {
    for (const place of Array.from(document.querySelectorAll([...tags, ...boardTags].join()))) {
      const lang = /^en\b/i.test(place.getAttribute('lang') ?? '') ? 'en' : 'vi';
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

/** A required select without options: no browser submits a form that contains it. */
function guard(lang: 'vi' | 'en'): HTMLSelectElement {
  const select = document.createElement('select');
  select.required = true;
  select.setAttribute('aria-label', cannotSend[lang]);
  select.add(new Option(cannotSend[lang], ''));
  return select;
}
