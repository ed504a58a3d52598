import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { textIn, type Kind } from '@kl01/rules';
import { placesLeft } from '@kl01/rules/committee';
import { normalized } from '@kl01/rules/reading';
import { capitalised } from '../strings/words.js';
import { problemsOf } from './board-findings.js';
import { wordOf, type BoardContext } from './board-context.js';
import { eligible, type Candidate } from './board-model.js';
import { kindsInWords } from './selection-block.js';

export interface CandidatesView {
  readonly text: string;
  readonly kind: Kind | '';
  readonly which: 'all' | 'picked' | 'not-picked' | 'found';
  /** number of candidates rendered */
  readonly shown: number;
  readonly compared: readonly string[];
}

export interface CandidatesActions {
  readonly filter: (change: Partial<Pick<CandidatesView, 'text' | 'kind' | 'which'>>) => void;
  readonly more: () => void;
  readonly pick: (candidate: Candidate, on: boolean) => void;
  /** called when there is no place left for a candidate */
  readonly refuse: (candidate: Candidate) => void;
  readonly compare: (candidate: Candidate, on: boolean) => void;
}

/** All candidates, in office order, with filter, comparison and picking. */
export function candidatesBlock(board: BoardContext, view: CandidatesView, actions: CandidatesActions): TemplateResult {
  const { words, form, model, active, lang } = board;
  const all = active === null ? model.candidates : eligible(active, form.id, model.candidates);
  const found = all.filter((candidate) => matches(board, candidate, view));
  const { kinds } = form.view.nomination;
  const value = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<section class="block" part="candidates" aria-labelledby="candidates~heading">
    <h3 part="heading" id="candidates~heading">${words.candidates}</h3>
    <div class="filters" role="search" aria-label=${words.filter}>
      <label class="field"
        ><span class="label">${words.search}</span
        ><input
          class="box"
          type="search"
          .value=${live(view.text)}
          @input=${(event: Event) => actions.filter({ text: value(event) })}
      /></label>
      <label class="field"
        ><span class="label">${words.kind}</span
        ><select class="box" @change=${(event: Event) => actions.filter({ kind: value(event) as Kind | '' })}>
          <option value="" .selected=${view.kind === ''}>${words.allKinds}</option>
          ${kinds.map(
            ({ kind, label }) =>
              html`<option value=${kind} .selected=${view.kind === kind}>${textIn(label, lang)}</option>`,
          )}
        </select></label
      >
      <label class="field"
        ><span class="label">${words.which}</span
        ><select
          class="box"
          @change=${(event: Event) => actions.filter({ which: value(event) as CandidatesView['which'] })}
        >
          ${(['all', 'picked', 'not-picked', 'found'] as const).map(
            (which) => html`<option value=${which} .selected=${view.which === which}>${words.whichOf[which]}</option>`,
          )}
        </select></label
      >
    </div>
    <p role="status">${words.found(found.length, all.length)}</p>
    ${comparison(board, view, actions)}
    <ul class="candidates">
      ${repeat(
        found.slice(0, view.shown),
        ({ key }) => key,
        (candidate) => candidateItem(board, candidate, view, actions),
      )}
    </ul>
    ${
      found.length > view.shown
        ? html`<button type="button" @click=${actions.more}>${words.more(found.length - view.shown)}</button>`
        : nothing
    }
  </section>`;
}

function matches(board: BoardContext, candidate: Candidate, { text, kind, which }: CandidatesView): boolean {
  if (kind !== '' && candidate.nominee.kind !== kind) return false;
  if (which === 'picked' && !board.isPicked(candidate)) return false;
  if (which === 'not-picked' && board.isPicked(candidate)) return false;
  if (which === 'found' && candidate.findings.length === 0) return false;
  const wanted = plain(text);
  return wanted === '' || plain(`${String(candidate.nominee['name'] ?? '')} ${candidate.unitName}`).includes(wanted);
}

const plain = (text: string): string => normalized(text).toLowerCase().trim();

function candidateItem(
  board: BoardContext,
  candidate: Candidate,
  view: CandidatesView,
  actions: CandidatesActions,
): TemplateResult {
  const { words, active, locked, review } = board;
  const { nominee, unit, unitName, late, findings, key } = candidate;
  const name = String(nominee['name'] ?? '');
  const picked = board.isPicked(candidate);
  const left = active === null ? 0 : placesLeft(review.selections[active.id] ?? [], nominee.kind);
  const full = !picked && left <= 0;
  const compared = view.compared.includes(key);
  const about = [nominee['position'], nominee['workplace']].filter((each) => typeof each === 'string' && each !== '');
  const address = unit === null ? null : wordOf(board.links, unit);
  const link = address ? html`<a href=${address}>${unitName}</a>` : unitName;
  return html`<li class="candidate ${picked ? 'picked' : ''}" part="candidate">
    <div class="candidate-about">
      <p>
        <strong>${name}</strong> <span class="tag" part="tag">${capitalised(kindsInWords(board, [nominee.kind]))}</span>
        ${late ? html`<span class="tag late" part="tag">${words.unitState.late}</span>` : nothing}
      </p>
      <p class="hint" part="hint">${about.join(', ')}${about.length > 0 ? html` – ` : nothing}${link}</p>
      ${problemsOf(board, findings)} ${refusal(board, candidate)}
    </div>
    <div class="candidate-actions">
      ${
        active === null
          ? nothing
          : html`<label class="option pick"
              ><input
                type="checkbox"
                aria-label=${words.pickNamed(name, unitName)}
                .checked=${live(picked)}
                aria-disabled=${locked || full || nothing}
                @click=${(event: Event) => {
                  if (locked || full) event.preventDefault();
                  if (full && !locked) actions.refuse(candidate);
                }}
                @change=${(event: Event) => actions.pick(candidate, (event.target as HTMLInputElement).checked)}
              /><span aria-hidden="true">${full ? words.full : words.pick}</span></label
            >`
      }
      <button
        type="button"
        class="quiet"
        part="button button-quiet"
        aria-pressed=${compared}
        aria-label=${words.compareNamed(name)}
        @click=${() => actions.compare(candidate, !compared)}
      >
        ${words.compare}
      </button>
    </div>
  </li>`;
}

/** Why there is no place for a candidate, with the clause. */
function refusal(board: BoardContext, candidate: Candidate): TemplateResult | typeof nothing {
  const why = board.whyRefused(candidate);
  return why.length === 0
    ? nothing
    : html`<p>${board.words.refused}</p>
        ${problemsOf(board, why)}`;
}

/** The compared candidates side by side: one column each, the same question in the same row. */
function comparison(
  board: BoardContext,
  view: CandidatesView,
  actions: CandidatesActions,
): TemplateResult | typeof nothing {
  const { words, model, form, strings, lang } = board;
  const compared = view.compared.flatMap((key) => model.candidates.filter((candidate) => candidate.key === key));
  if (compared.length === 0) return nothing;
  const kinds = new Set(compared.map(({ nominee }) => nominee.kind));
  const fields = new Map(
    form.view.nomination.kinds
      .filter(({ kind }) => kinds.has(kind))
      .flatMap((kind) => kind.fields)
      .filter(({ field }) => field !== 'name')
      .map((field) => [field.field, field]),
  );
  const show = (value: unknown, options: readonly { value: string; label: Parameters<typeof textIn>[0] }[] = []) => {
    const word = (each: unknown): string => {
      const option = options.find((known) => known.value === each);
      if (option) return textIn(option.label, lang);
      return each === true ? strings.yes : each === false ? strings.no : String(each ?? '');
    };
    return Array.isArray(value) ? value.map(word).join('; ') : word(value);
  };
  return html`<div class="comparison" role="region" tabindex="0" aria-label=${words.comparison}>
    <table>
      <caption>
        ${words.comparison}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${compared.map(
            (candidate) =>
              html`<th scope="col">
                ${String(candidate.nominee['name'] ?? '')}
                <button
                  type="button"
                  class="quiet"
                  part="button button-quiet"
                  aria-label=${words.endCompare(String(candidate.nominee['name'] ?? ''))}
                  @click=${() => actions.compare(candidate, false)}
                >
                  ×
                </button>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${words.unit}</th>
          ${compared.map(({ unitName }) => html`<td>${unitName}</td>`)}
        </tr>
        ${[...fields.values()].map(
          ({ field, label, options }) =>
            html`<tr>
              <th scope="row">${textIn(label, lang)}</th>
              ${compared.map(({ nominee }) => html`<td>${show(nominee[field], options)}</td>`)}
            </tr>`,
        )}
        <tr>
          <th scope="row">${words.findings}</th>
          ${compared.map(
            ({ findings }) => html`<td>${findings.length > 0 ? problemsOf(board, findings) : words.noFindings}</td>`,
          )}
        </tr>
      </tbody>
    </table>
  </div>`;
}
