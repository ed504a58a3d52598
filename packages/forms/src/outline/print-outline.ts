import { html, type TemplateResult } from 'lit';
import type { SectionView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import type { PrintBlock } from '../base/print-view.js';
import { sectionName, textOf } from './outline.js';

/** A section of the outline with what stands below it. */
export function sectionBlock(form: FormContext, section: SectionView, level: 3 | 4): PrintBlock {
  const block = { heading: sectionName(section), level, entries: [] };
  return section.sections.length > 0
    ? { ...block, blocks: section.sections.map((each) => sectionBlock(form, each, 4)) }
    : { ...block, content: paragraph(form, textOf(form, section)) };
}

export function paragraph(form: FormContext, text: string): TemplateResult {
  return text === ''
    ? html`<p class="blank">${form.strings.notAnswered}</p>`
    : html`<p class="printed-text">${text}</p>`;
}
