import { textIn } from '@kl01/rules';
import type { Act, ActsPage } from '../acts.js';
import { decisionInWords, pickChange, whatWas } from '../committee-words.js';
import type { Body, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { NomineeNamed } from '../store.js';
import { vi } from '../strings/vi.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';
import { pagination } from './pagination.js';

const words = vi.committee;

interface Recorded {
  record: ActsPage;
  /** names of the nominees in changes of picks */
  named: readonly NomineeNamed[];
  nameOf: (officer: string) => string;
}

/** All actions: who, when, and what they replaced. */
export function actsPage(viewer: Viewer, { body }: Officer, { record, named, nameOf }: Recorded): string {
  const { acts, number, pages } = record;
  const addressOf = (to: number): string => `/committee/acts?page=${to}`;
  const links = pagination({ number, pages, addressOf, label: words.actsPages, newestFirst: true });
  const main = html`<p><a href="/committee">${words.title}</a></p>
    <h1>${words.acts}</h1>
    <p>${words.actsLead}</p>
    ${acts.length === 0 && html`<p>${words.noActs}</p>`} ${links}
    <ul class="list-unstyled portal-wide">
      ${acts.map((act) => item(body, inWords(body, act, named), nameOf))}
    </ul>
    ${links}`;
  return page(viewer, {
    title: [words.acts, pages > 1 && vi.pages.at(number, pages)].filter(Boolean).join(', '),
    main,
  });
}

interface Told {
  at: string;
  /** officer id */
  by: string;
  form: string;
  what: string;
  was: string | null;
}

function item(body: Body, { at, by, form, what, was }: Told, nameOf: (officer: string) => string): Html {
  const about = textIn(body.rulebook.forms.find(({ id }) => id === form)?.label ?? form);
  return html`<li class="border-bottom py-2">
    <span class="text-secondary">${when(body, at)}, ${nameOf(by)}</span><br />
    <strong>${what}</strong><br />
    ${about}${was && html`<br /><bdi class="text-secondary">${words.wasBefore(was)}</bdi>`}
  </li>`;
}

function inWords(body: Body, act: Act, named: readonly NomineeNamed[]): Told {
  if (act.of === 'decision') {
    const { at, by, form } = act.decision;
    const what = [decisionInWords(body, act.decision), pickChange(act.decision, named)].filter(Boolean).join(' – ');
    return { at, by, form, what, was: whatWas(body, act.decision) };
  }
  const { unit, form, revision, stale, paper, sentBy, receivedAt, withdrawn } = act.submission;
  const name = body.units.find(({ id }) => id === unit)?.name ?? unit;
  if (act.of === 'withdrawn') {
    const what = words.decided.withdrawn(name, revision);
    return {
      at: withdrawn?.at ?? receivedAt,
      by: withdrawn?.by ?? '',
      form,
      what,
      was: vi.received.revision(revision),
    };
  }
  const said = stale ? words.decided.stale : paper ? words.decided.paper : words.decided.sent;
  const was = revision > 1 ? vi.received.revision(revision - 1) : null;
  return { at: receivedAt, by: sentBy, form, what: said(name, revision), was };
}
