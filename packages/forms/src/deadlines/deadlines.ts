import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { officialDate, type CheckOptions, type Rulebook, type UnitDate } from '@kl01/rules';
import type { Loading } from '../loading/load-rulebook.js';
import { Printing } from '../print/printing.js';
import { RulebookController } from '../loading/rulebook.js';
import { emit } from '../events.js';
import { differs } from '../same-value.js';
import { stringsOf } from '../strings/languages.js';
import { texts } from '../styles/texts.js';
import { tokens } from '../styles/tokens.js';
import { dateEntry } from './date-entry.js';
import { datesOf, withdrawn } from './dates.js';
import { deadlinesStyles } from './deadlines-styles.js';

/**
 * All dates of a directive for one group of units: what is due when, in the directive's wording and with its meaning,
 * the time left, and what is provisional, not announced yet or changed by a later document. The committee's own dates
 * are folded separately, so that a unit does not mistake them for its own.
 *
 *     <kl01-deadlines rulebook="/rulebooks/nam-dinh.tinh-uy.2023.json" unit-group="huyen-uy"
 *       unit-id="huyen-uy-hai-hau" now="2023-03-22T08:00:00+07:00" calendar="/lich.ics"></kl01-deadlines>
 *
 * @fires kl01-ready - the dates are shown: `{ rulebook, form: null }`
 * @fires kl01-error - the host has to fix something: `{ message, cause }`
 *
 * @slot calendar - replaces the link to `calendar`: the host's own link or button
 *
 * @csspart head     - the directive and which unit the dates are for
 * @csspart date     - one date
 * @csspart state    - its status
 * @csspart calendar - the place of the calendar link
 * @csspart notice   - why there are no dates
 *
 * The custom properties are those of `<kl01-nomination-form>`.
 */
export class Deadlines extends LitElement {
  static override styles: CSSResultGroup = [tokens, texts, deadlinesStyles];

  private readonly fromHost = new RulebookController(this);
  private readonly printing = new Printing(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  /** URL of the compiled rulebook, or (as a property) the rulebook itself. */
  @property({ hasChanged: differs }) rulebook: string | Rulebook | null = null;
  /** Whose dates: the group, and the unit if the directive names units. Without a group: the dates for all units. */
  @property({ attribute: 'unit-id' }) unitId: string | null = null;
  @property({ attribute: 'unit-group' }) unitGroup: string | null = null;
  /** The server's time when the page was generated, ISO 8601 with offset. The browser's clock is not trusted. */
  @property() now: string | null = null;
  /** What the host knows and the directive asks it for, such as the day of an event, by id; as an attribute, JSON. */
  @property({ hasChanged: differs }) given: string | NonNullable<CheckOptions['given']> | null = null;
  /** Only the dates of this receiver, if receivers have deadlines of their own. */
  @property() receiver: string | null = null;
  /** `vi` (default) or `en`. */
  @property() override lang = 'vi';
  /** URL of the host's calendar file with these dates. */
  @property() calendar: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('now')) this.fromHost.setClock(this.now);
    if (changed.has('lang')) this.fromHost.checkLanguage();
    if (changed.has('given')) this.fromHost.setGiven(this.given);
    if (changed.has('rulebook')) void this.#load();
    else if (changed.has('unitGroup')) this.fromHost.checkGroup(this.unitGroup);
  }

  async #load(loading: Loading = {}): Promise<void> {
    const rulebook = await this.fromHost.load(this.rulebook, loading);
    if (rulebook === null) return;
    this.fromHost.checkGroup(this.unitGroup);
    this.fromHost.checkGiven(rulebook.forms, this.receiver);
    await this.updateComplete;
    emit(this, 'kl01-ready', { rulebook: rulebook.id, form: null });
  }

  protected override render(): TemplateResult {
    const { failure, rulebook, lang } = this.fromHost;
    if (failure !== null) {
      return this.fromHost.notice(typeof this.rulebook === 'string' ? () => this.#load({ again: true }) : null);
    }
    if (rulebook === null)
      return html`<div lang=${lang}>${this.fromHost.waiting(stringsOf[lang].deadlines.loading)}</div>`;
    return this.#dates(rulebook);
  }

  #dates(rulebook: Rulebook): TemplateResult {
    const { given, lang } = this.fromHost;
    const strings = stringsOf[lang];
    const words = strings.deadlines;
    const now = this.fromHost.clock.now();
    const unit = this.unitGroup === null ? undefined : { id: this.unitId, group: this.unitGroup };
    const { ahead, over, ofCommittee } = datesOf(rulebook, {
      now,
      unit,
      given,
      receiver: this.receiver ?? undefined,
      lang,
    });
    const { number, date } = rulebook.directive;
    const group = rulebook.unitGroups.find(({ id }) => id === this.unitGroup)?.label;
    const named = rulebook.units.find(({ id }) => id === this.unitId)?.label;
    const telling = { strings, now, utcOffset: rulebook.utcOffset, ofUnit: unit !== undefined };
    const taken = withdrawn(rulebook);
    const entries = (list: readonly UnitDate[]) =>
      html`<ol class="list">
        ${list.map((entry) => dateEntry(telling, entry))}
      </ol>`;
    const folded = (heading: string, list: readonly UnitDate[], open: boolean) =>
      list.length === 0
        ? nothing
        : html`<details ?open=${open}>
            <summary><h3 part="heading">${heading}</h3></summary>
            ${entries(list)}
          </details>`;
    return html`<div class="dates" lang=${lang}>
      ${this.fromHost.wrongGroup(this.unitGroup)}
      <header class="head" part="head">
        <div>
          <p class="directive">${strings.directive(number, officialDate(date))}</p>
          <h2>${words.heading}</h2>
          ${named || group ? html`<p class="hint" part="hint">${named ?? group}</p>` : nothing}
        </div>
        <div class="calendar" part="calendar">
          <slot name="calendar">${this.calendar ? html`<a href=${this.calendar}>${words.calendar}</a>` : nothing}</slot>
        </div>
      </header>
      ${ahead.length > 0 ? entries(ahead) : html`<p class="hint" part="hint">${over.length > 0 ? words.nothingAhead : words.nothing}</p>`}
      ${folded(words.over(over.length), over, this.printing.now || ahead.length === 0)}
      ${folded(words.ofCommittee(rulebook.directive.committee.name, ofCommittee.length), ofCommittee, this.printing.now)}
      ${
        taken.length > 0
          ? html`<section>
              <h3 part="heading">${words.withdrawnHeading}</h3>
              <ul class="withdrawn">
                ${taken.map(
                  (each) =>
                    html`<li><del>${each.label}</del> – ${words.withdrawn(each.number, officialDate(each.date))}</li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
    </div>`;
  }
}
