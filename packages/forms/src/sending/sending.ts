import type { Verdict } from '@kl01/rules';
import { withRefs } from '../files/document-entries.js';
import type { Upload } from '../files/files.js';
import { emit } from '../events.js';
import type { FormPage } from '../drafts/form-page.js';
import type { FormStore } from '../state/store.js';
import type { HostElement } from './host-element.js';

/** Sends the submission with the host's `<form>` or by `kl01-submit`, after the host's `upload` of files, if any. */
export class Sending {
  /** files are being uploaded */
  busy = false;
  readonly #host: HostElement;
  readonly #page: FormPage;
  readonly #verdict: () => Verdict;

  constructor(host: HostElement, page: FormPage, verdict: () => Verdict) {
    this.#host = host;
    this.#page = page;
    this.#verdict = verdict;
  }

  /** Outside a `<form>`: asks the host to send the submission, which is valid. */
  async submit(): Promise<void> {
    if (this.busy || !(await this.#sendFiles(this.#host.upload))) return;
    const { ready, submission } = this.#shown;
    if (ready === null || submission === null) return;
    this.#page.drafts.flush();
    emit(this.#host, 'kl01-submit', {
      submission,
      verdict: this.#verdict(),
      files: this.#page.files.outgoing(submission, ready.definition),
    });
  }

  /**
   * Writes what the surrounding form posts: `<name>` (JSON) and `<name>_files[]`. As with native controls, nothing
   * without a name.
   */
  fillIn(data: FormData): void {
    const { ready, submission } = this.#shown;
    const { name } = this.#host;
    if (ready === null || submission === null || !name) return;
    data.append(name, JSON.stringify(submission));
    const files = this.#page.files.outgoing(submission, ready.definition);
    for (const file of files) data.append(`${name}_files[]`, file, file.name);
  }

  /** Whether files go with what the surrounding form posts. */
  get hasFiles(): boolean {
    const { ready, submission } = this.#shown;
    if (ready === null || submission === null || !this.#host.name) return false;
    return this.#page.files.outgoing(submission, ready.definition).length > 0;
  }

  /** Holds the host's form while files are uploaded. @returns false if there is nothing to wait for */
  hold(resume: () => void): boolean {
    const { files } = this.#page;
    const { ready, submission } = this.#shown;
    const { upload } = this.#host;
    if (upload === null || ready === null || submission === null) return false;
    if (files.outgoing(submission, ready.definition).length === 0) return false;
    void this.#sendFiles(upload)
      .then((sent) => (sent ? this.#host.updateComplete : false))
      .then((sent) => (sent === false ? undefined : resume()));
    return true;
  }

  /** Passes the files to the host one by one. @returns false if one failed; those already sent are not sent again */
  async #sendFiles(upload: Upload | null): Promise<boolean> {
    const { ready, submission } = this.#shown;
    if (upload === null) return true;
    if (ready === null || submission === null) return false;
    this.#turnBusy(true);
    try {
      const refs = await this.#page.files.upload(submission, ready.definition, upload);
      if (refs === null) return false;
      this.#page.store.complete(withRefs(this.#shown.submission ?? submission, refs));
      this.#page.keep();
      return true;
    } finally {
      this.#turnBusy(false);
    }
  }

  get #shown(): Pick<FormPage, 'ready'> & Pick<FormStore, 'submission'> {
    const { ready, store } = this.#page;
    return { ready, submission: store.submission };
  }

  #turnBusy(busy: boolean): void {
    this.busy = busy;
    this.#page.requestUpdate();
  }
}
