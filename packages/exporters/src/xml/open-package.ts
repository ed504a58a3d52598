import { unpack } from '../zip/unpack.js';
import { decodeXml } from './xml-text.js';
import { attributesOf, xmlTokens } from './xml-tokens.js';

/** An Office file as parts that refer to one another (ECMA-376 part 2). Their names are up to the program that wrote it. */
export interface OfficePackage {
  /** a part; undefined if it is missing */
  readonly part: (name: string) => Uint8Array | undefined;
  /** the relations of a part, or of the package for `''` */
  readonly relationsOf: (name: string) => readonly Relation[];
  /** names of all parts, as written */
  readonly names: readonly string[];
  /** the media type of a part; `''` if the package does not say */
  readonly typeOf: (name: string) => string;
  /** the part that the package begins with, such as the workbook */
  readonly main: () => string | null;
}

/** A relation of a part to another (ECMA-376 part 2, 9.3). */
export interface Relation {
  readonly id: string;
  /** the last step of its type, the same in both editions: `worksheet` */
  readonly type: string;
  /** name of the part; null outside the package */
  readonly target: string | null;
  /** outside the package: the address, as written */
  readonly address?: string;
}

/**
 * Unpacks the wanted parts of an Office file.
 *
 * @param mostBytes of the file itself
 * @throws UnreadableArchive
 */
export function openPackage(bytes: Uint8Array, wanted: RegExp, mostBytes?: number): OfficePackage {
  const unpacked = unpack(bytes, wanted, mostBytes);
  const parts = new Map(Object.entries(unpacked).map(([name, part]) => [keyOf(name), part]));
  const part = (name: string): Uint8Array | undefined => parts.get(keyOf(name));
  const relationsOf = (name: string): readonly Relation[] => {
    const slash = name.lastIndexOf('/') + 1;
    const relations = part(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
    return relations ? elementsOf(relations, 'Relationship').map((each) => relation(each, name.slice(0, slash))) : [];
  };
  const main = (): string | null => {
    const named = relationsOf('').find(({ type }) => type === 'officeDocument')?.target;
    if (named) return named;
    const types = part(CONTENT_TYPES);
    const typed = types && elementsOf(types, 'Override').find((each) => MAIN.test(each.get('ContentType') ?? ''));
    return typed ? resolved('', typed.get('PartName') ?? '') : null;
  };
  let types: ReadonlyMap<string, string> | undefined;
  const typeOf = (name: string): string => {
    types ??= mediaTypes(part(CONTENT_TYPES));
    const key = keyOf(name);
    return types.get(`/${key}`) ?? types.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  };
  return { part, names: Object.keys(unpacked), typeOf, relationsOf, main };
}

/** Every package has it (ECMA-376 part 2, 10.1.2). */
export const CONTENT_TYPES = '[Content_Types].xml';

/** By name of a part with its slash, or by ending. */
function mediaTypes(types: Uint8Array | undefined): ReadonlyMap<string, string> {
  const named = (element: string, attribute: string) =>
    (types ? elementsOf(types, element) : []).map((each): [string, string] => [
      (attribute === 'PartName' ? '/' : '') + keyOf(each.get(attribute) ?? ''),
      each.get('ContentType') ?? '',
    ]);
  return new Map([...named('Default', 'Extension'), ...named('Override', 'PartName')]);
}

const MAIN = /\.main\+xml$/;

function elementsOf(bytes: Uint8Array, name: string): ReadonlyMap<string, string>[] {
  const found: ReadonlyMap<string, string>[] = [];
  for (const token of xmlTokens(decodeXml(bytes)))
    if (token.kind === 'open' && token.name === name) found.push(attributesOf(token.attributes));
  return found;
}

const relation = (attributes: ReadonlyMap<string, string>, folder: string): Relation => ({
  id: attributes.get('Id') ?? '',
  type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
  ...(attributes.get('TargetMode')?.toLowerCase() === 'external'
    ? { target: null, address: attributes.get('Target') ?? '' }
    : { target: resolved(folder, attributes.get('Target') ?? '') }),
});

/** A target is relative to the folder of its part, or begins at the package with a slash. */
function resolved(folder: string, target: string): string {
  const [path = ''] = target.replace(/\\/g, '/').split(/[?#]/, 1);
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Names are equal without letter case (ECMA-376 part 2, 8.1.1.1), and whether or not written with percent signs. */
function keyOf(name: string): string {
  const path = resolved('', name).toLowerCase();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
