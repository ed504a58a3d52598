import { html, nothing, type TemplateResult } from 'lit';
import type { Finding, Nominee } from '@kl01/rules';
import { button } from '../controls/notice-box.js';
import type { NominationContext } from '../state/form-context.js';
import { inReadingOrder } from '../blocks/reading-order.js';
import type { FindingSource } from '../strings/said.js';
import { problems } from '../controls/frame.js';
import { capitalised } from '../strings/words.js';
import { lackName, nomineeName } from './nominee.js';
import { nomineeBody } from './nominee-body.js';
import { kindInWords } from './quota-meter.js';

/** Maximum number of missing entries named in a folded row. */
const NAMED = 3;

export interface NomineeRow {
  readonly nominee: Nominee;
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  /** findings that block sending, of this nominee only */
  readonly lacks: readonly Finding[];
  /** who objected to something about this nominee, unchanged since: the server or the receiving office */
  readonly remarked: FindingSource | null;
  readonly mayDuplicate: boolean;
}

export interface NomineeActions {
  readonly fold: (id: string) => void;
  readonly move: (id: string, by: 1 | -1) => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
}

export function nomineeRow(form: NominationContext, row: NomineeRow, actions: NomineeActions): TemplateResult {
  const { nominee, index, open } = row;
  const words = form.strings.nominees;
  const name = nomineeName(form, nominee);
  const root = `/nominees/${index}`;
  const body = `${nominee.id}~body`;
  return html`<li
    class="nominee ${open ? 'open' : ''}"
    part="nominee ${open ? 'nominee-open' : ''}"
    id=${root}
    tabindex="-1"
  >
    <div class="nominee-head">
      <h4>
        <button
          type="button"
          class="fold"
          part="nominee-button"
          id="${nominee.id}~fold"
          aria-expanded=${open}
          aria-controls=${open ? body : nothing}
          aria-describedby="${nominee.id}~lacks"
          @click=${() => actions.fold(nominee.id)}
        >
          <span class="nominee-name">${index + 1}. ${name}</span>
          <span class="tag" part="tag">${capitalised(kindInWords(form, nominee.kind))}</span>
        </button>
      </h4>
      ${form.locked || row.count < 2 ? nothing : moves(form, row, name, actions)}
    </div>
    <div class="lacks ${row.lacks.length === 0 && row.remarked === null ? 'complete' : ''}" id="${nominee.id}~lacks">
      ${lacksInWords(form, row)}
    </div>
    ${problems(form, root)}
    ${
      open
        ? html`<div class="nominee-body" id=${body}>
            ${nomineeBody(form, nominee, root)}
            ${
              form.locked
                ? nothing
                : html`<div class="actions row-actions">
                    ${
                      row.mayDuplicate
                        ? button(words.duplicate, () => actions.duplicate(nominee.id), {
                            name: words.about(words.duplicate, name),
                          })
                        : nothing
                    }
                    ${button(words.remove, () => actions.remove(nominee.id), {
                      name: words.about(words.remove, name),
                      tone: 'quiet danger',
                    })}
                  </div>`
            }
          </div>`
        : nothing
    }
  </li>`;
}

function moves(form: NominationContext, { nominee, index, count }: NomineeRow, name: string, actions: NomineeActions) {
  const words = form.strings.nominees;
  const move = (label: string, arrow: string, key: 'up' | 'down', by: 1 | -1, possible: boolean): TemplateResult =>
    html`<button
      type="button"
      class="quiet icon"
      part="button button-quiet"
      id="${nominee.id}~${key}"
      title=${label}
      aria-label=${words.about(label, name)}
      aria-disabled=${!possible}
      @click=${() => (possible ? actions.move(nominee.id, by) : undefined)}
    >
      <span aria-hidden="true">${arrow}</span>
    </button>`;
  return html`<div class="moves">
    ${move(words.up, '↑', 'up', -1, index > 0)} ${move(words.down, '↓', 'down', 1, index < count - 1)}
  </div>`;
}

/** What is still missing, as a quiet hint beside the nominee; in an open row each entry links to its field. */
function lacksInWords(form: NominationContext, { open, nominee, index, ...row }: NomineeRow): TemplateResult {
  const lacks = inReadingOrder(form, row.lacks);
  const words = form.strings.nominees;
  if (lacks.length === 0) {
    return row.remarked !== null
      ? html`<span class="missing">${row.remarked === 'server' ? words.refused : words.remarked}</span>`
      : html`<span class="done">${words.complete}</span>`;
  }
  const rest = lacks.length - NAMED;
  if (!open) {
    const named = lacks.slice(0, NAMED).map(({ path }) => lackName(form, nominee, path));
    return html`<span class="missing">${words.missing(lacks.length)}</span>:
      ${named.join('; ')}${rest > 0 ? ` ${words.more(rest)}` : ''}`;
  }
  return html`<details class="missing-list">
    <summary><span class="missing">${words.missing(lacks.length)}</span></summary>
    <ul>
      ${lacks.map(
        ({ path }) =>
          html`<li>
            <button type="button" class="link" @click=${() => form.reveal(path)}>
              ${path === `/nominees/${index}` ? words.facts : lackName(form, nominee, path)}
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}
