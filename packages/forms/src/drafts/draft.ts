import type { FileEntry, Submission } from '@kl01/rules';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { documentEntries } from '../files/document-entries.js';
import {
  parseDraft,
  readDraft,
  readFiles,
  removeDraft,
  removeFiles,
  writeDraft,
  writeFiles,
  type StoredDraft,
} from './draft-store.js';
import { randomId } from '../state/adopt.js';
import { DRAFT_NAME } from './kept-drafts.js';

/** Identifies a draft. One draft is kept for each identity. */
export interface DraftIdentity {
  /** the element's `draft` attribute; includes the host's user, so that two people at one computer do not share work */
  readonly draft: string;
  /** the rulebook's id without version: a draft outlives an amendment */
  readonly rulebook: string;
  readonly formId: string;
  readonly period: string | null;
}

/** A draft as read from storage. */
export interface LoadedDraft {
  /** as typed, possibly under an older rulebook: `fit` it to the form's schema before use */
  readonly submission: unknown;
  /** version of the rulebook it was typed under, such as `1.0.0` */
  readonly rulebookVersion: string;
  /** ISO 8601 instant */
  readonly savedAt: string;
  /** chosen files by SHA-256, for `FilesController.restore` */
  readonly files: ReadonlyMap<string, File>;
  /**
   * files named by the draft whose bytes were neither saved nor taken by an `upload`: they must be chosen again, unless
   * the host's own `value` names them too, since then the server has them
   */
  readonly missing: readonly FileEntry[];
  /** data kept with the submission; null: nothing */
  readonly beside: unknown;
}

export type DraftStatus =
  /** no `draft` key: nothing is saved */
  | { readonly state: 'off' }
  /** nothing typed yet that needs saving */
  | { readonly state: 'empty' }
  /** typed, will be written within half a second */
  | { readonly state: 'waiting' }
  | { readonly state: 'kept'; readonly savedAt: string }
  /** there is a stored draft that this form has not taken; writing waits for `take` or `keepMine` */
  | { readonly state: 'found'; readonly savedAt: string }
  /** another tab or session has written since; writing waits for `take` or `keepMine` */
  | { readonly state: 'conflict'; readonly savedAt: string }
  /** the browser cannot save: storage switched off, or full */
  | { readonly state: 'failed'; readonly reason: 'unavailable' | 'full' };

/** Longest time that typed work is only in memory, in milliseconds. */
const WRITE_WITHIN = 500;

/**
 * Preserves typed work through a reload, a crash of the tab and a lost session.
 *
 *     const draft = await this.draft.open(identity);   // status is now 'found' or 'empty'
 *     if (draft) …show it, or ask if the host gave a `value`…
 *     await this.draft.take();                          // the officer continues it; or: this.draft.keepMine()
 *     this.draft.save(submission, version, files.all);  // after every change; cheap
 *     await this.draft.clear();                         // after a successful submit, and for `clearDraft()`
 *
 * A draft is never overwritten without asking: in the states `found` and `conflict` nothing is written. Nothing here
 * throws; storage failures are reported by `status` and `filesKept`.
 */
export class DraftController implements ReactiveController {
  status: DraftStatus = { state: 'off' };
  /** false: this browser cannot store files, so they must be chosen again after a reload */
  filesKept = true;

