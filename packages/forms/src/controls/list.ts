import { html, nothing, type TemplateResult } from 'lit';
import type { FieldView } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { framedGroup, type Framed } from './frame.js';
import { button } from './notice-box.js';

/**
 * A short list of things with fields of their own. An item is added and removed as a whole; what is missing in it is told
 * at its boxes.
 *
 * @param control the control of a field of an item, at a path
 */
export function listField(
  form: FormContext,
  about: Framed,
  fields: readonly FieldView[],
  control: (field: FieldView, path: string) => TemplateResult,
): TemplateResult {
  const words = form.strings.list;
  const stored = form.valueAt(about.path);
  const items: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const add = (): void => {
    form.set(about.path, [...items, {}]);
    form.announce(words.added(about.label, items.length + 1));
    form.reveal(`${about.path}/${items.length}/${fields[0]?.field ?? ''}`);
  };
  const remove = (index: number) => (): void => {
    const rest = items.filter((_, at) => at !== index);
    form.set(about.path, rest.length > 0 ? rest : null);
    form.touch(about.path);
    form.announce(words.removed(about.label, index + 1));
    form.reveal(about.path);
  };
  const item = (index: number): TemplateResult =>
    html`<li class="commitment" id="${about.path}/${index}" tabindex="-1">
      <fieldset class="sub">
        <legend>${words.item(index + 1)}</legend>
        <div class="fields">${fields.map((field) => control(field, `${about.path}/${index}/${field.field}`))}</div>
        ${
          form.locked
            ? nothing
            : html`<div class="actions">
                ${button(words.remove(about.label, index + 1), remove(index), { tone: 'quiet danger' })}
              </div>`
        }
      </fieldset>
    </li>`;
  return framedGroup(
    form,
    { ...about, wide: true },
    html`${
      items.length > 0
        ? html`<ol class="commitments">
            ${items.map((_, index) => item(index))}
          </ol>`
        : nothing
    }
    ${form.locked ? nothing : html`<div class="actions adding">${button(`+ ${words.add(about.label)}`, add)}</div>`}`,
  );
}
