import { openPackage, type OfficePackage, type Relation } from '../xml/open-package.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { UnreadableXml } from '../xml/xml-text.js';
import { UnreadableArchive } from '../zip/unpack.js';
import { PREFIXES } from './names.js';
import { reasonOf, UnreadableDocument } from './unreadable-document.js';

/** Pictures, fonts and embedded files are not unpacked; scans make a file large. */
const READ =
  /^(?!.*(?:media|embeddings|fonts)\/).*\.(?!png$|jpe?g$|gif$|bmp$|tiff?$|[ew]mf$|svg$|bin$|vml$|odttf$|ttf$)\w+$/i;
const MOST_BYTES = 100_000_000;

/** The parts of a Word file, found by their relations: their names are up to the program that wrote it. */
export class PackageParts {
  readonly #file: OfficePackage;

  /** @throws UnreadableDocument if the file is none, or too large */
  constructor(bytes: Uint8Array) {
    try {
      this.#file = openPackage(bytes, READ, MOST_BYTES);
    } catch (error) {
      if (!(error instanceof UnreadableArchive)) throw error;
      throw new UnreadableDocument(error.reason === 'no-archive' ? reasonOf(bytes) : error.reason, error);
    }
  }

  has(name: string): boolean {
    return this.#file.part(name) !== undefined;
  }

  /** @throws UnreadableDocument if the part is damaged */
  read(name: string): XmlElement | null {
    const bytes = this.#file.part(name);
    return bytes ? damageTold(() => readXml(bytes, PREFIXES)) : null;
  }

  /** Relations of a part; '' gives those of the package. */
  relationsOf(name: string): readonly Relation[] {
    return damageTold(() => this.#file.relationsOf(name));
  }

  /** The main part: the one that the package names, else one with the usual name. @throws UnreadableDocument if none */
  main(): string {
    const named = damageTold(() => this.#file.main());
    const name = [named, 'word/document.xml'].find((each) => each && this.has(each));
    if (!name) throw new UnreadableDocument('no-docx');
    return name;
  }
}

function damageTold<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableXml)) throw error;
    throw new UnreadableDocument(error.reason, error);
  }
}
