/** One cell that was changed, with what stood there before and after. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** More steps than this are not kept. */
const MOST = 200;

/** What was done in a table, step by step; a whole paste is one step. */
export class History {
  #done: (readonly Change[])[] = [];
  #undone: (readonly Change[])[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** the step that undoing would take back */
  get last(): readonly Change[] | null {
    return this.#done.at(-1) ?? null;
  }

  /** Remembers a step; what was undone before it cannot be done again. Nothing changed is no step. */
  add(changes: readonly Change[]): void {
    const real = changes.filter(({ before, after }) => (before ?? null) !== (after ?? null));
    if (real.length === 0) return;
    this.#done = [...this.#done.slice(1 - MOST), real];
    this.#undone = [];
  }

  /** The step to take back: what stood before is to be written. */
  undo(): readonly Change[] | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#undone.push(step);
    return step;
  }

  redo(): readonly Change[] | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#done.push(step);
    return step;
  }
}
