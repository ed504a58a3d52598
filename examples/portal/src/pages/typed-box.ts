import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
import { faultOf } from './faults.js';
import type { Fault } from '../returning.js';

/**
 * A text input for a date, or for a time and date: native inputs show dates in the browser's language.
 *
 * @param value displayed value: `10/4/2023`, `17:00 10/4/2023`
 */
export function typedBox(
  kind: 'day' | 'moment',
  { id, label, value }: { id: string; label: string; value: string | null },
  faults: readonly Fault[],
): Html {
  const fault = faultOf(faults, id);
  return html`<label class="form-label mt-2" for="${id}"
      >${label} <span class="text-secondary">(${vi.typing[kind]})</span></label
    >
    <input
      class="form-control portal-narrow ${fault.invalid}"
      id="${id}"
      name="${id}"
      required
      autocomplete="off"
      maxlength="40"
      value="${value}"
      ${fault.mark}
    />
    ${fault.words}`;
}
