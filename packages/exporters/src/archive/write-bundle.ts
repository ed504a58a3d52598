import type { Bundle, BundleEntry, Fate } from '../documents/parts/bundle.js';
import { cleaned } from '../documents/parts/cleaned.js';
import type { OfficialDocument } from '../model/document.js';
import type { Content, Remark } from '../documents/parts/content.js';
import type { NamedFile } from '../documents/parts/files-of.js';
import { textOf } from '../documents/parts/text.js';
import { writeDocx } from '../docx/write-docx.js';
import { layOut } from '../lay-out/lay-out.js';
import type { Layout } from '../layouts/layout.js';
import { remarksOf } from '../remarks-of.js';
import { Breather } from '../zip/breather.js';
import { sha256 } from '../zip/sha256.js';
import { ZipFile } from '../zip/zip-file.js';

/** Returns the bytes of a file named by a submission; null or undefined if the caller does not have it. */
export type ReadFile = (file: WantedFile) => FileBytes | Promise<FileBytes>;
type FileBytes = Uint8Array | Blob | null | undefined;

/** A dossier file requested from the host. */
export interface WantedFile {
  /** JSON Pointer of its entry in the submission */
  readonly path: string;
  readonly name: string;
  /** as stated in the submission, lower-case hexadecimal; empty if not stated */
  readonly sha256: string;
}

export interface BundleContext {
  readonly layout: Layout;
  readonly readFile?: ReadFile | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Progress of a dossier: documents done, and their total. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Makes and packs documents one at a time. In between, the page can paint and the caller can cancel; only packed bytes
 * are kept in memory.
 *
 * @throws the reason of `signal` if aborted
 */
export async function writeBundle(
  { entries, checklist, about }: Bundle,
  { layout, readFile, onProgress, signal }: BundleContext,
): Promise<{ bytes: Uint8Array; remarks: Remark[] }> {
  const zip = new ZipFile();
  const breather = new Breather(signal);
  const remarks: Remark[] = [];
  const fates: Fate[] = [];
  const total = entries.length + 1;
  const print = async (made: Content<OfficialDocument>): Promise<Uint8Array> => {
    const { value, remarks: found } = cleaned(made.model);
    remarks.push(...found, ...remarksOf(made, layout));
    return writeDocx(layOut(value, layout));
  };
  const add = async (name: string, bytes: Uint8Array, entry: BundleEntry, state: Fate['state']): Promise<void> => {
    zip.add(name, bytes, { packed: PACKED.test(name) });
    fates.push({ entry, state, sha256: await sha256(bytes, breather), size: bytes.length });
  };
  for (const entry of entries) {
    await breather.breathe();
    onProgress?.({ done: fates.length, total });
    if ('make' in entry) {
      await add(entry.name, await print(await entry.make()), entry, 'there');
      continue;
    }
    const bytes = await bytesOf(await readFile?.(wanted(entry.file)));
    if (!bytes) {
      fates.push({ entry, state: 'missing', sha256: null, size: 0 });
      continue;
    }
    const stated = wanted(entry.file).sha256;
    const digest = await sha256(bytes, breather);
    await add(entry.name, bytes, entry, stated === '' || stated === digest ? 'there' : 'changed');
  }
  await breather.breathe();
  const list = await print(checklist.make(fates));
  zip.add(checklist.name, list, { packed: true });
  const manifest = manifestOf(about, fates, {
    path: checklist.name,
    sha256: await sha256(list, breather),
    size: list.length,
  });
  zip.add('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  onProgress?.({ done: total, total });
  return { bytes: zip.bytes(), remarks: [...remarks, ...fileRemarks(fates)] };
}

/** Formats that are already compressed. */
const PACKED = /\.(docx|xlsx|pptx|odt|pdf|zip|jpe?g|png|gif|webp|mp4)$/i;

const wanted = ({ path, file }: NamedFile): WantedFile => ({
  path,
  name: textOf(file['name']) ?? '',
  sha256: textOf(file['sha256'])?.toLowerCase() ?? '',
});

async function bytesOf(file: FileBytes): Promise<Uint8Array | null> {
  if (!file) return null;
  return file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
}

function manifestOf(about: Bundle['about'], fates: readonly Fate[], checklist: object): object {
  const entryOf = ({ entry, sha256: digest, size, state }: Fate) => ({
    path: entry.name,
    ...('file' in entry && { item: entry.file.item, from: entry.file.path, name: wanted(entry.file).name }),
    ...(state === 'changed' && 'file' in entry && { stated: wanted(entry.file).sha256 }),
    sha256: digest,
    size,
  });
  const missing = fates.filter(({ state }) => state === 'missing');
  return {
    ...about,
    files: [checklist, ...fates.filter(({ state }) => state !== 'missing').map(entryOf)],
    missing: missing.flatMap(({ entry }) =>
      'file' in entry ? [{ item: entry.file.item, ...wanted(entry.file) }] : [],
    ),
  };
}

function fileRemarks(fates: readonly Fate[]): Remark[] {
  const count = (wantedState: Fate['state']) => fates.filter(({ state }) => state === wantedState).length;
  const [missing, changed] = [count('missing'), count('changed')];
  return [
    ...(missing > 0
      ? [{ id: 'file-missing', say: (words) => words['file-missing'](missing) } as const satisfies Remark]
      : []),
    ...(changed > 0
      ? [{ id: 'file-changed', say: (words) => words['file-changed'](changed) } as const satisfies Remark]
      : []),
  ];
}
