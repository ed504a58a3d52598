/** The namespaces of SpreadsheetML (ECMA-376 part 1, 18) and of references to other parts. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Elements in a parent with their count; empty if there are none. */
export const counted = (name: string, elements: readonly string[]): string =>
  elements.length > 0 ? `<${name} count="${elements.length}">${elements.join('')}</${name}>` : '';
