import { strFromU8, unzipSync } from 'fflate';
import { attributeOf, childrenOf, parseXml, UnreadableXml, type XmlElement } from './xml-tree.js';

/** The parts of an Office file, by name, such as `word/document.xml`. */
export interface OfficePackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** media type of a part; `''` if the file does not say */
  readonly typeOf: (part: string) => string;
  /** `''`: of the package itself */
  readonly relationsOf: (part: string) => readonly Relation[];
}

/** A reference from one part to another, or outside the file (ECMA-376 part 2, 9.3). */
export interface Relation {
  readonly id: string;
  /** the last step of its type, such as `hyperlink`: the same in both editions */
  readonly type: string;
  /** name of a part, or an address */
  readonly target: string;
  readonly external: boolean;
}

/** Thrown if a file is not an Office file, or would fill the memory. */
export class UnreadablePackage extends Error {
  override readonly name = 'UnreadablePackage';
  readonly reason: 'no-package' | 'too-large' | 'damaged';

  constructor(reason: UnreadablePackage['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const MAX_FILE_BYTES = 20_000_000;
const MAX_UNPACKED_BYTES = 60_000_000;
const MAX_PARTS = 3000;
const CONTENT_TYPES = '[Content_Types].xml';

/** @throws UnreadablePackage */
export function openPackage(bytes: Uint8Array): OfficePackage {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadablePackage('too-large');
  const parts = new Map(Object.entries(unzipped(bytes)));
  const types = parts.get(CONTENT_TYPES);
  if (!types) throw new UnreadablePackage('no-package');
  const typeOf = contentTypes(readPart(types));
  return {
    parts,
    typeOf,
    relationsOf(part) {
      const slash = part.lastIndexOf('/') + 1;
      const folder = part.slice(0, slash);
      const own = parts.get(`${folder}_rels/${part.slice(slash)}.rels`);
      return own ? childrenOf(readPart(own), 'rel:Relationship').map((each) => relationOf(each, folder)) : [];
    },
  };
}

/**
 * The tree of a part.
 *
 * @throws UnreadablePackage if it is not XML
 */
export function readPart(part: Uint8Array): XmlElement {
  try {
    return parseXml(textOfPart(part));
  } catch (error) {
    throw error instanceof UnreadableXml ? new UnreadablePackage('damaged', error) : error;
  }
}

/** XML may be in UTF-8 or, with a mark, in UTF-16 (XML 1.0, 4.3.3). */
function textOfPart(part: Uint8Array): string {
  const [first, second] = part;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part).replace(/^\ufeff/, '');
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let [unpacked, count] = [0, 0];
  try {
    // The stated size of an entry is also the size of its buffer.
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/')) return false;
        unpacked += originalSize;
        if (unpacked > MAX_UNPACKED_BYTES || ++count > MAX_PARTS) throw new UnreadablePackage('too-large');
        if (name.includes('\\') || name.split('/').includes('..')) throw new UnreadablePackage('damaged');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UnreadablePackage ? error : new UnreadablePackage('no-package', error);
  }
}

/** Part names are compared without regard to case (ECMA-376 part 2, 9.1.1). */
function contentTypes(types: XmlElement): OfficePackage['typeOf'] {
  const named = (tag: string, key: string) =>
    new Map(
      childrenOf(types, tag).map((each) => [
        (attributeOf(each, key) ?? '').toLowerCase(),
        attributeOf(each, 'ContentType') ?? '',
      ]),
    );
  const [defaults, own] = [named('ct:Default', 'Extension'), named('ct:Override', 'PartName')];
  return (part) => {
    const name = part.toLowerCase();
    return own.get(`/${name}`) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
  };
}

function relationOf(element: XmlElement, folder: string): Relation {
  const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((name) => attributeOf(element, name));
  const external = attributeOf(element, 'TargetMode')?.toLowerCase() === 'external';
  return {
    id,
    type: type.slice(type.lastIndexOf('/') + 1),
    target: external ? target : partName(target, folder),
    external,
  };
}

/** Resolves a reference to another part against the folder of its own. */
function partName(target: string, folder: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
