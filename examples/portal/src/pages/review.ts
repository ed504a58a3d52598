import type { PastAward, Picks, Received, RosterUnit } from '@kl01/rules/committee';
import type { Officer } from '../directory.js';
import { html, jsonBlock } from '../html.js';
import { vi } from '../strings/vi.js';
import { deskQuery } from './addresses.js';
import { deskTitle } from './desk.js';
import type { DeskView } from '../desk-view.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

interface BoardData {
  received: readonly Received[];
  units: readonly RosterUnit[];
  picks: Picks;
  /** the committee's list of earlier awards */
  pastAwards: readonly PastAward[];
  /** version of each decided subject, to detect conflicting decisions */
  versions: Readonly<Record<string, number>>;
}

/** The review board; `public/review.js` passes it its data and stores its changes. */
export function reviewPage(viewer: Viewer, { body }: Officer, view: DeskView, data: BoardData): string {
  const { desk, lines } = view;
  const links = Object.fromEntries(
    lines.map(({ unit }) => [unit.id, `/committee/unit?${deskQuery(desk, { unit: unit.id })}`]),
  );
  const notes = Object.fromEntries(
    lines.flatMap(({ unit, standing }) =>
      standing.returned ? [[unit.id, vi.committee.waiting(when(body, standing.returned.until))]] : [],
    ),
  );
  const main = html`<p><a href="/committee/desk?${deskQuery(desk)}">${deskTitle(view)}</a></p>
    <h1>${vi.committee.review}</h1>
    <p>
      <a href="/committee/past-awards?${deskQuery(desk)}">${vi.pastAwards.title}</a>:
      ${vi.pastAwards.count(data.pastAwards.length)}
    </p>
    <div id="told" role="alert"></div>
    <kl01-review-board
      rulebook="/rulebooks/${body.rulebook.id}.json"
      form="${view.form.id}"
      now="${body.clock.now()}"
      lang="vi"
    ></kl01-review-board>
    ${jsonBlock('kl01-board', {
      ...data,
      links,
      notes,
      form: desk.form,
      period: desk.period,
      token: viewer.token,
      overtaken: vi.committee.overtaken.picks,
      failed: vi.committee.overtaken.failed,
    })}`;
  return page(viewer, {
    title: vi.committee.review,
    main,
    scripts: ['/assets/review.js', '/assets/forms/kl01-review-board.js'],
  });
}
