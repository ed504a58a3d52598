import type { Finding, Submission } from '@kl01/rules';
import type { Strings } from '../strings/strings.js';

/** Findings about a telephone number or an address of electronic mail that nobody can be reached by. */
export const UNREACHABLE = 'contact';

/**
 * What no directive judges and every office needs: that who is named can be reached. A note at the field, never more: a
 * number may be internal, or followed by words.
 */
export function contactFindings({ contact, nominees }: Submission, strings: Strings): Finding[] {
  const words = strings.unit;
  return [
    ...doubt('/contact/phone', contact?.phone, isTelephone, words.phoneDoubt),
    ...doubt('/contact/email', contact?.email, isEmail, words.emailDoubt),
    ...(nominees ?? []).flatMap(({ phone }, at) =>
      doubt(`/nominees/${at}/phone`, phone, isTelephone, words.phoneDoubt),
    ),
  ];
}

function doubt(path: string, value: unknown, fits: (text: string) => boolean, message: string): Finding[] {
  if (typeof value !== 'string' || value.trim() === '' || fits(value)) return [];
  return [{ rule: UNREACHABLE, severity: 'warning', path, message, params: {} }];
}

/** The shortest number by which one office calls another: an exchange line without its area code. */
const FEWEST_DIGITS = 7;

function isTelephone(text: string): boolean {
  return (text.match(/\d/g) ?? []).length >= FEWEST_DIGITS;
}

function isEmail(text: string): boolean {
  const [name = '', host = '', ...more] = text.trim().split('@');
  return more.length === 0 && name !== '' && !/\s/.test(text.trim()) && /^[^.]+(\.[^.]+)+$/.test(host);
}
