import type { Content } from './content.js';
import type { NamedFile } from './files-of.js';
import type { OfficialDocument } from '../../model/document.js';

/** An archive of documents and files as plain data; documents are made one at a time, on demand. */
export interface Bundle {
  readonly entries: readonly BundleEntry[];
  /** printed last, once the state of all files is known */
  readonly checklist: { readonly name: string; readonly make: (fates: readonly Fate[]) => Content<OfficialDocument> };
  /** manifest entries about the archive as a whole */
  readonly about: Readonly<Record<string, string | number | null>>;
}

export type BundleEntry =
  | { readonly name: string; readonly make: () => Content<OfficialDocument> | Promise<Content<OfficialDocument>> }
  | { readonly name: string; readonly file: NamedFile };

/** The result of packing an entry. */
export interface Fate {
  readonly entry: BundleEntry;
  /** missing: the caller does not have the file; changed: its SHA-256 differs from the submission */
  readonly state: 'there' | 'missing' | 'changed';
  /** of the bytes in the archive; null if missing */
  readonly sha256: string | null;
  readonly size: number;
}
