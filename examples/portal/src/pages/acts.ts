import { textIn } from '@kl01/rules';
import { decisionInWords, pickChange, whatWas } from '../committee-words.js';
import type { Decision } from '../decisions.js';
import type { Officer } from '../directory.js';
import { html } from '../html.js';
import type { Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

const words = vi.committee;

/** Everything that happened: who, when, and what was before. */
export function actsPage(
  viewer: Viewer,
  { body }: Officer,
  log: readonly Decision[],
  sent: readonly Stored[],
  nameOf: (officer: string) => string,
): string {
  const unitName = (id: string): string => body.units.find((unit) => unit.id === id)?.name ?? id;
  const formName = (id: string): string => textIn(body.rulebook.forms.find((form) => form.id === id)?.label ?? id);
  const acts = [
    ...log.map((decision) => ({
      at: decision.at,
      by: nameOf(decision.by),
      about: formName(decision.form),
      what: [decisionInWords(body, decision), pickChange(decision, sent)].filter(Boolean).join(' – '),
      was: whatWas(body, decision),
    })),
    ...sent.flatMap((one) => {
      const what = one.stale ? words.decided.stale : one.paper ? words.decided.paper : words.decided.sent;
      const act = {
        at: one.receivedAt,
        by: nameOf(one.sentBy),
        about: formName(one.form),
        what: what(unitName(one.unit), one.revision),
        was: one.revision > 1 ? vi.received.revision(one.revision - 1) : null,
      };
      const { withdrawn } = one;
      if (!withdrawn) return [act];
      const taken = {
        at: withdrawn.at,
        by: nameOf(withdrawn.by),
        about: act.about,
        was: vi.received.revision(one.revision),
      };
      return [act, { ...taken, what: words.decided.withdrawn(unitName(one.unit), one.revision) }];
    }),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  const main = html`<p><a href="/committee">${words.title}</a></p>
    <h1>${words.acts}</h1>
    <p>${words.actsLead}</p>
    ${acts.length === 0 && html`<p>${words.noActs}</p>`}
    <ul class="list-unstyled portal-wide">
      ${acts.map(
        ({ at, by, about, what, was }) =>
          html`<li class="border-bottom py-2">
            <span class="text-secondary">${when(body, at)}, ${by}</span><br />
            <strong>${what}</strong><br />
            ${about}${was && html`<br /><bdi class="text-secondary">${words.wasBefore(was)}</bdi>`}
          </li>`,
      )}
    </ul>`;
  return page(viewer, { title: words.acts, main });
}
