import type { ReadPiece } from '@kl01/rules/reading';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { sectionName, leaves, type SectionView } from '@kl01/rules';
import type { ExportersModule } from '../blocks/documents.js';
import { filePicker } from '../controls/file-picker.js';
import { box, button } from '../controls/notice-box.js';
import type { ReportContext } from '../state/form-context.js';
import { pasteIntoText } from '../controls/paste-into-text.js';
import { shownSections, textOf } from '../outline/outline.js';
import type { Done, PastedReport, Preview, Stage } from './pasted-report.js';
import { groupsBlock } from './read-groups.js';
import { hasOther } from './read-values.js';

/** Number of characters of a piece shown at first. */
const BEGINNING = 280;

/** Where a whole report, written elsewhere, is pasted or read from a Word file, and distributed to the sections. */
export function pasteBlock(
  form: ReportContext,
  paste: PastedReport,
  exporters: Pick<ExportersModule, 'readDocument'> | null,
): TemplateResult | typeof nothing {
  const words = form.strings.reportPaste;
  const { stage } = paste;
  const { readDocument } = exporters ?? {};
  const hasSections = sectionsOf(form).length > 1;
  if (form.locked || (!hasSections && readDocument === undefined)) return nothing;
  if (stage.kind === 'closed') {
    return html`<div class="actions">
        ${
          hasSections
            ? html`<button type="button" part="button" id="paste-report" @click=${() => open(form, paste)}>
                ${words.open}
              </button>`
            : nothing
        }
        ${
          readDocument
            ? filePicker({
                label: words.fromWord,
                name: words.fromWord,
                // An old file is taken too, to say what to do with it.
                accept: '.docx,.docm,.doc',
                chosen: ([file]) => file && void readFile(form, paste, file, readDocument),
              })
            : nothing
        }
      </div>
      ${fileNotice(form, paste)}`;
  }
  if (stage.kind === 'done') return doneNotice(form, paste, stage);
  return html`<section class="paste-report" aria-labelledby="paste~heading">
    <h4 id="paste~heading" tabindex="-1">${words.heading}</h4>
    ${legacyNotice(form, paste, stage)}
    ${stage.kind === 'text' ? textPart(form, paste, stage.text) : preview(form, paste, stage)}
  </section>`;
}

/** Reads the chosen file; the reader is loaded by then. */
async function readFile(
  form: ReportContext,
  paste: PastedReport,
  file: File,
  read: NonNullable<ExportersModule['readDocument']>,
): Promise<void> {
  const words = form.strings.reportPaste;
  const { name } = file;
  paste.tell({ state: 'busy', name, detail: '' });
  try {
    const { blocks, unread } = await read(new Uint8Array(await file.arrayBuffer()), { lang: form.lang });
    await paste.read(form, { blocks, fileName: name, unread });
    form.announce(words.parted(...countsOf(paste.stage)));
    form.reveal('paste~heading');
  } catch (error) {
    paste.tell({ state: 'unread', name, detail: reasonIn(error) });
    form.announce(words.notRead(name));
  }
}

/** What is wrong and what to do, as the exporters say it, without where in the call that is. */
function reasonIn(error: unknown): string {
  const { what, remedy, message } = error as { what?: unknown; remedy?: unknown; message?: unknown };
  return typeof what === 'string' && typeof remedy === 'string' ? `${what} ${remedy}` : String(message ?? '');
}

function fileNotice(form: ReportContext, { file }: PastedReport): TemplateResult | typeof nothing {
  if (file === null) return nothing;
  const words = form.strings.reportPaste;
  return file.state === 'busy'
    ? html`<p class="hint" part="hint">${words.reading(file.name)}</p>`
    : html`<p class="problem error" part="problem problem-error">${words.notRead(file.name)} ${file.detail}</p>`;
}

function open(form: ReportContext, paste: PastedReport, text = ''): void {
  paste.open(text);
  form.reveal('paste~text');
}

/** Takes the text of the box. An old font is announced once, when it is detected. */
function write(form: ReportContext, paste: PastedReport, text: string): void {
  const before = paste.encoding;
  paste.write(text);
  if (before === null && paste.encoding !== null) form.announce(form.strings.legacyText.found(paste.encoding));
}

