/** Gives equal declarations one class, so that a page's policy need not allow styles on elements. */
export class StyleSheet {
  readonly #classes = new Map<string, string>();

  /** @param declarations such as `text-align: center`; empty ones are left out */
  classFor(...declarations: readonly (string | false)[]): string {
    const body = declarations.filter(Boolean).join('; ');
    const known = this.#classes.get(body) ?? `s${this.#classes.size}`;
    this.#classes.set(body, known);
    return known;
  }

  rules(): string[] {
    return [...this.#classes].map(([body, name]) => `.${name} { ${body} }`);
  }
}
