import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from '../state/form-context.js';
import { box, button } from '../controls/notice-box.js';
import type { Work } from '../state/work.js';

/** Result of importing a workbook or a Word file. */
export interface WorkbookRead {
  readonly fileName: string;
  /** sentences about cells that could not be read */
  readonly problems: readonly string[];
  /** entries that the workbook cannot hold and that are still empty */
  readonly leftOut: readonly string[];
}

export interface ImportNotice extends WorkbookRead {
  readonly kind: 'imported';
  /** what was shown before, to restore it on request */
  readonly before: Work;
}

export interface ImportAnswers {
  readonly bringBack: (before: Work) => void;
  readonly close: () => void;
}

/** Number of problems shown at first, and at all; a workbook may have thousands. */
const SHOWN = 20;
const MOST = 500;

export function importNotice({ strings }: FormContext, notice: ImportNotice, answers: ImportAnswers): TemplateResult {
  const words = strings.workbook;
  const { fileName, problems, leftOut, before } = notice;
  return box(
    problems.length > 0 ? 'warning' : 'calm',
    words.imported(fileName),
    [button(words.undo, () => answers.bringBack(before)), button(strings.draft.close, answers.close)],
    html`${
      problems.length === 0
        ? nothing
        : html`<p>${words.problems(problems.length)}</p>
            <ul>
              ${problems.slice(0, SHOWN).map((problem) => html`<li>${problem}</li>`)}
            </ul>
            ${
              problems.length > SHOWN
                ? html`<details>
                    <summary>${words.more(problems.length - SHOWN)}</summary>
                    <ul>
                      ${problems.slice(SHOWN, MOST).map((problem) => html`<li>${problem}</li>`)}
                    </ul>
                  </details>`
                : nothing
            }`
    }
    ${leftOut.length === 0 ? nothing : html`<p>${words.leftOut(leftOut.join('; '))}</p>`}`,
  );
}
