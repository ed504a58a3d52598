import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  officialDate,
  textIn,
  windows,
  type Finding,
  type Rulebook,
  type RulebookNomination,
  type Selection,
} from '@kl01/rules';
import {
  placesLeft,
  reviewDesk,
  type PastAward,
  type Picks,
  type Received,
  type Review,
  type RosterUnit,
  type SelectionPick,
} from '@kl01/rules/committee';
import { randomId } from '../state/adopt.js';
import { differs } from '../same-value.js';
import { daysLeft } from '../blocks/days-left.js';
import type { Loading } from '../loading/load-rulebook.js';
import { RulebookController } from '../loading/rulebook.js';
import { emit } from '../events.js';
import { stringsOf } from '../strings/languages.js';
import { capitalised } from '../strings/words.js';
import { actions } from '../styles/actions.js';
import { blocks } from '../styles/blocks.js';
import { fields } from '../styles/fields.js';
import { nominees } from '../styles/nominees.js';
import { texts } from '../styles/texts.js';
import { tokens } from '../styles/tokens.js';
import type { BoardContext } from './board-context.js';
import { boardModel, type BoardModel, type Candidate } from './board-model.js';
import { boardStringsOf } from '../strings/board.js';
import { boardStyles } from './board-styles.js';
import { candidatesBlock, type CandidatesView } from './candidates-block.js';
import { selectionBlock } from './selection-block.js';
import { unitsBlock, type UnitsView } from './units-block.js';

/** Number of units of a group, or of candidates, rendered at once. */
const PAGE = 50;

type Loaded = { readonly rulebook: Rulebook; readonly form: RulebookNomination };

/** The received submissions, judged once, and the inputs of that judgement. */
interface Opened {
  readonly of: readonly unknown[];
  readonly look: ReturnType<typeof reviewDesk>;
}

/** A review, its model for the page, and its inputs. */
interface Made {
  readonly of: readonly unknown[];
  readonly review: Review;
  readonly model: BoardModel;
}

/**
 * For the officer who consolidates the nominations: which units have answered a nomination form, all candidates with
 * the review's findings, and the committee's picks as they fill its selections. Data are set as properties; picks are
 * reported as `kl01-pick`. What counts and what is allowed is computed by `reviewDesk()` of @kl01/rules.
 *
 *     <kl01-review-board rulebook="/rulebooks/nam-dinh.tinh-uy.2023.json" form="de-nghi-bang-khen"
 *       now="2023-04-06T08:00:00+07:00"></kl01-review-board>
 *
 * @fires kl01-ready - the board is shown: `{ rulebook, form }`
 * @fires kl01-pick  - a pick was made or withdrawn: `{ selection, pick, picked, picks }`
 * @fires kl01-error - the host has to fix something: `{ message, cause }`
 *
 * @slot help - the host's own guidance, below the title
 *
 * @csspart head      - directive, title, deadline
 * @csspart units     - which units have answered
 * @csspart selection - the selection being picked for
 * @csspart candidates - all candidates
 * @csspart candidate - one of them
 * @csspart notice    - why there is no board
 *
 * The custom properties are those of `<kl01-nomination-form>`.
 */
export class ReviewBoard extends LitElement {
  static override styles: CSSResultGroup = [tokens, texts, blocks, fields, nominees, actions, boardStyles];

  private readonly given = new RulebookController(this);

