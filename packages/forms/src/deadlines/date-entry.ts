import { html, nothing, type TemplateResult } from 'lit';
import type { UnitDate } from '@kl01/rules';
import { daysLeft } from '../blocks/days-left.js';
import { citation } from '../controls/frame.js';
import type { Strings } from '../strings/strings.js';
import { capitalised } from '../strings/words.js';

export interface Telling {
  readonly strings: Strings;
  /** ISO 8601 instant */
  readonly now: string;
  readonly utcOffset: string;
  /** a unit's dates: the committee's are listed under a separate heading */
  readonly ofUnit: boolean;
}

/** One date: the day in large type, what it is for, the directive's wording and its meaning. */
export function dateEntry(telling: Telling, entry: UnitDate): TemplateResult {
  const { strings, now, utcOffset } = telling;
  const words = strings.deadlines;
  const isMilestone = entry.milestone !== null;
  const named = isMilestone ? words.milestoneState[entry.state] : strings.window.state[entry.state];
  const isOver = entry.state === 'closed' || (isMilestone && entry.state === 'late');
  // Nothing is received at a milestone, so only its state says that it has not begun.
  const noLeft = isOver || (isMilestone && entry.state === 'upcoming');
  const left = noLeft ? '' : strings.window.left(entry.state, entry.minutesLeft, daysLeft(entry, now, utcOffset));
  const notes = [
    entry.duty === 'may' ? words.optional : null,
    entry.ofCommittee && !telling.ofUnit ? words.byCommittee : null,
    isMilestone || entry.until === null
      ? null
      : entry.late === 'refuse'
        ? strings.window.lateRefused
        : strings.window.lateAccepted,
    entry.provisional ? strings.window.provisional : null,
  ].filter((note) => note !== null);
  return html`<li class="date ${isOver ? 'over' : entry.state}" part="date">
    ${day(strings, entry)}
    <div class="about">
      <p class="label">
        <strong>${entry.label}</strong>
        <span class="tag" part="state">${named}</span>
      </p>
      ${
        entry.state === 'unannounced'
          ? nothing
          : html`<p>
              ${capitalised(entry.said)} –
              ${entry.meaning}${left ? html`, <strong class="left">${left}</strong>` : nothing}
            </p>`
      }
      ${entry.amended ? amended(telling, entry, entry.amended) : nothing}
      ${
        notes.length > 0 || entry.cite
          ? html`<p class="hint" part="hint">${notes.join(' ')} ${citation(telling, entry.cite)}</p>`
          : nothing
      }
    </div>
  </li>`;
}

/** The last day that counts, or the first if there is no last; only visual, since the sentence beside it says the same. */
function day({ deadlines }: Strings, { from, lastDay }: UnitDate): TemplateResult {
  const shown = lastDay ?? from?.slice(0, 10);
  if (shown === undefined) return html`<p class="day none" aria-hidden="true"><span class="number">?</span></p>`;
  const [year, month, date] = shown.split('-');
  return html`<p class="day" aria-hidden="true">
    <span class="number">${Number(date)}/${Number(month)}</span>
    <span class="weekday">${deadlines.weekday(shown)}</span>
    <span class="year">${year}</span>
  </p>`;
}

/** The old and the new date, and the amending document. */
function amended({ strings }: Telling, { said }: UnitDate, { was, by }: NonNullable<UnitDate['amended']>) {
  return html`<p class="amended">
    ${strings.deadlines.changed} <del>${was}</del> → <ins>${said}</ins>
    ${strings.deadlines.changedBy(by.document)}
  </p>`;
}
