import { valueAt } from '@kl01/rules';
import type { FileEntry, Submission } from '@kl01/rules';
import type { AfterPress } from './after-press.js';
import type { Attachments } from '../files/attachments.js';
import type { LegacyTexts } from '../findings/legacy-texts.js';
import { currentPointer, stableAddress, withValue } from '../findings/pointer.js';
import type { ShownFindings } from '../findings/shown-findings.js';

/** What the officer's changes go through on their way: the parts they touch, and the element they are shown by. */
export interface EditingParts {
  readonly attachments: Attachments;
  readonly legacyTexts: LegacyTexts;
  readonly shown: ShownFindings;
  readonly afterPress: AfterPress;
  isLocked(): boolean;
  /** keeps typed work */
  keep(): void;
  requestUpdate(): void;
}

/** The submission as it is now, never edited but replaced, and what the officer does to it. */
export class Editing {
  submission: Submission | null = null;
  /** changed, and the host not told yet */
  edited = false;
  /** the officer has changed something since this page was opened */
  typedHere = false;
  readonly #parts: EditingParts;

  constructor(parts: EditingParts) {
    this.#parts = parts;
  }

  /** Replaces the value at a pointer. */
  set(path: string, value: unknown): void {
    if (this.submission === null) return;
    if ((valueAt(this.submission, path) ?? null) === (value ?? null)) return;
    this.#replace(withValue(this.submission, path, value));
  }

  /** The officer has been at a place: its findings may be shown from now on. */
  touch(path: string): void {
    if (this.submission === null) return;
    const address = stableAddress(this.submission, path);
    this.#parts.afterPress.run(() => {
      const now = this.submission && currentPointer(this.submission, address);
      if (now === null || this.submission === null) return;
      if (this.#parts.shown.touch(now, this.submission)) this.#parts.requestUpdate();
    });
  }

  /** Reads chosen files into the list at a path, in place of `replaced` where that is given. */
  async attach(path: string, chosen: readonly File[], replaced?: FileEntry): Promise<void> {
    if (this.submission === null) return;
    const address = stableAddress(this.submission, path);
    const read = await this.#parts.attachments.read(address, chosen);
    const now = this.submission && currentPointer(this.submission, address);
    if (read.length === 0 || now === null) return;
    const before = (valueAt(this.submission, now) ?? []) as FileEntry[];
    const kept = before.filter(({ sha256 }) => !read.some((entry) => entry.sha256 === sha256));
    const at = replaced ? kept.findIndex(({ sha256 }) => sha256 === replaced.sha256) : -1;
    this.set(now, at < 0 ? [...kept, ...read] : [...kept.slice(0, at), ...read, ...kept.slice(at + 1)]);
    this.touch(now);
  }

  /** Reads the text at a path from the old encoding it was typed in. */
  readLegacy(path: string): void {
    if (this.submission !== null) this.#replace(this.#parts.legacyTexts.read(this.submission, path));
  }

  putBackLegacy(path: string): void {
    if (this.submission !== null) this.#replace(this.#parts.legacyTexts.putBack(this.submission, path));
  }

  /** The officer has changed something: the host is to be told, and what is typed here goes before a draft. */
  changed(): void {
    this.edited = true;
    this.typedHere = true;
  }

  #replace(submission: Submission): void {
    if (this.#parts.isLocked() || submission === this.submission) return;
    this.submission = submission;
    this.changed();
    this.#parts.keep();
    this.#parts.requestUpdate();
  }
}
