/** Supported languages. Officers read Vietnamese; English is for developers. */
export type Lang = 'vi' | 'en';

/** Text for people: one string for every language, or one per language. Vietnamese is always present. */
export type Text = string | { readonly vi: string; readonly en?: string };

/** The text in the requested language, or in Vietnamese if it is missing. */
export function textIn(text: Text, lang: Lang = 'vi'): string {
  return typeof text === 'string' ? text : (text[lang] ?? text.vi);
}

/**
 * Fills a template's `{name}` placeholders.
 *
 * @param template text with `{name}` placeholders; a placeholder without a value is left unchanged
 * @param params   values by name; only own properties are read
 */
export function fillTemplate(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z]\w*)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

/** A label inside a sentence: "là đảng viên", "nhận đề nghị"; abbreviations and "Ban Thường vụ" keep their capitals. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|\s)/u.test(label) && !/^Ban \p{Lu}/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;

/** Compares by code units: a stable order for ids and keys, not for words that people read. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
