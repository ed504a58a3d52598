import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { vi } from '../strings/vi.js';

const MOST_PAGES = 1_000_000;

/** The page that an address asks for; 1 for what is no page. */
export const pageNumber = (typed: unknown): number =>
  typeof typed === 'string' && /^[1-9]\d{0,6}$/.test(typed) ? Math.min(Number(typed), MOST_PAGES) : 1;

interface Paged {
  /** 1 and up */
  number: number;
  pages: number;
  addressOf: (page: number) => string;
  /** what the pages are of, for who cannot see where the links stand */
  label: string;
}

/** Links to the pages of a list, with where one is; nothing where there is one page. */
export function pagination({ number, pages, addressOf, label }: Paged): HtmlValue {
  if (pages === 1) return null;
  const link = (to: number, words: string, rel = ''): Html =>
    html`<li class="page-item">
      <a class="page-link" href="${addressOf(to)}" ${rel && html`rel="${rel}"`}>${words}</a>
    </li>`;
  return html`<nav class="my-3" aria-label="${label}">
    <p class="mb-2">${vi.pages.at(number, pages)}</p>
    <ul class="pagination flex-wrap">
      ${number > 2 && link(1, vi.pages.first)} ${number > 1 && link(number - 1, vi.pages.newer, 'prev')}
      ${number < pages && link(number + 1, vi.pages.older, 'next')} ${number < pages - 1 && link(pages, vi.pages.last)}
    </ul>
  </nav>`;
}
