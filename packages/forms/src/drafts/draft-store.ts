/**
 * Storage of drafts: text in localStorage, which is written synchronously and so survives a crash of the tab, and files
 * in IndexedDB, which can hold them. Either may be missing, switched off or full; nothing here throws.
 */

/** A draft as it is stored, under `draftKey`. */
export interface StoredDraft {
  /** changes with every write, so that a form can detect that another tab has written the draft */
  readonly stamp: string;
  /** ISO 8601 instant */
  readonly savedAt: string;
  readonly rulebookVersion: string;
  readonly submission: unknown;
  /** data kept with the submission that would not be sent; left out or null: nothing */
  readonly beside?: unknown;
}

export type WriteResult = 'written' | 'unavailable' | 'full';

/** Reads a draft; null if there is none or the stored value is not a draft. */
export function readDraft(key: string): StoredDraft | null {
  try {
    return parseDraft(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function parseDraft(text: string | null): StoredDraft | null {
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isStoredDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: StoredDraft): WriteResult {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return 'written';
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name) ? 'full' : 'unavailable';
  }
}

export function removeDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // If storage is not accessible, nothing was written either.
  }
}

const DATABASE = 'kl01-drafts';
const FILES = 'files';

/** The files saved with a draft, by SHA-256; empty if IndexedDB is not available. */
export async function readFiles(key: string): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  await withFiles('readonly', (store) => {
    store.openCursor(keysOf(key)).onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      const [, sha256] = cursor.key as [string, string];
      if (cursor.value instanceof File) files.set(sha256, cursor.value);
      cursor.continue();
    };
  });
  return files;
}

/** Adds and removes files of a draft. @returns false if they could not be saved */
export function writeFiles(key: string, add: ReadonlyMap<string, File>, remove: readonly string[]): Promise<boolean> {
  return withFiles('readwrite', (store) => {
    for (const [sha256, file] of add) store.put(file, [key, sha256]);
    for (const sha256 of remove) store.delete([key, sha256]);
  });
}

export function removeFiles(key: string): Promise<boolean> {
  return withFiles('readwrite', (store) => store.delete(keysOf(key)));
}

/** All keys `[key, <sha256>]`: in IndexedDB's order an empty list comes after every string. */
function keysOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key], [key, []]);
}

async function withFiles(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<boolean> {
  try {
    const database = await openDatabase();
    try {
      const transaction = database.transaction(FILES, mode);
      work(transaction.objectStore(FILES));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
    } finally {
      database.close();
    }
    return true;
  } catch {
    return false;
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(FILES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('blocked'));
  });
}

function isStoredDraft(value: unknown): value is StoredDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['stamp', 'savedAt', 'rulebookVersion'].every((name) => typeof Reflect.get(value, name) === 'string') &&
    typeof Reflect.get(value, 'submission') === 'object'
  );
}
