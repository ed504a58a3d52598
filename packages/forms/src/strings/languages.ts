import type { Lang } from '@kl01/rules';
import { en } from './en.js';
import type { Strings } from './strings.js';
import { vi } from './vi.js';

export const stringsOf: Readonly<Record<Lang, Strings>> = { vi, en };

/** The language of a `lang` attribute, such as `en` of `en-US`; null: one that there is not. */
export function languageOf(lang: string): Lang | null {
  const primary = lang.toLowerCase().split('-')[0];
  return primary === 'vi' || primary === 'en' ? primary : null;
}
