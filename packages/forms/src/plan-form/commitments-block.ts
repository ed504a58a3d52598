import { html, nothing, type TemplateResult } from 'lit';
import { commitments, type Submission } from '@kl01/rules';
import { box, button } from '../controls/notice-box.js';
import type { PlanContext } from '../state/form-context.js';
import { nameOf } from '../state/name-of.js';
import { radioField } from '../controls/choice.js';
import { citation, problems } from '../controls/frame.js';
import { longTextField } from '../controls/text-box.js';
import { asksResult } from './result-block.js';

export type Commitment = NonNullable<Submission['commitments']>[number];

export interface CommitmentActions {
  readonly add: () => void;
  readonly remove: (index: number) => void;
  readonly restore: () => void;
}

/**
 * The person's commitments, if the highest post requires them. Commitments already written stay visible if another post
 * is chosen that does not, because they would be sent.
 */
export function commitmentsBlock(
  form: PlanContext,
  removed: boolean,
  actions: CommitmentActions,
): TemplateResult | typeof nothing {
  const { view, strings, submission } = form;
  if (!view.plan.commitments) return nothing;
  const words = strings.plan;
  const list = submission.commitments ?? [];
  const { highest, due } = commitments(form.definition, submission.person);
  if (due === null && list.length === 0 && !removed) return nothing;
  const full = due?.max !== null && due !== null && list.length >= due.max;
  return html`<section class="block" part="block" id="/commitments" tabindex="-1" aria-labelledby="commitments~heading">
    <h3 part="heading" id="commitments~heading">${nameOf(form, '/commitments')}</h3>
    <p class="due" role="status">
      ${
        due === null
          ? words.notDue
          : html`<strong>${words.due(due.min, due.max)}</strong>
              ${highest === null ? nothing : words.byPost(highest.label)} ${citation(form, due.cite)}
              ${words.counted(list.length)}`
      }
    </p>
    ${problems(form, '/commitments')}
    ${
      list.length > 0
        ? html`<ol class="commitments">
            ${list.map((commitment, index) => commitmentItem(form, commitment, index, actions))}
          </ol>`
        : nothing
    }
    ${
      removed
        ? box('calm', words.removed, [button(strings.nominees.restore, actions.restore, { id: 'restore' })])
        : nothing
    }
    ${
      form.locked || due === null
        ? nothing
        : html`<div class="actions adding">
            ${
              full
                ? html`<p class="hint" part="hint">${words.full}</p>`
                : html`<button type="button" part="button" @click=${actions.add}>+ ${words.add}</button>`
            }
          </div>`
    }
  </section>`;
}

function commitmentItem(
  form: PlanContext,
  { result }: Commitment,
  index: number,
  actions: CommitmentActions,
): TemplateResult {
  const words = form.strings.plan;
  const root = `/commitments/${index}`;
  const about = (part: string) => ({ path: `${root}/${part}`, label: nameOf(form, `${root}/${part}`) });
  const groups = form.view.plan.commitments?.groups ?? [];
  return html`<li class="commitment" part="commitment" id=${root} tabindex="-1">
    <fieldset class="sub">
      <legend>${words.commitment(index + 1)}</legend>
      ${problems(form, root)}
      ${radioField(
        form,
        about('group'),
        groups.map(({ id, label }) => ({ value: id, label })),
      )}
      ${longTextField(form, { ...about('title'), rows: 3 })}
      ${
        asksResult(form, result)
          ? longTextField(form, { ...about('result'), hint: words.resultHint, optional: true, rows: 3 })
          : nothing
      }
      ${
        form.locked
          ? nothing
          : html`<div class="actions">
              ${button(words.remove(index + 1), () => actions.remove(index), { tone: 'quiet danger' })}
            </div>`
      }
    </fieldset>
  </li>`;
}
