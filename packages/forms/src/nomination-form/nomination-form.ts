import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { slate, type Finding, type Kind, type Nominee, type RulebookNomination, type Submission } from '@kl01/rules';
import { box, button } from '../controls/notice-box.js';
import type { NominationContext } from '../state/form-context.js';
import type { Step } from '../state/store.js';
import { FormElement } from '../element/form-element.js';
import { slateDossier } from '../controls/slate-dossier.js';
import { meetingBlock } from './meeting-block.js';
import { newNominee, nomineeName, similarNominee } from './nominee.js';
import { nomineeRow, type NomineeActions, type NomineeRow } from './nominee-row.js';
import { kindInWords, quotaMeter } from './quota-meter.js';

/** A removed nominee, with its votes. */
interface Removed {
  readonly nominee: Nominee;
  readonly step: Step;
}

/**
 * A form for a unit's nominations: the list of nominees, each with particulars, declarations and documents, the quota
 * as it fills, the dossier and the deadline. Everything it asks comes from the rulebook.
 *
 *     <kl01-nomination-form rulebook="/rulebooks/hai-phong.kien-an.2023.json" form="de-nghi-cap-quan"
 *       unit-id="dang-bo-a" unit-group="dang-bo" unit-name="Đảng bộ A" name="submission"
 *       now="2023-03-22T08:00:00+07:00" draft="officer-17"></kl01-nomination-form>
 *
 * Inside a `<form>` it posts `<name>` (JSON) and `<name>_files[]`; outside one, or `standalone`, it shows its own
 * submit button. Attributes and properties are those of `HostElement`.
 *
 * @fires kl01-ready  - the form is shown: `{ rulebook, form }`
 * @fires kl01-change - the officer changed something: `{ submission, verdict }`
 * @fires kl01-submit - outside a `<form>`, or `standalone`: the host has to send it: `{ submission, verdict, files }`
 * @fires kl01-error  - the host has to fix something: `{ message, cause }`
 *
 * @slot help - the host's own guidance, below the title
 *
 * @csspart form            - everything shown on screen
 * @csspart head            - directive, title, facts about the form
 * @csspart title           - the form's title
 * @csspart heading         - the heading of a block
 * @csspart window          - the deadline
 * @csspart window-closing  - the deadline when it is near
 * @csspart window-late     - the deadline when it is over and late answers are taken
 * @csspart window-closed   - the deadline when nothing is taken any more
 * @csspart summary         - the list of findings after a failed submit
 * @csspart summary-error   - the same where errors are among them
 * @csspart notice          - a notice about drafts or the page, or why there is no form
 * @csspart notice-warning  - a notice that warns
 * @csspart notice-error    - why there is no form
 * @csspart block           - a part of the form under its own heading
 * @csspart field           - one question with label, guidance, control and findings
 * @csspart field-invalid   - a question with an error
 * @csspart label           - the label of a question
 * @csspart optional        - its mark that it may be left out
 * @csspart hint            - guidance, in small letters
 * @csspart control         - a text box or drop-down list
 * @csspart control-invalid - one with an error
 * @csspart option          - a radio button or checkbox with its words
 * @csspart problems        - the findings at a question
 * @csspart problem         - one of them
 * @csspart problem-error   - one that keeps the form from being sent
 * @csspart problem-warning - one that does not
 * @csspart tag             - a word in a frame: the state of the deadline, the kind of a nominee
 * @csspart quota           - the quota
 * @csspart meter           - a meter of it
 * @csspart nominee         - a nominee's row
 * @csspart nominee-open    - a row that is unfolded
 * @csspart nominee-button  - the button that folds and unfolds it
 * @csspart item            - an item of the dossier
 * @csspart files           - the files of an item
 * @csspart file            - one file
 * @csspart button          - every button
 * @csspart button-primary  - the element's own submit button
 * @csspart button-quiet    - a button of a single row or notice
 * @csspart button-danger   - a button that takes something away
 * @csspart submit          - the last block
 * @csspart submit-button   - the element's own submit button
 * @csspart print           - what the browser prints
 *
 * @cssprop --kl01-size                      - font size of the element; left out: that of the place where it stands
 * @cssprop --kl01-font                      - font family
 * @cssprop --kl01-heading-font              - that of title and headings
 * @cssprop --kl01-line-height               - height of a line
 * @cssprop --kl01-title-size                - font size of the title
 * @cssprop --kl01-heading-size              - that of headings
 * @cssprop --kl01-small-size                - that of guidance and tables
 * @cssprop --kl01-color-text                - text
 * @cssprop --kl01-color-muted               - guidance
 * @cssprop --kl01-color-heading             - title and headings
 * @cssprop --kl01-color-accent              - buttons, what is open
 * @cssprop --kl01-color-on-accent           - text on the accent
 * @cssprop --kl01-color-link                - links
 * @cssprop --kl01-color-focus               - the ring around what has the focus
 * @cssprop --kl01-color-primary             - the submit button
 * @cssprop --kl01-color-on-primary          - its text
 * @cssprop --kl01-color-error               - findings of severity error
 * @cssprop --kl01-color-warning             - warnings and what is still missing
 * @cssprop --kl01-color-success             - what is complete
 * @cssprop --kl01-color-border              - lines around blocks
 * @cssprop --kl01-color-control             - lines around controls
 * @cssprop --kl01-color-background          - blocks
 * @cssprop --kl01-color-control-background  - controls
 * @cssprop --kl01-color-tint                - heads and quiet areas
 * @cssprop --kl01-color-page                - behind the whole element
 * @cssprop --kl01-radius                    - roundness of corners of blocks
 * @cssprop --kl01-control-radius            - that of controls and buttons
 * @cssprop --kl01-control-border            - thickness of the line around controls
 * @cssprop --kl01-control-height            - least height of controls
 * @cssprop --kl01-space                     - distance between blocks
 * @cssprop --kl01-padding                   - distance from the edge of a block to what is in it
 * @cssprop --kl01-gap                       - distance between questions
 * @cssprop --kl01-column                    - least width of a column of questions
 */
