/** Languages the product speaks. Officers read Vietnamese; English serves the developers around them. */
export type Lang = 'vi' | 'en';

/** Text for people: one string for every language, or one per language. Vietnamese is always there. */
export type Text = string | { readonly vi: string; readonly en?: string };

/** The text in the language asked for; Vietnamese where that language is missing. */
export function textIn(text: Text, lang: Lang = 'vi'): string {
  return typeof text === 'string' ? text : (text[lang] ?? text.vi);
}

/**
 * Fills a template's `{name}` places.
 *
 * @param template text with `{name}` places; a place without a value stays as it is written
 * @param params   values by name; only own properties are read
 */
export function fillTemplate(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z]\w*)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

/** A label in the middle of a sentence: "là đảng viên", "nhận đề nghị"; abbreviations and "Ban Thường vụ" keep their capital. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|\s)/u.test(label) && !/^Ban \p{Lu}/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;

/** Orders by code units: a fixed order for ids and keys, not for words that people read. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