/** A report typed in an old font cannot be split at its headings, so this says so first and offers to convert it. */
function legacyNotice(form: ReportContext, paste: PastedReport, stage: Stage): TemplateResult | typeof nothing {
  const words = form.strings.legacyText;
  const notice = (sentence: string, label: string, act: () => void): TemplateResult =>
    box('warning', sentence, [button(label, act, { tone: 'loud' })]);
  if (paste.encoding !== null) {
    return notice(words.found(paste.encoding), words.convert, () => {
      paste.convert();
      form.announce(words.isRead);
      form.reveal('paste~text');
    });
  }
  const original = stage.kind === 'text' ? stage.original : undefined;
  return original === undefined
    ? nothing
    : notice(words.isRead, words.putBack, () => {
        paste.open(original);
        form.reveal('paste~text');
      });
}

function textPart(form: ReportContext, paste: PastedReport, text: string): TemplateResult {
  const words = form.strings.reportPaste;
  const part = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).closest('section')?.querySelector('textarea');
    if (!box || box.value.trim() === '') return form.reveal('paste~text');
    void paste.part(form, box.value).then(() => {
      form.announce(words.parted(...countsOf(paste.stage)));
      form.reveal('paste~first');
    });
  };
  return html`<label class="label" for="paste~text">${words.text}</label>
    <p class="hint" part="hint" id="paste~hint">${words.textHint}</p>
    <textarea
      class="box"
      part="control"
      id="paste~text"
      rows="10"
      aria-describedby="paste~hint"
      .value=${live(text)}
      @input=${(event: Event) => write(form, paste, (event.target as HTMLTextAreaElement).value)}
      @paste=${(event: ClipboardEvent) => pasteIntoText(event)}
    ></textarea>
    <div class="actions">
      <button type="button" part="button" @click=${part}>${words.part}</button>
      ${cancel(form, paste)}
    </div>`;
}

function preview(form: ReportContext, paste: PastedReport, stage: Preview): TemplateResult {
  const words = form.strings.reportPaste;
  const written = [
    ...sectionsOf(form)
      .filter((section) => textOf(form, section) !== '' && stage.pieces.some((piece) => piece.section === section.id))
      .map(sectionName),
    ...stage.groups
      .filter((group) => !stage.skipped.includes(group.id) && hasOther(form, group))
      .map(({ name }) => name),
  ];
  const { fileName, unread = [] } = stage;
  return html`<p>${fileName === undefined ? nothing : words.readFrom(fileName)} ${words.parted(...countsOf(stage))}</p>
    ${unread.length > 0 ? html`<p class="problem warning" part="problem problem-warning">${words.unreadParts(unread)}</p>` : nothing}
    <ol class="pieces">
      ${stage.pieces.map((piece, index) => pieceItem(form, paste, piece, index))}
    </ol>
    ${groupsBlock(form, paste, stage)} ${written.length > 0 ? beforeChoice(form, paste, stage, written) : nothing}
    <div class="actions">
      ${button(words.accept, () => accept(form, paste), { tone: 'loud' })}
      ${button(words.back, () => open(form, paste, stage.text))} ${cancel(form, paste)}
    </div>`;
}

function pieceItem(form: ReportContext, paste: PastedReport, piece: ReadPiece, index: number): TemplateResult {
  const words = form.strings.reportPaste;
  const id = index === 0 ? 'paste~first' : `paste~${index}`;
  const tone = piece.section !== null ? (piece.sure ? '' : 'unsure') : piece.aside ? '' : 'nowhere';
  return html`<li class="piece ${tone}">
    <label class="label" for=${id}>${words.piece(index + 1)}</label>
    ${piece.section === null && piece.aside ? html`<p class="hint" part="hint">${words.aside[piece.aside]}</p>` : nothing}
    ${piece.section !== null && !piece.sure ? html`<p class="problem warning" part="problem problem-warning">${words.unsure}</p>` : nothing}
    <select
      class="box"
      part="control"
      id=${id}
      @change=${(event: Event) => paste.assign(index, (event.target as HTMLSelectElement).value || null)}
    >
      <option value="" .selected=${live(piece.section === null)}>${words.nowhere}</option>
      ${sectionsOf(form).map(
        (section) =>
          html`<option value=${section.id} .selected=${live(piece.section === section.id)}>
            ${chapterOf(form, section)}${sectionName(section)}
          </option>`,
      )}
    </select>
    ${
      piece.text.length <= BEGINNING
        ? html`<p class="piece-text">${piece.text}</p>`
        : html`<p class="piece-text">${piece.text.slice(0, BEGINNING)}…</p>
            <details>
              <summary>${words.whole}</summary>
              <p class="piece-text">${piece.text}</p>
            </details>`
    }
  </li>`;
}

