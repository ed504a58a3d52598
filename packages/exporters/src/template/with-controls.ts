import { childOf, childrenOf, elementLike, textElement, type TreeElement, type TreeNode } from '../xml/xml-tree.js';
import { escapeMarkup } from '../text/escape-markup.js';
import { templateWords } from '../strings/template-words.js';
import { nameMeant, tagFor, type Names } from './names.js';
import type { Tokens } from './tokens.js';

/**
 * A document whose tokens are content controls. Pieces that repeat or depend on something stand between braces, which
 * every program keeps; rows of tables repeat by themselves.
 */
export function withControls(document: TreeElement, tokens: Tokens, names: Names): TreeElement {
  return new Controls(tokens, names).document(document);
}

class Controls {
  readonly #tokens: Tokens;
  readonly #names: Names;
  #count = 0;

  constructor(tokens: Tokens, names: Names) {
    this.#tokens = tokens;
    this.#names = names;
  }

  document(root: TreeElement): TreeElement {
    return {
      ...root,
      children: root.children.map((child) =>
        typeof child === 'object' && child.tag === 'w:body' ? this.#body(child) : child,
      ),
    };
  }

  /** Pages about one nominee are repeated as a whole, paragraphs about one item of another list together. */
  #body(body: TreeElement): TreeElement {
    const sections: TreeElement[][] = [[]];
    for (const block of body.children) {
      if (typeof block === 'string') continue;
      sections.at(-1)?.push(block);
      if (endsSection(block)) sections.push([]);
    }
    const children = sections.flatMap((blocks): TreeNode[] => {
      const own = blocks.filter(({ tag }) => tag !== 'w:sectPr');
      const last = blocks.filter(({ tag }) => tag === 'w:sectPr');
      const kinds = own.filter(({ tag }) => tag === 'w:p').flatMap((block) => this.#listsOf(block));
      const kind = kinds.find((list) => this.#names.lists.get(list)?.kind !== undefined);
      if (kind === undefined) return [...this.#grouped(own), ...last];
      const isOnNewPage = own.some(endsSection);
      const pages = isOnNewPage ? own : own.map((block, index) => (index === 0 ? onNewPage(block) : block));
      return [...repeated(body, kind, this.#all(pages)), ...last];
    });
    return { ...body, children };
  }

  #grouped(blocks: readonly TreeElement[]): TreeNode[] {
    const done: TreeNode[] = [];
    let group: { list: string; blocks: TreeElement[] } | undefined;
    const flush = () => {
      if (group) {
        const [first] = group.blocks;
        if (first && group.blocks.length > 1) done.push(...repeated(first, group.list, this.#all(group.blocks)));
        else done.push(...this.#all(group.blocks));
      }
      group = undefined;
    };
    for (const block of blocks) {
      const [list] = block.tag === 'w:p' ? this.#listsOf(block) : [];
      if (list !== group?.list) flush();
      if (list === undefined) done.push(...this.#all([block]));
      else if (group) group.blocks.push(block);
      else group = { list, blocks: [block] };
    }
    flush();
    return done;
  }

  #all = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => this.#node(node));

  #node(node: TreeNode): TreeNode[] {
    if (typeof node === 'string') return [node];
    if (node.tag === 'w:r') return this.#run(node);
    if (node.tag === 'w:tbl') return [{ ...node, children: this.#rows(node) }];
    return [{ ...node, children: node.tag === 'w:tc' ? this.#listed(node.children) : this.#all(node.children) }];
  }

  /** Two paragraphs about the items of an answer are one, which ends otherwise for the last. */
  #listed(blocks: readonly TreeNode[]): TreeNode[] {
    const lists = blocks.map((block) => (typeof block === 'object' ? this.#listsOf(block)[0] : undefined));
    return blocks.flatMap((block, index): TreeNode[] => {
      const list = lists[index];
      const next = blocks[index + 1];
      const isListed = list !== undefined && this.#names.lists.get(list)?.listed === true;
      if (!isListed || typeof block === 'string') return this.#node(block);
      if (lists[index - 1] === list) return [];
      if (lists[index + 1] !== list || typeof next !== 'object') return this.#node(block);
      const [sign = '', last = ''] = [block, next].map((each) => this.#tokens.cut(textOf(each)).at(-1));
      return this.#node(withEnding(block, sign, `{!last}${sign}{/}{?last}${last}{/}`));
    });
  }

  #run(run: TreeElement): TreeNode[] {
    const look = childOf(run, 'w:rPr');
    const like = (children: readonly TreeNode[]) => ({ ...run, children: [...(look ? [look] : []), ...children] });
    const made: TreeNode[] = [];
    let rest: TreeNode[] = [];
    const flush = () => {
      if (rest.length > 0) made.push(like(rest));
      rest = [];
    };
    for (const child of run.children) {
      if (child === look) continue;
      const pieces = typeof child === 'object' && child.tag === 'w:t' ? this.#tokens.cut(textOf(child)) : [];
      if (pieces.length < 2) {
        rest.push(child);
        continue;
      }
      pieces.forEach((piece, index) => {
        if (index % 2 === 0) {
          if (piece !== '') rest.push(textElement(run, piece));
          return;
        }
        flush();
        const prompt = textElement(run, `{${this.#promptOf(piece)}}`) as TreeElement;
        made.push(this.#control(run, piece, [like([prompt])]));
      });
    }
    flush();
    return made.length > 0 ? made : [run];
  }

  /** Rows about a nominee count them; the name of a kind above them is printed if there are any. */
  #rows(table: TreeElement): TreeNode[] {
    const lists = table.children.map((row) => (typeof row === 'object' ? this.#listsOf(row)[0] : undefined));
    return table.children.flatMap((row, index): TreeNode[] => {
      if (typeof row === 'string' || row.tag !== 'w:tr') return [row];
      const [own, next] = [lists[index], lists[index + 1]];
      if (own !== undefined) return [this.#counting(row, own)];
      const list = next === undefined ? undefined : this.#names.lists.get(next);
      const isHeading =
        list?.kind !== undefined && textOf(row).toLocaleLowerCase('vi').includes(list.label.toLocaleLowerCase('vi'));
      return isHeading ? [between(row, `{?${list.name}}`, '{/}')] : this.#all([row]);
    });
  }

  #counting(row: TreeElement, list: string): TreeElement {
    const replaced = (cell: TreeElement, name: string): TreeElement => {
      const put = (node: TreeNode): TreeNode[] => {
        if (typeof node === 'string') return [node];
        return node.tag === 'w:r'
          ? [this.#control(node, name, [withText(node, `{${this.#promptOf(name)}}`)])]
          : [{ ...node, children: node.children.flatMap(put) }];
      };
      return { ...cell, children: cell.children.flatMap(put) };
    };
    const votes = `${list}/*/votes/share`;
    let isFirst = true;
    const children = row.children.flatMap((cell): TreeNode[] => {
      if (typeof cell === 'string' || cell.tag !== 'w:tc') return [cell];
      const text = textOf(cell);
      const isCount = isFirst && /^\d+$/.test(text);
      isFirst = false;
      if (isCount) return [replaced(cell, `${list}/*/stt`)];
      return this.#names.values.has(votes) && /^\d+(?:,\d)?%$/.test(text) ? [replaced(cell, votes)] : this.#node(cell);
    });
    // Only the last of the printed rows stays with what follows, which is not known here.
    return withoutKeeping({ ...row, children });
  }

  /** The lists that tokens in it are about. */
  #listsOf = (element: TreeElement): string[] =>
    this.#tokens
      .cut(textOf(element))
      .filter((_, index) => index % 2 === 1)
      .flatMap((name) => this.#names.values.get(name)?.list || []);

  #labelOf = (name: string): string => {
    const value = this.#names.values.get(name);
    const made = templateWords.made[name.slice(name.lastIndexOf('/') + 1) as keyof typeof templateWords.made];
    return value?.prints === 'answer' || made === undefined ? value?.label || name : made;
  };

  /** What a control shows is a place itself: not every program keeps what a control is called. */
  #promptOf(name: string): string {
    const label = this.#labelOf(name);
    const isShort = label.length <= 40 && !/[{}\n\t]/.test(label);
    return isShort && nameMeant(this.#names, label, []) === name ? label : name;
  }

  #control(near: TreeElement, name: string, content: readonly TreeNode[]): TreeElement {
    const attribute = (value: string) =>
      ` ${near.name.slice(0, near.name.indexOf(':') + 1)}val="${escapeMarkup(value)}"`;
    const label = this.#names.lists.get(name)?.label || this.#labelOf(name.replace(/^[#?!]/, ''));
    const properties = [
      ...(label ? [elementLike(near, 'alias', [], attribute(label.slice(0, 64)))] : []),
      elementLike(near, 'tag', [], attribute(tagFor(name))),
      elementLike(near, 'id', [], attribute(String(++this.#count))),
    ];
    return elementLike(near, 'sdt', [elementLike(near, 'sdtPr', properties), elementLike(near, 'sdtContent', content)]);
  }
}

/** The nodes between paragraphs that repeat them and are not printed. */
const repeated = (near: TreeElement, list: string, nodes: readonly TreeNode[]): TreeNode[] => [
  markParagraph(near, `{#${list}}`),
  ...nodes,
  markParagraph(near, '{/}'),
];

const markParagraph = (near: TreeElement, text: string): TreeElement =>
  elementLike(near, 'p', [elementLike(near, 'r', [textElement(near, text)])]);

/** The row with marks before its first and behind its last text. */
function between(row: TreeElement, begin: string, end: string): TreeElement {
  const cells = childrenOf(row, 'w:tc');
  const mark = (cell: TreeElement, text: string, isFirst: boolean): TreeElement => {
    const paragraph = childOf(cell, 'w:p');
    if (!paragraph) return cell;
    const run = elementLike(paragraph, 'r', [textElement(paragraph, text)]);
    const properties = childrenOf(paragraph, 'w:pPr');
    const rest = paragraph.children.filter((child) => typeof child === 'string' || child.tag !== 'w:pPr');
    const marked = { ...paragraph, children: [...properties, ...(isFirst ? [run, ...rest] : [...rest, run])] };
    return { ...cell, children: cell.children.map((child) => (child === paragraph ? marked : child)) };
  };
  const children = row.children.map((child) => {
    if (child === cells[0]) return mark(cells[0], begin, true);
    const last = cells.at(-1);
    return last && child === last ? mark(last, end, false) : child;
  });
  return { ...row, children };
}

/** The paragraph with another ending. */
function withEnding(paragraph: TreeElement, ending: string, other: string): TreeElement {
  const text = textOf(paragraph);
  let left = text.length - ending.length;
  const put = (node: TreeNode): TreeNode => {
    if (typeof node === 'string') return node;
    if (node.tag !== 'w:t') return { ...node, children: node.children.map(put) };
    const own = textOf(node);
    const kept = own.slice(0, Math.max(0, left));
    left -= own.length;
    return textElement(node, left <= 0 && kept !== '' ? kept + other : kept);
  };
  return put(paragraph) as TreeElement;
}

const withText = (run: TreeElement, text: string): TreeElement => ({
  ...run,
  children: [...childrenOf(run, 'w:rPr'), textElement(run, text)],
});

function withoutKeeping(element: TreeElement): TreeElement {
  const children = element.children.flatMap((child): TreeNode[] => {
    if (typeof child === 'string') return [child];
    return child.tag === 'w:keepNext' ? [] : [withoutKeeping(child)];
  });
  return { ...element, children };
}

const endsSection = (block: TreeElement): boolean => {
  const properties = block.tag === 'w:p' ? childOf(block, 'w:pPr') : undefined;
  return properties !== undefined && childOf(properties, 'w:sectPr') !== undefined;
};

function textOf(node: TreeNode): string {
  if (typeof node === 'string') return '';
  if (node.tag === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  return node.children.map(textOf).join('');
}

/** The block with its first paragraph on a new page. */
function onNewPage(block: TreeElement): TreeElement {
  let isDone = false;
  const put = (node: TreeNode): TreeNode => {
    if (typeof node === 'string' || isDone) return node;
    if (node.tag !== 'w:p') return { ...node, children: node.children.map(put) };
    isDone = true;
    const properties = childOf(node, 'w:pPr') ?? elementLike(node, 'pPr');
    const before = properties.children.filter((child) => typeof child === 'object' && FIRST.has(child.tag));
    const rest = properties.children.filter((child) => !before.includes(child));
    const own = { ...properties, children: [...before, elementLike(node, 'pageBreakBefore'), ...rest] };
    return { ...node, children: [own, ...node.children.filter((child) => child !== properties)] };
  };
  return put(block) as TreeElement;
}

/** Properties of a paragraph come in order (ECMA-376 part 1, 17.3.1.26). */
const FIRST = new Set(['w:pStyle', 'w:keepNext', 'w:keepLines']);
