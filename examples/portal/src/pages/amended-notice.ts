import type { Finding } from '@kl01/rules';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Lost } from '../since-amended.js';
import { vi } from '../strings/vi.js';
import { firstFindings } from './findings.js';

/** Lists what is wrong in a submission since the directive was amended, and what to do. */
export const amendedNotice = (wrong: readonly Finding[], what: string): Html =>
  html`<div class="alert alert-warning">
    <h2 class="h5">${vi.amended.title}</h2>
    ${firstFindings(wrong)}
    <p class="mb-0">${what}</p>
  </div>`;

/** Content that the form no longer has a place for, shown so that it can be copied. */
export const lostContent = (lost: Lost): Html =>
  html`<dl class="mb-0">
    ${lost.map(
      ({ path, value }) =>
        html`<dt>${placeOf(path)}</dt>
          <dd class="portal-text">${wordsOf(value)}</dd>`,
    )}
  </dl>`;

/** The current form has no label for the place, so its kind is given. */
function placeOf(path: string): string {
  const [, member = ''] = path.split('/');
  return Object.hasOwn(vi.amended.lostFrom, member) ? (vi.amended.lostFrom[member] ?? '') : vi.amended.lostElsewhere;
}

/** The texts and numbers in a value, without member names. */
function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  return Object.values(value).map(wordsOf).filter(Boolean).join('; ');
}
