import type { FileEntry, Finding, RulebookForm, Submission } from '@kl01/rules';
import { documentEntries } from './document-entries.js';
import type { FileProblem } from '../strings/said.js';
import type { FilesController } from './files.js';
import type { Strings } from '../strings/strings.js';

/** Where the bytes of a file are: here, with the host, or no longer available. */
export type FilePlace = 'here' | 'host' | 'gone';

/** State of the file inputs of a dossier while the officer chooses files. */
export class Attachments {
  readonly #files: FilesController;
  readonly #changed: () => void;
  readonly #problems = new Map<string, readonly FileProblem[]>();
  readonly #reading = new Map<string, string>();
  /** SHA-256 of the files named by the host's own value: the host has their bytes */
  #hosted = new Set<string>();

  constructor(files: FilesController, changed: () => void) {
    this.#files = files;
    this.#changed = changed;
  }

  hosts(value: unknown): void {
    this.#hosted = new Set(documentEntries(value).map(({ entry }) => entry.sha256));
    this.#problems.clear();
  }

  place(entry: FileEntry): FilePlace {
    if (this.#files.has(entry)) return 'here';
    return entry.ref || this.#hosted.has(entry.sha256) ? 'host' : 'gone';
  }

  /** Why the files last chosen for a place were rejected. */
  problems(path: string): readonly FileProblem[] {
    return this.#problems.get(path) ?? [];
  }

  /** Name of the file currently being read for a place. */
  reading(path: string): string | null {
    return this.#reading.get(path) ?? null;
  }

  /** Reads chosen files. @returns the entries of those accepted; `problems` says why others were rejected */
  async read(path: string, chosen: readonly File[]): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    const problems: FileProblem[] = [];
    for (const file of chosen) {
      this.#reading.set(path, file.name);
      this.#changed();
      const answer = await this.#files.add(file);
      if ('entry' in answer) entries.push(answer.entry);
      else problems.push(answer.problem);
    }
    this.#reading.delete(path);
    this.#problems.set(path, problems);
    this.#changed();
    return entries;
  }

  /** What blocks sending, as findings that the rulebook cannot make because it does not know the bytes. */
  findings(submission: Submission, definition: RulebookForm, strings: Strings, oneByOne: boolean): Finding[] {
    const gone = documentEntries(submission, definition).flatMap(({ path, entry }) =>
      this.place(entry) === 'gone'
        ? [finding('file/gone', path.slice(0, path.lastIndexOf('/')), `${strings.files.again}: ${entry.name}`)]
        : [],
    );
    const limits = this.#files
      .problems(submission, definition, { oneByOne })
      .map((problem) => finding(`file/${problem.kind}`, '/documents', strings.files.problem(problem)));
    // A file still being read is in no list yet: if sent now, it would be silently left out.
    const reading = [...this.#reading.values()].map((name) =>
      finding('file/reading', '/documents', strings.files.reading(name)),
    );
    return [...gone, ...limits, ...reading];
  }
}

function finding(rule: string, path: string, message: string): Finding {
  return { rule, severity: 'error', path, message, params: {} };
}
