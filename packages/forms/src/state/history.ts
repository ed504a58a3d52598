import type { Change, FormStore } from './store.js';

type Changes = readonly Change[];

/** Maximum number of steps kept. */
const MOST = 200;

/** Undo history of one place, such as a table; a whole paste is one step. */
export class History {
  readonly #store: FormStore;
  #done: Changes[] = [];
  #undone: Changes[] = [];

  constructor(store: FormStore) {
    this.#store = store;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** the step that `undo` would revert */
  get last(): Changes | null {
    return this.#done.at(-1) ?? null;
  }

  /** Records a step and clears what could be redone. A step without changes is ignored. */
  add(step: Changes): void {
    if (step.length === 0) return;
    this.#done = [...this.#done.slice(1 - MOST), step];
    this.#undone = [];
  }

  /** Reverts the last step. @returns it; null: there was none */
  undo(): Changes | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#undone.push(step);
    this.#store.takeBack(step);
    return step;
  }

  redo(): Changes | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#done.push(step);
    this.#store.edit(step);
    return step;
  }
}
