import type { Content } from './content.js';
import type { NamedFile } from './files-of.js';
import type { OfficialDocument } from '../../model/document.js';

/** Many documents and files in one, as plain data but for the documents, which are made one after the other. */
export interface Bundle {
  readonly entries: readonly BundleEntry[];
  /** printed last, when it is known which files are there */
  readonly checklist: { readonly name: string; readonly make: (fates: readonly Fate[]) => Content<OfficialDocument> };
  /** what the manifest says of the whole */
  readonly about: Readonly<Record<string, string | number | null>>;
}

export type BundleEntry =
  | { readonly name: string; readonly make: () => Content<OfficialDocument> | Promise<Content<OfficialDocument>> }
  | { readonly name: string; readonly file: NamedFile };

/** What became of an entry. */
export interface Fate {
  readonly entry: BundleEntry;
  /** missing: the caller has no such file; changed: its bytes are others than the submission says */
  readonly state: 'there' | 'missing' | 'changed';
  /** of what is in the archive */
  readonly sha256: string | null;
  readonly size: number;
}
