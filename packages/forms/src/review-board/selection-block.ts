import { html, nothing, type TemplateResult } from 'lit';
import { kindLabel, textIn, type Kind, type Selection } from '@kl01/rules';
import { type SelectionCount } from '@kl01/rules/committee';
import { citation } from '../controls/frame.js';
import { capitalised, lowered } from '../strings/words.js';
import { problemsOf } from './board-findings.js';
import type { BoardContext } from './board-context.js';
import type { Candidate } from './board-model.js';

export interface SelectionActions {
  readonly choose: (selection: string) => void;
  readonly addReserved: (place: string, nominee: Readonly<Record<string, string>>) => void;
  readonly remove: (candidate: Candidate) => void;
}

/** The selections, one of them active: its counts as they fill, the places left, and the places reserved for others. */
export function selectionBlock(board: BoardContext, actions: SelectionActions): TemplateResult | typeof nothing {
  const { words, model, active, strings, review } = board;
  if (active === null) return nothing;
  const counts = review.selections[active.id] ?? [];
  return html`<section class="block selection" part="selection" aria-labelledby="selection~heading">
    <h3 part="heading" id="selection~heading">${words.selection}</h3>
    ${
      model.selections.length > 1
        ? html`<label class="field" for="selection~choose"
            ><span class="label">${words.pickingFor}</span
            ><select
              class="box"
              id="selection~choose"
              @change=${(event: Event) => actions.choose((event.target as HTMLSelectElement).value)}
            >
              ${model.selections.map(
                ({ id, label }) => html`<option value=${id} .selected=${id === active.id}>${label}</option>`,
              )}
            </select></label
          >`
        : nothing
    }
    <p>
      <strong>${active.label}</strong>${active.to ? ` – ${words.to(active.to)}` : nothing}
      ${citation({ strings }, active.cite)}
    </p>
    ${from(board, active)}
    <ul class="counts">
      ${counts.filter(({ reserved }) => reserved === undefined).map((count) => html`<li>${meter(board, count)}</li>`)}
    </ul>
    ${problemsOf(board, model.ofSelection[active.id] ?? [])}
    ${active.reserved.map((place) => reservedPlace(board, active, place, actions))}
  </section>`;
}

/** A selection may be restricted to another's picks. */
function from({ rulebook, words }: BoardContext, { from: source }: Selection): TemplateResult | typeof nothing {
  const above = rulebook.selections.find(({ id }) => id === source);
  return above ? html`<p class="hint" part="hint">${words.fromSelection(above.label)}</p>` : nothing;
}

function meter(board: BoardContext, { of, picked, min, max, share }: SelectionCount): TemplateResult {
  const { words } = board;
  const sentence = words.picked(capitalised(kindsInWords(board, of)), picked, min, max);
  return html`<span>${sentence}</span> ${
      max === null || max === 0
        ? nothing
        : html`<meter
            part="meter"
            class=${picked >= min && picked <= max ? 'holds' : ''}
            min="0"
            max=${max}
            value=${Math.min(picked, max)}
            aria-label=${sentence}
          ></meter>`
    }
    ${share === undefined ? nothing : html`<span class="hint" part="hint">${share}</span>`}`;
}

function reservedPlace(
  board: BoardContext,
  active: Selection,
  place: Selection['reserved'][number],
  actions: SelectionActions,
): TemplateResult {
  const { words, model, review, locked } = board;
  const picked = model.candidates.filter(
    ({ reserved, selections }) => reserved === place.id && selections.includes(active.id),
  );
  const count = review.selections[active.id]?.find(({ reserved }) => reserved === place.id)?.picked ?? picked.length;
  return html`<div class="reserved" role="group" aria-labelledby="reserved~${place.id}">
    <p id="reserved~${place.id}">
      <strong>${words.reserved(place.by ?? place.id, kindsInWords(board, place.of), count, place.count)}</strong>
    </p>
    ${
      picked.length > 0
        ? html`<ul>
            ${picked.map(
              (candidate) =>
                html`<li class="unit-line">
                  <span>${String(candidate.nominee['name'] ?? '')}</span>
                  ${
                    locked
                      ? nothing
                      : html`<button
                          type="button"
                          class="quiet"
                          part="button button-quiet"
                          @click=${() => actions.remove(candidate)}
                        >
                          ${words.removeNamed(String(candidate.nominee['name'] ?? ''))}
                        </button>`
                  }
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${locked || count >= place.count ? nothing : reservedForm(board, place, actions)}
  </div>`;
}

/** Asks the short texts that the nomination form asks for the kind: name, post, workplace. */
function reservedForm(
  { form, words, lang }: BoardContext,
  place: Selection['reserved'][number],
  actions: SelectionActions,
): TemplateResult {
  const kind = place.of[0]!;
  const fields = form.view.nomination.kinds.find((each) => each.kind === kind)?.fields ?? [];
  const asked = fields.filter(({ type, when }) => type === 'text' && when === undefined);
  const add = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).closest('.reserved-form')!;
    const inputs = [...box.querySelectorAll<HTMLInputElement>('input')];
    const given = Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
    if (!given['name']) return inputs[0]?.focus();
    for (const input of inputs) input.value = '';
    actions.addReserved(place.id, { kind, ...Object.fromEntries(Object.entries(given).filter(([, text]) => text)) });
  };
  return html`<div class="reserved-form">
    ${asked.map(
      ({ field, label }) =>
        html`<label class="field"
          ><span class="label">${textIn(label, lang)}</span
          ><input class="box" type="text" name=${field} autocomplete="off"
        /></label>`,
    )}
    <button type="button" @click=${add}>${words.addReserved}</button>
  </div>`;
}

export function kindsInWords({ form, lang }: BoardContext, kinds: readonly Kind[]): string {
  return kinds.map((kind) => lowered(textIn(kindLabel(form.view.nomination, kind), lang))).join(', ');
}
