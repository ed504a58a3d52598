import type { ReactiveControllerHost } from 'lit';
import { leaves } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { shownSections, sectionPath, textOf } from '../outline/outline.js';
import { partReport, type Piece } from './part-report.js';

export type Stage =
  | { readonly kind: 'closed' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'preview'; readonly text: string; readonly pieces: readonly Piece[]; readonly replace: boolean }
  | { readonly kind: 'done'; readonly written: readonly Written[]; readonly left: readonly Piece[] };

/** A section that was written, to be put back as it was. */
export interface Written {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** A whole report pasted once: parted, looked through, laid into the sections, and taken back if need be. */
export class ReportPaste {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #stage: Stage = { kind: 'closed' };

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  get stage(): Stage {
    return this.#stage;
  }

  open(text = ''): void {
    this.#go({ kind: 'text', text });
  }

  close(): void {
    this.#go({ kind: 'closed' });
  }

  part(form: FormContext, text: string): void {
    const pieces = partReport(text, shownSections(form, form.view.report?.outline ?? []));
    this.#go({ kind: 'preview', text, pieces, replace: false });
  }

  /** Says of a piece where it belongs; null keeps it out. */
  assign(index: number, section: string | null): void {
    if (this.#stage.kind !== 'preview') return;
    const pieces = this.#stage.pieces.map((piece, at) => (at === index ? { ...piece, section, sure: true } : piece));
    this.#go({ ...this.#stage, pieces });
  }

  chooseReplacing(replace: boolean): void {
    if (this.#stage.kind === 'preview') this.#go({ ...this.#stage, replace });
  }

  /** Lays the pieces into their sections: behind what is written there, or in its place where that was chosen. */
  accept(form: FormContext): void {
    if (this.#stage.kind !== 'preview') return;
    const { pieces, replace } = this.#stage;
    const written = leaves(form.view.report?.outline ?? []).flatMap((section): Written[] => {
      const texts = pieces.filter((piece) => piece.section === section.id).map(({ text }) => text);
      if (texts.length === 0) return [];
      const path = sectionPath(section);
      const before = textOf(form, section);
      const after = [...(replace || before === '' ? [] : [before]), ...texts].join('\n\n');
      return [{ path, before: before === '' ? null : before, after }];
    });
    for (const { path, after } of written) {
      form.set(path, after);
      form.touch(path);
    }
    this.#go({ kind: 'done', written, left: pieces.filter(({ section }) => section === null) });
    form.announce(form.strings.reportPaste.done(written.length));
  }

  /** True while every section is as it was laid down: then taking back loses nothing that was written since. */
  canUndo(form: FormContext): boolean {
    return this.#stage.kind === 'done' && this.#stage.written.every(({ path, after }) => form.valueAt(path) === after);
  }

  undo(form: FormContext): void {
    if (this.#stage.kind !== 'done') return;
    for (const { path, before } of this.#stage.written) form.set(path, before);
    form.announce(form.strings.reportPaste.undone);
    this.close();
  }

  #go(stage: Stage): void {
    this.#stage = stage;
    this.#host.requestUpdate();
  }
}
