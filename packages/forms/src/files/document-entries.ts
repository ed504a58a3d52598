import type { FileEntry, RulebookForm, Submission } from '@kl01/rules';

/** A file entry of a submission, and its path. */
export interface DocumentEntry {
  /** JSON Pointer of the entry, such as `/nominees/0/documents/bao-cao-thanh-tich/0` */
  readonly path: string;
  readonly entry: FileEntry;
}

/**
 * All files that a submission names, in sending order: the slate's in the order of the dossier's items, then each
 * nominee's, each item before its enclosures. Ids unknown to the form come last.
 *
 * The submission may come from storage, so nothing about its shape is assumed: anything that is not a file is skipped.
 */
export function documentEntries(submission: unknown, definition?: RulebookForm): DocumentEntry[] {
  if (!isObject(submission)) return [];
  const order = definition
    ? definition.view.dossier.items.flatMap((item) => [item.id, ...item.enclosures.map(({ id }) => id)])
    : [];
  const nominees = Array.isArray(submission['nominees']) ? (submission['nominees'] as unknown[]) : [];
  return [
    ...entriesAt(submission, '/documents', order),
    ...nominees.flatMap((nominee, index) => entriesAt(nominee, `/nominees/${index}/documents`, order)),
  ];
}

/** The same submission with each file's `ref` from the host's `upload`, looked up by SHA-256. */
export function withRefs(submission: Submission, refs: ReadonlyMap<string, string>): Submission {
  const copy = structuredClone(submission);
  for (const { entry } of documentEntries(copy)) {
    const ref = refs.get(entry.sha256);
    if (ref !== undefined) entry.ref = ref;
  }
  return copy;
}

function entriesAt(holder: unknown, path: string, order: readonly string[]): DocumentEntry[] {
  const documents = isObject(holder) ? holder['documents'] : null;
  if (!isObject(documents)) return [];
  const ids = Object.keys(documents).sort((a, b) => rank(a, order) - rank(b, order));
  return ids.flatMap((id) => {
    const entries = documents[id];
    if (!Array.isArray(entries)) return [];
    return (entries as unknown[]).flatMap((entry, index) =>
      isFileEntry(entry) ? [{ path: `${path}/${id}/${index}`, entry }] : [],
    );
  });
}

function rank(id: string, order: readonly string[]): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}

function isFileEntry(value: unknown): value is FileEntry {
  return isObject(value) && typeof value['sha256'] === 'string' && typeof value['name'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
