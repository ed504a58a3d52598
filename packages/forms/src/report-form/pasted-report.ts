import { leaves } from '@kl01/rules';
import {
  fromLegacy,
  legacyEncoding,
  textOfBlocks,
  type LegacyEncoding,
  type ReadPiece,
  type WrittenBlock,
} from '@kl01/rules/reading';
import type { ReportContext } from '../state/form-context.js';
import type { Change, FormStore } from '../state/store.js';
import { cleanText } from '../pasting/plain-text.js';
import { shownSections, sectionPath, textOf } from '../outline/outline.js';
import { questionsAsked } from './questions.js';
import type * as Reader from './reader.js';
import { changesOf, groupsOf, tablesToFind, type ReadGroup } from './read-values.js';

/** A report split into pieces, with what it says outside its sections. */
export interface Preview {
  readonly kind: 'preview';
  readonly text: string;
  readonly pieces: readonly ReadPiece[];
  readonly groups: readonly ReadGroup[];
  /** ids of the groups that are not taken over */
  readonly skipped: readonly string[];
  readonly replace: boolean;
  /** the Word file that it was read from */
  readonly fileName?: string;
  /** parts of the file that could not be read */
  readonly unread?: readonly string[];
}

export interface Done {
  readonly kind: 'done';
  readonly written: readonly Change[];
  readonly sections: number;
  readonly left: readonly ReadPiece[];
}

export type Stage =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** the pasted text before its conversion from an old encoding */
      readonly original?: string;
    }
  | Preview
  | Done;

/**
 * A whole report written elsewhere, pasted or read from a Word file: split, reviewed, distributed to the sections and
 * tables, and undone if need be. Every stage is JSON, so that it survives a reload with the draft.
 */
