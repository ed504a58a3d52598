import { valueAt } from '@kl01/rules';
import type { Submission } from '@kl01/rules';
import type { LoadedDraft } from './draft.js';
import type { DraftNotice } from './draft-notices.js';
import type { FormPage } from './form-page.js';
import type { WorkbookRead } from './import-notice.js';
import { sameContent } from '../state/same-content.js';
import type { Work } from '../state/work.js';

/**
 * Typed work through everything that may replace it: a draft found when the page opens, another tab, a workbook read
 * in, beginning again. What is replaced can be brought back, and is asked about where that could lose something.
 */
export class TypedWork {
  readonly #page: FormPage;
  #notice: DraftNotice | null = null;

  constructor(page: FormPage) {
    this.#page = page;
  }

  /** what the officer has to know; null: nothing */
  get notice(): DraftNotice | null {
    return this.#notice;
  }

  say(notice: DraftNotice | null): void {
    this.#notice = notice;
    this.#page.requestUpdate();
  }

  /** Keeps what is typed; after every change. */
  keep(): void {
    const { drafts, files, ready, store } = this.#page;
    if (ready === null || store.submission === null) return;
    drafts.save(store.submission, ready.rulebook.version, files.all, store.beside);
  }

  /** A draft lies here: goes on with it, asks where that could lose something, drops it where it says nothing new. */
  async meet(draft: LoadedDraft): Promise<void> {
    const { ready, given, store } = this.#page;
    const shown = store.submission;
    if (ready === null || shown === null) return;
    const kept = this.#page.adopted(draft.submission, ready);
    const nothingElse = kept.dropped.length === 0 && draft.beside === null;
    if (given !== null && nothingElse && sameContent(kept.submission, shown)) return this.#page.drafts.clear();
    // Of the same revision, it is this very work; of another, something was stored in the meantime. And a value that
    // the host sets while somebody types here is meant to be seen.
    const overtaken = given !== null && (store.typedHere || kept.submission.revision !== shown.revision);
    // One officer may answer for several units, or for several people of one.
    const another = ['/unit/id', '/person/id'].some(
      (path) => (valueAt(draft.submission, path) ?? null) !== (valueAt(shown, path) ?? null),
    );
    if (overtaken || another) return this.say({ kind: 'found', savedAt: draft.savedAt });
    await this.takeDraft();
  }

  /** Goes on with the draft that is stored. */
  async takeDraft(): Promise<void> {
    const draft = await this.#page.drafts.take();
    const { ready } = this.#page;
    if (draft === null || ready === null) return;
    this.#page.files.restore(draft.files);
    const { dropped } = this.#page.show(draft.submission, { beside: draft.beside });
    this.say({
      kind: 'restored',
      savedAt: draft.savedAt,
      olderVersion: draft.rulebookVersion === ready.rulebook.version ? null : draft.rulebookVersion,
      dropped,
      missing: draft.missing.filter((entry) => this.#page.isGone(entry)).map(({ name }) => name),
    });
  }

  /** Begins again from what the host gave. */
  async discardDraft(): Promise<void> {
    const before = this.#work;
    const cleared = this.#page.drafts.clear();
    this.#page.files.clear();
    this.#page.show(this.#page.given);
    if (before) this.say({ kind: 'discarded', before });
    await cleared;
  }

  /** What is shown wins over the draft that lies there. */
  keepShown(): void {
    this.#page.drafts.keepMine();
    this.keep();
    this.say(null);
  }

  bringBack({ submission, files, beside }: Work): void {
    this.#page.files.restore(files);
    this.#page.show(submission, { beside });
    this.keep();
  }

  /** Shows what a workbook says in place of what is shown now; one press brings that back. */
  replaceBy(submission: Submission, read: WorkbookRead): void {
    const before = this.#work;
    if (before === null) return;
    this.#page.show(submission, { beside: before.beside, edited: true });
    this.say({ kind: 'imported', ...read, before });
  }

  get #work(): Work | null {
    const { submission, beside } = this.#page.store;
    return submission && { submission, files: new Map(this.#page.files.all), beside };
  }
}
