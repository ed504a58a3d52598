import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from '../state/form-context.js';
import { meantBy, type Codec } from './codec.js';
import { button } from './notice-box.js';

/**
 * Buttons for what a doubtful answer may mean, beside its finding: `20/3` is a day of this year or of the last. Pressed,
 * one takes the place of what was typed; nothing is guessed.
 *
 * @param set left out: of the form
 */
export function offeredReadings(
  form: FormContext,
  path: string,
  codec: Codec,
  set: (value: unknown) => void = (value) => form.set(path, value),
): TemplateResult | typeof nothing {
  if (form.locked || form.problems(path).length === 0) return nothing;
  const meant = meantBy(codec, form.valueAt(path));
  if (meant.length === 0) return nothing;
  const { meansIt, taken } = form.strings.doubt;
  return html`<div class="actions">
    ${meant.map((value) => {
      const shown = codec.show(value);
      const take = (): void => {
        set(value);
        form.touch(path);
        form.announce(taken(shown));
        // The button disappears with its finding.
        form.reveal(path);
      };
      return button(meansIt(shown), take);
    })}
  </div>`;
}
