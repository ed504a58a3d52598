import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { textIn, type Text } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { controlAria, framed, framedGroup, optionalMarkOf, problems, type Framed } from './frame.js';

export interface Option {
  readonly value: string;
  readonly label: Text;
}

/** One of several options, as a drop-down list. */
export function selectField(form: FormContext, about: Framed, options: readonly Option[]): TemplateResult {
  const stored = form.valueAt(about.path);
  return framed(
    form,
    about,
    (aria) =>
      html`<select
        class="box"
        part="control ${aria.invalid === 'true' ? 'control-invalid' : ''}"
        id=${about.path}
        ?disabled=${form.locked}
        aria-describedby=${aria.describedBy}
        aria-invalid=${aria.invalid}
        @change=${(event: Event) => choose(form, about.path, (event.target as HTMLSelectElement).value || null)}
      >
        <option value="" .selected=${live(typeof stored !== 'string')}>${form.strings.choose}</option>
        ${options.map(
          ({ value, label }) =>
            html`<option value=${value} .selected=${live(stored === value)}>${textIn(label, form.lang)}</option>`,
        )}
      </select>`,
  );
}

/** Yes or no, both explicit: unanswered is neither. */
export function yesNoField(form: FormContext, about: Framed): TemplateResult {
  const stored = form.valueAt(about.path);
  const answer = (value: boolean, label: string): TemplateResult =>
    html`<label class="option" part="option"
      ><input
        type="radio"
        name=${about.path}
        .checked=${live(stored === value)}
        ?disabled=${form.disabled}
        aria-disabled=${form.locked}
        @click=${keep(form)}
        @change=${() => choose(form, about.path, value)}
      /><span>${label}</span></label
    >`;
  return framedGroup(
    form,
    about,
    html`<div class="options">${answer(true, form.strings.yes)} ${answer(false, form.strings.no)}</div>`,
  );
}

/** One of a few options, all visible. Radio buttons cannot be cleared, so an optional question has a blank option. */
export function radioField(form: FormContext, about: Framed, options: readonly Option[]): TemplateResult {
  const stored = form.valueAt(about.path) ?? null;
  const option = (value: string | null, label: string): TemplateResult =>
    html`<label class="option" part="option"
      ><input
        type="radio"
        name=${about.path}
        .checked=${live(stored === value)}
        ?disabled=${form.locked}
        @change=${() => choose(form, about.path, value)}
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

/** Any number of several options. */
export function choicesField(form: FormContext, about: Framed, options: readonly Option[]): TemplateResult {
  const stored = form.valueAt(about.path);
  const chosen = Array.isArray(stored) ? stored : [];
  const toggle = (value: string) => (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    const next = options.map((option) => option.value).filter((each) => (each === value ? on : chosen.includes(each)));
    choose(form, about.path, next.length > 0 ? next : null);
  };
  return framedGroup(
    form,
    about,
    html`<div class="options">
      ${options.map(
        ({ value, label }) =>
          html`<label class="option" part="option"
            ><input
              type="checkbox"
              .checked=${live(chosen.includes(value))}
              ?disabled=${form.disabled}
              aria-disabled=${form.locked}
              @click=${keep(form)}
              @change=${toggle(value)}
            /><span>${textIn(label, form.lang)}</span></label
          >`,
      )}
    </div>`,
  );
}

/** A sentence the unit declares: checked is true, unchecked is unanswered. */
export function declaredField(form: FormContext, about: Framed): TemplateResult {
  const aria = controlAria(form, about);
  return html`<div
    class="field ${aria.invalid === 'true' ? 'broken' : ''}"
    part="field ${aria.invalid === 'true' ? 'field-invalid' : ''}"
  >
    <label class="option declared" part="option"
      ><input
        type="checkbox"
        id=${about.path}
        .checked=${live(form.valueAt(about.path) === true)}
        ?disabled=${form.disabled}
        aria-disabled=${form.locked}
        aria-describedby=${aria.describedBy}
        aria-invalid=${aria.invalid}
        @click=${keep(form)}
        @change=${(event: Event) => choose(form, about.path, (event.target as HTMLInputElement).checked ? true : null)}
      /><span>${about.label}${optionalMarkOf(form, about)}</span></label
    >
    ${about.hint ? html`<p class="hint" part="hint" id="${about.path}~hint">${about.hint}</p>` : nothing}
    ${problems(form, about.path)}
  </div>`;
}

/** Keeps a read-only control unchanged without greying it out: answers must be as legible as the questions. */
export function keep(form: FormContext) {
  return (event: Event): void => {
    if (form.locked) event.preventDefault();
  };
}

function choose(form: FormContext, path: string, value: unknown): void {
  form.set(path, value);
  form.touch(path);
}
