import type { Finding, Submission } from '@kl01/rules';
import type { Strings } from '../strings/strings.js';

/** Findings about a telephone number or e-mail address that does not look usable. */
export const UNREACHABLE = 'contact';

/**
 * No directive requires it, but every office needs it: whoever is asked about the submission must be reachable. Only a
 * warning, since a number may be internal. Numbers and addresses that the pack asks for are judged by the rulebook.
 */
export function contactFindings({ contact }: Submission, strings: Strings): Finding[] {
  const words = strings.unit;
  return [
    ...doubt('/contact/phone', contact?.phone, isTelephone, words.phoneDoubt),
    ...doubt('/contact/email', contact?.email, isEmail, words.emailDoubt),
  ];
}

function doubt(path: string, value: unknown, fits: (text: string) => boolean, message: string): Finding[] {
  if (typeof value !== 'string' || value.trim() === '' || fits(value)) return [];
  return [{ rule: UNREACHABLE, severity: 'warning', path, message, params: {} }];
}

/** The shortest number between offices: a landline number without its area code. */
const FEWEST_DIGITS = 7;

function isTelephone(text: string): boolean {
  return (text.match(/\d/g) ?? []).length >= FEWEST_DIGITS;
}

function isEmail(text: string): boolean {
  const [name = '', host = '', ...more] = text.trim().split('@');
  return more.length === 0 && name !== '' && !/\s/.test(text.trim()) && /^[^.]+(\.[^.]+)+$/.test(host);
}
