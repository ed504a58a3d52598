/**
 * A sheet in which cells say as text what a reader would pass over: a formula that no program has computed yet stands there
 * as it was typed, an error such as `#REF!` by its name. Cells and rows that only have a look are left out, of which
 * programs write up to a million.
 */
export const saidInText = (sheet: string): string =>
  sheet
    .replace(/<((?:\w+:)?)c (?:[^<>]*?)\/>/g, '')
    .replace(/<((?:\w+:)?)row (?:[^<>]*?)(?:\/>|>\s*<\/\1row>)/g, '')
    .replace(UNCOMPUTED, (whole, ns: string, attributes: string, formula = '', value?: string) =>
      /\st="str"/.test(attributes) && value !== undefined ? whole : textCell(ns, attributes, `=${formula}`),
    )
    .replace(ERROR, (_, ns: string, attributes: string, error: string) => textCell(ns, attributes, error));

/** `str`: a formula whose last result was a text, an empty one too. */
const UNCOMPUTED =
  /<((?:\w+:)?)c ([^<>]*)>\s*<\1f(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\1f>)\s*(<\1v(?:\s[^<>]*)?(?:\/>|>\s*<\/\1v>))?\s*<\/\1c>/g;
const ERROR =
  /<((?:\w+:)?)c ([^<>]*\bt="e"[^<>]*)>\s*(?:<\1f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1f>)\s*)?<\1v(?:\s[^<>]*)?>([^<]*)<\/\1v>\s*<\/\1c>/g;

const textCell = (ns: string, attributes: string, text: string) =>
  `<${ns}c ${attributes.replace(/\s?\bt="[^"]*"/, '')} t="inlineStr"><${ns}is><${ns}t>${text}</${ns}t></${ns}is></${ns}c>`;
