import { html, nothing, type TemplateResult } from 'lit';
import { problemsOf } from './board-findings.js';
import { wordOf, type BoardContext } from './board-context.js';
import type { BoardGroup, BoardUnit } from './board-model.js';

export interface UnitsView {
  readonly open: ReadonlySet<string>;
  /** number of units of an open group that are rendered */
  readonly shown: number;
  readonly onlyMissing: boolean;
}

export interface UnitsActions {
  readonly fold: (group: string) => void;
  readonly more: () => void;
  readonly onlyMissing: (on: boolean) => void;
}

/** Which units have answered and which have not, by group. A group's units are rendered only while it is open. */
export function unitsBlock(board: BoardContext, view: UnitsView, actions: UnitsActions): TemplateResult {
  const { words, model } = board;
  const total = (state: keyof BoardGroup['counts']): number =>
    model.groups.reduce((sum, { counts }) => sum + counts[state], 0);
  const answered = total('answered') + total('late');
  return html`<section class="block" part="units" aria-labelledby="units~heading">
    <h3 part="heading" id="units~heading">${words.units}</h3>
    <p>
      <strong>${words.answered(answered, answered + total('missing') + total('invalid'))}</strong>
      ${words.others({ late: total('late'), invalid: total('invalid'), missing: total('missing') })}
    </p>
    <label class="option"
      ><input
        type="checkbox"
        .checked=${view.onlyMissing}
        @change=${(event: Event) => actions.onlyMissing((event.target as HTMLInputElement).checked)}
      /><span>${words.onlyMissing}</span></label
    >
    <ul class="groups">
      ${model.groups.map((group) => groupItem(board, group, view, actions))}
    </ul>
  </section>`;
}

function groupItem(board: BoardContext, group: BoardGroup, view: UnitsView, actions: UnitsActions): TemplateResult {
  const { words } = board;
  const { counts } = group;
  const open = view.open.has(group.id);
  const listed = view.onlyMissing
    ? group.units.filter(({ state }) => state === 'missing' || state === 'invalid')
    : group.units;
  const answered = counts.answered + counts.late;
  const due = answered + counts.missing + counts.invalid;
  return html`<li class="group">
    <h4>
      <button
        type="button"
        class="fold"
        aria-expanded=${open}
        aria-controls=${open ? `units~${group.id}` : nothing}
        @click=${() => actions.fold(group.id)}
      >
        <span>${group.label}</span>
        <span class="hint" part="hint"
          >${due > 0 ? words.answered(answered, due) : words.notAsked(group.units.length)}
          ${words.others({ late: counts.late, invalid: counts.invalid, missing: counts.missing })}
          ${board.timeOf(group.id)}</span
        >
      </button>
    </h4>
    ${
      open
        ? html`<ul class="units" id="units~${group.id}">
              ${listed.slice(0, view.shown).map((unit) => unitItem(board, unit))}
              ${listed.length === 0 ? html`<li class="hint" part="hint">${words.noUnits}</li>` : nothing}
            </ul>
            ${
              listed.length > view.shown
                ? html`<button type="button" @click=${actions.more}>${words.more(listed.length - view.shown)}</button>`
                : nothing
            }`
        : nothing
    }
  </li>`;
}

function unitItem(board: BoardContext, { id, name, state, nominees, findings }: BoardUnit): TemplateResult {
  const { words } = board;
  const link = wordOf(board.links, id);
  const note = wordOf(board.notes, id);
  return html`<li class="unit ${state}">
    <div class="unit-line">
      ${link ? html`<a href=${link}>${name}</a>` : html`<span>${name}</span>`}
      <span class="tag" part="tag">${words.unitState[state]}</span>
      ${nominees > 0 ? html`<span class="hint" part="hint">${words.nominees(nominees)}</span>` : nothing}
    </div>
    ${note ? html`<p class="hint" part="hint">${note}</p>` : nothing} ${problemsOf(board, findings)}
  </li>`;
}
