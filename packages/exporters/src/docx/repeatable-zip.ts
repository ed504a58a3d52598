import { strToU8 } from 'fflate';
import { coreProperties } from '../core-properties.js';
import { readEntries, ZipFile } from '../zip/zip-file.js';

const CORE = 'docProps/core.xml';
const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Repacks a Word file so that equal content gives equal bytes: the library writes the current time into the properties
 * and every entry. Entries get one fixed time, the properties none; entries are sorted by name after the content types,
 * which readers expect first (ECMA-376, part 2). Compressed data is copied.
 *
 * @param parts our own parts, in place of the library's
 */
export function repeatableZip(
  file: Uint8Array,
  { title, parts }: { title: string; parts: Readonly<Record<string, string>> },
): Uint8Array {
  const zip = new ZipFile();
  // Folders are not part of a package.
  const own: Readonly<Record<string, string>> = { ...parts, [CORE]: coreProperties(title) };
  const entries = readEntries(file).filter(({ name }) => !Object.hasOwn(own, name) && !name.endsWith('/'));
  const rank = (name: string) => (name === CONTENT_TYPES ? '' : name);
  const names = [...entries.map(({ name }) => name), ...Object.keys(own)].sort((one, other) =>
    rank(one) < rank(other) ? -1 : 1,
  );
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  for (const name of names) {
    const entry = byName.get(name);
    if (entry) zip.addCompressed(entry);
    else zip.add(name, strToU8(own[name] ?? ''));
  }
  return zip.bytes();
}
