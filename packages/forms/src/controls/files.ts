import { html, nothing, type TemplateResult } from 'lit';
import type { FileEntry } from '@kl01/rules';
import { button } from './notice-box.js';
import type { FormContext } from '../state/form-context.js';
import { stableAddress } from '../findings/pointer.js';
import { filePicker } from './file-picker.js';
import { controlAria, problems, type Framed } from './frame.js';

/** Files that answer an item of the dossier: chosen, replaced, removed; each with its name and size. */
export function filesField(form: FormContext, about: Framed): TemplateResult {
  const words = form.strings.files;
  const stored = form.valueAt(about.path);
  const entries = Array.isArray(stored) ? (stored as FileEntry[]) : [];
  const address = stableAddress(form.submission, about.path);
  const reading = form.attachments.reading(address);
  const refused = form.attachments.problems(address);
  const aria = controlAria(form, about);
  const limits = words.limits(form.fileLimits.maxFileBytes);
  return html`<div
    class="field files ${aria.invalid === 'true' ? 'broken' : ''}"
    part="field files"
    role="group"
    id=${about.path}
    tabindex="-1"
    aria-label=${about.label}
    aria-describedby=${aria.describedBy}
  >
    ${
      entries.length > 0
        ? html`<ul class="file-list">
            ${entries.map((entry) => fileLine(form, about, entries, entry))}
          </ul>`
        : nothing
    }
    ${
      form.locked
        ? nothing
        : html`<div class="actions">
            ${picker(form, about.path, entries.length === 0 ? words.choose : words.chooseMore, words.chooseFor(about.label))}
            ${limits ? html`<span class="hint" part="hint">${limits}</span>` : nothing}
          </div>`
    }
    <div role="status">
      ${reading === null ? nothing : html`<p class="hint" part="hint">${words.reading(reading)}</p>`}
    </div>
    <div role="alert">
      ${refused.map((problem) => html`<p class="problem error" part="problem problem-error">${words.problem(problem)}</p>`)}
    </div>
    ${problems(form, about.path)}
  </div>`;
}

function fileLine(form: FormContext, about: Framed, entries: readonly FileEntry[], entry: FileEntry): TemplateResult {
  const words = form.strings.files;
  const place = form.attachments.place(entry);
  const remove = (): void => {
    const rest = entries.filter((other) => other !== entry);
    form.set(about.path, rest.length > 0 ? rest : null);
    form.touch(about.path);
    form.announce(words.removed(entry.name));
    form.reveal(about.path);
  };
  return html`<li class="file ${place}" part="file">
    <span class="file-name">${entry.name}</span>
    <span class="hint" part="hint">${words.size(entry.size)}</span>
    ${place === 'here' ? nothing : html`<span class="tag" part="tag">${place === 'gone' ? words.again : words.stored}</span>`}
    ${
      form.locked
        ? nothing
        : html`${picker(form, about.path, words.replace, words.replaceNamed(entry.name), entry)}
          ${button(words.remove, remove, { name: words.removeNamed(entry.name) })}`
    }
  </li>`;
}

function picker(form: FormContext, path: string, label: string, name: string, replaced?: FileEntry): TemplateResult {
  return filePicker({
    label,
    name,
    multiple: !replaced,
    quiet: replaced !== undefined,
    chosen: (files) => void form.attach(path, files, replaced),
  });
}
