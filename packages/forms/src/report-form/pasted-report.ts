import { leaves } from '@kl01/rules';
import { fromLegacy, legacyEncoding, type LegacyEncoding } from '@kl01/rules/reading';
import type { ReportContext } from '../state/form-context.js';
import type { Change, FormStore } from '../state/store.js';
import { cleanText } from '../pasting/plain-text.js';
import { shownSections, sectionPath, textOf } from '../outline/outline.js';
import { partReport, type Piece } from './part-report.js';

export type Stage =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** the pasted text before its conversion from an old encoding */
      readonly original?: string;
    }
  | { readonly kind: 'preview'; readonly text: string; readonly pieces: readonly Piece[]; readonly replace: boolean }
  | { readonly kind: 'done'; readonly written: readonly Change[]; readonly left: readonly Piece[] };

/**
 * A whole report pasted once: split, reviewed, distributed to the sections, and undone if need be. Every stage is JSON,
 * so that it survives a reload with the draft.
 */
export class PastedReport {
  readonly #store: FormStore;
  readonly #changed: () => void;
  #stage: Stage = { kind: 'closed' };
  #encoding: LegacyEncoding | null = null;

  /** @param changed called when the officer has reached another stage */
  constructor(store: FormStore, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
    store.subscribe((news) => {
      if (news === 'shown') this.#show(readStage(store.beside));
    });
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** The old encoding in which the text was typed; null: Unicode. */
  get encoding(): LegacyEncoding | null {
    return this.#encoding;
  }

  /** Returns to the text, converted from its old encoding. */
  convert(): void {
    if (this.#encoding === null || !('text' in this.#stage)) return;
    const { text } = this.#stage;
    this.#go({ kind: 'text', text: fromLegacy(text, this.#encoding), original: text });
  }

  open(text = ''): void {
    this.#go({ kind: 'text', text });
  }

  close(): void {
    this.#go({ kind: 'closed' });
  }

  /** Sets the text of the box. */
  write(text: string): void {
    if (this.#stage.kind === 'text') this.#go({ kind: 'text', text });
  }

  part(form: ReportContext, text: string): void {
    const pieces = partReport(cleanText(text), shownSections(form, form.view.report.outline));
    this.#go({ kind: 'preview', text, pieces, replace: false });
  }

  /** Assigns a piece to a section; null leaves it out. */
  assign(index: number, section: string | null): void {
    if (this.#stage.kind !== 'preview') return;
    const pieces = this.#stage.pieces.map((piece, at) => (at === index ? { ...piece, section, sure: true } : piece));
    this.#go({ ...this.#stage, pieces });
  }

  chooseReplacing(replace: boolean): void {
    if (this.#stage.kind === 'preview') this.#go({ ...this.#stage, replace });
  }

  /** Writes the pieces into their sections: after the existing text, or replacing it if so chosen. */
  accept(form: ReportContext): void {
    if (this.#stage.kind !== 'preview') return;
    const { pieces, replace } = this.#stage;
    const sections = leaves(form.view.report.outline);
    const written = sections.flatMap((section): Change[] => {
      const own = pieces.filter((piece) => piece.section === section.id).map(({ text }) => text);
      if (own.length === 0) return [];
      const before = textOf(form, section) || null;
      const after = [...(replace || before === null ? [] : [before]), ...own].join('\n\n');
      return [{ path: sectionPath(section), before, after }];
    });
    this.#store.edit(written);
    for (const { path } of written) this.#store.touch(path);
    // A draft may name a section that an amendment has removed.
    const left = pieces.filter((piece) => !sections.some(({ id }) => id === piece.section));
    this.#go({ kind: 'done', written, left });
    form.announce(form.strings.reportPaste.done(written.length));
  }

  /** Whether every section is unchanged since, so that undoing loses nothing written since. */
  get canUndo(): boolean {
    return this.#stage.kind === 'done' && this.#store.isAsLeftBy(this.#stage.written);
  }

  undo(form: ReportContext): void {
    if (this.#stage.kind !== 'done') return;
    this.#store.takeBack(this.#stage.written);
    form.announce(form.strings.reportPaste.undone);
    this.close();
  }

  #go(stage: Stage): void {
    this.#show(stage);
    // An empty box is not worth saving.
    this.#store.putBeside(stage.kind === 'closed' || (stage.kind === 'text' && stage.text === '') ? null : stage);
    this.#changed();
  }

  #show(stage: Stage): void {
    this.#stage = stage;
    this.#encoding = 'text' in stage ? legacyEncoding(stage.text) : null;
  }
}

/** Reads a stage from a draft; anything invalid becomes the first stage. */
function readStage(kept: unknown): Stage {
  const { kind, text, original, pieces, replace, written, left } = membersOf(kept);
  if (kind === 'text' && typeof text === 'string') {
    return { kind, text, ...(typeof original === 'string' && { original }) };
  }
  if (kind === 'preview' && typeof text === 'string') {
    return { kind, text, pieces: listOf(pieces, isPiece), replace: replace === true };
  }
  if (kind === 'done') return { kind, written: listOf(written, isWritten), left: listOf(left, isPiece) };
  return { kind: 'closed' };
}

function isPiece(value: unknown): value is Piece {
  const { text, section, sure } = membersOf(value);
  return typeof text === 'string' && (section === null || typeof section === 'string') && typeof sure === 'boolean';
}

function isWritten(value: unknown): value is Change {
  const { path, before, after } = membersOf(value);
  return typeof path === 'string' && (before === null || typeof before === 'string') && typeof after === 'string';
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf<Each>(value: unknown, is: (each: unknown) => each is Each): readonly Each[] {
  return Array.isArray(value) ? value.filter(is) : [];
}
