export type XmlNode = XmlElement | string;

/** An element of an XML part. Names have the prefix that the caller chose for their namespace, whatever the file's own. */
export class XmlElement {
  readonly name: string;
  readonly children: XmlNode[] = [];
  readonly #attributes: ReadonlyMap<string, string> | null;

  constructor(name: string, attributes: ReadonlyMap<string, string> | null) {
    this.name = name;
    this.#attributes = attributes;
  }

  get(attribute: string): string | undefined {
    return this.#attributes?.get(attribute);
  }

  /** child elements, in order */
  elements(): XmlElement[] {
    return this.children.filter((each) => each instanceof XmlElement);
  }

  /** the first child of a name, or of a path of names */
  child(...[name, ...below]: string[]): XmlElement | undefined {
    const found = this.children.find((each): each is XmlElement => each instanceof XmlElement && each.name === name);
    return below.length === 0 ? found : found?.child(...below);
  }

  all(name: string): XmlElement[] {
    return this.elements().filter((each) => each.name === name);
  }

  /** all text within */
  text(): string {
    return this.children.map((each) => (typeof each === 'string' ? each : each.text())).join('');
  }
}
