import type { WrittenBlock, WrittenPlace } from '@kl01/rules/reading';
import type { XmlElement } from '../xml/xml-element.js';
import { Numbering } from './numbering.js';
import { PackageParts } from './package-parts.js';
import { Story, type Shared } from './story.js';
import { Styles } from './styles.js';
import { UnreadableDocument } from './unreadable-document.js';

/** A Word file as read: what it says, and what could not be read. */
export interface WrittenDocument {
  /** the body, then notes, headers, footers and comments */
  readonly blocks: readonly WrittenBlock[];
  /** names of parts that are damaged or in a format of their own, whose text is not among the blocks */
  readonly unread: readonly string[];
}

/**
 * Reads a .docx as it was seen: text with its automatic numbers, signs of symbol fonts, results of fields, merged cells;
 * text boxes after the paragraph that they are anchored in. Nothing in the file is executed or fetched.
 *
 * @param bytes untrusted
 * @throws UnreadableDocument if the file is no .docx, is protected by a password, has a damaged body, or is too large
 */
export function readDocx(bytes: Uint8Array): WrittenDocument {
  const parts = new PackageParts(bytes);
  const main = parts.main();
  const root = parts.read(main);
  const body = root?.child('w:body');
  if (!body) throw new UnreadableDocument('no-docx');
  const relations = parts.relationsOf(main);
  const unread: string[] = [];
  const readPart = (name: string): XmlElement | null => {
    try {
      return parts.read(name);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unread.push(name);
      return null;
    }
  };
  const part = (type: string): XmlElement | null => {
    const target = relations.find((each) => each.type === type)?.target;
    return target ? readPart(target) : null;
  };
  const targetOf = (id: string): string | null => relations.find((each) => each.id === id)?.target ?? null;
  const notes = new NoteMarks();
  const shared: Shared = {
    styles: new Styles(part('styles')),
    numbering: new Numbering(part('numbering')),
    noteMark: (element, id) => notes.markOf(element, id),
    diagram: (id) => {
      const target = targetOf(id);
      return target === null ? [] : linesOfDiagram(readPart(target));
    },
    unread: (id) => void unread.push(targetOf(id) ?? id),
  };
  const blocks = new Story(shared).read(body);
  for (const [type, element, place] of NOTES) {
    for (const note of part(`${type}s`)?.all(`w:${type}`) ?? []) {
      // Separators are notes too.
      if (/^(?:separator|continuationSeparator|continuationNotice)$/.test(note.get('w:type') ?? '')) continue;
      const mark = element ? notes.markOf(element, note.get('w:id') ?? '') : undefined;
      blocks.push(...new Story(shared, place, mark).read(note));
    }
  }
  for (const { type, target } of relations) {
    if ((type !== 'header' && type !== 'footer') || target === null) continue;
    const story = readPart(target);
    if (story) blocks.push(...new Story(shared, type).read(story));
  }
  return { blocks, unread };
}

const NOTES: readonly [type: string, element: string | null, place: WrittenPlace][] = [
  ['footnote', 'w:footnoteReference', 'footnote'],
  ['endnote', 'w:endnoteReference', 'endnote'],
  ['comment', null, 'comment'],
];

/** Numbers notes in the order in which the text refers to them. */
class NoteMarks {
  readonly #marks = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  markOf(element: string, id: string): string {
    const key = `${element} ${id}`;
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(element) ?? 0) + 1;
    this.#counts.set(element, count);
    const mark = element === 'w:endnoteReference' ? `i${count}` : String(count);
    this.#marks.set(key, mark);
    return mark;
  }
}

function linesOfDiagram(root: XmlElement | null): string[] {
  const lines: string[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'a:p')
      lines.push(
        element
          .all('a:r')
          .map((run) => run.child('a:t')?.text() ?? '')
          .join(''),
      );
    else for (const each of element.elements()) visit(each);
  };
  if (root) visit(root);
  return lines;
}
