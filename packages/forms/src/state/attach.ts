import type { FileEntry } from '@kl01/rules';
import type { Attachments } from '../files/attachments.js';
import { currentPointer, stableAddress } from '../findings/pointer.js';
import type { FormStore } from './store.js';

/** Reads chosen files into the list at a path, replacing `replaced` if given. */
export async function attach(
  store: FormStore,
  attachments: Attachments,
  { path, chosen, replaced }: { path: string; chosen: readonly File[]; replaced?: FileEntry | undefined },
): Promise<void> {
  if (store.submission === null) return;
  const address = stableAddress(store.submission, path);
  const read = await attachments.read(address, chosen);
  // The nominee they belong to may have moved meanwhile.
  const now = currentPointer(store.submission, address);
  if (read.length === 0 || now === null) return;
  const before = (store.valueAt(now) ?? []) as FileEntry[];
  const kept = before.filter(({ sha256 }) => !read.some((entry) => entry.sha256 === sha256));
  const at = replaced ? kept.findIndex(({ sha256 }) => sha256 === replaced.sha256) : -1;
  store.set(now, at < 0 ? [...kept, ...read] : [...kept.slice(0, at), ...read, ...kept.slice(at + 1)]);
  store.touch(now);
}
