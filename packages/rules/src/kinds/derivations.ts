import type { Derive } from '../rulebook.js';

/** The values that a form's rules read besides the submission's own, gathered while its conditions are compiled. */
export class Derivations {
  readonly list: Derive[] = [];
  readonly #known = new Map<string, string>();

  /** Adds a value, or finds the same one; returns the name that `derived` or `mark` holds it under. */
  add(value: Omit<Derive, 'as'>): string {
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const as = `d${this.list.length + 1}`;
    this.#known.set(key, as);
    this.list.push({ as, ...value });
    return as;
  }

  /** As `add`, but returns the `var` path, which is of the item if the value is. */
  path(value: Omit<Derive, 'as'>): string {
    return `${value.each === undefined ? 'derived' : 'mark'}.${this.add(value)}`;
  }
}
