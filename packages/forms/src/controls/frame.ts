import { html, nothing, type TemplateResult } from 'lit';
import type { Cite } from '@kl01/rules';
import { button } from './notice-box.js';
import type { FormContext } from '../state/form-context.js';
import { LEGACY_TEXT, LEGACY_TEXT_READ } from '../findings/legacy-texts.js';

/** What surrounds a control: its label, guidance, findings. */
export interface Framed {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** how the answer is understood, if it could be read in two ways */
  readonly understood?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly cite?: Cite | undefined;
  /** takes the whole width of the block */
  readonly wide?: boolean | undefined;
}

/** `aria-describedby` and `aria-invalid` of the control at a path. */
export interface ControlAria {
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

/** One labelled control: label above, guidance below it, findings last. */
export function framed(
  form: FormContext,
  about: Framed,
  control: (aria: ControlAria) => unknown,
  extra: unknown = nothing,
  remedies: unknown = nothing,
): TemplateResult {
  const aria = controlAria(form, about);
  return html`<div
    class="field ${aria.invalid === 'true' ? 'broken' : ''} ${about.wide ? 'wide' : ''}"
    part="field ${aria.invalid === 'true' ? 'field-invalid' : ''}"
  >
    <label class="label" part="label" for=${about.path}>${about.label}${optionalMarkOf(form, about)}</label>
    ${hint(about)} ${control(aria)} ${understood(about)} ${extra} ${problems(form, about.path)} ${remedies}
  </div>`;
}

/** Several controls that together answer one question. */
export function framedGroup(form: FormContext, about: Framed, controls: unknown): TemplateResult {
  const aria = controlAria(form, about);
  return html`<fieldset
    class="field group ${aria.invalid === 'true' ? 'broken' : ''} ${about.wide ? 'wide' : ''}"
    part="field ${aria.invalid === 'true' ? 'field-invalid' : ''}"
    id=${about.path}
    tabindex="-1"
    aria-describedby=${aria.describedBy}
  >
    <legend class="label" part="label">${about.label}${optionalMarkOf(form, about)}</legend>
    ${hint(about)} ${controls} ${problems(form, about.path)}
  </fieldset>`;
}

export function controlAria(form: FormContext, about: Framed): ControlAria {
  const found = form.problems(about.path);
  const ids = [
    about.hint ? `${about.path}~hint` : '',
    about.understood ? `${about.path}~understood` : '',
    found.length > 0 ? `${about.path}~problems` : '',
  ].filter(Boolean);
  // Warnings do not make an answer invalid.
  const broken = found.some(({ severity }) => severity === 'error');
  return { describedBy: ids.length > 0 ? ids.join(' ') : nothing, invalid: broken ? 'true' : nothing };
}

/** The findings shown at a path, each with the clause it comes from. */
export function problems(form: FormContext, path: string): TemplateResult | typeof nothing {
  const found = form.problems(path);
  if (found.length === 0) return nothing;
  return html`<ul class="problems" part="problems" id="${path}~problems">
    ${found.map(
      ({ rule, message, severity, cite, from }) =>
        html`<li
          class="problem ${severity}"
          part="problem ${severity === 'error' ? 'problem-error' : 'problem-warning'}"
        >
          <span class="severity">${form.strings.said(severity, from)}:</span> ${message} ${citation(form, cite)}
          ${rule.startsWith(LEGACY_TEXT) && !form.locked ? legacyAct(form, rule, path) : nothing}
        </li>`,
    )}
  </ul>`;
}

/** A button that converts a text from its old encoding, or reverts the conversion. */
function legacyAct(form: FormContext, rule: string, path: string): TemplateResult {
  const words = form.strings.legacyText;
  const isRead = rule === LEGACY_TEXT_READ;
  const act = (): void => {
    if (isRead) form.putBackLegacy(path);
    else form.readLegacy(path);
    form.announce(isRead ? words.isBack : words.isRead);
    // The button disappears with its finding.
    form.reveal(path);
  };
  return button(isRead ? words.putBack : words.convert, act);
}

/** "(điểm 2.1, Công văn số …)" */
export function citation(form: Pick<FormContext, 'strings'>, cite: Cite | undefined): TemplateResult | typeof nothing {
  if (!cite) return nothing;
  // A document number must not break at its hyphen. An amendment may name no clause.
  return html`<span class="cite"
    >(${form.strings.cite(cite.clause)} <span class="whole">${cite.document})</span></span
  >`;
}

function hint({ path, hint: words }: Framed): TemplateResult | typeof nothing {
  return words ? html`<p class="hint" part="hint" id="${path}~hint">${words}</p>` : nothing;
}

function understood({ path, understood: words }: Framed): TemplateResult | typeof nothing {
  return words ? html`<p class="hint understood" part="hint" id="${path}~understood">${words}</p>` : nothing;
}

export function optionalMarkOf(form: FormContext, { optional }: Framed): TemplateResult | typeof nothing {
  return optional ? html` <span class="optional" part="optional">${form.strings.optional}</span>` : nothing;
}
