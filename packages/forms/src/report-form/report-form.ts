import { sectionName, type RulebookReport } from '@kl01/rules';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Submission } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import { FormElement } from '../element/form-element.js';
import type { ShownFinding } from '../findings/shown-findings.js';
import { problems } from '../controls/frame.js';
import { Sheets } from '../controls/data-table/sheets.js';
import { tableStyles } from '../controls/data-table/table-styles.js';
import { slateDossier } from '../controls/slate-dossier.js';
import { formStyles } from '../styles/form-styles.js';
import { contents } from './contents.js';
import { progressOf, shownSections } from '../outline/outline.js';
import { NewSections } from './new-sections.js';
import { pasteBlock } from './paste-block.js';
import { questionedCell } from './questioned-cell.js';
import { questionsBlock } from './questions.js';
import { PastedReport } from './pasted-report.js';
import { pasteStyles } from './paste-styles.js';
import { reportStyles } from './report-styles.js';
import { outlineStyles } from '../outline/outline-styles.js';
import { outlinePart } from '../outline/section.js';
import { tablesBlock } from './statistics-table.js';
import { blankTables } from './table-progress.js';

/**
 * A form for a unit's report: the directive's outline with room to write, its questions and statistical tables, the
 * dossier and the deadline, and a list of the parts with their progress. Everything it asks comes from the rulebook.
 *
 *     <kl01-report-form rulebook="/rulebooks/hai-phong.kien-an.2023.json" form="bao-cao-so-ket"
 *       unit-id="dang-bo-a" unit-group="dang-bo" unit-name="Đảng bộ A" name="submission"
 *       now="2023-03-22T08:00:00+07:00" draft="officer-17"></kl01-report-form>
 *
 * Inside a `<form>` it posts `<name>` (JSON) and `<name>_files[]`; outside one, or `standalone`, it shows its own
 * submit button. Attributes and properties are those of `HostElement`; `period` fixes the reporting period.
 *
 * @fires kl01-ready  - the form is shown: `{ rulebook, form }`
 * @fires kl01-change - the officer changed something: `{ submission, verdict }`
 * @fires kl01-submit - outside a `<form>`, or `standalone`: the host has to send it: `{ submission, verdict, files }`
 * @fires kl01-error  - the host has to fix something: `{ message, cause }`
 *
 * @slot help - the host's own guidance, below the title
 *
 * @csspart contents - the list of parts with their progress
 * @csspart section  - a section of the outline: title, guidance, box, findings
 * @csspart table    - a statistical table
 *
 * The other parts, and the custom properties, are those of `<kl01-nomination-form>`.
 */
export class ReportForm extends FormElement<RulebookReport> {
  static override styles: CSSResultGroup = [formStyles, outlineStyles, tableStyles, reportStyles, pasteStyles];

  readonly formType = 'report';

  readonly #sheets = new Sheets(this, this.store);

  protected override openFor(path: string): void {
    this.#sheets.turnTo(path);
  }

  readonly #paste = new PastedReport(this.store, () => this.requestUpdate());

  readonly #newSections = new NewSections();

  @state() private contentsOpen = false;
  @state() private current: string | null = null;

  protected override blank(): Partial<Submission> {
    return { sections: {} };
  }

  protected override submissionShown(): void {
    this.#newSections.forget();
  }

  protected override reworded(finding: ShownFinding): ShownFinding {
    const form = this.context;
    return form ? questionedCell(form, finding) : finding;
  }

  protected override leftBlank(form: ReportContext): readonly string[] {
    // Many titles in capitals make an unreadable sentence; each is given in full at its table and in the list of parts.
    return blankTables(form).map(({ number, title }) => number || title);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const form = this.context;
    const names = form ? this.#newSections.since(form).map(sectionName) : [];
    if (form && names.length > 0) this.announce(form.strings.report.appeared(names));
  }

  protected override renderBody(form: ReportContext): TemplateResult {
    const words = form.strings.report;
    const sections = shownSections(form, form.view.report.outline);
    return html`<div class="report" @focusin=${this.#entered}>
        <div class="report-columns">
          ${contents(form, {
            progress: progressOf(form),
            open: this.contentsOpen,
            current: this.current,
            fold: () => (this.contentsOpen = !this.contentsOpen),
          })}
          <div class="report-parts">
            ${questionsBlock(form)}
            ${
              form.view.report.outline.length === 0
                ? pasteBlock(form, this.#paste, this.documents.exporters)
                : html`<section
                    class="block"
                    part="block"
                    id="/sections"
                    tabindex="-1"
                    aria-labelledby="sections~heading"
                  >
                    <h3 part="heading" id="sections~heading">${words.outline}</h3>
                    ${form.locked ? nothing : html`<p class="hint" part="hint">${words.outlineHint}</p>`}
                    ${problems(form, '/sections')} ${pasteBlock(form, this.#paste, this.documents.exporters)}
                    ${sections.map((section) => outlinePart(form, section))}
                  </section>`
            }
          </div>
        </div>
      </div>
      ${tablesBlock(form, this.#sheets)} ${slateDossier(form)}`;
  }

  /** Marks the officer's current part in the list. */
  readonly #entered = (event: FocusEvent): void => {
    const { id } = event.target as HTMLElement;
    this.current = id.startsWith('/sections/') ? id : null;
  };
}
