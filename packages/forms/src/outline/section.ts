import { html, nothing, type TemplateResult } from 'lit';
import { sectionName, type SectionView } from '@kl01/rules';
import { button } from '../controls/notice-box.js';
import type { FormContext } from '../state/form-context.js';
import { controlAria, optionalMarkOf, problems } from '../controls/frame.js';
import { textArea } from '../controls/text-box.js';
import { isAsked, sectionPath, textOf } from './outline.js';

/** From this length on a title reads as a sentence and is set as running text. */
const LONG_TITLE = 160;

/** A heading of the outline with its content, or a section to be written. */
export function outlinePart(form: FormContext, section: SectionView, depth = 0): TemplateResult {
  if (section.sections.length === 0) return writtenSection(form, section, depth);
  const guidance = section.guidance
    ? html`<p class="hint guidance" part="hint" lang="vi">${section.guidance}</p>`
    : nothing;
  return html`<div class="chapter">
    ${heading(depth, 'chapter-title', sectionName(section))} ${guidance}
    ${section.sections.map((each) => outlinePart(form, each, depth + 1))}
  </div>`;
}

function writtenSection(form: FormContext, section: SectionView, depth: number): TemplateResult {
  const words = form.strings.report;
  const path = sectionPath(section);
  const name = sectionName(section);
  const text = textOf(form, section);
  const asked = isAsked(form, section);
  const notAsked = asked ? '' : words.notAsked;
  const hint = [section.guidance, notAsked].filter(Boolean).join(' ');
  const about = { path, label: name, hint, optional: section.optional || !asked, rows: 6 };
  const aria = controlAria(form, about);
  const label = html`<label for=${path}>${name}</label>${optionalMarkOf(form, about)}`;
  return html`<div
    class="section ${aria.invalid === 'true' ? 'broken' : ''} ${depth === 0 ? 'top' : ''}"
    part="section"
  >
    ${heading(depth, section.title.length > LONG_TITLE ? 'section-title long' : 'section-title', label)}
    ${
      hint === ''
        ? nothing
        : html`<div class="hint guidance" part="hint" id="${path}~hint">
            ${section.guidance ? html`<p lang="vi">${section.guidance}</p>` : nothing}
            ${asked ? nothing : html`<p>${notAsked}</p>`}
          </div>`
    }
    <div class="grows" data-text=${text}>${textArea(form, about, aria)}</div>
    <div class="section-foot">
      ${
        text === '' && asked && !form.locked && form.definition.type === 'report'
          ? button(words.nothing, () => writeNothing(form, path, name), { name: words.nothingFor(name) })
          : nothing
      }
      ${text === '' ? nothing : html`<p class="hint count" part="hint">${words.words(countWords(text))}</p>`}
    </div>
    ${problems(form, path)}
  </div>`;
}

function writeNothing(form: FormContext, path: string, name: string): void {
  const words = form.strings.report;
  form.set(path, words.nothingSentence);
  form.touch(path);
  form.announce(words.nothingWritten(name));
  // The button disappears with the empty box, which would lose the focus.
  form.reveal(path);
}

/** Headings of the outline start one level below the heading of their block and stop at HTML's lowest level. */
function heading(depth: number, name: string, content: unknown): TemplateResult {
  if (depth === 0) return html`<h4 class=${name} lang="vi">${content}</h4>`;
  if (depth === 1) return html`<h5 class=${name} lang="vi">${content}</h5>`;
  return html`<h6 class=${name} lang="vi">${content}</h6>`;
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
