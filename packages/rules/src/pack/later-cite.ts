import type { AmendedPack } from './amend.js';
import { findElement, idOf } from './element.js';
import type { Cite } from '../rulebook.js';

/** Finds the later document to cite for what was made from a pack. */
export interface LaterCites {
  /** the document to cite for an element or part of one, by address; undefined if the first document still applies */
  of(address: string): Cite | undefined;
  /** a copy that cites the later document wherever a member `element` names an element it changed */
  in<Made>(made: Made): Made;
}

/** Anything made from an element, or part of one, that a later document added or changed cites that document. */
export function laterCites({ pack, changed }: Pick<AmendedPack, 'pack' | 'changed'>): LaterCites {
  /** Searches up to the nearest element; changes outside it do not affect it. */
  function of(address: string): Cite | undefined {
    const steps = address.split('/');
    for (let length = steps.length; length > 1; length--) {
      const above = steps.slice(0, length).join('/');
      const cite = changed.get(above);
      if (cite) return cite;
      const found = findElement(pack, above);
      if (found && Array.isArray(found.holder) && idOf(found.value) !== null) return undefined;
    }
    // A form is not the nearest element of its rules: a new label for the form does not change them.
    return undefined;
  }

  /** A finding about a cell depends on its row and column as well; rows judged by one rule cite the same document. */
  function ofCell(table: string, { each, keys, path }: Record<string, unknown>): Cite | undefined {
    const within = typeof each === 'string' ? `${each}/${String(Array.isArray(keys) ? keys[0] : 0)}` : '';
    const [, tables, , row, column, ...more] = typeof path === 'string' ? `${within}${path}`.split('/') : [];
    if (tables !== 'tables' || column === undefined || more.length > 0) return undefined;
    const columns = [...changed].filter(
      ([address]) =>
        address.endsWith(`/${column}`) && (address.startsWith(`${table}/columns/`) || isOfSetIn(table, address)),
    );
    return changed.get(`${table}/rows/${row}`) ?? columns[0]?.[1];
  }

  /** Whether a column stands in a set that the table uses. */
  function isOfSetIn(table: string, address: string): boolean {
    const [form, member, set] = address.split('/');
    if (member !== 'columnSets' || table.split('/')[0] !== form) return false;
    const columns: unknown = Object(findElement(pack, table)?.value)['columns'];
    return JSON.stringify(columns ?? []).includes(`"use":${JSON.stringify(set)}`);
  }

  function visit(made: unknown): unknown {
    if (Array.isArray(made)) return made.map(visit);
    if (typeof made !== 'object' || made === null) return made;
    const members = Object.fromEntries(Object.entries(made).map(([name, member]) => [name, visit(member)]));
    const { element } = members;
    if (typeof element !== 'string') return members;
    const cite = of(element) ?? ofCell(element, members);
    return cite ? { ...members, cite } : members;
  }

  return { of, in: (made) => (changed.size === 0 ? made : (visit(made) as typeof made)) };
}
