import { valueAt } from '@kl01/rules';
import type { Submission } from '@kl01/rules';
import type { LoadedDraft } from './draft.js';
import type { DraftNotice } from './draft-notices.js';
import type { FormPage } from './form-page.js';
import type { WorkbookRead } from './import-notice.js';
import { sameContent } from '../state/same-content.js';
import type { Work } from '../state/work.js';

/**
 * Protects typed work from everything that may replace it: a draft found when the page opens, another tab, an imported
 * workbook, starting over. Replaced work can be restored; where something could be lost, the officer is asked first.
 */
export class TypedWork {
  readonly #page: FormPage;
  #notice: DraftNotice | null = null;

  constructor(page: FormPage) {
    this.#page = page;
  }

  /** what the officer has to be told; null: nothing */
  get notice(): DraftNotice | null {
    return this.#notice;
  }

  say(notice: DraftNotice | null): void {
    this.#notice = notice;
    this.#page.requestUpdate();
  }

  /** Saves the draft; call it after every change. */
  keep(): void {
    const { drafts, files, ready, store } = this.#page;
    if (ready === null || store.submission === null) return;
    drafts.save(store.submission, ready.rulebook.version, files.all, store.beside);
  }

  /** Handles a stored draft: continues it, asks if that could lose something, or deletes it if it adds nothing new. */
  async meet(draft: LoadedDraft): Promise<void> {
    const { ready, given, store } = this.#page;
    const shown = store.submission;
    if (ready === null || shown === null) return;
    const kept = this.#page.adopted(draft.submission, ready);
    const nothingElse = kept.dropped.length === 0 && draft.beside === null;
    if (given !== null && nothingElse && sameContent(kept.submission, shown)) return this.#page.drafts.clear();
    // The same revision means the same work; another one, that something was stored in the meantime. And a value that
    // the host sets while the officer is typing is meant to be seen.
    const overtaken = given !== null && (store.typedHere || kept.submission.revision !== shown.revision);
    // One officer may answer for several units, or for several people of one.
    const another = ['/unit/id', '/person/id'].some(
      (path) => (valueAt(draft.submission, path) ?? null) !== (valueAt(shown, path) ?? null),
    );
    if (overtaken || another) return this.say({ kind: 'found', savedAt: draft.savedAt });
    await this.takeDraft();
  }

  /** Continues the stored draft. */
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

  /** Starts over from the host's value. */
  async discardDraft(): Promise<void> {
    const before = this.#work;
    const cleared = this.#page.drafts.clear();
    this.#page.files.clear();
    this.#page.show(this.#page.given);
    if (before) this.say({ kind: 'discarded', before });
    await cleared;
  }

  /** Keeps what is shown; the stored draft may be overwritten. */
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

  /** Replaces what is shown by a workbook's content; one press restores it. */
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