  #key: string | null = null;
  /** stamp of the stored draft that this form continues; null: none */
  #stamp: string | null = null;
  #pending: {
    submission: Submission;
    rulebookVersion: string;
    files: ReadonlyMap<string, File>;
    beside: unknown;
  } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #storedFiles = new Set<string>();
  #filesQueue: Promise<void> = Promise.resolve();
  readonly #host: ReactiveControllerHost;
  readonly #now: () => string;

  /** @param now returns the time written as `savedAt`: the clock controller's */
  constructor(host: ReactiveControllerHost, now: () => string) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  /**
   * Switches to the draft of a form, after writing what was pending for the previous one.
   *
   * @param identity null: no `draft` attribute, nothing is saved
   * @returns the draft found, or null
   */
  async open(identity: DraftIdentity | null): Promise<LoadedDraft | null> {
    this.flush();
    this.#key = identity && draftKey(identity);
    this.#stamp = null;
    this.#pending = null;
    this.#storedFiles = new Set();
    this.filesKept = true;
    const key = this.#key;
    const stored = key === null ? null : readDraft(key);
    if (key === null) this.#set({ state: 'off' });
    else if (stored === null) this.#set({ state: 'empty' });
    else this.#set({ state: 'found', savedAt: stored.savedAt });
    return key === null || stored === null ? null : load(key, stored);
  }

  /** Continues the stored draft, even another tab's. @returns its current content, or null if it is gone */
  async take(): Promise<LoadedDraft | null> {
    const key = this.#key;
    const stored = key === null ? null : readDraft(key);
    if (key === null || stored === null) {
      this.#dropPending();
      if (key !== null) this.#set({ state: 'empty' });
      return null;
    }
    const draft = await load(key, stored);
    if (this.#key !== key) return null;
    // Including what was typed while its files were read: the draft replaces it, so it must not be written later.
    this.#dropPending();
    this.#stamp = stored.stamp;
    this.#storedFiles = new Set(draft.files.keys());
    this.#set({ state: 'kept', savedAt: stored.savedAt });
    return draft;
  }

  /** This form's content wins: the stored draft may be overwritten. */
  keepMine(): void {
    if (this.#key === null) return;
    this.#stamp = readDraft(this.#key)?.stamp ?? null;
    this.#set(this.#pending ? { state: 'waiting' } : { state: 'empty' });
    this.flush();
  }

  /**
   * Saves typed work within half a second, or at once when the page is left.
   *
   * @param beside JSON kept with the submission that would not be sent; null: nothing
   */
  save(
    submission: Submission,
    rulebookVersion: string,
    files: ReadonlyMap<string, File>,
    beside: unknown = null,
  ): void {
    if (this.#key === null) return;
    this.#pending = { submission, rulebookVersion, files: new Map(files), beside };
    if (this.#asking || this.#timer !== undefined) return;
    if (this.status.state !== 'failed') this.#set({ state: 'waiting' });
    // Not restarted by the next key press, so that continuous typing is saved too.
    this.#timer = setTimeout(() => this.flush(), WRITE_WITHIN);
  }

  /** Writes pending changes now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    const key = this.#key;
    if (key === null || pending === null || this.#asking) return;
    const stored = readDraft(key);
    if (stored && stored.stamp !== this.#stamp) return this.#set({ state: 'conflict', savedAt: stored.savedAt });
    const { submission, rulebookVersion, files, beside } = pending;
    const draft: StoredDraft = { stamp: randomId(), savedAt: this.#now(), rulebookVersion, submission, beside };
    const result = writeDraft(key, draft);
    if (result !== 'written') return this.#set({ state: 'failed', reason: result });
    this.#stamp = draft.stamp;
    this.#pending = null;
    this.#set({ state: 'kept', savedAt: draft.savedAt });
    this.#keepFiles(key, files);
  }

  /** Removes the draft and its files, and drops pending changes. */
  async clear(): Promise<void> {
    this.#dropPending();
    this.#stamp = null;
    this.#storedFiles = new Set();
    const key = this.#key;
    if (key === null) return;
    removeDraft(key);
    this.#set({ state: 'empty' });
    // Queued, so that files saved from now on are not removed with the old ones.
    this.#filesQueue = this.#filesQueue.then(() => removeFiles(key)).then(() => undefined);
    await this.#filesQueue;
  }

  /** Resolves when the files of the last write have been saved or have failed. */
  get filesSettled(): Promise<void> {
    return this.#filesQueue;
  }

  hostConnected(): void {
    window.addEventListener('storage', this.#handleStorage);
    window.addEventListener('pagehide', this.#handleLeaving);
    document.addEventListener('visibilitychange', this.#handleLeaving);
  }

  hostDisconnected(): void {
    this.flush();
    window.removeEventListener('storage', this.#handleStorage);
    window.removeEventListener('pagehide', this.#handleLeaving);
    document.removeEventListener('visibilitychange', this.#handleLeaving);
  }

  get #asking(): boolean {
    return this.status.state === 'found' || this.status.state === 'conflict';
  }

  readonly #handleLeaving = (): void => {
    // A phone may terminate a hidden page without another event.
    if (document.visibilityState === 'hidden') this.flush();
  };

  readonly #handleStorage = (event: StorageEvent): void => {
    if (this.#key === null || (event.key !== null && event.key !== this.#key)) return;
    const stored = event.key === null ? null : parseDraft(event.newValue);
    if (stored?.stamp === this.#stamp && stored !== null) return;
    if (stored) return this.#set({ state: 'conflict', savedAt: stored.savedAt });
    // Sent or signed out in another tab. What is typed here from now on is a new draft; nothing earlier is restored.
    this.#dropPending();
    this.#stamp = null;
    this.#storedFiles = new Set();
    this.#set({ state: 'empty' });
  };

  #keepFiles(key: string, files: ReadonlyMap<string, File>): void {
    const add = new Map([...files].filter(([sha256]) => !this.#storedFiles.has(sha256)));
    const remove = [...this.#storedFiles].filter((sha256) => !files.has(sha256));
    if (add.size === 0 && remove.length === 0) return;
    this.#storedFiles = new Set(files.keys());
    this.#filesQueue = this.#filesQueue.then(async () => {
      const kept = await writeFiles(key, add, remove);
      if (this.#key !== key) return;
      if (!kept) for (const sha256 of add.keys()) this.#storedFiles.delete(sha256);
      if (kept === this.filesKept) return;
      this.filesKept = kept;
      this.#host.requestUpdate();
    });
  }

  #dropPending(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = null;
  }

  #set(status: DraftStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }
}

/** Key of a draft in localStorage. */
export function draftKey({ draft, rulebook, formId, period }: DraftIdentity): string {
  return `${DRAFT_NAME}${JSON.stringify([draft, rulebook, formId, period])}`;
}

async function load(key: string, stored: StoredDraft): Promise<LoadedDraft> {
  const { submission, rulebookVersion, savedAt, beside = null } = stored;
  const named = documentEntries(submission).map(({ entry }) => entry);
  const files = named.length === 0 ? new Map<string, File>() : await readFiles(key);
  return {
    submission,
    rulebookVersion,
    savedAt,
    files,
    beside,
    missing: named.filter(({ sha256, ref }) => !ref && !files.has(sha256)),
  };
}