/** Existing text is never overwritten without asking. */
function beforeChoice(
  form: ReportContext,
  paste: PastedReport,
  stage: Preview,
  written: readonly string[],
): TemplateResult {
  const words = form.strings.reportPaste;
  const option = (replace: boolean, label: string): TemplateResult =>
    html`<label class="option" part="option"
      ><input
        type="radio"
        name="paste~before"
        .checked=${live(stage.replace === replace)}
        @change=${() => paste.chooseReplacing(replace)}
      /><span>${label}</span></label
    >`;
  return html`<fieldset class="field group">
    <legend class="label">${words.before(written)}</legend>
    <div class="options">${option(false, words.append)} ${option(true, words.replace)}</div>
  </fieldset>`;
}

function doneNotice(form: ReportContext, paste: PastedReport, { written, sections, left }: Done): TemplateResult {
  const words = form.strings.reportPaste;
  const aside = left.filter((piece) => piece.aside);
  const lost = left.filter((piece) => !piece.aside);
  const values = written.filter(({ path }) => !path.startsWith('/sections/')).length;
  return box(
    left.length > 0 ? 'warning' : '',
    html`<span id="paste~done" tabindex="-1">${words.done(sections, values)}</span>`,
    [
      paste.canUndo ? button(words.undo, () => takeBack(form, paste), { tone: 'loud' }) : nothing,
      button(words.close, () => shut(form, paste)),
    ],
    html`${
      lost.length > 0
        ? html`<p>${words.left(lost.length)}</p>
            ${lost.map(({ text }) => html`<p class="piece-text">${text}</p>`)}`
        : nothing
    }
    ${
      aside.length > 0
        ? html`<details>
            <summary>${words.asideLeft(aside.length)}</summary>
            ${aside.map(({ text }) => html`<p class="piece-text">${text}</p>`)}
          </details>`
        : nothing
    }`,
  );
}

function cancel(form: ReportContext, paste: PastedReport): TemplateResult {
  return button(form.strings.reportPaste.cancel, () => shut(form, paste));
}

/** The pressed button disappears, which would lose the focus. */
function shut(form: ReportContext, paste: PastedReport): void {
  paste.close();
  form.reveal('paste-report');
}

function accept(form: ReportContext, paste: PastedReport): void {
  paste.accept(form);
  form.reveal('paste~done');
}

function takeBack(form: ReportContext, paste: PastedReport): void {
  paste.undo(form);
  form.reveal('paste-report');
}

function sectionsOf(form: ReportContext): readonly SectionView[] {
  return leaves(shownSections(form, form.view.report.outline));
}

/** The printed numbers above a section, which distinguish one "1." from another. */
function chapterOf(form: ReportContext, section: SectionView): string {
  const above = form.view.report.outline.find(
    (chapter) => chapter.sections.length > 0 && leaves([chapter]).some(({ id }) => id === section.id),
  );
  if (!above || above.number === '') return '';
  return /^[a-z0-9]/i.test(section.number) ? `${above.number}.` : `${above.number}. `;
}

function countsOf(stage: Stage): [sections: number, nowhere: number, unsure: number] {
  const pieces = stage.kind === 'preview' ? stage.pieces : [];
  const sections = new Set(pieces.map(({ section }) => section).filter((section) => section !== null));
  return [
    sections.size,
    pieces.filter(({ section, aside }) => section === null && !aside).length,
    pieces.filter(({ section, sure }) => section !== null && !sure).length,
  ];
}
