import { valueAt, type Submission } from '@kl01/rules';
import { sameValue } from '../same-value.js';
import { currentPointer, stableAddress, withValue } from '../findings/pointer.js';

/** What has happened to the submission or the data kept with it. */
export type News =
  /** the officer changed it */
  | 'edited'
  /** the officer changed the data kept with it */
  | 'beside'
  /** the officer has visited another place, whose findings may be shown from now on */
  | 'touched'
  /** another submission is shown */
  | 'shown'
  /** the page added what is not typed: who answers, where the files are stored */
  | 'completed';

/** A value that was replaced. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An item that was removed from a list. */
export interface Removal {
  readonly list: string;
  readonly index: number;
  readonly item: unknown;
}

/** What the officer did in one action, undone as one. JSON, so that it can be saved in a draft. */
export type Step = readonly (Change | Removal)[];

export interface StoreOptions {
  /** whether editing is currently disallowed */
  readonly isLocked: () => boolean;
  /** runs a notification that would shift the page, once it may shift */
  readonly defer: (news: () => void) => void;
}

/**
 * The current submission, which is replaced, never mutated; the places the officer has visited; and the data kept with
 * it that would not be sent, such as a pasted report not yet split. Every edit goes through here once: code that saves,
 * judges or shows the submission subscribes, or reads.
 *
 * Typed text that is not a valid value, such as the date “30/2”, is stored in the submission as typed: it is saved,
 * shown and reported like anything else, and never lost.
 */
export class FormStore {
  #submission: Submission | null = null;
  #beside: unknown = null;
  #typedHere = false;
  /** stable addresses, so that they follow a nominee who is moved */
  readonly #touched = new Set<string>();
  readonly #listeners: ((news: News) => void)[] = [];
  readonly #options: StoreOptions;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  get submission(): Submission | null {
    return this.#submission;
  }

  /** Data kept with the submission: JSON; null: nothing. */
  get beside(): unknown {
    return this.#beside;
  }

  /** Whether the officer has changed something since this page was opened. */
  get typedHere(): boolean {
    return this.#typedHere;
  }

  /** Stable addresses of the places whose findings may be shown. */
  get touched(): ReadonlySet<string> {
    return this.#touched;
  }

  subscribe(listener: (news: News) => void): void {
    this.#listeners.push(listener);
  }

  valueAt(path: string): unknown {
    return valueAt(this.#submission, path);
  }

  // --- what the officer does -----------------------------------------------------------------------------------------

  /** Replaces the value at a path; null: no value. */
  set(path: string, value: unknown): void {
    this.edit([{ path, after: value }]);
  }

  /** Replaces several values in one edit. @returns what changed */
  edit(values: readonly Omit<Change, 'before'>[]): readonly Change[] {
    const before = this.#submission;
    if (before === null || this.#options.isLocked()) return [];
    const changes = values
      .map(({ path, after }) => ({ path, before: valueAt(before, path) ?? null, after: after ?? null }))
      .filter((change) => change.before !== change.after);
    this.#replace(changes.reduce((now, { path, after }) => withValue(now, path, after), before));
    return changes;
  }

  /** Removes items from their lists. */
  remove(items: readonly { readonly list: string; readonly item: unknown }[]): Step {
    let now = this.#submission;
    if (now === null || this.#options.isLocked()) return [];
    const step: Removal[] = [];
    for (const { list, item } of items) {
      const all = listAt(now, list);
      const index = all.indexOf(item);
      if (index < 0) continue;
      step.push({ list, index, item });
      now = withValue(now, list, [...all.slice(0, index), ...all.slice(index + 1)]);
    }
    this.#replace(now);
    return step;
  }

  /** Reverts what a step changed; later changes at other places stay. */
  takeBack(step: Step): void {
    if (this.#submission === null || this.#options.isLocked()) return;
    this.#replace(step.reduceRight(withoutChange, this.#submission));
  }

  /** Whether everything is as a step left it, so that reverting it loses nothing written since. */
  isAsLeftBy(step: readonly Change[]): boolean {
    return step.every(({ path, after }) => sameValue(this.valueAt(path) ?? null, after));
  }

  /** Keeps JSON with the submission; null: nothing. */
  putBeside(beside: unknown): void {
    if (this.#options.isLocked() || (beside === null && this.#beside === null)) return;
    this.#beside = beside;
    this.#typedHere = true;
    this.#tell('beside');
  }

  /** Marks a place as visited: its findings may be shown from now on. */
  touch(path: string): void {
    if (this.#submission === null) return;
    const address = stableAddress(this.#submission, path);
    this.#options.defer(() => {
      if (this.#submission === null || this.#touched.has(address)) return;
      if (currentPointer(this.#submission, address) === null) return;
      this.#touched.add(address);
      this.#tell('touched');
    });
  }

  /** A submit was attempted: all findings at these places may now be shown. */
  touchAll(paths: readonly string[]): void {
    if (this.#submission === null) return;
    for (const path of paths) this.#touched.add(stableAddress(this.#submission, path));
    this.#tell('touched');
  }

  // --- what the page does --------------------------------------------------------------------------------------------

  /**
   * Shows another submission and the data kept with it. @param edited the officer provided it, for example as a
   * workbook
   */
  show(submission: Submission, { beside = null, edited = false }: { beside?: unknown; edited?: boolean } = {}): void {
    this.#submission = submission;
    this.#beside = beside;
    this.#touched.clear();
    this.#tell('shown');
    if (edited) this.#edited();
  }

  /** Sets the same submission, completed with what is not typed. */
  complete(submission: Submission): void {
    this.#submission = submission;
    this.#tell('completed');
  }

  #replace(submission: Submission): void {
    if (submission === this.#submission) return;
    this.#submission = submission;
    this.#edited();
  }

  #edited(): void {
    this.#typedHere = true;
    this.#tell('edited');
  }

  #tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }
}

function withoutChange(submission: Submission, change: Change | Removal): Submission {
  if ('path' in change) {
    const { path, before } = change;
    return sameValue(valueAt(submission, path) ?? null, before) ? submission : withValue(submission, path, before);
  }
  const { list, index, item } = change;
  const all = listAt(submission, list);
  return withValue(submission, list, [...all.slice(0, index), item, ...all.slice(index)]);
}

function listAt(submission: Submission, path: string): readonly unknown[] {
  const list = valueAt(submission, path);
  return Array.isArray(list) ? list : [];
}
