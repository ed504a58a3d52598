import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { vi } from '../strings/vi.js';

const MOST_PAGES = 1_000_000;

/** The page number in an address; 1 if invalid. */
export const pageNumber = (typed: unknown): number =>
  typeof typed === 'string' && /^[1-9]\d{0,6}$/.test(typed) ? Math.min(Number(typed), MOST_PAGES) : 1;

/** One page of a list; numbers beyond the last page mean the last one. */
export function pageOf<Item>(
  list: readonly Item[],
  asked: number,
  perPage: number,
): { items: readonly Item[]; number: number; pages: number } {
  const pages = Math.max(1, Math.ceil(list.length / perPage));
  const number = Math.min(asked, pages);
  return { items: list.slice((number - 1) * perPage, number * perPage), number, pages };
}

interface Paged {
  /** from 1 */
  number: number;
  pages: number;
  addressOf: (page: number) => string;
  /** what is paginated, for screen readers */
  label: string;
  /** for lists with the newest first: labels are newer and older instead of previous and next */
  newestFirst?: boolean;
}

/** Links to the pages of a list and the current position; nothing if there is only one page. */
export function pagination({ number, pages, addressOf, label, newestFirst = false }: Paged): HtmlValue {
  if (pages === 1) return null;
  const link = (to: number, words: string, rel = ''): Html =>
    html`<li class="page-item">
      <a class="page-link" href="${addressOf(to)}" ${rel && html`rel="${rel}"`}>${words}</a>
    </li>`;
  const words = newestFirst ? vi.pages.byTime : vi.pages.inOrder;
  return html`<nav class="my-3" aria-label="${label}">
    <p class="mb-2">${vi.pages.at(number, pages)}</p>
    <ul class="pagination flex-wrap">
      ${number > 2 && link(1, words.first)} ${number > 1 && link(number - 1, words.before, 'prev')}
      ${number < pages && link(number + 1, words.after, 'next')} ${number < pages - 1 && link(pages, words.last)}
    </ul>
  </nav>`;
}
