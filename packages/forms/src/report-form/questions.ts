import { pointer } from '@kl01/rules';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportView } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import { radioField, selectField } from '../controls/choice.js';
import { problems } from '../controls/frame.js';

type Question = ReportView['questions'][number];

/** More options than this become a drop-down list. */
const SEEN_AT_ONCE = 5;

export function questionsAsked(form: ReportContext): readonly Question[] {
  return form.view.report.questions.filter(({ when }) => form.holds(when));
}

export function answerPath({ id }: Question): string {
  return pointer('answers', id);
}

export function questionsBlock(form: ReportContext): TemplateResult | typeof nothing {
  const questions = questionsAsked(form);
  if (questions.length === 0) return nothing;
  return html`<section class="block" part="block" id="/answers" tabindex="-1" aria-labelledby="answers~heading">
    <h3 part="heading" id="answers~heading">${form.strings.report.questions}</h3>
    ${problems(form, '/answers')}
    ${questions.map((question) => {
      const { label, optional, cite, options } = question;
      const about = { path: answerPath(question), label, optional, cite };
      return options.length > SEEN_AT_ONCE ? selectField(form, about, options) : radioField(form, about, options);
    })}
  </section>`;
}