export class NominationForm extends FormElement<RulebookNomination> {
  readonly formType = 'nomination';

  @state() private openRows: ReadonlySet<string> = new Set();
  @state() private removed: Removed | null = null;

  protected override blank(): Partial<Submission> {
    return { nominees: [] };
  }

  protected override submissionShown({ nominees = [] }: Submission): void {
    this.removed = null;
    this.openRows = new Set(nominees.length === 1 ? nominees.map(({ id }) => id) : []);
  }

  protected override openFor(path: string): void {
    const index = /^\/nominees\/(\d+)\//.exec(path)?.[1];
    const id = index === undefined ? undefined : this.#nominees[Number(index)]?.id;
    if (id !== undefined) this.openRows = new Set([...this.openRows, id]);
  }

  get #nominees(): readonly Nominee[] {
    return this.value?.nominees ?? [];
  }

  readonly #actions: NomineeActions = {
    fold: (id) => {
      const open = new Set(this.openRows);
      if (!open.delete(id)) open.add(id);
      this.openRows = open;
    },
    move: (id, by) => this.#move(id, by),
    duplicate: (id) => {
      const nominee = this.#nominees.find((each) => each.id === id);
      if (nominee) this.#insert(similarNominee(nominee), this.#nominees.indexOf(nominee) + 1);
    },
    remove: (id) => this.#remove(id),
  };

  #insert(nominee: Nominee, at: number): void {
    const nominees = this.#nominees;
    this.removed = null;
    this.store.set('/nominees', [...nominees.slice(0, at), nominee, ...nominees.slice(at)]);
    this.openRows = new Set([...this.openRows, nominee.id]);
    this.reveal(`/nominees/${at}/name`);
  }

  #move(id: string, by: 1 | -1): void {
    const nominees = [...this.#nominees];
    const from = nominees.findIndex((each) => each.id === id);
    const [nominee] = nominees.splice(from, 1);
    if (!nominee) return;
    nominees.splice(from + by, 0, nominee);
    this.store.set('/nominees', nominees);
    const form = this.context;
    if (form) this.announce(form.strings.nominees.moved(nomineeName(form, nominee), from + by + 1, nominees.length));
    // Moving a row in the page loses the focus within it.
    this.#focusAfterUpdate(`${id}~${by < 0 ? 'up' : 'down'}`);
  }

  #remove(id: string): void {
    const nominee = this.#nominees.find((each) => each.id === id);
    const form = this.context;
    if (!nominee || !form) return;
    const votes = this.value?.meeting?.votes?.filter((vote) => vote.nominee === id) ?? [];
    const step = this.store.remove([
      { list: '/nominees', item: nominee },
      ...votes.map((item) => ({ list: '/meeting/votes', item })),
    ]);
    this.removed = { nominee, step };
    this.announce(form.strings.nominees.removed(nomineeName(form, nominee)));
    this.#focusAfterUpdate('restore');
  }

  #restore({ nominee, step }: Removed): void {
    const form = this.context;
    this.removed = null;
    this.store.takeBack(step);
    if (form) this.announce(form.strings.nominees.restored(nomineeName(form, nominee)));
    this.#focusAfterUpdate(`${nominee.id}~fold`);
  }

  #add(form: NominationContext, kind: Kind): void {
    form.announce(form.strings.nominees.added(kindInWords(form, kind), this.#nominees.length + 1));
    this.#insert(newNominee(kind), this.#nominees.length);
  }

  #focusAfterUpdate(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus());
  }

  protected override renderBody(form: NominationContext): TemplateResult {
    return html`${this.#renderNominees(form)} ${meetingBlock(form)} ${slateDossier(form)}`;
  }

  #renderNominees(form: NominationContext): TemplateResult {
    const words = form.strings.nominees;
    const filled = slate(form.definition, form.submission);
    const nominees = this.#nominees;
    const lacking = byNominee(this.blocking);
    const remarks = byNominee(this.remarks);
    const refused = byNominee(this.refused);
    const roomFor = (kind: Kind): boolean => (filled.room[kind] ?? 0) > 0;
    return html`<section class="block" part="block" id="/nominees" tabindex="-1" aria-labelledby="nominees~heading">
      <h3 part="heading" id="nominees~heading">${words.heading}</h3>
      ${quotaMeter(form, filled)}
      ${
        nominees.length === 0
          ? html`<p class="empty">${words.none}</p>`
          : html`<ol class="nominees ${nominees.length > MANY ? 'many' : ''}">
              ${repeat(
                nominees,
                ({ id }) => id,
                (nominee, index) => {
                  const lacks = lacking.get(index) ?? none;
                  const open = this.openRows.has(nominee.id);
                  const mayDuplicate = roomFor(nominee.kind);
                  const remarked = refused.has(index) ? 'server' : remarks.has(index) ? 'officer' : null;
                  const row: NomineeRow = {
                    nominee,
                    index,
                    count: nominees.length,
                    open,
                    lacks,
                    remarked,
                    mayDuplicate,
                  };
                  // A folded row depends only on these, so a key press in one row of 500 does not re-render the others.
                  const shown = open
                    ? [form]
                    : [
                        nominee,
                        index,
                        nominees.length,
                        form.lang,
                        form.locked,
                        form.rulebook,
                        form.problems(`/nominees/${index}`).length,
                        lacks.map(({ rule, path }) => rule + path).join(),
                        remarked,
                      ];
                  return guard(shown, () => nomineeRow(form, row, this.#actions));
                },
              )}
            </ol>`
      }
      ${this.removed ? this.#renderRemoved(form, this.removed) : nothing}
      ${form.locked ? nothing : this.#renderAdding(form, roomFor)}
    </section>`;
  }

  #renderRemoved(form: NominationContext, removed: Removed): TemplateResult {
    const words = form.strings.nominees;
    return box('calm', words.removed(nomineeName(form, removed.nominee)), [
      button(words.restore, () => this.#restore(removed), { id: 'restore' }),
    ]);
  }

  #renderAdding(form: NominationContext, roomFor: (kind: Kind) => boolean): TemplateResult {
    const words = form.strings.nominees;
    const listed = (kind: Kind): boolean => this.#nominees.some((nominee) => nominee.kind === kind);
    // Orca does not announce the new focus when the pressed button disappears, so the button stays, disabled.
    const kinds = form.view.nomination.kinds.filter(({ kind }) => roomFor(kind) || listed(kind));
    const full = this.#nominees.length > 0 && !kinds.some(({ kind }) => roomFor(kind));
    return html`<div class="actions adding">
      ${repeat(
        kinds,
        ({ kind }) => kind,
        ({ kind }) =>
          html`<button
            type="button"
            part="button"
            aria-disabled=${roomFor(kind) ? nothing : 'true'}
            @click=${() => {
              if (roomFor(kind)) this.#add(form, kind);
            }}
          >
            <span aria-hidden="true">+</span> ${words.add(kindInWords(form, kind))}
          </button>`,
      )}
      ${full ? html`<p class="hint" part="hint">${words.full}</p>` : nothing}
    </div>`;
  }
}

const none: readonly Finding[] = [];

/** From this many rows on, rows out of view are not laid out. */
const MANY = 50;

const within = '/nominees/';

/** Findings within each nominee, by its index in the list. */
function byNominee(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (!finding.path.startsWith(within)) continue;
    const end = finding.path.indexOf('/', within.length);
    const index = Number(finding.path.slice(within.length, end < 0 ? undefined : end));
    const there = found.get(index);
    if (there) there.push(finding);
    else found.set(index, [finding]);
  }
  return found;
}
