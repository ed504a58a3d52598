/** What stands at the top of a module, under names of our own; what is the same stands there once. */
export class Parts {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #lines: string[] = [];

  /** A constant, made anew unless there is one. */
  constant(prefix: string, value: string): string {
    return this.#part(prefix, value, (name) => `const ${name} = ${value};`);
  }

  /** @param code parameters and body, such as `(v) { return v; }` */
  function(prefix: string, code: string): string {
    return this.#part(prefix, code, (name) => `function ${name}${code}`);
  }

  #part(prefix: string, code: string, declared: (name: string) => string): string {
    const key = `${prefix} ${code}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    const name = `${prefix}${count}`;
    this.#counts.set(prefix, count);
    this.#names.set(key, name);
    this.#lines.push(declared(name));
    return name;
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}

export const indented = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split('\n').map((each) => `  ${each}`));

/** @param head what stands before the braces, such as `if (…)`; may be empty */
export const block = (head: string, lines: readonly string[]): string[] => [
  head === '' ? '{' : `${head} {`,
  ...indented(lines),
  '}',
];
