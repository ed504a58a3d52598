import { strToU8 } from 'fflate';
import { CONTENT_TYPES, openPackage, type OfficePackage } from '../xml/open-package.js';
import { attributeOf, printTree, readTree, type TreeElement, type TreeNode } from '../xml/xml-tree.js';
import type { TemplateDanger } from '../strings/messages.js';
import { XML } from '../text/xml-declaration.js';
import { elementDangers, isDropped, isSignature, partDanger, relationDanger, withoutDropped } from './dangers.js';

/** An office's Word file that is safe to fill in. */
export interface Template {
  /** everything but the stories, by name of the part */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** what is filled in: the text, then headers, footers and notes */
  readonly stories: readonly Story[];
}

export interface Story {
  readonly part: string;
  readonly kind: StoryKind;
  readonly root: TreeElement;
}

export type StoryKind = 'document' | 'header' | 'footer' | 'footnotes' | 'endnotes';

/** Thrown for a file that is no Word file, or that would do something when it is opened. */
export class UnusableTemplate extends Error {
  override readonly name = 'UnusableTemplate';
  /** empty: no Word file */
  readonly dangers: readonly TemplateDanger[];

  constructor(dangers: readonly TemplateDanger[]) {
    super('unusable template');
    this.dangers = dangers;
  }
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const WORD_TEMPLATE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
const STORY_RELATIONS: readonly string[] = ['header', 'footer', 'footnotes', 'endnotes'];

/**
 * Opens a template. Whatever Word would run or fetch on opening is refused, since what is made from a template goes out
 * with an office's signature; the name of the author's own template, which Word writes into many files, is left out.
 *
 * @throws UnreadableArchive, UnreadableXml, UnusableTemplate
 */
export function openTemplate(bytes: Uint8Array): Template {
  const file = openPackage(bytes, ALL);
  const main = file.main() ?? '';
  const type = file.typeOf(main);
  if (!file.part(main) || !/wordprocessingml|ms-word/.test(type)) throw new UnusableTemplate([]);

  const parts = new Map<string, Uint8Array>();
  const roots = new Map<string, TreeElement>();
  const dangers: TemplateDanger[] = [];
  const add = (what: TemplateDanger['what'] | undefined, where: string) => what && dangers.push({ what, where });
  const addRelations = (of: string) => {
    const fromChart = /chart/.test(file.typeOf(of));
    for (const each of file.relationsOf(of)) add(relationDanger(each, fromChart), each.address ?? each.target ?? '');
  };
  addRelations('');
  for (const name of file.names) {
    const part = file.part(name);
    if (!part || name.endsWith('/') || isSignature(name)) continue;
    add(partDanger(file.typeOf(name)), name);
    addRelations(name);
    if (!/xml$/i.test(file.typeOf(name)) || name === CONTENT_TYPES) parts.set(name, part);
    else if (name.endsWith('.rels')) parts.set(name, withoutRelations(part));
    else {
      const root = readTree(part);
      for (const { what, where } of elementDangers(root)) add(what, `${name}: ${where}`);
      if (root.tag.startsWith('w:')) roots.set(name, withoutDropped(root));
      else parts.set(name, part);
    }
  }
  if (dangers.length > 0) throw new UnusableTemplate(dangers);
  if (type !== MAIN && type !== WORD_TEMPLATE) throw new UnusableTemplate([]);

  const stories = storiesOf(file, main, roots);
  for (const { part } of stories) roots.delete(part);
  for (const [name, root] of roots) parts.set(name, strToU8(XML + printTree(root)));
  const types = parts.get(CONTENT_TYPES);
  if (types) parts.set(CONTENT_TYPES, withTypes(types));
  return { parts, stories };
}

/** Names that lead out of the package are no parts. */
const ALL = /^(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/;

function storiesOf(file: OfficePackage, main: string, roots: ReadonlyMap<string, TreeElement>): Story[] {
  const part = file.names.find((name) => name.toLowerCase() === main.toLowerCase()) ?? '';
  const document = roots.get(part);
  if (!document) throw new UnusableTemplate([]);
  const others = file.relationsOf(main).flatMap(({ type, target }): Story[] => {
    // Names of parts are equal without letter case.
    const part = file.names.find((name) => name.toLowerCase() === target?.toLowerCase()) ?? '';
    const root = roots.get(part);
    return root && isStory(type) ? [{ part, kind: type, root }] : [];
  });
  const once = new Map(others.map((story) => [story.part, story]));
  return [{ part, kind: 'document', root: document }, ...once.values()];
}

const isStory = (type: string): type is StoryKind => STORY_RELATIONS.includes(type);

/** Relations without those that are left out. */
function withoutRelations(part: Uint8Array): Uint8Array {
  return edited(part, (element) => {
    const type = attributeOf(element, 'Type') ?? '';
    return isDropped(type.slice(type.lastIndexOf('/') + 1)) ? [] : [element];
  });
}

/** What is made from a Word template (.dotx) is a document, and not signed. */
function withTypes(part: Uint8Array): Uint8Array {
  return edited(part, (element) => {
    if (isSignature((attributeOf(element, 'PartName') ?? '').slice(1))) return [];
    return [{ ...element, attributes: element.attributes.replace(WORD_TEMPLATE, MAIN) }];
  });
}

function edited(part: Uint8Array, edit: (element: TreeElement) => TreeNode[]): Uint8Array {
  const root = readTree(part);
  const children = root.children.flatMap((child) => (typeof child === 'string' ? [child] : edit(child)));
  return strToU8(XML + printTree({ ...root, children }));
}
