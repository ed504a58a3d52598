import { unpack, UnreadableArchive } from '../zip/unpack.js';
import { readXml, UnreadableXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { PREFIXES } from './names.js';
import { reasonOf, UnreadableDocument } from './unreadable-document.js';

/** Pictures, fonts and embedded files are not unpacked; scans make a file large. */
const READ =
  /^(?!.*(?:media|embeddings|fonts)\/).*\.(?!png$|jpe?g$|gif$|bmp$|tiff?$|[ew]mf$|svg$|bin$|vml$|odttf$|ttf$)\w+$/i;
const MOST_BYTES = 100_000_000;

/** A relation of a part to another (ECMA-376 part 2, 9.3). */
export interface Relation {
  readonly id: string;
  /** the last step of its type, such as `styles` */
  readonly type: string;
  /** name of the part; null outside the package */
  readonly target: string | null;
}

/** The parts of a Word file, found by their relations: their names are up to the program that wrote it. */
export class PackageParts {
  readonly #parts: ReadonlyMap<string, Uint8Array>;

  /** @throws UnreadableDocument if the file is none, or too large */
  constructor(bytes: Uint8Array) {
    try {
      // Names are compared without letter case (ECMA-376 part 2, 8.1.1.1).
      const entries = Object.entries(unpack(bytes, READ, MOST_BYTES));
      this.#parts = new Map(entries.map(([name, part]) => [keyOf(name), part]));
    } catch (error) {
      if (!(error instanceof UnreadableArchive)) throw error;
      throw new UnreadableDocument(error.reason === 'too-large' ? 'too-large' : reasonOf(bytes), error);
    }
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name));
  }

  /** @throws UnreadableDocument if the part is damaged */
  read(name: string): XmlElement | null {
    const bytes = this.#parts.get(keyOf(name));
    if (!bytes) return null;
    try {
      return readXml(bytes, PREFIXES);
    } catch (error) {
      if (!(error instanceof UnreadableXml)) throw error;
      throw new UnreadableDocument(error.reason, error);
    }
  }

  /** Relations of a part; '' gives those of the package. */
  relationsOf(name: string): Relation[] {
    const slash = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, slash);
    const root = this.read(`${folder}_rels/${name.slice(slash)}.rels`);
    return (root?.all('rel:Relationship') ?? []).map((each) => ({
      id: each.get('Id') ?? '',
      type: (each.get('Type') ?? '').split('/').at(-1)!,
      target: each.get('TargetMode') === 'External' ? null : resolved(folder, each.get('Target') ?? ''),
    }));
  }

  /** The main part: the one that the package names, else one with the usual name. @throws UnreadableDocument if none */
  main(): string {
    const named = this.relationsOf('').find(({ type }) => type === 'officeDocument')?.target;
    const name = [named, 'word/document.xml'].find((each) => each && this.has(each));
    if (!name) throw new UnreadableDocument('no-docx');
    return name;
  }
}

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** A target is relative to the folder of its part, or begins at the package with a slash. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  const plain = target.replaceAll('\\', '/');
  for (const step of `${plain.startsWith('/') ? '' : folder}${plain}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
