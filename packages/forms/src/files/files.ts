import { normalized } from '@kl01/rules/reading';
import type { FileEntry, RulebookForm, Submission } from '@kl01/rules';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FileProblem } from '../strings/said.js';
import { copyOfFile } from './copy-of-file.js';
import { documentEntries } from './document-entries.js';
import { digestFile } from './sha256.js';

/** What the host's server accepts (`max-file-bytes`, `max-request-bytes`, `max-files`); null: no known limit. */
export interface FileLimits {
  readonly maxFileBytes: number | null;
  readonly maxRequestBytes: number | null;
  readonly maxFiles: number | null;
}

/** The host's `upload` property. To say when to try again, it rejects with a `retryAfter`, in seconds. */
export type Upload = (file: File) => Promise<{ ref: string }>;

/** Progress of sending the files one by one. */
export interface UploadProgress {
  /** files already sent, out of all to be sent */
  readonly sent: number;
  readonly total: number;
  /** the file being sent, or the one that failed */
  readonly name: string | null;
  /** null: nothing failed; sending again resumes with the failed file */
  readonly failed: { readonly message: string; readonly retryAfterSeconds: number | null } | null;
}

/** Bytes reserved for the headers of one part of a multipart body; browsers write about 200 and the file's name. */
const PART_BYTES = 300;

/**
 * The bytes of the files that a submission names. The submission itself holds only entries (name, size, type, SHA-256);
 * this controller keeps the chosen `File`s by SHA-256, checks them against the host's limits, orders them for sending,
 * or passes them to the host's `upload` one by one.
 */
export class FilesController implements ReactiveController {
  limits: FileLimits = { maxFileBytes: null, maxRequestBytes: null, maxFiles: null };
  /** null: nothing is being sent one by one and nothing failed */
  progress: UploadProgress | null = null;

  readonly #files = new Map<string, File>();
  readonly #refs = new Map<string, string>();
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The chosen files by SHA-256. */
  get all(): ReadonlyMap<string, File> {
    return this.#files;
  }

  /** Whether the bytes of this entry are here; otherwise the server has them, or the file must be chosen again. */
  has(entry: FileEntry): boolean {
    return this.#files.has(entry.sha256);
  }

  /**
   * Adds a chosen file: measures it, computes its SHA-256 and keeps its bytes, all of a copy, so that the bytes sent
   * are those of the entry whatever happens to the file on the disk.
   *
   * @returns the entry for the submission's `documents`, or why the file is rejected. Limits on all files together are
   *   checked by `problems` instead, since a file may be chosen before another is removed
   */
  async add(file: File): Promise<{ entry: FileEntry } | { problem: FileProblem }> {
    const { maxFileBytes } = this.limits;
    if (maxFileBytes !== null && file.size > maxFileBytes) {
      return { problem: { kind: 'file-bytes', name: file.name, size: file.size, max: maxFileBytes } };
    }
    let copy: File;
    let sha256: string;
    try {
      copy = await copyOfFile(file);
      sha256 = await digestFile(copy);
    } catch {
      return { problem: { kind: 'unreadable', name: file.name } };
    }
    // After the copy: a folder reports 0 bytes as well, but cannot be read.
    if (copy.size === 0) return { problem: { kind: 'empty', name: file.name } };
    this.#files.set(sha256, copy);
    this.#host.requestUpdate();
    return { entry: { name: normalized(file.name), size: copy.size, type: copy.type || UNKNOWN_TYPE, sha256 } };
  }

  /** Restores files from a draft, by SHA-256. */
  restore(files: ReadonlyMap<string, File>): void {
    for (const [sha256, file] of files) this.#files.set(sha256, file);
    this.#host.requestUpdate();
  }

  /** Forgets files that the submission no longer names. */
  prune(submission: Submission): void {
    const named = new Set(documentEntries(submission).map(({ entry }) => entry.sha256));
    for (const sha256 of [...this.#files.keys()]) if (!named.has(sha256)) this.#files.delete(sha256);
  }

  /** Forgets every file: after a reset or a successful submit. */
  clear(): void {
    this.#files.clear();
    this.#refs.clear();
    this.progress = null;
    this.#host.requestUpdate();
  }

  /**
   * The files to be sent with a submission, in the order of `documentEntries`, each once however often it is named.
   * Entries whose bytes are not available here, and those the host's `upload` has taken, are left out.
   */
  outgoing(submission: Submission, definition: RulebookForm): File[] {
    const sent = new Set<string>();
    return documentEntries(submission, definition).flatMap(({ entry }) => {
      const file = this.#files.get(entry.sha256);
      if (!file || entry.ref || sent.has(entry.sha256)) return [];
      sent.add(entry.sha256);
      return [file];
    });
  }

  /**
   * Which of the host's limits sending this submission would exceed. Check before sending and when files change.
   *
   * @param oneByOne the host gave an `upload`: each file is a separate request, so only its own size counts
   */
  problems(submission: Submission, definition: RulebookForm, { oneByOne = false } = {}): FileProblem[] {
    const { maxFileBytes, maxRequestBytes, maxFiles } = this.limits;
    const files = this.outgoing(submission, definition);
    const problems: FileProblem[] = [];
    for (const { name, size } of files) {
      if (maxFileBytes !== null && size > maxFileBytes) {
        problems.push({ kind: 'file-bytes', name, size, max: maxFileBytes });
      }
    }
    if (maxFiles !== null && files.length > maxFiles) {
      problems.push({ kind: 'files', count: files.length, max: maxFiles });
    }
    if (maxRequestBytes !== null) {
      const size = jsonBytes(submission) + PART_BYTES + (oneByOne ? 0 : filesBytes(files));
      if (size > maxRequestBytes) problems.push({ kind: 'request-bytes', size, max: maxRequestBytes });
    }
    return problems;
  }

  /**
   * Passes the files to the host's `upload`, one after another. Stops at the first failure, since with a dropped
   * connection the rest would fail too; called again, it resumes with that file. See `progress`.
   *
   * @returns the host's answers by SHA-256, for `withRefs`; null if a file failed
   */
  async upload(
    submission: Submission,
    definition: RulebookForm,
    upload: Upload,
  ): Promise<ReadonlyMap<string, string> | null> {
    const waiting = this.outgoing(submission, definition);
    const hashes = new Map([...this.#files].map(([sha256, file]) => [file, sha256]));
    for (const [index, file] of waiting.entries()) {
      const sha256 = hashes.get(file) ?? '';
      if (this.#refs.has(sha256)) continue;
      this.#report({ sent: index, total: waiting.length, name: file.name, failed: null });
      try {
        const { ref } = await upload(file);
        this.#refs.set(sha256, ref);
      } catch (error) {
        this.#report({ sent: index, total: waiting.length, name: file.name, failed: failureOf(error) });
        return null;
      }
    }
    this.#report(null);
    return new Map(this.#refs);
  }

  #report(progress: UploadProgress | null): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}

/** Browsers give an empty type for unknown files; a rulebook requires one. */
const UNKNOWN_TYPE = 'application/octet-stream';

function filesBytes(files: readonly File[]): number {
  return files.reduce((sum, file) => sum + file.size + PART_BYTES, 0);
}

function jsonBytes(submission: Submission): number {
  return new Blob([JSON.stringify(submission)]).size;
}

function failureOf(error: unknown): NonNullable<UploadProgress['failed']> {
  const retryAfter: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'retryAfter') : null;
  return {
    message: error instanceof Error ? error.message : '',
    retryAfterSeconds: typeof retryAfter === 'number' && retryAfter >= 0 ? retryAfter : null,
  };
}
