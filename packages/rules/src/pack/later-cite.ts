import type { AmendedPack } from './amend.js';
import { findElement, idOf } from './element.js';
import type { Cite } from '../rulebook.js';

/** Which later document has the word on what was made from a pack. */
export interface LaterCites {
  /** of the element at an address; of a part of one, the element's: undefined where the first document still speaks */
  of(address: string): Cite | undefined;
  /** the same with the later document cited wherever something says the element it was made from */
  in<Made>(made: Made): Made;
}

/** What was made from an element that a later document added or changed, or from a part of one, cites that document. */
export function laterCites({ pack, changed }: Pick<AmendedPack, 'pack' | 'changed'>): LaterCites {
  /** Up to the nearest element: what changed around that leaves it as it was. */
  function of(address: string): Cite | undefined {
    const steps = address.split('/');
    for (let length = steps.length; length > 1; length--) {
      const above = steps.slice(0, length).join('/');
      const cite = changed.get(above);
      if (cite) return cite;
      const found = findElement(pack, above);
      if (found && Array.isArray(found.holder) && idOf(found.value) !== null) return undefined;
    }
    // A form as a whole is no element of its rules: a new label for it changes none of them.
    return undefined;
  }

  /** What is said of a cell comes from its row and its column as well. */
  function ofCell(table: string, path: unknown): Cite | undefined {
    const [, tables, , row, column, ...more] = typeof path === 'string' ? path.split('/') : [];
    if (tables !== 'tables' || column === undefined || more.length > 0) return undefined;
    const columns = [...changed].filter(
      ([address]) => address.startsWith(`${table}/columns/`) && address.endsWith(`/${column}`),
    );
    return changed.get(`${table}/rows/${row}`) ?? columns[0]?.[1];
  }

  function visit(made: unknown): unknown {
    if (Array.isArray(made)) return made.map(visit);
    if (typeof made !== 'object' || made === null) return made;
    const members = Object.fromEntries(Object.entries(made).map(([name, member]) => [name, visit(member)]));
    const { element, path } = members;
    if (typeof element !== 'string') return members;
    const cite = of(element) ?? ofCell(element, path);
    return cite ? { ...members, cite } : members;
  }

  return { of, in: (made) => (changed.size === 0 ? made : (visit(made) as typeof made)) };
}
