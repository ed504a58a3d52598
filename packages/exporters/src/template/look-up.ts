import { isElement, isPlace, isPlain, withChildren, type Element, type Node, type Place } from './marked.js';
import { isWithin, nameMeant, type List, type Names, type Value } from './names.js';

/** What a story asks for. */
export interface LookedUp {
  readonly root: Element;
  /** every place whose name means something */
  readonly known: readonly { readonly place: Place; readonly means: Value | List }[];
  readonly unknown: readonly Place[];
}

/**
 * Looks up what the places of a story mean. An answer about the items of a list that nothing repeats, such as
 * `nominees/*\/name`, repeats its row, or outside tables its paragraph.
 */
export function lookUp(story: Element, names: Names): LookedUp {
  const looking = new LookingUp(names);
  return { root: looking.element(story, []), known: looking.known, unknown: looking.unknown };
}

class LookingUp {
  readonly known: { place: Place; means: Value | List }[] = [];
  readonly unknown: Place[] = [];
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  element(element: Element, scope: readonly string[]): Element {
    if (isPlain(element)) return element;
    return withChildren(
      element,
      element.children.flatMap((node) => this.#node(node, scope)),
    );
  }

  #node(node: Node, scope: readonly string[]): readonly Node[] {
    if (isPlace(node)) return this.#place(node, scope);
    if (!isElement(node) || isPlain(node)) return [node];
    if (node.tag !== 'w:tr' && node.tag !== 'w:p') return [this.element(node, scope)];
    const list = this.#listNeeded(node, scope);
    if (list === undefined) return [this.element(node, scope)];
    return [this.#repeated(node, list, scope)];
  }

  #place(place: Place, scope: readonly string[]): readonly Node[] {
    const means = this.#meaning(place, scope);
    if (!means) {
      this.unknown.push(place);
      const inside = place.content.flatMap((node) => this.#node(node, scope));
      return place.control ? [place.control(inside)] : inside;
    }
    if (place.level !== 'run' && 'prints' in means && !isWithin(this.#names, means.list, scope)) {
      const list = this.#outermost(means.list, scope);
      if (list) return [this.#repeated(place, list, scope)];
    }
    this.known.push({ place, means });
    const does = place.place.does;
    const repeats = does === 'each' || (does === 'print' && !('prints' in means));
    const inner = repeats && !('prints' in means) ? [means.name, ...scope] : scope;
    const content =
      does === 'print' && !repeats ? place.content : place.content.flatMap((node) => this.#node(node, inner));
    return [{ ...place, place: { ...place.place, does: repeats ? 'each' : does }, content, means }];
  }

  /** The piece once for each item of a list that is not named around it. */
  #repeated(node: Element | Place, list: List, scope: readonly string[]): Place {
    const inner = this.#node(node, [list.name, ...scope]);
    const position = positionIn(node);
    const level = isElement(node) ? (node.tag === 'w:tr' ? 'row' : 'block') : node.level;
    return {
      place: { does: 'each', name: list.name },
      ...(position ?? { position: { part: '', paragraph: 0 } }),
      content: inner,
      level,
      near: isElement(node) ? { ...node, children: [] } : node.near,
      look: undefined,
      means: list,
    };
  }

  #meaning({ place }: Place, scope: readonly string[]): Value | List | undefined {
    const { values, lists } = this.#names;
    const name = nameMeant(this.#names, place.name, scope);
    if (name === undefined) return undefined;
    const [value, list] = [values.get(name), lists.get(name)];
    return place.does === 'each' ? list : (value ?? list);
  }

  /** The outermost list that something in a row or paragraph is about, and that is not repeated around it. */
  #listNeeded(node: Element, scope: readonly string[]): List | undefined {
    for (const child of node.children) {
      if (isPlace(child)) {
        const means = this.#meaning(child, scope);
        const list = means && ('prints' in means ? means.list : means.within);
        if (list && !isWithin(this.#names, list, scope)) return this.#outermost(list, scope);
        // What a list repeats is about its items.
        if (child.place.does !== 'each' && !(means && !('prints' in means))) {
          const inside = child.content.find((each): each is Element => isElement(each) && !isPlain(each));
          const found = inside && this.#listNeeded(inside, scope);
          if (found) return found;
        }
      } else if (isElement(child) && !isPlain(child) && child.tag !== 'w:tr') {
        const found = this.#listNeeded(child, scope);
        if (found) return found;
      }
    }
    return undefined;
  }

  #outermost(name: string, scope: readonly string[]): List | undefined {
    const list = this.#names.lists.get(name);
    if (!list) return undefined;
    return isWithin(this.#names, list.within, scope) ? list : this.#outermost(list.within, scope);
  }
}

function positionIn(node: Node): Pick<Place, 'position'> | undefined {
  if (isPlace(node)) return { position: node.position };
  if (!isElement(node) || isPlain(node)) return undefined;
  for (const child of node.children) {
    const found = positionIn(child);
    if (found) return found;
  }
  return undefined;
}
