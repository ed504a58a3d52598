import { html, nothing, type TemplateResult } from 'lit';
import { sectionName, type SectionView, type TableView } from '@kl01/rules';
import type { FormContext, ReportContext } from '../state/form-context.js';
import { sectionPath, sectionState, shownSections, type Progress, type SectionState } from '../outline/outline.js';
import { questionsAsked } from './questions.js';
import { blankTables, tableState, type TableState } from './table-progress.js';
import { tableName, tablePath, tablesAsked } from '../controls/data-table/table-view.js';

export interface Contents {
  readonly progress: Progress;
  /** whether the list is unfolded on a narrow page */
  readonly open: boolean;
  /** path of the section that is being written */
  readonly current: string | null;
  readonly fold: () => void;
}

/** The parts of the report as a list of links with their progress. On a wide page it stays beside the text. */
export function contents(
  form: ReportContext,
  { progress, open, current, fold }: Contents,
): TemplateResult | typeof nothing {
  const words = form.strings.report;
  const { written, due, optional } = progress;
  const sections = shownSections(form, form.view.report.outline);
  // A report with only one part needs no list.
  if (sections.length === 1 && sections[0]?.sections.length === 0 && tablesAsked(form).length === 0) return nothing;
  const tables = tablesAsked(form);
  const link = (path: string, name: string, state: SectionState | TableState | null): TemplateResult =>
    html`<a
      href="#${path}"
      class=${state === null ? '' : `state-${state}`}
      title=${name}
      aria-current=${path === current ? 'true' : nothing}
      @click=${(event: Event) => follow(form, event, path)}
      ><span class="name" lang="vi">${name}</span
      >${state === null ? nothing : html`<span class="hidden"> – ${stateInWords(form, state)}</span>`}</a
    >`;
  const entry = (section: SectionView): TemplateResult =>
    section.sections.length > 0
      ? html`<li>
          <p class="contents-heading" lang="vi" title=${sectionName(section)}>${sectionName(section)}</p>
          <ol>
            ${section.sections.map(entry)}
          </ol>
        </li>`
      : html`<li>${link(sectionPath(section), sectionName(section), sectionState(form, section))}</li>`;
  return html`<nav class="contents ${open ? 'open' : ''}" part="contents" aria-label=${words.contents}>
    ${
      form.view.report.outline.length === 0
        ? nothing
        : html`<p class="progress" id="progress">${words.progress(written, due, optional)}</p>
            <meter
              class=${written === due ? 'full' : ''}
              min="0"
              max=${Math.max(due, 1)}
              value=${due === 0 ? 1 : written}
              aria-labelledby="progress"
            ></meter>`
    }
    ${
      tables.length > 0
        ? html`<p class="progress" id="table-progress">
            ${words.tableProgress(tables.length - blankTables(form).length, tables.length)}
          </p>`
        : nothing
    }
    <button
      type="button"
      class="quiet contents-toggle"
      part="button button-quiet"
      aria-expanded=${open}
      aria-controls="contents"
      @click=${fold}
    >
      ${open ? words.hideContents : words.showContents}
    </button>
    <div class="contents-list" id="contents">
      ${key(form, sections, tables)}
      <ol>
        ${questionsAsked(form).length > 0 ? html`<li>${link('/answers', words.questions, null)}</li>` : nothing}
        ${sections.map(entry)}
        ${tables.map((table) => html`<li>${link(tablePath(table), tableName(table), tableState(form, table))}</li>`)}
      </ol>
    </div>
  </nav>`;
}

/** Legend of the marks beside the links; only those in use. */
function key(form: ReportContext, sections: readonly SectionView[], tables: readonly TableView[]): TemplateResult {
  const states = new Set<SectionState | TableState>([
    ...sections.flatMap(statesBelow(form)),
    ...tables.map((table) => tableState(form, table)),
  ]);
  const order: readonly (SectionState | TableState)[] = [
    ...(['written', 'empty', 'optional', 'broken'] as const),
    ...(['filled', 'part', 'blank'] as const),
  ];
  return html`<ul class="key" aria-hidden="true">
    ${order
      .filter((state) => states.has(state))
      .map((state) => html`<li class="state-${state}">${stateInWords(form, state)}</li>`)}
  </ul>`;
}

function stateInWords({ strings: { report: words } }: FormContext, state: SectionState | TableState): string {
  return state === 'filled' || state === 'part' || state === 'blank' ? words.tableState[state] : words.state[state];
}

function statesBelow(form: ReportContext): (section: SectionView) => SectionState[] {
  return (section) =>
    section.sections.length > 0 ? section.sections.flatMap(statesBelow(form)) : [sectionState(form, section)];
}

function follow(form: ReportContext, event: Event, path: string): void {
  // The target is inside this shadow root, which the browser's own links cannot reach.
  event.preventDefault();
  form.reveal(path);
}