  /** URL of the compiled rulebook, or (as a property) the rulebook itself. */
  @property({ hasChanged: differs }) rulebook: string | Rulebook | null = null;
  /** Id of a nomination form. */
  @property() form: string | null = null;
  /** The server's time when the page was generated, ISO 8601 with offset. */
  @property() now: string | null = null;
  /** Shows the board without allowing picks. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** `vi` (default) or `en`. */
  @property() override lang = 'vi';
  /** The received submissions, as for `review()`. */
  @property({ attribute: false }) received: readonly Received[] = [];
  /** The committee's list of units. */
  @property({ attribute: false }) units: readonly RosterUnit[] = [];
  /** The picks, by selection. */
  @property({ attribute: false }) picks: Picks = {};
  /** The committee's list of past awards. */
  @property({ attribute: false }) pastAwards: readonly PastAward[] = [];
  /** By unit id: URL of what the unit sent, and the host's notes about it. */
  @property({ attribute: false }) links: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) notes: Readonly<Record<string, string>> = {};

  @state() private loaded: Loaded | null = null;
  @state() private activeId: string | null = null;
  @state() private announcement = '';
  @state() private unitsView: UnitsView = { open: new Set(), shown: PAGE, onlyMissing: false };
  @state() private candidatesView: CandidatesView = { text: '', kind: '', which: 'all', shown: PAGE, compared: [] };

  /** the candidate whose pick was refused, and the findings the selection would have */
  @state() private refused: { readonly key: string; readonly why: readonly Finding[] } | null = null;

  #opened: Opened | null = null;
  #made: Made | null = null;
  #later = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('now')) this.given.setClock(this.now);
    if (changed.has('lang')) this.given.checkLanguage();
    if (changed.has('rulebook') || changed.has('form')) void this.#load();
  }

  protected override updated(): void {
    // Listing a thousand nominations again takes too long for a key press: paint the tick first, then the counts.
    if (this.loaded === null || this.#later || this.#made === null || this.#isFresh(this.loaded)) return;
    this.#later = true;
    const judge = (): void => {
      this.#later = false;
      if (this.loaded !== null) this.#judge(this.loaded);
      this.requestUpdate();
    };
    // A hidden page is not painted.
    if (document.hidden) setTimeout(judge);
    else requestAnimationFrame(() => setTimeout(judge));
  }

  /** Resolves when the counts match the current picks. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#later) return done;
    await new Promise((resolve) => setTimeout(resolve));
    return this.updateComplete;
  }

  async #load(loading: Loading = {}): Promise<void> {
    this.loaded = null;
    this.#made = null;
    const rulebook = await this.given.load(this.rulebook, loading);
    if (rulebook === null) return;
    const { failed } = stringsOf[this.given.lang];
    const form = rulebook.forms.find(({ id }) => id === this.form);
    if (form?.type !== 'nomination') {
      const sentence = form ? failed.formType(form.id) : failed.form(this.form ?? '');
      return this.given.fail({ sentence, detail: null }, null);
    }
    this.loaded = { rulebook, form };
    await this.updateComplete;
    if (this.loaded?.rulebook === rulebook) emit(this, 'kl01-ready', { rulebook: rulebook.id, form: form.id });
  }

  // --- review --------------------------------------------------------------------------------------------------------

  /** The inputs that the judgement of each nomination depends on. */
  #received({ rulebook, form }: Loaded): readonly unknown[] {
    return [rulebook, form, this.received, this.units, this.pastAwards, this.given.lang];
  }

  #inputs(loaded: Loaded): readonly unknown[] {
    return [...this.#received(loaded), this.picks, this.given.clock.now().slice(0, 16)];
  }

  #isFresh(loaded: Loaded): boolean {
    return this.#made !== null && isSame(this.#made.of, this.#inputs(loaded));
  }

  #judge(loaded: Loaded): Made {
    const { rulebook, form } = loaded;
    const { received, units, picks } = this;
    const made = this.#desk(loaded)({ now: this.given.clock.now(), picks });
    const model = boardModel({ rulebook, form, received, units, review: made });
    this.#made = { of: this.#inputs(loaded), review: made, model };
    return this.#made;
  }

  #desk(loaded: Loaded): Opened['look'] {
    const of = this.#received(loaded);
    if (this.#opened !== null && isSame(this.#opened.of, of)) return this.#opened.look;
    const { units, pastAwards } = this;
    const look = reviewDesk(loaded.rulebook, this.received, {
      form: loaded.form.id,
      ...(units.length > 0 && { units }),
      pastAwards,
      lang: this.given.lang,
    });
    this.#opened = { of, look };
    return look;
  }

  // --- what the officer does -----------------------------------------------------------------------------------------

  readonly #unitsActions = {
    fold: (group: string): void => {
      const open = new Set(this.unitsView.open);
      if (!open.delete(group)) open.add(group);
      this.unitsView = { ...this.unitsView, open, shown: PAGE };
    },
    more: (): void => {
      this.unitsView = { ...this.unitsView, shown: this.unitsView.shown + PAGE };
    },
    onlyMissing: (onlyMissing: boolean): void => {
      this.unitsView = { ...this.unitsView, onlyMissing, shown: PAGE };
    },
  };

  readonly #candidatesActions = {
    filter: (change: Partial<CandidatesView>): void => {
      this.candidatesView = { ...this.candidatesView, ...change, shown: PAGE };
    },
    more: (): void => {
      this.candidatesView = { ...this.candidatesView, shown: this.candidatesView.shown + PAGE };
    },
    pick: (candidate: Candidate, on: boolean): void => this.#pick(candidate, on),
    refuse: (candidate: Candidate): void => this.#refuse(candidate),
    compare: ({ key }: Candidate, on: boolean): void => {
      const rest = this.candidatesView.compared.filter((each) => each !== key);
      this.candidatesView = { ...this.candidatesView, compared: on ? [...rest, key] : rest };
    },
  };

  #pick(candidate: Candidate, on: boolean): void {
    this.#change(pickOf(candidate), on, String(candidate.nominee['name'] ?? ''));
  }

  /** Reports by which clause there is no place, by judging the picks with this one added. */
  #refuse(candidate: Candidate): void {
    const selection = this.#made === null ? null : this.#activeOf(this.#made.model);
    if (selection === null || this.loaded === null) return;
    const picks = { ...this.picks, [selection.id]: [...(this.picks[selection.id] ?? []), pickOf(candidate)] };
    const { findings } = this.#desk(this.loaded)({ now: this.given.clock.now(), picks });
    const why = findings.filter(({ rule }) => rule === `selection/${selection.id}`);
    this.refused = { key: candidate.key, why };
    this.announcement = [boardStringsOf[this.given.lang].refused, ...why.map(({ message }) => message)].join(' ');
  }

  #change(pick: SelectionPick, on: boolean, name: string): void {
    const selection = this.#made === null ? null : (this.#activeOf(this.#made.model)?.id ?? null);
    if (selection === null || this.readonly) return;
    const before = this.picks[selection] ?? [];
    const rest = before.filter((each) => pickKey(each) !== pickKey(pick));
    const picks = on ? [...rest, pick] : rest;
    this.picks = { ...this.picks, [selection]: picks };
    this.refused = null;
    const left = this.#leftAfter(selection, pick, picks.length - before.length);
    const words = boardStringsOf[this.given.lang];
    this.announcement = words.said(name, on, words.left(left));
    emit(this, 'kl01-pick', { selection, pick, picked: on, picks });
  }

  #activeOf({ selections }: BoardModel): Selection | null {
    return selections.find(({ id }) => id === this.activeId) ?? selections[0] ?? null;
  }

  /** Places left for this kind after the change. */
  #leftAfter(selection: string, pick: SelectionPick, more: number): number {
    if (!this.#made || !('unit' in pick)) return Infinity;
    const candidate = this.#made.model.candidates.find(
      ({ unit, reserved, nominee }) => reserved === null && unit === pick.unit && nominee.id === pick.nominee,
    );
    if (!candidate) return Infinity;
    return placesLeft(this.#made.review.selections[selection] ?? [], candidate.nominee.kind) - more;
  }

  // --- rendering -----------------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    const { failure, lang } = this.given;
    const strings = stringsOf[lang];
    if (failure !== null) {
      return this.given.notice(typeof this.rulebook === 'string' ? () => this.#load({ again: true }) : null);
    }
    if (this.loaded === null) return html`<div lang=${lang}>${this.given.waiting(strings.loading)}</div>`;
    const { rulebook, form } = this.loaded;
    const { review: made, model } = this.#made ?? this.#judge(this.loaded);
    const active = this.#activeOf(model);
    const chosen = new Set(active === null ? [] : (this.picks[active.id] ?? []).map(pickKey));
    const board: BoardContext = {
      rulebook,
      form,
      lang,
      strings,
      words: boardStringsOf[lang],
      review: made,
      model,
      locked: this.readonly,
      notes: this.notes,
      links: this.links,
      active,
      timeOf: (group) => this.#timeOf(rulebook, form, group),
      whyRefused: ({ key }) => (this.refused?.key === key ? this.refused.why : []),
      isPicked: ({ unit, reserved, nominee }) =>
        reserved === null && chosen.has(pickKey({ unit, nominee: String(nominee.id) })),
    };
    return html`<div class="board" lang=${lang}>
      ${this.#head(board)}
      <slot name="help"></slot>
      <div class="columns">
        <div>${unitsBlock(board, this.unitsView, this.#unitsActions)}</div>
        <div>
          ${selectionBlock(board, {
            choose: (id) => {
              this.activeId = id;
              this.refused = null;
              this.candidatesView = { ...this.candidatesView, shown: PAGE };
            },
            addReserved: (place, nominee) =>
              this.#change({ reserved: place, nominee: { id: randomId(), ...nominee } }, true, nominee['name'] ?? ''),
            remove: (candidate) => this.#pick(candidate, false),
          })}
        </div>
      </div>
      ${candidatesBlock(board, this.candidatesView, this.#candidatesActions)}
      <p class="hidden" role="status" aria-live="polite">${this.announcement}</p>
    </div>`;
  }

  /** If groups have their own deadlines, each is shown beside its group. */
  #timeOf(rulebook: Rulebook, { id, windows: list }: RulebookNomination, group: string): string {
    if (list.length < 2) return '';
    const strings = stringsOf[this.given.lang];
    const now = this.given.clock.now();
    const [state] = windows(rulebook, { now, form: id, unit: { group }, lang: this.given.lang });
    if (!state) return '';
    const left = strings.window.left(state.state, state.minutesLeft, daysLeft(state, now, rulebook.utcOffset));
    return [state.meaning, left].filter(Boolean).join(', ');
  }

  /** The form and its general deadline; groups may have others. */
  #head({ rulebook, form, lang, strings }: BoardContext): TemplateResult {
    const now = this.given.clock.now();
    const states = windows(rulebook, { now, form: form.id, lang });
    const { number, date } = rulebook.directive;
    return html`<header class="head" part="head">
      <p class="directive">${strings.directive(number, officialDate(date))}</p>
      <h2 class="title">${textIn(form.label, lang)}</h2>
      ${states.map((state) => {
        const left = strings.window.left(state.state, state.minutesLeft, daysLeft(state, now, rulebook.utcOffset));
        return html`<p>
          <span class="tag" part="tag">${strings.window.state[state.state]}</span>
          ${
            state.state === 'unannounced'
              ? nothing
              : html`${capitalised(state.said)} – ${state.meaning}${left ? html`, <strong>${left}</strong>` : nothing}`
          }
        </p>`;
      })}
    </header>`;
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((each, at) => each === other[at]);

function pickOf({ unit, reserved, nominee }: Candidate): SelectionPick {
  return reserved === null ? { unit, nominee: String(nominee.id) } : { reserved, nominee };
}

function pickKey(pick: SelectionPick): string {
  if ('unit' in pick) return JSON.stringify([pick.unit, pick.nominee]);
  return JSON.stringify([null, pick.reserved, pick.nominee['id'] ?? pick.nominee['name']]);
}
