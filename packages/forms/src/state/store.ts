import { valueAt, type Submission } from '@kl01/rules';
import { currentPointer, stableAddress, withValue } from '../findings/pointer.js';

/** What has happened to the submission, or beside it. */
export type News =
  /** the officer changed it */
  | 'edited'
  /** the officer changed what stands beside it */
  | 'beside'
  /** the officer has been at another place, whose findings may be shown from now on */
  | 'touched'
  /** another one is shown */
  | 'shown'
  /** the page added what is not typed: who answers, where the files lie */
  | 'completed';

/** A value that was replaced. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An item that was taken out of a list. */
export interface Removal {
  readonly list: string;
  readonly index: number;
  readonly item: unknown;
}

/** What the officer did in one go, to be taken back in one go. It is JSON, so that a draft can keep it. */
export type Step = readonly (Change | Removal)[];

export interface StoreOptions {
  /** nothing may be edited now */
  readonly isLocked: () => boolean;
  /** runs news that would move the page, once it may move */
  readonly defer: (news: () => void) => void;
}

/**
 * The submission as it is now, never edited but replaced; where the officer has been in it; and what stands beside it and
 * would not be sent, such as a report that is pasted and not yet parted. Every edit passes here once: whoever keeps, judges
 * or shows the submission subscribes, or reads.
 *
 * What was typed and is not a value, such as the date “30/2”, stands in the submission as it was typed: it is kept, shown
 * and objected to like anything else, and never lost.
 */
export class FormStore {
  #submission: Submission | null = null;
  #beside: unknown = null;
  #typedHere = false;
  /** stable addresses, so that they stay with a nominee who is moved */
  readonly #touched = new Set<string>();
  readonly #listeners: ((news: News) => void)[] = [];
  readonly #options: StoreOptions;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  get submission(): Submission | null {
    return this.#submission;
  }

  /** JSON; null: nothing. */
  get beside(): unknown {
    return this.#beside;
  }

  /** The officer has changed something since this page was opened. */
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

  /** Replaces the value at a path; null says nothing is there. */
  set(path: string, value: unknown): void {
    this.edit([{ path, after: value }]);
  }

  /** Replaces several values in one go. @returns what changed */
  edit(values: readonly Omit<Change, 'before'>[]): readonly Change[] {
    const before = this.#submission;
    if (before === null || this.#options.isLocked()) return [];
    const changes = values
      .map(({ path, after }) => ({ path, before: valueAt(before, path) ?? null, after: after ?? null }))
      .filter((change) => change.before !== change.after);
    this.#replace(changes.reduce((now, { path, after }) => withValue(now, path, after), before));
    return changes;
  }

  /** Takes items out of their lists. */
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

  /** Puts back what a step changed; what was changed since at other places stays. */
  takeBack(step: Step): void {
    if (this.#submission === null || this.#options.isLocked()) return;
    this.#replace(step.reduceRight(withoutChange, this.#submission));
  }

  /** True while everything is as a step left it: then taking it back loses nothing that was written since. */
  isAsLeftBy(step: readonly Change[]): boolean {
    return step.every(({ path, after }) => this.valueAt(path) === after);
  }

  /** Puts JSON beside the submission; null: nothing. */
  putBeside(beside: unknown): void {
    if (this.#options.isLocked() || (beside === null && this.#beside === null)) return;
    this.#beside = beside;
    this.#typedHere = true;
    this.#tell('beside');
  }

  /** The officer has been at a place: its findings may be shown from now on. */
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

  /** A submit was tried: whatever is found there now may be shown. */
  touchAll(paths: readonly string[]): void {
    if (this.#submission === null) return;
    for (const path of paths) this.#touched.add(stableAddress(this.#submission, path));
    this.#tell('touched');
  }

  // --- what the page does --------------------------------------------------------------------------------------------

  /** Shows another submission, and what stands beside it. @param edited the officer put it there, as by a workbook */
  show(submission: Submission, { beside = null, edited = false }: { beside?: unknown; edited?: boolean } = {}): void {
    this.#submission = submission;
    this.#beside = beside;
    this.#touched.clear();
    this.#tell('shown');
    if (edited) this.#edited();
  }

  /** The same submission with what is not typed. */
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
    return (valueAt(submission, path) ?? null) === before ? submission : withValue(submission, path, before);
  }
  const { list, index, item } = change;
  const all = listAt(submission, list);
  return withValue(submission, list, [...all.slice(0, index), item, ...all.slice(index)]);
}

function listAt(submission: Submission, path: string): readonly unknown[] {
  const list = valueAt(submission, path);
  return Array.isArray(list) ? list : [];
}
