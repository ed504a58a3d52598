import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { textIn, type ReportView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { pointer } from '../base/pointer.js';
import { selectField, type Option } from '../controls/choice.js';
import { framedGroup, problems, type Framed } from '../controls/frame.js';

type Question = ReportView['questions'][number];

/** More than this many answers are a drop-down list. */
const SEEN_AT_ONCE = 5;

export function questionsAsked(form: FormContext): readonly Question[] {
  return form.view.report?.questions.filter(({ when }) => form.holds(when)) ?? [];
}

export function answerPath({ id }: Question): string {
  return pointer('answers', id);
}

/** What a question was answered with, in words. */
export function answerInWords(form: FormContext, question: Question): string {
  const given = form.valueAt(answerPath(question));
  const option = question.options.find(({ value }) => value === given);
  return option === undefined ? '' : textIn(option.label, form.lang);
}

export function questionsBlock(form: FormContext): TemplateResult | typeof nothing {
  const questions = questionsAsked(form);
  if (questions.length === 0) return nothing;
  return html`<section class="block" part="block" id="/answers" tabindex="-1" aria-labelledby="answers~heading">
    <h3 id="answers~heading">${form.strings.report.questions}</h3>
    ${problems(form, '/answers')}
    ${questions.map((question) => {
      const { label, optional, cite, options } = question;
      const about = { path: answerPath(question), label, optional, cite };
      return options.length > SEEN_AT_ONCE ? selectField(form, about, options) : radioField(form, about, options);
    })}
  </section>`;
}

/** One of a few, all seen at once. A radio button once pressed cannot be released, so an optional one has a blank. */
function radioField(form: FormContext, about: Framed, options: readonly Option[]): TemplateResult {
  const stored = form.valueAt(about.path) ?? null;
  const option = (value: string | null, label: string): TemplateResult =>
    html`<label class="option" part="option"
      ><input
        type="radio"
        name=${about.path}
        .checked=${live(stored === value)}
        ?disabled=${form.locked}
        @change=${() => {
          form.set(about.path, value);
          form.touch(about.path);
        }}
      /><span>${label}</span></label
    >`;
  return framedGroup(
    form,
    about,
    html`<div class="options">
      ${options.map(({ value, label }) => option(value, textIn(label, form.lang)))}
      ${about.optional ? option(null, form.strings.report.noAnswer) : nothing}
    </div>`,
  );
}
