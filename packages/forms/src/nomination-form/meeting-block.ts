import { html, nothing, type TemplateResult } from 'lit';
import type { Meeting, Nominee } from '@kl01/rules';
import type { FormContext, NominationContext } from '../state/form-context.js';
import { problems } from '../controls/frame.js';
import { dateField, textField, wholeNumberField } from '../controls/text-box.js';
import { nomineeName } from './nominee.js';

/** The meeting that decided on the list; asked if any document prints it. */
export function meetingBlock(form: NominationContext): TemplateResult | typeof nothing {
  if (!form.view.nomination.meeting) return nothing;
  const words = form.strings.meeting;
  const nominees = form.submission.nominees ?? [];
  return html`<section class="block" part="block" id="/meeting" tabindex="-1" aria-labelledby="meeting~heading">
    <h3 part="heading" id="meeting~heading">${words.heading}</h3>
    <div class="fields">
      ${dateField(form, { path: '/meeting/date', label: words.date })}
      ${wholeNumberField(form, { path: '/meeting/present', label: words.present })}
      ${wholeNumberField(form, { path: '/meeting/absent', label: words.absent })}
      ${textField(form, { path: '/meeting/chair', label: words.chair })}
      ${textField(form, { path: '/meeting/secretary', label: words.secretary })}
    </div>
    ${
      nominees.length === 0
        ? nothing
        : html`<fieldset class="sub" id="/meeting/votes">
            <legend>${words.votes}</legend>
            <p class="hint" part="hint">${words.votesHint}</p>
            ${problems(form, '/meeting/votes')} ${nominees.map((nominee) => votes(form, nominee))}
          </fieldset>`
    }
  </section>`;
}

function votes(form: NominationContext, nominee: Nominee): TemplateResult {
  const words = form.strings.meeting;
  const name = nomineeName(form, nominee);
  const own = votesOf(form, nominee.id);
  return html`<div class="fields">
    ${wholeNumberField(own, { path: `/meeting/votes/@${nominee.id}/for`, label: words.votesFor(name), optional: true })}
    ${wholeNumberField(own, {
      path: `/meeting/votes/@${nominee.id}/against`,
      label: words.votesAgainst(name),
      optional: true,
    })}
  </div>`;
}

type Vote = NonNullable<Meeting['votes']>[number];

/** The votes on one nominee, found by its id: the list contains only votes that were entered. */
function votesOf(form: NominationContext, id: string): FormContext {
  const part = (path: string): 'for' | 'against' => (path.endsWith('/for') ? 'for' : 'against');
  const list = (form.submission.meeting?.votes ?? []) as readonly Vote[];
  const own = list.find(({ nominee }) => nominee === id);
  return {
    ...form,
    valueAt: (path) => own?.[part(path)] ?? null,
    set: (path, value) => {
      const next = { for: null, against: null, ...own, nominee: id, [part(path)]: value };
      const rest = list.filter(({ nominee }) => nominee !== id);
      const all = next.for === null && next.against === null ? rest : [...rest, next];
      form.set('/meeting/votes', all.length > 0 ? all : null);
    },
  };
}
