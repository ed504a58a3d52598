import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeMarkup } from '../escape-markup.js';

const CORE = 'docProps/core.xml';
const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Packs an Office file again so that equal content gives equal bytes: the library writes the time of day into the
 * properties and into every entry. Entries get one fixed time, the properties none; entries are in order of name, after
 * the list of types, which readers expect first (ECMA-376, part 2).
 *
 * Only fflate's synchronous functions: its others start workers, which a strict policy refuses.
 */
export function repeatableZip(
  file: Uint8Array,
  { title, edits = {} }: { title: string; edits?: Readonly<Record<string, (xml: string) => string>> },
): Uint8Array {
  const entries = unzipSync(file);
  for (const [name, edit] of Object.entries(edits)) {
    const entry = entries[name];
    if (entry) entries[name] = strToU8(edit(strFromU8(entry)));
  }
  entries[CORE] = strToU8(coreProperties(title));
  const names = Object.keys(entries).sort((one, other) => {
    if (one === CONTENT_TYPES || other === CONTENT_TYPES) return one === CONTENT_TYPES ? -1 : 1;
    return one < other ? -1 : 1;
  });
  const ordered = Object.fromEntries(names.map((name) => [name, entries[name] ?? new Uint8Array()]));
  // Read by fflate through local getters and made from local parts: the same in every time zone.
  return zipSync(ordered, { mtime: new Date(1980, 0, 1), level: 6 });
}

function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeMarkup(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`
  );
}