export class PastedReport {
  /** why the chosen file could not be read, or that it is being read */
  file: { readonly state: 'busy' | 'unread'; readonly name: string; readonly detail: string } | null = null;

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
    this.file = null;
    this.#go({ kind: 'text', text });
  }

  close(): void {
    this.#go({ kind: 'closed' });
  }

  /** Sets the text of the box. */
  write(text: string): void {
    if (this.#stage.kind === 'text') this.#go({ kind: 'text', text });
  }

  async part(form: ReportContext, text: string): Promise<void> {
    const reader = await import('./reader.js');
    this.#preview(form, reader.readReport, { blocks: reader.blocksOfText(cleanText(text)), text });
  }

  /** Splits what a Word file says. */
  async read(
    form: ReportContext,
    { blocks, ...file }: { blocks: readonly WrittenBlock[]; fileName: string; unread: readonly string[] },
  ): Promise<void> {
    const { readReport } = await import('./reader.js');
    this.file = null;
    const body = blocks.filter(({ place }) => place === undefined || place === 'text-box');
    const text = body.map((block) => textOfBlocks([block])).join('\n\n');
    this.#preview(form, readReport, { blocks, text, ...file });
  }

  /** Tells that a file is being read, or why it could not be. */
  tell(file: PastedReport['file']): void {
    this.file = file;
    this.#changed();
  }

  #preview(
    form: ReportContext,
    readReport: typeof Reader.readReport,
    { blocks, ...from }: Pick<Preview, 'text' | 'fileName' | 'unread'> & { readonly blocks: readonly WrittenBlock[] },
  ): void {
    const outline = shownSections(form, form.view.report.outline);
    const read = readReport(blocks, outline, { tables: tablesToFind(form), questions: questionsAsked(form) });
    const pieces = read.pieces.map((piece) => ({ ...piece, text: cleanText(piece.text) }));
    this.#go({ kind: 'preview', ...from, pieces, groups: groupsOf(form, read), skipped: [], replace: false });
  }

  /** Assigns a piece to a section; null leaves it out. */
  assign(index: number, section: string | null): void {
    if (this.#stage.kind !== 'preview') return;
    const pieces = this.#stage.pieces.map((piece, at) => (at === index ? { ...piece, section, sure: true } : piece));
    this.#go({ ...this.#stage, pieces });
  }

  /** Takes a group over, or leaves it out. */
  choose(group: string, isTaken: boolean): void {
    if (this.#stage.kind !== 'preview') return;
    const others = this.#stage.skipped.filter((id) => id !== group);
    this.#go({ ...this.#stage, skipped: isTaken ? others : [...others, group] });
  }

  chooseReplacing(replace: boolean): void {
    if (this.#stage.kind === 'preview') this.#go({ ...this.#stage, replace });
  }

  /** Writes the pieces into their sections: after the existing text, or replacing it if so chosen; and the groups. */
  accept(form: ReportContext): void {
    if (this.#stage.kind !== 'preview') return;
    const { pieces, groups, skipped, replace } = this.#stage;
    const sections = leaves(form.view.report.outline);
    const texts = sections.flatMap((section) => {
      const own = pieces.filter((piece) => piece.section === section.id).map(({ text }) => text);
      if (own.length === 0) return [];
      const before = textOf(form, section) || null;
      return [
        { path: sectionPath(section), after: [...(replace || before === null ? [] : [before]), ...own].join('\n\n') },
      ];
    });
    const taken = groups.filter(({ id }) => !skipped.includes(id));
    const values = taken.map((group) => changesOf(form, group, replace));
    const written = this.#store.edit([...texts, ...values.flatMap(({ changes }) => changes)]);
    for (const { path } of written) this.#store.touch(path);
    const left: ReadPiece[] = [
      // A draft may name a section that an amendment has removed.
      ...pieces.filter((piece) => !sections.some(({ id }) => id === piece.section)),
      ...taken.flatMap(({ name, left: lost }) => lost.map((text) => unplaced(`${name}: ${text}`))),
      ...values.flatMap(({ kept }) => kept.map(({ label, text }) => unplaced(`${label}: ${text}`))),
      ...groups
        .filter(({ id }) => skipped.includes(id))
        .flatMap((group) => group.values.map(({ label, text }) => unplaced(`${label}: ${text}`))),
    ];
    this.#go({ kind: 'done', written, sections: texts.length, left });
    form.announce(form.strings.reportPaste.done(texts.length, values.flatMap(({ changes }) => changes).length));
  }

  /** Whether everything is unchanged since, so that undoing loses nothing written since. */
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

const unplaced = (text: string): ReadPiece => ({ text, section: null, sure: false });

/** Reads a stage from a draft; anything invalid becomes the first stage. */
function readStage(kept: unknown): Stage {
  const { kind, text, original, pieces, groups, skipped, replace, fileName, unread, written, sections, left } =
    membersOf(kept);
  if (kind === 'text' && typeof text === 'string') {
    return { kind, text, ...(typeof original === 'string' && { original }) };
  }
  if (kind === 'preview' && typeof text === 'string') {
    return {
      kind,
      text,
      pieces: listOf(pieces, isPiece),
      groups: listOf(groups, isGroup),
      skipped: listOf(skipped, isText),
      replace: replace === true,
      ...(typeof fileName === 'string' && { fileName, unread: listOf(unread, isText) }),
    };
  }
  if (kind === 'done') {
    return {
      kind,
      written: listOf(written, isWritten),
      sections: typeof sections === 'number' ? sections : 0,
      left: listOf(left, isPiece),
    };
  }
  return { kind: 'closed' };
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isPiece(value: unknown): value is ReadPiece {
  const { text, section, sure } = membersOf(value);
  return typeof text === 'string' && (section === null || typeof section === 'string') && typeof sure === 'boolean';
}

function isGroup(value: unknown): value is ReadGroup {
  const { id, name, sure, values, left } = membersOf(value);
  return (
    [id, name].every(isText) &&
    typeof sure === 'boolean' &&
    Array.isArray(left) &&
    left.every(isText) &&
    Array.isArray(values) &&
    values.every((each) => {
      const { path, label, text, after } = membersOf(each);
      return [path, label, text].every(isText) && after !== undefined;
    })
  );
}

function isWritten(value: unknown): value is Change {
  const { path, before, after } = membersOf(value);
  return typeof path === 'string' && before !== undefined && after !== undefined;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf<Each>(value: unknown, is: (each: unknown) => each is Each): readonly Each[] {
  return Array.isArray(value) ? value.filter(is) : [];
}
