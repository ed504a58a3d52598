import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { parseDay } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { calendarDate } from './calendar-date.js';
import { cleanPasted } from './clean-pasted.js';
import { storedFrom, text, trimmed, type Codec } from './codec.js';
import { offeredReadings } from './offered-readings.js';
import { pasteIntoText } from './paste-into-text.js';
import { framed, type ControlAria, type Framed } from './frame.js';
import { typed } from './typed.js';
import { wholeNumber } from './whole-number.js';

export interface TextBox extends Framed {
  /** guidance only, not judged */
  readonly limit?: { readonly pages?: number; readonly characters?: number } | undefined;
  readonly rows?: number | undefined;
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'decimal' | undefined;
  readonly autocomplete?: 'name' | 'tel' | 'email' | 'organization' | undefined;
}

export function textField(form: FormContext, about: TextBox): TemplateResult {
  return line(form, about, text);
}

export function emailField(form: FormContext, about: TextBox): TemplateResult {
  return line(form, { ...about, inputMode: 'email' }, trimmed);
}

export function wholeNumberField(form: FormContext, about: TextBox): TemplateResult {
  return line(form, { ...about, inputMode: 'numeric' }, wholeNumber, 'short');
}

/** A number with decimals; the codec says how many. */
export function decimalField(form: FormContext, about: TextBox, codec: Codec): TemplateResult {
  return line(form, { ...about, inputMode: 'decimal' }, codec, 'short');
}

/**
 * Day, month and year in one box, in the order officers write them, whatever the browser's language; stored as
 * `YYYY-MM-DD`. The date is also shown in words with its weekday, which reveals a 5/12 meant as the twelfth of May.
 */
export function dateField(form: FormContext, about: TextBox): TemplateResult {
  const { dateHint, dateInWords } = form.strings;
  const stored = form.valueAt(about.path);
  const understood = typeof stored === 'string' && parseDay(stored) ? dateInWords(stored) : undefined;
  return line(form, { ...about, hint: about.hint ?? dateHint, understood }, calendarDate(form.today), 'short');
}

/** A text of several lines, with a character count if the directive limits it. */
export function longTextField(form: FormContext, about: TextBox): TemplateResult {
  const stored = form.valueAt(about.path);
  const limit = about.limit?.characters;
  const count = typeof stored === 'string' ? [...stored].length : 0;
  return framed(
    form,
    { ...about, wide: true },
    (aria) => textArea(form, about, aria),
    limit === undefined
      ? nothing
      : html`<p class="hint count ${count > limit ? 'over' : ''}" part="hint">
          ${form.strings.characters(count, limit, about.limit?.pages)}
        </p>`,
  );
}

/** Only the box of a long text, for callers that add their own frame. */
export function textArea(form: FormContext, about: TextBox, aria: ControlAria): TemplateResult {
  const stored = form.valueAt(about.path);
  return html`<textarea
    class="box"
    part="control ${aria.invalid === 'true' ? 'control-invalid' : ''}"
    id=${about.path}
    rows=${about.rows ?? 5}
    ?readonly=${form.locked}
    ?disabled=${form.disabled}
    aria-describedby=${aria.describedBy}
    aria-invalid=${aria.invalid}
    .value=${typed(text, stored)}
    @input=${onInput(form, about.path, text)}
    @blur=${onBlur(form, about.path, text)}
    @paste=${onPaste(form, about.path)}
  ></textarea>`;
}

function line(form: FormContext, about: TextBox, codec: Codec, size = ''): TemplateResult {
  return framed(
    form,
    about,
    (aria) => lineBox(form, about, aria, codec, size),
    nothing,
    codec === text || codec === trimmed ? nothing : offeredReadings(form, about.path, codec),
  );
}

/** Only a one-line box, for a place such as a table cell, where its label is elsewhere. */
export function lineBox(
  form: FormContext,
  about: Omit<TextBox, 'label'> & { readonly labelledBy?: string },
  aria: ControlAria,
  codec: Codec,
  size = '',
): TemplateResult {
  const stored = form.valueAt(about.path);
  return html`<input
    class="box ${size}"
    part="control ${aria.invalid === 'true' ? 'control-invalid' : ''}"
    id=${about.path}
    type="text"
    inputmode=${about.inputMode ?? 'text'}
    autocomplete=${about.autocomplete ?? 'off'}
    ?readonly=${form.locked}
    ?disabled=${form.disabled}
    aria-labelledby=${ifDefined(about.labelledBy)}
    aria-describedby=${aria.describedBy}
    aria-invalid=${aria.invalid}
    .value=${typed(codec, stored)}
    @input=${onInput(form, about.path, codec)}
    @blur=${onBlur(form, about.path, codec)}
    @paste=${onPaste(form, about.path)}
  />`;
}

type Box = HTMLInputElement | HTMLTextAreaElement;

const typedIn = new WeakSet<Box>();

function onInput(form: FormContext, path: string, { read }: Codec) {
  return (event: InputEvent): void => {
    const box = event.target as Box;
    cleanPasted(event, box);
    typedIn.add(box);
    form.set(path, storedFrom(read(box.value), box.value));
  };
}

/** Findings about pasted text are shown at once: it is complete, unlike text being typed. */
function onPaste(form: FormContext, path: string) {
  return (event: ClipboardEvent): void => {
    pasteIntoText(event);
    // By then the box contains the pasted text.
    setTimeout(() => form.touch(path));
  };
}

function onBlur(form: FormContext, path: string, { read, show }: Codec) {
  return (event: FocusEvent): void => {
    const box = event.target as Box;
    const stored = storedFrom(read(box.value), box.value);
    if (box.value !== '') box.value = show(stored);
    form.set(path, stored);
    // Passing through an empty box is not an answer yet.
    if (stored !== null || typedIn.has(box)) form.touch(path);
  };
}
