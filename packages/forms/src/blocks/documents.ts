import type { AuthenticatedUnit, Lang, Rulebook, Submission } from '@kl01/rules';
import type { WrittenBlock } from '@kl01/rules/reading';
import type { ReactiveControllerHost } from 'lit';
import { randomId } from '../state/adopt.js';

/** The part of `@kl01/exporters` that the forms use; provided by the host, so that other pages do not load it. */
export interface ExportersModule {
  readonly documentsFor: (
    rulebook: Rulebook,
    form: string,
    options: { readonly lang: Lang },
  ) => readonly { readonly id: string; readonly label: string; readonly formats: readonly string[] }[];
  readonly exportDocument: (
    rulebook: Rulebook,
    submission: Submission,
    options: { readonly document: string; readonly format: string; readonly lang: Lang },
  ) => Promise<MadeFile>;
  /** fills in an office's own Word file */
  readonly fillTemplate?: (
    rulebook: Rulebook,
    template: Uint8Array,
    submission: Submission,
    options: { readonly name: string; readonly lang: Lang },
  ) => Promise<MadeFile>;
  /** reads back a form that was filled in with a spreadsheet program */
  readonly importXlsx?: (
    rulebook: Rulebook,
    bytes: Uint8Array,
    options: {
      readonly now: string;
      readonly base: Submission;
      readonly unit?: AuthenticatedUnit;
      readonly newId?: () => string;
      readonly lang: Lang;
    },
  ) => Promise<ImportedWorkbook>;
  /** reads papers of a nomination that were written with a word processor */
  readonly importDocx?: NonNullable<ExportersModule['importXlsx']>;
  /** reads a Word file */
  readonly readDocument?: (bytes: Uint8Array, options: { readonly lang: Lang }) => Promise<WordFile>;
}

/** What a Word file says. */
export interface WordFile {
  readonly blocks: readonly WrittenBlock[];
  /** names of parts that could not be read */
  readonly unread: readonly string[];
}

interface MadeFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
  readonly notices: readonly { readonly message: string }[];
}

/** An office's own Word file, filled in when its button is pressed. */
export interface OfficeTemplate {
  /** what the button offers, such as the title of the document; names the file too */
  readonly label: string;
  /** id of the only form that it is for; default: any */
  readonly form?: string;
  /** bytes of the .docx: `() => fetch('/mau/to-trinh.docx').then((response) => response.arrayBuffer())` */
  readonly load: () => Promise<ArrayBuffer | Uint8Array>;
}

export interface ImportedWorkbook {
  readonly submission: Submission;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
  /** labels of entries that the workbook cannot hold */
  readonly leftOut: readonly string[];
}

/** Loads the exporters when a document is first asked for: `() => import('@kl01/exporters')`. */
export type Exporters = () => Promise<ExportersModule>;

/** A document that is being made, was made, or failed. */
export interface MakingDocument {
  readonly state: 'busy' | 'done' | 'failed' | 'unread';
  /** file name, or why there is no file */
  readonly detail: string;
  readonly notices: readonly string[];
}

/** Documents made in the page by the exporters that the host provides. */
export class Documents {
  /** null: not provided, or loading */
  exporters: ExportersModule | null = null;
  making: MakingDocument | null = null;
  templates: readonly OfficeTemplate[] = [];

  readonly #host: ReactiveControllerHost;
  #wanted: Exporters | null = null;
  #failed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Loads the exporters that the host gives. Frameworks give a new function in each render: what is loaded stays until
   * the new one has answered, usually with the same module, so that the buttons and the focus stay.
   *
   * @returns an error of the host's import, once; null: none, or the same failure again
   */
  async load(exporters: Exporters | null): Promise<{ readonly cause: unknown } | null> {
    this.#wanted = exporters;
    try {
      const loaded = exporters === null ? null : await exporters();
      if (this.#wanted !== exporters) return null;
      this.#failed = false;
      if (this.exporters !== loaded) this.#host.requestUpdate();
      this.exporters = loaded;
      return null;
    } catch (cause) {
      if (this.#wanted !== exporters || this.#failed) return null;
      this.#failed = true;
      return { cause };
    }
  }

  /** Makes a document and offers it to the officer as a download. */
  make(
    rulebook: Rulebook,
    submission: Submission,
    options: { document: string; format: string; lang: Lang },
  ): Promise<void> {
    return this.#offer(({ exportDocument }) => exportDocument(rulebook, submission, options));
  }

  /** Fills in an office's own Word file and offers it as a download; nothing happens with exporters that cannot. */
  async fill(rulebook: Rulebook, submission: Submission, { label, load }: OfficeTemplate, lang: Lang): Promise<void> {
    const fillTemplate = this.exporters?.fillTemplate;
    if (fillTemplate === undefined) return;
    await this.#offer(async () => {
      const template = new Uint8Array(await load());
      return fillTemplate(rulebook, template, submission, { name: label, lang });
    });
  }

  async #offer(made: (exporters: ExportersModule) => Promise<MadeFile>): Promise<void> {
    if (this.exporters === null || this.making?.state === 'busy') return;
    this.#report({ state: 'busy', detail: '', notices: [] });
    try {
      const { bytes, fileName, mediaType, notices } = await made(this.exporters);
      download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), fileName);
      this.#report({ state: 'done', detail: fileName, notices: notices.map(({ message }) => message) });
    } catch (error) {
      this.#report({ state: 'failed', detail: messageOf(error), notices: [] });
    }
  }

  /** Reads a workbook or a Word file; null if it cannot be read, which is reported beside the buttons. */
  async read(
    file: File,
    { rulebook, submission, now, lang }: { rulebook: Rulebook; submission: Submission; now: string; lang: Lang },
  ): Promise<ImportedWorkbook | null> {
    const read = WORD.test(file.name) ? this.exporters?.importDocx : this.exporters?.importXlsx;
    if (read === undefined || this.making?.state === 'busy') return null;
    this.#report({ state: 'busy', detail: file.name, notices: [] });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const imported = await read(rulebook, bytes, { now, base: submission, newId: randomId, lang });
      this.#report(null);
      return imported;
    } catch (error) {
      this.#report({ state: 'unread', detail: messageOf(error), notices: [] });
      return null;
    }
  }

  /** Reports why a workbook was rejected. */
  refuse(reason: string): void {
    this.#report({ state: 'unread', detail: reason, notices: [] });
  }

  #report(making: MakingDocument | null): void {
    this.making = making;
    this.#host.requestUpdate();
  }
}

/** An old file is taken for one of Word too, to say what to do with it. */
const WORD = /\.doc[xm]?$/i;

const messageOf = (error: unknown): string => (error instanceof Error ? `(${error.message})` : '');

function download(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The URL must stay valid until the download has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
