import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
import { faultOf } from './faults.js';
import type { Fault } from '../returning.js';

/**
 * A box for a day, or for a time and a day, typed as text: the browser's own boxes show days in the browser's language.
 *
 * @param value as it is to stand there: `10/4/2023`, `17:00 10/4/2023`
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
