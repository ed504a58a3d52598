import type { AuthenticatedUnit, Lang, Rulebook, Submission } from '@kl01/rules';
import type { ReactiveControllerHost } from 'lit';

/** What the forms need of `@kl01/exporters`; the host gives it, so that pages without it load nothing of it. */
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
  ) => Promise<{
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly mediaType: string;
    readonly notices: readonly { readonly message: string }[];
  }>;
  /** reads back a form that was filled in with a spreadsheet program */
  readonly importXlsx?: (
    rulebook: Rulebook,
    bytes: Uint8Array,
    options: {
      readonly now: string;
      readonly base: Submission;
      readonly unit?: AuthenticatedUnit;
      readonly lang: Lang;
    },
  ) => Promise<ImportedWorkbook>;
}

export interface ImportedWorkbook {
  readonly submission: Submission;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
  /** labels of what the workbook cannot hold */
  readonly leftOut: readonly string[];
}

/** Loads the exporters when a document is first asked for: `() => import('@kl01/exporters')`. */
export type Exporters = () => Promise<ExportersModule>;

/** A document being made, made, or not to be made. */
export interface MakingDocument {
  readonly state: 'busy' | 'done' | 'failed' | 'unread';
  /** name of the file, or why there is none */
  readonly detail: string;
  readonly notices: readonly string[];
}

/** Documents made in the page by the exporters that the host gives. */
export class Documents {
  /** null: not given, or on their way */
  exporters: ExportersModule | null = null;
  making: MakingDocument | null = null;

  readonly #host: ReactiveControllerHost;
  #wanted: Exporters | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** @throws whatever the host's import throws */
  async load(exporters: Exporters | null): Promise<void> {
    this.#wanted = exporters;
    this.exporters = null;
    const loaded = exporters === null ? null : await exporters();
    if (this.#wanted !== exporters) return;
    this.exporters = loaded;
    this.#host.requestUpdate();
  }

  /** Makes a document and hands it to the officer as a download. */
  async make(
    rulebook: Rulebook,
    submission: Submission,
    options: { document: string; format: string; lang: Lang },
  ): Promise<void> {
    if (this.exporters === null || this.making?.state === 'busy') return;
    this.#report({ state: 'busy', detail: '', notices: [] });
    try {
      const { bytes, fileName, mediaType, notices } = await this.exporters.exportDocument(
        rulebook,
        submission,
        options,
      );
      download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), fileName);
      this.#report({ state: 'done', detail: fileName, notices: notices.map(({ message }) => message) });
    } catch (error) {
      this.#report({ state: 'failed', detail: messageOf(error), notices: [] });
    }
  }

  /** Reads a workbook; null where it cannot be read, which is said beside the buttons. */
  async read(
    file: File,
    { rulebook, submission, now, lang }: { rulebook: Rulebook; submission: Submission; now: string; lang: Lang },
  ): Promise<ImportedWorkbook | null> {
    const read = this.exporters?.importXlsx;
    if (read === undefined || this.making?.state === 'busy') return null;
    this.#report({ state: 'busy', detail: file.name, notices: [] });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const imported = await read(rulebook, bytes, { now, base: submission, lang });
      this.#report(null);
      return imported;
    } catch (error) {
      this.#report({ state: 'unread', detail: messageOf(error), notices: [] });
      return null;
    }
  }

  /** Says why a workbook was not taken. */
  refuse(reason: string): void {
    this.#report({ state: 'unread', detail: reason, notices: [] });
  }

  #report(making: MakingDocument | null): void {
    this.making = making;
    this.#host.requestUpdate();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? `(${error.message})` : '');

function download(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun by then; until then the address must stay.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
