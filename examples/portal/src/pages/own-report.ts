import { createHash } from 'node:crypto';
import { textIn } from '@kl01/rules';
import type { Submission } from '@kl01/rules';
import type { Officer } from '../directory.js';
import { html, jsonBlock } from '../html.js';
import { vi } from '../strings/vi.js';
import { deskQuery } from './addresses.js';
import type { DeskView } from '../desk-view.js';
import { FORM_SCRIPTS } from './fill-in.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';

const words = vi.ownReport;

/**
 * The committee's own report, prefilled from its units' reports: to be finished and printed here, and sent elsewhere.
 * Its form is `ownReport`'s, in a `<form>` without a button, since it is not sent anywhere.
 */
export function ownReportPage(
  viewer: Viewer,
  { body, id }: Officer,
  { form, desk }: DeskView,
  begun: Required<Pick<Submission, 'sections' | 'tables'>>,
): string {
  const { rulebook } = body;
  const { committee } = rulebook.directive;
  const unit = { id: 'committee', name: committee.name };
  const main = html`<p><a href="/committee/consolidated?${deskQuery(desk)}">${vi.committee.consolidated}</a></p>
    <h1>${words.title}</h1>
    <p>${words.lead}</p>
    <noscript><p class="alert alert-warning">${vi.fillIn.noScript}</p></noscript>
    <form>
      <kl01-report-form
        rulebook="/committee/own-rulebook.json?${deskQuery(desk)}"
        form="${form.id}"
        ${desk.period && html`period="${desk.period}"`}
        unit-id="${unit.id}"
        unit-name="${unit.name}"
        now="${body.clock.now()}"
        draft="${id}/own"
        lang="vi"
      ></kl01-report-form>
    </form>
    ${jsonBlock('kl01-data', {
      value: {
        rulebook: `${rulebook.id}@${rulebook.version}`,
        form: form.id,
        period: desk.period || null,
        revision: stateOf(begun),
        unit,
        issuer: { superior: committee.superior ?? null, name: committee.name, place: committee.place ?? null },
        ...begun,
      },
    })}`;
  return page(viewer, { title: `${words.title}: ${textIn(form.label)}`, main, scripts: FORM_SCRIPTS });
}

/**
 * The prefilled content as a number. The own report is not stored and has no revision; a number that changes with the
 * sums makes the form ask before a draft of earlier sums replaces them.
 */
const stateOf = (begun: object): number =>
  (createHash('sha256').update(JSON.stringify(begun)).digest().readUInt32BE() % MOST_STATES) + 1;

const MOST_STATES = 1_000_000;
